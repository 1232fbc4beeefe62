package org.copse.survival;

import java.util.Arrays;

/**
 * Rows in the order of their times, ties in the order given.
 *
 * <p>Each time gets its place among 4 million slices of the range of the times; a radix sort of two
 * passes orders the rows by place, and insertion those that share one, mostly no move at all. Times
 * so uneven that this would take many moves (most of them in a few slices) are sorted by their bits
 * instead: times are not negative, so their bits sort as they do. All steps are stable.
 */
final class TimeOrder {

  private static final int BITS = 11;
  private static final int DIGITS = 1 << BITS;
  private static final int PASSES = 6;
  private static final int SLICES = 1 << (2 * BITS);
  private static final int FEW = 64;

  /** Moves a row that insertion may take before the bits are sorted instead. */
  private static final long WORK = 4;

  private double[] times;
  private int[] rows;

  private TimeOrder(double[] times, int[] rows) {
    this.times = times;
    this.rows = rows;
  }

  /**
   * The order.
   *
   * @param times finite, none negative
   * @return row numbers, earliest time first
   */
  static int[] of(double[] times) {
    return sort(times).rows;
  }

  /** The order with the times in it. */
  static TimeOrder sort(double[] times) {
    int n = times.length;
    if (n <= FEW) {
      TimeOrder order = new TimeOrder(times.clone(), identity(n));
      order.insert(Long.MAX_VALUE);
      return order;
    }
    TimeOrder order = bySlice(times);
    if (!order.insert(WORK * n)) {
      order = new TimeOrder(times.clone(), identity(n));
      order.sortBits();
    }
    return order;
  }

  int[] rows() {
    return rows;
  }

  double[] times() {
    return times;
  }

  private static int[] identity(int n) {
    int[] rows = new int[n];
    for (int i = 0; i < n; i++) {
      rows[i] = i;
    }
    return rows;
  }

  /** Rounding keeps the order: a later time is never in an earlier slice. */
  private static TimeOrder bySlice(double[] given) {
    int n = given.length;
    double least = given[0];
    double greatest = given[0];
    for (double time : given) {
      least = time < least ? time : least;
      greatest = time > greatest ? time : greatest;
    }
    double scale = greatest > least ? (SLICES - 1) / (greatest - least) : 0;
    long[] keys = new long[n];
    int[] low = new int[DIGITS];
    int[] high = new int[DIGITS];
    for (int i = 0; i < n; i++) {
      int slice = Math.min((int) ((given[i] - least) * scale), SLICES - 1);
      low[slice & (DIGITS - 1)]++;
      high[slice >>> BITS]++;
      keys[i] = (long) slice << Integer.SIZE | i;
    }
    long[] byLow = distribute(keys, low, Integer.SIZE, new long[n]);
    keys = distribute(byLow, high, Integer.SIZE + BITS, keys);
    double[] times = new double[n];
    int[] rows = new int[n];
    for (int i = 0; i < n; i++) {
      rows[i] = (int) keys[i];
      times[i] = given[rows[i]];
    }
    return new TimeOrder(times, rows);
  }

  /** The keys by one digit of theirs. */
  private static long[] distribute(long[] keys, int[] counts, int shift, long[] sorted) {
    toStarts(counts);
    for (long key : keys) {
      sorted[counts[(int) (key >>> shift) & (DIGITS - 1)]++] = key;
    }
    return sorted;
  }

  private static void toStarts(int[] counts) {
    int start = 0;
    for (int d = 0; d < counts.length; d++) {
      int here = counts[d];
      counts[d] = start;
      start += here;
    }
  }

  /** Sorts what is nearly sorted; false once it takes too many moves. */
  private boolean insert(long moves) {
    long left = moves;
    for (int i = 1; i < times.length; i++) {
      double time = times[i];
      if (times[i - 1] > time) {
        int row = rows[i];
        int j = i - 1;
        while (j >= 0 && times[j] > time) {
          times[j + 1] = times[j];
          rows[j + 1] = rows[j];
          j--;
        }
        times[j + 1] = time;
        rows[j + 1] = row;
        left -= i - j;
        if (left < 0) {
          return false;
        }
      }
    }
    return true;
  }

  private void sortBits() {
    double[] toTimes = new double[times.length];
    int[] toRows = new int[rows.length];
    int[] starts = new int[DIGITS];
    for (int pass = 0; pass < PASSES; pass++) {
      Arrays.fill(starts, 0);
      for (double time : times) {
        starts[digit(time, pass)]++;
      }
      toStarts(starts);
      for (int i = 0; i < times.length; i++) {
        int to = starts[digit(times[i], pass)]++;
        toTimes[to] = times[i];
        toRows[to] = rows[i];
      }
      double[] fromTimes = times;
      int[] fromRows = rows;
      times = toTimes;
      rows = toRows;
      toTimes = fromTimes;
      toRows = fromRows;
    }
  }

  /** Some bits of a time; adding 0 makes −0 the same as 0. */
  private static int digit(double time, int pass) {
    return (int) (Double.doubleToRawLongBits(time + 0.0) >>> (BITS * pass)) & (DIGITS - 1);
  }
}
