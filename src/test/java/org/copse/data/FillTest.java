package org.copse.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.copse.convert.EventCounts;
import org.copse.convert.MedianMethod;
import org.copse.convert.Medians;
import org.copse.convert.StandardDeviation;
import org.copse.effect.BinaryMeasure;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class FillTest {

  /** One study with everything printed, one with all but n missing. */
  private static Trials trials() {
    return Trials.of(
            Table.create(
                "t",
                StringColumn.create("author", "A", "B"),
                StringColumn.create("n", "40", "50"),
                StringColumn.create("se", "0.5", ""),
                StringColumn.create("low", "8.1", ""),
                StringColumn.create("high", "10.3", "NR"),
                StringColumn.create("min", "1", ""),
                StringColumn.create("q1", "6", ""),
                StringColumn.create("med", "9", ""),
                StringColumn.create("q3", "13", ""),
                StringColumn.create("max", "22", ""),
                StringColumn.create("pct", "27.5", ""),
                StringColumn.create("none", "29", ""),
                StringColumn.create("had", "11", ""),
                StringColumn.create("sd", "", "3.25")))
        .study("author");
  }

  private static void gives(double expected, RowFormula formula) {
    Table derived = trials().derive("x", formula).table();
    assertEquals(expected, derived.numberColumn("x").getDouble(0));
    assertTrue(derived.column("x").isMissing(1));
  }

  @Test
  void standardDeviations() {
    gives(
        StandardDeviation.fromStandardError(0.5, 40).value(), Fill.sdFromStandardError("se", "n"));
    gives(
        StandardDeviation.fromInterval(8.1, 10.3, 40, 0.95).value(),
        Fill.sdFromInterval("low", "high", "n"));
  }

  @Test
  void fromMedians() {
    MedianMethod usual = MedianMethod.LUO_WAN_SHI;
    var quartiles = Medians.fromQuartiles(6, 9, 13, 40, usual);
    gives(quartiles.mean().value(), Fill.meanFromQuartiles("q1", "med", "q3", "n"));
    gives(quartiles.sd().value(), Fill.sdFromQuartiles("q1", "med", "q3", "n"));
    var range = Medians.fromRange(1, 9, 22, 40, usual);
    gives(range.mean().value(), Fill.meanFromRange("min", "med", "max", "n"));
    gives(range.sd().value(), Fill.sdFromRange("min", "med", "max", "n"));
    var five = Medians.fromFiveNumbers(1, 6, 9, 13, 22, 40, usual);
    gives(five.mean().value(), Fill.meanFromFiveNumbers("min", "q1", "med", "q3", "max", "n"));
    gives(five.sd().value(), Fill.sdFromFiveNumbers("min", "q1", "med", "q3", "max", "n"));
  }

  @Test
  void counts() {
    gives(11, Fill.countFromPercent("pct", "n"));
    gives(11, Fill.eventsFromNonEvents("none", "n"));
    gives(40, Fill.totalFromEventsAndNonEvents("had", "none"));
    assertThrows(IllegalArgumentException.class, () -> EventCounts.total(-1, 5));
    assertThrows(IllegalArgumentException.class, () -> EventCounts.total(0, 0));
  }

  @Test
  void whatIsPrintedStaysAndWhatIsComputedMakesANote() {
    Trials filled = trials().fillIn("sd", Fill.sdFromStandardError("se", "n"));
    assertEquals(3.25, filled.table().numberColumn("sd").getDouble(1));
    assertEquals(Math.sqrt(10), filled.table().numberColumn("sd").getDouble(0), 1e-15);
    String notes =
        trials()
            .derive("events", Fill.countFromPercent("pct", "n"))
            .leaveOutIncomplete()
            .binary("events", "n", "had", "n")
            .as(BinaryMeasure.RISK_RATIO)
            .notes()
            .toString();
    assertTrue(notes.contains("Computed, not printed: events of A."), notes);
  }

  @Test
  void badCellsAreNamed() {
    Trials trials = trials();
    IllegalArgumentException unattainable =
        assertThrows(
            IllegalArgumentException.class,
            () -> trials.derive("x", Fill.countFromPercent("se", "n")));
    assertTrue(unattainable.getMessage().contains("row 1, 'A'"), unattainable.getMessage());
    IllegalArgumentException fraction =
        assertThrows(
            IllegalArgumentException.class,
            () -> trials.derive("x", Fill.countFromPercent("pct", "high")));
    assertTrue(fraction.getMessage().contains("high must be whole"), fraction.getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> trials.derive("x", Fill.sdFromStandardError("nothing", "n")));
  }
}
