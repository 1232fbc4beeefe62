package org.copse.bayes;

import java.util.Arrays;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The Gauss quadrature rule of a discrete distribution of τ: some dozens of nodes that stand for
 * many hundreds.
 *
 * <p>In u = ln(1 + τ²/s²), s² the smallest variance, what is normal given τ changes smoothly, so
 * that a rule exact for polynomials of degree 2n − 1 in u is exact for it too. Recurrence of the
 * orthogonal polynomials by Stieltjes' procedure (Gautschi, Orthogonal Polynomials, 2004, section
 * 2.2), nodes and weights from the eigenvalues and vectors of their Jacobi matrix (Golub and
 * Welsch, Math Comp 1969;23:221-230). Whoever uses a rule checks it.
 */
final class GaussRule {

  private GaussRule() {}

  static TauNodes of(TauNodes nodes, double scale, int n) {
    double[] u = new double[nodes.significant()];
    double[] w = new double[u.length];
    for (int i = 0; i < u.length; i++) {
      double ratio = nodes.tau(i) / scale;
      u[i] = Math.log1p(ratio * ratio);
      w[i] = nodes.mass(i);
    }
    double[] diagonal = new double[n];
    double[] beside = new double[n - 1];
    recurrence(u, w, diagonal, beside);
    EigenDecomposition eigen = new EigenDecomposition(diagonal, beside);
    TauNodes.Builder rule = new TauNodes.Builder(n, Double.POSITIVE_INFINITY);
    for (int i = n - 1; i >= 0; i--) {
      double first = eigen.getEigenvector(i).getEntry(0);
      double at = Math.max(0, eigen.getRealEigenvalue(i));
      rule.add(scale * Math.sqrt(Math.expm1(at)), first * first);
    }
    return rule.build();
  }

  /** Fills in the Jacobi matrix: √βₘ₊₁ pₘ₊₁ = (u − αₘ)pₘ − √βₘ pₘ₋₁, each p of norm 1. */
  private static void recurrence(double[] u, double[] w, double[] diagonal, double[] beside) {
    double[] p = new double[u.length];
    double[] before = new double[u.length];
    Arrays.fill(p, 1);
    double beta = 0;
    for (int m = 0; m < diagonal.length; m++) {
      double alpha = 0;
      for (int i = 0; i < u.length; i++) {
        alpha += w[i] * u[i] * p[i] * p[i];
      }
      diagonal[m] = alpha;
      double norm = 0;
      for (int i = 0; i < u.length; i++) {
        double next = (u[i] - alpha) * p[i] - beta * before[i];
        before[i] = p[i];
        p[i] = next;
        norm += w[i] * next * next;
      }
      beta = Math.sqrt(norm);
      for (int i = 0; i < u.length; i++) {
        p[i] /= beta;
      }
      if (m < beside.length) {
        beside[m] = beta;
      }
    }
  }
}
