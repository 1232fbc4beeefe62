package org.copse.report;

import java.util.ArrayList;
import java.util.List;
import org.copse.report.ReportTable.Align;
import org.copse.report.ReportTable.Kind;

/**
 * Tables as aligned plain text for a console of 100 columns: long headers, texts and notes go on in
 * the next line; only a table with more numbers than fit is wider.
 */
public final class PlainTable {

  private PlainTable() {}

  /**
   * Writes a table.
   *
   * @param table the table
   * @return lines of text
   */
  public static String of(ReportTable table) {
    int[] widths = PlainLayout.widths(table);
    List<String> lines = new ArrayList<>();
    if (!table.caption().isBlank()) {
      lines.addAll(PlainLayout.lines(table.caption(), PlainLayout.LINE));
    }
    List<String> headers = table.columns().stream().map(ReportTable.Column::fullHeader).toList();
    if (headers.stream().anyMatch(h -> !h.isBlank())) {
      lines.addAll(row(table, headers, widths, true));
      lines.add("-".repeat(PlainLayout.total(widths)));
    }
    for (ReportTable.Row row : table.rows()) {
      boolean heading = row.kind() == Kind.HEADING;
      lines.addAll(heading ? List.of(row.cells().get(0)) : row(table, row.cells(), widths, false));
    }
    table.notes().forEach(note -> lines.addAll(PlainLayout.lines(note, PlainLayout.LINE)));
    return String.join("\n", lines);
  }

  /** The lines of one row: headers end at the rule below, cells begin beside each other. */
  private static List<String> row(
      ReportTable table, List<String> cells, int[] widths, boolean header) {
    List<List<String>> broken = new ArrayList<>();
    for (int c = 0; c < widths.length; c++) {
      broken.add(PlainLayout.lines(cells.get(c), Math.max(1, widths[c])));
    }
    int height = broken.stream().mapToInt(List::size).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < height; i++) {
      List<String> parts = new ArrayList<>();
      for (List<String> cell : broken) {
        int at = header ? i - (height - cell.size()) : i;
        parts.add(at >= 0 && at < cell.size() ? cell.get(at) : "");
      }
      lines.add(line(table, parts, widths));
    }
    return lines;
  }

  private static String line(ReportTable table, List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < widths.length; c++) {
      String cell = cells.get(c);
      String pad = " ".repeat(widths[c] - PlainLayout.length(cell));
      boolean left = table.columns().get(c).align() == Align.LEFT;
      line.append(c == 0 ? "" : " ".repeat(PlainLayout.GAP)).append(left ? cell + pad : pad + cell);
    }
    return line.toString().stripTrailing();
  }
}
