package org.copse.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.statistics.distribution.TDistribution;
import org.copse.effect.Reported;
import org.junit.jupiter.api.Test;

/**
 * Crossover trials, with the worked example of the Cochrane Handbook (version 5.1, 16.4.6.4): 10
 * patients, mean 7.0 (SD 2.38) under E and 6.5 (2.21) under C.
 */
class CrossoverTest {

  private static final double DIGITS = 0.0005;

  @Test
  void theHandbooksMeanDifferences() {
    assertEquals(0.632, Crossover.standardErrorFromSd(2, 10).value(), DIGITS);
    Reported md = Crossover.meanDifference(7.0, 2.38, 6.5, 2.21, 10, 0.68);
    assertEquals(0.5, md.estimate(), 1e-15);
    assertEquals(0.583, md.standardError(), DIGITS);
    assertEquals(md.standardError(), Crossover.standardError(2.38, 2.21, 0.68, 10).value(), 1e-15);
    assertTrue(md.source().contains("no carry-over"), md.source());
  }

  @Test
  void theHandbooksStandardisedMeanDifference() {
    Reported smd = Crossover.standardisedMeanDifference(7.0, 2.38, 6.5, 2.21, 10, 0.68);
    assertEquals(0.218, smd.estimate(), DIGITS);
    assertEquals(0.256, smd.standardError(), DIGITS);
    assertTrue(smd.source().contains("correlation 0.68"), smd.source());
    Reported paired = Crossover.standardisedFromPaired(0.5, 0.583, 10, 0.68);
    assertEquals(0.217, paired.estimate(), DIGITS);
  }

  @Test
  void theCorrelationGoesBackAndForth() {
    double sd = Crossover.sdOfDifferences(2.38, 2.21, 0.68).value();
    assertEquals(0.68, Crossover.correlation(2.38, 2.21, sd).value(), 1e-14);
    assertTrue(Crossover.correlation(2.38, 2.21, sd).note().contains("no carry-over"));
  }

  @Test
  void allWaysToTheStandardErrorAgree() {
    double se = Crossover.standardError(2.38, 2.21, 0.68, 10).value();
    TDistribution t = TDistribution.of(9);
    double margin = t.inverseSurvivalProbability(0.025) * se;
    assertEquals(se, Crossover.standardErrorFromT(-0.5, 0.5 / se).value(), 1e-14);
    assertEquals(
        se,
        Crossover.standardErrorFromInterval(0.5 - margin, 0.5 + margin, 0.95, 10).value(),
        1e-13);
    double p = 2 * t.survivalProbability(0.5 / se);
    assertEquals(se, Crossover.standardErrorFromP(0.5, p, 10).value(), 1e-11);
  }

  @Test
  void aParallelTrialOfTheSameSizeIsTheCaseWithoutCorrelation() {
    double se = Crossover.standardError(2, 3, 0, 16).value();
    assertEquals(Math.sqrt((4.0 + 9) / 16), se, 1e-15);
    assertTrue(Crossover.standardError(2, 3, 0.9, 16).value() < se);
  }

  @Test
  void theImpossibleIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Crossover.standardisedMeanDifference(7, 2, 6, 2, 10, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> Crossover.standardisedMeanDifference(7, 0, 6, 2, 10, 0.5));
    assertThrows(
        IllegalArgumentException.class,
        () -> Crossover.meanDifference(Double.NaN, 2, 6, 2, 10, 0.5));
    assertThrows(IllegalArgumentException.class, () -> Crossover.standardErrorFromT(0, 2));
    assertThrows(IllegalArgumentException.class, () -> Crossover.standardErrorFromSd(2, 1));
    assertThrows(
        IllegalArgumentException.class, () -> Crossover.standardisedFromPaired(1, 0, 10, 0.5));
  }
}
