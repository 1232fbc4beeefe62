package org.copse.effect;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Measures of the change within one group, from {@link PrePost} data.
 *
 * <p><b>Sign</b>: always after minus before, or after over before: above 0 (1) the values rose.
 * metafor subtracts m2i from m1i, so m1i is the mean after; where it standardises by sd1i alone
 * (SMCR, SMCRH) that is the SD before. <b>Bias corrections</b> are exact, Hedges' J(m) with the
 * gamma function. n patients; s₁, s₂ the SDs before and after; r the correlation; s the SD of the
 * changes. <b>Edge cases</b>: n = 2 has no J(n − 1), means of unlike sign no ratio: such a study is
 * left out and noted. <b>Accuracy</b>: closed forms, compared with metafor 5.1 at 1e-12.
 */
public enum ChangeMeasure implements SummaryMeasure<PrePost> {
  /** Mean change in the outcome's unit; variance s²/n. metafor: "MC". */
  MEAN_CHANGE(
      "MC",
      "Mean change (after − before)",
      AnalysisScale.IDENTITY,
      "",
      PrePost::change,
      ChangeFormulas::changeVariance),
  /**
   * Change in SDs of the changes, g = J(n − 1) change/s; variance 1/n + g²/(2n). A change that is
   * alike in all patients makes it large whatever its size. Gibbons, Hedeker and Davis, J Educ Stat
   * 1993;18:271-279; Morris and DeShon, Psychol Methods 2002;7:105-125. metafor: "SMCC".
   */
  CHANGE_SCORE_STANDARDISED_MEAN_CHANGE(
      "SMCC",
      "Standardised mean change (after − before, SD of the changes)",
      AnalysisScale.IDENTITY,
      "standardised by the SD of the changes",
      d -> ChangeFormulas.byChangeSd(d.n(), d.change(), d.sdChange()),
      d ->
          ChangeFormulas.byChangeSdVariance(
              d.n(), ChangeFormulas.byChangeSd(d.n(), d.change(), d.sdChange()))),
  /**
   * The same g with the variance of Borenstein et al. 2009, J²(1/n + d²/(2n)), d = g/J. metafor:
   * "SMCC", {@code vtype = "LS2"}.
   */
  CHANGE_SCORE_STANDARDISED_MEAN_CHANGE_BORENSTEIN_VARIANCE(
      "SMCC",
      "Standardised mean change (after − before, SD of the changes)",
      AnalysisScale.IDENTITY,
      "standardised by the SD of the changes, variance of Borenstein et al.",
      d -> ChangeFormulas.byChangeSd(d.n(), d.change(), d.sdChange()),
      ChangeFormulas::byChangeSdBorenstein),
  /**
   * The same g with its unbiased variance 1/n + (1 − (m − 2)/(m J²)) g², m = n − 1. Gibbons et al.
   * 1993; Hedges, Psychol Bull 1983;93:388-395. metafor: "SMCC", {@code vtype = "UB"}.
   */
  CHANGE_SCORE_STANDARDISED_MEAN_CHANGE_UNBIASED_VARIANCE(
      "SMCC",
      "Standardised mean change (after − before, SD of the changes)",
      AnalysisScale.IDENTITY,
      "standardised by the SD of the changes, unbiased variance",
      d -> ChangeFormulas.byChangeSd(d.n(), d.change(), d.sdChange()),
      ChangeFormulas::byChangeSdUnbiased),
  /**
   * Change in SDs before, g = J(n − 1) change/s₁; variance 2(1 − r)/n + g²/(2n), which takes the
   * SDs before and after as equal. Becker, Br J Math Stat Psychol 1988;41:257-278; Morris, Br J
   * Math Stat Psychol 2000;53:17-29. metafor: "SMCR".
   */
  RAW_SCORE_STANDARDISED_MEAN_CHANGE(
      "SMCR",
      "Standardised mean change (after − before, SD before)",
      AnalysisScale.IDENTITY,
      "standardised by the SD before",
      ChangeFormulas::byBaseline,
      ChangeFormulas::byBaselineVariance),
  /**
   * The same g with the variance of Borenstein et al. 2009, J²(2(1 − r)/n + d²/(2n)), d = g/J.
   * metafor: "SMCR", {@code vtype = "LS2"}.
   */
  RAW_SCORE_STANDARDISED_MEAN_CHANGE_BORENSTEIN_VARIANCE(
      "SMCR",
      "Standardised mean change (after − before, SD before)",
      AnalysisScale.IDENTITY,
      "standardised by the SD before, variance of Borenstein et al.",
      ChangeFormulas::byBaseline,
      ChangeFormulas::byBaselineBorenstein),
  /**
   * The same g with its unbiased variance 2(1 − G)/n + (1 − (m − 2)/(m J²)) g², m = n − 1, G the
   * unbiased correlation; n from 5. Morris, Br J Math Stat Psychol 2000;53:17-29; Olkin and Pratt,
   * Ann Math Stat 1958;29:201-211. metafor: "SMCR", {@code vtype = "UB"}.
   */
  RAW_SCORE_STANDARDISED_MEAN_CHANGE_UNBIASED_VARIANCE(
      "SMCR",
      "Standardised mean change (after − before, SD before)",
      AnalysisScale.IDENTITY,
      "standardised by the SD before, unbiased variance",
      ChangeFormulas::byBaseline,
      ChangeFormulas::byBaselineUnbiased),
  /**
   * The same g with a variance that lets the SDs differ, s²/(s₁²(n − 1)) + g²/(2(n − 1)). Bonett,
   * Psychol Methods 2008;13:99-109. metafor: "SMCRH".
   */
  RAW_SCORE_STANDARDISED_MEAN_CHANGE_HETEROSCEDASTIC(
      "SMCRH",
      "Standardised mean change (after − before, SD before, unequal SDs)",
      AnalysisScale.IDENTITY,
      "standardised by the SD before, SDs not taken as equal",
      ChangeFormulas::byBaseline,
      ChangeFormulas::byBaselineUnequalVariance),
  /**
   * Change in average SDs, g = J(m) change/√[(s₁² + s₂²)/2] with m = 2(n − 1)/(1 + r²); variance
   * 2(1 − r)/n + g²(1 + r²)/(4n). Cousineau, Quant Methods Psychol 2020;16:418-421. metafor:
   * "SMCRP".
   */
  AVERAGE_SD_STANDARDISED_MEAN_CHANGE(
      "SMCRP",
      "Standardised mean change (after − before, average SD)",
      AnalysisScale.IDENTITY,
      "standardised by the average SD",
      ChangeFormulas::byAverage,
      ChangeFormulas::byAverageVariance),
  /**
   * The same g with a variance that lets the SDs differ: s²/(s̄²(n − 1)) + g²(s₁⁴ + s₂⁴ + 2 r² s₁²
   * s₂²)/(8 s̄⁴ (n − 1)), s̄² the average variance. Bonett 2008. metafor: "SMCRPH".
   */
  AVERAGE_SD_STANDARDISED_MEAN_CHANGE_HETEROSCEDASTIC(
      "SMCRPH",
      "Standardised mean change (after − before, average SD, unequal SDs)",
      AnalysisScale.IDENTITY,
      "standardised by the average SD, SDs not taken as equal",
      ChangeFormulas::byAverage,
      ChangeFormulas::byAverageUnequalVariance),
  /**
   * Change in the SD within times that the SD of the changes implies, g = J(n − 1) change/[s/√(2(1
   * − r))]; variance 2(1 − r)[J²/n + g²/(2n)]. Borenstein et al., Introduction to Meta-Analysis,
   * 2009, section on matched groups: what Comprehensive Meta-Analysis does, but for its approximate
   * J. metafor has none.
   */
  WITHIN_SD_STANDARDISED_MEAN_CHANGE(
      "SMCW",
      "Standardised mean change (after − before, SD within)",
      AnalysisScale.IDENTITY,
      "standardised by the SD of the changes over √(2(1 − r))",
      ChangeFormulas::byWithin,
      ChangeFormulas::byWithinVariance),
  /**
   * Ratio of the means after and before, ln(m₂/m₁) + ½[s₂²/(n m₂²) − s₁²/(n m₁²)]; variance
   * [s₂²/m₂² + s₁²/m₁² − 2 r s₁ s₂/(m₁ m₂)]/n. Lajeunesse, Ecology 2011;92:2049-2055, the
   * correction from Ecology 2015;96:2056-2063. metafor: "ROMC".
   */
  PAIRED_RATIO_OF_MEANS(
      "ROM",
      "Ratio of means (after / before)",
      AnalysisScale.LOG,
      "",
      ChangeFormulas::logRatio,
      ChangeFormulas::logRatioVariance),
  /**
   * The same ratio with the second-order variance: ½(c₁⁴ + c₂⁴)/n² + ½r²s₁²s₂²(1/m₁⁴ + 1/m₂⁴)/n²
   * more, c = s/m. Lajeunesse 2015; Senior et al. 2020. metafor: "ROMC", {@code vtype = "LS2"}.
   */
  PAIRED_RATIO_OF_MEANS_SECOND_ORDER(
      "ROM",
      "Ratio of means (after / before)",
      AnalysisScale.LOG,
      "",
      ChangeFormulas::logRatio,
      ChangeFormulas::logRatioSecondOrder),
  /**
   * Ratio of the coefficients of variation after and before: {@link #PAIRED_VARIABILITY_RATIO}
   * minus {@link #PAIRED_RATIO_OF_MEANS} on the log scale, the sum of their variances; both means
   * above 0. Senior, Viechtbauer and Nakagawa, Res Synth Methods 2020;11:553-567, equation 23.
   * metafor: "CVRC".
   */
  PAIRED_COEFFICIENT_OF_VARIATION_RATIO(
      "CVR",
      "Coefficient of variation ratio (after / before)",
      AnalysisScale.LOG,
      "",
      ChangeFormulas::logCvRatio,
      ChangeFormulas::logCvRatioVariance),
  /**
   * The same ratio with the sum of the second-order variances. Senior et al. 2020, equation 24.
   * metafor: "CVRC", {@code vtype = "LS2"}.
   */
  PAIRED_COEFFICIENT_OF_VARIATION_RATIO_SECOND_ORDER(
      "CVR",
      "Coefficient of variation ratio (after / before)",
      AnalysisScale.LOG,
      "",
      ChangeFormulas::logCvRatio,
      d -> ChangeFormulas.logSdRatioSecondOrder(d) + ChangeFormulas.logRatioSecondOrder(d)),
  /**
   * Ratio of the SDs after and before, ln(s₂/s₁); variance (1 − r²)/(n − 1). Senior et al. 2020,
   * equation 21. metafor: "VRC".
   */
  PAIRED_VARIABILITY_RATIO(
      "VR",
      "Variability ratio (after / before)",
      AnalysisScale.LOG,
      "",
      ChangeFormulas::logSdRatio,
      ChangeFormulas::logSdRatioVariance),
  /**
   * The same ratio with the second-order variance n/(n − 1)² − r²/(n − 1) + r⁴(s₁⁸ + s₂⁸)/(2(n −
   * 1)² s₁⁴ s₂⁴). Senior et al. 2020, equation 22. metafor: "VRC", {@code vtype = "LS2"}.
   */
  PAIRED_VARIABILITY_RATIO_SECOND_ORDER(
      "VR",
      "Variability ratio (after / before)",
      AnalysisScale.LOG,
      "",
      ChangeFormulas::logSdRatio,
      ChangeFormulas::logSdRatioSecondOrder),
  /**
   * Probability that a value after is above a value before, of two patients taken at random, both
   * normal: Φ(d) with d = change/√(s₁² + s₂²), no effect at 0.5; variance φ(d)² {s²/[(s₁² + s₂²)(n
   * − 1)] + d²(s₁⁴ + s₂⁴ + 2 r² s₁² s₂²)/[2 (s₁² + s₂²)² (n − 1)]} by the delta method. Pooled less
   * one half. It is not the share of patients who rise. metafor: "CLESCN".
   */
  PAIRED_COMMON_LANGUAGE_EFFECT_SIZE(
      "CLES",
      "Common language effect size (after above before)",
      AnalysisScale.EXCESS_OVER_HALF,
      "",
      ChangeFormulas::superiority,
      ChangeFormulas::superiorityVariance);

