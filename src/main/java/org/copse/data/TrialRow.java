package org.copse.data;

/** One row of a trial table, for a {@link RowFormula}. */
public final class TrialRow {

  /** A cell that a formula needs is missing, so its result is missing too. */
  static final class MissingCell extends RuntimeException {
    private static final long serialVersionUID = 1;

    MissingCell(String column) {
      super(column, null, false, false);
    }
  }

  private final CellTable cells;
  private final Roles roles;
  private final int row;
  private final String label;

  TrialRow(CellTable cells, Roles roles, int row, String label) {
    this.cells = cells;
    this.roles = roles;
    this.row = row;
    this.label = label;
  }

  /**
   * The study's label.
   *
   * @return the label
   */
  public String study() {
    return label;
  }

  /**
   * The number in a cell. Where it is missing, the formula ends and its result is missing.
   *
   * @param column the column
   * @return the number
   */
  public double number(String column) {
    CellColumn cell = cells.column(column);
    if (cell.isMissing(row, roles.missing())) {
      throw new MissingCell(column);
    }
    PercentRule percent = roles.percent(column);
    double value = cell.number(row, percent);
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException(
          CellProblems.noNumber(label, row, cell, percent).message());
    }
    return value;
  }

  /**
   * The text of a cell.
   *
   * @param column the column
   * @return its text, empty where missing
   */
  public String text(String column) {
    CellColumn cell = cells.column(column);
    return cell.isMissing(row, roles.missing()) ? "" : cell.text(row);
  }

  /**
   * The text of a cell as printed, with its trailing zeros, for a formula that goes by what
   * rounding allows. Where it is missing, the formula ends and its result is missing.
   *
   * @param column the column
   * @return its text, never empty
   */
  public String printed(String column) {
    if (isMissing(column)) {
      throw new MissingCell(column);
    }
    return text(column);
  }

  /**
   * Whether a cell is missing.
   *
   * @param column the column
   * @return true where it is empty or holds a word for missing
   */
  public boolean isMissing(String column) {
    return cells.column(column).isMissing(row, roles.missing());
  }
}
