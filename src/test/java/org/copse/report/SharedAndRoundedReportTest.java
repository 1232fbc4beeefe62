package org.copse.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.copse.batch.BatchModel;
import org.copse.data.Datasets;
import org.copse.data.Tables;
import org.copse.data.Trials;
import org.copse.effect.ReportedMeasure;
import org.copse.sensitivity.Overlap;
import org.copse.sensitivity.OverlapAnalysis;
import org.copse.sensitivity.Published;
import org.copse.sensitivity.Reachability;
import org.copse.sensitivity.Rounding;
import org.copse.sensitivity.RoundingAnalysis;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/** Tables of rounding carried through and of rows that share patients. */
class SharedAndRoundedReportTest {

  private static Trials trials() {
    return Trials.of(Datasets.breastCancerPfs()).study("report", "population").cluster("trial");
  }

  private static List<String> row(ReportTable table, String first) {
    return table.rows().stream()
        .map(ReportTable.Row::cells)
        .filter(cells -> cells.get(0).equals(first))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void rounding() {
    RoundingAnalysis analysis =
        Rounding.withDefaults()
            .model(BatchModel.COMMON)
            .fit(
                trials()
                    .reported("hr", "ci_low", "ci_high")
                    .asPrinted(ReportedMeasure.HAZARD_RATIO));
    ReportTable table = RoundingReport.of(analysis);
    assertEquals(
        List.of("estimate", "0.4465", "0.4392", "0.4537", "exact, closed form"),
        row(table, "estimate").subList(0, 5));
    assertTrue(table.notes().stream().anyMatch(n -> n.contains("20,000 draws with seed 1")));
    assertTrue(table.notes().stream().anyMatch(n -> n.contains("need not be symmetric")));

    Reachability reach =
        analysis.reaches(Published.effect("0.44", "0.41", "0.48").heterogeneityP("0.71"));
    ReportTable answer = RoundingReport.of(reach);
    assertEquals(
        "Published 0.44 [0.41; 0.48], p of heterogeneity 0.71: reachable within rounding",
        answer.caption());
    assertEquals("0.71", row(answer, "p of heterogeneity").get(1));
    assertEquals(8, RoundingReport.of(reach.witness().orElseThrow()).rows().size());
    assertEquals(
        "0.46500 to 0.47500", RoundingReport.of(analysis.printed()).rows().get(0).cells().get(1));

    Table columns = Tables.of(analysis);
    assertEquals(analysis.ranges().size(), columns.rowCount());
    assertEquals(analysis.ranges().get(0).lower(), columns.doubleColumn("lower").get(0));
  }

  @Test
  void overlap() {
    OverlapAnalysis analysis =
        Overlap.withDefaults()
            .patients("total_treatment", "total_control")
            .fit(trials().reported("hr", "ci_low", "ci_high").as(ReportedMeasure.HAZARD_RATIO));
    ReportTable table = OverlapReport.of(analysis);
    List<String> independent = row(table, "As independent");
    assertEquals("8", independent.get(1));
    assertTrue(independent.get(2).startsWith("0.446 [0.411; 0.485]"), independent::toString);
    assertEquals("2", row(table, "One row a trial").get(1));
    assertEquals(
        List.of(
            "8", Numbers.ABSENT, Numbers.ABSENT, Numbers.ABSENT, Numbers.ABSENT, Numbers.ABSENT),
        row(table, "Correlation 1.00").subList(1, 7));
    assertEquals(independent.subList(1, 7), row(table, "Correlation 0.00").subList(1, 7));
    assertTrue(table.notes().stream().anyMatch(n -> n.contains("counted 5.0 times")));

    Table columns = Tables.of(analysis);
    // three handlings and eleven correlations under three models, the last one under one
    assertEquals(3 * (3 + 11) + 1, columns.rowCount());
    assertEquals(
        analysis.independent().common().orElseThrow().estimate(),
        columns.doubleColumn("estimate").get(0));
  }
}
