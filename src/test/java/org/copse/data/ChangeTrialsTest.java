package org.copse.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.copse.convert.ChangeSd;
import org.copse.effect.ChangeMeasure;
import org.copse.effect.MeanChange;
import org.copse.effect.MeanChangeMeasure;
import org.copse.effect.PrePost;
import org.copse.effect.StudyDataException;
import org.copse.effect.SummaryEffects;
import org.copse.effect.TwoArmChange;
import org.copse.effect.TwoArmChangeMeasure;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Tables of means before and after. */
class ChangeTrialsTest {

  private static final PrePostColumns FIRST = new PrePostColumns("n", "mb", "sb", "ma", "sa", "r");

  private static Trials trials(String... correlations) {
    return Trials.of(
            Table.create(
                "t",
                StringColumn.create("author", "A", "B"),
                StringColumn.create("n", "25", "16"),
                StringColumn.create("mb", "5", "6"),
                StringColumn.create("sb", "2", "3"),
                StringColumn.create("ma", "7", "6.5"),
                StringColumn.create("sa", "2.5", "3"),
                StringColumn.create("r", correlations),
                DoubleColumn.create("sc", 1.5, 2.4),
                StringColumn.create("setting", "x", "y")))
        .study("author");
  }

  @Test
  void aPrintedSdOfTheChangesGivesTheMissingCorrelation() {
    SummaryEffects<PrePost> effects =
        trials("0.6", "NR")
            .fillIn(
                "r",
                row -> ChangeSd.correlation(row.number("sb"), row.number("sa"), row.number("sc")))
            .change()
            .prePost("n", "mb", "sb", "ma", "sa", "r")
            .as(ChangeMeasure.MEAN_CHANGE);
    assertEquals(0.6, effects.data(0).correlation());
    assertEquals(0.68, effects.data(1).correlation(), 1e-15);
    assertEquals(2.4 * 2.4 / 16, effects.variance(1), 1e-15);
    assertTrue(
        effects.notes().stream().anyMatch(n -> n.startsWith("Computed, not printed: r of B. ")),
        effects.notes()::toString);
    assertEquals("y", effects.studies().moderator("setting").text(1));
  }

  @Test
  void anAssumedCorrelationIsNoted() {
    SummaryEffects<PrePost> effects =
        trials("", "")
            .fillIn("r", row -> ChangeSd.assumedCorrelation(0.5, "the protocol"))
            .change()
            .prePost("n", "mb", "sb", "ma", "sa", "r")
            .as(ChangeMeasure.RAW_SCORE_STANDARDISED_MEAN_CHANGE);
    assertTrue(
        effects.notes().stream()
            .anyMatch(n -> n.contains("correlation 0.5 taken from the protocol")),
        effects.notes()::toString);
    assertEquals(effects.notes(), effects.subset(0, 1).notes());
  }

  @Test
  void badCellsAreNamedByTheTablesColumns() {
    StudyDataException e =
        assertThrows(
            StudyDataException.class,
            () -> trials("0.6", "1.4").change().prePost("n", "mb", "sb", "ma", "sa", "r"));
    assertTrue(
        e.getMessage().contains("'B' (row 2): correlation must be from -1 to 1, was 1.4."),
        e.getMessage());
    assertThrows(
        StudyDataException.class,
        () -> trials("0.6", "").change().prePost("n", "mb", "sb", "ma", "sa", "r"));
  }

  @Test
  void incompleteRowsAreLeftOut() {
    SummaryEffects<PrePost> effects =
        trials("0.6", "")
            .leaveOutIncomplete()
            .change()
            .prePost("n", "mb", "sb", "ma", "sa", "r")
            .as(ChangeMeasure.MEAN_CHANGE);
    assertEquals(1, effects.size());
    assertTrue(effects.notes().toString().contains("Left out as incomplete"));
  }

  @Test
  void twoArmsAndMeanChanges() {
    SummaryOutcome<TwoArmChange> arms = trials("0.6", "0.5").change().prePostArms(FIRST, FIRST);
    SummaryEffects<TwoArmChange> same = arms.as(TwoArmChangeMeasure.DIFFERENCE_OF_MEAN_CHANGES);
    assertEquals(0, same.estimate(0));
    assertEquals(
        2 * same.data(0).first().sdChange() * same.data(0).first().sdChange() / 25,
        same.variance(0),
        1e-15);
    assertEquals(
        "Means before and after of two arms of 2 studies; choose a measure with .as(...)",
        arms.toString());
    SummaryEffects<MeanChange> changes =
        trials("", "")
            .change()
            .meanChange("n", "ma", "sc")
            .as(MeanChangeMeasure.REPORTED_MEAN_CHANGE);
    assertEquals(7, changes.estimate(0));
    assertEquals(1.5 * 1.5 / 25, changes.variance(0), 1e-15);
  }
}
