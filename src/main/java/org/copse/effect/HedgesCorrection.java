package org.copse.effect;

import org.apache.commons.numbers.gamma.GammaRatio;

/**
 * Hedges' correction of the standardised mean difference for small samples.
 *
 * <p>Source: Hedges LV, J Educ Stat 1981;6:107-128, equation 6e.
 */
public final class HedgesCorrection {

  private HedgesCorrection() {}

  /**
   * Exact correction J(m) = Γ(m/2) / [√(m/2) Γ((m−1)/2)].
   *
   * @param m degrees of freedom n₁ + n₂ − 2, greater than 1
   * @return J(m), below 1, towards 1 for large m
   */
  public static double exact(double m) {
    return 1 / (Math.sqrt(m / 2) * GammaRatio.delta((m - 1) / 2, 0.5));
  }

  /**
   * The usual approximation 1 − 3/(4m − 1).
   *
   * @param m degrees of freedom n₁ + n₂ − 2
   * @return the approximate correction
   */
  public static double approximate(double m) {
    return 1 - 3 / (4 * m - 1);
  }
}
