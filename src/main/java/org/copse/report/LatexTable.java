package org.copse.report;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.copse.report.ReportTable.Align;
import org.copse.report.ReportTable.Kind;

/** Tables as LaTeX, with booktabs rules as nbconvert's own template loads them. */
public final class LatexTable {

  private LatexTable() {}

  /**
   * Writes a table.
   *
   * @param table the table
   * @return a tabular environment with its caption and notes as text
   */
  public static String of(ReportTable table) {
    StringBuilder tex = new StringBuilder("\\begin{center}\n");
    if (!table.caption().isBlank()) {
      tex.append("\\textbf{").append(escape(table.caption())).append("}\\\\[2pt]\n");
    }
    String columns =
        table.columns().stream()
            .map(c -> c.align() == Align.RIGHT ? "r" : "l")
            .collect(Collectors.joining());
    tex.append("\\begin{tabular}{").append(columns).append("}\n\\toprule\n");
    if (table.columns().stream().anyMatch(c -> !c.group().isBlank())) {
      tex.append(groups(table.columns()));
    }
    tex.append(line(table.columns().stream().map(ReportTable.Column::header).toList(), true));
    tex.append("\\midrule\n");
    table.rows().forEach(row -> tex.append(line(row.cells(), row.kind() != Kind.BODY)));
    tex.append("\\bottomrule\n\\end{tabular}\n");
    for (String note : table.notes()) {
      tex.append("\n{\\footnotesize ").append(escape(note)).append("}\n");
    }
    return tex.append("\\end{center}\n").toString();
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
    String first = cells.isEmpty() ? "" : cells.get(0).strip();
    // a bracket or star there would be read as the argument of the line break or rule above
    String guard = first.startsWith("[") || first.startsWith("*") ? "{}" : "";
    return guard
        + cells.stream()
            .map(LatexTable::escape)
            .map(cell -> bold ? bold(cell) : cell)
            .collect(Collectors.joining(" & "))
        + " \\\\\n";
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
