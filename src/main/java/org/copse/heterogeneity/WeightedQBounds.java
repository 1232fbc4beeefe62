package org.copse.heterogeneity;

import org.copse.numeric.QuadraticForm;
import org.copse.numeric.Quantiles;
import org.copse.numeric.Roots;

/**
 * Bounds of tau² from the exact distribution of the generalised Q with fixed weights: the tau² at
 * which P(Qₐ ≥ observed) is α/2 and 1 − α/2. Jackson, Res Synth Methods 2013;4:220-229.
 */
final class WeightedQBounds {

  private static final double NORMAL = Double.POSITIVE_INFINITY;

  private final double[] a;
  private final double[] v;
  private final MomentEstimate moments;
  private final double observed;
  private final double scale;

  WeightedQBounds(double[] y, double[] v, double[] a) {
    this.a = a;
    this.v = v;
    moments = new MomentEstimate(a);
    observed = moments.q(y);
    double smallest = Double.POSITIVE_INFINITY;
    for (double x : v) {
      smallest = Math.min(smallest, x);
    }
    scale = Math.max(observed / moments.slope(), smallest);
  }

  double lower(double tail) {
    return root(Math.log(tail / (1 - tail)), Quantiles.ofTwoSidedP(2 * tail, NORMAL));
  }

  double upper(double tail) {
    return root(Math.log((1 - tail) / tail), -Quantiles.ofTwoSidedP(2 * tail, NORMAL));
  }

  /**
   * tau² at which the log odds of a greater Q are those wanted; 0 where they are more at 0.
   *
   * @param score the normal score that goes with the log odds
   */
  private double root(double logOdds, double score) {
    if (!(observed > 0)) {
      return 0;
    }
    // one evaluation takes as long as a hundred sums over the studies: first a narrow bracket
    double guess = guess(score);
    double factor = guess > 0 ? 1 + 2 / Math.sqrt(v.length) : 4;
    double low = guess > 0 ? guess : scale;
    double high = low;
    double atLow = excess(low, logOdds);
    double atHigh = atLow;
    if (atLow >= 0 && excess(0, logOdds) >= 0) {
      return 0;
    }
    while (atHigh < 0) {
      low = high;
      atLow = atHigh;
      high *= factor;
      atHigh = excess(high, logOdds);
      factor = Math.min(factor * factor, 16);
    }
    while (atLow > 0) {
      high = low;
      atHigh = atLow;
      low /= factor;
      if (low < Double.MIN_NORMAL) {
        return 0;
      }
      atLow = excess(low, logOdds);
      factor = Math.min(factor * factor, 16);
    }
    return between(low, atLow, high, atHigh, logOdds);
  }

  /** On the logarithm, because bounds differ by orders of magnitude. */
  private double between(double low, double atLow, double high, double atHigh, double logOdds) {
    double from = Math.log(low);
    double to = Math.log(high);
    return Math.exp(
        Roots.between(
            u -> u == from ? atLow : u == to ? atHigh : excess(Math.exp(u), logOdds), from, to));
  }

  /** The bound if Q were lognormal with its mean and deviation, 0 where that has none. */
  private double guess(double score) {
    return normalScore(0) > score
        ? Roots.ofDecreasing(tau2 -> normalScore(tau2) - score, scale)
        : 0;
  }

  private double normalScore(double tau2) {
    double mean = moments.expectation(v, tau2);
    double variation = moments.deviation(v, tau2) / mean;
    double variance = Math.log1p(variation * variation);
    return (Math.log(observed / mean) + variance / 2) / Math.sqrt(variance);
  }

  /** Increasing in tau². */
  private double excess(double tau2, double logOdds) {
    return likeProbit(atTau2(tau2).logOdds(observed)) - likeProbit(logOdds);
  }

  /** Log odds grow with the square of a deviation; this is nearly linear in it, good for Brent. */
  private static double likeProbit(double logOdds) {
    return logOdds / Math.sqrt(1 + Math.abs(logOdds) / 2);
  }

  private QuadraticForm atTau2(double tau2) {
    double[] s = new double[v.length];
    for (int i = 0; i < s.length; i++) {
      s[i] = v[i] + tau2;
    }
    return QuadraticForm.ofContrasts(a, s);
  }
}
