package org.copse.bayes;

import java.util.function.DoubleUnaryOperator;
import org.copse.numeric.Roots;

/** The highest point of a function of τ ≥ 0: a root of its slope, or an end. */
final class HighestPoint {

  private HighestPoint() {}

  /**
   * The highest point.
   *
   * @param slope has the sign of the function's derivative, for τ &gt; 0
   * @param function the function
   * @param checkpoints ascending, dense enough to see each change of sign of the slope
   * @param bound upper end of the range, perhaps infinite
   */
  static double of(
      DoubleUnaryOperator slope, DoubleUnaryOperator function, double[] checkpoints, double bound) {
    double best = 0;
    double highest = function.applyAsDouble(0);
    double before = slope.applyAsDouble(checkpoints[0]);
    for (int i = 1; i < checkpoints.length; i++) {
      double here = slope.applyAsDouble(checkpoints[i]);
      if (before > 0 && here <= 0) {
        double root = Roots.between(slope, checkpoints[i - 1], checkpoints[i]);
        double value = function.applyAsDouble(root);
        if (value > highest) {
          best = root;
          highest = value;
        }
      }
      before = here;
    }
    return Double.isFinite(bound) && function.applyAsDouble(bound) > highest ? bound : best;
  }
}
