package org.copse.convert;

import java.util.Locale;
import org.copse.numeric.AdaptiveGauss;
import org.copse.numeric.Roots;
import org.copse.numeric.Slope;

/**
 * Mean and SD by the Box-Cox method: a power λ from 0 to 3 that makes the summary symmetric, normal
 * theory for the transformed data, and the moments of what is transformed back.
 *
 * <p>Values are divided by the median first, which changes nothing but keeps powers in bounds. The
 * transformed normal distribution is cut off where a value would be negative, and at the mirror
 * image, as the authors' programme does.
 */
final class BoxCoxOrder {

  // the authors' bound; beyond it most of the transformed normal would be cut off
  private static final double LARGEST_POWER = 3;

  // standard deviations of a normal that hold all of it in double precision
  private static final double FAR = 39;

  private BoxCoxOrder() {}

  static Moments of(OrderSummary raw) {
    double median = raw.requirePositive("BOX_COX").median();
    OrderSummary s = raw.map(x -> x / median);
    double power = power(s);
    OrderSummary t = s.map(x -> transform(x, power));
    return back(NormalOrder.luoMean(t), NormalOrder.wanSd(t), power).times(median);
  }

  private static Moments back(double mu, double sd, double power) {
    String remark = String.format(Locale.ROOT, "power λ = %.4g", power);
    if (power == LARGEST_POWER) {
      remark += ", its bound: more skewed to the left than a power can mend";
    }
    if (power == 0) {
      double mean = Math.exp(mu + sd * sd / 2);
      return new Moments(mean, mean * Math.sqrt(Math.expm1(sd * sd)), remark);
    }
    double reach = Math.min(FAR, (mu + 1 / power) / sd);
    double mass = integral(mu, sd, power, reach, 0, 0);
    double mean = integral(mu, sd, power, reach, 0, 1) / mass;
    double variance = integral(mu, sd, power, reach, mean, 2) / mass;
    return new Moments(mean, Math.sqrt(variance), remark);
  }

  /** ∫ (x(z) − centre)ᵏ φ(z) dz over the part of the normal that is kept. */
  private static double integral(
      double mu, double sd, double power, double reach, double centre, int k) {
    return AdaptiveGauss.integrate(
        z -> {
          double base = power * (mu + sd * z);
          double x = base <= -1 ? 0 : Math.exp(Math.log1p(base) / power);
          return Math.pow(x - centre, k) * Math.exp(-z * z / 2);
        },
        -reach,
        reach);
  }

  static double transform(double x, double power) {
    return power == 0 ? Math.log(x) : Math.expm1(power * Math.log(x)) / power;
  }

  /** λ of a summary whose median is 1. */
  static double power(OrderSummary s) {
    if (!s.hasBoth()) {
      return symmetric(s.smallest(), s.largest());
    }
    double ofRange = symmetric(s.min(), s.max());
    double ofQuartiles = symmetric(s.q1(), s.q3());
    double low = Math.min(ofRange, ofQuartiles);
    double high = Math.max(ofRange, ofQuartiles);
    if (s.q1() == 1 || s.min() == 1) {
      throw tied();
    }
    // between the two roots one term falls and the other rises
    double falls = slope(s, low);
    if (low == high || falls >= 0) {
      return low;
    }
    return Roots.between(power -> slope(s, power), low, high);
  }

  /** The λ from 0 to 3 that puts two values most equally far from 1. */
  private static double symmetric(double below, double above) {
    if (Math.log(below) + Math.log(above) >= 0) {
      return 0;
    }
    return imbalance(below, above, LARGEST_POWER) <= 0
        ? LARGEST_POWER
        : Roots.between(power -> imbalance(below, above, power), 0, LARGEST_POWER);
  }

  private static double imbalance(double below, double above, double power) {
    return transform(above, power) + transform(below, power);
  }

  /** Half the slope of (ratio of range halves − 1)² + (ratio of quartile halves − 1)². */
  private static double slope(OrderSummary s, double power) {
    return part(s.min(), s.max(), power) + part(s.q1(), s.q3(), power);
  }

  private static double part(double below, double above, double power) {
    double slope = Slope.at(p -> ratio(below, above, p), power, 1e-3);
    return (ratio(below, above, power) - 1) * slope;
  }

  private static double ratio(double below, double above, double power) {
    return -transform(above, power) / transform(below, power);
  }

  private static IllegalArgumentException tied() {
    return new IllegalArgumentException(
        "Cannot take a mean and SD from a median: min and q1 must be below the median for BOX_COX, was tied. Use QUANTILE_ESTIMATION or a method for normal data.");
  }
}
