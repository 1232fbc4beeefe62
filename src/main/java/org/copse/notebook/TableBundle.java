package org.copse.notebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    List<ReportTable> shown = tables.stream().map(TableBundle::shortened).toList();
    Map<String, Object> bundle = new LinkedHashMap<>();
    bundle.put(Mime.HTML, join(shown, HtmlTable::of, ""));
    bundle.put(Mime.LATEX, join(shown, LatexTable::of, "\n"));
    bundle.put(Mime.PLAIN, join(shown, PlainTable::of, "\n\n"));
    return bundle;
  }

  private static String join(
      List<ReportTable> tables, Function<ReportTable, String> writer, String between) {
    return tables.stream().map(writer).collect(Collectors.joining(between));
  }

  private static ReportTable shortened(ReportTable table) {
    int size = table.rows().size();
    if (size <= HEAD + TAIL + 1) {
      return table;
    }
    List<ReportTable.Row> rows = new ArrayList<>(table.rows().subList(0, HEAD));
    List<String> gap = new ArrayList<>();
    table.columns().forEach(c -> gap.add(""));
    gap.set(0, "\u2026 %d more rows".formatted(size - HEAD - TAIL));
    rows.add(new ReportTable.Row(ReportTable.Kind.HEADING, gap));
    rows.addAll(table.rows().subList(size - TAIL, size));
    return new ReportTable(table.caption(), table.columns(), rows, table.notes());
  }
}
