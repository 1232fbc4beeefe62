package org.copse.effect;

/**
 * Measures of a single incidence rate, x events in person-time t.
 *
 * <p>metafor's measures "IRLN", "IR", "IRS", "IRFT"; R meta: {@code metarate}.
 */
public enum SingleRateMeasure implements Measure {
  /** ln(x/t); variance 1/x. Without events 0.5 is added to x. */
  LOG_RATE("Incidence rate (log)", AnalysisScale.LOG) {
    @Override
    double estimate(Rate r) {
      return Math.log(r.value());
    }

    @Override
    double variance(Rate r) {
      return 1 / r.events();
    }
  },
  /** x/t pooled as it is; variance x/t². Without events 0.5 is added to x. */
  RAW_RATE("Incidence rate", AnalysisScale.IDENTITY) {
    @Override
    double estimate(Rate r) {
      return r.value();
    }

    @Override
    double variance(Rate r) {
      return r.value() / r.time();
    }
  },
  /** √(x/t); variance 1/(4t). No correction. */
  SQRT_RATE("Incidence rate (square root)", AnalysisScale.SQUARE_ROOT) {
    @Override
    double estimate(Rate r) {
      return Math.sqrt(r.value());
    }

    @Override
    double variance(Rate r) {
      return 1 / (4 * r.time());
    }
  },
  /**
   * Freeman-Tukey double square root, ½[√(x/t) + √((x+1)/t)]; variance 1/(4t). No correction. A
   * pooled value is taken back with the harmonic mean of the times.
   */
  FREEMAN_TUKEY_RATE("Incidence rate (Freeman-Tukey)", AnalysisScale.FREEMAN_TUKEY_RATE) {
    @Override
    double estimate(Rate r) {
      return 0.5 * (Math.sqrt(r.value()) + Math.sqrt((r.events() + 1) / r.time()));
    }

    @Override
    double variance(Rate r) {
      return 1 / (4 * r.time());
    }
  };

  private final String label;
  private final AnalysisScale scale;

  SingleRateMeasure(String label, AnalysisScale scale) {
    this.label = label;
    this.scale = scale;
  }

  @Override
  public String abbreviation() {
    return "Rate";
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public AnalysisScale scale() {
    return scale;
  }

  /** A rate pooled as its logarithm is a rate, not a ratio: its interval may begin at 0. */
  @Override
  public boolean isRatio() {
    return false;
  }

  @Override
  public String displayedLabel() {
    return "Incidence rate";
  }

  @Override
  public double lowest() {
    return 0;
  }

  /**
   * Whether the formula takes a study without events as it is, so that nothing needs to be added.
   *
   * @return true for both square roots
   */
  public boolean takesZeroCells() {
    return this == SQRT_RATE || this == FREEMAN_TUKEY_RATE;
  }

  abstract double estimate(Rate rate);

  abstract double variance(Rate rate);

  boolean needsCorrection(Rate r) {
    return r.events() == 0 && !takesZeroCells();
  }
}
