package org.copse.convert;

import org.copse.effect.ContinuousMeasure;
import org.copse.effect.Reported;

/**
 * Two-period crossover trials: the paired analysis rebuilt from what is printed. Experimental (E)
 * minus control (C).
 *
 * <p><b>Assumptions of all</b>: no carry-over from the first period into the second, and no period
 * effect or one that balances. Where carry-over is likely only the first period is of use, as a
 * parallel trial. <b>Source</b>: Elbourne, Altman, Higgins et al., Int J Epidemiol 2002;31:140-149;
 * Cochrane Handbook 23.2.6 and 23.2.7; the same with worked numbers in version 5.1, 16.4.6. A
 * contrast is given as {@link Reported}, for {@code GENERIC_DIFFERENCE}; an imputed correlation is
 * to be varied.
 */
public final class Crossover {

  private static final String TASK = "rebuild the paired analysis";
  private static final String WASH_OUT = "no carry-over and no period effect";
  private static final String CHECK = "Check the column.";

  private Crossover() {}

  /**
   * Correlation of a patient's values under E and C from the three SDs, (s_E² + s_C² − s²)/(2 s_E
   * s_C).
   *
   * @param sdExperimental s_E, all patients under E
   * @param sdControl s_C, all patients under C
   * @param sdDifference s, of the patients' differences
   * @return the correlation, for example to impute it in other trials
   */
  public static Converted correlation(
      double sdExperimental, double sdControl, double sdDifference) {
    double r = ChangeSd.correlation(sdExperimental, sdControl, sdDifference).value();
    return new Converted(
        r,
        "within-patient correlation from the SDs under both treatments and of the differences:"
            + " (s_E² + s_C² − s²)/(2 s_E s_C) (Elbourne 2002; Cochrane Handbook 23.2.7)",
        WASH_OUT);
  }

  /**
   * SD of the patients' differences, √(s_E² + s_C² − 2 r s_E s_C).
   *
   * @param sdExperimental s_E
   * @param sdControl s_C
   * @param r within-patient correlation, from this or another trial
   * @return the SD
   */
  public static Converted sdOfDifferences(double sdExperimental, double sdControl, double r) {
    double sd = ChangeSd.fromCorrelation(sdExperimental, sdControl, r).value();
    return new Converted(
        sd,
        "SD of the differences from the SDs under both treatments and a correlation of "
            + ChangeRules.text(r)
            + ": √(s_E² + s_C² − 2 r s_E s_C) (Elbourne 2002; Cochrane Handbook 23.2.7)",
        "the correlation holds in this trial, " + WASH_OUT);
  }

  /**
   * Standard error of the mean difference from the SDs under both treatments and the correlation.
   *
   * @param sdExperimental s_E
   * @param sdControl s_C
   * @param r within-patient correlation
   * @param n patients who took both treatments
   * @return SD of the differences / √n
   */
  public static Converted standardError(
      double sdExperimental, double sdControl, double r, double n) {
    Converted sd = sdOfDifferences(sdExperimental, sdControl, r);
    return perRoot(sd.value(), n, sd.how(), sd.assumes());
  }

  /**
   * Standard error of the mean difference from the SD of the patients' differences, s/√n.
   *
   * @param sdDifference s
   * @param n patients
   * @return the standard error
   */
  public static Converted standardErrorFromSd(double sdDifference, double n) {
    ChangeRules.positive(TASK, "SD of the differences", sdDifference, CHECK);
    return perRoot(sdDifference, n, "SD of the differences", WASH_OUT);
  }

  private static Converted perRoot(double sd, double n, String from, String assumes) {
    ChangeRules.patients(TASK, "n", n);
    return new Converted(
        sd / Math.sqrt(n), "standard error of the paired difference, s/√n, from: " + from, assumes);
  }

  /**
   * Standard error of the mean difference from the t of the paired test, |difference|/|t|.
   *
   * @param difference mean difference, not 0
   * @param t paired t, not 0
   * @return the standard error
   */
  public static Converted standardErrorFromT(double difference, double t) {
    ChangeRules.nonZero(TASK, "mean difference", difference);
    ChangeRules.nonZero(TASK, "t", t);
    return paired(Math.abs(difference / t), "t = " + ChangeRules.text(t));
  }

  /**
   * Standard error of the mean difference from the two-sided p value of the paired t test, n − 1
   * degrees of freedom.
   *
   * @param difference mean difference, not 0
   * @param p exact p value
   * @param n patients
   * @return the standard error
   */
  public static Converted standardErrorFromP(double difference, double p, double n) {
    ChangeRules.patients(TASK, "n", n);
    double se = ChangeRules.standardErrorOfP(TASK, "mean difference", difference, p, n - 1);
    return paired(se, "p = " + p);
  }

