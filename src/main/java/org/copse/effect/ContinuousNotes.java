package org.copse.effect;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a reader must know of how two-arm means became effects. */
final class ContinuousNotes {

  private static final Set<ContinuousMeasure> CORRECTED_RATIOS =
      EnumSet.of(
          ContinuousMeasure.RATIO_OF_MEANS,
          ContinuousMeasure.VARIABILITY_RATIO,
          ContinuousMeasure.COEFFICIENT_OF_VARIATION_RATIO);
  private static final Set<ContinuousMeasure> NEVER_CORRECTED =
      EnumSet.of(
          ContinuousMeasure.MEAN_DIFFERENCE,
          ContinuousMeasure.COHENS_D,
          ContinuousMeasure.COMMON_LANGUAGE_EFFECT_SIZE,
          ContinuousMeasure.AREA_UNDER_CURVE);

  private ContinuousNotes() {}

  static List<String> of(ContinuousMeasure measure, ContinuousOptions options, ArmNames arms) {
    List<String> notes = new ArrayList<>();
    assumptions(measure, options, arms, notes);
    smdVariance(measure, options.smdVariance(), notes);
    meansVariance(measure, options.meansVariance(), notes);
    correction(measure, options.correction(), notes);
    return notes;
  }

  private static void assumptions(
      ContinuousMeasure measure, ContinuousOptions options, ArmNames arms, List<String> notes) {
    boolean first = options.standardisedBy() == StandardisingArm.FIRST;
    switch (measure) {
      case GLASS_DELTA, GLASS_DELTA_HETEROSCEDASTIC ->
          notes.add(
              "Glass' delta: standardised by the SD of %s."
                  .formatted(first ? arms.first() : arms.second()));
      case COHENS_U3 -> notes.add("U₃ = Φ(g) takes normal values of equal SD in both arms.");
      case COMMON_LANGUAGE_EFFECT_SIZE, AREA_UNDER_CURVE ->
          notes.add(measure.abbreviation() + " from means and SDs takes normal values.");
      case ODDS_RATIO_FROM_SMD_LOGISTIC ->
          notes.add("Odds ratio = exp(π/√3 d): takes logistic values of equal SD.");
      case ODDS_RATIO_FROM_SMD_NORMAL ->
          notes.add("Odds ratio = exp(1.65 d): takes normal values of equal SD.");
      case POINT_BISERIAL_CORRELATION, FISHER_Z_POINT_BISERIAL ->
          notes.add(
              "Point-biserial correlations: variances for arms of fixed size; they depend on the ratio of the arms.");
      case POINT_BISERIAL_CORRELATION_CROSS_SECTIONAL, FISHER_Z_POINT_BISERIAL_CROSS_SECTIONAL ->
          notes.add("Point-biserial correlations: variances for cross-sectional sampling.");
      case BISERIAL_CORRELATION, FISHER_Z_BISERIAL ->
          notes.add(
              "Biserial correlations take the arms as a dichotomised normal variable, values and it as bivariate normal.");
      default -> {}
    }
  }

  private static void smdVariance(
      ContinuousMeasure measure, SmdVariance variance, List<String> notes) {
    boolean heteroscedastic = measure.formula() instanceof HeteroscedasticFormula;
    if (variance == SmdVariance.LARGE_SAMPLE) {
      return;
    }
    if (heteroscedastic) {
      notes.add("The variance is Bonett's; the choice %s does not apply.".formatted(variance));
    } else if (measure.isStandardised()) {
      notes.add("Variance of the standardised difference: %s.".formatted(variance.formula()));
    }
  }

  private static void meansVariance(
      ContinuousMeasure measure, MeansVariance variance, List<String> notes) {
    Set<MeansVariance> offered = MeansVariance.offeredTo(measure);
    if (variance == MeansVariance.SEPARATE || offered.isEmpty()) {
      return;
    }
    notes.add(
        offered.contains(variance)
            ? "Variance: %s.".formatted(variance.words())
            : "Variance: %s; the choice %s does not apply to this measure."
                .formatted(MeansVariance.SEPARATE.words(), variance));
  }

  private static void correction(
      ContinuousMeasure measure, SmallSampleCorrection correction, List<String> notes) {
    if (CORRECTED_RATIOS.contains(measure)) {
      notes.add(
          correction == SmallSampleCorrection.NONE
              ? "Log ratios without correction for small samples."
              : "Log ratios corrected for small samples (%s); SmallSampleCorrection.NONE leaves them."
                  .formatted(
                      measure == ContinuousMeasure.RATIO_OF_MEANS
                          ? "Lajeunesse 2015, as metafor 5; R meta and RevMan do not"
                          : "Senior 2020"));
    } else if (correction != SmallSampleCorrection.OF_MEASURE
        && !NEVER_CORRECTED.contains(measure)
        && !measure.isCorrelation()) {
      notes.add("Correction for small samples: " + words(correction) + ".");
    }
  }

  private static String words(SmallSampleCorrection correction) {
    return switch (correction) {
      case EXACT -> "exact J with the gamma function";
      case APPROXIMATE -> "J = 1 − 3/(4m − 1)";
      default -> "none";
    };
  }
}
