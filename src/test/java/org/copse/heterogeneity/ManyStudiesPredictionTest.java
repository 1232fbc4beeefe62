package org.copse.heterogeneity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.copse.effect.Interval;
import org.copse.numeric.QuadraticForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nagashima's bootstrap of thousands of studies, where tau² leaves next to nothing to chance. */
final class ManyStudiesPredictionTest {

  private static final double MEAN = 0.3;

  private static double[][] studies(int k, double tau2, int orders) {
    Random random = new Random(k);
    double[] y = new double[k];
    double[] v = new double[k];
    for (int i = 0; i < k; i++) {
      v[i] = (0.02 + 0.2 * random.nextDouble()) * Math.pow(10, -orders * random.nextDouble());
      y[i] = MEAN + random.nextGaussian() * Math.sqrt(v[i] + tau2);
    }
    return new double[][] {y, v};
  }

  /** The common value of V, HTS and S as k grows: all that differs is a t of k degrees. */
  private static Interval closed(double[] y, double[] v, double tau2) {
    double weights = 0;
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      weights += 1 / (v[i] + tau2);
      sum += y[i] / (v[i] + tau2);
    }
    return Prediction.of(
            PredictionMethod.V, sum / weights, Math.sqrt(1 / weights), tau2, y.length - 1, 0.95)
        .interval();
  }

  @ParameterizedTest
  @CsvSource({"2000, 0.05, 0", "5000, 0.05, 0", "5000, 1, 1", "100000, 0.05, 0"})
  void approachesThePlugIn(int k, double tau2, int orders) {
    double[][] data = studies(k, tau2, orders);
    Interval drawn =
        assertTimeout(
            Duration.ofSeconds(60),
            () -> NagashimaBootstrap.of(data[0], data[1], 20_000, 7).prediction(0.95).interval());
    Interval closed = closed(data[0], data[1], Tau2Estimator.DL.estimate(data[0], data[1]));
    double tolerance = 0.08 * Math.sqrt(tau2);
    assertEquals(closed.lower(), drawn.lower(), tolerance);
    assertEquals(closed.upper(), drawn.upper(), tolerance);
  }

  @Test
  void exceedanceIsThatOfTheTrueEffects() {
    double[][] data = studies(5000, 0.05, 0);
    NagashimaBootstrap drawn = NagashimaBootstrap.of(data[0], data[1], 1000, 7);
    assertEquals(0.5, drawn.exceedance(MEAN), 0.03);
    assertEquals(0.08986, drawn.exceedance(MEAN + 0.3), 0.02);
    Interval interval = drawn.exceedanceInterval(MEAN, 0.95);
    assertTrue(interval.lower() < 0.5 && interval.upper() > 0.5 && interval.width() < 0.1);
  }

  @ParameterizedTest
  @CsvSource({"1500, 0.05, 0", "5000, 0, 0", "3000, 1, 6"})
  void quantilesInvertTheDistributionOfQ(int k, double tau2, int orders) {
    double[][] data = studies(k, tau2, orders);
    Tau2Confidence confidence = new Tau2Confidence(data[0], data[1]);
    double[] weights = Weights.inverse(data[1], 0);
    double q = Heterogeneity.of(data[0], data[1]).q();
    for (double probability : new double[] {0.001, 0.025, 0.5, 0.8, 0.975, 0.999}) {
      double quantile = confidence.quantile(probability);
      double[] total = data[1].clone();
      for (int i = 0; i < k; i++) {
        total[i] += quantile;
      }
      double back = QuadraticForm.ofContrasts(weights, total).survival(q);
      if (quantile == 0) {
        assertTrue(back >= probability - 1e-6);
      } else {
        assertEquals(probability, back, 1e-5);
      }
    }
  }

  @Test
  void splinesDrawWhatTheSumsDraw() {
    double[][] data = studies(1500, 0.001, 6);
    Tau2Confidence confidence = new Tau2Confidence(data[0], data[1]);
    MeanGivenTau2 given = new MeanGivenTau2(data[0], data[1], confidence);
    for (double probability : new double[] {0.001, 0.025, 0.5, 0.975, 0.999}) {
      double tau2 = confidence.quantile(probability);
      Interval exact = closed(data[0], data[1], tau2);
      double mean = (exact.lower() + exact.upper()) / 2;
      assertEquals(mean, given.draw(0, tau2), 1e-8);
    }
  }

  @Test
  void equalEstimatesHaveNoWidth() {
    double[][] data = studies(5000, 0, 0);
    Arrays.fill(data[0], MEAN);
    Interval drawn = NagashimaBootstrap.of(data[0], data[1], 100, 7).prediction(0.95).interval();
    assertEquals(MEAN, drawn.lower(), 1e-12);
    assertEquals(MEAN, drawn.upper(), 1e-12);
  }
}
