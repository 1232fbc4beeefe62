package org.copse.notebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.copse.report.FoldedTable;
import org.copse.report.HtmlTable;
import org.copse.report.LatexTable;
import org.copse.report.PlainTable;
import org.copse.report.ReportTable;

/** Tables as a bundle: HTML, LaTeX and plain text; of long ones the first and last rows. */
final class TableBundle {

  private static final int HEAD = 60;
  private static final int TAIL = 5;

  private TableBundle() {}

  static Map<String, Object> of(List<ReportTable> tables) {
    List<ReportTable> shown = tables.stream().map(t -> FoldedTable.of(t, HEAD, TAIL)).toList();
    Map<String, Object> bundle = new LinkedHashMap<>();
    String html = join(shown, HtmlTable::of, "");
    bundle.put(Mime.HTML, html.contains("data-copse-sort") ? TableScript.with(html) : html);
    bundle.put(Mime.LATEX, join(shown, LatexTable::of, "\n"));
    bundle.put(Mime.PLAIN, join(shown, PlainTable::of, "\n\n"));
    return bundle;
  }

  private static String join(
      List<ReportTable> tables, Function<ReportTable, String> writer, String between) {
    return tables.stream().map(writer).collect(Collectors.joining(between));
  }
}
