package org.copse.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.copse.convert.Converted;
import org.copse.convert.EventCounts;
import org.copse.effect.ContinuousEffects;
import org.copse.effect.ContinuousMeasure;
import org.copse.effect.Reported;
import org.copse.effect.StudyDataException;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class DeriveTest {

  private static final RowFormula SD =
      r ->
          new Converted(
              r.number("se1") * Math.sqrt(r.number("n1")), "SD from the standard error", "");

  private static Trials trials() {
    return Trials.of(
            Table.create(
                "t",
                StringColumn.create("author", "A", "B"),
                DoubleColumn.create("n1", 25, 16),
                DoubleColumn.create("m1", 5, 6),
                DoubleColumn.create("se1", 2, 3),
                StringColumn.create("sd1", "7.5", "NR"),
                DoubleColumn.create("n2", 25, 16),
                DoubleColumn.create("m2", 4, 4),
                DoubleColumn.create("sd2", 8, 9)))
        .study("author");
  }

  @Test
  void fillInKeepsWhatIsPrintedAndNotesTheRest() {
    ContinuousEffects effects =
        trials()
            .fillIn("sd1", SD)
            .means("n1", "m1", "sd1", "n2", "m2", "sd2")
            .as(ContinuousMeasure.MEAN_DIFFERENCE);
    assertEquals(7.5, effects.means(0).sd1());
    assertEquals(12, effects.means(1).sd1());
    assertTrue(
        effects.notes().contains("Computed, not printed: sd1 of B. SD from the standard error."),
        effects.notes()::toString);
  }

  @Test
  void deriveAddsAColumnAndRefusesOneThatIsThere() {
    Trials more = trials().derive("sd", SD);
    assertEquals(10.0, more.table().numberColumn("sd").getDouble(0));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> more.derive("sd1", SD));
    assertTrue(e.getMessage().contains("fillIn"), e.getMessage());
  }

  @Test
  void missingInputLeavesTheCellMissingAndTheOutcomeSaysSo() {
    Trials left = trials().fillIn("sd1", r -> new Converted(r.number("sd1"), "itself", ""));
    StudyDataException e =
        assertThrows(
            StudyDataException.class, () -> left.means("n1", "m1", "sd1", "n2", "m2", "sd2"));
    assertTrue(e.getMessage().contains("'B'") && e.getMessage().contains("sd1"), e.getMessage());
  }

  @Test
  void printedKeepsTrailingZerosAndEndsTheFormulaWhereThereIsNothing() {
    Trials percents =
        Trials.of(
            Table.create(
                "t",
                StringColumn.create("author", "A", "B"),
                StringColumn.create("percent", "2.0", "NR"),
                DoubleColumn.create("n", 306, 303)));
    Trials counted =
        percents.derive(
            "events", r -> EventCounts.fromPercent(r.printed("percent"), (long) r.number("n")));
    assertEquals(6, counted.table().numberColumn("events").getDouble(0));
    assertTrue(counted.table().column("events").isMissing(1));
    List<String> seen = new ArrayList<>();
    percents.derive(
        "x",
        r -> {
          seen.add(r.printed("percent"));
          return new Converted(0, "nothing", "");
        });
    assertEquals(List.of("2.0"), seen);
  }

  @Test
  void ratioOfAContrastIsTheExponentialOfItsLogarithm() {
    Reported contrast = new Reported(Math.log(0.25), 0.3, "a source", "an assumption");
    Converted ratio = Converted.ratioOf(contrast);
    assertEquals(0.25, ratio.value(), 1e-15);
    assertEquals("ratio from a source; assumes an assumption", ratio.note());
  }

  @Test
  void everyRowThatTheFormulaCannotTakeIsNamed() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> trials().derive("x", r -> new Converted(Double.NaN, "nothing", "")));
    assertTrue(
        e.getMessage().contains("row 1, 'A'") && e.getMessage().contains("row 2, 'B'"),
        e.getMessage());
  }
}
