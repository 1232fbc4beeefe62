package org.copse.convert;

import java.util.Locale;

/**
 * A test of whether data are skewed, from their order statistics alone, at the 5 % level.
 *
 * <p><b>Formula</b>: with T₁ = |min + max − 2 median|/(max − min) and T₂ = |q₁ + q₃ − 2 median|/(q₃
 * − q₁): range T₁ against 1/ln(n + 9) + 2.5/(n + 1); quartiles T₂ against 2.65/√n − 6/n²; five
 * numbers max(2.65 ln(0.6n)/√n × T₁, T₂) against 3/√n − 40/n³. <b>Meaning</b>: a significant test
 * says that a mean and SD by a normal method are doubtful; one that is not says little in a small
 * study. <b>Source</b>: Shi et al., Stat Methods Med Res 2023;32:1338-1360. metafor's {@code
 * conv.fivenum(test = TRUE)}, which then gives no mean at all.
 *
 * @param statistic T, at least 0
 * @param critical value from which on data count as skewed
 * @param n patients
 */
public record SkewnessTest(double statistic, double critical, double n) {

  /**
   * From median and range.
   *
   * @param min smallest value
   * @param median median
   * @param max largest value, above min
   * @param n patients, at least 5
   * @return the test
   * @throws IllegalArgumentException when the values are not in order or n is below 5
   */
  public static SkewnessTest ofRange(double min, double median, double max, double n) {
    return of(OrderSummary.ofRange(min, median, max, n));
  }

  /**
   * From median and quartiles.
   *
   * @param q1 first quartile
   * @param median median
   * @param q3 third quartile, above q1
   * @param n patients, at least 5
   * @return the test
   * @throws IllegalArgumentException when the values are not in order or n is below 5
   */
  public static SkewnessTest ofQuartiles(double q1, double median, double q3, double n) {
    return of(OrderSummary.ofQuartiles(q1, median, q3, n));
  }

  /**
   * From median, quartiles and range.
   *
   * @param min smallest value
   * @param q1 first quartile
   * @param median median
   * @param q3 third quartile, above q1
   * @param max largest value
   * @param n patients, at least 5
   * @return the test
   * @throws IllegalArgumentException when the values are not in order or n is below 5
   */
  public static SkewnessTest ofFiveNumbers(
      double min, double q1, double median, double q3, double max, double n) {
    return of(OrderSummary.ofFive(min, q1, median, q3, max, n));
  }

  static SkewnessTest of(OrderSummary s) {
    double n = s.n();
    double byRange = lopsided(s.min(), s.median(), s.max());
    double byQuartiles = lopsided(s.q1(), s.median(), s.q3());
    if (s.hasBoth()) {
      double scaled = 2.65 * Math.log(0.6 * n) / Math.sqrt(n) * byRange;
      return new SkewnessTest(
          Math.max(scaled, byQuartiles), 3 / Math.sqrt(n) - 40 / (n * n * n), n);
    }
    return s.hasRange()
        ? new SkewnessTest(byRange, 1 / Math.log(n + 9) + 2.5 / (n + 1), n)
        : new SkewnessTest(byQuartiles, 2.65 / Math.sqrt(n) - 6 / (n * n), n);
  }

  private static double lopsided(double low, double median, double high) {
    return Math.abs((high - median) - (median - low)) / (high - low);
  }

  /**
   * Whether the data count as skewed.
   *
   * @return true where the statistic reaches the critical value
   */
  public boolean isSkewed() {
    return statistic >= critical;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s by the test of Shi 2023: T = %.3f %s %.3f, n = %s",
        isSkewed() ? "skewed" : "not found skewed",
        statistic,
        isSkewed() ? "≥" : "<",
        critical,
        Given.text(n));
  }
}
