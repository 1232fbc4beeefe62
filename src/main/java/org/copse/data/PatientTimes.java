package org.copse.data;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.copse.survival.SurvivalColumns;
import org.copse.survival.SurvivalData;
import tech.tablesaw.api.Table;

/**
 * A table of patients, one a row, read as times to an event. Labels may repeat: rows are patients,
 * not studies.
 *
 * <pre>{@code
 * SurvivalData data = PatientTimes.of(table).times("weeks").events("relapse").groups("arm").data();
 * }</pre>
 *
 * <p>Immutable: every method returns a new object.
 */
public final class PatientTimes {

  private enum Role {
    TIME,
    EVENT,
    ENTRY,
    WEIGHT,
    GROUP,
    STRATUM
  }

  private final CellTable cells;
  private final MissingWords missing;
  private final Map<Role, String> columns = new EnumMap<>(Role.class);
  private String eventValue = "";
  private List<String> groupOrder = List.of();
  private List<String> covariates = List.of();
  private boolean complete;

  private PatientTimes(CellTable cells, MissingWords missing) {
    this.cells = cells;
    this.missing = missing;
  }

  /**
   * Patients of a Tablesaw table.
   *
   * @param table at least one row
   * @return patients whose columns are to be named
   */
  public static PatientTimes of(Table table) {
    return of(CellTable.of(table), MissingWords.DEFAULT);
  }

  static PatientTimes of(CellTable cells, MissingWords missing) {
    return new PatientTimes(cells, missing);
  }

  private PatientTimes copy() {
    PatientTimes copy = new PatientTimes(cells, missing);
    copy.columns.putAll(columns);
    copy.eventValue = eventValue;
    copy.groupOrder = groupOrder;
    copy.covariates = covariates;
    copy.complete = complete;
    return copy;
  }

  private PatientTimes with(Role role, String column) {
    cells.column(column);
    PatientTimes copy = copy();
    copy.columns.put(role, column);
    return copy;
  }

  /**
   * Column of the times of event or censoring.
   *
   * @param column its name
   * @return new patients
   */
  public PatientTimes times(String column) {
    return with(Role.TIME, column);
  }

  /**
   * Column of 1 for an event and 0 for a censored time.
   *
   * @param column its name
   * @return new patients
   */
  public PatientTimes events(String column) {
    PatientTimes copy = with(Role.EVENT, column);
    copy.eventValue = "";
    return copy;
  }

  /**
   * Column in which one value means an event; every other value is a censored time.
   *
   * @param column its name
   * @param value for example "2" or "dead"
   * @return new patients
   */
  public PatientTimes eventsWhere(String column, String value) {
    PatientTimes copy = with(Role.EVENT, column);
    copy.eventValue = value.strip();
    return copy;
  }

  /**
   * Column of the times of entry (left truncation).
   *
   * @param column its name
   * @return new patients
   */
  public PatientTimes entries(String column) {
    return with(Role.ENTRY, column);
  }

  /**
   * Column of case weights.
   *
   * @param column its name
   * @return new patients
   */
  public PatientTimes weights(String column) {
    return with(Role.WEIGHT, column);
  }

  /**
   * Column of the groups, and the order of some or all of them.
   *
   * @param column its name
   * @param order groups that come first, the one that others are compared with before all; none for
   *     the order of appearance
   * @return new patients
   */
  public PatientTimes groups(String column, String... order) {
    PatientTimes copy = with(Role.GROUP, column);
    copy.groupOrder = List.of(order);
    return copy;
  }

  /**
   * Column of the strata.
   *
   * @param column its name
   * @return new patients
   */
  public PatientTimes strata(String column) {
    return with(Role.STRATUM, column);
  }

  /**
   * Columns of numeric covariates for the Cox model.
   *
   * @param names their names
   * @return new patients
   */
  public PatientTimes covariates(String... names) {
    for (String name : names) {
      cells.column(name);
    }
    PatientTimes copy = copy();
    copy.covariates = List.of(names);
    return copy;
  }

  /**
   * Leaves out rows with a missing cell in one of the named columns; the data carry a note with
   * their number. Otherwise such rows are errors.
   *
   * @return new patients
   */
  public PatientTimes leaveOutIncomplete() {
    PatientTimes copy = copy();
    copy.complete = true;
    return copy;
  }

