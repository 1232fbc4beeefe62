package org.copse.convert;

import java.util.Locale;
import org.copse.effect.Interval;
import org.copse.numeric.Quantiles;

/** Checks and texts that the conversions of repeated and clustered measurements share. */
final class ChangeRules {

  private ChangeRules() {}

  /** A number above 0. */
  static double positive(String task, String name, double value, String remedy) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw refused(task, name, "be a finite number greater than 0", value, remedy);
    }
    return value;
  }

  static double finite(String task, String name, double value, String remedy) {
    if (!Double.isFinite(value)) {
      throw refused(task, name, "be a finite number", value, remedy);
    }
    return value;
  }

  static double correlation(String task, double r) {
    if (!(r >= -1 && r <= 1)) {
      String remedy = "Check it, or the SDs that it comes from.";
      throw refused(task, "correlation", "be from -1 to 1", r, remedy);
    }
    return r;
  }

  /** A number of patients: at least 2, not necessarily whole, for effective sizes have decimals. */
  static double patients(String task, String name, double n) {
    if (!(n >= 2 && n < 1e15)) {
      throw refused(task, name, "be at least 2 patients", n, "Check the number of patients.");
    }
    return n;
  }

  /** Half the width of an interval over the t quantile of its level. */
  static double standardError(String task, double lower, double upper, double level, double df) {
    Interval.requireLevel(level);
    finite(task, "lower limit", lower, "Check the interval.");
    if (!(upper > lower && upper < Double.POSITIVE_INFINITY)) {
      throw refused(
          task, "upper limit", "be above the lower limit " + lower, upper, "Check the interval.");
    }
    return (upper - lower) / (2 * Quantiles.twoSided(level, df));
  }

  /** |difference| over the t value that has the two-sided p. */
  static double standardErrorOfP(String task, String what, double difference, double p, double df) {
    if (!(p > 0 && p < 1)) {
      throw refused(
          task,
          "p value",
          "be above 0 and below 1",
          p,
          "Give it as printed in full; a bound such as p < 0.05 gives only a bound of the SD.");
    }
    nonZero(task, what, difference);
    return Math.abs(difference) / Quantiles.ofTwoSidedP(p, df);
  }

  static double nonZero(String task, String name, double value) {
    if (!Double.isFinite(value) || value == 0) {
      throw refused(
          task, name, "be a finite number other than 0", value, "Use the interval or the SE.");
    }
    return value;
  }

  static IllegalArgumentException refused(
      String task, String name, String rule, double value, String remedy) {
    return new IllegalArgumentException(
        "Cannot %s: %s must %s, was %s. %s".formatted(task, name, rule, value, remedy));
  }

  /** A number for a note: no needless decimals, four significant digits at the least. */
  static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(Double.parseDouble(String.format(Locale.ROOT, "%.4g", value)));
  }
}
