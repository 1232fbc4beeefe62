package org.copse.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.copse.descriptive.PatientData;
import tech.tablesaw.api.Table;

/**
 * A table of patients, one a row, read to be described.
 *
 * <pre>{@code
 * PatientData patients = PatientTable.of(table).groups("arm").categories("sex").numbers("age").data();
 * DescriptiveTable.of(patients)
 * }</pre>
 *
 * <p>Immutable: every method returns a new object.
 */
public final class PatientTable {

  private final CellTable cells;
  private final String groups;
  private final List<String> order;
  private final List<UnaryOperator<PatientData>> variables;
  private final List<String> numeric;

  private PatientTable(
      CellTable cells,
      String groups,
      List<String> order,
      List<UnaryOperator<PatientData>> variables,
      List<String> numeric) {
    this.cells = cells;
    this.groups = groups;
    this.order = List.copyOf(order);
    this.variables = List.copyOf(variables);
    this.numeric = List.copyOf(numeric);
  }

  /**
   * Patients of a Tablesaw table.
   *
   * @param table at least one row
   * @return patients whose columns are to be named
   */
  public static PatientTable of(Table table) {
    return new PatientTable(CellTable.of(table), "", List.of(), List.of(), List.of());
  }

  /**
   * Column of the groups, and the order of some or all of them.
   *
   * @param column its name
   * @param first groups that come first; the others follow as they appear
   * @return new patients
   */
  public PatientTable groups(String column, String... first) {
    cells.column(column);
    return new PatientTable(cells, column, List.of(first), variables, numeric);
  }

  /**
   * Adds a column of categories; a blank cell or a word such as NA is a missing value.
   *
   * @param column its name
   * @param first categories that come first, also such as no patient has; the others follow as they
   *     appear
   * @return new patients
   */
  public PatientTable categories(String column, String... first) {
    List<String> labels = labels(column);
    return plus(data -> data.categories(column, labels, first), numeric);
  }

  /**
   * Adds a column of numbers.
   *
   * @param column its name
   * @return new patients
   */
  public PatientTable numbers(String column) {
    CellColumn read = cells.column(column);
    double[] values =
        IntStream.range(0, cells.rows())
            .mapToDouble(
                row ->
                    read.isMissing(row, MissingWords.DEFAULT)
                        ? Double.NaN
                        : read.number(row, PercentRule.REFUSED))
            .toArray();
    List<String> names = new ArrayList<>(numeric);
    names.add(column);
    return plus(data -> data.numbers(column, values), names);
  }

  private PatientTable plus(UnaryOperator<PatientData> variable, List<String> names) {
    List<UnaryOperator<PatientData>> more = new ArrayList<>(variables);
    more.add(variable);
    return new PatientTable(cells, groups, order, more, names);
  }

  private List<String> labels(String name) {
    CellColumn column = cells.column(name);
    return IntStream.range(0, cells.rows())
        .mapToObj(row -> column.isMissing(row, MissingWords.DEFAULT) ? "" : column.text(row))
        .toList();
  }

  /**
   * Reads and checks the rows.
   *
   * @return the patients
   * @throws IllegalArgumentException naming every cell that should be a number and is none, and
   *     every row without a group
   */
  public PatientData data() {
    requireCells();
    PatientData data =
        groups.isEmpty()
            ? PatientData.together(cells.rows())
            : PatientData.grouped(labels(groups)).groupOrder(order.toArray(String[]::new));
    for (UnaryOperator<PatientData> variable : variables) {
      data = variable.apply(data);
    }
    return data;
  }

  private void requireCells() {
    List<String> problems = new ArrayList<>();
    List<String> labels = groups.isEmpty() ? List.of() : labels(groups);
    for (int row = 0; row < labels.size(); row++) {
      if (labels.get(row).isBlank()) {
        problems.add(
            "Row %s: column '%s' must name the group, was empty. Fill it in, or filter the rows."
                .formatted(row + 1, groups));
      }
    }
    for (String name : numeric) {
      CellColumn column = cells.column(name);
      for (int row = 0; row < cells.rows(); row++) {
        if (!column.isMissing(row, MissingWords.DEFAULT)
            && Double.isNaN(column.number(row, PercentRule.REFUSED))) {
          Numbers.Complaint complaint = Numbers.complaint(column.text(row), name);
          problems.add(
              "Row %s: %s, was '%s'. %s"
                  .formatted(row + 1, complaint.rule(), column.text(row), complaint.remedy()));
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot read the patients: %s cells are not as they must be.\n  %s"
              .formatted(problems.size(), Messages.some(problems, "\n  ")));
    }
  }
}
