package org.copse.model;

import org.copse.numeric.Quantiles;

/**
 * Test that a pooled effect is zero on the analysis scale.
 *
 * @param statistic estimate divided by its standard error
 * @param df degrees of freedom of t, +∞ for z
 * @param p two-sided p value
 */
public record EffectTest(double statistic, double df, double p) {

  static EffectTest of(double estimate, double standardError, double df) {
    double statistic = estimate / standardError;
    return new EffectTest(statistic, df, Quantiles.twoSidedP(statistic, df));
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
