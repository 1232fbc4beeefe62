package org.copse.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.copse.descriptive.PrintedCheck;
import org.copse.report.CsvTable;
import org.copse.report.DescriptiveReport;
import org.copse.report.HtmlTable;
import org.copse.report.LatexTable;
import org.copse.report.MarkdownTable;
import org.copse.report.ReportTable;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class PrintedTableTest {

  private static Table table() {
    return Table.create(
        "printed",
        StringColumn.create("variable", "Sex", "Sex", "Sex"),
        StringColumn.create("level", "male", "female <b>", "Unknown"),
        StringColumn.create("n", "5", "6", "1"),
        StringColumn.create("pct", "41.6", "50.0", "8.3"));
  }

  private static PrintedTable printed(Table table) {
    return PrintedTable.of(table)
        .rows("variable", "level")
        .missing("Unknown")
        .group("All", 12, "n", "pct");
  }

  @Test
  void percentsAndSumsAreChecked() {
    PrintedCheck check = printed(table()).counts().check();
    assertEquals(3, check.percents());
    assertEquals(1, check.findings().size());
    assertEquals("male", check.findings().get(0).level());
    Table found = Tables.of(check);
    assertEquals(
        List.of("variable", "level", "group", "kind", "printed", "expected", "how"),
        found.columnNames());
    assertEquals("PERCENT_CUT_OFF", found.stringColumn("kind").get(0));
    assertTrue(found.stringColumn("printed").get(0).contains("41.6"), found.print());
    assertTrue(found.stringColumn("expected").get(0).contains("41.7"), found.print());
  }

  @Test
  void aWrongSumIsFound() {
    Table table = table();
    table.stringColumn("n").set(2, "2");
    table.stringColumn("pct").set(2, "16.7").set(0, "41.7");
    PrintedCheck check = printed(table).counts().check();
    assertEquals(List.of("SUM"), Tables.of(check).stringColumn("kind").asList());
  }

  @Test
  void everyBadCellIsNamed() {
    Table table = table();
    table.stringColumn("n").set(0, "5.5").set(1, "six");
    table.stringColumn("pct").set(2, "8.3%");
    PrintedTable printed = printed(table);
    String message = assertThrows(IllegalArgumentException.class, printed::counts).getMessage();
    assertTrue(message.contains("3 cells"), message);
    assertTrue(message.contains("Row 1 ('male'): n must be a whole number"), message);
    assertTrue(message.contains("Row 2 ('female <b>'): n must be"), message);
    assertTrue(message.contains("Row 3 ('Unknown'): pct must be a number"), message);
  }

  @Test
  void columnsMustBeNamedFirst() {
    PrintedTable bare = PrintedTable.of(table());
    assertThrows(IllegalArgumentException.class, bare::counts);
    assertThrows(IllegalArgumentException.class, () -> bare.parts("parents"));
  }

  @Test
  void theCheckPrintsInEveryFormat() {
    Table table = table();
    table.stringColumn("pct").set(1, "51.0");
    ReportTable report = DescriptiveReport.of(printed(table).counts().check());
    for (String text :
        List.of(
            HtmlTable.of(report),
            LatexTable.of(report),
            MarkdownTable.of(report),
            CsvTable.of(report))) {
      assertTrue(text.contains("41.6") && text.contains("41.7"), text);
      assertTrue(text.contains("51.0") && text.contains("50.0"), text);
    }
    assertTrue(HtmlTable.of(report).contains("female &lt;b&gt;"), HtmlTable.of(report));
    assertTrue(!MarkdownTable.of(report).contains("<b>"), MarkdownTable.of(report));
  }
}
