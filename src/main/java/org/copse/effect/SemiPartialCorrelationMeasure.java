package org.copse.effect;

import java.util.List;

/**
 * Measures of a semi-partial correlation r with n patients in a model of R². 0 without association.
 *
 * <p>Variance (R⁴ − 2R² + R₀² + 1 − R₀⁴)/n with R₀² = R² − r² the model without the predictor: Aloe
 * and Becker, J Educ Behav Stat 2012;37:278-297. <b>Edge cases</b>: R² = 1 has no variance: left
 * out and noted. <b>Accuracy</b>: closed forms, compared with metafor 5.1 at 1e-12.
 */
public enum SemiPartialCorrelationMeasure implements SummaryMeasure<SemiPartialCorrelation> {
  /** r as it is. metafor: "SPCOR". */
  SEMI_PARTIAL_CORRELATION("Semi-partial r", "Semi-partial correlation", AnalysisScale.IDENTITY) {
    @Override
    public double estimate(SemiPartialCorrelation d) {
      return d.r();
    }

    @Override
    double varianceAt(SemiPartialCorrelation d, double r) {
      return aloe(d, r);
    }
  },
  /**
   * r with the variance at the studies' average r, weighted by n, and each study's own R². Leaving
   * a study out changes the others' variances. metafor: "SPCOR" with vtype "AV".
   */
  SEMI_PARTIAL_CORRELATION_AVERAGE_VARIANCE(
      "Semi-partial r", "Semi-partial correlation", AnalysisScale.IDENTITY) {
    @Override
    public double estimate(SemiPartialCorrelation d) {
      return d.r();
    }

    @Override
    double varianceAt(SemiPartialCorrelation d, double r) {
      return aloe(d, r);
    }

    @Override
    public double[] variances(List<SemiPartialCorrelation> studies) {
      double[] values = studies.stream().mapToDouble(SemiPartialCorrelation::r).toArray();
      double[] sizes = studies.stream().mapToDouble(SemiPartialCorrelation::n).toArray();
      double average = SummaryRules.weightedMean(values, sizes);
      return studies.stream().mapToDouble(d -> aloe(d, average)).toArray();
    }

    @Override
    public List<String> conventions() {
      return List.of(CorrelationFormulas.AVERAGE_NOTE);
    }
  },
  /**
   * Fisher's z = artanh r, shown as r; variance that of r over (1 − r²)², which z does not make
   * constant here. Aloe, J Gen Psychol 2014;141:47-64. metafor: "ZSPCOR".
   */
  FISHER_Z_SEMI_PARTIAL_CORRELATION(
      "Semi-partial r", "Semi-partial correlation (Fisher's z)", AnalysisScale.FISHER_Z) {
    @Override
    public double estimate(SemiPartialCorrelation d) {
      return AnalysisScale.FISHER_Z.transform(d.r());
    }

    @Override
    double varianceAt(SemiPartialCorrelation d, double r) {
      double left = (1 - r) * (1 + r);
      return aloe(d, r) / (left * left);
    }
  };

  private static final List<RawColumn> COLUMNS =
      List.of(
          RawColumn.of("r", "semi-partial r", RawColumn.Kind.VALUE),
          RawColumn.of("n", "total", RawColumn.Kind.COUNT),
          RawColumn.of("predictors", "predictors", RawColumn.Kind.VALUE),
          RawColumn.of("rSquared", "R²", RawColumn.Kind.VALUE));

  private final String abbreviation;
  private final String label;
  private final AnalysisScale scale;

  SemiPartialCorrelationMeasure(String abbreviation, String label, AnalysisScale scale) {
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
    return "Semi-partial correlation";
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
  public double variance(SemiPartialCorrelation d) {
    return varianceAt(d, d.r());
  }

  abstract double varianceAt(SemiPartialCorrelation d, double r);

  /** Written as [(1 − R²)² + r² − R₀⁴ + ...] with the digits of 1 − R². */
  private static double aloe(SemiPartialCorrelation d, double r) {
    double without = d.rSquared() - r * r;
    double unexplained = 1 - d.rSquared();
    return (unexplained * unexplained + without * (1 - without)) / d.n();
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
  public String undefined(SemiPartialCorrelation d) {
    return "the variance of a semi-partial correlation in a model with R² = 1 is 0: left out";
  }
}
