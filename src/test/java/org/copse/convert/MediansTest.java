package org.copse.convert;

import static org.copse.convert.StandardDeviationTest.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.WeibullDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MediansTest {

  private static MeanAndSd ofQuantiles(DoubleUnaryOperator q, int n, MedianMethod method) {
    return Medians.fromFiveNumbers(
        q.applyAsDouble(1.0 / n),
        q.applyAsDouble(0.25),
        q.applyAsDouble(0.5),
        q.applyAsDouble(0.75),
        q.applyAsDouble(1 - 1.0 / n),
        n,
        method);
  }

  @Test
  void quantileEstimationFindsEachDistributionFromItsOwnQuantiles() {
    recovers("normal", NormalDistribution.of(3, 2));
    recovers("log-normal", LogNormalDistribution.of(1.2, 0.7));
    recovers("gamma", GammaDistribution.of(2.5, 3));
    recovers("Weibull", WeibullDistribution.of(1.8, 40));
    recovers("beta", BetaDistribution.of(2, 5));
  }

  private static void recovers(String name, ContinuousDistribution law) {
    MeanAndSd result =
        ofQuantiles(law::inverseCumulativeProbability, 80, MedianMethod.QUANTILE_ESTIMATION);
    assertTrue(result.mean().how().contains(name + " distribution"), result::toString);
    assertEquals(law.getMean(), result.mean().value(), 1e-6 * law.getMean());
    double sd = Math.sqrt(law.getVariance());
    assertEquals(sd, result.sd().value(), 1e-5 * sd);
  }

  @Test
  void boxCoxFindsThePowerOfPowersOfNormalData() {
    // square of a normal: power 1/2, mean μ² + σ²
    DoubleUnaryOperator square =
        p -> Math.pow(NormalDistribution.of(6, 1).inverseCumulativeProbability(p), 2);
    MeanAndSd result =
        Medians.fromQuartiles(
            square.applyAsDouble(0.25),
            square.applyAsDouble(0.5),
            square.applyAsDouble(0.75),
            1_000_000,
            MedianMethod.BOX_COX);
    assertTrue(result.mean().how().contains("power λ = 0.5"), result::toString);
    assertEquals(37, result.mean().value(), 1e-4);
    assertEquals(Math.sqrt(4 * 36 + 2), result.sd().value(), 1e-3);
  }

  @Test
  void readmeExampleOfTheAuthorsProgramme() {
    MeanAndSd qe = Medians.fromRange(2, 4, 9, 100, MedianMethod.QUANTILE_ESTIMATION);
    // their optimiser stops at 4e-6 of the minimum
    assertEquals(4.347284, qe.mean().value(), 3e-5);
    assertEquals(1.502171, qe.sd().value(), 3e-5);
    // theirs is simulated: 4.210971 and 1.337348; the exact log-normal moments are these
    MeanAndSd bc = Medians.fromRange(2, 4, 9, 100, MedianMethod.BOX_COX);
    assertEquals(4.2131188, bc.mean().value(), 1e-6);
    assertEquals(1.2973554, bc.sd().value(), 1e-5);
  }

  @ParameterizedTest
  @EnumSource(MedianMethod.class)
  void aUnitOfMeasurementChangesNothingElse(MedianMethod method) {
    for (double unit : new double[] {1e-9, 1e-3, 1e3, 1e9}) {
      MeanAndSd one = byScenario(method, 1);
      MeanAndSd other = byScenario(method, unit);
      assertEquals(one.mean().value(), other.mean().value() / unit, 1e-8, other::toString);
      assertEquals(one.sd().value(), other.sd().value() / unit, 1e-8, other::toString);
    }
  }

  private static MeanAndSd byScenario(MedianMethod method, double unit) {
    return method == MedianMethod.HOZO_2005
        ? Medians.fromRange(2 * unit, 4 * unit, 9 * unit, 40, method)
        : Medians.fromFiveNumbers(2 * unit, 3 * unit, 4 * unit, 6 * unit, 9 * unit, 40, method);
  }

  @Test
  void normalMethodsFindNormalDataAgain() {
    for (int n : new int[] {5, 9, 41, 401, 100_001}) {
      // Blom's positions, which Wan's SDs are made for
      DoubleUnaryOperator q =
          rank ->
              50
                  + 8
                      * NormalDistribution.of(0, 1)
                          .inverseCumulativeProbability((rank - 0.375) / (n + 0.25));
      double quarter = (n - 1) / 4.0;
      MeanAndSd result =
          Medians.fromFiveNumbers(
              q.applyAsDouble(1),
              q.applyAsDouble(quarter + 1),
              q.applyAsDouble(2 * quarter + 1),
              q.applyAsDouble(3 * quarter + 1),
              q.applyAsDouble(n),
              n,
              MedianMethod.LUO_WAN_SHI);
      assertEquals(50, result.mean().value(), 1e-10);
      assertEquals(8, result.sd().value(), 1e-9);
      assertFalse(result.mean().note().contains("AGAINST"), result::toString);
    }
  }

  @Test
  void skewedDataAreSaidToBe() {
    MeanAndSd skewed = Medians.fromQuartiles(2, 3, 12, 200, MedianMethod.LUO_WAN_SHI);
    assertTrue(skewed.sd().note().contains("AGAINST the skewness test"), skewed::toString);
    assertTrue(SkewnessTest.ofQuartiles(2, 3, 12, 200).isSkewed());
    assertFalse(SkewnessTest.ofQuartiles(2, 3, 12, 5).isSkewed());
    assertEquals(
        "skewed by the test of Shi 2023: T = 0.800 ≥ 0.187, n = 200",
        SkewnessTest.ofQuartiles(2, 3, 12, 200).toString());
    MeanAndSd logs = Medians.fromQuartiles(2, 4, 8, 200, MedianMethod.LOG_NORMAL);
    assertFalse(logs.sd().note().contains("AGAINST"), logs::toString);
  }

  @Test
  void whatNoDataCanHaveIsSaidToBe() {
    MeanAndSd absurd =
        Medians.fromFiveNumbers(0.2, 1.1, 2.4, 5.8, 31, 5, MedianMethod.QUANTILE_ESTIMATION);
    assertTrue(absurd.mean().how().contains("NOT CREDIBLE"), absurd::toString);
    assertFalse(
        Medians.fromRange(2, 4, 9, 100, MedianMethod.BOX_COX).mean().how().contains("CREDIBLE"));
  }

  @Test
  void cornersGiveNumbers() {
    for (MedianMethod method :
        new MedianMethod[] {
          MedianMethod.WAN_2014, MedianMethod.LUO_WAN_SHI, MedianMethod.QUANTILE_ESTIMATION
        }) {
      for (double[] v :
          new double[][] {{0, 0, 5}, {0, 5, 5}, {-9, -3, -2}, {1e-300, 2e-300, 5e-300}}) {
        MeanAndSd result = Medians.fromQuartiles(v[0], v[1], v[2], 30, method);
        assertTrue(
            result.sd().value() > 0 && Double.isFinite(result.mean().value()), result::toString);
      }
    }
    // skewed to the left beyond the bound on the power
    MeanAndSd left = Medians.fromQuartiles(10, 14, 16, 50, MedianMethod.BOX_COX);
    assertTrue(left.mean().how().contains("bound"), left::toString);
    assertTrue(left.mean().value() > 12 && left.mean().value() < 14, left::toString);
  }

  @Test
  void whatCannotBeIsRefusedInOneSentence() {
    MedianMethod luo = MedianMethod.LUO_WAN_SHI;
    says("q1 must not exceed median, was 5 > 4.", () -> Medians.fromQuartiles(5, 4, 6, 30, luo));
    says(
        "min must not exceed q1, was 3 > 2.",
        () -> Medians.fromFiveNumbers(3, 2, 4, 5, 6, 30, luo));
    says("q3 must not exceed max", () -> Medians.fromFiveNumbers(1, 2, 4, 8, 6, 30, luo));
    says("median must not exceed max", () -> Medians.fromRange(1, 7, 6, 30, luo));
    says("q3 must be above q1, was 4 and 4.", () -> Medians.fromQuartiles(4, 4, 4, 30, luo));
    says("n must be at least 5, was 4.", () -> Medians.fromQuartiles(3, 4, 6, 4, luo));
    says("q1 must be a finite", () -> Medians.fromQuartiles(Double.NaN, 4, 6, 9, luo));
    says(
        "formula for median and quartiles, was HOZO_2005.",
        () -> Medians.fromQuartiles(3, 4, 6, 30, MedianMethod.HOZO_2005));
    says(
        "formula for median and range, was BLAND_2015.",
        () -> Medians.fromRange(3, 4, 6, 30, MedianMethod.BLAND_2015));
    says(
        "above 0 for BOX_COX, was 0.",
        () -> Medians.fromQuartiles(0, 4, 6, 30, MedianMethod.BOX_COX));
    says("was tied.", () -> Medians.fromFiveNumbers(1, 4, 4, 7, 8, 30, MedianMethod.BOX_COX));
    says(
        "above 0 for log-normal data",
        () -> Medians.fromQuartiles(-1, 4, 6, 30, MedianMethod.LOG_NORMAL));
  }
}
