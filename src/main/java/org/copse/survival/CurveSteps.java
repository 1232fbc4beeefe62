package org.copse.survival;

import java.util.Arrays;

/** The product-limit estimate of one group at each of its distinct times. */
final class CurveSteps {

  final double[] times;
  final double[] survival;

  /** Variance of log S, Greenwood's Σ d/(n(n − d)) or the robust one; infinite where S = 0. */
  final double[] logVariance;

  private final TimeCounts counts;

  private CurveSteps(double[] times, TimeCounts counts) {
    this.times = times;
    this.counts = counts;
    survival = new double[times.length];
    logVariance = new double[times.length];
  }

  int count() {
    return times.length;
  }

  double atRisk(int at) {
    return counts.atRisk(at);
  }

  double events(int at) {
    return counts.events(at);
  }

  double censored(int at) {
    return counts.censored(at);
  }

  /**
   * Computes the estimate.
   *
   * @param data the data
   * @param rows rows of the group by time
   * @param robust whether the variance is that of the infinitesimal jackknife
   */
  static CurveSteps of(SurvivalData data, OrderedRows rows, boolean robust) {
    double[] times = distinct(rows.times);
    if (!robust && !data.isWeighted() && !data.isLeftTruncated()) {
      TimeCounts.OfRows counts = TimeCounts.OfRows.of(rows, times);
      CurveSteps steps = new CurveSteps(times, counts);
      steps.multiply(counts);
      return steps;
    }
    CurveSteps steps = new CurveSteps(times, new WeightedCounts(data, rows, times));
    steps.multiply();
    if (robust) {
      RobustVariance.replace(steps, data, rows.rows);
    }
    return steps;
  }

  /** The very array given where all are different. */
  private static double[] distinct(double[] sorted) {
    int count = 1;
    for (int i = 1; i < sorted.length; i++) {
      count += sorted[i] != sorted[i - 1] ? 1 : 0;
    }
    if (count == sorted.length) {
      return sorted;
    }
    double[] distinct = new double[count];
    distinct[0] = sorted[0];
    int at = 0;
    for (double time : sorted) {
      if (time != distinct[at]) {
        distinct[++at] = time;
      }
    }
    return distinct;
  }

  /**
   * The same for the usual data, where some are at risk at every time: one without events then
   * multiplies by 1 and adds 0, which takes less than a branch that no processor could foretell.
   */
  private void multiply(TimeCounts.OfRows rows) {
    double s = 1;
    double variance = 0;
    for (int i = 0; i < times.length; i++) {
      double d = rows.events(i);
      double here = rows.atRisk(i);
      double left = here - d;
      s *= left / here;
      variance += d / (here * left);
      survival[i] = s;
      logVariance[i] = variance;
    }
  }

  private void multiply() {
    double s = 1;
    double variance = 0;
    for (int i = 0; i < times.length; i++) {
      double d = events(i);
      if (d > 0) {
        double left = atRisk(i) - d;
        s *= left / atRisk(i);
        variance += d / (atRisk(i) * left);
      }
      survival[i] = s;
      logVariance[i] = variance;
    }
  }

  /** Index of the last time at or before a time; −1 before the first. */
  int indexAt(double time) {
    int found = Arrays.binarySearch(times, time);
    return found >= 0 ? found : -found - 2;
  }
}
