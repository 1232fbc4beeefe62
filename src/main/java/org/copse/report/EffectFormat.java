package org.copse.report;

import java.util.Collection;
import org.copse.effect.Interval;

/**
 * Effects as text, "0.49 [0.34; 0.70]", all of one table with the same decimals: two significant
 * digits of a typical interval's width, so that a risk difference of 0.0033 is not printed as 0.00.
 */
final class EffectFormat {

  static final String NOT_ESTIMABLE = "not estimable";

  private static final int MOST = 8;

  private final int decimals;

  private EffectFormat(int decimals) {
    this.decimals = decimals;
  }

  /**
   * Format for some effects.
   *
   * @param intervals their intervals on the reader's scale; those without a finite width do not
   *     count
   * @param least decimals that are always printed
   */
  static EffectFormat of(Collection<Interval> intervals, int least) {
    double[] widths =
        intervals.stream()
            .mapToDouble(Interval::width)
            .filter(w -> w > 0 && w < Double.POSITIVE_INFINITY)
            .sorted()
            .toArray();
    if (widths.length == 0) {
      return new EffectFormat(least);
    }
    int size = (int) Math.floor(Math.log10(widths[widths.length / 2]));
    return new EffectFormat(Math.min(MOST, Math.max(least, 1 - size)));
  }

  String number(double value) {
    return Numbers.fixed(value, decimals);
  }

  /** A standard error: two more decimals than the effects, so that it can be computed with. */
  String standardError(double value) {
    return Numbers.fixed(value, decimals + 2);
  }

  String interval(Interval interval) {
    return Numbers.interval(interval, decimals);
  }

  /** Estimate with its interval, or "not estimable". */
  String effect(double estimate, Interval interval) {
    return Double.isNaN(estimate) ? NOT_ESTIMABLE : number(estimate) + " " + interval(interval);
  }
}
