package org.copse.bias;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import org.copse.model.EffectTest;
import org.copse.numeric.Quantiles;

/**
 * Kendall's rank correlation with its tests.
 *
 * <p>Values that agree to 12 digits are tied. With k pairs, ties in groups of t in one and u in the
 * other, n₀ = k(k − 1)/2: τ_b = S/√((n₀ − Σt(t − 1)/2)(n₀ − Σu(u − 1)/2)); Var(S) = [k(k − 1)(2k +
 * 5) − Σt(t − 1)(2t + 5) − Σu(u − 1)(2u + 5)]/18 + Σt(t − 1) Σu(u − 1)/(2k(k − 1)) + Σt(t − 1)(t −
 * 2) Σu(u − 1)(u − 2)/(9k(k − 1)(k − 2)).
 *
 * @param tau τ_b
 * @param s concordant minus discordant pairs
 * @param sSe √Var(S) under no correlation
 * @param test z = S/√Var(S), without continuity correction
 * @param exactP two-sided exact p value; absent with ties or more than 100 pairs
 */
public record RankCorrelation(
    double tau, double s, double sSe, EffectTest test, OptionalDouble exactP) {

  private static final int MOST_EXACT = 100;

  /** Values that agree to so many digits are tied: variances are squares of printed errors. */
  private static final double SAME = 1e-12;

  static Optional<RankCorrelation> of(double[] xs, double[] ys) {
    int k = xs.length;
    double[] x = ranks(xs);
    double[] y = ranks(ys);
    double s = concordance(x, y);
    double[] tx = ties(x);
    double[] ty = ties(y);
    double pairs = k * (k - 1.0);
    if (tx[0] >= pairs || ty[0] >= pairs) {
      return Optional.empty();
    }
    double tau = s / Math.sqrt((pairs - tx[0]) / 2 * (pairs - ty[0]) / 2);
    double variance =
        (pairs * (2.0 * k + 5) - tx[1] - ty[1]) / 18
            + tx[0] * ty[0] / (2 * pairs)
            + tx[2] * ty[2] / (9 * pairs * (k - 2));
    double se = Math.sqrt(variance);
    double p = Quantiles.twoSidedP(s / se, Double.POSITIVE_INFINITY);
    EffectTest test = new EffectTest(s / se, Double.POSITIVE_INFINITY, p);
    boolean exact = tx[0] == 0 && ty[0] == 0 && k <= MOST_EXACT;
    return Optional.of(
        new RankCorrelation(
            tau, s, se, test, exact ? OptionalDouble.of(exactP(k, s)) : OptionalDouble.empty()));
  }

  /**
   * Concordant minus discordant pairs in k log k steps (Knight, JASA 1966;61:436): in the order of
   * x, within ties of y, each pair that a sort by merging turns round is discordant.
   */
  private static double concordance(double[] x, double[] y) {
    int k = x.length;
    Integer[] order = new Integer[k];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order, Comparator.<Integer>comparingDouble(i -> x[i]).thenComparingDouble(i -> y[i]));
    double[] sorted = Arrays.stream(order).mapToDouble(i -> y[i]).toArray();
    double tiedInBoth = 0;
    for (int i = 1, same = 0; i < k; i++) {
      boolean tied = x[order[i]] == x[order[i - 1]] && sorted[i] == sorted[i - 1];
      same = tied ? same + 1 : 0;
      tiedInBoth += same;
    }
    double untied = k * (k - 1.0) / 2 - ties(x)[0] / 2 - ties(y)[0] / 2 + tiedInBoth;
    return untied - 2 * turns(sorted, new double[k], 0, k);
  }

  /** Sorts a range by merging; how many pairs stood the other way round. */
  private static double turns(double[] values, double[] spare, int from, int to) {
    if (to - from < 2) {
      return 0;
    }
    int middle = (from + to) >>> 1;
    double turned = turns(values, spare, from, middle) + turns(values, spare, middle, to);
    System.arraycopy(values, from, spare, from, to - from);
    int left = from;
    int right = middle;
    for (int at = from; at < to; at++) {
      boolean first = right == to || left < middle && spare[left] <= spare[right];
      turned += first ? 0 : middle - left;
      values[at] = first ? spare[left++] : spare[right++];
    }
    return turned;
  }

  private static double[] ranks(double[] values) {
    Integer[] order = new Integer[values.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
    double[] ranks = new double[values.length];
    for (int i = 1; i < order.length; i++) {
      double before = values[order[i - 1]];
      double here = values[order[i]];
      boolean tied = here - before <= SAME * Math.max(Math.abs(here), Math.abs(before));
      ranks[order[i]] = ranks[order[i - 1]] + (tied ? 0 : 1);
    }
    return ranks;
  }

  /** Σt(t − 1), Σt(t − 1)(2t + 5) and Σt(t − 1)(t − 2) over groups of ties. */
  private static double[] ties(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] sums = new double[3];
    int from = 0;
    for (int i = 1; i <= sorted.length; i++) {
      if (i == sorted.length || sorted[i] != sorted[from]) {
        double t = i - from;
        sums[0] += t * (t - 1);
        sums[1] += t * (t - 1) * (2 * t + 5);
        sums[2] += t * (t - 1) * (t - 2);
        from = i;
      }
    }
    return sums;
  }

  /** The share of orders with at least |S|, from the number of inversions of random orders. */
  private static double exactP(int k, double s) {
    int pairs = k * (k - 1) / 2;
    double[] share = {1};
    for (int n = 2; n <= k; n++) {
      double[] next = new double[n * (n - 1) / 2 + 1];
      double window = 0;
      for (int d = 0; d < next.length; d++) {
        window += d < share.length ? share[d] : 0;
        window -= d >= n && d - n < share.length ? share[d - n] : 0;
        next[d] = Math.max(0, window) / n;
      }
      share = next;
    }
    int discordant = (int) Math.rint((pairs - Math.abs(s)) / 2);
    double tail = 0;
    for (int d = 0; d <= discordant; d++) {
      tail += share[d];
    }
    return Math.min(1, 2 * tail);
  }
}
