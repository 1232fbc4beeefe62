package org.copse.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.copse.descriptive.DescriptiveTable;
import org.copse.descriptive.Descriptives;
import org.copse.descriptive.PatientData;
import org.copse.report.CsvTable;
import org.copse.report.DescriptiveReport;
import org.copse.report.HtmlTable;
import org.copse.report.LatexTable;
import org.copse.report.MarkdownTable;
import org.copse.report.ReportTable;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class PatientTableTest {

  private static Table table() {
    return Table.create(
        "patients",
        StringColumn.create("arm", "b", "a", "b", "a", "b"),
        StringColumn.create("sex", "male", "=female", "NA", "=female", "male"),
        StringColumn.create("age", "40", "50", "60", "NR", "20"));
  }

  private static DescriptiveTable described() {
    PatientData data =
        PatientTable.of(table())
            .groups("arm", "a")
            .categories("sex", "=female", "other")
            .numbers("age")
            .data();
    return Descriptives.withDefaults().fit(data);
  }

  @Test
  void groupsCategoriesAndNumbers() {
    DescriptiveTable described = described();
    assertTrue(described.groups().containsAll(List.of("a", "b")), described.groups().toString());
    assertTrue(described.groups().indexOf("a") < described.groups().indexOf("b"));
    assertEquals(2, described.blocks().size());
    Table cells = Tables.of(described);
    assertEquals(
        List.of("variable", "level", "group", "n", "percent", "median", "lower", "upper", "p"),
        cells.columnNames());
    assertEquals(2, count(cells, "=female", "a"));
    assertEquals(0, count(cells, "other", "a"));
    assertEquals(2, count(cells, "male", "b"));
    Table ages = cells.where(cells.stringColumn("variable").isEqualTo("age"));
    Table old = ages.where(ages.stringColumn("group").isEqualTo("b"));
    assertTrue(old.doubleColumn("median").asList().contains(40.0), old.print());
  }

  private static long count(Table cells, String level, String group) {
    Table found =
        cells.where(
            cells
                .stringColumn("level")
                .isEqualTo(level)
                .and(cells.stringColumn("group").isEqualTo(group)));
    return ((LongColumn) found.column("n")).get(0);
  }

  @Test
  void withoutGroupsAllAreTogether() {
    PatientData data = PatientTable.of(table()).numbers("age").data();
    assertEquals(5, data.size());
    assertTrue(data.groups().isEmpty());
  }

  @Test
  void everyCellThatIsNoNumberIsNamed() {
    Table table = table();
    table.stringColumn("age").set(0, "40,5").set(4, "young");
    PatientTable patients = PatientTable.of(table).numbers("age");
    String message = assertThrows(IllegalArgumentException.class, patients::data).getMessage();
    assertTrue(message.contains("2 cells are not as they must be"), message);
    assertTrue(message.contains("Row 1: ") && message.contains("was '40,5'"), message);
    assertTrue(message.contains("Row 5: ") && message.contains("was 'young'"), message);
  }

  @Test
  void rowsWithoutAGroupAndUnknownColumnsAreErrors() {
    Table table = table();
    table.stringColumn("arm").set(1, "").set(3, "NA");
    PatientTable patients = PatientTable.of(table).groups("arm").numbers("age");
    String message = assertThrows(IllegalArgumentException.class, patients::data).getMessage();
    assertTrue(message.contains("Row 2: ") && message.contains("Row 4: "), message);
    PatientTable fresh = PatientTable.of(table);
    String unknown =
        assertThrows(IllegalArgumentException.class, () -> fresh.numbers("agee")).getMessage();
    assertTrue(unknown.contains("'age'"), unknown);
  }

  /** In all four formats, with a label that a spreadsheet would run. */
  @Test
  void printsInEveryFormat() {
    ReportTable report = DescriptiveReport.of(described());
    for (String text :
        List.of(
            HtmlTable.of(report),
            LatexTable.of(report),
            MarkdownTable.of(report),
            CsvTable.of(report))) {
      assertTrue(text.contains("female"), text);
      assertTrue(text.contains("2 (100.0)"), text);
      assertTrue(text.contains("a, n = 2"), text);
    }
    assertTrue(
        !CsvTable.of(report).lines().anyMatch(line -> line.startsWith("=")), CsvTable.of(report));
    assertTrue(HtmlTable.of(report).contains("<table"), HtmlTable.of(report));
    assertTrue(LatexTable.of(report).contains("\\begin{tabular"), LatexTable.of(report));
    assertTrue(MarkdownTable.of(report).contains("|"), MarkdownTable.of(report));
  }
}
