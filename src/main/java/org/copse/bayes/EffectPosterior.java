package org.copse.bayes;

import java.util.OptionalDouble;
import org.copse.effect.Interval;
import org.copse.numeric.Roots;

/** The posterior of an effect: normal given τ, mixed over the posterior of τ. */
final class EffectPosterior extends Posterior {

  private static final int SAMPLES = 24;
  private static final int NEWTON_STEPS = 30;

  private final NormalMixture mixture;
  private final double reference;
  private final NormalMixture full;
  private final double largestMoment;

  /**
   * A posterior.
   *
   * @param full the mixture, of the effect minus the reference, for the moments
   * @param mixture perhaps of fewer components, for all else
   * @param largestMoment moments below it exist
   */
  EffectPosterior(
      NormalMixture full,
      NormalMixture mixture,
      double reference,
      double largestMoment,
      CredibleInterval type,
      double level) {
    super(type, level);
    this.full = full;
    this.mixture = mixture;
    this.reference = reference;
    this.largestMoment = largestMoment;
  }

  @Override
  public OptionalDouble mean() {
    return largestMoment > 1 ? OptionalDouble.of(reference + full.mean()) : OptionalDouble.empty();
  }

  @Override
  public OptionalDouble sd() {
    return largestMoment > 2
        ? OptionalDouble.of(Math.sqrt(full.variance()))
        : OptionalDouble.empty();
  }

  @Override
  public double mode() {
    double low = mixture.quantile(0.01);
    double high = mixture.upperQuantile(0.01);
    double width = (high - low) / SAMPLES;
    int best = 1;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 1; i < SAMPLES; i++) {
      double density = mixture.density(low + i * width);
      if (density > highest) {
        highest = density;
        best = i;
      }
    }
    double from = low + (best - 1) * width;
    double to = low + (best + 1) * width;
    if (mixture.densitySlope(from) > 0 && mixture.densitySlope(to) < 0) {
      return reference + Roots.between(mixture::densitySlope, from, to);
    }
    return reference + low + best * width;
  }

  @Override
  public double density(double x) {
    return mixture.density(x - reference);
  }

  @Override
  public double cdf(double x) {
    return mixture.cdf(x - reference);
  }

  @Override
  public double survival(double x) {
    return mixture.survival(x - reference);
  }

  @Override
  double inverse(double p) {
    return reference + mixture.quantile(p);
  }

  @Override
  double upperInverse(double q) {
    return reference + mixture.upperQuantile(q);
  }

  @Override
  double lowest() {
    return Double.NEGATIVE_INFINITY;
  }

  @Override
  double highest() {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  Interval shortestOf(double wanted) {
    double tail = (1 - wanted) / 2;
    double[] ends = {mixture.quantile(tail), mixture.upperQuantile(tail)};
    return equalDensity(ends, wanted) && isHighest(ends)
        ? new Interval(reference + ends[0], reference + ends[1], wanted)
        : ShortestInterval.scan(this, this::density, wanted);
  }

  /** Newton's method for F(u) − F(l) = level and f(u) = f(l), from the equal-tailed interval. */
  private boolean equalDensity(double[] ends, double wanted) {
    for (int i = 0; i < NEWTON_STEPS; i++) {
      double l = ends[0];
      double u = ends[1];
      double fl = mixture.density(l);
      double fu = mixture.density(u);
      double excess = (1 - wanted) - mixture.cdf(l) - mixture.survival(u);
      double unequal = fu - fl;
      // [-fl fu; -f'(l) f'(u)] (dl, du) = -(excess, unequal)
      double sl = mixture.densitySlope(l);
      double su = mixture.densitySlope(u);
      double determinant = -fl * su + fu * sl;
      double dl = (-excess * su + fu * unequal) / determinant;
      double du = (fl * unequal - sl * excess) / determinant;
      if (!(Math.abs(dl) + Math.abs(du) < u - l)) {
        return false;
      }
      ends[0] = l + dl;
      ends[1] = u + du;
      if (Math.abs(dl) + Math.abs(du) <= 1e-11 * (u - l)) {
        return true;
      }
    }
    return true;
  }

  /** Whether the density is higher inside than at the ends and lower outside, at sampled points. */
  private boolean isHighest(double[] ends) {
    double width = ends[1] - ends[0];
    double atEnds = mixture.density(ends[0]);
    for (int i = 1; i < SAMPLES; i++) {
      double inside = ends[0] + width * i / SAMPLES;
      double outside = width * i * i / SAMPLES / SAMPLES;
      if (mixture.density(inside) < atEnds
          || mixture.density(ends[0] - outside) > atEnds
          || mixture.density(ends[1] + outside) > atEnds) {
        return false;
      }
    }
    return true;
  }
}
