package org.copse.survival;

import java.util.Arrays;
import java.util.function.Supplier;

/** Observed and expected events by group and the hypergeometric variance, summed over strata. */
final class LogRankSums {

  final double[] observed;
  final double[] expected;

  /** Σ a (d − E d): weighted observed minus expected. */
  final double[] difference;

  final double[][] variance;

  private LogRankSums(int groups) {
    observed = new double[groups];
    expected = new double[groups];
    difference = new double[groups];
    variance = new double[groups][groups];
  }

  static LogRankSums of(SurvivalData data, Supplier<TimeWeights> weights) {
    LogRankSums sums = new LogRankSums(data.groups().size());
    for (int[] rows : data.rowsByStratum()) {
      sums.addStratum(data, rows, weights.get());
    }
    return sums;
  }

  private void addStratum(SurvivalData data, int[] rows, TimeWeights weights) {
    double[] atRisk = new double[observed.length];
    double[] events = new double[observed.length];
    int[] entrants = data.isLeftTruncated() ? byEntry(data, rows) : rows;
    int entered = 0;
    if (!data.isLeftTruncated()) {
      for (int row : rows) {
        atRisk[data.groupCode(row)] += data.weight(row);
      }
      entered = rows.length;
    }
    double[] times = data.times(rows);
    int next = 0;
    while (next < rows.length) {
      double time = times[next];
      while (entered < rows.length && data.entry(entrants[entered]) < time) {
        int row = entrants[entered++];
        atRisk[data.groupCode(row)] += data.weight(row);
      }
      int end = next;
      boolean any = false;
      for (; end < rows.length && times[end] == time; end++) {
        if (data.event(rows[end])) {
          events[data.groupCode(rows[end])] += data.weight(rows[end]);
          any = true;
        }
      }
      if (any) {
        addTime(atRisk, events, weights);
        Arrays.fill(events, 0);
      }
      for (; next < end; next++) {
        atRisk[data.groupCode(rows[next])] -= data.weight(rows[next]);
      }
    }
  }

  private static int[] byEntry(SurvivalData data, int[] rows) {
    double[] entries = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      entries[i] = data.entry(rows[i]);
    }
    int[] order = TimeOrder.of(entries);
    for (int i = 0; i < order.length; i++) {
      order[i] = rows[order[i]];
    }
    return order;
  }

  private void addTime(double[] atRisk, double[] events, TimeWeights weights) {
    double n = 0;
    double d = 0;
    for (int g = 0; g < atRisk.length; g++) {
      n += atRisk[g];
      d += events[g];
    }
    double a = weights.next(n, d);
    double spread = n > 1 ? a * a * d * (n - d) / (n - 1) : 0;
    double perPatient = 1 / n;
    if (atRisk.length == 2) {
      addTwo(atRisk, events, d, a, spread, perPatient);
      return;
    }
    for (int g = 0; g < atRisk.length; g++) {
      double share = atRisk[g] * perPatient;
      observed[g] += events[g];
      expected[g] += share * d;
      difference[g] += a * (events[g] - share * d);
      for (int h = 0; h < g && spread > 0; h++) {
        double covariance = spread * share * atRisk[h] * perPatient;
        variance[g][h] -= covariance;
        variance[h][g] -= covariance;
      }
      variance[g][g] += spread * share * (n - atRisk[g]) * perPatient;
    }
  }

  /** The same for two groups, the usual case, without its loops. */
  private void addTwo(
      double[] atRisk, double[] events, double d, double a, double spread, double perPatient) {
    double first = atRisk[0] * perPatient;
    double second = atRisk[1] * perPatient;
    observed[0] += events[0];
    observed[1] += events[1];
    expected[0] += first * d;
    expected[1] += second * d;
    difference[0] += a * (events[0] - first * d);
    difference[1] += a * (events[1] - second * d);
    double v = spread * first * second;
    variance[0][0] += v;
    variance[0][1] -= v;
    variance[1][0] -= v;
    variance[1][1] += v;
  }
}