  /**
   * Reads and checks the rows.
   *
   * @return the data
   * @throws IllegalArgumentException naming every bad row by its number in the table: cells missing
   *     or no number, times negative, events neither 0 nor 1, entry not before time, weights not
   *     above 0; and when no column of times or events is named
   */
  public SurvivalData data() {
    if (!columns.containsKey(Role.TIME) || !columns.containsKey(Role.EVENT)) {
      throw new IllegalArgumentException(
          Messages.of(
              "Cannot read the patients",
              "columns of times and of events",
              "be named",
              columns.values().toString(),
              "Call times(...) and events(...)."));
    }
    int[] rows = IntStream.range(0, cells.rows()).filter(row -> !complete || isFull(row)).toArray();
    SurvivalColumns read = SurvivalData.columns().rowNumbers(rows);
    columns.forEach((role, column) -> add(read, role, column, rows));
    read.groupOrder(groupOrder.toArray(String[]::new));
    covariates.forEach(name -> read.covariate(name, numbers(name, rows)));
    addUnreadable(read, rows);
    if (rows.length < cells.rows()) {
      read.note("%s rows with missing cells left out".formatted(cells.rows() - rows.length));
    }
    return read.check();
  }

  /** Names cells that hold text where a number is due, as they are written. */
  private void addUnreadable(SurvivalColumns read, int[] rows) {
    List<String> numeric = new ArrayList<>(covariates);
    columns.forEach(
        (role, name) -> {
          boolean label = role == Role.GROUP || role == Role.STRATUM;
          if (!label && !(role == Role.EVENT && !eventValue.isEmpty())) {
            numeric.add(name);
          }
        });
    for (String name : numeric) {
      CellColumn column = cells.column(name);
      for (int i = 0; i < rows.length; i++) {
        int row = rows[i];
        if (!column.isMissing(row, missing)
            && Double.isNaN(column.number(row, PercentRule.REFUSED))) {
          Numbers.Complaint complaint = Numbers.complaint(column.text(row), name);
          String was = column.text(row);
          read.unreadable(
              name, i, "%s, was '%s'. %s".formatted(complaint.rule(), was, complaint.remedy()));
        }
      }
    }
  }

  private void add(SurvivalColumns read, Role role, String column, int[] rows) {
    switch (role) {
      case TIME -> read.times(column, numbers(column, rows));
      case EVENT -> read.events(column, events(column, rows));
      case ENTRY -> read.entries(column, numbers(column, rows));
      case WEIGHT -> read.weights(column, numbers(column, rows));
      case GROUP -> read.groups(column, labels(column, rows));
      case STRATUM -> read.strata(column, labels(column, rows));
    }
  }

  private boolean isFull(int row) {
    List<String> named = new ArrayList<>(columns.values());
    named.addAll(covariates);
    return named.stream().noneMatch(name -> cells.column(name).isMissing(row, missing));
  }

  private double[] numbers(String name, int[] rows) {
    CellColumn column = cells.column(name);
    return IntStream.of(rows)
        .mapToDouble(
            row ->
                column.isMissing(row, missing)
                    ? Double.NaN
                    : column.number(row, PercentRule.REFUSED))
        .toArray();
  }

  private double[] events(String name, int[] rows) {
    if (eventValue.isEmpty()) {
      return numbers(name, rows);
    }
    CellColumn column = cells.column(name);
    double[] events = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      if (column.isMissing(rows[i], missing)) {
        events[i] = Double.NaN;
      } else {
        events[i] = column.text(rows[i]).equals(eventValue) ? 1 : 0;
      }
    }
    if (IntStream.range(0, rows.length).noneMatch(i -> events[i] == 1)) {
      throw new IllegalArgumentException(
          Messages.of(
              "Cannot read the events",
              "column '" + name + "'",
              "hold the value that means an event, '" + eventValue + "',",
              "not there",
              "Check its spelling."));
    }
    return events;
  }

  private List<String> labels(String name, int[] rows) {
    CellColumn column = cells.column(name);
    return IntStream.of(rows)
        .mapToObj(row -> column.isMissing(row, missing) ? "" : column.text(row))
        .toList();
  }

  @Override
  public String toString() {
    return "Patients '%s': %s rows, columns %s; read them with .data()"
        .formatted(cells.name(), cells.rows(), columns);
  }
}
