package org.copse.report;

import java.util.ArrayList;
import java.util.List;
import org.copse.report.ReportTable.Align;
import org.copse.report.ReportTable.Kind;

/** Tables as aligned plain text for a console. */
public final class PlainTable {

  private PlainTable() {}

  /**
   * Writes a table.
   *
   * @param table the table
   * @return lines of text
   */
  public static String of(ReportTable table) {
    int[] widths = widths(table);
    List<String> lines = new ArrayList<>();
    if (!table.caption().isBlank()) {
      lines.add(table.caption());
    }
    List<String> headers = table.columns().stream().map(ReportTable.Column::fullHeader).toList();
    if (headers.stream().anyMatch(h -> !h.isBlank())) {
      lines.add(line(table, headers, widths));
      int total = 2 * (widths.length - 1);
      for (int width : widths) {
        total += width;
      }
      lines.add("-".repeat(total));
    }
    for (ReportTable.Row row : table.rows()) {
      boolean heading = row.kind() == Kind.HEADING;
      lines.add(heading ? row.cells().get(0) : line(table, row.cells(), widths));
    }
    lines.addAll(table.notes());
    return String.join("\n", lines);
  }

  private static int[] widths(ReportTable table) {
    int[] widths = new int[table.columns().size()];
    for (int c = 0; c < widths.length; c++) {
      widths[c] = length(table.columns().get(c).fullHeader());
      for (ReportTable.Row row : table.rows()) {
        if (row.kind() != Kind.HEADING) {
          widths[c] = Math.max(widths[c], length(row.cells().get(c)));
        }
      }
    }
    return widths;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String line(ReportTable table, List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < widths.length; c++) {
      String cell = cells.get(c);
      String pad = " ".repeat(widths[c] - length(cell));
      boolean left = table.columns().get(c).align() == Align.LEFT;
      line.append(c == 0 ? "" : "  ").append(left ? cell + pad : pad + cell);
    }
    return line.toString().stripTrailing();
  }
}
