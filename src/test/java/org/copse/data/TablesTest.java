package org.copse.data;

import static org.copse.effect.BinaryMeasure.RISK_RATIO;
import static org.copse.effect.ContinuousMeasure.MEAN_DIFFERENCE;
import static org.copse.effect.ProportionMeasure.LOGIT_PROPORTION;
import static org.copse.effect.ReportedMeasure.HAZARD_RATIO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.copse.effect.BinaryEffects;
import org.copse.model.CommonEffect;
import org.copse.model.Fit;
import org.copse.model.RandomEffects;
import org.copse.model.Subgroups;
import org.copse.sensitivity.LeaveOneOut;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class TablesTest {

  private static BinaryEffects bcg() {
    return Trials.of(Datasets.bcgVaccine())
        .study("author")
        .year("year")
        .binary("tpos", "tn", "cpos", "cn")
        .as(RISK_RATIO);
  }

  @Test
  void effectsOfCounts() {
    Table table = Tables.of(bcg());
    assertEquals(
        List.of(
            "study",
            "events1",
            "total1",
            "events2",
            "total2",
            "estimate",
            "se",
            "variance",
            "displayed",
            "ci_low",
            "ci_high"),
        table.columnNames());
    assertEquals("Risk ratio", table.name());
    assertEquals("Aronson 1948", table.stringColumn("study").get(0));
    assertEquals(123, table.doubleColumn("total1").get(0));
    assertEquals(-0.889311333920205, table.doubleColumn("estimate").get(0), 1e-13);
    assertEquals(Math.exp(-0.889311333920205), table.doubleColumn("displayed").get(0), 1e-13);
    assertTrue(table.doubleColumn("ci_low").get(0) < table.doubleColumn("ci_high").get(0));
  }

  @Test
  void whatCannotBeEstimatedIsMissing() {
    var effects =
        TrialsTest.text("s|a|b|c|d", "A|0|10|0|10", "B|1|10|2|10")
            .study("s")
            .binary("a", "b", "c", "d")
            .as(RISK_RATIO);
    Table table = Tables.of(effects);
    assertTrue(table.column("estimate").isMissing(0));
    assertTrue(table.column("ci_high").isMissing(0));
    assertEquals(0, table.doubleColumn("events1").get(0));
    assertEquals(1, table.column("estimate").countMissing());
  }

  @Test
  void effectsOfOtherData() {
    var means =
        TrialsTest.text("s|n1|m1|s1|n2|m2|s2", "A|10|5|2|12|4|3")
            .study("s")
            .means("n1", "m1", "s1", "n2", "m2", "s2")
            .as(MEAN_DIFFERENCE);
    assertEquals(3, Tables.of(means).doubleColumn("sd2").get(0));
    assertEquals(1, Tables.of(means).doubleColumn("displayed").get(0));
    var proportions =
        TrialsTest.text("s|e|n", "A|1|10").study("s").proportion("e", "n").as(LOGIT_PROPORTION);
    assertEquals(10, Tables.of(proportions).doubleColumn("total").get(0));
    assertEquals(0.1, Tables.of(proportions).doubleColumn("displayed").get(0), 1e-12);
    var reported =
        TrialsTest.text("s|h|l|u", "A|1.0|0.5|2.0")
            .study("s")
            .reported("h", "l", "u")
            .as(HAZARD_RATIO);
    assertEquals("estimate and 95 % CI", Tables.of(reported).stringColumn("reported_as").get(0));
    assertEquals(2.0, Tables.of(reported).doubleColumn("ci_high").get(0), 1e-12);
  }

  @Test
  void fitsAddWeights() {
    Fit fit = RandomEffects.of(bcg());
    Table table = Tables.of(fit);
    assertEquals("weight", table.columnNames().get(table.columnCount() - 1));
    assertEquals(100, table.doubleColumn("weight").sum(), 1e-9);
    assertEquals(fit.weight(7), table.doubleColumn("weight").get(7));
  }

  @Test
  void intervalsOfAFitsStudiesHaveItsLevel() {
    Fit fit = RandomEffects.withDefaults().level(0.5).fit(bcg());
    double half = Tables.of(fit).doubleColumn("ci_low").get(0);
    assertEquals(bcg().displayedInterval(0, 0.5).lower(), half, 1e-15);
  }

  @Test
  void subgroupsAndLeaveOneOutAndSummaries() {
    Fit fit = RandomEffects.of(bcg());
    Table groups = Tables.of(Subgroups.by("alloc").of(fit));
    assertEquals(
        List.of("random", "alternate", "systematic", "Overall"),
        groups.stringColumn("alloc").asList());
    assertEquals(List.of(7, 2, 4, 13), groups.intColumn("k").asList());
    Table one = Tables.of(LeaveOneOut.of(fit));
    assertEquals(14, one.rowCount());
    assertEquals("None", one.stringColumn("left_out").get(13));
    assertEquals(12, one.intColumn("k").get(0));
    Table both = Tables.summary(CommonEffect.of(bcg()), fit);
    assertEquals(-0.430285, both.doubleColumn("estimate").get(0), 1e-6);
    assertEquals(-0.714532, both.doubleColumn("estimate").get(1), 1e-6);
    assertEquals(152.2330, both.doubleColumn("q").get(0), 1e-4);
    assertTrue(both.column("tau2").isMissing(0));
    assertEquals(0.313243, both.doubleColumn("tau2").get(1), 1e-6);
    assertEquals(92.2214, both.doubleColumn("i_squared_percent").get(1), 1e-4);
    assertEquals(12, both.intColumn("q_df").get(0));
  }

  @Test
  void aSingleProportionHasNoTestOfNoEffect() {
    var proportions =
        TrialsTest.text("s|e|n", "A|1|10", "B|3|10")
            .study("s")
            .proportion("e", "n")
            .as(LOGIT_PROPORTION);
    assertEquals(1, Tables.summary(CommonEffect.of(proportions)).column("p").countMissing());
  }
}
