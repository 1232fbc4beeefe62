package org.copse.effect;

import java.util.function.DoubleUnaryOperator;

/**
 * An interval with its level.
 *
 * @param lower lower bound
 * @param upper upper bound
 * @param level confidence (or prediction) level between 0 and 1, for example 0.95
 */
public record Interval(double lower, double upper, double level) {

  /**
   * Checks the level.
   *
   * @param lower as above
   * @param upper as above
   * @param level as above
   */
  public Interval {
    requireLevel(level);
  }

  /**
   * Checks that a level lies strictly between 0 and 1.
   *
   * @param level the level
   * @return the level
   * @throws IllegalArgumentException when it does not
   */
  public static double requireLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "Cannot compute an interval: level must be between 0 and 1, was %s. Use 0.95 for 95 %%."
              .formatted(level));
    }
    return level;
  }

  /**
   * The interval with both bounds mapped by an increasing function, for example exp.
   *
   * @param increasing the function
   * @return the mapped interval, same level
   */
  public Interval map(DoubleUnaryOperator increasing) {
    return new Interval(increasing.applyAsDouble(lower), increasing.applyAsDouble(upper), level);
  }

  /**
   * Whether a value lies inside, bounds included.
   *
   * @param value the value
   * @return true if lower ≤ value ≤ upper
   */
  public boolean contains(double value) {
    return lower <= value && value <= upper;
  }

  /**
   * Distance between the bounds.
   *
   * @return upper − lower
   */
  public double width() {
    return upper - lower;
  }
}
