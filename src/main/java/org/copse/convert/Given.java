package org.copse.convert;

import org.copse.numeric.Quantiles;

/** What must hold of the numbers that go into a conversion, said in one way. */
final class Given {

  private static final String PAPER = "Check the number in the paper.";

  private Given() {}

  /** Patients of one group, of which a standard deviation is to exist. */
  static double size(String task, String name, double n) {
    return require(
        n >= 2 && n < Double.POSITIVE_INFINITY, task, name, "be at least 2", n, "Check " + name);
  }

  static double finite(String task, String name, double value) {
    return require(Double.isFinite(value), task, name, "be a finite number", value, PAPER);
  }

  static double positive(String task, String name, double value) {
    return require(
        value > 0 && value < Double.POSITIVE_INFINITY, task, name, "be above 0", value, PAPER);
  }

  static double notNegative(String task, String name, double value) {
    return require(
        value >= 0 && value < Double.POSITIVE_INFINITY, task, name, "be 0 or above", value, PAPER);
  }

  static double notZero(String task, String name, double value) {
    return require(
        Double.isFinite(value) && value != 0,
        task,
        name,
        "be a number other than 0",
        value,
        "Where the estimate is 0, take the interval or the standard error");
  }

  static double probability(String task, String name, double p) {
    return require(
        p > 0 && p < 1,
        task,
        name,
        "lie between 0 and 1",
        p,
        "Give the exact p value; of 'p < 0.05' take 0.05, which is conservative");
  }

  /** Numbers in order, the first not above the second. */
  static void order(String task, String low, double a, String high, double b) {
    finite(task, low, a);
    finite(task, high, b);
    if (a > b) {
      throw new IllegalArgumentException(
          "Cannot %s: %s must not exceed %s, was %s > %s. Check whether they are swapped."
              .formatted(task, low, high, text(a), text(b)));
    }
  }

  /** Bounds of an interval of some width. */
  static double width(String task, double lower, double upper) {
    order(task, "lower bound", lower, "upper bound", upper);
    return require(
        upper > lower,
        task,
        "upper bound",
        "be above the lower bound",
        upper,
        "An interval without width has no standard error");
  }

  static double require(
      boolean holds, String task, String name, String rule, double value, String remedy) {
    if (!holds) {
      throw new IllegalArgumentException(
          "Cannot %s: %s must %s, was %s. %s"
              .formatted(
                  task, name, rule, text(value), remedy.endsWith(".") ? remedy : remedy + "."));
    }
    return value;
  }

  /** |t| of a two-sided p value. */
  static double tOfTwoSided(String task, double p, double df) {
    return Quantiles.ofTwoSidedP(probability(task, "p", p), df);
  }

  /** |t| of a one-sided p value, whichever side it was taken on. */
  static double tOfOneSided(String task, double p, double df) {
    probability(task, "one-sided p", p);
    double nearer = Math.min(p, 1 - p);
    return notZero(task, "t of the one-sided p", Quantiles.ofTwoSidedP(2 * nearer, df));
  }

  /** A number as a user would write it. */
  static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** A level in percent, for example "95 %". */
  static String percent(double level) {
    return text(Math.round(level * 1e8) / 1e6) + " %";
  }
}
