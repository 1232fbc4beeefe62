package org.copse.convert;

import java.util.function.DoubleUnaryOperator;
import org.copse.effect.Reported;

/**
 * Estimate and standard error carried to another scale: f(y) with standard error |f′(y)| SE.
 *
 * <p><b>Accuracy</b>: first order; good where the standard error is small against the bend of f.
 * <b>Source</b>: van der Vaart, Asymptotic Statistics, 1998. metafor's {@code conv.delta}.
 */
public final class DeltaMethod {

  private static final String TASK = "transform an effect";
  private static final int ROWS = 10;
  private static final double SHRINK = 1.4;

  private DeltaMethod() {}

  /**
   * By a named transformation and its exact derivative.
   *
   * @param effect estimate and standard error
   * @param transformation where to
   * @return estimate and standard error on the new scale, which says how
   * @throws IllegalArgumentException when the estimate has no value or slope there
   */
  public static Reported of(Reported effect, Transformation transformation) {
    double y = transformation.value(effect.estimate());
    double slope = transformation.derivative(effect.estimate());
    String assumes = joined(effect.assumes(), transformation.assumes());
    Reported moved = reported(effect, y, slope, transformation.name(), assumes);
    return transformation.target().map(moved::as).orElse(moved);
  }

  /**
   * By a function of the caller's, its derivative found numerically (Ridders' extrapolation).
   *
   * @param effect estimate and standard error
   * @param function f, smooth near the estimate
   * @param name what it does, for the note
   * @return estimate and standard error on the new scale, which says how
   * @throws IllegalArgumentException when the function or its slope is not finite at the estimate
   */
  public static Reported numerically(Reported effect, DoubleUnaryOperator function, String name) {
    double y = function.applyAsDouble(effect.estimate());
    double slope = derivative(function, effect.estimate());
    return reported(effect, y, slope, name, effect.assumes());
  }

  private static Reported reported(
      Reported effect, double y, double slope, String name, String assumes) {
    Given.finite(TASK, "value of '" + name + "'", y);
    Given.finite(TASK, "slope of '" + name + "'", slope);
    String source = effect.source() + ", then " + name;
    return new Reported(y, Math.abs(slope) * effect.standardError(), source, assumes);
  }

  private static String joined(String first, String second) {
    return first.isEmpty() || second.isEmpty() ? first + second : first + ", " + second;
  }

  /** Central differences at shrinking steps, extrapolated to step 0; the steadiest entry wins. */
  private static double derivative(DoubleUnaryOperator f, double x) {
    double step = 0.05 * Math.max(Math.abs(x), 0.1);
    double[][] table = new double[ROWS][ROWS];
    double best = Double.NaN;
    double error = Double.POSITIVE_INFINITY;
    for (int i = 0; i < ROWS; i++, step /= SHRINK) {
      double up = x + step;
      double down = x - step;
      table[i][0] = (f.applyAsDouble(up) - f.applyAsDouble(down)) / (up - down);
      double factor = SHRINK * SHRINK;
      for (int j = 1; j <= i; j++, factor *= SHRINK * SHRINK) {
        table[i][j] = (table[i][j - 1] * factor - table[i - 1][j - 1]) / (factor - 1);
        double worse =
            Math.max(
                Math.abs(table[i][j] - table[i][j - 1]),
                Math.abs(table[i][j] - table[i - 1][j - 1]));
        if (worse <= error) {
          error = worse;
          best = table[i][j];
        }
      }
    }
    return best;
  }
}
