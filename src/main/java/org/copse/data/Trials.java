package org.copse.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.copse.appraisal.Instrument;
import org.copse.audit.Audit;
import org.copse.convert.Converted;
import org.copse.effect.Measure;
import org.copse.effect.Reported;
import org.copse.effect.SingleMean;
import tech.tablesaw.api.Table;

/**
 * A table of trials, one row a study, whose columns are given roles and then turned into effects.
 *
 * <p>{@code Trials.of(table).study("author").year("year").binary("tpos", "tn", "cpos",
 * "cn").as(RISK_RATIO)}
 *
 * <p><b>Cells</b> of a file are text until a role asks for a number. A number is digits with a
 * decimal point and perhaps an exponent: a comma, a percent sign or a bound such as {@code <0.5} is
 * an error that says what to do, never a guess. These texts stand for a missing value, in any case:
 * an empty cell, {@code NA}, {@code N/A}, {@code NaN}, {@code .}, {@code -}, an en or em dash,
 * {@code NR}, {@code not reported}; see {@link #missing(String...)}.
 *
 * <p><b>Errors</b>: every row is checked, and all bad ones are named in one {@link
 * org.copse.effect.StudyDataException}, by label, row (1 for the first data row) and the table's
 * own column names. An unknown column is answered with the nearest names.
 *
 * <p><b>Moderators</b>: every column that is not part of the outcome is a moderator of the effects,
 * numeric where all its cells are numbers, else categorical.
 *
 * <p>Immutable: every method returns a new object.
 */
public final class Trials {

  private final CellTable cells;
  private final Roles roles;

  private Trials(CellTable cells, Roles roles) {
    this.cells = cells;
    this.roles = roles;
  }

  /**
   * Trials of a Tablesaw table. Typed numeric columns are taken as they are; of text columns the
   * rules for cells hold.
   *
   * @param table at least one row
   * @return trials without roles
   */
  public static Trials of(Table table) {
    return new Trials(CellTable.of(table), Roles.NONE);
  }

  /** Trials of cells that are there already, perhaps derived. */
  static Trials of(CellTable cells) {
    return new Trials(cells, Roles.NONE);
  }

  /** Trials of cells read as text. */
  static Trials of(TextTable table) {
    return new Trials(CellTable.of(table), Roles.NONE);
  }

  /**
   * Reads a {@code .csv} file (comma, or semicolon or tab where the header line has more of those),
   * a {@code .tsv} file, the first sheet of an {@code .xlsx} workbook, or a {@code .json} file (an
   * array of flat objects, one a study, or an object of arrays, one a column). Text is UTF-8. The
   * first line names the columns, each once. In a workbook a percent format makes a cell text such
   * as "5%", a date format ISO text such as "2020-02-29", and other numbers keep their stored
   * precision.
   *
   * @param file the file
   * @return trials without roles
   * @throws IllegalArgumentException when the file cannot be read, saying why and what to do
   */
  public static Trials read(Path file) {
    return new Trials(CellTable.of(TrialFile.read(file)), Roles.NONE);
  }

  /**
   * Reads one sheet of an {@code .xlsx} workbook.
   *
   * @param file the file
   * @param sheet the sheet's name
   * @return trials without roles
   * @throws IllegalArgumentException when the file cannot be read, saying why and what to do
   */
  public static Trials readSheet(Path file, String sheet) {
    return new Trials(CellTable.of(TrialFile.workbook(file, sheet)), Roles.NONE);
  }

  /**
   * Reads a text file with a stated delimiter, whatever its name.
   *
   * @param file the file
   * @param delimiter for example {@code ';'}
   * @return trials without roles
   * @throws IllegalArgumentException when the file cannot be read, saying why and what to do
   */
  public static Trials readDelimited(Path file, char delimiter) {
    return new Trials(CellTable.of(TrialFile.delimited(file, delimiter)), Roles.NONE);
  }

