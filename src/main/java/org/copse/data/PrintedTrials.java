package org.copse.data;

import org.copse.effect.BinaryMeasure;
import org.copse.effect.ContinuousMeasure;
import org.copse.effect.Interval;
import org.copse.effect.Measure;

/**
 * Trials whose numbers are only known as printed: each stands for half a unit of its last digit to
 * either side, and each percentage for all whole counts that print so.
 *
 * <p>{@code Rounding.withDefaults().fit(trials.asPrinted().reported("hr", "low",
 * "high").as(HAZARD_RATIO))} pools over everything that rounding allows, and says whether a
 * published pooled figure is reachable. A table whose rows report in different ways is {@code
 * trials.mixed()}, with its formats, and then {@code .asPrinted(measure)}.
 *
 * <p>Of text cells the decimals count as printed ("0.60" to 0.005); a column of typed numbers is
 * taken to have the decimals of its longest, which makes a note. Immutable.
 */
public final class PrintedTrials {

  private static final double DEFAULT_LEVEL = 0.95;

  private final Trials trials;
  private final double level;
  private final boolean lopsided;
  private final boolean unattainable;

  PrintedTrials(Trials trials) {
    this(trials, DEFAULT_LEVEL, false, false);
  }

  private PrintedTrials(Trials trials, double level, boolean lopsided, boolean unattainable) {
    this.trials = trials;
    this.level = level;
    this.lopsided = lopsided;
    this.unattainable = unattainable;
  }

  /**
   * States the level of printed intervals; 0.95 unless said otherwise.
   *
   * @param newLevel for example 0.90
   * @return new trials
   */
  public PrintedTrials level(double newLevel) {
    return new PrintedTrials(trials, Interval.requireLevel(newLevel), lopsided, unattainable);
  }

  /**
   * Takes lopsided intervals by their width; see {@link IntervalOutcome#acceptLopsided()}.
   *
   * @return new trials
   */
  public PrintedTrials acceptLopsided() {
    return new PrintedTrials(trials, level, true, unattainable);
  }

  /**
   * Takes a percentage that no whole count attains for the counts on either side of it; see {@link
   * PercentagesOutcome#acceptUnattainable()}.
   *
   * @return new trials
   */
  public PrintedTrials acceptUnattainable() {
    return new PrintedTrials(trials, level, lopsided, true);
  }

  /**
   * Estimates with their confidence intervals.
   *
   * @param estimate column of estimates
   * @param ciLow column of lower limits
   * @param ciHigh column of upper limits
   * @return an outcome, checked once its measure is known
   */
  public PrintedOutcome<Measure> reported(String estimate, String ciLow, String ciHigh) {
    IntervalOutcome plain = trials.reported(estimate, ciLow, ciHigh).level(level);
    IntervalOutcome outcome = lopsided ? plain.acceptLopsided() : plain;
    return new PrintedOutcome<>("Estimates and intervals", outcome::asPrinted);
  }

  /**
   * Estimates with standard errors on the analysis scale.
   *
   * @param estimate column of estimates
   * @param standardError column of standard errors, of the log for ratios
   * @return an outcome, checked once its measure is known
   */
  public PrintedOutcome<Measure> reportedWithSe(String estimate, String standardError) {
    ReportedOutcome outcome = trials.reportedWithSe(estimate, standardError);
    return new PrintedOutcome<>("Estimates and standard errors", outcome::asPrinted);
  }

  /**
   * Estimates with two-sided p values.
   *
   * @param estimate column of estimates
   * @param p column of exact p values
   * @return an outcome, checked once its measure is known
   */
  public PrintedOutcome<Measure> reportedWithP(String estimate, String p) {
    ReportedOutcome outcome = trials.reportedWithP(estimate, p);
    return new PrintedOutcome<>("Estimates and p values", outcome::asPrinted);
  }

  /**
   * Log-rank statistics.
   *
   * @param oe column of O − E of the treatment arm
   * @param v column of its variance V
   * @return an outcome, to be taken as {@code HAZARD_RATIO}
   */
  public PrintedOutcome<Measure> observedMinusExpected(String oe, String v) {
    ReportedOutcome outcome = trials.observedMinusExpected(oe, v);
    return new PrintedOutcome<>("O − E and V", outcome::asPrinted);
  }

  /**
   * Two-arm percentages with the patients they are of: each stands for all whole counts that print
   * so.
   *
   * @param percent1 column of percentages from 0 to 100, treatment
   * @param total1 column of patients, treatment
   * @param percent2 column of percentages, control
   * @param total2 column of patients, control
   * @return an outcome
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public PrintedOutcome<BinaryMeasure> percentages(
      String percent1, String total1, String percent2, String total2) {
    PercentagesOutcome plain = trials.percentages(percent1, total1, percent2, total2);
    PercentagesOutcome outcome = unattainable ? plain.acceptUnattainable() : plain;
    return new PrintedOutcome<>("Percentages of two arms", outcome::asPrinted);
  }

  /**
   * Two-arm counts: these have no rounding, so that there is one pooled result.
   *
   * @param events1 column of events, treatment
   * @param total1 column of patients, treatment
   * @param events2 column of events, control
   * @param total2 column of patients, control
   * @return an outcome
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public PrintedOutcome<BinaryMeasure> binary(
      String events1, String total1, String events2, String total2) {
    BinaryOutcome outcome = trials.binary(events1, total1, events2, total2);
    return new PrintedOutcome<>("Counts of two arms", outcome::asPrinted);
  }

  /**
   * Two-arm means and standard deviations; the numbers of patients are exact.
   *
   * @param n1 column of patients, treatment
   * @param mean1 column of means, treatment
   * @param sd1 column of standard deviations, treatment
   * @param n2 column of patients, control
   * @param mean2 column of means, control
   * @param sd2 column of standard deviations, control
   * @return an outcome
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public PrintedOutcome<ContinuousMeasure> means(
      String n1, String mean1, String sd1, String n2, String mean2, String sd2) {
    MeansOutcome outcome = trials.means(n1, mean1, sd1, n2, mean2, sd2);
    return new PrintedOutcome<>("Means of two arms", outcome::asPrinted);
  }

  @Override
  public String toString() {
    return trials + "; as printed: choose an outcome, for example .reported(...)";
  }
}
