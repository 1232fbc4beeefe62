package org.copse.data;

import static org.copse.effect.BinaryMeasure.ODDS_RATIO;
import static org.copse.effect.BinaryMeasure.RISK_RATIO;
import static org.copse.effect.ContinuousMeasure.MEAN_DIFFERENCE;
import static org.copse.effect.ReportedMeasure.HAZARD_RATIO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.copse.effect.Effects;
import org.copse.effect.Moderator;
import org.copse.effect.ReportedEffects;
import org.copse.effect.StudyDataException;
import org.copse.model.RandomEffects;
import org.copse.report.EffectsReport;
import org.copse.report.PlainTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MixedOutcomeTest {

  @TempDir Path folder;

  private static final String TABLE =
      """
      author,e1,n1,e2,n2,or,low,high,p,region
      Counts,10,100,20,100,NR,,,,north
      Interval,,,,,0.50,0.25,1.00,,south
      PValue,,,,,0.40,,,0.02,north
      Both,5,50,9,50,0.51,0.16,1.62,,south
      Zero,0,40,4,40,,,,,north
      DoubleZero,0,30,0,30,,,,,north
      """;

  private Trials trials(String text) {
    try {
      Path file = folder.resolve("mixed.csv");
      Files.writeString(file, text);
      return Trials.read(file).study("author");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ReportedEffects oddsRatios(Trials trials) {
    return trials
        .mixed()
        .counts("e1", "n1", "e2", "n2")
        .interval("or", "low", "high")
        .p("or", "p")
        .as(ODDS_RATIO);
  }

  @Test
  void everyRowGivesWhatItsOwnFormatGives() {
    ReportedEffects mixed = oddsRatios(trials(TABLE));
    assertEquals(ODDS_RATIO, mixed.measure());
    assertEquals(5, mixed.size());
    Effects counts =
        trials(TABLE).leaveOutIncomplete().binary("e1", "n1", "e2", "n2").as(ODDS_RATIO);
    assertEquals(counts.estimate(0), mixed.estimate(0));
    assertEquals(counts.variance(0), mixed.variance(0), 1e-15);
    assertEquals(counts.estimate(1), mixed.estimate(3));
    assertEquals(counts.estimate(2), mixed.estimate(4));
    assertEquals(Math.log(0.5), mixed.estimate(1));
    assertEquals(Math.log(4) / (2 * 1.959963984540054), mixed.standardError(1), 1e-14);
    assertEquals(Math.log(0.4), mixed.estimate(2));
    assertEquals(-Math.log(0.4) / 2.3263478740408408, mixed.standardError(2), 1e-14);
    assertEquals("south", ((Moderator.Categorical) mixed.studies().moderator("region")).text(1));
  }

  @Test
  void notesSayWhichFormatAndWhatWasLeftOut() {
    ReportedEffects mixed = oddsRatios(trials(TABLE));
    String notes = String.join("\n", mixed.notes());
    assertTrue(
        notes.contains("Effect of 3 studies (Counts; Both; Zero) from two-arm counts."), notes);
    assertTrue(notes.contains("Effect of 1 study (Interval) from estimate and 95 % CI."), notes);
    assertTrue(notes.contains("Effect of 1 study (PValue) from estimate and p value."), notes);
    assertTrue(notes.contains("DoubleZero") && notes.contains("left out"), notes);
    assertTrue(notes.contains("0.5 added"), notes);
    assertTrue(RandomEffects.of(mixed).k() == 5);
    assertTrue(PlainTable.of(EffectsReport.of(mixed)).contains("Odds ratio"));
  }

  @Test
  void orderOfFormatsDecides() {
    ReportedEffects mixed =
        trials(TABLE)
            .mixed()
            .interval("or", "low", "high")
            .counts("e1", "n1", "e2", "n2")
            .p("or", "p")
            .as(ODDS_RATIO);
    assertEquals(Math.log(0.51), mixed.estimate(3));
  }

  @Test
  void rowsWithoutAnyCompleteFormatAndBadCellsComeInOneMessage() {
    String broken =
        """
        author,e1,n1,e2,n2,or,low,high,p
        None,3,,4,40,,,,
        TooMany,50,40,4,40,,,,
        Lopsided,,,,,0.90,0.25,1.00,
        Certain,,,,,0.90,,,1
        """;
    StudyDataException e = assertThrows(StudyDataException.class, () -> oddsRatios(trials(broken)));
    for (String part : new String[] {"'None' (row 1)", "'TooMany'", "'Lopsided'", "'Certain'"}) {
      assertTrue(e.getMessage().contains(part), e.getMessage());
    }
  }

  @Test
  void formatsMustGiveTheMeasure() {
    Trials trials = trials(TABLE);
    assertThrows(
        IllegalArgumentException.class,
        () -> trials.mixed().counts("e1", "n1", "e2", "n2").as(HAZARD_RATIO));
    assertThrows(
        IllegalArgumentException.class,
        () -> trials.mixed().observedMinusExpected("or", "p").as(MEAN_DIFFERENCE));
    assertThrows(IllegalArgumentException.class, () -> trials.mixed().as(RISK_RATIO));
  }
}
