package org.copse.numeric;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Two-sided quantiles and p values of the normal (infinite degrees of freedom) and t distributions.
 */
public final class Quantiles {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Quantiles() {}

  /**
   * The q with P(|T| ≤ q) = level.
   *
   * @param level for example 0.95
   * @param df degrees of freedom, +∞ for the normal
   * @return for example 1.959964
   */
  public static double twoSided(double level, double df) {
    return distribution(df).inverseSurvivalProbability((1 - level) / 2);
  }

  /**
   * Two-sided p value P(|T| ≥ |statistic|), from the upper tail so that small ones keep their
   * digits.
   *
   * @param statistic z or t
   * @param df degrees of freedom, +∞ for the normal
   * @return p between 0 and 1
   */
  public static double twoSidedP(double statistic, double df) {
    return Math.min(1, 2 * distribution(df).survivalProbability(Math.abs(statistic)));
  }

  /**
   * The |statistic| that has a two-sided p value.
   *
   * @param p p value, above 0 and at most 1
   * @param df degrees of freedom, +∞ for the normal
   * @return q with P(|T| ≥ q) = p
   */
  public static double ofTwoSidedP(double p, double df) {
    return distribution(df).inverseSurvivalProbability(p / 2);
  }

  private static ContinuousDistribution distribution(double df) {
    return Double.isInfinite(df) ? NORMAL : TDistribution.of(df);
  }
}
