package org.copse.model;

import org.copse.effect.ZeroCells;
import org.copse.heterogeneity.QCentre;

/**
 * What a program does with two-arm counts.
 *
 * @param correction 0.5 inside the Mantel-Haenszel sums
 * @param centre centre of Q beside a Mantel-Haenszel estimate
 * @param randomCentre centre of Q, and so of DerSimonian-Laird's tau², in random effects of counts
 * @param riskDifferenceVariance of the Mantel-Haenszel risk difference
 * @param zeroCells of the studies' own estimates
 * @param mantelHaenszel whether a common effect of counts is pooled by Mantel-Haenszel, not by
 *     inverse variance
 */
record CountSettings(
    MhCorrection correction,
    QCentre centre,
    QCentre randomCentre,
    RiskDifferenceVariance riskDifferenceVariance,
    ZeroCells zeroCells,
    boolean mantelHaenszel) {

  private static final ZeroCells KEEP_DOUBLE_ZERO =
      new ZeroCells(0.5, ZeroCells.To.STUDIES_WITH_ZERO, true);

  static final CountSettings COPSE =
      new CountSettings(
          MhCorrection.IF_SUM_IS_ZERO,
          QCentre.MANTEL_HAENSZEL,
          QCentre.INVERSE_VARIANCE,
          RiskDifferenceVariance.GREENLAND_ROBINS,
          ZeroCells.DEFAULT,
          true);

  static final CountSettings METAFOR =
      new CountSettings(
          MhCorrection.NONE,
          QCentre.MANTEL_HAENSZEL,
          QCentre.INVERSE_VARIANCE,
          RiskDifferenceVariance.SATO,
          KEEP_DOUBLE_ZERO,
          false);

  static final CountSettings R_META =
      new CountSettings(
          MhCorrection.STUDIES_WITH_ZERO,
          QCentre.INVERSE_VARIANCE,
          QCentre.INVERSE_VARIANCE,
          RiskDifferenceVariance.GREENLAND_ROBINS,
          ZeroCells.DEFAULT,
          true);

  static final CountSettings REVMAN =
      new CountSettings(
          MhCorrection.STUDIES_WITH_ZERO,
          QCentre.MANTEL_HAENSZEL,
          QCentre.MANTEL_HAENSZEL,
          RiskDifferenceVariance.GREENLAND_ROBINS,
          ZeroCells.DEFAULT,
          true);

  static final CountSettings STATA =
      new CountSettings(
          MhCorrection.NONE,
          QCentre.MANTEL_HAENSZEL,
          QCentre.INVERSE_VARIANCE,
          RiskDifferenceVariance.GREENLAND_ROBINS,
          KEEP_DOUBLE_ZERO,
          true);

  static final CountSettings CMA =
      new CountSettings(
          MhCorrection.NONE,
          QCentre.INVERSE_VARIANCE,
          QCentre.INVERSE_VARIANCE,
          RiskDifferenceVariance.GREENLAND_ROBINS,
          ZeroCells.DEFAULT,
          false);
}
