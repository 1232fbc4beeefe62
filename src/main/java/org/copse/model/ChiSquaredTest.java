package org.copse.model;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * A chi-squared test.
 *
 * @param statistic χ²
 * @param df degrees of freedom, at least 1
 * @param p P(χ²(df) ≥ statistic)
 */
public record ChiSquaredTest(double statistic, int df, double p) {

  static ChiSquaredTest of(double statistic, int df) {
    return new ChiSquaredTest(
        statistic, df, ChiSquaredDistribution.of(df).survivalProbability(statistic));
  }
}
