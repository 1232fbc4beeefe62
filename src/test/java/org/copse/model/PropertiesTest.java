package org.copse.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.copse.heterogeneity.Tau2Estimator;
import org.copse.sensitivity.LeaveOneOut;
import org.copse.sensitivity.Omission;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws that hold whatever the data: seeded random data sets, the seed printed with any failure. */
class PropertiesTest {

  static IntStream seeds() {
    return IntStream.rangeClosed(1, 150);
  }

  private record Sample(double[] y, double[] v) {
    static Sample of(int seed) {
      Random random = new Random(seed);
      int k = 2 + random.nextInt(14);
      double tau = random.nextDouble();
      double[] y = new double[k];
      double[] v = new double[k];
      for (int i = 0; i < k; i++) {
        v[i] = Math.exp(3 * random.nextGaussian() - 2);
        y[i] = random.nextGaussian() * Math.sqrt(v[i]) + tau * random.nextGaussian();
      }
      return new Sample(y, v);
    }

    Sample map(double factor, double shift) {
      double[] newY = Arrays.stream(y).map(x -> factor * x + shift).toArray();
      double[] newV = Arrays.stream(v).map(x -> factor * factor * x).toArray();
      return new Sample(newY, newV);
    }

    Sample reversed() {
      int k = y.length;
      return new Sample(
          IntStream.range(0, k).mapToDouble(i -> y[k - 1 - i]).toArray(),
          IntStream.range(0, k).mapToDouble(i -> v[k - 1 - i]).toArray());
    }

    RandomEffectsFit fit(Tau2Estimator tau2) {
      return RandomEffects.withDefaults()
          .tau2(tau2)
          .interval(ConfidenceMethod.HARTUNG_KNAPP)
          .fit(PlainEffects.of(y, v));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void orderShiftScaleAndSign(int seed) {
    Sample sample = Sample.of(seed);
    for (Tau2Estimator estimator : Tau2Estimator.values()) {
      RandomEffectsFit fit = sample.fit(estimator);
      String what = "seed " + seed + " " + estimator;
      assertTrue(fit.tau2() >= 0, what);
      assertTrue(fit.interval().contains(fit.estimate()), what);
      double size = 1 + Math.abs(fit.estimate()) + fit.tau2();

      RandomEffectsFit reversed = sample.reversed().fit(estimator);
      assertEquals(fit.tau2(), reversed.tau2(), 1e-10 * size, what);
      assertEquals(fit.estimate(), reversed.estimate(), 1e-10 * size, what);

      RandomEffectsFit mapped = sample.map(-3, 100).fit(estimator);
      assertEquals(9 * fit.tau2(), mapped.tau2(), 1e-9 * size, what);
      assertEquals(100 - 3 * fit.estimate(), mapped.estimate(), 1e-10 * 100 * size, what);
      assertEquals(3 * fit.interval().width(), mapped.interval().width(), 1e-8 * size, what);
      assertEquals(100, IntStream.range(0, fit.k()).mapToDouble(fit::weight).sum(), 1e-9, what);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void remlIsAtLeastAsLikelyAsAnyPointOfADenseGrid(int seed) {
    Sample sample = Sample.of(seed);
    double tau2 = sample.fit(Tau2Estimator.REML).tau2();
    double best = logLikelihood(sample, tau2);
    for (double point = 1e-8; point < 1e4; point *= 1.05) {
      double there = logLikelihood(sample, point);
      assertTrue(best >= there - 1e-9, "seed " + seed + ": " + point + " beats " + tau2);
    }
    assertTrue(best >= logLikelihood(sample, 0) - 1e-12, "seed " + seed);
  }

  private static double logLikelihood(Sample sample, double tau2) {
    double[] w = Arrays.stream(sample.v()).map(v -> 1 / (v + tau2)).toArray();
    double sum = Arrays.stream(w).sum();
    double mean = 0;
    for (int i = 0; i < w.length; i++) {
      mean += w[i] * sample.y()[i] / sum;
    }
    double value = -Math.log(sum);
    for (int i = 0; i < w.length; i++) {
      value += Math.log(w[i]) - w[i] * Math.pow(sample.y()[i] - mean, 2);
    }
    return value / 2;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void leavingOneOutIsTheFitOfTheOthers(int seed) {
    Sample sample = Sample.of(seed);
    RandomEffectsFit full = sample.fit(Tau2Estimator.REML);
    for (Omission omission : LeaveOneOut.of(full).omissions()) {
      int row = omission.row();
      int[] others = IntStream.range(0, full.k()).filter(i -> i != row).toArray();
      double[] y = Arrays.stream(others).mapToDouble(i -> sample.y()[i]).toArray();
      double[] v = Arrays.stream(others).mapToDouble(i -> sample.v()[i]).toArray();
      RandomEffectsFit direct = new Sample(y, v).fit(Tau2Estimator.REML);
      assertEquals(direct.estimate(), omission.fit().estimate(), 1e-12, "seed " + seed);
      assertEquals(direct.interval().lower(), omission.fit().interval().lower(), 1e-9);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void equalEffectsGiveNoHeterogeneity(int seed) {
    Sample sample = Sample.of(seed);
    double[] equal = new double[sample.y().length];
    Arrays.fill(equal, 0.7);
    for (Tau2Estimator estimator : Tau2Estimator.values()) {
      RandomEffectsFit fit = new Sample(equal, sample.v()).fit(estimator);
      assertEquals(0, fit.tau2());
      assertEquals(0.7, fit.estimate(), 1e-15);
      assertEquals(0, fit.iSquared());
    }
  }
}
