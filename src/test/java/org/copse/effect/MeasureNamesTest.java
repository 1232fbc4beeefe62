package org.copse.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of measures within sentences keep the capitals of persons and symbols. */
class MeasureNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Risk ratio | risk ratio",
        "Peto odds ratio | Peto odds ratio",
        "Yule's Q | Yule's Q",
        "R² (Fisher's z) | R² (Fisher's z)",
        "Glass' delta | Glass' delta",
        "Proportion (Freeman-Tukey) | proportion (Freeman-Tukey)",
        "Standardised mean change (after − before, SD before) | standardised mean change (after − before, SD before)",
      })
  void persons(String alone, String within) {
    assertEquals(within, MeasureNames.withinSentence(alone));
  }

  @Test
  void notesOfStudiesLeftOut() {
    BinaryEffects effects =
        BinaryEffects.of(
            BinaryMeasure.YULES_Q,
            Studies.named("A", "B"),
            List.of(new TwoByTwo(3, 7, 2, 8), new TwoByTwo(0, 7, 0, 8)));
    assertTrue(effects.notes().stream().anyMatch(n -> n.contains("nothing on the Yule's Q")));
  }
}
