package org.copse.numeric;

import static org.copse.Golden.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.copse.Golden;
import org.junit.jupiter.api.Test;

/** Quadratic forms against CompQuadForm, and against closed forms far into the tails. */
class QuadraticFormTest {

  @Test
  void agreesWithCompQuadForm() {
    int[] count = {0};
    Golden.cases("quadraticform")
        .forEach(
            c -> {
              QuadraticForm form = QuadraticForm.ofWeights(Golden.doubles(c.get("weights")));
              double expected = c.get("survival").doubleValue();
              double x = c.get("x").doubleValue();
              assertEquals(expected, form.survival(x), 1e-12, c::toString);
              assertEquals(1 - expected, form.cumulative(x), 1e-12, c::toString);
              count[0]++;
            });
    assertTrue(count[0] > 50);
  }

  @Test
  void equalWeightsAreChiSquared() {
    for (int n : new int[] {1, 2, 3, 10, 100}) {
      double[] weights = new double[n];
      Arrays.fill(weights, 2.5);
      QuadraticForm form = QuadraticForm.ofWeights(weights);
      assertEquals(2.5 * n, form.mean(), 1e-12 * n);
      ChiSquaredDistribution chi2 = ChiSquaredDistribution.of(n);
      for (double q : new double[] {1e-6, 0.01, 0.3, 1, 2, 5, 20}) {
        double x = q * n * 2.5;
        String what = n + " at " + q;
        assertClose(what, chi2.survivalProbability(x / 2.5), form.survival(x), 1e-11, 1e-290);
        assertClose(what, chi2.cumulativeProbability(x / 2.5), form.cumulative(x), 1e-11, 1e-290);
      }
    }
  }

  @Test
  void contrastsWeightedByPrecisionAreChiSquaredWhateverTheVariances() {
    Random random = new Random(4);
    for (int n : new int[] {1, 2, 5, 30}) {
      double[] variances = random.doubles(n + 1, -6, 6).map(u -> Math.pow(10, u)).toArray();
      double[] weights = Arrays.stream(variances).map(v -> 1 / v).toArray();
      QuadraticForm form = QuadraticForm.ofContrasts(weights, variances);
      ChiSquaredDistribution chi2 = ChiSquaredDistribution.of(n);
      for (double x : new double[] {0.001 * n, 0.5 * n, n, 2 * n, 10 * n}) {
        String what = "seed 4, n = " + n + " at " + x;
        assertClose(what, chi2.survivalProbability(x), form.survival(x), 1e-11, 1e-290);
        assertClose(what, chi2.cumulativeProbability(x), form.cumulative(x), 1e-11, 1e-290);
      }
    }
  }

  /** Each weight twice: a sum of exponentials, P(X > x) = Σcᵢe^{−x/2λᵢ}. */
  @Test
  void pairsOfWeightsOverSixOrdersAreSumsOfExponentials() {
    double[] m = {1, 10, 1e3, 1e6};
    double[] weights = {1, 1, 10, 10, 1e3, 1e3, 1e6, 1e6};
    QuadraticForm form = QuadraticForm.ofWeights(weights);
    for (double x : new double[] {100, 1e3, 1e5, 1e7, 1e8, 1e9}) {
      double expected = 0;
      for (int i = 0; i < m.length; i++) {
        double c = 1;
        for (int j = 0; j < m.length; j++) {
          c *= j == i ? 1 : m[i] / (m[i] - m[j]);
        }
        expected += c * Math.exp(-x / (2 * m[i]));
      }
      assertClose("at " + x, expected, form.survival(x), 1e-11, 1e-290);
      assertEquals(1, form.survival(x) + form.cumulative(x), 1e-14);
      double odds = Math.log(form.survival(x) / form.cumulative(x));
      assertEquals(odds, form.logOdds(x), 1e-11 * Math.abs(odds) + 1e-11);
    }
  }

  /** Two studies have one contrast: a χ²(1) with weight a₁a₂(s₁ + s₂)/(a₁ + a₂). */
  @Test
  void twoStudies() {
    QuadraticForm form = QuadraticForm.ofContrasts(new double[] {3, 0.2}, new double[] {1e-5, 7});
    double weight = 3 * 0.2 * (1e-5 + 7) / 3.2;
    assertEquals(weight, form.mean(), 1e-14 * weight);
    ChiSquaredDistribution one = ChiSquaredDistribution.of(1);
    for (double x : new double[] {1e-4, 0.1, 1, 4, 30, 400}) {
      assertClose("" + x, one.survivalProbability(x / weight), form.survival(x), 1e-11, 1e-290);
    }
  }

  @Test
  void contrastsAreTheWeightsOfTheirEigenvalues() {
    // three studies of equal a: eigenvalues of a known matrix, here by its trace and determinant
    double[] s = {1, 2, 5};
    double[] a = {1, 1, 1};
    double trace = 2.0 / 3 * (1 + 2 + 5);
    double product = (1 * 2 + 1 * 5 + 2 * 5) / 3.0;
    double root = Math.sqrt(trace * trace / 4 - product);
    QuadraticForm direct = QuadraticForm.ofContrasts(a, s);
    QuadraticForm weights = QuadraticForm.ofWeights(trace / 2 + root, trace / 2 - root);
    for (double x : new double[] {0.01, 1, 5, 20, 200}) {
      assertClose("" + x, weights.survival(x), direct.survival(x), 1e-11, 1e-290);
    }
  }

  @Test
  void endsAndErrors() {
    QuadraticForm form = QuadraticForm.ofWeights(1, 2);
    assertEquals(1, form.survival(0));
    assertEquals(1, form.survival(-1));
    assertEquals(0, form.cumulative(0));
    assertEquals(0, form.survival(Double.POSITIVE_INFINITY));
    assertEquals(1, form.cumulative(Double.POSITIVE_INFINITY));
    assertEquals(Double.POSITIVE_INFINITY, form.logOdds(0));
    assertTrue(Double.isNaN(form.survival(Double.NaN)));
    assertTrue(Double.isNaN(form.cumulative(Double.NaN)));
    assertTrue(Double.isNaN(form.logOdds(Double.NaN)));
    double[] none = {};
    for (double[] bad : new double[][] {none, {1, 0}, {1, -1}, {Double.NaN}, {1 / 0.0}}) {
      assertThrows(IllegalArgumentException.class, () -> QuadraticForm.ofWeights(bad));
    }
    double[] one = {1};
    double[] two = {1, 2};
    assertThrows(IllegalArgumentException.class, () -> QuadraticForm.ofContrasts(one, one));
    assertThrows(IllegalArgumentException.class, () -> QuadraticForm.ofContrasts(one, two));
  }
}
