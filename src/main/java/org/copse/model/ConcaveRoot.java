package org.copse.model;

/**
 * The maximum of a concave function by Newton's method on its derivative, kept inside the bracket
 * that the derivative's signs have shown, so that it cannot diverge.
 */
final class ConcaveRoot {

  private static final int MOST_STEPS = 200;
  private static final double FAR = 4;
  // in standard errors: the error of the maximum itself is of the square of this
  private static final double ACCURACY = 1e-11;

  private ConcaveRoot() {}

  /** A derivative and its slope. */
  interface Score {
    /** Puts the derivative into {@code out[0]} and the second derivative into {@code out[1]}. */
    void at(double x, double[] out);
  }

  /** The root of the score; the last point at which it was evaluated is the one returned. */
  static double of(double start, Score score) {
    double low = Double.NEGATIVE_INFINITY;
    double high = Double.POSITIVE_INFINITY;
    double x = start;
    double[] out = new double[2];
    for (int step = 0; step < MOST_STEPS; step++) {
      score.at(x, out);
      double information = Math.max(-out[1], Double.MIN_NORMAL);
      if (Math.abs(out[0]) <= ACCURACY * Math.sqrt(information)) {
        break;
      }
      if (out[0] > 0) {
        low = x;
      } else {
        high = x;
      }
      double move = Math.max(-FAR, Math.min(FAR, out[0] / information));
      double next = x + move;
      if (next <= low || next >= high) {
        next = 0.5 * (low + high);
      }
      if (next == x || high - low < 4 * Math.ulp(x)) {
        break;
      }
      x = next;
    }
    return x;
  }
}
