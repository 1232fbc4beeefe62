package org.copse.report;

import java.util.List;
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
    tex.append(line(table.columns().stream().map(ReportTable.Column::header).toList(), true));
    tex.append("\\midrule\n");
    table.rows().forEach(row -> tex.append(line(row.cells(), row.kind() != Kind.BODY)));
    tex.append("\\bottomrule\n\\end{tabular}\n");
    for (String note : table.notes()) {
      tex.append("\n{\\footnotesize ").append(escape(note)).append("}\n");
    }
    return tex.append("\\end{center}\n").toString();
  }

  private static String line(List<String> cells, boolean bold) {
    return cells.stream()
            .map(LatexTable::escape)
            .map(cell -> bold && !cell.isBlank() ? "\\textbf{" + cell + "}" : cell)
            .collect(Collectors.joining(" & "))
        + " \\\\\n";
  }

  static String escape(String text) {
    StringBuilder tex = new StringBuilder();
    text.codePoints().forEach(c -> tex.append(escape(c)));
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
      case '\u00b2' -> "$^2$";
      case '\u221e' -> "$\\infty$";
      case '\u2026' -> "\\ldots{}";
      default -> c < 0x20 ? " " : Character.toString(c);
    };
  }
}
