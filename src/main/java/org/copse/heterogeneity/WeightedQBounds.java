package org.copse.heterogeneity;

import org.copse.numeric.QuadraticForm;
import org.copse.numeric.Roots;

/**
 * Bounds of tau² from the exact distribution of the generalised Q with fixed weights: the tau² at
 * which P(Qₐ ≥ observed) is α/2 and 1 − α/2. Jackson, Res Synth Methods 2013;4:220-229.
 */
final class WeightedQBounds {

  private final double[] a;
  private final double[] v;
  private final double observed;
  private final double scale;

  WeightedQBounds(double[] y, double[] v, double[] a) {
    this.a = a;
    this.v = v;
    MomentEstimate moments = new MomentEstimate(a);
    observed = moments.q(y);
    double smallest = Double.POSITIVE_INFINITY;
    for (double x : v) {
      smallest = Math.min(smallest, x);
    }
    scale = Math.max(observed / moments.slope(), smallest);
  }

  double lower(double tail) {
    return root(Math.log(tail / (1 - tail)));
  }

  double upper(double tail) {
    return root(Math.log((1 - tail) / tail));
  }

  /** tau² at which the log odds of a greater Q are those wanted; 0 where they are more at 0. */
  private double root(double logOdds) {
    if (!(observed > 0) || excess(0, logOdds) >= 0) {
      return 0;
    }
    double high = scale;
    while (excess(high, logOdds) < 0) {
      high *= 4;
    }
    double low = high / 4;
    while (excess(low, logOdds) > 0) {
      high = low;
      low /= 4;
      if (low < Double.MIN_NORMAL) {
        return 0;
      }
    }
    // on the logarithm: bounds differ by orders of magnitude
    double from = Math.log(low);
    double to = Math.log(high);
    return Math.exp(Roots.between(u -> excess(Math.exp(u), logOdds), from, to));
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
