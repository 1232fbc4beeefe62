package org.copse.data;

import static org.copse.effect.CorrelationMeasure.FISHER_Z_CORRELATION;
import static org.copse.effect.MeanMeasure.LOG_MEAN;
import static org.copse.effect.PartialCorrelationMeasure.FISHER_Z_PARTIAL_CORRELATION;
import static org.copse.effect.SemiPartialCorrelationMeasure.SEMI_PARTIAL_CORRELATION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.copse.convert.CorrelationFromTest;
import org.copse.effect.ConcordanceMeasure;
import org.copse.effect.CronbachAlphaMeasure;
import org.copse.effect.Effects;
import org.copse.effect.ModelFitMeasure;
import org.copse.effect.StudyDataException;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Single means, correlations, models, alphas and areas from a table. */
class SummaryTrialsTest {

  private static Trials trials() {
    return Trials.of(
            Table.create(
                "t",
                StringColumn.create("trial", "A", "B"),
                DoubleColumn.create("n", 40, 60),
                DoubleColumn.create("mean", 12, 15),
                DoubleColumn.create("sd", 2, 3),
                DoubleColumn.create("r", 0.3, 0.5),
                DoubleColumn.create("t", 2.1, -3.3),
                DoubleColumn.create("predictors", 4, 6),
                DoubleColumn.create("r2", 0.4, 0.55),
                DoubleColumn.create("f", 3, 5),
                DoubleColumn.create("alpha", 0.8, 0.9)))
        .study("trial");
  }

  @Test
  void eachFormHasItsEntry() {
    Trials t = trials();
    assertEquals(12, t.mean("n", "mean", "sd").as(LOG_MEAN).displayed(0), 1e-12);
    Effects z = t.association().correlation("r", "n").as(FISHER_Z_CORRELATION);
    assertEquals(1.0 / 37, z.variance(0), 1e-15);
    assertEquals(0.5, z.displayed(1), 1e-15);
    assertEquals(
        1.0 / 34,
        t.association()
            .partialCorrelation("r", "n", "predictors")
            .as(FISHER_Z_PARTIAL_CORRELATION)
            .variance(0),
        1e-15);
    assertEquals(
        0.5,
        t.association()
            .semiPartialCorrelation("r", "n", "predictors", "r2")
            .as(SEMI_PARTIAL_CORRELATION)
            .estimate(1));
    assertEquals(
        4 * 0.4 * 0.36 / 40,
        t.association().rSquared("r2", "n", "predictors").as(ModelFitMeasure.R_SQUARED).variance(0),
        1e-15);
    assertEquals(
        0.9,
        t.association()
            .cronbachAlpha("alpha", "predictors", "n")
            .as(CronbachAlphaMeasure.BONETT_ALPHA)
            .displayed(1),
        1e-15);
    assertEquals(
        0.8,
        t.association()
            .areaUnderCurve("alpha", "n", "n")
            .as(ConcordanceMeasure.REPORTED_AREA_UNDER_CURVE)
            .displayed(0),
        1e-15);
    assertTrue(t.association().correlation("r", "n").toString().contains("2 studies"));
  }

  @Test
  void statisticsBecomeCorrelationsWithANote() {
    Effects partial =
        trials()
            .association()
            .partialCorrelationFromT("t", "n", "predictors")
            .as(FISHER_Z_PARTIAL_CORRELATION);
    assertEquals(2.1 / Math.sqrt(2.1 * 2.1 + 35), partial.displayed(0), 1e-14);
    String notes = String.join(" ", partial.notes());
    assertTrue(notes.contains("Computed, not printed: partial r of t of A; B"), notes);
    Effects semi =
        trials()
            .association()
            .semiPartialCorrelationFromT("t", "n", "predictors", "r2")
            .as(SEMI_PARTIAL_CORRELATION);
    assertEquals(-3.3 * Math.sqrt(0.45) / Math.sqrt(53), semi.estimate(1), 1e-14);
    Effects plain =
        trials()
            .derive("rt", row -> CorrelationFromTest.ofT(row.number("t"), row.number("n")))
            .association()
            .correlation("rt", "n")
            .as(FISHER_Z_CORRELATION);
    assertEquals(2.1 / Math.sqrt(2.1 * 2.1 + 38), plain.displayed(0), 1e-14);
    assertEquals(16.0 / 51, CorrelationFromTest.rSquaredOfF(4, 40, 4).value(), 1e-14);
  }

  @Test
  void badCellsAreNamed() {
    StudyDataException bad =
        assertThrows(StudyDataException.class, () -> trials().association().correlation("t", "n"));
    assertTrue(bad.getMessage().contains("correlation must be from -1 to 1, was 2.1"));
    assertTrue(bad.getMessage().contains("Check column t."), bad.getMessage());
    IllegalArgumentException few =
        assertThrows(IllegalArgumentException.class, () -> CorrelationFromTest.ofT(2, 2));
    assertTrue(
        few.getMessage().contains("number of patients must exceed the predictors by 2 or more"),
        few.getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> CorrelationFromTest.semiPartialOfT(9, 20, 2, 0.1));
    assertThrows(IllegalArgumentException.class, () -> CorrelationFromTest.rSquaredOfF(-1, 20, 2));
  }
}
