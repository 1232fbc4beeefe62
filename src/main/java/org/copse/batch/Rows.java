package org.copse.batch;

/**
 * The innermost loops: each handles one study, or two, across all lanes.
 *
 * <p>Java's compiler turns such a loop into vector instructions only while its body is small, every
 * array is indexed by the loop variable alone and few arrays are written; hence many short loops
 * over rows that stay in the cache, instead of one long one. Division is the dearest operation:
 * reciprocals are taken two at a time from one division.
 */
final class Rows {

  /** What a variance adds to its check. */
  static final double SIZE = 1e-56;

  private Rows() {}

  /** w = 1/(v + t) for two studies: one division and two products. */
  static void reciprocals(int n, double[] v0, double[] v1, double[] t, double[] w0, double[] w1) {
    for (int l = 0; l < n; l++) {
      double a = v0[l] + t[l];
      double b = v1[l] + t[l];
      double r = 1 / (a * b);
      w0[l] = b * r;
      w1[l] = a * r;
    }
  }

  static void reciprocal(int n, double[] v, double[] t, double[] w) {
    for (int l = 0; l < n; l++) {
      w[l] = 1 / (v[l] + t[l]);
    }
  }

  /**
   * w = 1/v for two studies, and check += 2 + (v0 + v1) 1e-56: anything else where a variance is
   * negative, 0, not finite or so far from 1 that the product of two is.
   */
  static void checkedReciprocals(
      int n, double[] v0, double[] v1, double[] w0, double[] w1, double[] check) {
    for (int l = 0; l < n; l++) {
      double a = v0[l];
      double b = v1[l];
      double p = Math.abs(a);
      double q = Math.abs(b);
      double r = 1 / (a * b);
      w0[l] = b * r;
      w1[l] = a * r;
      check[l] += (p * b + a * q) * r + (p + q) * SIZE;
    }
  }

  static void checkedReciprocal(int n, double[] v, double[] w, double[] check) {
    for (int l = 0; l < n; l++) {
      double p = Math.abs(v[l]);
      double r = 1 / v[l];
      w[l] = r;
      check[l] += p * r + p * SIZE;
    }
  }

  /** sum += x0 + x1. */
  static void add(int n, double[] x0, double[] x1, double[] sum) {
    for (int l = 0; l < n; l++) {
      sum[l] += x0[l] + x1[l];
    }
  }

  /** s1 += w0 + w1 and s2 += w0² + w1². */
  static void addSquares(int n, double[] w0, double[] w1, double[] s1, double[] s2) {
    for (int l = 0; l < n; l++) {
      double a = w0[l];
      double b = w1[l];
      s1[l] += a + b;
      s2[l] += a * a + b * b;
    }
  }

  /** s1, s2, s3 += first, second and third powers. */
  static void addPowers(int n, double[] w0, double[] w1, double[] s1, double[] s2, double[] s3) {
    for (int l = 0; l < n; l++) {
      double a = w0[l];
      double b = w1[l];
      double p = a * a;
      double q = b * b;
      s1[l] += a + b;
      s2[l] += p + q;
      s3[l] += p * a + q * b;
    }
  }

  /** sum += a0 b0 + a1 b1. */
  static void addProducts(int n, double[] a0, double[] a1, double[] b0, double[] b1, double[] sum) {
    for (int l = 0; l < n; l++) {
      sum[l] += a0[l] * b0[l] + a1[l] * b1[l];
    }
  }

  /** sum += w² x. */
  static void addSquaredProducts(
      int n, double[] w0, double[] w1, double[] x0, double[] x1, double[] sum) {
    for (int l = 0; l < n; l++) {
      sum[l] += w0[l] * w0[l] * x0[l] + w1[l] * w1[l] * x1[l];
    }
  }

  /** s += w and t += w d. */
  static void addWeighted(
      int n, double[] w0, double[] w1, double[] d0, double[] d1, double[] s, double[] t) {
    for (int l = 0; l < n; l++) {
      double a = w0[l];
      double b = w1[l];
      s[l] += a + b;
      t[l] += a * d0[l] + b * d1[l];
    }
  }

