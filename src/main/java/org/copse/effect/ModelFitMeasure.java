package org.copse.effect;

import java.util.List;

/**
 * Measures of a coefficient of determination R² with n patients and m predictors, drawn at random
 * unless the measure says that they are fixed.
 *
 * <p>R² cannot be negative, so that a pooled one is above 0 whatever is true: there is no test of
 * no effect. <b>Edge cases</b>: R² of 0 or 1 has variance 0 on its own scale: left out and noted.
 * <b>Accuracy</b>: closed forms, compared with metafor 5.1 at 1e-12. <b>Source</b>: Kendall and
 * Stuart, Advanced Theory of Statistics, 1979, volume 2.
 */
public enum ModelFitMeasure implements SummaryMeasure<ModelFit> {
  /** R² as it is; variance 4R²(1 − R²)²/n, equation 27.88. metafor: "R2". */
  R_SQUARED("R²", "R²", AnalysisScale.IDENTITY, "") {
    @Override
    double varianceAt(ModelFit d, double rSquared) {
      return largeSample(d, rSquared);
    }
  },
  /**
   * R² with variance 4R²(1 − R²)²(n − m − 1)²/[(n² − 1)(n + 3)], equation 27.87. metafor: "R2" with
   * vtype "LS2".
   */
  R_SQUARED_SMALL_SAMPLE_VARIANCE(
      "R²", "R²", AnalysisScale.IDENTITY, "Variances of R² with its terms for small samples.") {
    @Override
    double varianceAt(ModelFit d, double rSquared) {
      return smallSample(d, rSquared);
    }
  },
  /**
   * R² with the variance of {@link #R_SQUARED} at the studies' average, weighted by n. Leaving a
   * study out changes the others' variances. metafor: "R2" with vtype "AV".
   */
  R_SQUARED_AVERAGE_VARIANCE("R²", "R²", AnalysisScale.IDENTITY, Words.AVERAGED) {
    @Override
    double varianceAt(ModelFit d, double rSquared) {
      return largeSample(d, rSquared);
    }
  },
  /**
   * R² with the variance of {@link #R_SQUARED_SMALL_SAMPLE_VARIANCE} at the studies' average.
   * metafor: "R2" with vtype "AV2".
   */
  R_SQUARED_SMALL_SAMPLE_AVERAGE_VARIANCE("R²", "R²", AnalysisScale.IDENTITY, Words.AVERAGED) {
    @Override
    double varianceAt(ModelFit d, double rSquared) {
      return smallSample(d, rSquared);
    }
  },
  /**
   * Artanh R, shown as R²; variance 1/n. Olkin and Finn, Psychol Bull 1995;118:155-164, with their
   * transformation halved. metafor: "ZR2".
   */
  FISHER_Z_R_SQUARED("R²", "R² (Fisher's z)", AnalysisScale.FISHER_Z_SQUARED, "") {
    @Override
    double varianceAt(ModelFit d, double rSquared) {
      return 1 / d.n();
    }
  },
  /**
   * R² of predictors whose values the design fixes; variance that of the normalised likelihood of
   * the true R², λ = n R²/(1 − R²) the non-centrality of the F statistic (a Bayesian's variance
   * under a uniform prior), by quadrature. Defined at R² = 0. <b>Accuracy</b>: about 1e-9; metafor
   * sums on a grid, to about 1e-4. metafor: "R2F".
   */
  R_SQUARED_FIXED_PREDICTORS("R²", "R² (fixed predictors)", AnalysisScale.IDENTITY, Words.FIXED) {
    @Override
    double varianceAt(ModelFit d, double rSquared) {
      return FixedPredictors.variance(d);
    }
  },
  /**
   * Artanh R of {@link #R_SQUARED_FIXED_PREDICTORS}, shown as R²; variance by the delta method,
   * that of R² over 4R²(1 − R²)². metafor: "ZR2F", which divides by (1 − R⁴)² instead, as if R²
   * were the R that is transformed.
   */
  FISHER_Z_R_SQUARED_FIXED_PREDICTORS(
      "R²", "R² (Fisher's z, fixed predictors)", AnalysisScale.FISHER_Z_SQUARED, Words.FIXED) {
    @Override
    double varianceAt(ModelFit d, double rSquared) {
      double left = 1 - rSquared;
      return FixedPredictors.variance(d) / (4 * rSquared * left * left);
    }
  };

  private static final List<RawColumn> COLUMNS =
      List.of(
          RawColumn.of("rSquared", "R²", RawColumn.Kind.VALUE),
          RawColumn.of("n", "total", RawColumn.Kind.COUNT),
          RawColumn.of("predictors", "predictors", RawColumn.Kind.VALUE));

  private final String abbreviation;
  private final String label;
  private final AnalysisScale scale;
  private final String note;

  ModelFitMeasure(String abbreviation, String label, AnalysisScale scale, String note) {
    this.abbreviation = abbreviation;
    this.label = label;
    this.scale = scale;
    this.note = note;
  }

  abstract double varianceAt(ModelFit d, double rSquared);

  @Override
  public double estimate(ModelFit d) {
    return scale.transform(d.rSquared());
  }

  @Override
  public double variance(ModelFit d) {
    return varianceAt(d, d.rSquared());
  }

  @Override
  public double[] variances(List<ModelFit> studies) {
    if (!note.equals(Words.AVERAGED)) {
      return SummaryMeasure.super.variances(studies);
    }
    double[] values = studies.stream().mapToDouble(ModelFit::rSquared).toArray();
    double[] sizes = studies.stream().mapToDouble(ModelFit::n).toArray();
    double average = SummaryRules.weightedMean(values, sizes);
    return studies.stream().mapToDouble(d -> varianceAt(d, average)).toArray();
  }

  private static double largeSample(ModelFit d, double rSquared) {
    return 4 * rSquared * (1 - rSquared) * (1 - rSquared) / d.n();
  }

  private static double smallSample(ModelFit d, double rSquared) {
    double n = d.n();
    double df = n - d.predictors() - 1;
    return 4 * rSquared * (1 - rSquared) * (1 - rSquared) * df * df / ((n * n - 1) * (n + 3));
  }

  @Override
  public List<String> conventions() {
    return note.isEmpty() ? List.of() : List.of(note);
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
    return "R²";
  }

  @Override
  public AnalysisScale scale() {
    return scale;
  }

  @Override
  public List<RawColumn> columns() {
    return COLUMNS;
  }

  /** No pooled R² can be 0 or less. */
  @Override
  public boolean hasNullValue() {
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

  @Override
  public String undefined(ModelFit d) {
    return "an R² of 0 or 1 has no variance: left out";
  }

  /** Words that constants need before they exist. */
  private static final class Words {
    static final String AVERAGED =
        "Variances are taken at the studies' average R², weighted by patients.";
    static final String FIXED = "Variances of R² take the predictors' values as fixed by design.";
  }
}
