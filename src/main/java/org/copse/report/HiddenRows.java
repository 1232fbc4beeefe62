package org.copse.report;

import java.math.BigDecimal;
import java.util.StringJoiner;

/**
 * Folded rows as inert JSON beside their table: a page's own script unfolds them, a sanitiser drops
 * them, and nothing in them can run.
 */
final class HiddenRows {

  private static final double WHOLE = 1e15;

  private HiddenRows() {}

  /** The rows as a script element that is no script, or nothing. */
  static String of(ReportTable table) {
    if (table.folded().isEmpty()) {
      return "";
    }
    StringJoiner rows = new StringJoiner(",", "[", "]");
    table.folded().forEach(row -> rows.add(row(row)));
    return "<script type=\"application/json\" class=\"copse-table-rows\">" + rows + "</script>";
  }

  private static String row(ReportTable.Row row) {
    StringJoiner cells = new StringJoiner(",", "[", "]");
    for (int c = 0; c < row.cells().size(); c++) {
      String exact = row.values().isEmpty() ? "" : exact(row.values().get(c));
      cells.add("[%s,%s]".formatted(quoted(row.cells().get(c)), exact.isEmpty() ? "null" : exact));
    }
    return cells.toString();
  }

  /**
   * A number with all its digits as every locale and spreadsheet program reads it; none for NaN.
   */
  static String exact(double value) {
    if (!Double.isFinite(value)) {
      return "";
    }
    boolean whole = value == Math.rint(value) && Math.abs(value) < WHOLE;
    return whole ? new BigDecimal(value).toPlainString() : Double.toString(value).replace('E', 'e');
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              boolean plain = c >= ' ' && c < 0x7f && "\"\\<>&'$".indexOf(c) < 0;
              json.append(plain ? Character.toString(c) : unicode(c));
            });
    return json.append('"').toString();
  }

  private static String unicode(int c) {
    String hex = Integer.toHexString(c);
    return "\\u" + "0".repeat(4 - hex.length()) + hex;
  }
}
