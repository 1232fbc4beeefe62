package org.copse.report;

import java.util.List;
import java.util.StringJoiner;
import org.copse.report.ReportTable.Align;
import org.copse.report.ReportTable.Kind;

/** Tables as GitHub-flavoured Markdown. */
public final class MarkdownTable {

  private MarkdownTable() {}

  /**
   * Writes a table.
   *
   * @param table the table
   * @return lines of Markdown
   */
  public static String of(ReportTable table) {
    StringBuilder text = new StringBuilder();
    if (!table.caption().isBlank()) {
      text.append("**").append(escape(table.caption())).append("**\n\n");
    }
    text.append(line(table.columns().stream().map(ReportTable.Column::fullHeader).toList(), false));
    StringJoiner rule = new StringJoiner("|", "|", "|\n");
    table.columns().forEach(c -> rule.add(c.align() == Align.RIGHT ? "---:" : "---"));
    text.append(rule);
    for (ReportTable.Row row : table.rows()) {
      text.append(line(row.cells(), row.kind() != Kind.BODY));
    }
    for (String note : table.notes()) {
      text.append('\n').append(escape(note)).append('\n');
    }
    return text.toString();
  }

  private static String line(List<String> cells, boolean bold) {
    StringJoiner line = new StringJoiner(" | ", "| ", " |\n");
    for (String cell : cells) {
      String escaped = escape(cell);
      line.add(bold && !escaped.isBlank() ? "**" + escaped + "**" : escaped);
    }
    return line.toString();
  }

  /**
   * Safe anywhere in a line: what would begin a list, a quote or a heading there included, and a
   * formula, which notebooks and GitHub set between dollar signs.
   */
  static String escape(String text) {
    // quotes mean nothing in Markdown, and many read the page as text
    String html = HtmlTable.escape(text.strip()).replace("&#39;", "'").replace("&quot;", "\"");
    return html.replaceAll("\\R", " ")
        .replaceAll("([\\\\`*_\\[\\]|~$])", "\\\\$1")
        .replaceAll("^([#+-])", "\\\\$1")
        .replaceAll("^(\\d+)([.)])(?=\\s|$)", "$1\\\\$2");
  }
}
