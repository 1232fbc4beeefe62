package org.copse.data;

import org.copse.effect.SingleMean;

/**
 * The part of {@link Trials} on outcomes: which columns hold counts, means, rates or printed
 * estimates. Every method checks its columns' rows.
 */
abstract sealed class TrialOutcomes permits Trials {

  final CellTable cells;
  final Roles roles;

  TrialOutcomes(CellTable cells, Roles roles) {
    this.cells = cells;
    this.roles = roles;
  }

  /**
   * Two-arm counts.
   *
   * @param events1 column of events, treatment
   * @param total1 column of patients, treatment
   * @param events2 column of events, control
   * @param total2 column of patients, control
   * @return the checked counts
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public BinaryOutcome binary(String events1, String total1, String events2, String total2) {
    return new BinaryOutcome(new StudyRows(cells, roles, events1, total1, events2, total2));
  }

  /**
   * Counts of a diagnostic test against a reference.
   *
   * @param tp column of true positives
   * @param fp column of false positives
   * @param fn column of false negatives
   * @param tn column of true negatives
   * @return the checked counts
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public DiagnosticOutcome diagnostic(String tp, String fp, String fn, String tn) {
    return new DiagnosticOutcome(new StudyRows(cells, roles, tp, fp, fn, tn));
  }

  /**
   * Two-arm percentages as printed, with the patients they are of; each stands for all whole counts
   * that print so.
   *
   * @param percent1 column of percentages from 0 to 100, treatment
   * @param total1 column of patients, treatment
   * @param percent2 column of percentages, control
   * @param total2 column of patients, control
   * @return the counts that print so
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public PercentagesOutcome percentages(
      String percent1, String total1, String percent2, String total2) {
    return new PercentagesOutcome(new StudyRows(cells, roles, percent1, total1, percent2, total2));
  }

  /**
   * Two-arm means and standard deviations.
   *
   * @param n1 column of patients, treatment
   * @param mean1 column of means, treatment
   * @param sd1 column of standard deviations, treatment
   * @param n2 column of patients, control
   * @param mean2 column of means, control
   * @param sd2 column of standard deviations, control
   * @return the checked means
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public MeansOutcome means(
      String n1, String mean1, String sd1, String n2, String mean2, String sd2) {
    return new MeansOutcome(new StudyRows(cells, roles, n1, mean1, sd1, n2, mean2, sd2));
  }

  /**
   * Proportions of single groups.
   *
   * @param events column of events
   * @param n column of patients
   * @return the checked proportions
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public ProportionOutcome proportion(String events, String n) {
    return new ProportionOutcome(new StudyRows(cells, roles, events, n));
  }

  /**
   * Percentages of single groups as printed, with the patients they are of; each stands for all
   * whole counts that print so.
   *
   * @param percent column of percentages from 0 to 100
   * @param n column of patients
   * @return the counts that print so
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public PercentageOutcome percentage(String percent, String n) {
    return new PercentageOutcome(new StudyRows(cells, roles, percent, n));
  }

  /**
   * Two-arm person-time counts.
   *
   * @param events1 column of events, treatment
   * @param time1 column of person-time, treatment
   * @param events2 column of events, control
   * @param time2 column of person-time, control, same unit
   * @return the checked counts
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public RateOutcome rates(String events1, String time1, String events2, String time2) {
    return new RateOutcome(new StudyRows(cells, roles, events1, time1, events2, time2));
  }

  /**
   * Incidence rates of single groups.
   *
   * @param events column of events
   * @param time column of person-time
   * @return the checked rates
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public SingleRateOutcome rate(String events, String time) {
    return new SingleRateOutcome(new StudyRows(cells, roles, events, time));
  }

  /**
   * Means and standard deviations of single groups.
   *
   * @param n column of patients
   * @param mean column of means
   * @param sd column of standard deviations
   * @return the checked means
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public SummaryOutcome<SingleMean> mean(String n, String mean, String sd) {
    StudyRows rows = new StudyRows(cells, roles, n, mean, sd);
    return new SummaryOutcome<>(rows, 3, v -> new SingleMean(v[0], v[1], v[2]), "Means", 0);
  }

  /**
   * Reported estimates with 95 % confidence intervals; another level is stated on the result.
   *
   * <p>An interval that is lopsided on its scale by more than printed rounding allows is refused.
   * Of text cells the decimals count as printed ("0.60" to 0.005); a typed number has only those it
   * needs (0.6 to 0.05), so that tables of numbers are judged more leniently.
   *
   * @param estimate column of estimates as printed
   * @param ciLow column of lower limits
   * @param ciHigh column of upper limits
   * @return the estimates, checked once their measure is known
   */
  public IntervalOutcome reported(String estimate, String ciLow, String ciHigh) {
    return new IntervalOutcome(new StudyRows(cells, roles, estimate, ciLow, ciHigh));
  }

  /**
   * Reported estimates with standard errors.
   *
   * @param estimate column of estimates as printed
   * @param standardError column of standard errors on the analysis scale: of the log for ratios
   * @return the estimates, checked once their measure is known
   */
  public ReportedOutcome reportedWithSe(String estimate, String standardError) {
    StudyRows rows = new StudyRows(cells, roles, estimate, standardError);
    return new ReportedOutcome(rows, ReportedKind.STANDARD_ERROR);
  }

  /**
   * Reported estimates with two-sided p values.
   *
   * @param estimate column of estimates as printed
   * @param p column of exact p values
   * @return the estimates, checked once their measure is known
   */
  public ReportedOutcome reportedWithP(String estimate, String p) {
    return new ReportedOutcome(new StudyRows(cells, roles, estimate, p), ReportedKind.P_VALUE);
  }

  /**
   * Log-rank statistics.
   *
   * @param oe column of O − E, observed minus expected events of the treatment arm
   * @param v column of the variance V
   * @return the statistics, to be taken as {@code HAZARD_RATIO}
   */
  public ReportedOutcome observedMinusExpected(String oe, String v) {
    return new ReportedOutcome(new StudyRows(cells, roles, oe, v), ReportedKind.LOG_RANK);
  }

  /**
   * Changes from baseline, of one group or of two arms.
   *
   * @return where their columns are named
   */
  public ChangeTrials change() {
    return new ChangeTrials(cells, roles);
  }

  /**
   * Correlations, explained variance, reliabilities and areas under the curve.
   *
   * @return where their columns are named
   */
  public AssociationTrials association() {
    return new AssociationTrials(cells, roles);
  }

  /**
   * Matched pairs, or patients under two treatments.
   *
   * @return where their columns are named
   */
  public MatchedTrials matched() {
    return new MatchedTrials(cells, roles);
  }

  /**
   * Adverse events in rows of their own: one row a study and event, so that a study's label may
   * come once an event.
   *
   * @param event column that names the event
   * @return events whose grade and counts are named next
   */
  public AdverseEventTrials adverseEvents(String event) {
    return new AdverseEventTrials(cells, roles, cells.column(event).name(), "");
  }

  /**
   * Rows that report their effect in different ways: counts here, a ratio with its interval there.
   *
   * @return an outcome whose formats are named next
   */
  public MixedOutcome mixed() {
    return new MixedOutcome(cells, roles);
  }
}
