package org.copse.convert;

/** What must hold of ratios, risks, correlations and sizes, beyond the rules of {@link Given}. */
final class ContrastRules {

  private ContrastRules() {}

  static double positive(String task, String name, double value) {
    return Given.require(
        value > 0 && value < Double.POSITIVE_INFINITY,
        task,
        name,
        "be a finite number greater than 0",
        value,
        "Check the number in the paper; give a ratio as printed, not its logarithm");
  }

  /** A risk, both ends allowed. */
  static double risk(String task, String name, double value) {
    return Given.require(
        value >= 0 && value <= 1,
        task,
        name,
        "lie between 0 and 1",
        value,
        "Give a proportion, for example 0.3 for 30 % or 300 per 1000");
  }

  /** A correlation strictly inside −1 and 1. */
  static double correlation(String task, String name, double value) {
    return Given.require(
        value > -1 && value < 1,
        task,
        name,
        "lie between −1 and 1, both excluded",
        value,
        "A correlation of −1 or 1 has no finite counterpart");
  }

  static double atLeast(String task, String name, double least, double value) {
    return Given.require(
        value >= least && value < Double.POSITIVE_INFINITY,
        task,
        name,
        "be at least " + Given.text(least),
        value,
        "Check the number in the paper");
  }

  static void ordered(String task, double lower, double upper) {
    if (!(lower < upper)) {
      throw new IllegalArgumentException(
          "Cannot %s: lower bound must be below the upper bound, was %s and %s. Check whether they are swapped."
              .formatted(task, Given.text(lower), Given.text(upper)));
    }
  }
}
