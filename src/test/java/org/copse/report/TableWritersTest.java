package org.copse.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.copse.report.ReportTable.Column;
import org.copse.report.ReportTable.Kind;
import org.junit.jupiter.api.Test;

/** Each format's exact text for one small table. */
final class TableWritersTest {

  private static final ReportTable TABLE =
      ReportTable.of(
              "Caption",
              Column.text("Study"),
              Column.number("events").in("Arm"),
              Column.number("total").in("Arm"))
          .row(Kind.HEADING, List.of("Group", "", ""))
          .row("A & B", "\u22124", "123")
          .row("C", Numbers.ABSENT, "7.5")
          .row(Kind.TOTAL, List.of("All", "4", "130.5"))
          .notes(List.of("A note."))
          .build();

  @Test
  void plainTextAlignsByKind() {
    assertEquals(
        """
        Caption
        Study  Arm events  Arm total
        ----------------------------
        Group
        A & B          \u22124        123
        C               \u2013        7.5
        All             4      130.5
        A note.\
        """,
        PlainTable.of(TABLE));
  }

  @Test
  void plainTextCountsCodePointsNotChars() {
    ReportTable table =
        ReportTable.of("", Column.text("a"), Column.text("b"))
            .row("\ud83c\udf32", "x")
            .row("yz", "x")
            .build();
    assertEquals("a   b\n-----\n\ud83c\udf32   x\nyz  x", PlainTable.of(table));
  }

  @Test
  void csvHasOneFieldAColumnInEveryLine() {
    assertEquals(
        "Study,Arm events,Arm total\r\nGroup,,\r\nA & B,-4,123\r\nC,,7.5\r\nAll,4,130.5\r\n",
        CsvTable.of(TABLE));
  }

  @Test
  void csvQuotesAndDisarmsFormulas() {
    assertEquals("\"a,b\"", CsvTable.cell("a,b"));
    assertEquals("\"a \"\"b\"\"\"", CsvTable.cell("a \"b\""));
    assertEquals("\"a\nb\"", CsvTable.cell("a\nb"));
    assertEquals("'=1+1", CsvTable.cell("=1+1"));
    assertEquals("'+1", CsvTable.cell("+1"));
    assertEquals("'@SUM(A1)", CsvTable.cell("@SUM(A1)"));
    assertEquals("'-2+3", CsvTable.cell("-2+3"));
    assertEquals("'-2+3", CsvTable.cell("\u22122+3"));
    assertEquals("\"'\rx\"", CsvTable.cell("\rx"));
    assertEquals("-0.71", CsvTable.cell("\u22120.71"));
    assertEquals("-1.2e-7", CsvTable.cell("\u22121.2e\u22127"));
    assertEquals("92.2%", CsvTable.cell("92.2%"));
  }

  @Test
  void markdownHasAlignmentAndBoldTotals() {
    assertEquals(
        """
        **Caption**

        | Study | Arm events | Arm total |
        |---|---:|---:|
        | **Group** |  |  |
        | A &amp; B | \u22124 | 123 |
        | C | \u2013 | 7.5 |
        | **All** | **4** | **130.5** |

        A note.
        """,
        MarkdownTable.of(TABLE));
  }

  @Test
  void latexHasRulesAndSpanningHeaders() {
    assertEquals(
        """
        \\begin{center}
        \\textbf{Caption}\\\\[2pt]
        \\begin{tabular}{lrr}
        \\toprule
        \\multicolumn{1}{c}{} & \\multicolumn{2}{c}{\\textbf{Arm}} \\\\
        \\cmidrule(lr){2-3}
        \\textbf{Study} & \\textbf{events} & \\textbf{total} \\\\
        \\midrule
        \\multicolumn{3}{l}{\\textbf{Group}} \\\\
        A \\& B & $-$4 & 123 \\\\
        C & -- & 7.5 \\\\
        \\textbf{All} & \\textbf{4} & \\textbf{130.5} \\\\
        \\bottomrule
        \\end{tabular}

        {\\footnotesize A note.}
        \\end{center}
        """,
        LatexTable.of(TABLE));
  }

  @Test
  void latexRowsNeverBecomeArgumentsOfTheRuleAbove() {
    ReportTable table =
        ReportTable.of("", Column.text("[x]")).row("[0.1; 0.2]").row("* star").build();
    String tex = LatexTable.of(table);
    assertTrue(tex.contains("\\toprule\n{}\\textbf{[x]}"), tex);
    assertTrue(tex.contains("\n{}[0.1; 0.2] \\\\\n{}* star \\\\\n"), tex);
  }

  @Test
  void htmlHasHeadingsTotalsAndFaintAbsentValues() {
    String html = HtmlTable.of(TABLE);
    assertTrue(html.contains("<th colspan=\"2\" style=\"padding:3px 10px;border:none;"), html);
    assertTrue(html.contains(">Arm</th></tr><tr style=\"border-bottom:1px solid;\">"), html);
    assertTrue(html.contains("<td colspan=\"3\""), html);
    assertTrue(html.contains("text-align:left;\">A &amp; B</td>"), html);
    assertTrue(html.contains("opacity:0.5;text-align:right;\">\u2013</td>"), html);
    assertTrue(
        html.contains(
            "<tr data-copse-total=\"yes\" style=\"font-weight:bold;border-top:1px solid;\">"),
        html);
    assertEquals(count(html, "<tr"), count(html, "</tr>"));
    assertEquals(count(html, "<div"), count(html, "</div>"));
  }

  @Test
  void htmlNeedsNoScriptNoStyleElementAndNoColour() {
    String html = HtmlTable.of(TABLE);
    for (String forbidden : List.of("<style", "<script", "color:", "background", "http", "url(")) {
      assertFalse(html.contains(forbidden), forbidden);
    }
  }

  @Test
  void htmlLeavesOutEmptyHeaders() {
    ReportTable table = ReportTable.of("", Column.text(""), Column.text("")).row("a", "b").build();
    assertFalse(HtmlTable.of(table).contains("<thead"));
    assertEquals("a  b", PlainTable.of(table));
  }

  private static int count(String text, String part) {
    return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }
}
