package org.copse.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.copse.report.ReportTable.Column;
import org.copse.report.ReportTable.Kind;
import org.junit.jupiter.api.Test;

final class ReportTableTest {

  @Test
  void namesTheRowWithTooFewCells() {
    ReportTable.Builder table =
        ReportTable.of("t", Column.text("a"), Column.text("b")).row("1", "2").row("3");
    Exception e = assertThrows(IllegalArgumentException.class, table::build);
    assertEquals(
        "Cannot make the table: row 2 must have 2 cells, was 1. Give one text a column.",
        e.getMessage());
  }

  @Test
  void keepsItsRowsWhenTheCallersListChanges() {
    List<String> cells = new ArrayList<>(List.of("1"));
    ReportTable table = ReportTable.of("", Column.number("n")).row(Kind.TOTAL, cells).build();
    cells.set(0, "2");
    assertEquals(List.of("1"), table.rows().get(0).cells());
    assertThrows(RuntimeException.class, () -> table.rows().clear());
  }

  @Test
  void joinsGroupAndHeader() {
    assertEquals("Control events", Column.number("events").in("Control").fullHeader());
    assertEquals("events", Column.number("events").fullHeader());
  }
}
