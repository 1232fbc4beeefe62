package org.copse.sensitivity;

import org.copse.convert.AttainableCounts;
import org.copse.convert.Printed;

/**
 * One number that a paper prints, with everything it can stand for.
 *
 * @param name the column, for example "ci_low"
 * @param value as printed; of a percentage the nearest count it can stand for
 * @param lower smallest true value
 * @param upper largest true value
 * @param whole whether only whole numbers from lower to upper are possible: a count
 */
public record PrintedInput(String name, double value, double lower, double upper, boolean whole) {

  /**
   * Checks the parts.
   *
   * @param name as above
   * @param value as above
   * @param lower as above
   * @param upper as above
   * @param whole as above
   */
  public PrintedInput {
    if (!(lower <= value
        && value <= upper
        && upper - lower < Double.POSITIVE_INFINITY
        && Math.abs(value) < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Cannot use a printed number: '%s' must lie within its finite bounds, was %s in %s to %s. Give the number as the paper prints it."
              .formatted(name, value, lower, upper));
    }
  }

  /**
   * A number within half a unit of its last digit.
   *
   * @param name the column
   * @param printed as printed
   * @return the input
   */
  public static PrintedInput of(String name, Printed printed) {
    return new PrintedInput(name, printed.value(), printed.lower(), printed.upper(), false);
  }

  /**
   * A number that is known exactly.
   *
   * @param name the column
   * @param value the number
   * @return the input
   */
  public static PrintedInput exact(String name, double value) {
    return new PrintedInput(name, value, value, value, false);
  }

  /**
   * The counts that a percentage can stand for.
   *
   * @param name the column
   * @param counts at least one count
   * @return the input; its value is the count nearest to percent × n / 100
   * @throws IllegalArgumentException when there is no such count
   */
  public static PrintedInput of(String name, AttainableCounts counts) {
    if (counts.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot use a printed percentage: a whole count of %s must print as %s %%, was none. Check the percentage and the total."
              .formatted(counts.n(), counts.percent().value()));
    }
    double nearest = Math.rint(counts.percent().value() / 100 * counts.n());
    double value = Math.max(counts.first(), Math.min(counts.last(), nearest));
    return new PrintedInput(name, value, counts.first(), counts.last(), true);
  }

  /** The value at a place from 0 (lowest) to below 1 (highest), all values equally likely. */
  double at(double place) {
    if (whole) {
      return Math.min(upper, lower + Math.floor(place * (upper - lower + 1)));
    }
    // exact where there is no rounding
    return lower == upper ? value : lower + place * (upper - lower);
  }

  /** How many values there are; infinite for a range. */
  double possible() {
    if (whole) {
      return upper - lower + 1;
    }
    return lower == upper ? 1 : Double.POSITIVE_INFINITY;
  }
}
