package org.copse.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.copse.audit.Audit;
import org.copse.audit.AuditColumn;
import org.copse.audit.AuditData;
import org.copse.audit.AuditTable;
import org.copse.report.ReportTable.Kind;
import org.junit.jupiter.api.Test;

final class AuditReportTest {

  private static final String HOSTILE = "</td><script>alert(1)</script>\\input{x}";

  private static Audit audit(int rows, String label, String column) {
    double[] events = IntStream.range(0, rows).mapToDouble(i -> 60 + i).toArray();
    double[] n = IntStream.range(0, rows).mapToDouble(i -> 50).toArray();
    return AuditTable.of(label, Collections.nCopies(rows, label))
        .studyColumn(column)
        .lookedAt("Counts: " + column)
        .unchecked("Column '" + column + "': text.")
        .add(
            new AuditData.Counts(
                AuditColumn.exact(column, events), AuditColumn.absent(), AuditColumn.exact("n", n)))
        .audit();
  }

  @Test
  void oneRowAFindingUnderAHeadingForEachSeverity() {
    ReportTable table = AuditReport.of(audit(2, "A", "events"));
    List<ReportTable.Row> rows = table.rows();
    assertEquals(Kind.HEADING, rows.get(0).kind());
    assertEquals("Errors (2)", rows.get(0).cells().get(0));
    assertEquals(
        List.of("1", "A", "events, n", "error", "events within total: 60 of 50"),
        rows.get(1).cells().subList(0, 5));
    assertEquals("Notes (1)", rows.get(3).cells().get(0));
    assertEquals("Audit of 'A', 2 rows: 2 errors, 0 warnings, 1 note", table.caption());
    String notes = String.join("\n", table.notes());
    assertTrue(notes.contains("Looked at. Counts: events."), notes);
    assertTrue(notes.contains("Not checked. Column 'events': text."), notes);
  }

  @Test
  void nothingFoundIsSaid() {
    Audit clean = AuditTable.of("t", List.of("A")).audit();
    assertTrue(AuditReport.of(clean).notes().get(0).startsWith("Nothing found"));
  }

  @Test
  void manyFindingsAreCounted() {
    ReportTable table = AuditReport.of(audit(1000, "A", "events"));
    assertTrue(table.rows().size() < 210);
    assertTrue(table.notes().get(0).startsWith("The first 200 of 1001 findings"));
    assertEquals("Errors (1000)", table.rows().get(0).cells().get(0));
  }

  @Test
  void everyTextIsEscaped() {
    ReportTable table = AuditReport.of(audit(3, HOSTILE, HOSTILE));
    String html = HtmlTable.of(table);
    assertFalse(html.contains("<script"), html);
    assertTrue(html.contains("&lt;script&gt;"));
    assertFalse(LatexTable.of(table).contains("\\input"));
    assertTrue(PlainTable.of(table).contains(HOSTILE));
  }
}
