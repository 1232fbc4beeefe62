package org.copse.survival;

import java.util.Arrays;

/** Sums of weights at each distinct time, less those that enter late. */
final class WeightedCounts implements TimeCounts {

  private static final double EMPTY = 1e-12;

  private final double[] times;
  private final double[] atRisk;
  private final double[] events;
  private final double[] censored;

  /**
   * Sums the weights.
   *
   * @param data the data
   * @param rows rows of the group by time
   * @param times the distinct times
   */
  WeightedCounts(SurvivalData data, OrderedRows rows, double[] times) {
    this.times = times;
    atRisk = new double[times.length];
    events = new double[times.length];
    censored = new double[times.length];
    countExits(data, rows);
    sumAtRisk();
    if (data.isLeftTruncated()) {
      subtractLateEntries(data, rows.rows);
    }
  }

  private void countExits(SurvivalData data, OrderedRows rows) {
    int at = 0;
    for (int i = 0; i < rows.count(); i++) {
      at += rows.times[i] != times[at] ? 1 : 0;
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

  @Override
  public double atRisk(int at) {
    return atRisk[at];
  }

  @Override
  public double events(int at) {
    return events[at];
  }

  @Override
  public double censored(int at) {
    return censored[at];
  }
}