  /**
   * Names the columns that label a study, joined by a space. The year is added where one is given
   * and the label does not hold it yet. Labels must differ.
   *
   * @param columns one or more columns
   * @return new trials
   */
  public Trials study(String... columns) {
    Arrays.stream(columns).forEach(cells::column);
    return new Trials(cells, roles.withStudy(List.of(columns)));
  }

  /**
   * Names the column of years.
   *
   * @param column numbers, perhaps missing
   * @return new trials
   */
  public Trials year(String column) {
    return new Trials(cells, roles.withYear(cells.column(column).name()));
  }

  /**
   * Names the column of subgroups: its numbers, if any, are categories too.
   *
   * @param column the column
   * @return new trials
   */
  public Trials group(String column) {
    return new Trials(cells, roles.withGroup(cells.column(column).name()));
  }

  /**
   * Names the column that says which rows share patients: a trial or population.
   *
   * @param column the column; where it is missing, the row is its own cluster
   * @return new trials
   */
  public Trials cluster(String column) {
    return new Trials(cells, roles.withCluster(cells.column(column).name()));
  }

  /**
   * Says that "5%" in a column means 0.05. Every cell must then carry the sign.
   *
   * @param column a column of text
   * @return new trials
   */
  public Trials percentAsFraction(String column) {
    return percent(column, PercentRule.FRACTION);
  }

  /**
   * Says that "5%" in a column means 5. Every cell must then carry the sign.
   *
   * @param column a column of text
   * @return new trials
   */
  public Trials percentAsPoints(String column) {
    return percent(column, PercentRule.POINTS);
  }

  private Trials percent(String column, PercentRule rule) {
    if (cells.column(column).isTyped()) {
      throw new IllegalArgumentException(
          Messages.of(
              "Cannot read column '" + column + "' as percent",
              "it",
              "hold text such as 5%",
              "numbers already",
              "Use the numbers as they are, or read the file with Trials.read."));
    }
    return new Trials(cells, roles.withPercent(column, rule));
  }

  /**
   * Replaces the texts that stand for a missing value; an empty cell always does.
   *
   * @param words the texts, in any case
   * @return new trials
   */
  public Trials missing(String... words) {
    return new Trials(cells, roles.withMissing(MissingWords.of(words)));
  }

  /**
   * Leaves rows out whose outcome is incomplete, instead of refusing the table. The effects carry a
   * note on each row left out.
   *
   * @return new trials
   */
  public Trials leaveOutIncomplete() {
    return new Trials(cells, roles.leavingOut());
  }

  /**
   * Adds a column computed from the others, for example an SD from an interval: {@code
   * derive("sd1", r -> StandardDeviation.fromStandardError(r.number("se1"), r.number("n1")))}. A
   * missing input makes a missing cell. Effects made from the column carry a note on every study
   * and way.
   *
   * @param column a name that the table does not have yet
   * @param formula computes a cell from its row
   * @return new trials
   * @throws IllegalArgumentException when there is such a column, or naming every row whose cells
   *     the formula cannot take
   */
  public Trials derive(String column, RowFormula formula) {
    if (column == null || column.isBlank()) {
      throw new IllegalArgumentException(
          Messages.of(
              "Cannot derive a column", "its name", "not be blank", "blank", "Give it a name."));
    }
    if (cells.names().contains(column)) {
      throw new IllegalArgumentException(
          Messages.of(
              "Cannot derive column '" + column + "'",
              "it",
              "be new",
              "there already",
              "Use fillIn to compute its missing cells only, or another name."));
    }
    return new Trials(cells.with(DerivedColumn.of(cells, roles, column, formula)), roles);
  }

  /**
   * Computes the missing cells of a column from the others; what is printed stays.
   *
   * @param column a column of the table
   * @param formula computes a cell from its row
   * @return new trials
   * @throws IllegalArgumentException naming every row whose cells the formula cannot take
   */
  public Trials fillIn(String column, RowFormula formula) {
    String name = cells.column(column).name();
    return new Trials(cells.with(DerivedColumn.of(cells, roles, name, formula)), roles);
  }

