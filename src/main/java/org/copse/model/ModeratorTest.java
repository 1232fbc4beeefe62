package org.copse.model;

/**
 * Test that all coefficients but the intercept are 0.
 *
 * @param statistic Q_M of χ², or F
 * @param df numbers of coefficients tested
 * @param residualDf k − p for F, +∞ for χ²
 * @param p p value
 */
public record ModeratorTest(double statistic, int df, double residualDf, double p) {

  /**
   * Name of the statistic.
   *
   * @return "Q_M" or "F"
   */
  public String symbol() {
    return Double.isInfinite(residualDf) ? "Q_M" : "F";
  }
}
