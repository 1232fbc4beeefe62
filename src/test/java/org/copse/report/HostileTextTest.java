package org.copse.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Study labels and notes come from files of strangers: in no format may they do anything. */
final class HostileTextTest {

  private static final Pattern OWN_TAGS =
      Pattern.compile(
          "</?(div|table|caption|thead|tbody|tr|th|td)( (class|style|scope|colspan)=\"[^\"<>]*\")*>");

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
    String cell = CsvTable.cell(text);
    String value =
        cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    assertTrue(value.equals(text) || value.equals("'" + text), cell);
    assertFalse(value.matches("(?s)[=+@-].*"), cell);
  }

  private static void assertHarmless(String text) {
    assertFalse(
        text.codePoints()
            .anyMatch(
                c ->
                    Character.isISOControl(c) && c != '\n' && c != '\r'
                        || c >= 0x202a && c <= 0x202e),
        text);
  }
}
