package org.copse.model;

import org.copse.convert.AbsoluteEffect;
import org.copse.convert.EventMeaning;
import org.copse.convert.NumberNeeded;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Interval;
import org.copse.effect.Measure;
import org.copse.effect.ReportedMeasure;

/**
 * Absolute effect and number needed to treat of a pooled risk ratio, odds ratio, risk difference or
 * hazard ratio at a baseline risk.
 *
 * <p><b>Formula</b>: see {@link AbsoluteEffect}; estimate and both bounds of the fit are taken to
 * the baseline risk. <b>Source</b>: Cochrane Handbook, section 15.4.4; Altman, BMJ
 * 1998;317:1309-1312; Altman and Andersen, BMJ 1999;319:1492-1495. R meta: {@code nnt}.
 *
 * <p>{@code NumberNeededToTreat.of(fit, 0.3)}
 */
public final class NumberNeededToTreat {

  private NumberNeededToTreat() {}

  /**
   * The number needed to treat to prevent one event (NNTB), or for one more to have it (NNTH). The
   * event is one to be prevented, and the result says so.
   *
   * @param fit pooled RR, OR, Peto OR, RD or HR
   * @param baselineRisk risk without treatment, a proportion; of a hazard ratio the risk at a time
   * @return number with interval
   * @throws IllegalArgumentException when the measure is another or the risk not from 0 to 1
   */
  public static NumberNeeded of(Fit fit, double baselineRisk) {
    return absoluteEffect(fit, baselineRisk).numberNeededToTreat(EventMeaning.UNDESIRABLE);
  }

  /**
   * The number needed to treat for one more patient to have an event to be hoped for, such as cure.
   *
   * @param fit pooled RR, OR, Peto OR, RD or HR
   * @param baselineRisk risk without treatment, a proportion; of a hazard ratio the risk at a time
   * @return number with interval
   * @throws IllegalArgumentException when the measure is another or the risk not from 0 to 1
   */
  public static NumberNeeded ofDesirableEvent(Fit fit, double baselineRisk) {
    return absoluteEffect(fit, baselineRisk).numberNeededToTreat(EventMeaning.DESIRABLE);
  }

  /**
   * Risks and their difference, for "62 fewer per 1000".
   *
   * @param fit pooled RR, OR, Peto OR, RD or HR
   * @param baselineRisk risk without treatment, a proportion; of a hazard ratio the risk at a time
   * @return the absolute effect with interval
   * @throws IllegalArgumentException when the measure is another or the risk not from 0 to 1
   */
  public static AbsoluteEffect absoluteEffect(Fit fit, double baselineRisk) {
    BackTransformed pooled = fit.backTransformed();
    Interval ci = pooled.interval();
    Measure measure = fit.measure();
    double y = pooled.estimate();
    if (measure == BinaryMeasure.RISK_RATIO) {
      return AbsoluteEffect.ofRiskRatio(y, ci.lower(), ci.upper(), ci.level(), baselineRisk);
    }
    if (measure == BinaryMeasure.ODDS_RATIO || measure == BinaryMeasure.PETO_ODDS_RATIO) {
      return AbsoluteEffect.ofOddsRatio(y, ci.lower(), ci.upper(), ci.level(), baselineRisk);
    }
    if (measure == BinaryMeasure.RISK_DIFFERENCE) {
      return AbsoluteEffect.ofRiskDifference(y, ci.lower(), ci.upper(), ci.level(), baselineRisk);
    }
    if (measure == ReportedMeasure.HAZARD_RATIO) {
      return AbsoluteEffect.ofHazardRatio(y, ci.lower(), ci.upper(), ci.level(), baselineRisk);
    }
    throw new IllegalArgumentException(
        "Cannot compute an absolute effect: measure must be RISK_RATIO, ODDS_RATIO, PETO_ODDS_RATIO, RISK_DIFFERENCE or HAZARD_RATIO, was %s. Use AbsoluteEffect.ofRiskRatio, ofOddsRatio or ofHazardRatio with the numbers where the measure stands for one of these."
            .formatted(measure.name()));
  }
}
