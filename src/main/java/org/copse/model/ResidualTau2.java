package org.copse.model;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.copse.effect.Interval;
import org.copse.heterogeneity.Tau2Estimator;
import org.copse.numeric.Roots;

/**
 * tau² that moderators leave unexplained.
 *
 * <p>Moments: a y′P y of weights a is equated to its expectation Σ a v (1 − h) + τ² tr P, for DL
 * with a = 1/v, for HE with a = 1, for DL2 with 1/(v + DL). PM, EB, DLIT and SJIT are the root of
 * y′P(t)y = k − p, PMM of the median of χ²(k − p). REML and ML: the highest of all maxima.
 */
final class ResidualTau2 {

  private static final int GRID = 160;

  private final double[][] columns;
  private final double[] y;
  private final double[] v;
  private final int df;

  ResidualTau2(double[][] columns, double[] y, double[] v) {
    this.columns = columns;
    this.y = y;
    this.v = v;
    this.df = y.length - columns.length;
  }

  WeightedDesign at(double tau2) {
    return new WeightedDesign(columns, y, weights(tau2));
  }

  double[] weights(double tau2) {
    return Arrays.stream(v).map(x -> 1 / (x + tau2)).toArray();
  }

  double estimate(Tau2Estimator estimator) {
    return Math.max(0, raw(estimator));
  }

  private double raw(Tau2Estimator estimator) {
    int k = y.length;
    double sum = Arrays.stream(weights(0)).sum();
    return switch (estimator) {
      case DL -> moments(weights(0));
      case DL2 -> moments(weights(Math.max(0, moments(weights(0)))));
      case HE -> moments(ones());
      case HS -> (at(0).residualSum() - k) / sum;
      case HSK -> (at(0).residualSum() * k / df - k) / sum;
      case SJ -> sidikJonkman();
      case PM, EB, DLIT, SJIT -> root(df);
      case PMM -> root(ChiSquaredDistribution.of(df).inverseCumulativeProbability(0.5));
      case ML -> highest(false);
      case REML -> highest(true);
    };
  }

  private double[] ones() {
    double[] ones = new double[y.length];
    Arrays.fill(ones, 1);
    return ones;
  }

  private double moments(double[] a) {
    WeightedDesign design = new WeightedDesign(columns, y, a);
    return (design.residualSum() - design.trace(v)) / design.trace();
  }

  private double sidikJonkman() {
    double mean = Arrays.stream(y).average().orElseThrow();
    double start = Arrays.stream(y).map(x -> (x - mean) * (x - mean)).sum() / y.length;
    return start == 0 ? 0 : start * at(start).residualSum() / df;
  }

  /** tau² with y′P(τ²)y = target; 0 where it is below already. */
  double root(double target) {
    if (at(0).residualSum() <= target) {
      return 0;
    }
    double scale = Arrays.stream(v).max().orElseThrow();
    return Roots.ofDecreasing(t -> at(t).residualSum() - target, scale);
  }

  /** Q-profile interval. */
  Interval interval(double level) {
    double tail = (1 - level) / 2;
    ChiSquaredDistribution chi2 = ChiSquaredDistribution.of(df);
    return new Interval(
        root(chi2.inverseSurvivalProbability(tail)),
        root(chi2.inverseCumulativeProbability(tail)),
        level);
  }

  private double score(double tau2, boolean restricted) {
    WeightedDesign design = at(tau2);
    double trace = restricted ? design.trace() : Arrays.stream(weights(tau2)).sum();
    return design.weightedResidualSum() - trace;
  }

  double logLikelihood(double tau2, boolean restricted) {
    WeightedDesign design = at(tau2);
    double sum = design.residualSum();
    for (double x : v) {
      sum += Math.log(x + tau2);
    }
    if (restricted) {
      sum += design.logDeterminant() - new WeightedDesign(columns, y, ones()).logDeterminant();
    }
    return -0.5 * (sum + (restricted ? df : y.length) * Math.log(2 * Math.PI));
  }

  /** Where the score falls through 0, each such place tried, and 0 itself. */
  private double highest(boolean restricted) {
    double high =
        Arrays.stream(v).max().orElseThrow() + new WeightedDesign(columns, y, ones()).residualSum();
    while (score(high, restricted) > 0) {
      high *= 2;
    }
    double best = 0;
    double height = logLikelihood(0, restricted);
    double low = Math.min(1e-8 * Arrays.stream(v).min().orElseThrow(), high / 2);
    double ratio = Math.pow(high / low, 1.0 / GRID);
    double from = 0;
    double atFrom = score(0, restricted);
    for (int i = 0; i <= GRID; i++) {
      double to = i == GRID ? high : low * Math.pow(ratio, i);
      double atTo = score(to, restricted);
      if (atFrom > 0 && atTo <= 0) {
        double t = Roots.between(x -> score(x, restricted), from, to);
        double found = logLikelihood(t, restricted);
        if (found > height) {
          best = t;
          height = found;
        }
      }
      from = to;
      atFrom = atTo;
    }
    return best;
  }

  /** Standard error, where the information gives it. */
  OptionalDouble standardError(Tau2Estimator estimator, double tau2) {
    return switch (estimator) {
      case REML -> OptionalDouble.of(Math.sqrt(2 / at(tau2).traceOfSquare()));
      case ML ->
          OptionalDouble.of(Math.sqrt(2 / Arrays.stream(weights(tau2)).map(w -> w * w).sum()));
      default -> OptionalDouble.empty();
    };
  }
}
