package org.copse.report;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.copse.report.ReportTable.Align;
import org.copse.report.ReportTable.Column;
import org.copse.report.ReportTable.Kind;
import org.copse.report.ReportTable.Row;

/**
 * Plain Java values for the eye: lists, matrices, maps and records as tables, numbers aligned and
 * rounded, what is missing visible.
 */
public final class ValuesView {

  private static final int HEAD = 12;
  private static final int TAIL = 5;

  private ValuesView() {}

  /**
   * Values with their indices, which begin at 0 as in code.
   *
   * @param caption over the table
   * @param values numbers, texts or anything else that has a text
   * @return one row a value
   */
  public static ReportTable list(String caption, List<?> values) {
    return table(caption, List.of("Index", "Value"), List.of(indices(values.size()), values));
  }

  /** Texts made where they are read: of millions of rows few are shown. */
  private static List<String> indices(int size) {
    return new AbstractList<>() {
      @Override
      public String get(int index) {
        return Numbers.whole(index);
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  /**
   * A map.
   *
   * @param caption over the table
   * @param map the map; order as it iterates
   * @return one row a key
   */
  public static ReportTable map(String caption, Map<?, ?> map) {
    List<Object> keys = new ArrayList<>(map.keySet());
    List<Object> values = new ArrayList<>(map.values());
    return table(caption, List.of("Key", "Value"), List.of(keys, values));
  }

  /**
   * Rows of values, as of a two-dimensional array; shorter ones end in missing cells.
   *
   * @param caption over the table
   * @param rows the rows
   * @return one row a row, columns by their index, which begins at 0
   */
  public static ReportTable matrix(String caption, List<? extends List<?>> rows) {
    int width = rows.stream().mapToInt(List::size).max().orElse(0);
    List<String> headers = new ArrayList<>(List.of("Index"));
    List<List<?>> columns = new ArrayList<>();
    columns.add(indices(rows.size()));
    for (int c = 0; c < width; c++) {
      int at = c;
      headers.add(Numbers.whole(c));
      List<Object> column = new ArrayList<>();
      rows.forEach(row -> column.add(at < row.size() ? row.get(at) : null));
      columns.add(column);
    }
    return table(caption, headers, columns);
  }

  /**
   * Records of one type.
   *
   * @param caption over the table
   * @param records the records, at least one
   * @return one row a record, one column a component
   */
  public static ReportTable records(String caption, List<? extends Record> records) {
    List<String> names = ValueText.names(records.get(0));
    List<List<?>> columns = new ArrayList<>();
    for (int c = 0; c < names.size(); c++) {
      int at = c;
      List<Object> column = new ArrayList<>();
      records.forEach(record -> column.add(ValueText.parts(record).get(at)));
      columns.add(column);
    }
    return table(caption, names, columns);
  }

  /**
   * One record.
   *
   * @param one the record
   * @return names and values of its components
   */
  public static ReportTable record(Record one) {
    ReportTable.Builder table =
        ReportTable.of(
            one.getClass().getSimpleName(), Column.text("Quantity"), Column.text("Value"));
    List<String> names = ValueText.names(one);
    for (int c = 0; c < names.size(); c++) {
      table.row(names.get(c), ValueText.of(ValueText.parts(one).get(c)));
    }
    return table.build();
  }

  private static ReportTable table(String caption, List<String> names, List<List<?>> columns) {
    int rows = columns.get(0).size();
    boolean whole =
        FoldedTable.isWhole(rows, HEAD, TAIL) || FoldedTable.isCarried(rows, names.size());
    int[] shown =
        IntStream.range(0, rows).filter(r -> whole || r < HEAD || r >= rows - TAIL).toArray();
    List<Column> heads = new ArrayList<>();
    List<double[]> numbers = new ArrayList<>();
    List<List<String>> texts = new ArrayList<>();
    for (int c = 0; c < names.size(); c++) {
      List<?> column = columns.get(c);
      double[] values =
          Arrays.stream(shown).mapToDouble(r -> ValueText.number(column.get(r))).toArray();
      boolean isNumeric = Arrays.stream(shown).allMatch(r -> ValueText.isNumber(column.get(r)));
      heads.add(new Column(names.get(c), isNumeric ? Align.RIGHT : Align.LEFT));
      numbers.add(values);
      texts.add(isNumeric ? formatted(values) : texts(column, shown));
    }
    List<Row> body = new ArrayList<>();
    for (int r = 0; r < shown.length && !names.isEmpty(); r++) {
      if (!whole && r == HEAD) {
        body.add(FoldedTable.gap(rows - HEAD - TAIL, names.size()));
      }
      int at = r;
      body.add(
          new Row(
              Kind.BODY,
              texts.stream().map(column -> column.get(at)).toList(),
              numbers.stream().map(column -> column[at]).toList()));
    }
    ReportTable view = new ReportTable(caption, heads, body, Collections.emptyList());
    return whole ? FoldedTable.of(view, HEAD, TAIL) : view;
  }

  private static List<String> formatted(double[] values) {
    ColumnNumbers format = ColumnNumbers.of(values);
    return Arrays.stream(values)
        .mapToObj(v -> Double.isNaN(v) ? Numbers.ABSENT : format.text(v))
        .toList();
  }

  private static List<String> texts(List<?> column, int[] rows) {
    return Arrays.stream(rows).mapToObj(r -> ValueText.of(column.get(r))).toList();
  }
}