  /** t += w d and u += w d². */
  static void addMoments(
      int n, double[] w0, double[] w1, double[] d0, double[] d1, double[] t, double[] u) {
    for (int l = 0; l < n; l++) {
      double a = w0[l] * d0[l];
      double b = w1[l] * d1[l];
      t[l] += a + b;
      u[l] += a * d0[l] + b * d1[l];
    }
  }

  /** x = w d. */
  static void products(int n, double[] w, double[] d, double[] x) {
    for (int l = 0; l < n; l++) {
      x[l] = w[l] * d[l];
    }
  }

  /** t += x and u += x². */
  static void addSelf(int n, double[] x0, double[] x1, double[] t, double[] u) {
    for (int l = 0; l < n; l++) {
      double a = x0[l];
      double b = x1[l];
      t[l] += a + b;
      u[l] += a * a + b * b;
    }
  }

  /** x −= c. */
  static void subtract(int n, double[] x, double[] c) {
    for (int l = 0; l < n; l++) {
      x[l] -= c[l];
    }
  }

  /** x = a / b. */
  static void divide(int n, double[] a, double[] b, double[] x) {
    for (int l = 0; l < n; l++) {
      x[l] = a[l] / b[l];
    }
  }

  /** x = max(x, v). */
  static void raise(int n, double[] v, double[] x) {
    for (int l = 0; l < n; l++) {
      x[l] = Math.max(x[l], v[l]);
    }
  }

  /** m = t f and q = u − m t. */
  static void residual(int n, double[] t, double[] f, double[] u, double[] m, double[] q) {
    for (int l = 0; l < n; l++) {
      double mean = t[l] * f[l];
      m[l] = mean;
      q[l] = u[l] - mean * t[l];
    }
  }

  /** x = c + t f. */
  static void estimate(int n, double[] c, double[] t, double[] f, double[] x) {
    for (int l = 0; l < n; l++) {
      x[l] = c[l] + t[l] * f[l];
    }
  }

  /** x = √x. */
  static void root(int n, double[] x) {
    for (int l = 0; l < n; l++) {
      x[l] = Math.sqrt(x[l]);
    }
  }

  /** x = a + f b. */
  static void shifted(int n, double[] a, double f, double[] b, double[] x) {
    for (int l = 0; l < n; l++) {
      x[l] = a[l] + f * b[l];
    }
  }

  /** x = max(0, (q − df)/c). */
  static void momentEstimate(int n, double[] q, double df, double[] c, double[] x) {
    for (int l = 0; l < n; l++) {
      x[l] = Math.max(0, (q[l] - df) / c[l]);
    }
  }

  /** x = 1/s. */
  static void inverse(int n, double[] s, double[] x) {
    for (int l = 0; l < n; l++) {
      x[l] = 1 / s[l];
    }
  }

  /** x = u − m(2t − ms): the sum of squares around c + m from that around c. */
  static void shiftedSquares(int n, double[] u, double[] t, double[] s, double[] m, double[] x) {
    for (int l = 0; l < n; l++) {
      x[l] = u[l] - m[l] * (t[l] + t[l] - m[l] * s[l]);
    }
  }

  /** x −= (t − ms)² f. */
  static void subtractTilt(int n, double[] t, double[] s, double[] m, double[] f, double[] x) {
    for (int l = 0; l < n; l++) {
      double tilt = t[l] - m[l] * s[l];
      x[l] -= tilt * tilt * f[l];
    }
  }

  /** x = s2 − (2 s3 − s2²f)f, the trace of a projected square. */
  static void traceOfSquare(int n, double[] s2, double[] s3, double[] f, double[] x) {
    for (int l = 0; l < n; l++) {
      x[l] = s2[l] - (s3[l] + s3[l] - s2[l] * s2[l] * f[l]) * f[l];
    }
  }

  /** x = s1 − s2 f. */
  static void trace(int n, double[] s1, double[] s2, double[] f, double[] x) {
    for (int l = 0; l < n; l++) {
      x[l] = s1[l] - s2[l] * f[l];
    }
  }

  /** x = (a − b) c r / (b (2r − c)). */
  static void newton(int n, double[] a, double[] b, double[] c, double[] r, double[] x) {
    for (int l = 0; l < n; l++) {
      x[l] = (a[l] - b[l]) * c[l] * r[l] / (b[l] * (r[l] + r[l] - c[l]));
    }
  }
}
