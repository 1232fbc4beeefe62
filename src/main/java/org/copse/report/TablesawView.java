package org.copse.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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
    int rows = table.rowCount();
    int width = table.columnCount();
    boolean whole = FoldedTable.isWhole(rows, HEAD, TAIL) || FoldedTable.isCarried(rows, width);
    int[] shown =
        IntStream.range(0, rows).filter(r -> whole || r < HEAD || r >= rows - TAIL).toArray();
    List<ReportTable.Column> columns = new ArrayList<>();
    List<List<String>> texts = new ArrayList<>();
    for (Column<?> column : table.columns()) {
      columns.add(new ReportTable.Column(column.name(), align(column)));
      texts.add(texts(column, shown));
    }
    List<ReportTable.Row> body = new ArrayList<>();
    for (int r = 0; r < shown.length && width > 0; r++) {
      if (!whole && r == HEAD) {
        body.add(FoldedTable.gap(rows - HEAD - TAIL, width));
      }
      int at = r;
      List<String> cells = texts.stream().map(column -> column.get(at)).toList();
      body.add(new ReportTable.Row(Kind.BODY, cells, values(table, shown[r])));
    }
    String name = table.name() == null ? "" : table.name();
    ReportTable view = new ReportTable(name, columns, body, List.of(size(rows, width)));
    return whole ? FoldedTable.of(view, HEAD, TAIL) : view.noted(FoldedTable.TOO_LONG);
  }

  private static List<Double> values(Table table, int row) {
    return table.columns().stream()
        .map(c -> c instanceof NumericColumn<?> n ? n.getDouble(row) : Double.NaN)
        .toList();
  }

  private static String size(int rows, int columns) {
    return counted(rows, "row") + ", " + counted(columns, "column");
  }

  private static String counted(int number, String noun) {
    return Numbers.whole(number) + " " + noun + (number == 1 ? "" : "s");
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
   * @return a table of names and values; without values before the first and after the last row
   */
  public static ReportTable of(Row row) {
    ReportTable.Builder view =
        ReportTable.of(
            row.getRowNumber() < 0 ? "Row" : "Row " + (row.getRowNumber() + 1),
            ReportTable.Column.text("column"),
            ReportTable.Column.text("value"));
    for (int c = 0; c < row.columnCount() && row.getRowNumber() >= 0; c++) {
      Column<?> column = row.column(c);
      view.row(column.name(), text(column, row.getBackingRowNumber()));
    }
    return view.build();
  }

  private static String text(Column<?> column, int row) {
    if (column.isMissing(row)) {
      return MISSING;
    }
    return column instanceof NumericColumn<?> numbers
        ? ColumnNumbers.single(numbers.getDouble(row))
        : column.getString(row);
  }

  private static Align align(Column<?> column) {
    return column instanceof NumericColumn<?> ? Align.RIGHT : Align.LEFT;
  }

  private static List<String> texts(Column<?> column, int[] rows) {
    if (!(column instanceof NumericColumn<?> numbers)) {
      return Arrays.stream(rows).mapToObj(r -> shortened(text(column, r))).toList();
    }
    ColumnNumbers format =
        ColumnNumbers.of(Arrays.stream(rows).mapToDouble(numbers::getDouble).toArray());
    return Arrays.stream(rows)
        .mapToObj(r -> numbers.isMissing(r) ? MISSING : format.text(numbers.getDouble(r)))
        .toList();
  }

  /** Long texts lose their end, with an ellipsis to say so; the table itself keeps them. */
  private static String shortened(String text) {
    if (text.codePointCount(0, text.length()) <= LONGEST) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)).stripTrailing() + "\u2026";
  }
}
