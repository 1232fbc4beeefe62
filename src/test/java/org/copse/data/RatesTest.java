package org.copse.data;

import static org.copse.effect.RateMeasure.INCIDENCE_RATE_DIFFERENCE;
import static org.copse.effect.RateMeasure.INCIDENCE_RATE_RATIO;
import static org.copse.effect.SingleRateMeasure.FREEMAN_TUKEY_RATE;
import static org.copse.effect.SingleRateMeasure.LOG_RATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.copse.effect.AnalysisScale;
import org.copse.effect.RateEffects;
import org.copse.effect.SingleRateEffects;
import org.copse.effect.StudyDataException;
import org.copse.effect.ZeroCells;
import org.copse.model.RandomEffects;
import org.copse.plot.ForestPlot;
import org.copse.report.EffectsReport;
import org.copse.report.FitReport;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Person-time counts from a table through effects and fits to reports and plots. */
class RatesTest {

  private static Table table(Integer[] x1, double[] t1) {
    return Table.create(
        "catheters",
        StringColumn.create("study", "Alpha", "Beta", "Gamma"),
        IntColumn.create("x1", x1),
        DoubleColumn.create("t1", t1),
        IntColumn.create("x2", new Integer[] {11, 8, 0}),
        DoubleColumn.create("t2", new double[] {1.988, 1.461, 10.962}));
  }

  private static RateEffects effects() {
    return Trials.of(table(new Integer[] {7, 8, 0}, new double[] {1.344, 1.6, 12.012}))
        .study("study")
        .rates("x1", "t1", "x2", "t2")
        .as(INCIDENCE_RATE_RATIO)
        .timeUnit("catheter-days / 1000");
  }

  @Test
  void everyBadRowIsNamed() {
    Trials trials =
        Trials.of(table(new Integer[] {-7, 8, 0}, new double[] {1.344, 0, 12.012})).study("study");
    String message =
        assertThrows(StudyDataException.class, () -> trials.rates("x1", "t1", "x2", "t2"))
            .getMessage();
    assertTrue(
        message.contains(
            "Study 'Alpha' (row 1): events must not be negative, was -7. Check column x1."),
        message);
    assertTrue(
        message.contains(
            "Study 'Beta' (row 2): person-time must be a finite number greater than 0, was 0. Check column t1."),
        message);
    assertThrows(StudyDataException.class, () -> trials.rate("x1", "t1"));
  }

  @Test
  void doubleZeroIsLeftOutOfTheRatioAndKeptInTheDifference() {
    RateEffects ratio = effects();
    assertFalse(ratio.isEstimable(2));
    assertTrue(ratio.notes().get(0).contains("without events in both arms: left out"));
    RateEffects difference = ratio.as(INCIDENCE_RATE_DIFFERENCE);
    assertTrue(difference.isEstimable(2));
    assertEquals(
        List.of("1 study without events in an arm: 0.5 added to the events of both arms (Gamma)."),
        difference.notes());
    assertFalse(difference.zeroCells(ZeroCells.NONE).isEstimable(2));
    assertEquals("catheter-days / 1000", difference.subset(0, 1).timeUnit());
  }

  @Test
  void reportsAndPlotsShowEventsAndPersonTime() {
    String report = EffectsReport.of(effects()).toString();
    assertTrue(report.contains("catheter-days / 1000"), report);
    assertTrue(report.contains("12.012") || report.contains("12.01"), report);
    String svg = ForestPlot.of(RandomEffects.of(effects())).svg();
    assertTrue(svg.contains("Catheter-days / 1000"));
    assertTrue(svg.contains("Incidence rate ratio"));
    assertTrue(FitReport.of(RandomEffects.of(effects())).toString().contains("Incidence rate"));
    Table table = Tables.of(effects());
    assertTrue(table.columnNames().containsAll(List.of("events1", "time1", "events2", "time2")));
    assertEquals(12.012, table.doubleColumn("time1").get(2));
  }

  @Test
  void ratesOfSingleGroups() {
    SingleRateEffects log =
        Trials.of(table(new Integer[] {7, 8, 0}, new double[] {1.344, 1.6, 12.012}))
            .study("study")
            .rate("x1", "t1")
            .as(LOG_RATE);
    assertEquals(0, log.displayed(2));
    assertEquals(0, log.displayedInterval(2, 0.95).lower());
    assertEquals(List.of("1 study without events: 0.5 added to the events (Gamma)."), log.notes());
    assertFalse(log.measure().hasNullValue());
    assertTrue(ForestPlot.of(RandomEffects.of(log)).svg().contains("Person-time"));
    assertTrue(Tables.of(log).columnNames().contains("time"));
    SingleRateEffects tukey = log.as(FREEMAN_TUKEY_RATE);
    double t = tukey.harmonicMeanTime();
    double y = 0.5 * (Math.sqrt(3 / t) + Math.sqrt(4 / t));
    assertEquals(3 / t, tukey.backTransform(y), 1e-14);
    assertEquals(0, tukey.backTransform(0.1 / Math.sqrt(t)));
    assertEquals(0, AnalysisScale.SQUARE_ROOT.backTransform(-0.1, 1));
    assertEquals(9, AnalysisScale.SQUARE_ROOT.backTransform(3, 1));
  }
}
