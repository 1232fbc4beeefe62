package org.copse.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.copse.appraisal.Appraisal;
import org.copse.appraisal.AppraisalDomain;
import org.copse.appraisal.AppraisedStudy;
import org.copse.appraisal.Instrument;
import org.copse.effect.StudyDataException;
import tech.tablesaw.api.Table;

/**
 * A table of reviewers' answers, read as an appraisal: one row a study with one column a domain, or
 * one row a study and domain.
 *
 * <pre>{@code
 * Appraisal jadad =
 *     AppraisalTable.of(table, Instruments.jadad())
 *         .study("report").columns("randomisation", "blinding", "withdrawals").overall("total").read();
 * }</pre>
 *
 * <p>Without {@link #columns} each domain is looked for by its letter or its name. Immutable: every
 * method returns a new object.
 */
public final class AppraisalTable {

  private final CellTable cells;
  private final Instrument instrument;
  private final Roles roles;
  private List<String> columns = List.of();
  private String overall = "";
  private String domainColumn = "";
  private String answerColumn = "";
  private boolean gaps;

  private AppraisalTable(CellTable cells, Instrument instrument, Roles roles) {
    this.cells = cells;
    this.instrument = instrument;
    this.roles = roles;
  }

  /**
   * Answers of a Tablesaw table.
   *
   * @param table at least one row
   * @param instrument the instrument that was used
   * @return answers whose columns are to be named
   */
  public static AppraisalTable of(Table table, Instrument instrument) {
    return of(CellTable.of(table), instrument, Roles.NONE);
  }

  static AppraisalTable of(CellTable cells, Instrument instrument, Roles roles) {
    return new AppraisalTable(cells, instrument, roles);
  }

  private AppraisalTable copy(Roles newRoles) {
    AppraisalTable copy = new AppraisalTable(cells, instrument, newRoles);
    copy.columns = columns;
    copy.overall = overall;
    copy.domainColumn = domainColumn;
    copy.answerColumn = answerColumn;
    copy.gaps = gaps;
    return copy;
  }

  /**
   * Columns that name the study; several are joined by a space.
   *
   * @param names their names
   * @return a new object
   */
  public AppraisalTable study(String... names) {
    Arrays.stream(names).forEach(cells::column);
    return copy(roles.withStudy(List.of(names)));
  }

  /**
   * The columns of the domains, in the instrument's order.
   *
   * @param names one a domain
   * @return a new object
   * @throws IllegalArgumentException when they are not as many as the domains, which it lists
   */
  public AppraisalTable columns(String... names) {
    Arrays.stream(names).forEach(cells::column);
    if (names.length != instrument.domains().size()) {
      throw new IllegalArgumentException(
          Messages.of(
              "Cannot read " + instrument.name(),
              "columns",
              "be one a domain: " + headings(),
              names.length + " columns",
              "Name them in this order."));
    }
    AppraisalTable copy = copy(roles);
    copy.columns = List.of(names);
    return copy;
  }

  /**
   * The column of the overall judgement, or of the total of points, as the reviewers state it.
   *
   * @param name its name
   * @return a new object
   */
  public AppraisalTable overall(String name) {
    cells.column(name);
    AppraisalTable copy = copy(roles);
    copy.overall = name;
    return copy;
  }

  /**
   * One row a study and domain. A row whose domain is "Overall" holds the overall judgement.
   *
   * @param domain column of the domain's letter or name
   * @param answer column of the answer
   * @return a new object
   */
  public AppraisalTable longForm(String domain, String answer) {
    cells.column(domain);
    cells.column(answer);
    AppraisalTable copy = copy(roles);
    copy.domainColumn = domain;
    copy.answerColumn = answer;
    return copy;
  }

  /**
   * Allows empty cells: such an answer is not known, and the study has no overall judgement by rule
   * and no sum of points.
   *
   * @return a new object
   */
  public AppraisalTable withGaps() {
    AppraisalTable copy = copy(roles);
    copy.gaps = true;
    return copy;
  }

  /**
   * Reads and checks all answers.
   *
   * @return the appraisal
   * @throws StudyDataException naming every study, domain and answer outside the options
   * @throws IllegalArgumentException naming every domain without a column
   */
  public Appraisal read() {
    if (!domainColumn.isEmpty()) {
      return new AppraisalLongForm(cells, roles, instrument, domainColumn, answerColumn).read(gaps);
    }
    List<AppraisedStudy> studies = wide();
    return gaps ? Appraisal.withGaps(instrument, studies) : Appraisal.of(instrument, studies);
  }

  private List<AppraisedStudy> wide() {
    Labels labels = new Labels(cells, roles);
    AppraisalCells cellsOf = new AppraisalCells(instrument, roles);
    List<CellColumn> own = domainColumns();
    List<AppraisedStudy> studies = new ArrayList<>();
    for (int i = 0; i < cells.rows(); i++) {
      int row = i;
      List<String> answers =
          IntStream.range(0, own.size())
              .mapToObj(d -> cellsOf.answer(own.get(d), row, instrument.domains().get(d)))
              .toList();
      String stated = overall.isEmpty() ? "" : cellsOf.overall(cells.column(overall), row);
      studies.add(new AppraisedStudy(labels.of(row), answers, stated));
    }
    return studies;
  }

  private List<CellColumn> domainColumns() {
    if (!columns.isEmpty()) {
      return columns.stream().map(cells::column).toList();
    }
    List<CellColumn> found = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (AppraisalDomain domain : instrument.domains()) {
      cells.columns().stream()
          .filter(c -> AppraisalCells.names(domain, c.name()))
          .findFirst()
          .ifPresentOrElse(found::add, () -> missing.add(domain.heading()));
    }
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          Messages.of(
              "Cannot read " + instrument.name(),
              "each domain",
              "have a column of its letter or name",
              "none for " + String.join("; ", missing),
              "Name all columns with columns(...); the table has "
                  + String.join(", ", cells.names())
                  + "."));
    }
    return found;
  }

  private String headings() {
    return String.join("; ", instrument.domains().stream().map(AppraisalDomain::heading).toList());
  }
}
