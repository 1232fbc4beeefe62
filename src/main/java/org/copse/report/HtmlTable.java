package org.copse.report;

import java.util.List;
import java.util.Set;
import org.copse.report.ReportTable.Align;
import org.copse.report.ReportTable.Kind;

/**
 * Tables as HTML: every text escaped, styled by attributes alone, so that they survive a notebook's
 * sanitiser and follow its light or dark theme.
 */
public final class HtmlTable {

  private static final String CELL = "padding:3px 10px;border:none;white-space:nowrap;";

  /** Headers of tables of names and values, whose rows have an order of their own. */
  private static final Set<String> LABELS = Set.of("Quantity", "column");

  private HtmlTable() {}

  /**
   * Writes a table.
   *
   * @param table the table
   * @return an HTML fragment
   */
  public static String of(ReportTable table) {
    StringBuilder html = new StringBuilder();
    html.append("<div class=\"copse-table\" style=\"overflow-x:auto;margin:4px 0\">");
    html.append(isSortable(table) ? "<table data-copse-sort=\"yes\"" : "<table")
        .append(" style=\"border-collapse:collapse;font-variant-numeric:tabular-nums;\">");
    if (!table.caption().isBlank()) {
      html.append(
              "<caption style=\"caption-side:top;text-align:left;font-weight:bold;padding:4px 10px;\">")
          .append(escape(table.caption()))
          .append("</caption>");
    }
    header(html, table);
    html.append("<tbody>");
    for (ReportTable.Row row : table.rows()) {
      row(html, table, row);
    }
    html.append("</tbody></table>").append(HiddenRows.of(table));
    for (String note : table.notes()) {
      html.append("<div style=\"font-size:90%;opacity:0.8;padding:1px 10px;\">")
          .append(escape(note))
          .append("</div>");
    }
    return html.append("</div>").toString();
  }

  private static void header(StringBuilder html, ReportTable table) {
    if (table.columns().stream().allMatch(c -> c.header().isBlank())) {
      return;
    }
    html.append("<thead>");
    if (table.columns().stream().anyMatch(c -> !c.group().isBlank())) {
      groups(html, table.columns());
    }
    // a border without a colour takes that of the text, and so follows the theme
    html.append("<tr style=\"border-bottom:1px solid;\">");
    for (ReportTable.Column column : table.columns()) {
      html.append("<th scope=\"col\" style=\"%stext-align:%s;\">".formatted(CELL, align(column)))
          .append(escape(column.header()))
          .append("</th>");
    }
    html.append("</tr></thead>");
  }

  private static void groups(StringBuilder html, List<ReportTable.Column> columns) {
    html.append("<tr>");
    for (int from = 0, to; from < columns.size(); from = to) {
      String group = columns.get(from).group();
      to = from + 1;
      while (to < columns.size() && columns.get(to).group().equals(group)) {
        to++;
      }
      html.append("<th colspan=\"%s\" style=\"%stext-align:center;\">".formatted(to - from, CELL))
          .append(escape(group))
          .append("</th>");
    }
    html.append("</tr>");
  }

  /** Whether the order of the rows is the reader's to choose: not of names with their values. */
  private static boolean isSortable(ReportTable table) {
    long rows = table.rows().stream().filter(row -> row.kind() == Kind.BODY).count();
    long headings = table.rows().stream().filter(row -> row.kind() == Kind.HEADING).count();
    boolean listed = table.columns().stream().anyMatch(c -> LABELS.contains(c.header()));
    return rows + table.folded().size() > 2
        && headings == (table.folded().isEmpty() ? 0 : 1)
        && !listed;
  }

  private static void row(StringBuilder html, ReportTable table, ReportTable.Row row) {
    html.append(
        row.kind() == Kind.TOTAL
            ? "<tr data-copse-total=\"yes\" style=\"font-weight:bold;border-top:1px solid;\">"
            : row.kind() == Kind.HEADING && !table.folded().isEmpty()
                ? "<tr data-copse-gap=\"yes\">"
                : "<tr>");
    if (row.kind() == Kind.HEADING) {
      html.append(
              "<td colspan=\"%s\" style=\"%stext-align:left;font-weight:bold;\">"
                  .formatted(table.columns().size(), CELL))
          .append(escape(row.cells().get(0)))
          .append("</td></tr>");
      return;
    }
    for (int c = 0; c < row.cells().size(); c++) {
      ReportTable.Column column = table.columns().get(c);
      String cell = row.cells().get(c);
      // long texts wrap, numbers and names do not
      String wrap = cell.length() > 30 ? "white-space:normal;min-width:14em;max-width:36em;" : "";
      String faint = cell.equals(Numbers.ABSENT) ? "opacity:0.5;" : "";
      html.append("<td")
          .append(value(row, c))
          .append(" style=\"%s%s%stext-align:%s;\">".formatted(CELL, wrap, faint, align(column)))
          .append(escape(cell))
          .append("</td>");
    }
    html.append("</tr>");
  }

  /** The number behind a cell, where its text has lost digits of it. */
  private static String value(ReportTable.Row row, int c) {
    double value = row.values().isEmpty() ? Double.NaN : row.values().get(c);
    String exact = HiddenRows.exact(value);
    return exact.isEmpty() || exact.equals(row.cells().get(c))
        ? ""
        : " data-value=\"" + exact + "\"";
  }

  private static String align(ReportTable.Column column) {
    return column.align() == Align.LEFT ? "left" : "right";
  }

  /**
   * Text safe inside an HTML element or attribute; control characters and marks that turn the
   * direction of what follows become visible letters.
   *
   * @param text any text
   * @return the escaped text
   */
  public static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                // markdown and maths inside HTML: notebooks render $...$
                case '$' -> safe.append("&#36;");
                default ->
                    safe.append(
                        VisibleText.isHidden(c) ? VisibleText.escape(c) : Character.toString(c));
              }
            });
    return safe.toString();
  }
}
