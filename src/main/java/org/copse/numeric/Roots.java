package org.copse.numeric;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * Root finding by Brent's method (Apache Commons Math), bracketed here, to the last digits of a
 * double.
 */
public final class Roots {

  private static final int MAX_EVALUATIONS = 10_000;
  private static final double RELATIVE_ACCURACY = 1e-15;

  private Roots() {}

  /**
   * Root of a function that changes sign between two points.
   *
   * @param f a continuous function with f(low) and f(high) of opposite sign, or zero at an end
   * @param low lower end
   * @param high upper end
   * @return x with f(x) = 0, to about 1e-15 of its size
   * @throws IllegalArgumentException when f has the same sign at both ends, or is NaN in between
   */
  public static double between(DoubleUnaryOperator f, double low, double high) {
    double atLow = f.applyAsDouble(low);
    double atHigh = f.applyAsDouble(high);
    if (atLow == 0) {
      return low;
    }
    if (atHigh == 0) {
      return high;
    }
    if (!(atLow * Math.signum(atHigh) < 0)) {
      throw new IllegalArgumentException(
          "Cannot find a root: f must change sign between %s and %s, was %s and %s. Widen the bracket."
              .formatted(low, high, atLow, atHigh));
    }
    BrentSolver solver = new BrentSolver(RELATIVE_ACCURACY, Double.MIN_NORMAL, 0);
    return solver.solve(MAX_EVALUATIONS, x -> number(f, x), low, high);
  }

  /** Brent's steps would go round in circles at NaN. */
  private static double number(DoubleUnaryOperator f, double x) {
    LongRun.heed();
    double value = f.applyAsDouble(x);
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException(
          "Cannot find a root: f must be a number everywhere in the bracket, was NaN at %s. Narrow the bracket."
              .formatted(x));
    }
    return value;
  }

  /**
   * Root of a decreasing function on [0, ∞): the upper end of the bracket is doubled until the
   * function is negative.
   *
   * @param f a decreasing continuous function with f(0) &gt; 0 and a negative limit
   * @param scale a positive first guess of the root's size
   * @return x ≥ 0 with f(x) = 0
   */
  public static double ofDecreasing(DoubleUnaryOperator f, double scale) {
    double low = 0;
    double high = scale;
    while (f.applyAsDouble(high) > 0) {
      low = high;
      high *= 2;
    }
    return between(f, low, high);
  }
}
