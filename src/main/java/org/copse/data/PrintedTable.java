package org.copse.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copse.descriptive.PrintedCounts;
import tech.tablesaw.api.Table;

/**
 * A paper's table of counts and percentages, typed off into columns: one row a category, for each
 * group a column of counts and one of percentages as printed (text keeps the printed digits).
 *
 * <pre>{@code
 * PrintedTable.of(table).rows("variable", "level").parts("parent").missing("Not reported")
 *     .group("Total", 84, "n_total", "pct_total").group("Posters", 59, "n_posters", "pct_posters")
 *     .counts().check()
 * }</pre>
 *
 * <p>Immutable: every method returns a new object.
 */
public final class PrintedTable {

  private record Group(String name, long size, String counts, String percents) {}

  private final CellTable cells;
  private final String variable;
  private final String level;
  private final String parent;
  private final String missing;
  private final List<Group> groups;

  private PrintedTable(
      CellTable cells,
      String variable,
      String level,
      String parent,
      String missing,
      List<Group> groups) {
    this.cells = cells;
    this.variable = variable;
    this.level = level;
    this.parent = parent;
    this.missing = missing;
    this.groups = List.copyOf(groups);
  }

  /**
   * A typed-off table.
   *
   * @param table at least one row
   * @return a table whose columns are to be named
   */
  public static PrintedTable of(Table table) {
    return new PrintedTable(CellTable.of(table), "", "", "", "Not reported", List.of());
  }

  /**
   * Names the columns of variables and of their categories.
   *
   * @param variableColumn column of the variables
   * @param levelColumn column of the categories
   * @return a new table
   */
  public PrintedTable rows(String variableColumn, String levelColumn) {
    cells.column(variableColumn);
    cells.column(levelColumn);
    return new PrintedTable(cells, variableColumn, levelColumn, parent, missing, groups);
  }

  /**
   * Names the column that says of which category a row is a part, blank for none.
   *
   * @param column its name
   * @return a new table
   */
  public PrintedTable parts(String column) {
    cells.column(column);
    return new PrintedTable(cells, variable, level, column, missing, groups);
  }

  /**
   * What a category is called that holds missing values.
   *
   * @param label for example "Unknown"
   * @return a new table
   */
  public PrintedTable missing(String label) {
    return new PrintedTable(cells, variable, level, parent, label, groups);
  }

  /**
   * Adds a group of patients.
   *
   * @param name its name
   * @param size patients, as printed in the head
   * @param counts column of its counts
   * @param percents column of its percentages
   * @return a new table
   */
  public PrintedTable group(String name, long size, String counts, String percents) {
    cells.column(counts);
    cells.column(percents);
    List<Group> more = new ArrayList<>(groups);
    more.add(new Group(name, size, counts, percents));
    return new PrintedTable(cells, variable, level, parent, missing, more);
  }

  /**
   * Reads the cells.
   *
   * @return the counts
   * @throws IllegalArgumentException naming every count that is no whole number, every percentage
   *     that is no number and every row given twice
   */
  public PrintedCounts counts() {
    if (variable.isEmpty() || groups.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot read the printed table: columns of variables and categories, and at least 1 group, must be named. Call rows(...) and group(...).");
    }
    requireCells();
    PrintedCounts counts =
        PrintedCounts.headed(
            groups.stream().map(Group::name).toList(), groups.stream().map(Group::size).toList());
    for (int row = 0; row < cells.rows(); row++) {
      int at = row;
      counts =
          counts.row(
              key(row).get(0),
              key(row).get(1),
              key(row).get(2),
              cells.column(level).text(row).equals(missing),
              groups.stream().map(g -> (long) number(g.counts(), at)).toList(),
              groups.stream().map(g -> cells.column(g.percents()).text(at)).toList());
    }
    return counts;
  }

  /** Variable, category and the category of which it is a part. */
  private List<String> key(int row) {
    return List.of(
        cells.column(variable).text(row),
        cells.column(level).text(row),
        parent.isEmpty() ? "" : cells.column(parent).text(row));
  }

  private double number(String column, int row) {
    return cells.column(column).number(row, PercentRule.REFUSED);
  }

  private void requireCells() {
    List<String> problems = new ArrayList<>();
    Map<List<String>, Integer> first = new HashMap<>();
    for (int row = 0; row < cells.rows(); row++) {
      for (Group group : groups) {
        double n = number(group.counts(), row);
        if (!(n >= 0 && n == Math.rint(n))) {
          problems.add(problem(row, group.counts(), "a whole number of 0 or more"));
        }
        if (!cells.column(group.percents()).text(row).isBlank()
            && Double.isNaN(number(group.percents(), row))) {
          problems.add(problem(row, group.percents(), "a number without a percent sign"));
        }
      }
      Integer before = first.putIfAbsent(key(row), row + 1);
      if (before != null) {
        problems.add(
            "Row %s ('%s'): it must stand once in the table, was also row %s."
                .formatted(row + 1, cells.column(level).text(row), before));
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot read the printed table: %s cells are not as they must be.\n  %s\nCompare them with the paper."
              .formatted(problems.size(), Messages.some(problems, "\n  ")));
    }
  }

  private String problem(int row, String column, String rule) {
    return "Row %s ('%s'): %s must be %s, was '%s'."
        .formatted(
            row + 1, cells.column(level).text(row), column, rule, cells.column(column).text(row));
  }
}
