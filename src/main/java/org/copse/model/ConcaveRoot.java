package org.copse.model;

/**
 * The maximum of a concave function by Newton's method on its derivative, kept inside the bracket
 * that the derivative's signs have shown, so that it cannot diverge.
 */
final class ConcaveRoot {

  private static final int MOST_STEPS = 200;
  private static final double FAR = 4;

  /** In standard errors; the maximum itself is wrong by the square of this. */
  static final double EXACT = 1e-11;

  private ConcaveRoot() {}

  /** A derivative and its slope. */
  interface Score {
    /** Puts the derivative into {@code out[0]} and the second derivative into {@code out[1]}. */
    void at(double x, double[] out);
  }

  /** The root of the score; the last point at which it was evaluated is the one returned. */
  static double of(double start, Score score) {
    return of(start, EXACT, score);
  }

  /** As {@link #of(double, Score)}, up to so many standard errors. */
  static double of(double start, double accuracy, Score score) {
    return between(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, start, accuracy, score);
  }

  /** The root between two points at which the score is positive and negative. */
  static double between(double from, double to, double start, double accuracy, Score score) {
    double low = from;
    double high = to;
    double x = start;
    double[] out = new double[2];
    for (int step = 0; step < MOST_STEPS; step++) {
      score.at(x, out);
      double information = Math.max(-out[1], Double.MIN_NORMAL);
      // the negation also ends the search at a score that is not a number
      if (!(Math.abs(out[0]) > accuracy * Math.sqrt(information))) {
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
