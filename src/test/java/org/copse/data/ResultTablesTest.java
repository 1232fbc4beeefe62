package org.copse.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.copse.convert.AtBaselineRisk;
import org.copse.convert.AttainableCounts;
import org.copse.convert.Converted;
import org.copse.convert.MeanAndSd;
import org.copse.convert.NumberNeeded;
import org.copse.convert.SkewnessTest;
import org.copse.descriptive.ContingencyTest;
import org.copse.descriptive.Descriptives;
import org.copse.descriptive.GroupComparison;
import org.copse.descriptive.PatientData;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Interval;
import org.copse.effect.Reported;
import org.copse.heterogeneity.HeterogeneityGrade;
import org.copse.heterogeneity.HeterogeneityGrades;
import org.copse.survival.CoxFit;
import org.copse.survival.CoxRegression;
import org.copse.survival.KaplanMeier;
import org.copse.survival.KaplanMeierFit;
import org.copse.survival.LogRank;
import org.copse.survival.SummarySurvival;
import org.copse.survival.SummarySurvivalFit;
import org.copse.survival.SurvivalData;
import org.copse.survival.TimeTransform;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/** Conversions, tests and survival results as Tablesaw tables. */
class ResultTablesTest {

  private static SurvivalData leukaemia() {
    return PatientTimes.of(Datasets.leukaemia6mp())
        .times("weeks")
        .events("relapse")
        .groups("treatment")
        .data();
  }

  @Test
  void conversionsKeepValueRouteAndAssumptions() {
    Table one = Tables.of(new Converted(1.5, "a route", "an assumption"));
    assertEquals(List.of("value", "how", "assumes"), one.columnNames());
    assertEquals(1.5, one.doubleColumn("value").get(0));
    Table many = Tables.of(AtBaselineRisk.riskRatiosFromOddsRatio(.5, .1, .2, .3));
    assertEquals(3, many.rowCount());
    Converted part = new Converted(2, "how", "");
    Table both = Tables.of(new MeanAndSd(part, part));
    assertEquals(
        List.of("mean", "mean_how", "mean_assumes", "sd", "sd_how", "sd_assumes"),
        both.columnNames());
    assertEquals("how", both.stringColumn("sd_how").get(0));
  }

  @Test
  void estimatesShowOnTheScaleOfReaders() {
    Reported ratio = new Reported(Math.log(0.5), 0.1, "p", "").as(BinaryMeasure.ODDS_RATIO);
    Table table = Tables.of(ratio);
    assertEquals(0.5, table.doubleColumn("displayed").get(0), 1e-15);
    assertEquals(
        Math.exp(Math.log(0.5) - 1.959963984540054 * 0.1),
        table.doubleColumn("ci_low").get(0),
        1e-14);
    assertEquals("Odds ratio", table.stringColumn("measure").get(0));
    Table bare = Tables.of(new Reported(0.3, 0.1, "p"));
    assertEquals(0.3, bare.doubleColumn("displayed").get(0));
    assertTrue(bare.stringColumn("measure").isMissing(0));
  }

  @Test
  void numbersAndCountsKeepWhatTheyMean() {
    Table needed =
        Tables.of(new NumberNeeded(.1, new Interval(-.01, .2, .95), "how", List.of("x")));
    assertEquals(10, needed.doubleColumn("number").get(0), 1e-12);
    assertEquals(-.01, needed.doubleColumn("ci_low").get(0));
    assertTrue(needed.stringColumn("interval_text").get(0).contains("∞"));
    Table none = Tables.of(new NumberNeeded(0, new Interval(-.1, .1, .95), "how", List.of()));
    assertTrue(none.doubleColumn("number").isMissing(0));
    Table counts = Tables.of(AttainableCounts.of("9.6", 303), AttainableCounts.of("52.2", 197));
    assertEquals(303, counts.doubleColumn("n").get(0));
    assertEquals(29, counts.doubleColumn("first").get(0));
    assertEquals(List.of(true, false), counts.booleanColumn("attainable").asList());
    Table skew = Tables.of(SkewnessTest.ofQuartiles(1, 2, 9, 40));
    assertTrue(skew.booleanColumn("skewed").get(0));
  }

  @Test
  void testsAndGradesAreRows() {
    PatientData patients =
        PatientData.grouped(List.of("a", "a", "b", "b"))
            .categories("sex", List.of("m", "f", "m", "m"));
    GroupComparison fisher =
        Descriptives.withDefaults()
            .testCategories(ContingencyTest.FISHER_EXACT)
            .fit(patients)
            .blocks()
            .get(0)
            .test()
            .orElseThrow();
    Table test = Tables.of(fisher);
    assertEquals(List.of("method", "symbol", "statistic", "df", "p", "notes"), test.columnNames());
    assertTrue(test.doubleColumn("statistic").isMissing(0));
    assertEquals(fisher.p().getAsDouble(), test.doubleColumn("p").get(0));
    HeterogeneityGrades scheme =
        HeterogeneityGrades.named("own", "a source", HeterogeneityGrade.closed("low", 0, 40));
    Table graded = Tables.of(scheme.ofPercent(25), scheme.ofPercent(72));
    assertEquals("low", graded.stringColumn("grade").get(0));
    assertTrue(graded.stringColumn("grade").get(1).startsWith("no grade"));
    assertEquals(72, graded.doubleColumn("i_squared_percent").get(1));
  }

  @Test
  void survivalResultsAreTables() {
    SurvivalData data = leukaemia();
    KaplanMeierFit fit = KaplanMeier.of(data);
    assertEquals(2, Tables.of(fit).rowCount());
    Table curve = Tables.of(fit.curves().get(0));
    assertEquals(
        List.of(
            "time",
            "at_risk",
            "events",
            "censored",
            "survival",
            "standard_error",
            "ci_low",
            "ci_high",
            "level"),
        curve.columnNames());
    assertEquals(fit.curves().get(0).size(), curve.rowCount());
    Table groups = Tables.of(LogRank.of(data));
    assertEquals(42, groups.intColumn("patients").sum());
    assertEquals(
        groups.doubleColumn("observed").sum(), groups.doubleColumn("expected").sum(), 1e-9);
    CoxFit cox = CoxRegression.betweenGroups().fit(data);
    Table coefficients = Tables.of(cox);
    assertEquals(
        cox.coefficients().get(0).hazardRatio(), coefficients.doubleColumn("displayed").get(0));
    Table zph = Tables.of(cox.proportionalHazards(TimeTransform.RANK).orElseThrow());
    assertEquals("All", zph.stringColumn("covariate").get(1));
    Table patients = Tables.of(data);
    assertEquals(42, patients.rowCount());
    assertEquals(data.events(), (int) patients.intColumn("event").sum());
    SummarySurvivalFit summary =
        SummarySurvival.at(1, 2)
            .study("a", new double[] {.9, .6}, new double[] {20, 17})
            .study("b", new double[] {.8, .4}, new double[] {30, 22})
            .pool();
    assertEquals(4, Tables.of(summary).rowCount());
    assertEquals(
        summary.randomEffects().get(1).interval().upper(),
        Tables.of(summary).doubleColumn("ci_high").get(1));
  }

  @Test
  void severalTypesAreRefusedAndNoneIsEmpty() {
    Converted number = new Converted(1, "", "");
    assertThrows(
        IllegalArgumentException.class, () -> Tables.of(number, new MeanAndSd(number, number)));
    assertEquals(0, Tables.of(List.<Converted>of()).rowCount());
  }
}
