package org.copse.notebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.copse.report.HtmlTable;
import org.copse.report.LatexTable;

/**
 * Several values one below the other, each under its index or key; small ones of one kind side by
 * side.
 */
final class StackBundle {

  private static final int MOST = 12;

  private StackBundle() {}

  static Map<String, Object> of(List<String> names, List<?> values, int depth) {
    return SideBySide.of(names, values)
        .map(table -> TableBundle.of(List.of(table)))
        .orElseGet(() -> stacked(names, values, depth));
  }

  private static Map<String, Object> stacked(List<String> names, List<?> values, int depth) {
    StringBuilder html = new StringBuilder("<div class=\"copse-stack\">");
    StringBuilder latex = new StringBuilder();
    StringBuilder plain = new StringBuilder();
    int shown = Math.min(MOST, values.size());
    for (int i = 0; i < shown; i++) {
      Map<String, Object> part = Displays.bundle(values.get(i), depth + 1);
      String text = (String) part.get(Mime.PLAIN);
      String name = names.get(i);
      html.append(heading(name)).append(html(part, text));
      String tex = LatexTable.text(name);
      latex
          .append("\n\\textbf{")
          .append(tex)
          .append("}\n\n")
          .append(latex(part, text))
          .append('\n');
      plain.append(i == 0 ? "" : "\n\n").append(name).append('\n').append(text);
    }
    if (shown < values.size()) {
      String more = "\u2026 %s more, not shown".formatted(values.size() - shown);
      html.append(heading(more));
      latex.append("\n\\ldots{} ").append(values.size() - shown).append(" more, not shown\n");
      plain.append("\n\n").append(more);
    }
    String whole = html.append("</div>").toString();
    Map<String, Object> bundle = new LinkedHashMap<>();
    bundle.put(Mime.HTML, whole.contains(TableScript.ELEMENT) ? TableScript.with(whole) : whole);
    bundle.put(Mime.LATEX, latex.toString());
    bundle.put(Mime.PLAIN, plain.toString());
    return bundle;
  }

  private static String heading(String name) {
    return "<div style=\"font-weight:bold;padding:6px 10px 0;\">"
        + HtmlTable.escape(name)
        + "</div>";
  }

  private static Object html(Map<String, Object> part, String text) {
    return part.getOrDefault(
        Mime.HTML,
        "<pre style=\"padding:2px 10px;margin:0;\">" + HtmlTable.escape(text) + "</pre>");
  }

  private static Object latex(Map<String, Object> part, String text) {
    return part.getOrDefault(Mime.LATEX, LatexTable.text(text));
  }
}
