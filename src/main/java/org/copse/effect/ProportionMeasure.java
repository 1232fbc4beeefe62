package org.copse.effect;

/**
 * Measures of a single proportion, x events in n.
 *
 * <p><b>Zero cells</b>: by default 0.5 is added to events and non-events of a study with no or only
 * events, where the formula cannot take it; see {@link ProportionEffects#zeroCells(ZeroCells)}.
 * metafor's measures "PR", "PLN", "PLO", "PRZ", "PAS", "PFT"; R meta's "PRAW", "PLN", "PLOGIT",
 * "PAS", "PFT".
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
   * ln(x/n); variance 1/x − 1/n. With no or only events 0.5 is added to events and non-events. A
   * pooled upper limit may exceed 1, which is said in the notes of a fit.
   */
  LOG_PROPORTION("Proportion (log)", AnalysisScale.LOG) {
    @Override
    double estimate(Proportion p) {
      return Math.log(p.value());
    }

    @Override
    double variance(Proportion p) {
      // (n - x) / (x n) keeps the digits that 1/x - 1/n loses for common events
      return (p.total() - p.events()) / (p.events() * p.total());
    }
  },
  /**
   * Probit Φ⁻¹(x/n) = z; variance 2π p(1 − p) exp(z²)/n. With no or only events 0.5 is added to
   * events and non-events. metafor "PRZ".
   */
  PROBIT_PROPORTION("Proportion (probit)", AnalysisScale.PROBIT) {
    @Override
    double estimate(Proportion p) {
      return Probit.of(p.events(), p.total());
    }

    @Override
    double variance(Proportion p) {
      return Probit.variance(p.events(), p.total());
    }
  },
  /**
   * Angular transformation arcsin √(x/n); variance 1/(4n). No correction. metafor and R meta "PAS".
   */
  ARCSINE_PROPORTION("Proportion (arcsine)", AnalysisScale.ARCSINE) {
    @Override
    double estimate(Proportion p) {
      return Math.asin(Math.sqrt(p.value()));
    }

    @Override
    double variance(Proportion p) {
      return 1 / (4 * p.total());
    }
  },
  /**
   * Freeman-Tukey double arcsine, ½[arcsin √(x/(n+1)) + arcsin √((x+1)/(n+1))]; variance 1/(4n +
   * 2). No correction. A pooled value is taken back with the harmonic mean of the totals (Miller
   * 1978), which misleads where totals differ much: Schwarzer et al., Res Synth Methods
   * 2019;10:476-483; the notes of a fit say where it does. The logit with {@code Glmm} needs none.
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

  /**
   * Whether the formula takes no or only events as they are, so that nothing needs to be added.
   *
   * @return true for both arcsine transformations
   */
  public boolean takesZeroCells() {
    return this == FREEMAN_TUKEY_PROPORTION || this == ARCSINE_PROPORTION;
  }

  @Override
  public String displayedLabel() {
    return abbreviation();
  }

  /** A proportion pooled as its logarithm is a proportion, not a ratio. */
  @Override
  public boolean isRatio() {
    return false;
  }

  @Override
  public double lowest() {
    return 0;
  }

  @Override
  public double highest() {
    return 1;
  }

  boolean needsCorrection(Proportion p) {
    return !takesZeroCells() && (p.events() == 0 || p.events() == p.total());
  }
}
