package org.copse.survival;

import java.util.Arrays;

/** The product-limit estimate of one group at each of its distinct times. */
final class CurveSteps {

  private static final double EMPTY = 1e-12;

  final double[] times;
  final double[] atRisk;
  final double[] events;
  final double[] censored;
  final double[] survival;

  /** Variance of log S, Greenwood's Σ d/(n(n − d)) or the robust one; infinite where S = 0. */
  final double[] logVariance;

  private CurveSteps(int count) {
    times = new double[count];
    atRisk = new double[count];
    events = new double[count];
    censored = new double[count];
    survival = new double[count];
    logVariance = new double[count];
  }

  int count() {
    return times.length;
  }

  /**
   * Computes the estimate.
   *
   * @param data the data
   * @param rows rows of the group by time
   * @param robust whether the variance is that of the infinitesimal jackknife
   */
  static CurveSteps of(SurvivalData data, OrderedRows rows, boolean robust) {
    CurveSteps steps = new CurveSteps(distinct(rows.times));
    if (!robust && !data.isWeighted() && !data.isLeftTruncated()) {
      steps.walk(rows);
      return steps;
    }
    steps.countExits(data, rows);
    steps.sumAtRisk();
    if (data.isLeftTruncated()) {
      steps.subtractLateEntries(data, rows.rows);
    }
    steps.multiply();
    if (robust) {
      RobustVariance.replace(steps, data, rows.rows);
    }
    return steps;
  }

  private static int distinct(double[] sorted) {
    int count = 0;
    double last = -1;
    for (double time : sorted) {
      count += time != last ? 1 : 0;
      last = time;
    }
    return count;
  }

  /** All in one walk for the usual data, where those at risk are the rows still to come. */
  private void walk(OrderedRows rows) {
    double s = 1;
    double variance = 0;
    int next = 0;
    for (int at = 0; at < times.length; at++) {
      double time = rows.times[next];
      double here = rows.count() - next;
      int d = 0;
      int first = next;
      for (; next < rows.count() && rows.times[next] == time; next++) {
        d += rows.events[next] ? 1 : 0;
      }
      if (d > 0) {
        double left = here - d;
        s *= left / here;
        variance += d / (here * left);
      }
      times[at] = time;
      atRisk[at] = here;
      events[at] = d;
      censored[at] = next - first - d;
      survival[at] = s;
      logVariance[at] = variance;
    }
  }

  private void countExits(SurvivalData data, OrderedRows rows) {
    int at = -1;
    double last = -1;
    for (int i = 0; i < rows.count(); i++) {
      double time = rows.times[i];
      if (time != last) {
        times[++at] = time;
        last = time;
      }
      double[] kind = rows.events[i] ? events : censored;
      kind[at] += data.weight(rows.rows[i]);
    }
  }

  /** From the last time back, so that sums of fractional weights end exactly at the last ones. */
  private void sumAtRisk() {
    double sum = 0;
    for (int i = times.length - 1; i >= 0; i--) {
      sum += events[i] + censored[i];
      atRisk[i] = sum;
    }
  }

  private void subtractLateEntries(SurvivalData data, int[] rows) {
    double[] late = new double[times.length];
    for (int row : rows) {
      int first = Arrays.binarySearch(times, data.entry(row));
      int lastBefore = first >= 0 ? first : -first - 2;
      if (lastBefore >= 0) {
        late[lastBefore] += data.weight(row);
      }
    }
    double sum = 0;
    for (int i = times.length - 1; i >= 0; i--) {
      sum += late[i];
      double total = atRisk[i];
      atRisk[i] = total - sum;
      if (Math.abs(atRisk[i] - events[i]) <= EMPTY * total) {
        atRisk[i] = events[i];
      }
    }
  }

  private void multiply() {
    double s = 1;
    double variance = 0;
    for (int i = 0; i < times.length; i++) {
      double d = events[i];
      if (d > 0) {
        double left = atRisk[i] - d;
        s *= left / atRisk[i];
        variance += d / (atRisk[i] * left);
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
