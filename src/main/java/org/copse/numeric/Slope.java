package org.copse.numeric;

import java.util.function.DoubleUnaryOperator;

/**
 * Derivatives of smooth functions by differences, where a formula would be longer than the gain.
 */
public final class Slope {

  private Slope() {}

  /**
   * The derivative by a five-point rule, of fourth order: [f(x − 2h) − 8f(x − h) + 8f(x + h) − f(x
   * + 2h)]/(12h).
   *
   * @param f a smooth function, computed to about 1e-15
   * @param x where
   * @param h the step, about 1e-3 of the length over which f changes: error about 1e-12
   * @return f′(x)
   */
  public static double at(DoubleUnaryOperator f, double x, double h) {
    double near = f.applyAsDouble(x + h) - f.applyAsDouble(x - h);
    double far = f.applyAsDouble(x + 2 * h) - f.applyAsDouble(x - 2 * h);
    return (8 * near - far) / (12 * h);
  }
}
