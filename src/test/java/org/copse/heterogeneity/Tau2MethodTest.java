package org.copse.heterogeneity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Corners of the methods for tau²: one study, two, extreme variances, many; and their errors. */
class Tau2MethodTest {

  private static final double[] Y = {0.2, 0.9, -0.4, 0.6};
  private static final double[] V = {0.1, 0.02, 0.3, 0.05};

  private static String message(Runnable what) {
    return assertThrows(IllegalArgumentException.class, what::run).getMessage();
  }

  @Test
  void oneStudyHasNoTau2UnlessGiven() {
    double[] y = {3};
    double[] v = {2};
    for (Tau2Estimator estimator : Tau2Estimator.values()) {
      assertEquals(0, estimator.estimate(y, v));
      assertTrue(estimator.standardError(y, v).isEmpty());
    }
    assertEquals(0, Tau2Method.sidikJonkman(1).estimate(y, v));
    assertTrue(Tau2Method.sidikJonkman(1).standardError(y, v).isEmpty());
    assertEquals(0, Tau2Method.generalisedQ(4).estimate(y, v));
    assertTrue(Tau2Method.generalisedQ(4).standardError(y, v).isEmpty());
    assertEquals(0.7, Tau2Method.fixed(0.7).estimate(y, v));
    assertTrue(Tau2Method.fixed(0.7).standardError(y, v).isEmpty());
  }

  /** With two studies of variance v, all but HS, HSK, PMM, ML and SJ are (y₁ − y₂)²/2 − v. */
  @Test
  void twoStudiesOfEqualVariance() {
    double[] y = {1, 4};
    double[] v = {0.5, 0.5};
    for (Tau2Estimator estimator : Tau2Estimator.values()) {
      double expected =
          switch (estimator) {
            case HS, ML -> 1.75;
            case HSK -> 4;
            case SJ -> 4.5 * 2.25 / 2.75;
            case PMM -> 4.5 / 0.45493642311957283 - 0.5;
            default -> 4;
          };
      assertEquals(expected, estimator.estimate(y, v), 1e-13 * expected, estimator.name());
    }
  }

  @Test
  void equalVariancesAgreeWithTheClosedForm() {
    double[] y = {1, 4, 2, 7, 5};
    double[] v = {0.5, 0.5, 0.5, 0.5, 0.5};
    double variance = 5.7;
    for (Tau2Estimator estimator :
        new Tau2Estimator[] {
          Tau2Estimator.DL,
          Tau2Estimator.DL2,
          Tau2Estimator.PM,
          Tau2Estimator.HE,
          Tau2Estimator.REML,
          Tau2Estimator.HSK
        }) {
      assertEquals(variance - 0.5, estimator.estimate(y, v), 1e-14, estimator.name());
    }
    assertEquals(variance * 0.8 - 0.5, Tau2Estimator.ML.estimate(y, v), 1e-14);
  }

  @Test
  void scaleByPowersOfTwoIsExact() {
    for (int power : new int[] {-120, -40, 40, 120}) {
      double[] y = Arrays.stream(Y).map(x -> Math.scalb(x, power)).toArray();
      double[] v = Arrays.stream(V).map(x -> Math.scalb(x, 2 * power)).toArray();
      for (Tau2Estimator estimator : Tau2Estimator.values()) {
        double expected = Math.scalb(estimator.estimate(Y, V), 2 * power);
        double actual = estimator.estimate(y, v);
        assertEquals(expected, actual, 1e-14 * expected, estimator.name());
      }
    }
  }

  @Test
  void oneStudyWithNearlyAllTheWeight() {
    double[] y = {5, 5.1, 4.2, 6.3, 5.05};
    double[] v = {1e-12, 1, 1, 1, 1};
    // the four others scatter around 5 less than their variances: nothing is left for tau²
    for (Tau2Estimator estimator : Tau2Estimator.values()) {
      if (estimator != Tau2Estimator.SJ) {
        assertEquals(0, estimator.estimate(y, v), estimator.name());
      }
    }
    double[] apart = {5, 8, 1, 9, 5.5};
    for (Tau2Estimator estimator : Tau2Estimator.values()) {
      // HS and HSK divide by a sum of weights that is one study's; the likelihood is highest where
      // that study is as precise as it says
      boolean none =
          switch (estimator) {
            case HS, HSK, ML -> true;
            default -> false;
          };
      double tau2 = estimator.estimate(apart, v);
      assertTrue(none ? tau2 < 1e-9 : tau2 > 3 && tau2 < 25, estimator + " " + tau2);
    }
  }

