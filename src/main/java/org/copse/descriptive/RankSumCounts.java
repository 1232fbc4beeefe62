package org.copse.descriptive;

import org.copse.numeric.LongRun;

/**
 * How many of the ways to pick m of m + n ranks give each rank sum, by its generating function Π (1
 * − qⁿ⁺ⁱ) / (1 − qⁱ), i = 1 ... m: each factor takes one pass, m · mn/2 steps in all.
 *
 * <p><b>Accuracy</b>: 1e-13; counts up to 1e300 are doubles. <b>Source</b>: Harding, J R Stat Soc C
 * 1984;33:1-6.
 */
final class RankSumCounts {

  private RankSumCounts() {}

  /** P(W ≤ w), for w no more than the centre mn/2. */
  static double tail(int first, int second, double w) {
    int m = Math.min(first, second);
    int n = Math.max(first, second);
    double[] counts = new double[(int) Math.floor(w) + 1];
    counts[0] = 1;
    double all = 1;
    for (int i = 1; i <= m; i++) {
      LongRun.heed();
      for (int u = counts.length - 1; u >= n + i; u--) {
        counts[u] -= counts[u - n - i];
      }
      for (int u = i; u < counts.length; u++) {
        counts[u] += counts[u - i];
      }
      all *= (double) (n + i) / i;
    }
    double sum = 0;
    for (double count : counts) {
      sum += count;
    }
    return sum / all;
  }
}
