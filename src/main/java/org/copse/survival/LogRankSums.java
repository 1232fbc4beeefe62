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
    for (OrderedRows stratum : data.rowsByStratum()) {
      if (sums.observed.length == 2 && !data.isWeighted() && !data.isLeftTruncated()) {
        sums.addTwoGroups(data, stratum, weights.get());
      } else {
        sums.addStratum(data, stratum, weights.get());
      }
    }
    return sums;
  }

  private void addStratum(SurvivalData data, OrderedRows stratum, TimeWeights weights) {
    int[] rows = stratum.rows;
    double[] times = stratum.times;
    double[] atRisk = new double[observed.length];
    double[] events = new double[observed.length];
    double[] leaving = new double[observed.length];
    int[] entrants = data.isLeftTruncated() ? byEntry(data, rows) : rows;
    int entered = data.isLeftTruncated() ? 0 : enterAll(data, rows, atRisk);
    int next = 0;
    while (next < rows.length) {
      double time = times[next];
      while (entered < rows.length && data.entry(entrants[entered]) < time) {
        int row = entrants[entered++];
        atRisk[data.groupCode(row)] += data.weight(row);
      }
      boolean any = false;
      for (; next < rows.length && times[next] == time; next++) {
        int group = data.groupCode(rows[next]);
        double weight = data.weight(rows[next]);
        leaving[group] += weight;
        if (stratum.events[next]) {
          events[group] += weight;
          any = true;
        }
      }
      if (any) {
        addTime(atRisk, events, weights);
        Arrays.fill(events, 0);
      }
      for (int group = 0; group < atRisk.length; group++) {
        atRisk[group] -= leaving[group];
        leaving[group] = 0;
      }
    }
  }

  /** The same for the usual data, where all is counting. */
  private void addTwoGroups(SurvivalData data, OrderedRows stratum, TimeWeights weights) {
    int rows = stratum.count();
    int second = 0;
    for (int row : stratum.rows) {
      second += data.groupCode(row);
    }
    double[] atRisk = {rows - second, second};
    double[] events = new double[2];
    int next = 0;
    while (next < rows) {
      double time = stratum.times[next];
      int first = next;
      int secondLeaving = 0;
      int died = 0;
      int secondDied = 0;
      for (; next < rows && stratum.times[next] == time; next++) {
        int code = data.groupCode(stratum.rows[next]);
        int event = stratum.events[next] ? 1 : 0;
        secondLeaving += code;
        died += event;
        secondDied += event & code;
      }
      if (died > 0) {
        events[0] = died - secondDied;
        events[1] = secondDied;
        addTime(atRisk, events, weights);
      }
      atRisk[0] -= next - first - secondLeaving;
      atRisk[1] -= secondLeaving;
    }
  }

  private static int enterAll(SurvivalData data, int[] rows, double[] atRisk) {
    for (int row : rows) {
      atRisk[data.groupCode(row)] += data.weight(row);
    }
    return rows.length;
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
