package org.copse.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SDs of changes and correlations from what is printed, and back. */
class ChangeSdTest {

  private static final double TIGHT = 1e-12;

  private static void close(double expected, Converted actual) {
    assertEquals(expected, actual.value(), TIGHT * Math.abs(expected), actual.note());
  }

  private static void refused(String words, Executable action) {
    String message = assertThrows(IllegalArgumentException.class, action).getMessage();
    assertTrue(message.startsWith("Cannot "), message);
    assertTrue(message.contains(words), message);
  }

  @Test
  void threeSdsAndTheCorrelationGoBackAndForth() {
    Random random = new Random(99);
    for (int i = 0; i < 200; i++) {
      double before = 0.5 + 5 * random.nextDouble();
      double after = before * (0.9 + 0.2 * random.nextDouble());
      double r = -0.9 + 1.8 * random.nextDouble();
      double change = ChangeSd.fromCorrelation(before, after, r).value();
      double plain = Math.sqrt(before * before + after * after - 2 * r * before * after);
      assertEquals(plain, change, 1e-12 * plain);
      assertEquals(r, ChangeSd.correlation(before, after, change).value(), 1e-12);
      if (r < 0.5) {
        assertEquals(after, ChangeSd.finalSd(before, change, r).value(), 1e-9 * after);
      }
    }
  }

  @Test
  void ofTwoFinalSdsTheNearerIsTakenAndTheOtherNamed() {
    double change = ChangeSd.fromCorrelation(10, 9, 0.9).value();
    Converted last = ChangeSd.finalSd(10, change, 0.9);
    assertEquals(9, last.value(), 1e-9);
    Converted clear = ChangeSd.finalSd(10, ChangeSd.fromCorrelation(10, 11, 0.9).value(), 0.9);
    assertEquals(11, clear.value(), 1e-9);
    assertTrue(clear.how().contains("7 would fit as well"), clear.how());
    refused("be at least 4.359", () -> ChangeSd.finalSd(10, 4, 0.9));
    refused("SD of the changes", () -> ChangeSd.finalSd(10, 8, -0.5));
  }

  @ParameterizedTest
  @CsvSource({"5,5,0,0", "5,5,1,0", "5,3,1,2", "5,3,-1,8"})
  void corners(double before, double after, double r, double sd) {
    double expected = r == 0 ? Math.sqrt(before * before + after * after) : sd;
    assertEquals(expected, ChangeSd.fromCorrelation(before, after, r).value(), 1e-15);
  }

  @Test
  void belowOneHalfFinalValuesAreTheBetterAnalysis() {
    assertTrue(ChangeSd.fromCorrelation(5, 5, 0.4).how().contains("final values is more precise"));
    assertFalse(ChangeSd.fromCorrelation(5, 5, 0.6).how().contains("more precise"));
    assertTrue(ChangeSd.correlation(5, 5, 6).how().contains("final values is more precise"));
  }

  @Test
  void impossibleSdsAreRefusedWithTheirBounds() {
    refused("lie between |s₁ − s₂| = 2 and s₁ + s₂ = 8", () -> ChangeSd.correlation(5, 3, 9));
    refused("lie between", () -> ChangeSd.correlation(5, 3, 1.9));
    refused("be at least 0, was NaN", () -> ChangeSd.correlation(5, 3, Double.NaN));
    assertEquals(1, ChangeSd.correlation(5, 3, 2).value());
    assertEquals(-1, ChangeSd.correlation(5, 3, 8).value());
    refused("correlation must be from -1 to 1", () -> ChangeSd.fromCorrelation(5, 3, 1.01));
    refused("first SD must be a finite number", () -> ChangeSd.fromCorrelation(0, 3, 0.5));
    refused("second SD", () -> ChangeSd.fromCorrelation(1, Double.NaN, 0.5));
  }

  @Test
  void imputedCorrelationsNameTheirRange() {
    Converted mean = ChangeSd.imputedCorrelation(0.78, 0.82);
    assertEquals(0.80, mean.value(), 1e-15);
    assertTrue(mean.how().contains("mean of 2 others, 0.78 to 0.82"), mean.how());
    Converted one = ChangeSd.assumedCorrelation(0.7, "Smith 2001");
    assertTrue(one.note().contains("0.7 taken from Smith 2001, not from this study"), one.note());
    refused("at least 1", ChangeSd::imputedCorrelation);
    refused("from -1 to 1", () -> ChangeSd.imputedCorrelation(0.5, 2));
    refused("from -1 to 1", () -> ChangeSd.assumedCorrelation(Double.NaN, "x"));
  }

  @Test
  void allWaysToTheSdOfOneArmAgree() {
    double sd = 4.2;
    double n = 25;
    double change = -3.1;
    double se = sd / 5;
    TDistribution t = TDistribution.of(n - 1);
    double margin = t.inverseSurvivalProbability(0.025) * se;
    close(sd, ChangeSd.fromStandardError(se, n));
    close(sd, ChangeSd.fromInterval(change - margin, change + margin, 0.95, n));
    close(sd, ChangeSd.fromT(change, change / se, n));
    close(sd, ChangeSd.fromT(-change, change / se, n));
    double p = 2 * t.survivalProbability(Math.abs(change) / se);
    assertEquals(sd, ChangeSd.fromP(change, p, n).value(), 1e-10 * sd);
    assertTrue(ChangeSd.fromInterval(-1, 1, 0.95, n).how().contains("95 % CI (t, 24 df)"));
  }

  @Test
  void allWaysToThePooledSdAgree() {
    double sd = 4.2;
    double root = Math.sqrt(1.0 / 12 + 1.0 / 15);
    double se = sd * root;
    TDistribution t = TDistribution.of(25);
    double margin = t.inverseSurvivalProbability(0.05) * se;
    close(sd, ChangeSd.pooledFromStandardError(se, 12, 15));
    close(sd, ChangeSd.pooledFromInterval(2 - margin, 2 + margin, 0.9, 12, 15));
    double p = 2 * t.survivalProbability(2 / se);
    assertEquals(sd, ChangeSd.pooledFromP(2, p, 12, 15).value(), 1e-10 * sd);
    assertTrue(ChangeSd.pooledFromP(2, p, 12, 15).assumes().contains("analysis of covariance"));
  }

  @Test
  void whatGivesNoSdIsRefused() {
    refused("mean change must be a finite number other than 0", () -> ChangeSd.fromP(0, 0.5, 20));
    refused("p value must be above 0 and below 1", () -> ChangeSd.fromP(1, 0, 20));
    refused("p value must be above 0 and below 1", () -> ChangeSd.fromP(1, 1, 20));
    refused("t must be", () -> ChangeSd.fromT(1, 0, 20));
    refused("at least 2 patients", () -> ChangeSd.fromStandardError(1, 1));
    refused("above the lower limit", () -> ChangeSd.fromInterval(1, 1, 0.95, 20));
    refused("level must be between 0 and 1", () -> ChangeSd.fromInterval(1, 2, 95, 20));
    refused("lower limit", () -> ChangeSd.fromInterval(Double.NaN, 2, 0.95, 20));
    refused("n2 must be at least 2", () -> ChangeSd.pooledFromStandardError(1, 20, 0));
    refused("standard error", () -> ChangeSd.pooledFromStandardError(-1, 20, 20));
  }
}
