package org.copse.report;

import java.util.List;
import java.util.StringJoiner;
import org.copse.report.ReportTable.Kind;

/**
 * Tables as LaTeX, with the rules of booktabs, long ones by longtable: nbconvert's own template
 * loads both.
 */
public final class LatexTable {

  private static final int PAGE = 40;

  private LatexTable() {}

  /**
   * Writes a table. Wide ones are set smaller, and long ones are a {@code longtable}, which goes on
   * over the page.
   *
   * @param table the table
   * @return a tabular environment with its caption and notes as text
   */
  public static String of(ReportTable table) {
    String caption = table.caption().isBlank() ? "" : "\\textbf{" + escape(table.caption()) + "}";
    String body = body(table, LatexColumns.of(table));
    String notes = notes(table);
    if (isLong(table)) {
      return centred(caption.isEmpty() ? "" : caption + "\n") + body + centred(notes);
    }
    return centred((caption.isEmpty() ? "" : caption + "\\\\[2pt]\n") + body + notes);
  }

  private static boolean isLong(ReportTable table) {
    return table.rows().size() > PAGE;
  }

  private static String centred(String text) {
    return text.isEmpty() ? "" : "\\begin{center}\n" + text + "\\end{center}\n";
  }

  private static String notes(ReportTable table) {
    StringBuilder tex = new StringBuilder();
    for (String note : table.notes()) {
      tex.append("\n{\\footnotesize ").append(escape(note)).append("}\n");
    }
    return tex.toString();
  }

  private static String body(ReportTable table, LatexColumns columns) {
    String environment = isLong(table) ? "longtable" : "tabular";
    StringBuilder tex = new StringBuilder();
    tex.append(columns.size().isEmpty() ? "" : "{" + columns.size() + "\n");
    tex.append("\\begin{%s}{%s}\n".formatted(environment, columns.specification()));
    tex.append("\\toprule\n");
    if (table.columns().stream().anyMatch(c -> !c.group().isBlank())) {
      tex.append(groups(table.columns()));
    }
    tex.append(line(table.columns().stream().map(ReportTable.Column::header).toList(), true));
    tex.append("\\midrule\n").append(isLong(table) ? "\\endhead\n" : "");
    table.rows().forEach(row -> tex.append(row(row, columns)));
    tex.append("\\bottomrule\n\\end{%s}\n".formatted(environment));
    return tex + (columns.size().isEmpty() ? "" : "}\n");
  }

  private static String row(ReportTable.Row row, LatexColumns columns) {
    if (row.kind() == ReportTable.Kind.HEADING) {
      String text = "\\textbf{" + escape(row.cells().get(0)) + "}";
      return "\\multicolumn{%s}{l}{%s} \\\\\n".formatted(row.cells().size(), text);
    }
    return line(row.cells(), row.kind() != Kind.BODY, columns);
  }

  private static String groups(List<ReportTable.Column> columns) {
    StringJoiner names = new StringJoiner(" & ", "", " \\\\\n");
    StringBuilder rules = new StringBuilder();
    for (int from = 0, to; from < columns.size(); from = to) {
      String group = columns.get(from).group();
      to = from + 1;
      while (to < columns.size() && columns.get(to).group().equals(group)) {
        to++;
      }
      names.add("\\multicolumn{%s}{c}{%s}".formatted(to - from, bold(escape(group))));
      rules.append(group.isBlank() ? "" : "\\cmidrule(lr){%s-%s}".formatted(from + 1, to));
    }
    return names + rules.append("\n").toString();
  }

  private static String bold(String escaped) {
    return escaped.isBlank() ? escaped : "\\textbf{" + escaped + "}";
  }

  private static String line(List<String> cells, boolean bold) {
    return line(cells, bold, null);
  }

  private static String line(List<String> cells, boolean bold, LatexColumns columns) {
    String first = cells.isEmpty() ? "" : cells.get(0).strip();
    // a bracket or star there would be read as the argument of the line break or rule above
    String guard = first.startsWith("[") || first.startsWith("*") ? "{}" : "";
    StringJoiner line = new StringJoiner(" & ", guard, " ");
    boolean wrapped = false;
    for (int c = 0; c < cells.size(); c++) {
      String cell = bold ? bold(escape(cells.get(c))) : escape(cells.get(c));
      boolean wraps = columns != null && columns.isWrapped(c);
      wrapped |= wraps;
      line.add(wraps ? "\\raggedright " + cell : cell);
    }
    // after \raggedright the short form would end the paragraph, not the row
    return line + (wrapped ? "\\tabularnewline\n" : "\\\\\n");
  }

  /**
   * A text that stands for itself in LaTeX.
   *
   * @param text any text
   * @return the escaped text on one line
   */
  public static String text(String text) {
    return escape(text);
  }

  static String escape(String text) {
    StringBuilder tex = new StringBuilder();
    VisibleText.of(text).codePoints().forEach(c -> tex.append(escape(c)));
    return tex.toString();
  }

  private static String escape(int c) {
    return switch (c) {
      case '\\' -> "\\textbackslash{}";
      case '~' -> "\\textasciitilde{}";
      case '^' -> "\\textasciicircum{}";
      case '&', '%', '$', '#', '_', '{', '}' -> "\\" + (char) c;
      case '<' -> "\\textless{}";
      case '>' -> "\\textgreater{}";
      case '\u2212' -> "$-$";
      case '\u2013' -> "--";
      case '\u03c4' -> "$\\tau$";
      case '\u03c7' -> "$\\chi$";
      case '\u03b1' -> "$\\alpha$";
      case '\u03ba' -> "$\\kappa$";
      case '\u00d7' -> "$\\times$";
      case '\u2264' -> "$\\leq$";
      case '\u2265' -> "$\\geq$";
      case '\u00b2' -> "$^2$";
      case '\u221e' -> "$\\infty$";
      case '\u2026' -> "\\ldots{}";
      default -> Character.toString(c);
    };
  }
}
