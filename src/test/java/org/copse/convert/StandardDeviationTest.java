package org.copse.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.copse.numeric.Quantiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class StandardDeviationTest {

  @Test
  void handbooksExamples() {
    // Handbook 5.1, 7.7.3.3: n 25 and 22, MD 3.8, p 0.008, t 2.78, SE 1.37; SD 1.37/√(1/25 + 1/22)
    assertEquals(2.78, 3.8 / MeanContrast.fromP(3.8, 0.008, 25, 22).standardError().value(), 0.005);
    assertEquals(1.37, MeanContrast.fromT(3.8, 2.78, 25, 22).standardError().value(), 0.005);
    assertEquals(4.69, MeanContrast.fromStandardError(1.37, 25, 22).sd().value(), 0.01);
    // a 95 % interval of width 3.92 SE
    assertEquals(10, StandardDeviation.fromNormalInterval(-3.92, 3.92, 25, 0.95).value(), 1e-3);
  }

  @Test
  void intervalsAndPValuesGiveTheSdBack() {
    Random random = new Random(4);
    for (int i = 0; i < 200; i++) {
      double n = 2 + random.nextInt(300);
      double m = 2 + random.nextInt(50);
      double sd = Math.exp(4 * random.nextGaussian());
      double mean = 0.1 + 10 * random.nextGaussian();
      double level = 0.5 + 0.49 * random.nextDouble();
      double se = StandardDeviation.toStandardError(sd, n).value();
      assertClose(sd, StandardDeviation.fromStandardError(se, n));
      double t = Quantiles.twoSided(level, n - 1) * se;
      assertClose(sd, StandardDeviation.fromInterval(-t, t, n, level));
      double z = Quantiles.twoSided(level, Double.POSITIVE_INFINITY) * se;
      assertClose(sd, StandardDeviation.fromNormalInterval(-z, z, n, level));
      assertClose(sd, StandardDeviation.fromT(mean, -mean / se, n));
      assertClose(sd, StandardDeviation.fromF(mean, mean * mean / se / se, n));
      double of2 = sd * Math.sqrt(1 / n + 1 / m);
      assertClose(sd, MeanContrast.fromF(mean, mean * mean / of2 / of2, n, m).sd());
      double p = Quantiles.twoSidedP(mean / of2, n + m - 2);
      if (p > 1e-300) {
        MeanContrast two = MeanContrast.fromP(-mean, p, n, m);
        assertEquals(sd, two.sd().value(), 1e-9 * sd);
        assertEquals(of2, two.standardError().value(), 1e-9 * of2);
        MeanContrast one = MeanContrast.fromOneSidedP(mean, p / 2, n, m);
        assertEquals(sd, one.sd().value(), 1e-9 * sd);
        if (p > 1e-6) {
          assertEquals(
              sd, MeanContrast.fromOneSidedP(mean, 1 - p / 2, n, m).sd().value(), 1e-6 * sd);
        }
      }
    }
  }

  private static void assertClose(double expected, Converted actual) {
    assertEquals(expected, actual.value(), 1e-12 * expected, actual::toString);
  }

  @Test
  void rangesAndQuartiles() {
    assertEquals(2.5, StandardDeviation.quarterOfRange(0, 10).value());
    assertEquals(2, StandardDeviation.sixthOfRange(-2, 10).value());
    assertEquals(1 / 1.35, StandardDeviation.fromInterquartileRange(3, 4).value(), 1e-3);
    // Tippett's table: the expected range of 100 is 5.01519, of 1000 6.48287
    assertEquals(1, StandardDeviation.fromExpectedRange(0, 5.01519, 100).value(), 1e-5);
    assertEquals(1, StandardDeviation.fromExpectedRange(0, 6.48287, 1000).value(), 1e-5);
    assertTrue(StandardDeviation.quarterOfRange(0, 1).how().contains("advises against"));
  }

  @Test
  void borrowedOnesSayLoudlyThatTheyAre() {
    Converted largest = StandardDeviation.borrowedLargest(3, Double.NaN, 9, 4);
    assertEquals(9, largest.value());
    assertTrue(largest.note().startsWith("SD IMPUTED"), largest.note());
    assertTrue(largest.note().contains("largest of 3 known"), largest.note());
    assertEquals(4, StandardDeviation.borrowedMedian(3, Double.NaN, 9, 4).value());
    assertEquals(3.5, StandardDeviation.borrowedMedian(3, 4).value());
    says("at least one SD", () -> StandardDeviation.borrowedMedian(Double.NaN));
    says("each SD must be above 0, was 0.", () -> StandardDeviation.borrowedLargest(0, 2));
  }

  @Test
  void whatCannotBeIsRefusedInOneSentence() {
    says(
        "standard error must be 0 or above, was -1.",
        () -> StandardDeviation.fromStandardError(-1, 9));
    says("n must be at least 2, was 1.", () -> StandardDeviation.fromStandardError(1, 1));
    says("n must be at least 2, was NaN.", () -> StandardDeviation.fromT(1, 2, Double.NaN));
    says(
        "lower bound must not exceed upper bound, was 3 > 2.",
        () -> StandardDeviation.fromInterval(3, 2, 9, 0.95));
    says(
        "upper bound must be above the lower bound, was 2.",
        () -> StandardDeviation.fromInterval(2, 2, 9, 0.95));
    says(
        "level must be between 0 and 1, was 95.0.",
        () -> StandardDeviation.fromInterval(1, 2, 9, 95));
    for (double p : new double[] {0, 1, -0.1, Double.NaN}) {
      says("p must lie between 0 and 1", () -> StandardDeviation.fromP(1, p, 9));
      says("p must lie between 0 and 1", () -> MeanContrast.fromP(1, p, 9, 9));
      says("one-sided p must lie between 0 and 1", () -> MeanContrast.fromOneSidedP(1, p, 9, 9));
    }
    says("t of the one-sided p must be", () -> StandardDeviation.fromOneSidedP(1, 0.5, 9));
    says("t must be a number other than 0", () -> StandardDeviation.fromT(1, 0, 9));
    says("F must be above 0", () -> MeanContrast.fromF(1, -4, 9, 9));
    says("difference must be a number other than 0", () -> MeanContrast.fromP(0, 0.9, 9, 9));
    says("n2 must be at least 2, was 0.", () -> MeanContrast.fromStandardError(1, 9, 0));
    says("q1 must not exceed q3", () -> StandardDeviation.fromInterquartileRange(3, 2));
  }

  static void says(String part, Executable call) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, call);
    assertTrue(
        e.getMessage().contains(part) && e.getMessage().startsWith("Cannot "), e.getMessage());
    assertTrue(e.getMessage().endsWith("."), e.getMessage());
  }
}
