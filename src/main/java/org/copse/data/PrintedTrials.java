package org.copse.data;

import java.util.function.Function;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.ContinuousMeasure;
import org.copse.effect.Interval;
import org.copse.effect.MatchedPairsMeasure;
import org.copse.effect.Measure;
import org.copse.effect.NetChangeMeasure;
import org.copse.effect.ProportionMeasure;
import org.copse.effect.RateMeasure;
import org.copse.effect.SingleMean;
import org.copse.effect.SingleRateMeasure;
import org.copse.effect.SummaryData;
import org.copse.effect.SummaryMeasure;

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

  /**
   * Percentages of single groups with the patients they are of: each stands for all whole counts
   * that print so.
   *
   * @param percent column of percentages from 0 to 100
   * @param n column of patients
   * @return an outcome
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public PrintedOutcome<ProportionMeasure> percentage(String percent, String n) {
    PercentageOutcome plain = trials.percentage(percent, n);
    PercentageOutcome outcome = unattainable ? plain.acceptUnattainable() : plain;
    return new PrintedOutcome<>("Percentages of single groups", outcome::asPrinted);
  }

  /**
   * Proportions of single groups: counts have no rounding, so that there is one pooled result.
   *
   * @param events column of events
   * @param n column of patients
   * @return an outcome
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public PrintedOutcome<ProportionMeasure> proportion(String events, String n) {
    ProportionOutcome outcome = trials.proportion(events, n);
    return new PrintedOutcome<>("Proportions of single groups", outcome::asPrinted);
  }

  /**
   * Two-arm person-time counts: the events are exact, the person-times as printed.
   *
   * @param events1 column of events, treatment
   * @param time1 column of person-time, treatment
   * @param events2 column of events, control
   * @param time2 column of person-time, control, same unit
   * @return an outcome
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public PrintedOutcome<RateMeasure> rates(
      String events1, String time1, String events2, String time2) {
    RateOutcome outcome = trials.rates(events1, time1, events2, time2);
    return new PrintedOutcome<>("Rates of two arms", outcome::asPrinted);
  }

  /**
   * Incidence rates of single groups: the events are exact, the person-times as printed.
   *
   * @param events column of events
   * @param time column of person-time
   * @return an outcome
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public PrintedOutcome<SingleRateMeasure> rate(String events, String time) {
    SingleRateOutcome outcome = trials.rate(events, time);
    return new PrintedOutcome<>("Rates of single groups", outcome::asPrinted);
  }

  /**
   * Means and standard deviations of single groups; the numbers of patients are exact.
   *
   * @param n column of patients
   * @param mean column of means
   * @param sd column of standard deviations
   * @return an outcome
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public PrintedOutcome<SummaryMeasure<SingleMean>> mean(String n, String mean, String sd) {
    return summaries(trials.mean(n, mean, sd));
  }

  /**
   * Counts of a diagnostic test against a reference: these have no rounding, so that there is one
   * pooled result.
   *
   * @param tp column of true positives
   * @param fp column of false positives
   * @param fn column of false negatives
   * @param tn column of true negatives
   * @return an outcome
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public PrintedOutcome<BinaryMeasure> diagnostic(String tp, String fp, String fn, String tn) {
    DiagnosticOutcome outcome = trials.diagnostic(tp, fp, fn, tn);
    return new PrintedOutcome<>("Counts of a diagnostic test", outcome::asPrinted);
  }

  /**
   * Changes from baseline, named as in {@link Trials#change()}: {@code change(c ->
   * c.meanChange("n", "mean", "sd"))}.
   *
   * @param <D> the form of the data
   * @param columns names the columns
   * @return an outcome
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public <D extends SummaryData> PrintedOutcome<SummaryMeasure<D>> change(
      Function<ChangeTrials, SummaryOutcome<D>> columns) {
    return summaries(columns.apply(trials.change()));
  }

  /**
   * Net changes, named as in {@link ChangeTrials#net}: {@code netChange(c -> c.net(arm))}.
   *
   * @param columns names the columns
   * @return an outcome, to be taken as {@code NET_CHANGE}
   */
  public PrintedOutcome<NetChangeMeasure> netChange(
      Function<ChangeTrials, NetChangeOutcome> columns) {
    NetChangeOutcome outcome = columns.apply(trials.change());
    return new PrintedOutcome<>("Net changes", outcome::asPrinted);
  }

  /**
   * Correlations, explained variance, reliabilities and areas under the curve, named as in {@link
   * Trials#association()}: {@code association(a -> a.correlation("r", "n"))}.
   *
   * @param <D> the form of the data
   * @param columns names the columns
   * @return an outcome
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public <D extends SummaryData> PrintedOutcome<SummaryMeasure<D>> association(
      Function<AssociationTrials, SummaryOutcome<D>> columns) {
    return summaries(columns.apply(trials.association()));
  }

  /**
   * Matched pairs, named as in {@link Trials#matched()}: {@code matched(m -> m.margins("e1", "e2",
   * "pairs", "r"))}. Counts are exact.
   *
   * @param columns names the columns
   * @return an outcome
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public PrintedOutcome<MatchedPairsMeasure> matched(
      Function<MatchedTrials, MatchedPairsOutcome> columns) {
    MatchedPairsOutcome outcome = columns.apply(trials.matched());
    return new PrintedOutcome<>("Matched pairs", outcome::asPrinted);
  }

  private static <D extends SummaryData> PrintedOutcome<SummaryMeasure<D>> summaries(
      SummaryOutcome<D> outcome) {
    return new PrintedOutcome<>(outcome.what(), outcome::asPrinted);
  }

  @Override
  public String toString() {
    return trials + "; as printed: choose an outcome, for example .reported(...)";
  }
}
