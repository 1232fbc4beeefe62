package org.copse.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.copse.effect.Interval;
import org.copse.heterogeneity.Tau2Estimator;
import org.copse.heterogeneity.Tau2Method;
import org.copse.numeric.Quantiles;
import org.copse.numeric.Roots;

/**
 * Profile likelihood interval and likelihood-ratio test of a random-effects mean.
 *
 * <p><b>Formula</b>: l(μ) = max over tau² ≥ 0 of l(μ, tau²), see {@link MeanLikelihood}; the bounds
 * are the outermost μ with 2(l(μ̂) − l(μ)) = χ²(1). <b>Method</b>: outside the range of the
 * estimates l(μ) falls for certain, inside it is scanned from the end inwards, so that a second
 * hump of the likelihood is not cut off; each bound is then a root by Brent's method.
 * <b>Source</b>: Hardy and Thompson, Stat Med 1996;15:619-629.
 */
final class ProfileLikelihood {

  private static final int POINTS = 32;
  private static final int FEW_STUDIES = 100;
  private static final int MANY_STUDIES = 1000;

  private final MeanLikelihood likelihood;
  private final MeanLikelihood.Maximum best;
  private final double low;
  private final double high;
  private final double[] candidates;
  private final int count;
  private final String note;

  private ProfileLikelihood(double[] y, double[] v, Tau2Method estimator) {
    boolean restricted = estimator == Tau2Estimator.REML;
    likelihood = new MeanLikelihood(y, v, restricted);
    best = likelihood.maximum();
    low = Arrays.stream(y).min().orElseThrow();
    high = Arrays.stream(y).max().orElseThrow();
    count = y.length;
    candidates = y.length <= FEW_STUDIES ? y : new double[0];
    note =
        restricted || estimator == Tau2Estimator.ML
            ? ""
            : String.format(
                Locale.ROOT,
                "Profile likelihood by maximum likelihood, whose own mean is %.4g with τ² %.4g; the estimate uses τ² by %s.",
                best.mean(),
                best.tau2(),
                estimator.name());
  }

  static ProfileLikelihood of(RandomMean mean, Tau2Method estimator) {
    return new ProfileLikelihood(mean.estimates(), mean.variances(), estimator);
  }

  Inference inference(double standardError, double level) {
    double quantile = Quantiles.twoSided(level, Double.POSITIVE_INFINITY);
    double drop = quantile * quantile / 2;
    Interval interval = new Interval(bound(low, -1, drop), bound(high, 1, drop), level);
    return Inference.of(standardError, interval, new Lazy<>(this::test)).withNote(note);
  }

  /** Signed root of the likelihood ratio against μ = 0, normal. */
  private EffectTest test() {
    double ratio = 2 * Math.max(0, best.value() - likelihood.maximumAt(0).value());
    double statistic = Math.signum(best.mean()) * Math.sqrt(ratio);
    double p = Quantiles.twoSidedP(statistic, Double.POSITIVE_INFINITY);
    return new EffectTest(statistic, Double.POSITIVE_INFINITY, p);
  }

  /** The outermost crossing on one side; {@code end} is the last estimate there. */
  private double bound(double end, int direction, double drop) {
    if (count > MANY_STUDIES) {
      // one hump, and each value costs a pass over all studies
      double step = direction * likelihood.errorAt(best.tau2());
      return outwards(best.mean(), step, drop);
    }
    if (excess(end, drop) <= 0) {
      double step = Math.max(Math.abs(end - best.mean()), likelihood.smallestError());
      return outwards(end, direction * step, drop);
    }
    double outside = end;
    for (double point : inwards(end)) {
      if (excess(point, drop) <= 0) {
        return root(point, outside, drop);
      }
      outside = point;
    }
    return root(best.mean(), outside, drop);
  }

  /** The crossing beyond a point inside the interval, where the likelihood only falls. */
  private double outwards(double start, double firstStep, double drop) {
    double inside = start;
    double step = firstStep;
    double outside = start + step;
    while (excess(outside, drop) <= 0) {
      inside = outside;
      step *= 2;
      outside = start + step;
    }
    return root(inside, outside, drop);
  }

  private double root(double inside, double outside, double drop) {
    return Roots.between(
        mu -> excess(mu, drop), Math.min(inside, outside), Math.max(inside, outside));
  }

  /** Points from an end of the range to the mean, the estimates there among them. */
  private double[] inwards(double end) {
    double centre = best.mean();
    double[] points =
        DoubleStream.concat(
                IntStream.rangeClosed(1, POINTS)
                    .mapToDouble(i -> end + (centre - end) * i / POINTS),
                Arrays.stream(candidates).filter(y -> (y - centre) * (y - end) < 0))
            .sorted()
            .toArray();
    return end <= centre ? points : reversed(points);
  }

  private static double[] reversed(double[] values) {
    double[] reversed = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      reversed[i] = values[values.length - 1 - i];
    }
    return reversed;
  }

  private double excess(double mu, double drop) {
    return best.value() - likelihood.maximumAt(mu).value() - drop;
  }
}
