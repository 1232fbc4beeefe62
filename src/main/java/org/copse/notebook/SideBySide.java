package org.copse.notebook;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.copse.report.ReportTable;
import org.copse.report.ReportTable.Kind;

/**
 * Several small results of one kind, such as the conversions of a column, as one table: a row each,
 * the quantities as columns. One below the other they would be hard to compare.
 */
final class SideBySide {

  private static final int NOTES = 6;

  private SideBySide() {}

  /** The table, if each value shows as one table of the same quantities. */
  static Optional<ReportTable> of(List<String> names, List<?> values) {
    List<ReportTable> parts = new ArrayList<>();
    for (Object value : values) {
      List<ReportTable> tables = Displays.tables(value);
      if (tables.size() != 1 || !isLike(tables.get(0), parts.isEmpty() ? tables : parts)) {
        return Optional.empty();
      }
      parts.add(tables.get(0));
    }
    Set<String> notes = new LinkedHashSet<>();
    parts.forEach(part -> notes.addAll(part.notes()));
    return parts.size() < 2 || notes.size() > NOTES
        ? Optional.empty()
        : Optional.of(joined(names, parts, List.copyOf(notes)));
  }

  private static boolean isLike(ReportTable part, List<ReportTable> others) {
    ReportTable first = others.get(0);
    return part.columns().size() == 2
        && part.columns().get(0).header().equals("Quantity")
        && part.caption().equals(first.caption())
        && part.rows().stream().allMatch(row -> row.kind() == Kind.BODY)
        && quantities(part).equals(quantities(first));
  }

  private static List<String> quantities(ReportTable part) {
    return part.rows().stream().map(row -> row.cells().get(0)).toList();
  }

  private static ReportTable joined(
      List<String> names, List<ReportTable> parts, List<String> notes) {
    List<ReportTable.Column> columns = new ArrayList<>();
    columns.add(ReportTable.Column.text(""));
    quantities(parts.get(0)).forEach(name -> columns.add(ReportTable.Column.number(name)));
    List<ReportTable.Row> rows = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      List<String> cells = new ArrayList<>(List.of(names.get(i)));
      parts.get(i).rows().forEach(row -> cells.add(row.cells().get(1)));
      rows.add(new ReportTable.Row(Kind.BODY, cells));
    }
    return new ReportTable(parts.get(0).caption(), columns, rows, notes);
  }
}
