package org.copse.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.copse.data.Datasets;
import org.copse.report.ReportTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** LaTeX of every display, read as LaTeX reads it: groups, environments, cells of a row. */
final class LatexTest {

  private static final Pattern TABLE =
      Pattern.compile(
          "(?s)\\\\begin\\{(tabular|longtable)}\\{((?:[rl]|p\\{[0-9.]+em})*)}\n(.*?)\\\\end\\{\\1}");
  private static final Pattern COLUMN = Pattern.compile("[rl]|p\\{[0-9.]+em}");
  private static final Pattern SPAN = Pattern.compile("\\\\multicolumn\\{(\\d+)}");

  static Stream<Map.Entry<String, Object>> values() {
    return Samples.all().entrySet().stream()
        .filter(e -> Displays.bundle(e.getValue()).containsKey(Mime.LATEX));
  }

  private static String latex(Object value) {
    return (String) Displays.bundle(value).get(Mime.LATEX);
  }

  @ParameterizedTest
  @MethodSource("values")
  void groupsAndEnvironmentsAreClosedAndRowsHaveTheirCells(Map.Entry<String, Object> sample) {
    String tex = latex(sample.getValue());
    balanced(tex);
    Matcher tables = TABLE.matcher(tex);
    while (tables.find()) {
      rows(tables.group(2), tables.group(3));
    }
  }

  private static void balanced(String tex) {
    Deque<String> open = new ArrayDeque<>();
    Matcher tokens =
        Pattern.compile("\\\\(begin|end)\\{(\\w+)}|\\\\.|[{}]", Pattern.DOTALL).matcher(tex);
    while (tokens.find()) {
      String token = tokens.group();
      if (token.equals("{")) {
        open.push("{");
      } else if (token.equals("}")) {
        assertEquals("{", open.poll(), tex);
      } else if ("begin".equals(tokens.group(1))) {
        open.push(tokens.group(2));
      } else if ("end".equals(tokens.group(1))) {
        assertEquals(tokens.group(2), open.poll(), tex);
      }
    }
    assertTrue(open.isEmpty(), () -> open + " left open: " + tex);
  }

  private static void rows(String columns, String body) {
    long width = COLUMN.matcher(columns).results().count();
    for (String row : body.split("\\\\\\\\\n|\\\\tabularnewline\n")) {
      String cells = row.replaceAll("\\\\[&%$#_{}]", "x").replaceAll("\\\\cmidrule[^\n]*\n", "");
      if (cells.contains("\\bottomrule")) {
        continue;
      }
      long spanned =
          SPAN.matcher(cells).results().mapToLong(m -> Long.parseLong(m.group(1)) - 1).sum();
      assertEquals(width, cells.chars().filter(c -> c == '&').count() + 1 + spanned, row);
    }
  }

  @Test
  void aLongTableGoesOnOverThePage() {
    ReportTable.Builder rows = ReportTable.of("Rows", ReportTable.Column.number("n"));
    for (int i = 0; i < 41; i++) {
      rows.row(String.valueOf(i));
    }
    String tex = latex(rows.build());
    assertTrue(tex.contains("\\begin{longtable}{r}\n") && tex.contains("\\endhead\n"), tex);
    assertFalse(latex(Table.create("t", IntColumn.create("n", 1, 2))).contains("longtable"));
  }

  @Test
  void aWideTableIsSetSmallerAndItsLongTextsWrap() {
    String tex = latex(Datasets.bcgVaccine());
    assertTrue(tex.contains("size\n\\begin{tabular}") || tex.contains("p{"), tex);
    String row = latex(Datasets.bcgVaccine().row(0));
    assertTrue(row.contains("{lp{") && row.contains("\\raggedright Colditz"), row);
    assertTrue(row.contains("\\tabularnewline\n"), row);
  }
}
