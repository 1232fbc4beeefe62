package org.copse.effect;

/**
 * Measures of two-arm person-time counts. Arm 1 is compared with arm 2.
 *
 * <p><b>Symbols</b>: x₁ events in person-time t₁ of arm 1; x₂ in t₂ of arm 2; Poisson counts.
 *
 * <p><b>Source</b>: Rothman KJ, Greenland S, Lash TL, Modern Epidemiology, 3rd ed. (2008), chapter
 * 14; Cochrane Handbook, section 6.7. metafor's measures "IRR", "IRD", "IRSD"; R meta: {@code
 * metainc}.
 */
public enum RateMeasure implements Measure {
  /** (x₁/t₁)/(x₂/t₂), pooled as its logarithm; variance 1/x₁ + 1/x₂. */
  INCIDENCE_RATE_RATIO("IRR", "Incidence rate ratio", AnalysisScale.LOG) {
    @Override
    double estimate(TwoRates r) {
      return Math.log(r.rate1()) - Math.log(r.rate2());
    }

    @Override
    double variance(TwoRates r) {
      return 1 / r.events1() + 1 / r.events2();
    }
  },
  /** x₁/t₁ − x₂/t₂; variance x₁/t₁² + x₂/t₂². */
  INCIDENCE_RATE_DIFFERENCE("IRD", "Incidence rate difference", AnalysisScale.IDENTITY) {
    @Override
    double estimate(TwoRates r) {
      return r.rate1() - r.rate2();
    }

    @Override
    double variance(TwoRates r) {
      return r.rate1() / r.time1() + r.rate2() / r.time2();
    }
  },
  /**
   * √(x₁/t₁) − √(x₂/t₂), pooled as it is; variance 1/(4t₁) + 1/(4t₂). It takes zero events and
   * double-zero studies without a correction. <b>Source</b>: Bagos and Nikolopoulos, Int J Biostat
   * 2009;5:21. metafor "IRSD".
   */
  SQUARE_ROOT_RATE_DIFFERENCE("IRSD", "Square-root rate difference", AnalysisScale.IDENTITY) {
    @Override
    double estimate(TwoRates r) {
      return Math.sqrt(r.rate1()) - Math.sqrt(r.rate2());
    }

    @Override
    double variance(TwoRates r) {
      return 1 / (4 * r.time1()) + 1 / (4 * r.time2());
    }
  };

  private final String abbreviation;
  private final String label;
  private final AnalysisScale scale;

  RateMeasure(String abbreviation, String label, AnalysisScale scale) {
    this.abbreviation = abbreviation;
    this.label = label;
    this.scale = scale;
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
    return scale;
  }

  /** Estimate on the analysis scale. */
  abstract double estimate(TwoRates rates);

  /** Sampling variance on the analysis scale. */
  abstract double variance(TwoRates rates);
}
