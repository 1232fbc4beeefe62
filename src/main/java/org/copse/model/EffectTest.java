package org.copse.model;

import org.copse.numeric.Quantiles;

/**
 * Test that a pooled effect is zero on the analysis scale.
 *
 * @param statistic estimate divided by its standard error, or the signed root of a likelihood
 *     ratio; NaN for an exact test, which has none
 * @param df degrees of freedom of t, +∞ for z
 * @param p two-sided p value
 */
public record EffectTest(double statistic, double df, double p) {

  static EffectTest of(double estimate, double standardError, double df) {
    double statistic = estimate / standardError;
    return new EffectTest(statistic, df, Quantiles.twoSidedP(statistic, df));
  }

  /** A test whose statistic is normal under no effect, such as the signed root of a ratio. */
  static EffectTest ofStatistic(double z) {
    double df = Double.POSITIVE_INFINITY;
    return new EffectTest(z, df, Quantiles.twoSidedP(z, df));
  }

  /** A test that has a p value but no statistic. */
  static EffectTest exact(double p) {
    return new EffectTest(Double.NaN, Double.POSITIVE_INFINITY, p);
  }

  /**
   * Name of the statistic.
   *
   * @return "z" or "t"
   */
  public String symbol() {
    return Double.isInfinite(df) ? "z" : "t";
  }
}
