package org.copse.effect;

import java.util.List;

/**
 * Measures of a single group's mean m, standard deviation s and size n.
 *
 * <p>None has a value of no effect, the logarithmic ones are shown as m, s and s/m. <b>Edge
 * cases</b>: a mean of 0 or less has no logarithm and no coefficient of variation; such a study is
 * left out and noted. <b>Accuracy</b>: closed forms, compared with metafor 5.1 at 1e-12. R meta:
 * {@code metamean}.
 */
public enum MeanMeasure implements SummaryMeasure<SingleMean> {
  /** m in the outcome's unit; variance s²/n. metafor: "MN"; R meta: "MRAW". */
  RAW_MEAN("Mean", "Mean", AnalysisScale.IDENTITY) {
    @Override
    public double estimate(SingleMean d) {
      return d.mean();
    }

    @Override
    public double variance(SingleMean d) {
      return d.sd() * d.sd() / d.n();
    }
  },
  /**
   * m with one SD for all studies, variance sₚ²/n, sₚ² = Σ(n−1)s² / Σ(n−1): leaving a study out
   * changes the others' variances. metafor: "MN" with vtype "HO".
   */
  RAW_MEAN_POOLED_VARIANCE("Mean", "Mean", AnalysisScale.IDENTITY) {
    @Override
    public double estimate(SingleMean d) {
      return d.mean();
    }

    @Override
    public double variance(SingleMean d) {
      return d.sd() * d.sd() / d.n();
    }

    @Override
    public double[] variances(List<SingleMean> studies) {
      double squares = studies.stream().mapToDouble(d -> (d.n() - 1) * d.sd() * d.sd()).sum();
      double df = studies.stream().mapToDouble(d -> d.n() - 1).sum();
      return studies.stream().mapToDouble(d -> squares / df / d.n()).toArray();
    }

    @Override
    public List<String> conventions() {
      return List.of("Variance of the means: one SD, pooled over the studies.");
    }
  },
  /**
   * Standardised mean g = J(n − 1) m/s, of means less a constant the single-group standardised mean
   * difference; variance 1/n + g²/(2n). Hedges 1981. metafor: "SMN".
   */
  STANDARDISED_MEAN("SMN", "Standardised mean", AnalysisScale.IDENTITY) {
    @Override
    public double estimate(SingleMean d) {
      double correction = HedgesCorrection.exact(d.n() - 1);
      return correction > 0 ? correction * d.mean() / d.sd() : Double.NaN;
    }

    @Override
    public double variance(SingleMean d) {
      double g = estimate(d);
      return 1 / d.n() + g * g / (2 * d.n());
    }

    @Override
    public String undefined(SingleMean d) {
      return "2 patients are too few for the bias correction: left out";
    }
  },
  /** ln m; variance s²/(n m²), delta method. metafor: "MNLN"; R meta: "MLN". */
  LOG_MEAN("Mean", "Mean (log)", AnalysisScale.LOG) {
    @Override
    public double estimate(SingleMean d) {
      return Math.log(d.mean());
    }

    @Override
    public double variance(SingleMean d) {
      double cv = d.sd() / d.mean();
      return cv * cv / d.n();
    }
  },
  /**
   * ln s + 1/(2(n−1)), unbiased for normal values; variance 1/(2(n−1)). Raudenbush and Bryk, J Educ
   * Stat 1987;12:241-269; Nakagawa et al., Methods Ecol Evol 2015;6:143-152. metafor: "SDLN".
   */
  LOG_STANDARD_DEVIATION("SD", "Standard deviation (log)", AnalysisScale.LOG) {
    @Override
    public double estimate(SingleMean d) {
      return Math.log(d.sd()) + variance(d);
    }

    @Override
    public double variance(SingleMean d) {
      return 1 / (2 * (d.n() - 1));
    }

    @Override
    public List<String> conventions() {
      return List.of("Log SDs corrected for bias by 1/(2(n − 1)).");
    }
  },
  /**
   * ln(s/m) + 1/(2(n−1)); variance 1/(2(n−1)) + s²/(n m²), mean and SD independent (normal values).
   * Nakagawa et al. 2015, equation 27. metafor: "CVLN".
   */
  LOG_COEFFICIENT_OF_VARIATION("CV", "Coefficient of variation (log)", AnalysisScale.LOG) {
    @Override
    public double estimate(SingleMean d) {
      return Math.log(d.sd() / d.mean()) + LOG_STANDARD_DEVIATION.variance(d);
    }

    @Override
    public double variance(SingleMean d) {
      return LOG_STANDARD_DEVIATION.variance(d) + LOG_MEAN.variance(d);
    }

    @Override
    public List<String> conventions() {
      return List.of("Log coefficients of variation corrected for bias by 1/(2(n − 1)).");
    }
  },
  /** m/s without correction; variance 1/n + d²/(2n). metafor: "SMN" with correct = FALSE. */
  UNCORRECTED_STANDARDISED_MEAN("SMN", "Standardised mean", AnalysisScale.IDENTITY) {
    @Override
    public double estimate(SingleMean d) {
      return d.mean() / d.sd();
    }

    @Override
    public double variance(SingleMean d) {
      double standardised = estimate(d);
      return 1 / d.n() + standardised * standardised / (2 * d.n());
    }

    @Override
    public List<String> conventions() {
      return List.of(UNCORRECTED);
    }
  },
  /** ln s without correction; variance 1/(2(n−1)). metafor: "SDLN" with correct = FALSE. */
  UNCORRECTED_LOG_STANDARD_DEVIATION("SD", "Standard deviation (log)", AnalysisScale.LOG) {
    @Override
    public double estimate(SingleMean d) {
      return Math.log(d.sd());
    }

    @Override
    public double variance(SingleMean d) {
      return LOG_STANDARD_DEVIATION.variance(d);
    }

    @Override
    public List<String> conventions() {
      return List.of(UNCORRECTED);
    }
  },
  /**
   * ln(s/m) without correction; variance of {@link #LOG_COEFFICIENT_OF_VARIATION}. metafor: "CVLN"
   * with correct = FALSE.
   */
  UNCORRECTED_LOG_COEFFICIENT_OF_VARIATION(
      "CV", "Coefficient of variation (log)", AnalysisScale.LOG) {
    @Override
    public double estimate(SingleMean d) {
      return Math.log(d.sd() / d.mean());
    }

    @Override
    public double variance(SingleMean d) {
      return LOG_COEFFICIENT_OF_VARIATION.variance(d);
    }

    @Override
    public List<String> conventions() {
      return List.of(UNCORRECTED);
    }
  };

  private static final String UNCORRECTED = "No correction for small samples.";

  private static final List<RawColumn> COLUMNS =
      List.of(
          RawColumn.of("n", "total", RawColumn.Kind.COUNT),
          RawColumn.of("mean", "mean", RawColumn.Kind.VALUE),
          RawColumn.of("sd", "SD", RawColumn.Kind.VALUE));

  private final String abbreviation;
  private final String label;
  private final AnalysisScale scale;

  MeanMeasure(String abbreviation, String label, AnalysisScale scale) {
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
  public String displayedLabel() {
    return label.replace(" (log)", "");
  }

  @Override
  public AnalysisScale scale() {
    return scale;
  }

  @Override
  public List<RawColumn> columns() {
    return COLUMNS;
  }

  /** A single group is compared with nothing. */
  @Override
  public boolean hasNullValue() {
    return false;
  }

  /** A mean pooled as its logarithm is a mean, not a ratio. */
  @Override
  public boolean isRatio() {
    return false;
  }

  @Override
  public double lowest() {
    return scale == AnalysisScale.LOG ? 0 : Double.NEGATIVE_INFINITY;
  }

  @Override
  public String undefined(SingleMean d) {
    return "a mean of 0 or less has no logarithm: left out";
  }
}