  private static final List<RawColumn> COLUMNS =
      List.of(
          RawColumn.of("n", "total", RawColumn.Kind.COUNT),
          new RawColumn("mean_before", "mean", "Before", RawColumn.Kind.VALUE),
          new RawColumn("sd_before", "SD", "Before", RawColumn.Kind.VALUE),
          new RawColumn("mean_after", "mean", "After", RawColumn.Kind.VALUE),
          new RawColumn("sd_after", "SD", "After", RawColumn.Kind.VALUE),
          RawColumn.of("r", "corr.", RawColumn.Kind.VALUE));

  private static final double EVEN = 0.5;

  private final String abbreviation;
  private final String label;
  private final AnalysisScale scale;
  private final String unit;
  private final ToDoubleFunction<PrePost> estimate;
  private final ToDoubleFunction<PrePost> variance;

  ChangeMeasure(
      String abbreviation,
      String label,
      AnalysisScale scale,
      String unit,
      ToDoubleFunction<PrePost> estimate,
      ToDoubleFunction<PrePost> variance) {
    this.abbreviation = abbreviation;
    this.label = label;
    this.scale = scale;
    this.unit = unit;
    this.estimate = estimate;
    this.variance = variance;
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

  @Override
  public double estimate(PrePost data) {
    return estimate.applyAsDouble(data);
  }

  @Override
  public double variance(PrePost data) {
    return variance.applyAsDouble(data);
  }

  @Override
  public List<RawColumn> columns() {
    return COLUMNS;
  }

  @Override
  public double nullValue() {
    return this == PAIRED_COMMON_LANGUAGE_EFFECT_SIZE ? EVEN : SummaryMeasure.super.nullValue();
  }

  @Override
  public double lowest() {
    return this == PAIRED_COMMON_LANGUAGE_EFFECT_SIZE ? 0 : SummaryMeasure.super.lowest();
  }

  @Override
  public double highest() {
    return this == PAIRED_COMMON_LANGUAGE_EFFECT_SIZE ? 1 : SummaryMeasure.super.highest();
  }

  @Override
  public List<String> conventions() {
    if (this == PAIRED_COMMON_LANGUAGE_EFFECT_SIZE) {
      return List.of(
          "Above 0.5 values after lie above values before, normal distributions assumed; it is not"
              + " the share of patients who rise.");
    }
    if (isSecondOrder()) {
      return List.of(
          "Ratios are after over before: above 1 the value after is the larger.",
          "Variance: second-order Taylor series.");
    }
    return List.of(
        isRatio()
            ? "Ratios are after over before: above 1 the value after is the larger."
            : ChangeNotes.sign() + (unit.isEmpty() ? "." : "; " + unit + "."));
  }

  @Override
  public String undefined(PrePost data) {
    if (isCvRatio() && Double.isNaN(estimate(data))) {
      return "a coefficient of variation needs means above 0: left out";
    }
    boolean ofMeans = this == PAIRED_RATIO_OF_MEANS || this == PAIRED_RATIO_OF_MEANS_SECOND_ORDER;
    if (ofMeans && !(data.meanAfter() / data.meanBefore() > 0)) {
      return "a mean of 0, or means before and after of unlike sign, have no log ratio: left out";
    }
    if (this == RAW_SCORE_STANDARDISED_MEAN_CHANGE_UNBIASED_VARIANCE && data.n() < 5) {
      return "fewer than 5 patients have no unbiased variance of a change in SDs before: left out";
    }
    return ChangeNotes.undefined(!unit.isEmpty(), data.n());
  }

  private boolean isCvRatio() {
    return this == PAIRED_COEFFICIENT_OF_VARIATION_RATIO
        || this == PAIRED_COEFFICIENT_OF_VARIATION_RATIO_SECOND_ORDER;
  }

  private boolean isSecondOrder() {
    return this == PAIRED_RATIO_OF_MEANS_SECOND_ORDER
        || this == PAIRED_VARIABILITY_RATIO_SECOND_ORDER
        || this == PAIRED_COEFFICIENT_OF_VARIATION_RATIO_SECOND_ORDER;
  }
}
