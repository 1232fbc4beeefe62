package org.copse.model;

import java.util.List;
import java.util.function.Supplier;
import org.copse.effect.Interval;
import org.copse.heterogeneity.Heterogeneity;
import org.copse.numeric.WeightedMean;

/** What every fit has in common; package-private so that only models make it. */
final class PooledEffect {

  private final int k;
  private final double estimate;
  private final Inference inference;
  private final double[] weights;
  private final Lazy<Heterogeneity> heterogeneity;
  private final Lazy<List<String>> notes;

  /**
   * @param raw weights of all rows, 0 for those left out, in any unit
   * @param df degrees of freedom of interval and test, +∞ for the normal
   */
  PooledEffect(
      int k,
      double estimate,
      double standardError,
      double df,
      double level,
      double[] raw,
      Heterogeneity heterogeneity,
      List<String> notes) {
    this(
        k,
        estimate,
        Inference.symmetric(estimate, standardError, df, level),
        raw,
        Lazy.of(heterogeneity),
        Lazy.of(List.copyOf(notes)));
  }

  /**
   * A result whose interval and test are not those of estimate ± quantile × standard error.
   *
   * @param raw weights of all rows, 0 for those left out, in any unit; null for a model without
   */
  PooledEffect(
      int k,
      double estimate,
      double standardError,
      Interval interval,
      EffectTest test,
      double[] raw,
      Heterogeneity heterogeneity,
      List<String> notes) {
    this(
        k,
        estimate,
        Inference.of(standardError, interval, Lazy.of(test)),
        raw,
        Lazy.of(heterogeneity),
        Lazy.of(List.copyOf(notes)));
  }

  /**
   * @param raw weights of all rows, 0 for those left out, in any unit; null for a model without
   * @param heterogeneity computed when asked for
   * @param notes put together when asked for: advice on rare events takes as long as the pooling
   */
  PooledEffect(
      int k,
      double estimate,
      Inference inference,
      double[] raw,
      Supplier<Heterogeneity> heterogeneity,
      Supplier<List<String>> notes) {
    this(
        k,
        estimate,
        inference,
        raw,
        new Lazy<>(heterogeneity),
        new Lazy<>(() -> List.copyOf(notes.get())));
  }

  private PooledEffect(
      int k,
      double estimate,
      Inference inference,
      double[] raw,
      Lazy<Heterogeneity> heterogeneity,
      Lazy<List<String>> notes) {
    this.k = k;
    this.estimate = estimate;
    this.inference = inference;
    this.weights = raw == null ? null : percent(raw);
    this.heterogeneity = heterogeneity;
    this.notes = notes;
  }

  private static double[] percent(double[] raw) {
    double sum = WeightedMean.sum(raw);
    double[] percent = new double[raw.length];
    for (int i = 0; i < raw.length; i++) {
      percent[i] = 100 * raw[i] / sum;
    }
    return percent;
  }

  int k() {
    return k;
  }

  double estimate() {
    return estimate;
  }

  double standardError() {
    return inference.standardError();
  }

  Interval interval() {
    return inference.interval();
  }

  EffectTest test() {
    return inference.test();
  }

  double weight(int study) {
    return weights == null ? Double.NaN : weights[study];
  }

  Heterogeneity heterogeneity() {
    return heterogeneity.get();
  }

  List<String> notes() {
    return notes.get();
  }
}
