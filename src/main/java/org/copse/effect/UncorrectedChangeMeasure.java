package org.copse.effect;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Measures of the change within one group without the correction for small samples that those of
 * {@link ChangeMeasure} have: for a review that is to meet figures of others, say Cohen's d of
 * pairs.
 *
 * <p>Signs, symbols and sources as there; variances are those of the corrected measure with d in
 * the place of g. <b>Edge cases</b>: without J two patients have an estimate. <b>Accuracy</b>:
 * closed forms, compared with metafor 5.1 ({@code correct = FALSE}) at 1e-12.
 */
public enum UncorrectedChangeMeasure implements SummaryMeasure<PrePost> {
  /** Change over the SD of the changes, Cohen's d_z; variance 1/n + d²/(2n). metafor: "SMCC". */
  UNCORRECTED_CHANGE_SCORE_STANDARDISED_MEAN_CHANGE(
      "d_z",
      ChangeMeasure.CHANGE_SCORE_STANDARDISED_MEAN_CHANGE,
      d -> d.change() / d.sdChange(),
      d -> ChangeFormulas.byChangeSdVariance(d.n(), d.change() / d.sdChange())),
  /** Change over the SD before; variance 2(1 − r)/n + d²/(2n). metafor: "SMCR". */
  UNCORRECTED_RAW_SCORE_STANDARDISED_MEAN_CHANGE(
      "d",
      ChangeMeasure.RAW_SCORE_STANDARDISED_MEAN_CHANGE,
      d -> d.change() / d.sdBefore(),
      d -> ChangeFormulas.byBaselineVarianceAt(d, d.change() / d.sdBefore())),
  /** The same d, SDs not taken as equal. metafor: "SMCRH". */
  UNCORRECTED_RAW_SCORE_STANDARDISED_MEAN_CHANGE_HETEROSCEDASTIC(
      "d",
      ChangeMeasure.RAW_SCORE_STANDARDISED_MEAN_CHANGE_HETEROSCEDASTIC,
      d -> d.change() / d.sdBefore(),
      d -> ChangeFormulas.byBaselineUnequalVarianceAt(d, d.change() / d.sdBefore())),
  /** Change over the average SD, Cohen's d_av; variance 2(1 − r)/n + d²(1 + r²)/(4n). "SMCRP". */
  UNCORRECTED_AVERAGE_SD_STANDARDISED_MEAN_CHANGE(
      "d_av",
      ChangeMeasure.AVERAGE_SD_STANDARDISED_MEAN_CHANGE,
      d -> d.change() / ChangeFormulas.averageSd(d),
      d -> ChangeFormulas.byAverageVarianceAt(d, d.change() / ChangeFormulas.averageSd(d))),
  /** The same d, SDs not taken as equal. metafor: "SMCRPH". */
  UNCORRECTED_AVERAGE_SD_STANDARDISED_MEAN_CHANGE_HETEROSCEDASTIC(
      "d_av",
      ChangeMeasure.AVERAGE_SD_STANDARDISED_MEAN_CHANGE_HETEROSCEDASTIC,
      d -> d.change() / ChangeFormulas.averageSd(d),
      d -> ChangeFormulas.byAverageUnequalVarianceAt(d, d.change() / ChangeFormulas.averageSd(d))),
  /** Ratio of the means after and before, ln(m₂/m₁). metafor: "ROMC". */
  UNCORRECTED_PAIRED_RATIO_OF_MEANS(
      "ROM",
      ChangeMeasure.PAIRED_RATIO_OF_MEANS,
      d -> Math.log(d.meanAfter() / d.meanBefore()),
      ChangeFormulas::logRatioVariance),
  /** Ratio of the coefficients of variation after and before, means above 0. metafor: "CVRC". */
  UNCORRECTED_PAIRED_COEFFICIENT_OF_VARIATION_RATIO(
      "CVR",
      ChangeMeasure.PAIRED_COEFFICIENT_OF_VARIATION_RATIO,
      d ->
          d.meanBefore() > 0 && d.meanAfter() > 0
              ? ChangeFormulas.logSdRatio(d) - Math.log(d.meanAfter() / d.meanBefore())
              : Double.NaN,
      ChangeFormulas::logCvRatioVariance);

  private static final String NOTE = "No correction for small samples.";

  private final String abbreviation;
  private final ChangeMeasure corrected;
  private final ToDoubleFunction<PrePost> estimate;
  private final ToDoubleFunction<PrePost> variance;

  UncorrectedChangeMeasure(
      String abbreviation,
      ChangeMeasure corrected,
      ToDoubleFunction<PrePost> estimate,
      ToDoubleFunction<PrePost> variance) {
    this.abbreviation = abbreviation;
    this.corrected = corrected;
    this.estimate = estimate;
    this.variance = variance;
  }

  @Override
  public String abbreviation() {
    return abbreviation;
  }

  @Override
  public String label() {
    return corrected.label() + ", uncorrected";
  }

  @Override
  public AnalysisScale scale() {
    return corrected.scale();
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
    return corrected.columns();
  }

  @Override
  public List<String> conventions() {
    return List.of(corrected.conventions().get(0), NOTE);
  }

  @Override
  public String undefined(PrePost data) {
    // two patients lack a correction, which is not taken here
    return corrected.isRatio() ? corrected.undefined(data) : ChangeNotes.undefined(false, data.n());
  }
}
