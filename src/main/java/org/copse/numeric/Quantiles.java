package org.copse.numeric;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Two-sided quantiles and p values of the normal (infinite degrees of freedom) and t distributions.
 */
public final class Quantiles {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final double LARGEST = 1e150;
  private static final Known[] KEPT = new Known[64];

  private record Known(double level, double df, double quantile) {}

  private Quantiles() {}

  /**
   * The q with P(|T| ≤ q) = level. A quantile of t takes as long as a small fit, so those last
   * asked for are kept.
   *
   * @param level for example 0.95
   * @param df degrees of freedom, +∞ for the normal
   * @return for example 1.959964; +∞ where it lies beyond 1e150 (t with hardly any degree of
   *     freedom)
   */
  public static double twoSided(double level, double df) {
    long bits = Double.doubleToLongBits(level) * 31 + Double.doubleToLongBits(df);
    int slot = (int) ((bits * 0x9E3779B97F4A7C15L) >>> 58);
    Known known = KEPT[slot];
    // entries are immutable, so a race costs a second computation and nothing else
    if (known == null || known.level != level || known.df != df) {
      double quantile = distribution(df).inverseSurvivalProbability((1 - level) / 2);
      known = new Known(level, df, quantile > LARGEST ? Double.POSITIVE_INFINITY : quantile);
      KEPT[slot] = known;
    }
    return known.quantile;
  }

  /**
   * Upper tail P(T &gt; x), with its digits kept where it is small.
   *
   * @param x a value of z or t
   * @param df degrees of freedom, +∞ for the normal
   * @return the probability
   */
  public static double upperTail(double x, double df) {
    return distribution(df).survivalProbability(x);
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

  /**
   * Quantile Φ⁻¹(p) of the standard normal distribution.
   *
   * @param p probability, 0 to 1
   * @return the quantile, −∞ at 0, ∞ at 1
   */
  public static double normal(double p) {
    return p > 0.5
        ? NORMAL.inverseSurvivalProbability(1 - p)
        : NORMAL.inverseCumulativeProbability(p);
  }

  /**
   * Probability Φ(z) of the standard normal distribution.
   *
   * @param z any number
   * @return Φ(z)
   */
  public static double normalProbability(double z) {
    return NORMAL.cumulativeProbability(z);
  }

  private static ContinuousDistribution distribution(double df) {
    return Double.isInfinite(df) ? NORMAL : TDistribution.of(df);
  }
}
