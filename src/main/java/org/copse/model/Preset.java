package org.copse.model;

import java.util.List;
import org.copse.effect.SmdVariance;
import org.copse.effect.ZeroCells;
import org.copse.heterogeneity.ISquared;
import org.copse.heterogeneity.PredictionMethod;
import org.copse.heterogeneity.QCentre;
import org.copse.heterogeneity.Tau2Estimator;

/**
 * What a program does when nothing is said, as one word, so that a published number can be met.
 *
 * <p>{@link #differences()} is the table of all settings of all presets, made from the constants
 * that the models use. A model's settings can still be changed afterwards. What belongs to the
 * effects rather than to the model is given, not applied: {@code
 * rr.zeroCells(Preset.METAFOR5.zeroCells())}, {@code smd.smdVariance(Preset.CMA.smdVariance())}.
 * Every program lets its user choose otherwise, so a published number may need another word than
 * its program's. What could not be confirmed from the program's own pages is in {@link #doubts()}.
 */
public enum Preset {
  /**
   * What Cochrane recommends since 2024, the default of Copse: REML, Hartung-Knapp with Wald where
   * tau² = 0, prediction interval from t(k − 1), I² from tau²; Mantel-Haenszel uncorrected unless a
   * sum is zero. {@link #REVMAN_WEB} is Cochrane's program, which differs.
   */
  COCHRANE(
      "Cochrane",
      Tau2Estimator.REML,
      ConfidenceMethod.HARTUNG_KNAPP_OR_WALD,
      PredictionMethod.V,
      ISquared.Source.TAU2,
      SmdVariance.LARGE_SAMPLE,
      CountSettings.COPSE),
  /**
   * metafor 3 to 5: REML, Wald, normal prediction interval, I² from tau²; {@code rma.mh} with
   * Sato's risk-difference variance; {@code escalc} keeps double-zero studies.
   */
  METAFOR5(
      "metafor 5",
      Tau2Estimator.REML,
      ConfidenceMethod.WALD,
      PredictionMethod.S,
      ISquared.Source.TAU2,
      SmdVariance.LARGE_SAMPLE,
      CountSettings.METAFOR),
  /**
   * R meta 8: REML, Wald ("classic"), prediction interval V when asked, I² from Q; 0.5 also inside
   * the Mantel-Haenszel sums of studies with a zero cell (its MH.exact = FALSE); Q around the
   * inverse-variance estimate, because its Q.Cochrane holds with DerSimonian-Laird only. Its
   * smaller addition to the totals of a risk ratio's zero-cell study (RR.Cochrane = FALSE) is not
   * imitated.
   */
  META8(
      "R meta 8",
      Tau2Estimator.REML,
      ConfidenceMethod.WALD,
      PredictionMethod.V,
      ISquared.Source.Q,
      SmdVariance.UNBIASED,
      CountSettings.R_META),
  /**
   * Review Manager 5: DerSimonian-Laird, Wald, no prediction interval, I² from Q; 0.5 also inside
   * the Mantel-Haenszel sums of studies with a zero cell; Q around the Mantel-Haenszel estimate,
   * also where counts are pooled by random effects ("M-H, Random"), which changes tau².
   */
  REVMAN5(
      "RevMan 5",
      Tau2Estimator.DL,
      ConfidenceMethod.WALD,
      null,
      ISquared.Source.Q,
      SmdVariance.REVMAN5,
      CountSettings.REVMAN),
  /**
   * RevMan (Web) with the methods added in 2024: REML, Hartung-Knapp-Sidik-Jonkman, I² from tau²;
   * counts as in Review Manager 5. Two settings are not confirmed, see {@link #doubts()}.
   */
  REVMAN_WEB(
      "RevMan Web",
      Tau2Estimator.REML,
      ConfidenceMethod.HARTUNG_KNAPP,
      PredictionMethod.V,
      ISquared.Source.TAU2,
      SmdVariance.REVMAN5,
      CountSettings.REVMAN),
  /**
   * Stata 16 to 18, {@code meta}: REML, Wald, I² from tau², prediction interval from t(k − 2) when
   * asked ({@code predinterval}).
   */
  STATA18(
      "Stata 18",
      Tau2Estimator.REML,
      ConfidenceMethod.WALD,
      PredictionMethod.HTS,
      ISquared.Source.TAU2,
      SmdVariance.BORENSTEIN,
      CountSettings.STATA),
  /**
   * Comprehensive Meta-Analysis 2 to 4, as in its authors' textbook: DerSimonian-Laird, Wald, I²
   * from Q, prediction interval from t(k − 2).
   */
  CMA(
      "Comprehensive Meta-Analysis",
      Tau2Estimator.DL,
      ConfidenceMethod.WALD,
      PredictionMethod.HTS,
      ISquared.Source.Q,
      SmdVariance.BORENSTEIN,
      CountSettings.CMA),
  /**
   * Germany's IQWiG, General Methods 6, as R meta's {@code settings.meta("IQWiG6")}: Paule-Mandel,
   * Hartung-Knapp with IQWiG's rule, prediction interval; else {@link #META8}.
   */
  IQWIG6(
      "IQWiG 6",
      Tau2Estimator.PM,
      ConfidenceMethod.HARTUNG_KNAPP_IQWIG6,
      PredictionMethod.V,
      ISquared.Source.Q,
      SmdVariance.UNBIASED,
      CountSettings.R_META);

