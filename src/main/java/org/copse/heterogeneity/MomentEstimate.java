package org.copse.heterogeneity;

/**
 * The generalised method of moments: tau² at which Σaᵢ(yᵢ − ȳₐ)² equals its expectation, for fixed
 * weights a.
 *
 * <p>With S = Σa and ȳₐ the weighted mean: expectation = Σaᵢvᵢ(S − aᵢ)/S + tau² Σaᵢ(S − aᵢ)/S. The
 * weight of all the others, S − aᵢ, is a sum where aᵢ is the largest weight and a harmless
 * difference elsewhere.
 */
final class MomentEstimate {

  private final double[] a;
  private final int largest;
  private final double others;
  private final double total;

  MomentEstimate(double[] weights) {
    a = weights;
    int top = 0;
    for (int i = 1; i < a.length; i++) {
      if (a[i] > a[top]) {
        top = i;
      }
    }
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      if (i != top) {
        sum += a[i];
      }
    }
    largest = top;
    others = sum;
    total = sum + a[top];
  }

  private double allBut(int i) {
    return i == largest ? others : total - a[i];
  }

  /** Σa(y − ȳₐ)², effects taken from that of the largest weight. */
  double q(double[] y) {
    double reference = y[largest];
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * (y[i] - reference);
    }
    double mean = sum / total;
    double q = 0;
    for (int i = 0; i < a.length; i++) {
      double r = y[i] - reference - mean;
      q += a[i] * r * r;
    }
    return q;
  }

  /** Σaᵢsᵢ(S − aᵢ)/S: the expectation of Q for variances s. */
  double expectation(double[] v, double tau2) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * (v[i] + tau2) * allBut(i);
    }
    return sum / total;
  }

  /** Σaᵢ(S − aᵢ)/S: what a unit of tau² adds to the expectation of Q. */
  double slope() {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * allBut(i);
    }
    return sum / total;
  }

  /** The estimate, 0 where it would be negative. */
  double of(double[] y, double[] v) {
    return Math.max(0, (q(y) - expectation(v, 0)) / slope());
  }

  /**
   * Standard deviation of Q for normal estimates with variances v + tau²: √(2 tr(AΣAΣ)), A =
   * diag(a) − aa′/S, Σ = diag(v + tau²), as a sum of positive terms.
   */
  double deviation(double[] v, double tau2) {
    double diagonal = 0;
    double top = 0;
    double rest = 0;
    double squares = 0;
    for (int i = 0; i < a.length; i++) {
      double s = a[i] * (v[i] + tau2);
      double part = s * allBut(i) / total;
      diagonal += part * part;
      double x = s * a[i] / total;
      // Σ over pairs of xᵢxⱼ, the largest kept apart
      if (x > top) {
        rest += top;
        squares += top * top;
        top = x;
      } else {
        rest += x;
        squares += x * x;
      }
    }
    double pairs = 2 * top * rest + Math.max(0, rest * rest - squares);
    return Math.sqrt(2 * (diagonal + pairs));
  }

  /** Standard error of the estimate at a tau², the weights taken as fixed. */
  double standardError(double[] v, double tau2) {
    return deviation(v, tau2) / slope();
  }
}
