package org.copse.audit;

import java.util.List;
import java.util.Objects;

/**
 * One thing that an audit found.
 *
 * @param check what was looked for
 * @param severity how bad it is
 * @param rows the rows concerned, 1 for the first data row; none where a whole column is meant
 * @param study label of the first row, empty where a whole column is meant
 * @param column the column or columns concerned, joined by ", "
 * @param what what was found
 * @param why why it matters or cannot be
 * @param remedy what to do
 */
public record Finding(
    Check check,
    Severity severity,
    List<Integer> rows,
    String study,
    String column,
    String what,
    String why,
    String remedy) {

  /**
   * Checks the parts.
   *
   * @param check as above
   * @param severity as above
   * @param rows as above
   * @param study as above
   * @param column as above
   * @param what as above
   * @param why as above
   * @param remedy as above
   */
  public Finding {
    Objects.requireNonNull(check, "check");
    Objects.requireNonNull(severity, "severity");
    rows = List.copyOf(rows);
    Objects.requireNonNull(study, "study");
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(why, "why");
    Objects.requireNonNull(remedy, "remedy");
  }

  /**
   * The first row concerned.
   *
   * @return 1 for the first data row, 0 where a whole column is meant
   */
  public int row() {
    return rows.isEmpty() ? 0 : rows.get(0);
  }

  /**
   * Whether the finding concerns a cell.
   *
   * @param row 1 for the first data row
   * @param name the column's name
   * @return true when row and column are among those concerned
   */
  public boolean concerns(int row, String name) {
    return rows.contains(row) && List.of(column.split(", ")).contains(name);
  }

  @Override
  public String toString() {
    String where = rows.isEmpty() ? "all rows" : "row " + row() + ", '" + study + "'";
    return "%s (%s), %s, %s: %s. %s %s"
        .formatted(
            severity.label().toUpperCase(java.util.Locale.ROOT),
            check.label(),
            where,
            column,
            what,
            why,
            remedy);
  }
}
