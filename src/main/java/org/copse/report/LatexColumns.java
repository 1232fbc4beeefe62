package org.copse.report;

import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.copse.report.ReportTable.Align;
import org.copse.report.ReportTable.Kind;

/**
 * The columns of a table on a page of paper: long texts wrap, and what is still too wide is set
 * smaller. Widths are counted in letters, of which a line of 11-point text holds about 84.
 */
final class LatexColumns {

  private static final double LINE = 84;
  private static final double POINTS = 469;
  private static final double GAP = 12;
  private static final int LONG = 24;
  private static final int LEAST = 16;

  /** Sizes from the largest, with the letters of a line. */
  private enum Size {
    NORMAL("", LINE),
    FOOTNOTE("\\footnotesize", LINE * 11 / 9),
    SCRIPT("\\scriptsize", LINE * 11 / 8),
    TINY("\\tiny", LINE * 11 / 6);

    private final String command;
    private final double letters;

    Size(String command, double letters) {
      this.command = command;
      this.letters = letters;
    }
  }

  private final List<ReportTable.Column> columns;
  private final double[] widths;
  private final boolean[] wraps;
  private Size size = Size.NORMAL;

  private LatexColumns(ReportTable table) {
    columns = table.columns();
    widths = new double[columns.size()];
    wraps = new boolean[columns.size()];
    for (int c = 0; c < widths.length; c++) {
      int at = c;
      widths[c] =
          table.rows().stream()
              .filter(row -> row.kind() != Kind.HEADING)
              .mapToInt(row -> row.cells().get(at).length())
              .reduce(columns.get(c).header().length(), Math::max);
    }
  }

  static LatexColumns of(ReportTable table) {
    LatexColumns fitted = new LatexColumns(table);
    fitted.fit();
    return fitted;
  }

  private void fit() {
    for (Size each : Size.values()) {
      size = each;
      if (total(each.letters) <= each.letters || wrap(each.letters)) {
        return;
      }
    }
  }

  /** Letters across; the gaps between columns do not shrink with the letters. */
  private double total(double letters) {
    return Arrays.stream(widths).sum() + widths.length * GAP * letters / POINTS;
  }

  /** Makes texts wrap so that the table fits, if columns of a readable width will do. */
  private boolean wrap(double letters) {
    boolean[] isLong = new boolean[widths.length];
    double texts = 0;
    int count = 0;
    for (int c = 0; c < widths.length; c++) {
      isLong[c] = columns.get(c).align() == Align.LEFT && widths[c] > LONG;
      texts += isLong[c] ? widths[c] : 0;
      count += isLong[c] ? 1 : 0;
    }
    double left = letters - (total(letters) - texts);
    if (count == 0 || left < count * LEAST) {
      return false;
    }
    for (int c = 0; c < widths.length; c++) {
      if (isLong[c]) {
        wraps[c] = true;
        widths[c] = LEAST + (left - count * LEAST) * widths[c] / texts;
      }
    }
    return true;
  }

  /** The command that sets the size of the letters, empty for the document's own. */
  String size() {
    return size.command;
  }

  /** Whether a column's cells may have several lines. */
  boolean isWrapped(int column) {
    return wraps[column];
  }

  /** The columns as {@code tabular} takes them. */
  String specification() {
    StringJoiner all = new StringJoiner("");
    for (int c = 0; c < widths.length; c++) {
      all.add(
          wraps[c]
              ? "p{%sem}".formatted(Numbers.fixed(widths[c] * 0.47, 1))
              : columns.get(c).align() == Align.RIGHT ? "r" : "l");
    }
    return all.toString();
  }
}
