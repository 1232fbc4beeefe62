package org.copse.convert;

import org.copse.numeric.Quantiles;

/**
 * The algebra of two risks, in forms that keep their digits and have their limits at a baseline
 * risk of 0 and 1 and at effects of 0 and ∞.
 */
final class Risks {

  private Risks() {}

  static double riskRatioOfOddsRatio(double or, double p0) {
    if (Double.isInfinite(or)) {
      return p0 == 0 ? or : 1 / p0;
    }
    return or == 0 ? 0 : or / (1 - p0 + p0 * or);
  }

  static double oddsRatioOfRiskRatio(double rr, double p0) {
    return rr * (1 - p0) / (1 - rr * p0);
  }

  /** Risk of arm 1 at an odds ratio. */
  static double riskOfOddsRatio(double or, double p0) {
    return p0 == 0 ? 0 : p0 * riskRatioOfOddsRatio(or, p0);
  }

  static double differenceOfOddsRatio(double or, double p0) {
    if (p0 == 0 || p0 == 1) {
      // odds ratios of 0 and ∞ have no limit there; every other has this one
      return 0;
    }
    return Double.isInfinite(or) ? 1 - p0 : p0 * (1 - p0) * (or - 1) / (1 - p0 + p0 * or);
  }

  /** (1 − p0) − (1 − p0)^HR without cancellation. */
  static double differenceOfHazardRatio(double hr, double p0) {
    if (p0 == 0 || p0 == 1) {
      return 0;
    }
    double hazard = -Math.log1p(-p0);
    return -(1 - p0) * Math.expm1(-(hr - 1) * hazard);
  }

  static double riskRatioOfHazardRatio(double hr, double p0) {
    return p0 == 0 ? hr : riskOfHazardRatio(hr, p0) / p0;
  }

  /** Risk of arm 1 at a hazard ratio. */
  static double riskOfHazardRatio(double hr, double p0) {
    return p0 == 1 ? 1 : -Math.expm1(hr * Math.log1p(-p0));
  }

  static double oddsRatioOfHazardRatio(double hr, double p0) {
    double hazard = -Math.log1p(-p0);
    return hazard == 0 ? hr : Math.expm1(hr * hazard) / Math.expm1(hazard);
  }

  static double riskRatioOfCommonHazardRatio(double hr) {
    double root = Math.sqrt(hr);
    double half = Math.log(0.5);
    return Math.expm1(half * root) / Math.expm1(half / root);
  }

  /** Density of the standard normal distribution. */
  static double density(double z) {
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }

  /** Φ⁻¹(p1) − Φ⁻¹(p0). */
  static double probitDifference(double p1, double p0) {
    return Quantiles.normal(p1) - Quantiles.normal(p0);
  }
}
