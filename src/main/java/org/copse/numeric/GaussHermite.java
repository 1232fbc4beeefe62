package org.copse.numeric;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Nodes and weights of Gauss-Hermite quadrature, the weights times exp(x²), so that they neither
 * underflow nor need the integrand divided by its Gaussian.
 *
 * <p><b>Formula</b>: ∫ g(x) dx ≈ Σ Wⱼ g(xⱼ), exact for g = exp(−x²) times a polynomial of degree 2n
 * − 1; xⱼ are the eigenvalues of the Jacobi matrix (zero diagonal, √(j/2) beside it), Wⱼ = 1/(n
 * ψₙ₋₁(xⱼ)²) with the orthonormal Hermite function ψ. <b>Accuracy</b>: 1e-14, after a Newton step
 * on ψₙ. <b>Source</b>: Golub and Welsch, Math Comp 1969;23:221-230. Apache Commons Math's Hermite
 * rule gives the plain weights, which underflow from about 200 points.
 */
public final class GaussHermite {

  private static final Map<Integer, GaussHermite> RULES = new ConcurrentHashMap<>();

  private final double[] nodes;
  private final double[] weights;

  private GaussHermite(int n) {
    nodes = new double[n];
    weights = new double[n];
    double[] roots = roots(n);
    double[] psi = new double[2];
    for (int j = 0; j < n; j++) {
      double x = roots[j];
      LongRun.heed();
      for (int step = 0; step < 2; step++) {
        functions(n, x, psi);
        // at a root the derivative of psi_n is sqrt(2n) psi_(n-1)
        x -= psi[0] / (Math.sqrt(2.0 * n) * psi[1] - x * psi[0]);
      }
      functions(n, x, psi);
      nodes[j] = x;
      weights[j] = 1 / (n * psi[1] * psi[1]);
    }
  }

  /**
   * The rule with n points, computed once.
   *
   * @param n number of points, at least 1
   * @return the rule
   */
  public static GaussHermite of(int n) {
    return RULES.computeIfAbsent(n, GaussHermite::new);
  }

  private static double[] roots(int n) {
    if (n == 1) {
      return new double[1];
    }
    double[] beside = new double[n - 1];
    for (int j = 1; j < n; j++) {
      beside[j - 1] = Math.sqrt(j / 2.0);
    }
    return new EigenDecomposition(new double[n], beside).getRealEigenvalues();
  }

  /** psi[0] = ψₙ(x), psi[1] = ψₙ₋₁(x), by the three-term recurrence. */
  private static void functions(int n, double x, double[] psi) {
    double before = 0;
    double now = Math.pow(Math.PI, -0.25) * Math.exp(-x * x / 2);
    for (int j = 0; j < n; j++) {
      double next = x * Math.sqrt(2.0 / (j + 1)) * now - Math.sqrt(j / (j + 1.0)) * before;
      before = now;
      now = next;
    }
    psi[0] = now;
    psi[1] = before;
  }

  /**
   * Number of points.
   *
   * @return n
   */
  public int points() {
    return nodes.length;
  }

  /**
   * A node.
   *
   * @param j index, 0 for the first
   * @return xⱼ
   */
  public double node(int j) {
    return nodes[j];
  }

  /**
   * A weight times exp(xⱼ²).
   *
   * @param j index, 0 for the first
   * @return Wⱼ
   */
  public double weight(int j) {
    return weights[j];
  }
}
