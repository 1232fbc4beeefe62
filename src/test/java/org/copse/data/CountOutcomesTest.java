package org.copse.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.MatchedPairsEffects;
import org.copse.effect.MatchedPairsMeasure;
import org.copse.effect.ProportionMeasure;
import org.copse.effect.RateMeasure;
import org.copse.effect.SingleRateMeasure;
import org.copse.effect.StudyDataException;
import org.copse.effect.ZeroCells;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Diagnostic tables, matched pairs and rules for zeros from a table of trials. */
class CountOutcomesTest {

  private static Trials trials() {
    return Trials.of(
            Table.create(
                "t",
                StringColumn.create("study", "A", "B"),
                DoubleColumn.create("w", 45, 12),
                DoubleColumn.create("x", 8, 5),
                DoubleColumn.create("y", 5, 0),
                DoubleColumn.create("z", 72, 31),
                DoubleColumn.create("n", 130, 48),
                DoubleColumn.create("r", 0.2, 0.1)))
        .study("study");
  }

  @Test
  void diagnosticCountsGoWhereTheyBelong() {
    BinaryEffects effects =
        trials().diagnostic("w", "x", "y", "z").as(BinaryMeasure.DIAGNOSTIC_ODDS_RATIO);
    assertEquals(45.0 * 72 / (8 * 5), effects.displayed(0), 1e-12);
    assertEquals(12.5 * 31.5 / (5.5 * 0.5), effects.displayed(1), 1e-11);
    // positive likelihood ratio: sensitivity / (1 - specificity)
    assertEquals(45.0 / 50 / (8.0 / 80), effects.as(BinaryMeasure.RISK_RATIO).displayed(0), 1e-12);
    assertEquals("Diseased", effects.arms().first());
  }

  @Test
  void twoArmTablesPointToTheDiagnosticEntry() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> trials().binary("y", "w", "x", "n").as(BinaryMeasure.DIAGNOSTIC_ODDS_RATIO))
            .getMessage();
    assertTrue(message.contains("trials.diagnostic(tp, fp, fn, tn)"), message);
  }

  @Test
  void badDiagnosticCellsAreNamedTogether() {
    Table table =
        Table.create(
            "t",
            StringColumn.create("study", "A", "B", "C"),
            DoubleColumn.create("tp", -1, 0, 3),
            DoubleColumn.create("fp", 2, 2, 2.5),
            DoubleColumn.create("fn", 3, 0, 3),
            DoubleColumn.create("tn", 4, 4, 4));
    StudyDataException problem =
        assertThrows(
            StudyDataException.class,
            () -> Trials.of(table).study("study").diagnostic("tp", "fp", "fn", "tn"));
    assertEquals(3, problem.problems().size());
    assertTrue(problem.getMessage().contains("patients diseased must be at least 1"));
  }

  @Test
  void matchedPairsAndMargins() {
    MatchedPairsEffects pairs =
        trials().matched().pairs("w", "x", "y", "z").as(MatchedPairsMeasure.CONDITIONAL_ODDS_RATIO);
    assertEquals(8.0 / 5, pairs.displayed(0), 1e-12);
    assertEquals(5.5 / 0.5, pairs.displayed(1), 1e-12);
    assertEquals(
        1,
        trials()
            .matched()
            .pairs("w", "x", "y", "z")
            .zeroCells(ZeroCells.NONE)
            .as(MatchedPairsMeasure.CONDITIONAL_ODDS_RATIO)
            .estimable()
            .length);
    MatchedPairsEffects margins =
        trials().matched().margins("w", "x", "n", "r").as(MatchedPairsMeasure.MARGINAL_RISK_RATIO);
    assertEquals(45.0 / 8, margins.displayed(0), 1e-12);
    assertEquals(0.2, margins.pairs(0).correlation(), 1e-12);
    assertThrows(
        IllegalArgumentException.class,
        () -> margins.as(MatchedPairsMeasure.CONDITIONAL_PETO_ODDS_RATIO));
  }

  @Test
  void rulesForZerosAreChosenOnTheTable() {
    ZeroCells arm = ZeroCells.TREATMENT_ARM;
    assertEquals(
        arm,
        trials()
            .binary("y", "w", "x", "n")
            .zeroCells(arm)
            .as(BinaryMeasure.RISK_RATIO)
            .zeroCells());
    assertEquals(
        arm,
        trials()
            .rates("y", "n", "x", "n")
            .zeroCells(arm)
            .as(RateMeasure.INCIDENCE_RATE_RATIO)
            .zeroCells());
    assertEquals(
        ZeroCells.ALL,
        trials()
            .proportion("y", "n")
            .zeroCells(ZeroCells.ALL)
            .as(ProportionMeasure.LOGIT_PROPORTION)
            .zeroCells());
    assertEquals(
        ZeroCells.NONE,
        trials()
            .rate("y", "n")
            .zeroCells(ZeroCells.NONE)
            .as(SingleRateMeasure.LOG_RATE)
            .zeroCells());
  }
}
