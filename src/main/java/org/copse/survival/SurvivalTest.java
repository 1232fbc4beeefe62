package org.copse.survival;

import java.util.Locale;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * A chi-squared test of survival.
 *
 * @param statistic χ²
 * @param df degrees of freedom, at least 1
 * @param p P(χ²(df) ≥ statistic)
 */
public record SurvivalTest(double statistic, int df, double p) {

  static SurvivalTest of(double statistic, int df) {
    return new SurvivalTest(
        statistic, df, ChiSquaredDistribution.of(df).survivalProbability(statistic));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "χ² = %.4g, df = %s, p = %.2g", statistic, df, p);
  }
}
