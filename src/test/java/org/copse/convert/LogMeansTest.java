package org.copse.convert;

import static org.copse.convert.StandardDeviationTest.says;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LogMeansTest {

  @Test
  void antibodyTitresOfTheHandbook() {
    // Handbook 5.1, 7.7.3.4: geometric mean 24, interval 17 to 34, is 3.18 (2.83 to 3.53) as logs
    MeanAndSd logs = LogMeans.fromGeometricMeanWithNormalInterval(24, 17, 34, 182, 0.95);
    assertEquals(3.18, logs.mean().value(), 0.005);
    double half = 1.96 * logs.sd().value() / Math.sqrt(182);
    assertEquals((3.53 - 2.83) / 2, half, 0.005);
  }

  @Test
  void logAndBackIsTheIdentity() {
    Random random = new Random(8);
    for (int i = 0; i < 100; i++) {
      double mean = Math.exp(5 * random.nextGaussian());
      double sd = mean * Math.exp(random.nextGaussian());
      MeanAndSd logs = LogMeans.fromRaw(mean, sd);
      MeanAndSd raw = LogMeans.toRaw(logs.mean().value(), logs.sd().value());
      assertEquals(mean, raw.mean().value(), 1e-12 * mean);
      assertEquals(sd, raw.sd().value(), 1e-12 * sd);
      LogMeans.TwoArms same = LogMeans.fromRawWithCommonSd(9, mean, sd, 30, mean, sd);
      assertEquals(logs.mean().value(), same.arm1().mean().value(), 1e-12);
      assertEquals(logs.sd().value(), same.arm2().sd().value(), 1e-12);
    }
  }

  @Test
  void theTaylorSeriesIsTheLimitOfSmallSds() {
    MeanAndSd exact = LogMeans.fromRaw(100, 0.1);
    MeanAndSd series = LogMeans.fromRawByTaylorSeries(100, 0.1);
    assertEquals(exact.mean().value(), series.mean().value(), 1e-11);
    assertEquals(exact.sd().value(), series.sd().value(), 1e-9);
  }

  @Test
  void otherLogs() {
    MeanAndSd decimal = LogMeans.fromDecimalLogs(2, 0.5);
    MeanAndSd geometric = LogMeans.fromGeometricSd(100, Math.sqrt(10));
    assertEquals(geometric.mean().value(), decimal.mean().value(), 1e-14);
    assertEquals(geometric.sd().value(), decimal.sd().value(), 1e-14);
  }

  @Test
  void whatCannotBeIsRefusedInOneSentence() {
    says("mean must be above 0, was -2.", () -> LogMeans.fromRaw(-2, 1));
    says("SD must be above 0, was 0.", () -> LogMeans.fromRaw(2, 0));
    says(
        "must lie within its interval, was 40 outside 17 to 34.",
        () -> LogMeans.fromGeometricMean(40, 17, 34, 9, 0.95));
    says("lower bound must be above 0", () -> LogMeans.fromGeometricMean(4, 0, 34, 9, 0.95));
    says("geometric SD must be above 1, was 0.8.", () -> LogMeans.fromGeometricSd(4, 0.8));
    says("SD must be above 0", () -> LogMeans.toRaw(4, -1));
    says("n1 must be at least 2", () -> LogMeans.fromRawWithCommonSd(1, 1, 1, 5, 1, 1));
  }
}
