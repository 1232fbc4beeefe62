package org.copse.report;

import java.util.List;
import org.copse.heterogeneity.GradedHeterogeneity;
import org.copse.heterogeneity.HeterogeneityGrade;
import org.copse.heterogeneity.HeterogeneityGrades;
import org.copse.report.ReportTable.Column;

/** Words for I² and the thresholds behind them. */
public final class GradeReport {

  private GradeReport() {}

  /**
   * The thresholds.
   *
   * @param scheme the grades
   * @return one row a grade; gaps, overlaps and the source below
   */
  public static ReportTable of(HeterogeneityGrades scheme) {
    ReportTable.Builder table =
        ReportTable.of(
            "Words for I²: " + scheme.name(), Column.text("Grade"), Column.text("Range of I²"));
    for (HeterogeneityGrade grade : scheme.grades()) {
      table.row(grade.name(), grade.toString().substring(grade.name().length() + 2));
    }
    return table.notes(scheme.gapsAndOverlaps()).notes(source(scheme)).build();
  }

  /**
   * A graded I².
   *
   * @param graded the value with its words
   * @return value, words and thresholds
   */
  public static ReportTable of(GradedHeterogeneity graded) {
    return ReportTable.of(
            "Heterogeneity graded: " + graded.scheme().name(),
            Column.text("Quantity"),
            Column.text("Value"))
        .row(
            "I²",
            Double.isNaN(graded.iSquared())
                ? Numbers.ABSENT
                : Numbers.percent(graded.iSquared(), 1))
        .row("Grade", graded.words())
        .row("Thresholds", graded.scheme().toString())
        .notes(source(graded.scheme()))
        .build();
  }

  private static List<String> source(HeterogeneityGrades scheme) {
    return List.of("Source: " + scheme.source() + ".");
  }
}
