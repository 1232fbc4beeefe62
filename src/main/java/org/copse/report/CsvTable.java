package org.copse.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tables as CSV (RFC 4180, comma, CRLF).
 *
 * <p>A value that does not exist (an en dash in other formats) is an empty field. A text that
 * begins with =, +, -, @, tab or return, blanks before it not counted, gets a leading apostrophe,
 * because spreadsheets would run it as a formula; numbers keep their sign (the true minus of a
 * shown number becomes a hyphen).
 */
public final class CsvTable {

  /** What spreadsheets pass over at the start, then a sign that starts a formula. */
  private static final Pattern FORMULA =
      Pattern.compile("[\\s\\h\\v\\p{Z}\\p{Cf}\\p{Cc}]*+[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r]");

  private CsvTable() {}

  /**
   * Writes a table; caption and notes are left out, groups stand before their headers.
   *
   * @param table the table
   * @return the CSV text
   */
  public static String of(ReportTable table) {
    StringBuilder csv = new StringBuilder();
    csv.append(line(table.columns().stream().map(ReportTable.Column::fullHeader).toList()));
    for (ReportTable.Row row : table.rows()) {
      csv.append(line(row.cells()));
    }
    return csv.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream().map(CsvTable::cell).collect(Collectors.joining(",")) + "\r\n";
  }

  static String cell(String text) {
    if (text.equals(Numbers.ABSENT)) {
      return "";
    }
    String plain = text.replace(Numbers.MINUS, "-");
    boolean number = plain.matches("-?[0-9.]+(e-?[0-9]+)?%?");
    boolean formula = !number && FORMULA.matcher(plain).lookingAt();
    String safe = formula ? "'" + plain : plain;
    return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
