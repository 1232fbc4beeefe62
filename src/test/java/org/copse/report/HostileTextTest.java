package org.copse.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Study labels and notes come from files of strangers: in no format may they do anything. */
final class HostileTextTest {

  private static final Pattern OWN_TAGS =
      Pattern.compile(
          "</?(div|table|caption|thead|tbody|tr|th|td)( (class|style|scope|colspan|data-copse-(?:sort|total|gap))=\"[^\"<>]*\")*>");

  static Stream<String> texts() {
    return HostileTexts.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void htmlHoldsNoTagButItsOwn(String text) {
    String html = HtmlTable.of(HostileTexts.table(text));
    String rest = OWN_TAGS.matcher(html).replaceAll("");
    assertFalse(rest.contains("<") || rest.contains(">") || rest.contains("\""), rest);
    assertFalse(rest.contains("$"), "maths would be typeset: " + rest);
    assertHarmless(rest);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void foldedRowsAreJsonThatEndsNothing(String text) throws java.io.IOException {
    StringColumn column = StringColumn.create("c");
    for (int i = 0; i < 40; i++) {
      column.append(text);
    }
    String html = HtmlTable.of(TablesawView.of(Table.create("t", column)));
    String open = "<script type=\"application/json\" class=\"copse-table-rows\">";
    int from = html.indexOf(open) + open.length();
    String json = html.substring(from, html.indexOf("</script>", from));
    JsonNode rows = new ObjectMapper().readTree(json);
    assertEquals(23, rows.size());
    assertEquals(VisibleText.of(column.get(20)), rows.get(5).get(0).get(0).asText());
    assertFalse(json.contains("<") || json.contains("$") || json.contains("\u2028"), json);
    assertTrue(html.substring(from).startsWith(json + "</script><div"), html);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void markdownKeepsItsRowsAndHoldsNoHtml(String text) {
    String markdown = MarkdownTable.of(HostileTexts.table(text));
    assertFalse(markdown.contains("<"), markdown);
    assertFalse(markdown.contains("$"), markdown);
    List<String> rows = markdown.lines().filter(l -> l.startsWith("|")).toList();
    assertEquals(5, rows.size(), markdown);
    for (String row : rows) {
      assertEquals(3, row.replace("\\\\", "").replace("\\|", "").split("\\|", -1).length - 1, row);
    }
    String note = markdown.lines().reduce((a, b) -> b).orElseThrow();
    assertFalse(note.matches("([#>*+-]|\\d+[.)])\\s.*"), note);
    assertFalse(markdown.contains("[link]("), markdown);
    assertHarmless(markdown);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void latexHoldsNoCommandOfTheText(String text) {
    String tex = LatexTable.escape(text);
    String rest =
        tex.replaceAll("\\\\text(backslash|asciitilde|asciicircum|less|greater)\\{}", "")
            .replaceAll("\\\\[&%$#_{}]", "");
    assertFalse(rest.matches("(?s).*[\\\\&%$#_{}^~].*"), tex);
    assertHarmless(tex);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void plainTextStaysOnItsLineAndSendsNoTerminalCodes(String text) {
    String plain = PlainTable.of(HostileTexts.table(text));
    assertEquals(7, plain.lines().count(), plain);
    assertHarmless(plain);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void csvRoundTripsThroughQuotesAndStartsNoFormula(String text) {
    String seen = VisibleText.of(text);
    String cell = CsvTable.cell(seen);
    String value =
        cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    assertTrue(value.equals(seen) || value.equals("'" + seen), cell);
    assertFalse(value.matches("(?s)\\s*[=+@-].*"), cell);
    assertHarmless(CsvTable.of(HostileTexts.table(text)));
  }

  @Test
  void whatCannotBeSeenIsSpelledOutInEveryFormat() {
    String label = "A\u202eB\u001b[31m\u200b\u2066";
    String seen = "A\\u202EB\\u001B[31m\\u200B\\u2066";
    ReportTable table = HostileTexts.table(label);
    assertEquals(seen, table.caption());
    assertEquals(seen, table.columns().get(0).header());
    assertEquals(seen, table.columns().get(0).group());
    assertEquals(seen, table.rows().get(0).cells().get(0));
    assertEquals(seen, table.notes().get(0));
    assertEquals(10, count(HtmlTable.of(table), seen));
    assertEquals(11, count(PlainTable.of(table), seen));
    assertTrue(CsvTable.of(table).contains(seen));
    assertTrue(LatexTable.of(table).contains("A\\textbackslash{}u202EB"), LatexTable.of(table));
    assertTrue(MarkdownTable.of(table).contains("A\\\\u202EB"), MarkdownTable.of(table));
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  @Test
  void whatScriptsNeedStaysAndBreaksBecomeSpaces() {
    String persian = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645";
    assertEquals(persian, VisibleText.of(persian));
    assertEquals("\u200fא", VisibleText.of("\u200fא"));
    String family = "\ud83d\udc68\u200d\ud83d\udc69";
    assertEquals(family, VisibleText.of(family));
    assertEquals("a b c d", VisibleText.of("a\tb\r\nc\u2028d"));
    assertEquals("x\\uD83D", VisibleText.of("x\ud83d"));
    assertEquals("\\u0000", VisibleText.of("\u0000"));
    assertEquals("'  =1", CsvTable.cell("  =1"));
  }

  private static void assertHarmless(String text) {
    assertFalse(
        text.codePoints()
            .anyMatch(
                c ->
                    Character.isISOControl(c) && c != '\n' && c != '\r'
                        || c >= 0x202a && c <= 0x202e
                        || c >= 0x2066 && c <= 0x2069),
        text);
  }
}
