package org.copse.heterogeneity;

import org.copse.numeric.LongRun;

/**
 * The sums over studies, at one tau², of which estimators, scores and profile functions are made,
 * with P = W − ww′/Σw and W = diag(w), wᵢ = 1/(vᵢ + tau²): y′Py (Q), y′P²y, y′P³y, tr P, tr P², Σw,
 * Σw².
 *
 * <p>All of them decrease in tau²; d/dt y′Py = −y′P²y, d/dt y′P²y = −2y′P³y, d/dt tr P = −tr P².
 * With the eigenvalues λ of the contrasts' covariance they are Σb²/(λ + tau²)ⁿ and Σ1/(λ + tau²)ⁿ,
 * so their logarithms are convex and 1/Q is concave.
 *
 * <p>The most precise study comes first and effects are taken from its: no difference of nearly
 * equal sums is formed even where that study has all the weight but 1e-12. Data are scaled by a
 * power of 4 so that the smallest variance lies in [1, 4): exact, and no power of a weight
 * overflows. O(k) memory, no allocation after construction.
 */
final class StudySums {

  final int k;
  private final double[] d;
  private final double[] v;
  private final double[] w;
  private final int halfExponent;

  /** y′Py, y′P²y, y′P³y. */
  double q;

  double a;
  double c;

  /** tr P, tr P², Σw, Σw². */
  double traceP;

  double tracePP;
  double sumW;
  double sumWW;

  StudySums(double[] y, double[] variances) {
    k = y.length;
    int first = 0;
    for (int i = 1; i < k; i++) {
      // ties by the estimate, so that the order of studies does not matter
      if (variances[i] < variances[first]
          || (variances[i] == variances[first] && y[i] < y[first])) {
        first = i;
      }
    }
    halfExponent = Math.floorDiv(Math.getExponent(variances[first]), 2);
    double size = Math.scalb(1.0, -halfExponent);
    d = new double[k];
    v = new double[k];
    w = new double[k];
    double reference = y[first];
    double square = size * size;
    for (int i = 0; i < k; i++) {
      d[i] = (y[i] - reference) * size;
      v[i] = variances[i] * square;
    }
    d[first] = d[0];
    d[0] = 0;
    double smallest = v[first];
    v[first] = v[0];
    v[0] = smallest;
  }

  /** From the scale of these sums to the user's. */
  double unscaled(double tau2) {
    return Math.scalb(tau2, 2 * halfExponent);
  }

  /** From the user's scale to that of these sums. */
  double scaled(double tau2) {
    return Math.scalb(tau2, -2 * halfExponent);
  }

  double smallestVariance() {
    return v[0];
  }

  /** Q and y′P²y alone. */
  void qAt(double tau2) {
    LongRun.heed();
    double mean = mean(tau2);
    double sumQ = 0;
    double sumA = 0;
    for (int i = 0; i < k; i++) {
      double r = d[i] - mean;
      double u = w[i] * r;
      sumQ += u * r;
      sumA += u * u;
    }
    q = sumQ;
    a = sumA;
  }

  private double mean(double tau2) {
    double others = 0;
    double sum = 0;
    reciprocals(tau2);
    for (int i = 1; i < k; i++) {
      double wi = w[i];
      others += wi;
      sum += wi * d[i];
    }
    w[0] = 1 / (v[0] + tau2);
    sumW = w[0] + others;
    return sum / sumW;
  }

  // apart from the sums: the compiler of JDK 17.0.15 was seen to crash on the mixed loop
  private void reciprocals(double tau2) {
    for (int i = 1; i < k; i++) {
      w[i] = 1 / (v[i] + tau2);
    }
  }

  /** All sums. */
  void at(double tau2) {
    LongRun.heed();
    double mean = weightsAt(tau2);
    double u0 = -w[0] * mean;
    double sumQ = -u0 * mean;
    double sumA = u0 * u0;
    double sumC = 0;
    double shift = 0;
    for (int i = 1; i < k; i++) {
      double r = d[i] - mean;
      double u = w[i] * r;
      sumQ += u * r;
      sumA += u * u;
      double e = u - u0;
      double we = w[i] * e;
      sumC += we * e;
      shift += we;
    }
    q = sumQ;
    a = sumA;
    c = sumC - shift * shift / sumW;
  }

  /** Weights, their traces without cancellation; returns the weighted mean. */
  private double weightsAt(double tau2) {
    double w0 = 1 / (v[0] + tau2);
    double o1 = 0;
    double o2 = 0;
    double o3 = 0;
    double o4 = 0;
    double sum = 0;
    reciprocals(tau2);
    for (int i = 1; i < k; i++) {
      double wi = w[i];
      double ww = wi * wi;
      o1 += wi;
      o2 += ww;
      o3 += ww * wi;
      o4 += ww * ww;
      sum += wi * d[i];
    }
    w[0] = w0;
    double total = w0 + o1;
    sumW = total;
    sumWW = w0 * w0 + o2;
    // every weight but the first is at most half of the total, so these differences keep their
    // digits
    traceP = (w0 * o1 + (total * o1 - o2)) / total;
    double diagonal = w0 * w0 * o1 * o1 + (total * total * o2 - 2 * total * o3 + o4);
    double off = 2 * w0 * w0 * o2 + Math.max(0, o2 * o2 - o4);
    tracePP = (diagonal + off) / (total * total);
    return sum / total;
  }

  /** Σ(y − ȳ)². */
  double sumOfSquares() {
    double sum = 0;
    for (double x : d) {
      sum += x;
    }
    double mean = sum / k;
    double squares = 0;
    for (double x : d) {
      squares += (x - mean) * (x - mean);
    }
    return squares;
  }

  double largestVariance() {
    double largest = v[0];
    for (double x : v) {
      largest = Math.max(largest, x);
    }
    return largest;
  }

  /**
   * Twice the log-likelihood (restricted or full) at one tau² less that at another, from logarithms
   * of ratios: keeps its digits where both are near.
   */
  double logLikelihoodDifference(double tau2, double from, boolean restricted) {
    qAt(from);
    double value = q;
    double fromSum = sumW;
    qAt(tau2);
    value -= q;
    for (int i = 0; i < k; i++) {
      value -= Math.log1p((tau2 - from) / (v[i] + from));
    }
    return restricted ? value - Math.log(sumW / fromSum) : value;
  }
}
