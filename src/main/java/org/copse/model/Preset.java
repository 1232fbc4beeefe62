package org.copse.model;

import org.copse.heterogeneity.ISquared;
import org.copse.heterogeneity.PredictionMethod;
import org.copse.heterogeneity.QCentre;
import org.copse.heterogeneity.Tau2Estimator;

/**
 * What a program does when nothing is said, as one word, so that a published number can be met.
 *
 * <p>A model's other settings can still be changed afterwards.
 */
public enum Preset {
  /**
   * Cochrane since 2024, the default of Copse: REML, Hartung-Knapp with Wald where tau² = 0,
   * prediction interval from t(k − 1), I² from tau²; Mantel-Haenszel uncorrected unless a sum is
   * zero. methods.cochrane.org, random-effects methods.
   */
  COCHRANE(
      Tau2Estimator.REML,
      ConfidenceMethod.HARTUNG_KNAPP_OR_WALD,
      PredictionMethod.V,
      ISquared.Source.TAU2,
      MhCorrection.IF_SUM_IS_ZERO,
      QCentre.MANTEL_HAENSZEL,
      RiskDifferenceVariance.GREENLAND_ROBINS),
  /**
   * metafor 3 to 5: REML, Wald, normal prediction interval, I² from tau²; rma.mh with Sato's
   * risk-difference variance.
   */
  METAFOR5(
      Tau2Estimator.REML,
      ConfidenceMethod.WALD,
      PredictionMethod.S,
      ISquared.Source.TAU2,
      MhCorrection.NONE,
      QCentre.MANTEL_HAENSZEL,
      RiskDifferenceVariance.SATO),
  /**
   * R meta 8: REML, Wald ("classic"), prediction interval V, I² from Q; 0.5 also inside the
   * Mantel-Haenszel sums of studies with a zero cell (its MH.exact = FALSE); Q around the
   * inverse-variance estimate. Its smaller addition to the totals of a risk ratio's zero-cell study
   * (RR.Cochrane = FALSE) is a matter of the effects and not imitated.
   */
  META8(
      Tau2Estimator.REML,
      ConfidenceMethod.WALD,
      PredictionMethod.V,
      ISquared.Source.Q,
      MhCorrection.STUDIES_WITH_ZERO,
      QCentre.INVERSE_VARIANCE,
      RiskDifferenceVariance.GREENLAND_ROBINS),
  /**
   * Review Manager 5: DerSimonian-Laird, Wald, no prediction interval, I² from Q; 0.5 also inside
   * the Mantel-Haenszel sums of studies with a zero cell; Q around the Mantel-Haenszel estimate
   * (Deeks and Higgins 2010).
   */
  REVMAN5(
      Tau2Estimator.DL,
      ConfidenceMethod.WALD,
      null,
      ISquared.Source.Q,
      MhCorrection.STUDIES_WITH_ZERO,
      QCentre.MANTEL_HAENSZEL,
      RiskDifferenceVariance.GREENLAND_ROBINS);

  private final Tau2Estimator tau2;
  private final ConfidenceMethod interval;
  private final PredictionMethod prediction;
  private final ISquared.Source iSquared;
  private final MhCorrection correction;
  private final QCentre centre;
  private final RiskDifferenceVariance riskDifferenceVariance;

  Preset(
      Tau2Estimator tau2,
      ConfidenceMethod interval,
      PredictionMethod prediction,
      ISquared.Source iSquared,
      MhCorrection correction,
      QCentre centre,
      RiskDifferenceVariance riskDifferenceVariance) {
    this.tau2 = tau2;
    this.interval = interval;
    this.prediction = prediction;
    this.iSquared = iSquared;
    this.correction = correction;
    this.centre = centre;
    this.riskDifferenceVariance = riskDifferenceVariance;
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
    return correction;
  }

  QCentre centre() {
    return centre;
  }

  RiskDifferenceVariance riskDifferenceVariance() {
    return riskDifferenceVariance;
  }
}
