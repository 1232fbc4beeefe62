package org.copse.convert;

/** What must hold of the numbers of a contrast, said in one way. */
final class ContrastRules {

  private ContrastRules() {}

  static double positive(String task, String name, double value) {
    return require(
        value > 0 && value < Double.POSITIVE_INFINITY,
        task,
        name,
        "be a finite number greater than 0",
        value,
        "Check the number in the paper; give a ratio as printed, not its logarithm");
  }

  static double finite(String task, String name, double value) {
    return require(
        Double.isFinite(value),
        task,
        name,
        "be a finite number",
        value,
        "Check the number in the paper");
  }

  static double notNegative(String task, String name, double value) {
    return require(
        value >= 0 && value < Double.POSITIVE_INFINITY,
        task,
        name,
        "be a finite number of at least 0",
        value,
        "Check the number in the paper");
  }

  /** A risk, both ends allowed. */
  static double risk(String task, String name, double value) {
    return require(
        value >= 0 && value <= 1,
        task,
        name,
        "lie between 0 and 1",
        value,
        "Give a proportion, for example 0.3 for 30 % or 300 per 1000");
  }

  /** A correlation strictly inside −1 and 1. */
  static double correlation(String task, String name, double value) {
    return require(
        value > -1 && value < 1,
        task,
        name,
        "lie between −1 and 1, both excluded",
        value,
        "A correlation of −1 or 1 has no finite counterpart");
  }

  static double atLeast(String task, String name, double least, double value) {
    return require(
        value >= least && value < Double.POSITIVE_INFINITY,
        task,
        name,
        "be at least " + text(least),
        value,
        "Check the number in the paper");
  }

  static void ordered(String task, double lower, double upper) {
    if (!(lower < upper)) {
      throw new IllegalArgumentException(
          "Cannot %s: lower bound must be below the upper bound, was %s and %s. Check whether they are swapped."
              .formatted(task, text(lower), text(upper)));
    }
  }

  static double require(
      boolean holds, String task, String name, String rule, double value, String remedy) {
    if (!holds) {
      throw new IllegalArgumentException(
          "Cannot %s: %s must %s, was %s. %s.".formatted(task, name, rule, text(value), remedy));
    }
    return value;
  }

  /** A number as a user would write it. */
  static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
