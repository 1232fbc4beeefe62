package org.copse.report;

import java.util.List;
import org.copse.appraisal.PrismaCount;
import org.copse.appraisal.PrismaFlow;
import org.copse.appraisal.PrismaPart;
import org.copse.report.ReportTable.Column;
import org.copse.report.ReportTable.Kind;

/** The flow of records as a table: every box with its number, and its lines below it. */
public final class PrismaReport {

  private PrismaReport() {}

  /**
   * All boxes of the diagram.
   *
   * @param flow the flow
   * @return one row a box and one a line of a box; what was computed or does not add up below
   */
  public static ReportTable of(PrismaFlow flow) {
    ReportTable.Builder table =
        ReportTable.of(
            "Flow of records, " + flow.variant(),
            Column.text("Phase"),
            Column.text("Box"),
            Column.number("n"),
            Column.text("How known"));
    for (PrismaCount count : flow.counts()) {
      if (count.box().isDrawn()) {
        add(table, flow, count);
      }
    }
    return table.notes(flow.notes()).build();
  }

  private static void add(ReportTable.Builder table, PrismaFlow flow, PrismaCount count) {
    String n =
        count.count().isPresent() ? PrismaCount.grouped(count.count().getAsInt()) : Numbers.ABSENT;
    String known =
        count.computed() ? "computed" : count.count().isPresent() ? "given" : "not stated";
    Kind kind = count.box().phase().equals("Included") ? Kind.TOTAL : Kind.BODY;
    table.row(kind, List.of(count.box().phase(), flow.label(count.box()), n, known));
    for (PrismaPart part : count.parts()) {
      table.row("", "\u2003" + part.name(), PrismaCount.grouped(part.count()), "given");
    }
  }
}
