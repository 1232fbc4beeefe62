package org.copse.numeric;

/**
 * det(I − 2sM) of a quadratic form at complex s, and the derivatives of its logarithm at real s.
 *
 * <p>With shares p (contrasts), the pair with the largest d is taken out of the product: Π′(1 −
 * 2sdᵢ) [p₁ + (1 − 2sd₁) Σ′pᵢ/(1 − 2sdᵢ)], which has no pole at d₁. Arguments add up factor by
 * factor: each lies in (−π, 0) above the real axis, and so does that of the bracket because the
 * eigenvalues of M interlace with d. Mutable: one thread at a time.
 */
final class Determinant {

  private final double[] d;
  private final double[] p;
  private final double firstD;
  private final double firstP;
  private final double largest;
  private final double mean;

  private double logModulus;
  private double argument;

  Determinant(double[] shares, double[] products) {
    int n = products.length;
    int first = 0;
    for (int i = 1; i < n; i++) {
      first = products[i] > products[first] ? i : first;
    }
    boolean contrasts = shares != null;
    int from = contrasts ? 1 : 0;
    d = new double[n - from];
    p = contrasts ? new double[n - 1] : null;
    double sum = 0;
    double others = 0;
    int j = 0;
    for (int i = 0; i < n; i++) {
      if (!contrasts || i != first) {
        d[j] = products[i];
        sum += contrasts ? products[i] * (1 - shares[i]) : products[i];
        if (contrasts) {
          p[j] = shares[i];
          others += shares[i];
        }
        j++;
      }
    }
    firstD = products[first];
    firstP = contrasts ? shares[first] : 0;
    mean = contrasts ? sum + products[first] * others : sum;
    double top = 0;
    for (double x : d) {
      top = Math.max(top, x);
    }
    largest = top;
  }

  double mean() {
    return mean;
  }

  int size() {
    return d.length;
  }

  /** No real s beyond this is below the first singularity. */
  double bound() {
    return 0.5 / largest;
  }

  double logModulus() {
    return logModulus;
  }

  double argument() {
    return argument;
  }

  /** Evaluates at s = re + i im, im ≥ 0. */
  void at(double re, double im) {
    LongRun.heed();
    double pr = 1;
    double pi = 0;
    double exponent = 0;
    int turns = 0;
    double gr = 0;
    double gi = 0;
    for (int i = 0; i < d.length; i++) {
      double fr = 1 - 2 * re * d[i];
      double fi = -2 * im * d[i];
      boolean below = pi < 0;
      double next = pr * fr - pi * fi;
      pi = pr * fi + pi * fr;
      pr = next;
      // clockwise by less than half a turn: from below to above is over the negative axis
      turns += below && (pi > 0 || (pi == 0 && pr < 0)) ? 1 : 0;
      double size = Math.abs(pr) + Math.abs(pi);
      if (size > 1e200 || size < 1e-200) {
        pr /= size;
        pi /= size;
        exponent += Math.log(size);
      }
      if (p != null) {
        double scale = p[i] / (fr * fr + fi * fi);
        gr += fr * scale;
        gi -= fi * scale;
      }
    }
    logModulus = exponent + Math.log(Math.hypot(pr, pi));
    argument = Math.atan2(pi, pr) - 2 * Math.PI * turns;
    if (p != null) {
      double fr = 1 - 2 * re * firstD;
      double fi = -2 * im * firstD;
      double hr = firstP + fr * gr - fi * gi;
      double hi = fr * gi + fi * gr;
      logModulus += Math.log(Math.hypot(hr, hi));
      argument += Math.atan2(hi, hr);
    }
  }

  /**
   * First three derivatives of K(s) = −½ ln det at real s.
   *
   * @return false beyond the first singularity
   */
  boolean derivatives(double s, double[] into) {
    double one = 0;
    double two = 0;
    double three = 0;
    double g = 0;
    double g1 = 0;
    double g2 = 0;
    double g3 = 0;
    for (int i = 0; i < d.length; i++) {
      double f = 1 - 2 * s * d[i];
      if (!(f > 0)) {
        return false;
      }
      double e = d[i] / f;
      one += e;
      two += 2 * e * e;
      three += 8 * e * e * e;
      if (p != null) {
        double share = p[i] / f;
        g += share;
        g1 += 2 * share * e;
        g2 += 8 * share * e * e;
        g3 += 48 * share * e * e * e;
      }
    }
    if (p != null) {
      double f = 1 - 2 * s * firstD;
      double h = firstP + f * g;
      if (!(h > 0)) {
        return false;
      }
      double h1 = (f * g1 - 2 * firstD * g) / h;
      double h2 = (f * g2 - 4 * firstD * g1) / h;
      double h3 = (f * g3 - 6 * firstD * g2) / h;
      one -= 0.5 * h1;
      two -= 0.5 * (h2 - h1 * h1);
      three -= 0.5 * (h3 - 3 * h1 * h2 + 2 * h1 * h1 * h1);
    }
    into[0] = one;
    into[1] = two;
    into[2] = three;
    return true;
  }
}