  private final String label;
  private final Tau2Estimator tau2;
  private final ConfidenceMethod interval;
  private final PredictionMethod prediction;
  private final ISquared.Source iSquared;
  private final SmdVariance smdVariance;
  private final CountSettings counts;

  Preset(
      String label,
      Tau2Estimator tau2,
      ConfidenceMethod interval,
      PredictionMethod prediction,
      ISquared.Source iSquared,
      SmdVariance smdVariance,
      CountSettings counts) {
    this.label = label;
    this.tau2 = tau2;
    this.interval = interval;
    this.prediction = prediction;
    this.iSquared = iSquared;
    this.smdVariance = smdVariance;
    this.counts = counts;
  }

  /**
   * All presets beside each other, one row a setting.
   *
   * @return the table; in a notebook it shows as one
   */
  public static PresetDifferences differences() {
    return new PresetDifferences(List.of(values()));
  }

  /**
   * Name of the program.
   *
   * @return for example "RevMan 5"
   */
  public String label() {
    return label;
  }

  /**
   * Where the settings are written down.
   *
   * @return manuals and papers
   */
  public String sources() {
    return PresetSources.of(this);
  }

  /**
   * What could not be confirmed from the program's own pages.
   *
   * @return doubts, perhaps none
   */
  public List<String> doubts() {
    return PresetSources.doubts(this);
  }

  /**
   * The program's rule for zero cells in the studies' own estimates, to be given to effects.
   *
   * @return the rule
   */
  public ZeroCells zeroCells() {
    return counts.zeroCells();
  }

  /**
   * The program's standardised mean difference, to be given to effects.
   *
   * @return the variance, and with it the small-sample correction
   */
  public SmdVariance smdVariance() {
    return smdVariance;
  }

  Tau2Estimator tau2() {
    return tau2;
  }

  ConfidenceMethod interval() {
    return interval;
  }

  /** Null where the program prints none. */
  PredictionMethod prediction() {
    return prediction;
  }

  ISquared.Source iSquared() {
    return iSquared;
  }

  MhCorrection correction() {
    return counts.correction();
  }

  QCentre centre() {
    return counts.centre();
  }

  QCentre randomCentre() {
    return counts.randomCentre();
  }

  RiskDifferenceVariance riskDifferenceVariance() {
    return counts.riskDifferenceVariance();
  }

  boolean poolsCountsByMantelHaenszel() {
    return counts.mantelHaenszel();
  }
}
