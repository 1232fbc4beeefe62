package org.copse.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.copse.data.Datasets;
import org.copse.data.PatientTimes;
import org.copse.survival.CoxFit;
import org.copse.survival.CoxRegression;
import org.copse.survival.KaplanMeier;
import org.copse.survival.KaplanMeierFit;
import org.copse.survival.LogRank;
import org.copse.survival.LogRankWeight;
import org.copse.survival.SurvivalData;
import org.copse.survival.TimeTransform;
import org.junit.jupiter.api.Test;

/** Survival as tables with the numbers that R prints of the 6-MP data. */
class SurvivalReportTest {

  private static SurvivalData leukaemia() {
    return PatientTimes.of(Datasets.leukaemia6mp())
        .times("weeks")
        .events("relapse")
        .groups("treatment")
        .data();
  }

  private static List<String> cells(ReportTable table, int row) {
    return table.rows().get(row).cells();
  }

  @Test
  void curvesPrintAsSurvfit() {
    KaplanMeierFit fit = KaplanMeier.of(leukaemia());
    ReportTable table = SurvivalReport.of(fit);
    int treated = fit.curves().get(0).group().equals("6-MP") ? 0 : 1;
    assertEquals(
        List.of("6-MP", "21", "9", "23", "16", "not reached", "35"), cells(table, treated));
    assertEquals(List.of("control", "21", "21", "8", "4", "12", "23"), cells(table, 1 - treated));
    assertTrue(table.notes().contains("Pointwise intervals: log."), table.notes()::toString);
  }

  @Test
  void oneCurvePrintsAsSummaryOfSurvfit() {
    ReportTable table = SurvivalReport.of(KaplanMeier.of(leukaemia()).curve("6-MP"));
    assertEquals(7, table.rows().size());
    assertEquals(List.of("6", "21", "3", "1", "0.857", "0.076", "0.720", "1.000"), cells(table, 0));
    // censored at 9 and, after the event of that week, at 10
    assertEquals(List.of("10", "15", "1", "2"), cells(table, 2).subList(0, 4));
    assertEquals(List.of("23", "6", "1", "0", "0.448", "0.135", "0.249", "0.807"), cells(table, 6));
    assertTrue(table.notes().get(0).contains("5 censored after the last event, the last at 35"));
  }

  @Test
  void testsPrintAsSurvdiff() {
    ReportTable table = SurvivalTestReport.of(LogRank.of(leukaemia()));
    assertEquals("Log-rank test: χ² = 16.79, df = 1, p < 0.0001", table.caption());
    List<String> treated =
        cells(table, 0).get(0).equals("6-MP") ? cells(table, 0) : cells(table, 1);
    assertEquals(List.of("6-MP", "21", "9", "19.25", "5.46", "16.79"), treated);
    assertEquals(List.of("All", "42", "30", "30.00", "", ""), cells(table, 2));
    assertTrue(table.notes().get(0).contains("(O − E)/V"), table.notes()::toString);
    ReportTable weighted =
        SurvivalTestReport.of(LogRank.withDefaults().weight(LogRankWeight.GEHAN).test(leukaemia()));
    assertTrue(weighted.caption().contains("weights GEHAN: χ² = 13.46"), weighted.caption());
    assertEquals("U, weighted O − E", weighted.columns().get(4).header());
  }

  /** LaTeX knows no Greek letters outside of formulas. */
  @Test
  void statisticsHaveTheirLetterInLatex() {
    String latex = LatexTable.of(SurvivalTestReport.of(LogRank.of(leukaemia())));
    assertTrue(latex.contains("$\\chi$$^2$ = 16.79") && !latex.contains("\u03c7"), latex);
  }

  @Test
  void modelsPrintAsSummaryOfCoxph() {
    CoxFit fit = CoxRegression.betweenGroups().fit(leukaemia());
    ReportTable table = CoxReport.of(fit);
    assertEquals("Cox model, 42 patients, 30 events", table.caption());
    List<String> row = cells(table, 0);
    assertEquals("1.5721", row.get(1).replace(Numbers.MINUS, ""));
    assertEquals("0.4124", row.get(3));
    assertEquals("3.812", row.get(4).replace(Numbers.MINUS, ""));
    assertEquals("0.0001", row.get(5));
    ReportTable tests = CoxReport.tests(fit);
    assertEquals(List.of("Likelihood ratio", "16.35", "1", "< 0.0001"), cells(tests, 0));
    assertEquals(List.of("Wald", "14.53", "1", "0.0001"), cells(tests, 1));
    assertEquals(List.of("Score (log-rank)", "17.25", "1", "< 0.0001"), cells(tests, 2));
    ReportTable zph =
        CoxReport.of(fit.proportionalHazards(TimeTransform.KAPLAN_MEIER).orElseThrow());
    assertEquals(2, zph.rows().size());
    assertEquals("All", cells(zph, 1).get(0));
  }

  @Test
  void infiniteCoefficientsAreAbsentNotNaN() {
    SurvivalData apart =
        SurvivalData.ofGroups(
            new double[] {1, 2, 3, 4}, new double[] {1, 1, 0, 0}, List.of("a", "a", "b", "b"));
    CoxFit fit = CoxRegression.betweenGroups().fit(apart);
    List<String> row = cells(CoxReport.of(fit), 0);
    assertEquals(List.of("b", "−∞", "0", "–", "–", "–", "0", "∞"), row);
    assertEquals(List.of("Wald", "–", "–", "–"), cells(CoxReport.tests(fit), 1));
  }
}
