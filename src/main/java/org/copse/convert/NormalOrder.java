package org.copse.convert;

import org.copse.numeric.Quantiles;

/**
 * Means and SDs from order statistics of normal data, in closed form. All are equivariant: taken
 * from the median on, so that a large common level costs no digits.
 */
final class NormalOrder {

  private NormalOrder() {}

  /** Hozo et al., BMC Med Res Methodol 2005;5:13: range only. */
  static Moments hozo(OrderSummary s) {
    double below = s.min() - s.median();
    double above = s.max() - s.median();
    double range = s.max() - s.min();
    double mean = s.n() <= 25 ? s.median() + (below + above) / 4 : s.median();
    double sd =
        s.n() <= 15
            ? Math.sqrt((range * range + (below + above) * (below + above) / 4) / 12)
            : s.n() <= 70 ? range / 4 : range / 6;
    return new Moments(mean, sd);
  }

  /** Bland, Estimating mean and SD from the sample size, three quartiles, min and max, 2015. */
  static Moments bland(OrderSummary s) {
    double a = s.min() - s.median();
    double p = s.q1() - s.median();
    double q = s.q3() - s.median();
    double b = s.max() - s.median();
    double sum = a + 2 * p + 2 * q + b;
    double variance =
        (a * a + 2 * p * p + 2 * q * q + b * b) / 16 + (a * p + q * b) / 8 - sum * sum / 64;
    return new Moments(s.median() + sum / 8, Math.sqrt(variance));
  }

  /** Wan et al., BMC Med Res Methodol 2014;14:135, scenarios C1 (S1), C3 (S2) and C2 (S3). */
  static Moments wan(OrderSummary s) {
    double a = s.min() - s.median();
    double b = s.max() - s.median();
    double p = s.q1() - s.median();
    double q = s.q3() - s.median();
    if (s.hasBoth()) {
      return new Moments(s.median() + (a + 2 * p + 2 * q + b) / 8, wanSd(s));
    }
    return new Moments(s.median() + (s.hasRange() ? (a + b) / 4 : (p + q) / 3), wanSd(s));
  }

  static double wanSd(OrderSummary s) {
    if (s.hasBoth()) {
      return (bySpread(s) + byQuartiles(s)) / 2;
    }
    return s.hasRange() ? bySpread(s) : byQuartiles(s);
  }

  /** (b − a)/ξ, ξ = 2 Φ⁻¹((n − 0.375)/(n + 0.25)). */
  static double bySpread(OrderSummary s) {
    return (s.max() - s.min()) / (2 * upperQuantile(0.625 / (s.n() + 0.25)));
  }

  /** (q₃ − q₁)/η, η = 2 Φ⁻¹((0.75n − 0.125)/(n + 0.25)). */
  static double byQuartiles(OrderSummary s) {
    return (s.q3() - s.q1()) / (2 * upperQuantile((0.25 * s.n() + 0.375) / (s.n() + 0.25)));
  }

  /** From the upper tail, so that n of 10¹² keeps its digits. */
  private static double upperQuantile(double tail) {
    return -Quantiles.normal(tail);
  }

  /** Weight of the range in the optimal SD of five numbers. */
  static double shiWeight(double n) {
    return 1 / (1 + 0.07 * Math.pow(n, 0.6));
  }

  /** Shi et al., Res Synth Methods 2020;11:641-654 for five numbers; else Wan's. */
  static double shiSd(OrderSummary s) {
    if (!s.hasBoth()) {
      return wanSd(s);
    }
    double w = shiWeight(s.n());
    return w * bySpread(s) + (1 - w) * byQuartiles(s);
  }

  /** Luo et al., Stat Methods Med Res 2018;27:1785-1805. */
  static double luoMean(OrderSummary s) {
    double n = s.n();
    double midrange = (s.min() - s.median() + (s.max() - s.median())) / 2;
    double midquartile = (s.q1() - s.median() + (s.q3() - s.median())) / 2;
    if (s.hasBoth()) {
      double ofRange = 2.2 / (2.2 + Math.pow(n, 0.75));
      double ofQuartiles = 0.7 - 0.72 / Math.pow(n, 0.55);
      return s.median() + ofRange * midrange + ofQuartiles * midquartile;
    }
    return s.hasRange()
        ? s.median() + 4 / (4 + Math.pow(n, 0.75)) * midrange
        : s.median() + (0.7 + 0.39 / n) * midquartile;
  }

  static Moments luoWanShi(OrderSummary s) {
    return new Moments(luoMean(s), shiSd(s));
  }
}
