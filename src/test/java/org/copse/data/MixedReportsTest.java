package org.copse.data;

import static org.copse.effect.ContinuousMeasure.MEAN_DIFFERENCE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.copse.convert.MeanContrast;
import org.copse.convert.MedianMethod;
import org.copse.convert.Medians;
import org.copse.convert.StandardDeviation;
import org.copse.effect.ContinuousEffects;
import org.copse.model.RandomEffects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One table whose studies report SD, SE, interval, quartiles and a p value becomes one Effects. */
class MixedReportsTest {

  private static final String CSV =
      """
      study,n1,mean1,sd1,se1,low1,high1,q1a,med1,q3a,n2,mean2,sd2,se2,low2,high2,q1b,med2,q3b,p
      Printed,40,12.1,4.2,,,,,,,38,14.0,4.6,,,,,,,
      Error,25,11.5,,0.8,,,,,,25,13.9,,1.0,,,,,,
      Interval,30,12.8,,,11.2,14.4,,,,32,14.9,,,13.1,16.7,,,,
      Quartiles,52,,,,,,9,12,15,50,,,,,,11,14,17.5,
      Skewed,120,,,,,,9,10,19,118,,,,,,11,14,17.5,
      P value,25,11.0,,,,,,,,22,14.8,,,,,,,,0.008
      """;

  private static RowFormula fromSe(String arm) {
    return r -> StandardDeviation.fromStandardError(r.number("se" + arm), r.number("n" + arm));
  }

  private static RowFormula fromInterval(String arm) {
    return r ->
        StandardDeviation.fromInterval(
            r.number("low" + arm), r.number("high" + arm), r.number("n" + arm), 0.95);
  }

  private static RowFormula fromQuartiles(String arm, String letter, boolean mean) {
    return r -> {
      var both =
          Medians.fromQuartiles(
              r.number("q1" + letter),
              r.number("med" + arm),
              r.number("q3" + letter),
              r.number("n" + arm),
              MedianMethod.LUO_WAN_SHI);
      return mean ? both.mean() : both.sd();
    };
  }

  private static Trials read(String csv, Path folder) throws Exception {
    Path file = folder.resolve("mixed.csv");
    Files.writeString(file, csv);
    Trials trials = Trials.read(file).study("study");
    RowFormula fromP =
        r ->
            MeanContrast.fromP(
                    r.number("mean1") - r.number("mean2"),
                    r.number("p"),
                    r.number("n1"),
                    r.number("n2"))
                .sd();
    return trials
        .fillIn("mean1", fromQuartiles("1", "a", true))
        .fillIn("mean2", fromQuartiles("2", "b", true))
        .fillIn("sd1", fromSe("1"))
        .fillIn("sd2", fromSe("2"))
        .fillIn("sd1", fromInterval("1"))
        .fillIn("sd2", fromInterval("2"))
        .fillIn("sd1", fromQuartiles("1", "a", false))
        .fillIn("sd2", fromQuartiles("2", "b", false))
        .fillIn("sd1", fromP)
        .fillIn("sd2", fromP);
  }

  @Test
  void allBecomeOneEffectsThatSaysHow(@TempDir Path folder) throws Exception {
    ContinuousEffects effects =
        read(CSV, folder).means("n1", "mean1", "sd1", "n2", "mean2", "sd2").as(MEAN_DIFFERENCE);
    assertEquals(6, effects.size());
    assertEquals(4.2, effects.means(0).sd1());
    assertEquals(4, effects.means(1).sd1(), 1e-12);
    assertEquals(5, effects.means(1).sd2(), 1e-12);
    assertEquals(4.285, effects.means(2).sd1(), 0.001);
    assertEquals(12, effects.means(3).mean1(), 1e-12);
    // the Handbook's example: SE 1.37, SD 4.69
    assertEquals(4.69, effects.means(5).sd1(), 0.01);
    assertEquals(effects.means(5).sd1(), effects.means(5).sd2());
    List<String> notes = effects.notes();
    says(notes, "sd1, sd2 of Error", "SD = SE √n");
    says(notes, "sd1, sd2 of Interval", "95 % CI of the mean");
    says(
        notes,
        "mean1, mean2 of Quartiles. Mean from median and quartiles by Luo 2018",
        "does not contradict");
    says(notes, "sd1 of Skewed.", "AGAINST the skewness test");
    says(notes, "sd2 of Skewed. SD from median and quartiles by Wan 2014", "does not contradict");
    says(notes, "sd1, sd2 of P value.", "two-sided p value of their difference");
    assertTrue(RandomEffects.of(effects).estimate() < 0);
  }

  private static void says(List<String> notes, String... parts) {
    assertTrue(
        notes.stream().anyMatch(note -> List.of(parts).stream().allMatch(note::contains)),
        () -> List.of(parts) + " in\n" + String.join("\n", notes));
  }

  @Test
  void aWrongCellIsNamedByStudyAndRow(@TempDir Path folder) {
    String swapped = CSV.replace("11.2,14.4", "14.4,11.2");
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> read(swapped, folder));
    assertTrue(
        e.getMessage().contains("row 3, 'Interval'")
            && e.getMessage().contains("lower bound must not exceed upper bound, was 14.4 > 11.2"),
        e.getMessage());
  }
}
