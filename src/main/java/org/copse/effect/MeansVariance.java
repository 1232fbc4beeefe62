package org.copse.effect;

import java.util.EnumSet;
import java.util.Set;

/**
 * Sampling variance of the two-arm measures of means that are not standardised: mean difference,
 * ratios, probabilities of superiority. Standardised ones have {@link SmdVariance}.
 *
 * <p>With c = s/m the coefficient of variation of an arm, sₚ the pooled SD.
 */
public enum MeansVariance {
  /**
   * Each arm with its own SD, first-order form; the default. metafor's vtype "LS". Mean difference
   * s₁²/n₁ + s₂²/n₂; ratio of means c₁²/n₁ + c₂²/n₂ (Hedges et al., Ecology 1999;80:1150-1156,
   * equation 1); variability ratio ½[1/(n₁−1) + 1/(n₂−1)] and coefficient of variation ratio the
   * sum of both (Senior et al. 2020, equations 11 and 13).
   */
  SEPARATE("each arm with its own SD"),
  /**
   * One SD for both arms: sₚ²(1/n₁ + 1/n₂) of a mean difference, sₚ²[1/(n₁m₁²) + 1/(n₂m₂²)] of a
   * ratio of means; a probability of superiority is then Φ(d/√2). metafor's vtype "HO", R meta's
   * {@code pooledvar = TRUE}.
   */
  POOLED("one SD for both arms (pooled)"),
  /**
   * Second-order terms added, ½[c₁⁴/n₁² + c₂⁴/n₂²] of a ratio of means (Lajeunesse 2015, equation
   * 9) and ½[1/(n₁−1)² + 1/(n₂−1)²] of a variability ratio, both of a coefficient of variation
   * ratio (Senior et al. 2020, equations 15 and 16, with ½ before the terms of the means).
   * metafor's vtype "LS2".
   */
  SECOND_ORDER("second-order Taylor series"),
  /**
   * Ratio of means: c̄₁²/n₁ + c̄₂²/n₂, each arm's c averaged over the studies with weights n.
   * metafor's vtype "AV". Nakagawa et al., Ecol Lett 2023;26:232-244. Leaving a study out changes
   * the others' variances.
   */
  AVERAGE_CV("coefficients of variation averaged over the studies, arm by arm"),
  /**
   * Ratio of means: c̄²(1/n₁ + 1/n₂), c averaged over arms and studies with weights n. metafor's
   * vtype "AVHO". Nakagawa et al. 2023.
   */
  AVERAGE_CV_OF_BOTH_ARMS("coefficients of variation averaged over studies and arms");

  private final String words;

  MeansVariance(String words) {
    this.words = words;
  }

  /** How the variance is made, in words. */
  String words() {
    return words;
  }

  static Set<MeansVariance> offeredTo(ContinuousMeasure measure) {
    return switch (measure) {
      case MEAN_DIFFERENCE, COMMON_LANGUAGE_EFFECT_SIZE, AREA_UNDER_CURVE ->
          EnumSet.of(SEPARATE, POOLED);
      case RATIO_OF_MEANS -> EnumSet.allOf(MeansVariance.class);
      case VARIABILITY_RATIO, COEFFICIENT_OF_VARIATION_RATIO -> EnumSet.of(SEPARATE, SECOND_ORDER);
      default -> EnumSet.noneOf(MeansVariance.class);
    };
  }
}
