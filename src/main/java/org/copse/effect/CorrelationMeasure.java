package org.copse.effect;

import java.util.List;

/**
 * Measures of a correlation r with n patients. 0 without association.
 *
 * <p><b>Edge cases</b>: r = ±1 has variance 0 (and infinite z), fewer than 4 patients (5 for the
 * unbiased correlation) too little information: such a study is left out and noted.
 * <b>Accuracy</b>: closed forms at 1e-12 of metafor 5.1, hypergeometric series at 1e-11. R meta:
 * {@code metacor} ("r", "ZCOR").
 */
public enum CorrelationMeasure implements SummaryMeasure<Correlation> {
  /** r as it is; variance (1 − r²)²/(n − 1). Borenstein 2009, equation 12.27. metafor: "COR". */
  CORRELATION("r", "Correlation", AnalysisScale.IDENTITY) {
    @Override
    public double estimate(Correlation d) {
      return enough(d, LEAST) ? d.r() : Double.NaN;
    }

    @Override
    public double variance(Correlation d) {
      return CorrelationFormulas.largeSample(d.r(), d.n());
    }
  },
  /**
   * r with the variance taken at the average of the studies' correlations, r̄ = Σnr/Σn, so that
   * weights depend on n alone: Hunter and Schmidt, Methods of Meta-Analysis, 2004. Leaving a study
   * out changes the others' variances. metafor: "COR" with vtype "AV".
   */
  CORRELATION_AVERAGE_VARIANCE("r", "Correlation", AnalysisScale.IDENTITY) {
    @Override
    public double estimate(Correlation d) {
      return CORRELATION.estimate(d);
    }

    @Override
    public double variance(Correlation d) {
      return CORRELATION.variance(d);
    }

    @Override
    public double[] variances(List<Correlation> studies) {
      return CorrelationFormulas.atAverage(this, studies);
    }

    @Override
    public List<String> conventions() {
      return List.of(CorrelationFormulas.AVERAGE_NOTE);
    }
  },
  /**
   * r with the variance it has where there is no correlation, as of the t test: (1 − r²)/(n − 2).
   * For tests of no correlation anywhere, not for intervals. metafor: "COR" with vtype "H0".
   */
  CORRELATION_VARIANCE_UNDER_NULL("r", "Correlation", AnalysisScale.IDENTITY) {
    @Override
    public double estimate(Correlation d) {
      return CORRELATION.estimate(d);
    }

    @Override
    public double variance(Correlation d) {
      return (1 - d.r()) * (1 + d.r()) / (d.n() - 2);
    }

    @Override
    public List<String> conventions() {
      return List.of("Variances hold where there is no correlation: for tests, not intervals.");
    }
  },
  /**
   * Unbiased correlation G = r ₂F₁(½, ½; (n−2)/2; 1 − r²); variance (1 − G²)²/(n − 1). Olkin and
   * Pratt, Ann Math Stat 1958;29:201-211, equation 2.3. metafor: "UCOR".
   */
  UNBIASED_CORRELATION("r", "Correlation (unbiased)", AnalysisScale.IDENTITY) {
    @Override
    public double estimate(Correlation d) {
      return enough(d, LEAST + 1) ? CorrelationFormulas.unbiased(d.r(), d.n()) : Double.NaN;
    }

    @Override
    public double variance(Correlation d) {
      return enough(d, LEAST + 1)
          ? CorrelationFormulas.varianceOfUnbiased(d.r(), d.n())
          : Double.NaN;
    }
  },
  /**
   * The unbiased correlation with its unbiased variance, G² − 1 + (n−3)/(n−2) (1 − r²) ₂F₁(1, 1;
   * n/2; 1 − r²). Hedges, J Appl Psychol 1989;74:469-477. metafor: "UCOR" with vtype "UB".
   */
  UNBIASED_CORRELATION_UNBIASED_VARIANCE("r", "Correlation (unbiased)", AnalysisScale.IDENTITY) {
    @Override
    public double estimate(Correlation d) {
      return UNBIASED_CORRELATION.estimate(d);
    }

    @Override
    public double variance(Correlation d) {
      return enough(d, LEAST + 1) ? CorrelationFormulas.unbiasedVariance(d.r(), d.n()) : Double.NaN;
    }

    @Override
    public List<String> conventions() {
      return List.of("Variances are unbiased (Hedges 1989).");
    }
  },
  /**
   * The unbiased correlation with the variance at the studies' average, as {@link
   * #CORRELATION_AVERAGE_VARIANCE}. metafor: "UCOR" with vtype "AV".
   */
  UNBIASED_CORRELATION_AVERAGE_VARIANCE("r", "Correlation (unbiased)", AnalysisScale.IDENTITY) {
    @Override
    public double estimate(Correlation d) {
      return UNBIASED_CORRELATION.estimate(d);
    }

    @Override
    public double variance(Correlation d) {
      return UNBIASED_CORRELATION.variance(d);
    }

    @Override
    public double[] variances(List<Correlation> studies) {
      return CorrelationFormulas.atAverage(this, studies);
    }

    @Override
    public List<String> conventions() {
      return List.of(CorrelationFormulas.AVERAGE_NOTE);
    }
  },
  /**
   * Fisher's z = artanh r, shown as r; variance 1/(n − 3). Fisher, Metron 1921;1:3-32. metafor, R
   * meta: "ZCOR".
   */
  FISHER_Z_CORRELATION("r", "Correlation (Fisher's z)", AnalysisScale.FISHER_Z) {
    @Override
    public double estimate(Correlation d) {
      return enough(d, LEAST) ? AnalysisScale.FISHER_Z.transform(d.r()) : Double.NaN;
    }

    @Override
    public double variance(Correlation d) {
      return 1 / (d.n() - 3);
    }
  };

  private static final int LEAST = 4;
  private static final List<RawColumn> COLUMNS =
      List.of(
          RawColumn.of("r", "r", RawColumn.Kind.VALUE),
          RawColumn.of("n", "total", RawColumn.Kind.COUNT));

  private final String abbreviation;
  private final String label;
  private final AnalysisScale scale;

  CorrelationMeasure(String abbreviation, String label, AnalysisScale scale) {
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
    return scale == AnalysisScale.FISHER_Z ? "Correlation" : label;
  }

  @Override
  public AnalysisScale scale() {
    return scale;
  }

  @Override
  public List<RawColumn> columns() {
    return COLUMNS;
  }

  @Override
  public double lowest() {
    return -1;
  }

  @Override
  public double highest() {
    return 1;
  }

  @Override
  public String undefined(Correlation d) {
    return Math.abs(d.r()) == 1
        ? "a correlation of 1 or −1 has no variance: left out"
        : "too few patients for the variance of a correlation: left out";
  }

  private static boolean enough(Correlation d, int least) {
    return d.n() >= least;
  }
}