  /**
   * Computes the missing estimates and standard errors of two columns from the others, as {@link
   * #reportedWithSe} reads them: {@code fillInContrast("hr", "se", HAZARD_RATIO, r ->
   * LogHazardRatio.fromP(r.number("hr"), PValue.of(r.printed("p"))))}. What is printed stays: where
   * one of the two cells is there, the other alone is computed.
   *
   * @param estimate column of estimates on the reader's scale: of ratios, not their logarithms
   * @param standardError column of standard errors on the analysis scale: of the log for ratios
   * @param measure says which scales these are, for example {@code HAZARD_RATIO}
   * @param formula computes the effect from its row
   * @return new trials
   * @throws IllegalArgumentException naming every row whose cells the formula cannot take
   */
  public Trials fillInContrast(
      String estimate, String standardError, Measure measure, ContrastFormula formula) {
    RowFormula errors = r -> Converted.standardErrorOf(formula.of(r));
    RowFormula estimates =
        r -> {
          Reported contrast = formula.of(r);
          double shown = measure.scale().backTransform(contrast.estimate(), Double.NaN);
          return new Converted(shown, "estimate from " + contrast.source(), contrast.assumes());
        };
    // both from the cells as they stand, so that neither is computed from the other
    String name = cells.column(estimate).name();
    CellColumn filled = DerivedColumn.of(cells, roles, name, estimates);
    return new Trials(fillIn(standardError, errors).cells.with(filled), roles);
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

  /**
   * The trials as printed: what rounding allows is carried through to the pooled result, by {@link
   * org.copse.sensitivity.Rounding}.
   *
   * @return where the columns are named
   */
  public PrintedTrials asPrinted() {
    return new PrintedTrials(this);
  }

  /**
   * Audits the table: finds what cannot be, what is likely wrong and what is worth a look, with the
   * columns taken for what their names and roles say.
   *
   * @return the findings, what was looked at and what was not
   */
  public Audit audit() {
    return auditing().audit();
  }

  /**
   * An audit whose columns are declared where their names do not say what they are.
   *
   * @return a configuration, to be run with {@code audit()}
   */
  public Auditing auditing() {
    return Auditing.of(cells, roles);
  }

  /**
   * The data as a Tablesaw table. A text column becomes numbers where all its cells are; a code
   * such as 007 stays text.
   *
   * @return a new table
   */
  public Table table() {
    return cells.toTable(roles.missing());
  }

  /**
   * The rows as patients with times to an event, rather than as studies.
   *
   * @return patients whose columns are to be named
   */
  public PatientTimes patients() {
    return PatientTimes.of(cells, roles.missing());
  }

  /**
   * The rows as reviewers' answers to an instrument of appraisal, under the study labels named
   * here.
   *
   * @param instrument the instrument that was used
   * @return answers whose columns are to be named
   */
  public AppraisalTable appraisal(Instrument instrument) {
    return AppraisalTable.of(cells, instrument, roles);
  }

  /**
   * Number of data rows.
   *
   * @return the rows
   */
  public int rowCount() {
    return cells.rows();
  }

  /**
   * Names of the columns.
   *
   * @return the names in order
   */
  public List<String> columns() {
    return cells.names();
  }

  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    parts.add("Trials '" + cells.name() + "': " + cells.rows() + " rows");
    add(parts, "study", String.join(" + ", roles.study()));
    add(parts, "year", roles.year());
    add(parts, "group", roles.group());
    add(parts, "cluster", roles.cluster());
    add(parts, "columns", String.join(", ", cells.names()));
    return String.join("; ", parts);
  }

  private static void add(List<String> parts, String role, String columns) {
    if (!columns.isEmpty()) {
      parts.add(role + ": " + columns);
    }
  }
}
