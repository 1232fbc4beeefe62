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
public final class Trials extends TrialOutcomes {

  private Trials(CellTable cells, Roles roles) {
    super(cells, roles);
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
