package org.copse.model;

import java.util.List;
import org.copse.effect.Interval;
import org.copse.heterogeneity.Heterogeneity;
import org.copse.numeric.Quantiles;
import org.copse.numeric.WeightedMean;

/** What every fit has in common; package-private so that only models make it. */
final class PooledEffect {

  private final int k;
  private final double estimate;
  private final double standardError;
  private final Interval interval;
  private final EffectTest test;
  private final double[] weights;
  private final Heterogeneity heterogeneity;
  private final List<String> notes;

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
    this.k = k;
    this.estimate = estimate;
    this.standardError = standardError;
    double margin = Quantiles.twoSided(Interval.requireLevel(level), df) * standardError;
    this.interval = new Interval(estimate - margin, estimate + margin, level);
    this.test = EffectTest.of(estimate, standardError, df);
    this.weights = percent(raw);
    this.heterogeneity = heterogeneity;
    this.notes = List.copyOf(notes);
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
    return standardError;
  }

  Interval interval() {
    return interval;
  }

  EffectTest test() {
    return test;
  }

  double weight(int study) {
    return weights[study];
  }

  Heterogeneity heterogeneity() {
    return heterogeneity;
  }

  List<String> notes() {
    return notes;
  }
}
