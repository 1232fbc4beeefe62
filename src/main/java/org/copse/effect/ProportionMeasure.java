package org.copse.effect;

/**
 * Measures of a single proportion, x events in n.
 *
 * <p>metafor's measures "PR", "PLO", "PFT".
 */
public enum ProportionMeasure implements Measure {
  /**
   * p = x/n pooled as it is; variance p(1 − p)/n. With no or only events 0.5 is added to events and
   * non-events.
   */
  RAW_PROPORTION("Proportion", AnalysisScale.IDENTITY) {
    @Override
    double estimate(Proportion p) {
      return p.value();
    }

    @Override
    double variance(Proportion p) {
      return p.value() * (1 - p.value()) / p.total();
    }
  },
  /**
   * ln(x/(n − x)); variance 1/x + 1/(n − x). With no or only events 0.5 is added to events and
   * non-events.
   */
  LOGIT_PROPORTION("Proportion (logit)", AnalysisScale.LOGIT) {
    @Override
    double estimate(Proportion p) {
      return Math.log(p.events() / (p.total() - p.events()));
    }

    @Override
    double variance(Proportion p) {
      return 1 / p.events() + 1 / (p.total() - p.events());
    }
  },
  /**
   * Freeman-Tukey double arcsine, ½[arcsin √(x/(n+1)) + arcsin √((x+1)/(n+1))]; variance 1/(4n +
   * 2). No correction. A pooled value is taken back with the harmonic mean of the totals (Miller
   * 1978).
   */
  FREEMAN_TUKEY_PROPORTION("Proportion (Freeman-Tukey)", AnalysisScale.FREEMAN_TUKEY) {
    @Override
    double estimate(Proportion p) {
      return FreemanTukey.transform(p.events(), p.total());
    }

    @Override
    double variance(Proportion p) {
      return 1 / (4 * p.total() + 2);
    }
  };

  private final String label;
  private final AnalysisScale scale;

  ProportionMeasure(String label, AnalysisScale scale) {
    this.label = label;
    this.scale = scale;
  }

  @Override
  public String abbreviation() {
    return "Proportion";
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public AnalysisScale scale() {
    return scale;
  }

  abstract double estimate(Proportion proportion);

  abstract double variance(Proportion proportion);

  boolean needsCorrection(Proportion p) {
    return this != FREEMAN_TUKEY_PROPORTION && (p.events() == 0 || p.events() == p.total());
  }
}
