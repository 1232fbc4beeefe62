package org.copse.numeric;

/**
 * Where the integrand e^{K(s) − sx}/|s| is least on the real axis, right of 0 for the upper tail
 * and left of it for the lower, with its width and the curvature of the path of steepest descent.
 *
 * @param at s₀
 * @param width standard deviation of the integrand along the path
 * @param curvature κ of the path, s₀ + iy + κy²/2 near s₀
 * @param logHeight logarithm of the integrand at s₀
 * @param sign 1 for the upper tail, −1 for the lower
 */
record SaddlePoint(double at, double width, double curvature, double logHeight, int sign) {

  private static final int MOST_STEPS = 200;

  static SaddlePoint of(Determinant determinant, double x, int sign) {
    double low = sign > 0 ? 0 : -(0.5 * determinant.size() + 1) / x;
    double high = sign > 0 ? determinant.bound() : 0;
    double[] k = new double[3];
    double s = (low + high) / 2;
    double second = 0;
    for (int i = 0; i < MOST_STEPS; i++) {
      if (!determinant.derivatives(s, k)) {
        high = s;
        s = (low + high) / 2;
        continue;
      }
      double slope = k[0] - x - 1 / s;
      second = k[1] + 1 / (s * s);
      if (slope > 0) {
        high = s;
      } else {
        low = s;
      }
      double step = slope / second;
      // a path near the saddle is as exact as one through it
      if (second > 0 && step * step * second < 1e-4) {
        break;
      }
      double next = s - step;
      s = second > 0 && next > low && next < high ? next : (low + high) / 2;
    }
    second = second > 0 ? second : 1 / (s * s);
    double third = k[2] - 2 / (s * s * s);
    determinant.at(s, 0);
    double logHeight = -0.5 * determinant.logModulus() - s * x - Math.log(Math.abs(s));
    return new SaddlePoint(
        s, 1 / Math.sqrt(second), Math.max(0, third / (3 * second)), logHeight, sign);
  }
}