  @Test
  void manyStudies() {
    Random random = new Random(5);
    int k = 100_000;
    double[] y = new double[k];
    double[] v = new double[k];
    for (int i = 0; i < k; i++) {
      v[i] = Math.exp(2 * random.nextGaussian());
      y[i] = Math.sqrt(v[i] + 0.2) * random.nextGaussian();
    }
    for (Tau2Estimator estimator :
        new Tau2Estimator[] {
          Tau2Estimator.PM,
          Tau2Estimator.PMM,
          Tau2Estimator.ML,
          Tau2Estimator.REML,
          Tau2Estimator.DL2
        }) {
      double error = estimator.standardError(y, v).orElseThrow();
      assertEquals(0.2, estimator.estimate(y, v), 5 * error, "seed 5 " + estimator);
      assertTrue(error < 0.02, estimator + " " + error);
    }
  }

  @Test
  void settingsAreChecked() {
    for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertTrue(message(() -> Tau2Method.fixed(bad)).contains("finite and at least 0"));
      assertTrue(message(() -> Tau2Method.sidikJonkman(bad)).contains("start value"));
      assertTrue(message(() -> Tau2Method.generalisedQ(1, bad)).contains("weight 2"));
    }
    assertTrue(message(() -> Tau2Method.sidikJonkman(0)).contains("was 0.0"));
    assertEquals(0, Tau2Method.fixed(0).estimate(Y, V));
    Tau2Method three = Tau2Method.generalisedQ(1, 2, 3);
    assertTrue(message(() -> three.estimate(Y, V)).contains("one a study (4), was 3"));
    Tau2Method column = Tau2Method.generalisedQBy("size");
    assertTrue(message(() -> column.estimate(Y, V)).contains("forEffects"));
    assertTrue(message(() -> column.standardError(Y, V)).contains("'size'"));
  }

  @Test
  void methodsNameThemselves() {
    assertEquals("REML", Tau2Estimator.REML.name());
    assertEquals("GENQ", Tau2Method.generalisedQ(1).name());
    assertEquals("GENQ", Tau2Method.generalisedQBy("size").name());
    assertTrue(Tau2Method.generalisedQBy("size").label().contains("'size'"));
    assertEquals("SJ", Tau2Method.sidikJonkman(1).name());
    assertTrue(Tau2Method.sidikJonkman(0.25).label().contains("0.25"));
    assertEquals("a given value", Tau2Method.fixed(1).label());
    assertSame(Tau2Estimator.DL, Tau2Estimator.DL.forEffects(null));
    for (Tau2Estimator estimator : Tau2Estimator.values()) {
      assertFalse(estimator.label().isBlank());
    }
    double[] weights = {1, 2};
    WeightedQ weighted = (WeightedQ) Tau2Method.generalisedQ(weights);
    weights[0] = 9;
    assertArrayEquals(new double[] {1, 2}, weighted.weights());
  }

  @Test
  void onlyRatiosOfWeightsMatter() {
    Tau2Method one = Tau2Method.generalisedQ(1, 2, 3, 4);
    Tau2Method ten = Tau2Method.generalisedQ(10, 20, 30, 40);
    assertEquals(one.estimate(Y, V), ten.estimate(Y, V), 1e-14);
    assertEquals(
        one.standardError(Y, V).orElseThrow(), ten.standardError(Y, V).orElseThrow(), 1e-14);
  }

  @Test
  void variancesOfOneSizeAreTheSameInEverySense() {
    double[] v = {0.3, 0.3, 0.3};
    assertEquals(0.3, WithinStudyVariance.higginsThompson(v), 1e-15);
    assertEquals(0.3, WithinStudyVariance.harmonicMean(v), 1e-15);
    assertEquals(0.3, WithinStudyVariance.impliedBy(7, v), 1e-15);
    double expected = 100 * 0.1 / 0.4;
    assertEquals(expected, ISquared.fromTau2(0.1, v), 1e-12);
    assertEquals(expected, ISquared.rB(0.1, v), 1e-12);
    assertEquals(expected, ISquared.rI(0.1, v), 1e-12);
    double[] one = {1};
    assertEquals(0, ISquared.rB(1, one));
    assertEquals(0, ISquared.rI(1, one));
    // R_b is I² with the variance that tau² implies
    double implied = WithinStudyVariance.impliedBy(0.2, V);
    assertEquals(100 * 0.2 / (0.2 + implied), ISquared.rB(0.2, V), 1e-12);
  }
}