  /**
   * Standard error of the mean difference from its confidence interval, by t with n − 1 degrees of
   * freedom.
   *
   * @param lower lower limit
   * @param upper upper limit
   * @param level level, for example 0.95
   * @param n patients
   * @return the standard error
   */
  public static Converted standardErrorFromInterval(
      double lower, double upper, double level, double n) {
    ChangeRules.patients(TASK, "n", n);
    return paired(
        ChangeRules.standardError(TASK, lower, upper, level, n - 1),
        "the %s CI (t, %s df)".formatted(Given.percent(level), ChangeRules.text(n - 1)));
  }

  private static Converted paired(double se, String from) {
    return new Converted(
        se,
        "standard error of the paired difference from %s (Cochrane Handbook 23.2.7)"
            .formatted(from),
        "a paired analysis, " + WASH_OUT);
  }

  /**
   * Mean difference with its standard error from means, SDs and correlation.
   *
   * @param meanExperimental mean under E
   * @param sdExperimental SD under E
   * @param meanControl mean under C
   * @param sdControl SD under C
   * @param n patients who took both
   * @param r within-patient correlation
   * @return estimate, standard error and how
   */
  public static Reported meanDifference(
      double meanExperimental,
      double sdExperimental,
      double meanControl,
      double sdControl,
      double n,
      double r) {
    double difference = difference(meanExperimental, meanControl);
    double se = standardError(sdExperimental, sdControl, r, n).value();
    return new Reported(difference, se, source("crossover, paired SE", r))
        .as(ContinuousMeasure.MEAN_DIFFERENCE);
  }

  /**
   * Standardised mean difference by the SD of a single measurement, s̄ = √[(s_E² + s_C²)/2], so
   * that it can be pooled with those of parallel trials: d = (m_E − m_C)/s̄, SE = √[1/n + d²/(2n)]
   * √[2(1 − r)], without a small-sample correction, as the Handbook has it. metafor's "SMCRP" is
   * the corrected one: {@code ChangeMeasure.AVERAGE_SD_STANDARDISED_MEAN_CHANGE}.
   *
   * @param meanExperimental mean under E
   * @param sdExperimental SD under E
   * @param meanControl mean under C
   * @param sdControl SD under C
   * @param n patients who took both
   * @param r within-patient correlation, below 1
   * @return estimate, standard error and how
   */
  public static Reported standardisedMeanDifference(
      double meanExperimental,
      double sdExperimental,
      double meanControl,
      double sdControl,
      double n,
      double r) {
    ChangeRules.positive(TASK, "SD under E", sdExperimental, CHECK);
    ChangeRules.positive(TASK, "SD under C", sdControl, CHECK);
    double sd = Math.hypot(sdExperimental, sdControl) / Math.sqrt(2);
    return standardised(difference(meanExperimental, meanControl) / sd, n, r, "both SDs");
  }

  /**
   * Standardised mean difference from the paired difference alone: the SD of a single measurement
   * is that of the differences / √(2(1 − r)).
   *
   * @param difference mean difference, E − C
   * @param standardError of the paired difference
   * @param n patients
   * @param r within-patient correlation, below 1
   * @return estimate, standard error and how; the standard error as in {@link
   *     #standardisedMeanDifference}
   */
  public static Reported standardisedFromPaired(
      double difference, double standardError, double n, double r) {
    ChangeRules.finite(TASK, "mean difference", difference, CHECK);
    ChangeRules.positive(TASK, "standard error", standardError, CHECK);
    double sd = standardError * Math.sqrt(ChangeRules.patients(TASK, "n", n));
    return standardised(
        difference * Math.sqrt(2 * (1 - r)) / sd, n, r, "SD of the differences/√(2(1 − r))");
  }

  private static Reported standardised(double d, double n, double r, String from) {
    ChangeRules.patients(TASK, "n", n);
    if (!(r >= -1 && r < 1)) {
      String remedy = "With 1 the standard error is 0.";
      throw ChangeRules.refused(TASK, "correlation", "be at least -1 and below 1", r, remedy);
    }
    double se = Math.sqrt((1 / n + d * d / (2 * n)) * 2 * (1 - r));
    return new Reported(d, se, source("crossover SMD by " + from, r))
        .as(ContinuousMeasure.COHENS_D);
  }

  private static double difference(double meanExperimental, double meanControl) {
    ChangeRules.finite(TASK, "mean under E", meanExperimental, CHECK);
    return meanExperimental - ChangeRules.finite(TASK, "mean under C", meanControl, CHECK);
  }

  private static String source(String what, double r) {
    return "%s, correlation %s, %s assumed".formatted(what, ChangeRules.text(r), WASH_OUT);
  }
}
