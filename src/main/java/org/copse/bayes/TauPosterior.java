package org.copse.bayes;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.copse.effect.Interval;

/** The posterior of τ. */
final class TauPosterior extends Posterior {

  private final TauGrid grid;
  private final TauNodes nodes;
  private final TauDistribution prior;
  private final DoubleUnaryOperator slope;
  private final double densityAtZero;
  private final double largestMoment;

  /**
   * A posterior.
   *
   * @param slope derivative of the log-density in τ
   * @param largestMoment moments below it exist
   */
  TauPosterior(
      TauGrid grid,
      TauNodes nodes,
      TauDistribution prior,
      DoubleUnaryOperator slope,
      double logLikelihoodAtZero,
      double largestMoment,
      CredibleInterval type,
      double level) {
    super(type, level);
    this.grid = grid;
    this.nodes = nodes;
    this.prior = prior;
    this.slope = slope;
    this.densityAtZero = Math.exp(prior.logDensity(0) + logLikelihoodAtZero - grid.logNormaliser());
    this.largestMoment = largestMoment;
  }

  @Override
  public OptionalDouble mean() {
    return largestMoment > 1 ? OptionalDouble.of(moment()) : OptionalDouble.empty();
  }

  private double moment() {
    double sum = 0;
    for (int i = 0; i < nodes.size(); i++) {
      sum += nodes.mass(i) * nodes.tau(i);
    }
    return sum;
  }

  @Override
  public OptionalDouble sd() {
    if (!(largestMoment > 2)) {
      return OptionalDouble.empty();
    }
    double mean = moment();
    double sum = 0;
    for (int i = 0; i < nodes.size(); i++) {
      double deviation = nodes.tau(i) - mean;
      sum += nodes.mass(i) * deviation * deviation;
    }
    return OptionalDouble.of(Math.sqrt(sum));
  }

  @Override
  public double mode() {
    if (densityAtZero == Double.POSITIVE_INFINITY) {
      return 0;
    }
    return HighestPoint.of(slope, this::density, grid.checkpoints(), prior.upperBound());
  }

  @Override
  public double density(double x) {
    if (x < 0) {
      return 0;
    }
    return x == 0 ? densityAtZero : grid.density(x);
  }

  @Override
  public double cdf(double x) {
    return x <= 0 ? 0 : grid.cdf(x);
  }

  @Override
  public double survival(double x) {
    return x <= 0 ? 1 : grid.survival(x);
  }

  @Override
  double inverse(double p) {
    return grid.quantile(p);
  }

  @Override
  double upperInverse(double q) {
    return grid.upperQuantile(q);
  }

  @Override
  double lowest() {
    return 0;
  }

  @Override
  double highest() {
    return prior.upperBound();
  }

  @Override
  Interval shortestOf(double wanted) {
    return ShortestInterval.scan(
        this, x -> x == 0 ? densityAtZero : grid.interpolatedDensity(x), wanted);
  }
}
