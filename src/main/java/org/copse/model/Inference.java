package org.copse.model;

import org.copse.effect.Interval;
import org.copse.numeric.Quantiles;

/**
 * Standard error, interval and test of a pooled effect.
 *
 * <p>Symmetric ones follow from the standard error and the degrees of freedom; their test is
 * computed when it is asked for, because tail probabilities take longer than the pooling.
 */
final class Inference {

  private final double standardError;
  private final Interval interval;
  private final Lazy<EffectTest> test;
  private final String note;

  private Inference(double standardError, Interval interval, Lazy<EffectTest> test, String note) {
    this.standardError = standardError;
    this.interval = interval;
    this.test = test;
    this.note = note;
  }

  /**
   * Estimate ± t(df) SE.
   *
   * @param df degrees of freedom, +∞ for the normal
   */
  static Inference symmetric(double estimate, double standardError, double df, double level) {
    // a factor of +∞ (hardly any degree of freedom) times an error of 0 is no interval
    double margin =
        standardError == 0
            ? 0
            : Quantiles.twoSided(Interval.requireLevel(level), df) * standardError;
    return new Inference(
        standardError,
        new Interval(estimate - margin, estimate + margin, level),
        new Lazy<>(() -> EffectTest.of(estimate, standardError, df)),
        "");
  }

  /** An interval and a test of their own kind. */
  static Inference of(double standardError, Interval interval, Lazy<EffectTest> test) {
    return new Inference(standardError, interval, test, "");
  }

  /** The same with a note to the reader. */
  Inference withNote(String text) {
    return new Inference(standardError, interval, test, text);
  }

  double standardError() {
    return standardError;
  }

  Interval interval() {
    return interval;
  }

  EffectTest test() {
    return test.get();
  }

  /** What the reader must know, or nothing. */
  String note() {
    return note;
  }
}
