package org.copse.report;

import java.util.ArrayList;
import java.util.List;
import org.copse.report.ReportTable.Align;
import org.copse.report.ReportTable.Kind;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A Tablesaw table for the eye: numbers aligned right and rounded to what can be read, missing
 * values visible, the first and last rows of a long table.
 */
public final class TablesawView {

  private static final int HEAD = 12;
  private static final int TAIL = 5;
  private static final int DIGITS = 5;
  private static final int LONGEST = 44;

  /** What stands for a missing cell. */
  public static final String MISSING = Numbers.ABSENT;

  private TablesawView() {}

  /**
   * View of a table.
   *
   * @param table the table
   * @return its first and last rows as texts
   */
  public static ReportTable of(Table table) {
    ReportTable.Column[] columns =
        table.columns().stream()
            .map(c -> new ReportTable.Column(c.name(), align(c)))
            .toArray(ReportTable.Column[]::new);
    String name = table.name() == null ? "" : table.name();
    ReportTable.Builder view = ReportTable.of(name, columns);
    int rows = table.rowCount();
    boolean whole = rows <= HEAD + TAIL + 1;
    for (int r = 0; r < (whole ? rows : HEAD); r++) {
      view.row(Kind.BODY, cells(table, r));
    }
    if (!whole && columns.length > 0) {
      List<String> gap = new ArrayList<>();
      table.columns().forEach(c -> gap.add(""));
      gap.set(0, "\u2026 %d more rows".formatted(rows - HEAD - TAIL));
      view.row(Kind.HEADING, gap);
      for (int r = rows - TAIL; r < rows; r++) {
        view.row(Kind.BODY, cells(table, r));
      }
    }
    view.notes(List.of("%d rows, %d columns".formatted(rows, columns.length)));
    return view.build();
  }

  /**
   * View of a column.
   *
   * @param column the column
   * @return a view of the table that holds this column alone
   */
  public static ReportTable of(Column<?> column) {
    return of(Table.create("", column));
  }

  /**
   * View of a row.
   *
   * @param row the row
   * @return a table of names and values
   */
  public static ReportTable of(Row row) {
    ReportTable.Builder view =
        ReportTable.of(
            "Row " + (row.getRowNumber() + 1),
            ReportTable.Column.text("column"),
            ReportTable.Column.text("value"));
    for (String name : row.columnNames()) {
      Object value = row.getObject(name);
      view.row(name, value == null ? MISSING : value.toString());
    }
    return view.build();
  }

  private static Align align(Column<?> column) {
    return column instanceof NumericColumn<?> ? Align.RIGHT : Align.LEFT;
  }

  private static List<String> cells(Table table, int row) {
    List<String> cells = new ArrayList<>();
    for (Column<?> column : table.columns()) {
      cells.add(cell(column, row));
    }
    return cells;
  }

  private static String cell(Column<?> column, int row) {
    if (column.isMissing(row)) {
      return MISSING;
    }
    if (column instanceof NumericColumn<?> numbers) {
      return number(numbers.getDouble(row));
    }
    return shortened(column.getString(row));
  }

  /** Long texts lose their end, with an ellipsis to say so; the table itself keeps them. */
  private static String shortened(String text) {
    if (text.codePointCount(0, text.length()) <= LONGEST) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)).stripTrailing() + "\u2026";
  }

  /** Whole numbers as they are; others to five significant digits without idle zeros. */
  static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e7) {
      return Numbers.fixed(value, 0);
    }
    String text = Numbers.significant(value, DIGITS);
    return text.contains(".") && !text.contains("e")
        ? text.replaceAll("0+$", "").replaceAll("\\.$", "")
        : text;
  }
}
