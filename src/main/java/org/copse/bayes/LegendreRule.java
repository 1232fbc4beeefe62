package org.copse.bayes;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/** Gauss-Legendre nodes of one panel, and the Legendre series through values at them. */
final class LegendreRule {

  /** Nodes a panel. */
  static final int NODES = 16;

  private static final double[] POINTS = new double[NODES];
  private static final double[] WEIGHTS = new double[NODES];
  private static final double[][] TO_SERIES = new double[NODES][NODES];

  static {
    GaussIntegrator rule = new GaussIntegratorFactory().legendre(NODES);
    for (int i = 0; i < NODES; i++) {
      POINTS[i] = rule.getPoint(i);
      WEIGHTS[i] = rule.getWeight(i);
      double[] p = polynomials(POINTS[i], NODES);
      for (int m = 0; m < NODES; m++) {
        TO_SERIES[m][i] = (2 * m + 1) / 2.0 * WEIGHTS[i] * p[m];
      }
    }
  }

  private LegendreRule() {}

  static double point(int i) {
    return POINTS[i];
  }

  static double weight(int i) {
    return WEIGHTS[i];
  }

  /** P₀(x) … Pₙ₋₁(x). */
  private static double[] polynomials(double x, int n) {
    double[] p = new double[n];
    p[0] = 1;
    p[1] = x;
    for (int m = 2; m < n; m++) {
      p[m] = ((2 * m - 1) * x * p[m - 1] - (m - 1) * p[m - 2]) / m;
    }
    return p;
  }

  /** Coefficients of the polynomial through the values at the nodes. */
  static double[] series(double[] values) {
    double[] series = new double[NODES];
    for (int m = 0; m < NODES; m++) {
      for (int i = 0; i < NODES; i++) {
        series[m] += TO_SERIES[m][i] * values[i];
      }
    }
    return series;
  }

  /** The series at x in [−1, 1]. */
  static double at(double[] series, double x) {
    double before = 1;
    double p = x;
    double sum = series[0] + series[1] * x;
    for (int m = 2; m < NODES; m++) {
      double next = ((2 * m - 1) * x * p - (m - 1) * before) / m;
      before = p;
      p = next;
      sum += series[m] * p;
    }
    return sum;
  }

  /** ∫₋₁ˣ of the series: ∫P_m = (P_{m+1} − P_{m−1})/(2m + 1). */
  static double integralTo(double[] series, double x) {
    double before = 1;
    double p = x;
    double sum = series[0] * (x + 1);
    for (int m = 1; m < NODES; m++) {
      double next = ((2 * m + 1) * x * p - m * before) / (m + 1);
      sum += series[m] * (next - before) / (2 * m + 1);
      before = p;
      p = next;
    }
    return sum;
  }
}
