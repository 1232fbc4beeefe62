package org.copse.descriptive;

import java.util.Arrays;
import java.util.List;
import org.copse.numeric.LongRun;

/** Joint ranks of the values of several groups, ties at their mean. */
final class Ranks {

  private final double[] sums;
  private final double[] sizes;
  private final double ties;
  private final int n;

  Ranks(List<double[]> groups) {
    double[] all = groups.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
    this.n = all.length;
    this.sums = new double[groups.size()];
    this.sizes = new double[groups.size()];
    for (int g = 0; g < sums.length; g++) {
      for (double value : groups.get(g)) {
        LongRun.heed();
        sums[g] += rank(all, value);
      }
      sizes[g] = groups.get(g).length;
    }
    this.ties = ties(all);
  }

  private static double rank(double[] sorted, double value) {
    int low = firstAtLeast(sorted, value);
    int high = firstAtLeast(sorted, Math.nextUp(value));
    return (low + 1 + high) / 2.0;
  }

  private static int firstAtLeast(double[] sorted, double value) {
    int from = 0;
    int to = sorted.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (sorted[middle] < value) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** Σ (t³ − t) over sets of tied values. */
  private static double ties(double[] sorted) {
    double sum = 0;
    for (int i = 0; i < sorted.length; ) {
      int end = firstAtLeast(sorted, Math.nextUp(sorted[i]));
      double t = end - i;
      sum += t * t * t - t;
      i = end;
    }
    return sum;
  }

  int n() {
    return n;
  }

  double ties() {
    return ties;
  }

  double sum(int group) {
    return sums[group];
  }

  double size(int group) {
    return sizes[group];
  }
}
