package org.copse.data;

import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The cells of a trial table, column by column, as they came: from a file or from Tablesaw. */
final class CellTable {

  private final String name;
  private final List<CellColumn> columns;
  private final int rows;

  private CellTable(String name, List<CellColumn> columns, int rows) {
    this.name = name;
    this.columns = List.copyOf(columns);
    this.rows = rows;
  }

  static CellTable of(TextTable text) {
    int k = text.rows().size();
    List<CellColumn> columns = new ArrayList<>();
    for (int j = 0; j < text.names().size(); j++) {
      String[] cells = new String[k];
      for (int i = 0; i < k; i++) {
        cells[i] = text.rows().get(i).get(j).strip();
      }
      columns.add(CellColumn.ofTexts(text.names().get(j), cells));
    }
    return new CellTable(text.origin(), columns, k);
  }

  /** Columns of the same length. */
  static CellTable of(String name, List<CellColumn> columns) {
    return new CellTable(name, columns, columns.get(0).size());
  }

  static CellTable of(Table table) {
    if (table.rowCount() == 0) {
      throw new IllegalArgumentException(
          Messages.of(
              "Cannot use the table '" + table.name() + "'",
              "table",
              "hold at least one row",
              "empty",
              "Fill it, or check the filter that made it."));
    }
    return new CellTable(
        table.name(), table.columns().stream().map(CellTable::column).toList(), table.rowCount());
  }

  private static CellColumn column(Column<?> column) {
    int k = column.size();
    if (column instanceof NumericColumn<?> numeric) {
      double[] numbers = new double[k];
      for (int i = 0; i < k; i++) {
        numbers[i] = numeric.isMissing(i) ? Double.NaN : number(numeric, i);
      }
      return CellColumn.ofNumbers(column.name(), numbers);
    }
    String[] texts = new String[k];
    for (int i = 0; i < k; i++) {
      texts[i] = column.isMissing(i) ? "" : column.get(i).toString().strip();
    }
    return CellColumn.ofTexts(column.name(), texts);
  }

  /** A float is the decimal number it prints as, not the nearest double of its binary value. */
  private static double number(NumericColumn<?> column, int row) {
    return column instanceof FloatColumn
        ? Double.parseDouble(column.get(row).toString())
        : column.getDouble(row);
  }

  String name() {
    return name;
  }

  int rows() {
    return rows;
  }

  List<CellColumn> columns() {
    return columns;
  }

  List<String> names() {
    return columns.stream().map(CellColumn::name).toList();
  }

  /** A column by its exact name; an unknown one is answered with the nearest. */
  CellColumn column(String wanted) {
    for (CellColumn column : columns) {
      if (column.name().equals(wanted)) {
        return column;
      }
    }
    List<String> near = Nearest.to(wanted, names());
    String meant = near.isEmpty() ? "" : "Did you mean '" + String.join("' or '", near) + "'? ";
    throw new IllegalArgumentException(
        Messages.of(
            "Cannot use column '" + wanted + "'",
            "it",
            "be a column of the table",
            "unknown",
            meant + "The columns are " + String.join(", ", names()) + "."));
  }

  /** The same table with a column added, or replaced in its place. */
  CellTable with(CellColumn column) {
    List<CellColumn> all = new ArrayList<>(columns);
    int at = names().indexOf(column.name());
    if (at < 0) {
      all.add(column);
    } else {
      all.set(at, column);
    }
    return new CellTable(name, all, rows);
  }

  /** The cells as a Tablesaw table; a text column becomes numbers where all its cells are. */
  Table toTable(MissingWords words) {
    return Table.create(name, columns.stream().<Column<?>>map(c -> toColumn(c, words)).toList());
  }

  private static Column<?> toColumn(CellColumn column, MissingWords words) {
    if (!isQuantities(column, words)) {
      StringColumn texts = StringColumn.create(column.name());
      for (int i = 0; i < column.size(); i++) {
        texts.append(column.isMissing(i, words) ? "" : column.text(i));
      }
      return texts;
    }
    double[] numbers = new double[column.size()];
    boolean whole = true;
    for (int i = 0; i < numbers.length; i++) {
      boolean missing = column.isMissing(i, words);
      numbers[i] = missing ? Double.NaN : column.number(i, PercentRule.REFUSED);
      whole &= missing || numbers[i] == (int) numbers[i];
    }
    if (!whole) {
      return DoubleColumn.create(column.name(), numbers);
    }
    IntColumn integers = IntColumn.create(column.name());
    for (double number : numbers) {
      if (Double.isNaN(number)) {
        integers.appendMissing();
      } else {
        integers.append((int) number);
      }
    }
    return integers;
  }

  /** Whether every cell that is not missing is a quantity, and there is one. */
  static boolean isQuantities(CellColumn column, MissingWords words) {
    boolean any = column.isTyped();
    for (int i = 0; i < column.size() && !column.isTyped(); i++) {
      if (!column.isMissing(i, words)) {
        if (!Numbers.isQuantity(column.text(i))) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }
}
