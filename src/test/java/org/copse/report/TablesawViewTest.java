package org.copse.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.copse.report.ReportTable.Align;
import org.copse.report.ReportTable.Kind;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

final class TablesawViewTest {

  private static List<String> texts(Column<?> column) {
    return TablesawView.of(column).rows().stream().map(r -> r.cells().get(0)).toList();
  }

  @Test
  void doublesShareTheirDecimals() {
    assertEquals(
        List.of("0.45", "\u22120.40", "12.00", Numbers.ABSENT),
        texts(DoubleColumn.create("hr", .45, -.4, 12, Double.NaN)));
  }

  @Test
  void wholeDoublesAndYearsHaveNoDecimals() {
    assertEquals(List.of("1948", "2012"), texts(DoubleColumn.create("year", 1948, 2012)));
    assertEquals(List.of("1948", "2012"), texts(IntColumn.create("year", 1948, 2012)));
  }

  @Test
  void noiseIsRoundedAway() {
    assertEquals(List.of("0.3", "0.1"), texts(DoubleColumn.create("x", 0.1 + 0.2, 0.1)));
    assertEquals(List.of("0.33333"), texts(DoubleColumn.create("x", 1 / 3.0)));
    assertEquals(List.of("1234.6"), texts(DoubleColumn.create("x", 1234.5678)));
  }

  @Test
  void numbersOfVeryDifferentSizeKeepTheirOwnDecimals() {
    assertEquals(
        List.of("0.00012346", "123457"), texts(DoubleColumn.create("x", 0.000123456, 123456.7)));
  }

  @Test
  void largeCountsStayWhole() {
    assertEquals(List.of("12345678901"), texts(LongColumn.create("n", 12345678901L)));
    assertEquals(List.of("\u221212345678"), texts(IntColumn.create("n", new int[] {-12345678})));
    assertEquals(List.of("\u221e"), texts(DoubleColumn.create("n", Double.POSITIVE_INFINITY)));
  }

  @Test
  void otherTypesAndMissingCells() {
    StringColumn text = StringColumn.create("s", "a", null);
    BooleanColumn flag = BooleanColumn.create("b", true, false);
    DateColumn date = DateColumn.create("d", LocalDate.of(2012, 2, 9), null);
    IntColumn number = IntColumn.create("i");
    number.append(7).appendMissing();
    ReportTable view = TablesawView.of(Table.create("t", text, flag, date, number));
    assertEquals(List.of("a", "true", "2012-02-09", "7"), view.rows().get(0).cells());
    assertEquals(
        List.of(Numbers.ABSENT, "false", Numbers.ABSENT, Numbers.ABSENT),
        view.rows().get(1).cells());
    assertEquals(
        List.of(Align.LEFT, Align.LEFT, Align.LEFT, Align.RIGHT),
        view.columns().stream().map(ReportTable.Column::align).toList());
    assertEquals(List.of("2 rows, 4 columns"), view.notes());
  }

  @Test
  void longTablesShowTheirEndsAndSayWhatIsBetween() {
    ReportTable view =
        TablesawView.of(Table.create("t", IntColumn.create("i", IntStream.range(0, 205))));
    assertEquals(18, view.rows().size());
    assertEquals("\u2026 188 more rows", view.rows().get(12).cells().get(0));
    assertEquals(Kind.HEADING, view.rows().get(12).kind());
    assertEquals("200", view.rows().get(13).cells().get(0));
    assertEquals("204", view.rows().get(17).cells().get(0));
  }

  @Test
  void aTableTooLongForAPageSaysSo() {
    ReportTable carried =
        TablesawView.of(Table.create("t", IntColumn.create("i", IntStream.range(0, 500))));
    assertEquals(List.of("500 rows, 1 column"), carried.notes());
    assertEquals(483, carried.folded().size());
    ReportTable tooLong =
        TablesawView.of(Table.create("t", IntColumn.create("i", IntStream.range(0, 501))));
    assertEquals(List.of("501 rows, 1 column", FoldedTable.TOO_LONG), tooLong.notes());
    assertEquals(0, tooLong.folded().size());
    assertFalse(HtmlTable.of(tooLong).contains("data-copse-sort"));
    List<ReportTable.Row> rows = Collections.nCopies(501, tooLong.rows().get(0));
    ReportTable report = new ReportTable("r", tooLong.columns(), rows, List.of());
    assertEquals(List.of(FoldedTable.TOO_LONG), FoldedTable.of(report, 12, 5).notes());
  }

  @Test
  void longTextsEndInAnEllipsis() {
    String cell = texts(StringColumn.create("s", "x".repeat(80))).get(0);
    assertEquals("x".repeat(43) + "\u2026", cell);
  }

  @Test
  void emptyTables() {
    assertEquals(List.of("0 rows, 0 columns"), TablesawView.of(Table.create("t")).notes());
    assertEquals(
        List.of("0 rows, 1 column"),
        TablesawView.of(Table.create("t", IntColumn.create("i"))).notes());
  }

  @Test
  void aRowShowsMissingCellsAsMissing() {
    IntColumn number = IntColumn.create("i");
    number.append(7).appendMissing();
    Table table =
        Table.create("t", number, DoubleColumn.create("x", Double.NaN, .1 + .2), longText());
    ReportTable second = TablesawView.of(table.row(1));
    assertEquals("Row 2", second.caption());
    assertEquals(List.of("i", Numbers.ABSENT), second.rows().get(0).cells());
    assertEquals(List.of("x", "0.3"), second.rows().get(1).cells());
    assertEquals("y".repeat(80), second.rows().get(2).cells().get(1));
  }

  private static StringColumn longText() {
    return StringColumn.create("s", "x", "y".repeat(80));
  }

  @Test
  void aRowBeforeTheFirstHasNoValues() {
    ReportTable view = TablesawView.of(new Row(Table.create("t", IntColumn.create("i", 1))));
    assertEquals("Row", view.caption());
    assertEquals(List.of(), view.rows());
  }
}
