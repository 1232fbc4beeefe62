package org.copse.convert;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The order statistics that a paper prints of one group: range, quartiles or both, around the
 * median; NaN where not printed.
 */
record OrderSummary(double min, double q1, double median, double q3, double max, double n) {

  private static final String TASK = "take a mean and SD from a median";
  private static final double SMALLEST_N = 5;

  static OrderSummary ofRange(double min, double median, double max, double n) {
    Given.order(TASK, "min", min, "median", median);
    Given.order(TASK, "median", median, "max", max);
    spread("max", max, "min", min);
    return new OrderSummary(min, Double.NaN, median, Double.NaN, max, size(n));
  }

  static OrderSummary ofQuartiles(double q1, double median, double q3, double n) {
    Given.order(TASK, "q1", q1, "median", median);
    Given.order(TASK, "median", median, "q3", q3);
    spread("q3", q3, "q1", q1);
    return new OrderSummary(Double.NaN, q1, median, q3, Double.NaN, size(n));
  }

  static OrderSummary ofFive(
      double min, double q1, double median, double q3, double max, double n) {
    Given.order(TASK, "min", min, "q1", q1);
    Given.order(TASK, "q3", q3, "max", max);
    ofQuartiles(q1, median, q3, n);
    return new OrderSummary(min, q1, median, q3, max, n);
  }

  private static double size(double n) {
    if (!(n >= SMALLEST_N && n < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Cannot %s: n must be at least 5, was %s. The methods are made for five patients or more; ask the authors or leave the study out."
              .formatted(TASK, Given.text(n)));
    }
    return n;
  }

  private static void spread(String high, double b, String low, double a) {
    if (!(b > a)) {
      throw new IllegalArgumentException(
          "Cannot %s: %s must be above %s, was %s and %s. Equal ones say that the SD is 0; check them, or impute the SD."
              .formatted(TASK, high, low, Given.text(b), Given.text(a)));
    }
  }

  boolean hasRange() {
    return !Double.isNaN(min);
  }

  boolean hasQuartiles() {
    return !Double.isNaN(q1);
  }

  boolean hasBoth() {
    return hasRange() && hasQuartiles();
  }

  double smallest() {
    return hasRange() ? min : q1;
  }

  double largest() {
    return hasRange() ? max : q3;
  }

  /** What is printed, in order. */
  double[] values() {
    return Arrays.stream(new double[] {min, q1, median, q3, max})
        .filter(x -> !Double.isNaN(x))
        .toArray();
  }

  /** The probabilities that the values are taken for: the extremes for 1/n and 1 − 1/n. */
  double[] probabilities() {
    if (hasBoth()) {
      return new double[] {1 / n, 0.25, 0.5, 0.75, 1 - 1 / n};
    }
    return hasRange() ? new double[] {1 / n, 0.5, 1 - 1 / n} : new double[] {0.25, 0.5, 0.75};
  }

  /** The summary of transformed values, the function increasing. */
  OrderSummary map(DoubleUnaryOperator f) {
    return new OrderSummary(
        f.applyAsDouble(min),
        f.applyAsDouble(q1),
        f.applyAsDouble(median),
        f.applyAsDouble(q3),
        f.applyAsDouble(max),
        n);
  }

  /** The same, refused where a value is not above 0. */
  OrderSummary requirePositive(String method) {
    if (!(smallest() > 0)) {
      throw new IllegalArgumentException(
          "Cannot %s: all values must be above 0 for %s, was %s. Use QUANTILE_ESTIMATION or a method for normal data."
              .formatted(TASK, method, Given.text(smallest())));
    }
    return this;
  }

  String printed() {
    return hasBoth()
        ? "median, quartiles and range"
        : hasRange() ? "median and range" : "median and quartiles";
  }
}
