package org.copse.effect;

/**
 * Measures of two-arm means and standard deviations. Arm 1 minus arm 2.
 *
 * <p><b>Source</b>: Cochrane Handbook, section 6.5; Hedges 1981. metafor's measures "MD", "SMD".
 */
public enum ContinuousMeasure implements Measure {
  /**
   * Mean difference m₁ − m₂ in the outcome's unit; variance s₁²/n₁ + s₂²/n₂ (variances not assumed
   * equal).
   */
  MEAN_DIFFERENCE("MD", "Mean difference") {
    @Override
    double estimate(ArmMeans a, SmdVariance formula) {
      return a.mean1() - a.mean2();
    }

    @Override
    double variance(ArmMeans a, SmdVariance formula) {
      return a.sd1() * a.sd1() / a.n1() + a.sd2() * a.sd2() / a.n2();
    }
  },
  /**
   * Standardised mean difference, Hedges' g = J (m₁ − m₂)/s with the exact correction J and the
   * pooled s; no unit.
   */
  STANDARDISED_MEAN_DIFFERENCE("SMD", "Standardised mean difference") {
    @Override
    double estimate(ArmMeans a, SmdVariance formula) {
      double correction = formula.correction(a.degreesOfFreedom());
      return correction * (a.mean1() - a.mean2()) / a.pooledSd();
    }

    @Override
    double variance(ArmMeans a, SmdVariance formula) {
      double correction = formula.correction(a.degreesOfFreedom());
      return formula.of(a, estimate(a, formula), correction);
    }
  };

  private final String abbreviation;
  private final String label;

  ContinuousMeasure(String abbreviation, String label) {
    this.abbreviation = abbreviation;
    this.label = label;
  }

  @Override
  public String abbreviation() {
    return abbreviation;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public AnalysisScale scale() {
    return AnalysisScale.IDENTITY;
  }

  abstract double estimate(ArmMeans arms, SmdVariance formula);

  abstract double variance(ArmMeans arms, SmdVariance formula);
}
