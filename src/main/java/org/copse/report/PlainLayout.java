package org.copse.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.copse.report.ReportTable.Align;
import org.copse.report.ReportTable.Kind;

/**
 * How wide the columns of a plain table are. One that would be wider than a console gets its
 * headers on several lines, then its texts; numbers are never broken.
 */
final class PlainLayout {

  /** Characters of a line that consoles and printed pages hold. */
  static final int LINE = 100;

  /** Characters between two columns. */
  static final int GAP = 2;

  private static final int NARROWEST = 16;

  private PlainLayout() {}

  /** The width of each column. */
  static int[] widths(ReportTable table) {
    int[] cells = new int[table.columns().size()];
    int[] widths = new int[cells.length];
    for (int c = 0; c < cells.length; c++) {
      cells[c] = cells(table, c);
      widths[c] = Math.max(cells[c], length(table.columns().get(c).fullHeader()));
    }
    for (int c = 0; c < cells.length && total(widths) > LINE; c++) {
      widths[c] = Math.max(cells[c], longestWord(table.columns().get(c).fullHeader()));
    }
    while (total(widths) > LINE) {
      int widest = widestText(table, widths);
      if (widest < 0) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  /** The width of a line. */
  static int total(int[] widths) {
    return Arrays.stream(widths).sum() + GAP * (widths.length - 1);
  }

  /** Code points, which is what a console counts, nearly. */
  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** A text in lines of at most a width, broken between words, within one that is longer. */
  static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (length(rest) > width) {
      int end = rest.offsetByCodePoints(0, width);
      int space = rest.lastIndexOf(' ', end);
      int at = space > 0 ? space : end;
      lines.add(rest.substring(0, at).stripTrailing());
      rest = rest.substring(at).stripLeading();
    }
    lines.add(rest);
    return lines;
  }

  private static int cells(ReportTable table, int column) {
    return table.rows().stream()
        .filter(row -> row.kind() != Kind.HEADING)
        .mapToInt(row -> length(row.cells().get(column)))
        .max()
        .orElse(0);
  }

  private static int longestWord(String text) {
    return Arrays.stream(text.split(" ")).mapToInt(PlainLayout::length).max().orElse(0);
  }

  /** The widest column of texts that may become narrower, -1 if there is none. */
  private static int widestText(ReportTable table, int[] widths) {
    int widest = -1;
    for (int c = 0; c < widths.length; c++) {
      boolean text = table.columns().get(c).align() == Align.LEFT;
      boolean wider = widths[c] > (widest < 0 ? NARROWEST : widths[widest]);
      widest = text && wider ? c : widest;
    }
    return widest;
  }
}
