package org.copse.report;

import java.util.List;
import org.copse.report.ReportTable.Column;
import org.copse.report.ReportTable.Kind;
import org.copse.sensitivity.InfluenceAnalysis;
import org.copse.sensitivity.StudyInfluence;

/** Influence of single studies as a table. */
public final class InfluenceReport {

  private InfluenceReport() {}

  /**
   * The diagnostics.
   *
   * @param analysis the analysis
   * @return one row a study; those beyond a limit stand out and are marked in the last column
   */
  public static ReportTable of(InfluenceAnalysis analysis) {
    ReportTable.Builder table =
        ReportTable.of(
            "Influence of single studies",
            Column.text("Study"),
            Column.number("Studentised residual"),
            Column.number("DFFITS"),
            Column.number("Cook's distance"),
            Column.number("Covariance ratio"),
            Column.number("τ² without it"),
            Column.number("Q without it"),
            Column.number("Hat value"),
            Column.number("Weight"),
            Column.number("DFBETAS"),
            Column.text("Beyond a limit"));
    for (StudyInfluence s : analysis.studies()) {
      table.row(s.influential() ? Kind.TOTAL : Kind.BODY, cells(s));
    }
    return table
        .notes(
            List.of(
                "Beyond a limit: |DFFITS| > %s, Cook's distance > %s, hat value > %s or |DFBETAS| > 1 (Viechtbauer and Cheung 2010)."
                    .formatted(
                        Numbers.fixed(analysis.dffitsLimit(), 2),
                        Numbers.fixed(analysis.cookLimit(), 2),
                        Numbers.fixed(analysis.hatLimit(), 2))))
        .build();
  }

  private static List<String> cells(StudyInfluence s) {
    return List.of(
        s.study(),
        Numbers.fixed(s.studentisedResidual(), 2),
        Numbers.fixed(s.dffits(), 2),
        Numbers.fixed(s.cooksDistance(), 3),
        Numbers.fixed(s.covarianceRatio(), 2),
        Numbers.significant(s.tau2(), 4),
        Numbers.fixed(s.q(), 2),
        Numbers.fixed(s.hat(), 3),
        Numbers.percent(s.weight(), 1),
        Numbers.fixed(s.dfbetas(), 2),
        s.influential() ? "yes" : "");
  }
}
