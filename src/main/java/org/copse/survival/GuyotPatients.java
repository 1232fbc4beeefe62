package org.copse.survival;

import java.util.Arrays;

/** The iterations of Guyot et al. over the intervals of a risk table. */
final class GuyotPatients {

  private static final int MOST = 10_000;

  private final double[] times;
  private final double[] survival;
  private final int[] starts;
  private final int[] atRiskGiven;
  private final double[] atRisk;

  /** Events at each point. */
  final int[] events;

  /** Censored between each point and the next. */
  final int[] censored;

  private final double[] estimate;
  private final int[] censoredInInterval;

  /** How many printed numbers at risk could not be met. */
  int unmet;

  GuyotPatients(DigitisedCurve curve, int[] printedAtRisk) {
    this.times = curve.times;
    this.survival = curve.survival;
    this.starts = curve.starts;
    this.atRiskGiven = Arrays.copyOf(printedAtRisk, starts.length);
    this.atRisk = new double[times.length + 1];
    this.events = new int[times.length];
    this.censored = new int[times.length];
    this.estimate = new double[times.length];
    this.censoredInInterval = new int[starts.length];
  }

  void solve(int totalEvents) {
    for (int i = 0; i < starts.length - 1; i++) {
      solveInterval(i);
    }
    solveLast(totalEvents);
  }

  private void solveInterval(int i) {
    int next = starts[i + 1];
    double kept = survival[starts[i]] > 0 ? survival[next] / survival[starts[i]] : 0;
    int guess = (int) Math.max(0, Math.round(atRiskGiven[i] * kept - atRiskGiven[i + 1]));
    for (int step = 0; step < MOST; step++) {
      censoredInInterval[i] = guess;
      spreadCensored(i, next);
      estimateEvents(i, next);
      double excess = atRisk[next] - atRiskGiven[i + 1];
      int better = (int) Math.max(0, Math.min(atRiskGiven[i], guess + excess));
      if (better == guess) {
        break;
      }
      guess = better;
    }
    if (atRisk[next] != atRiskGiven[i + 1]) {
      unmet++;
      atRiskGiven[i + 1] = (int) Math.max(0, atRisk[next]);
    }
  }

  private void solveLast(int totalEvents) {
    int i = starts.length - 1;
    int before = Arrays.stream(events, 0, starts[i]).sum();
    int guess = lastGuess(i);
    if (totalEvents >= 0 && before >= totalEvents) {
      censoredInInterval[i] = 0;
      keepAll(i);
      return;
    }
    for (int step = 0; step < MOST; step++) {
      censoredInInterval[i] = guess;
      spreadCensored(i, times.length);
      estimateEvents(i, times.length);
      int excess = totalEvents < 0 ? 0 : Arrays.stream(events).sum() - totalEvents;
      int better = Math.max(0, Math.min(atRiskGiven[i], guess + excess));
      if (better == guess) {
        return;
      }
      guess = better;
    }
  }

  /** Censoring at the rate of the intervals before. */
  private int lastGuess(int i) {
    double past = times[starts[i]] - times[starts[0]];
    double length = times[times.length - 1] - times[starts[i]];
    int sum = Arrays.stream(censoredInInterval, 0, i).sum();
    return past > 0 ? (int) Math.min(Math.round(length / past * sum), atRiskGiven[i]) : 0;
  }

  private void keepAll(int i) {
    for (int k = starts[i]; k < times.length; k++) {
      events[k] = 0;
      censored[k] = 0;
      atRisk[k] = atRiskGiven[i];
    }
    atRisk[times.length] = atRiskGiven[i];
  }

  private void spreadCensored(int i, int end) {
    Arrays.fill(censored, starts[i], end, 0);
    double from = times[starts[i]];
    double to = times[Math.min(end, times.length - 1)];
    int k = starts[i];
    for (int c = 1; c <= censoredInInterval[i]; c++) {
      double time = from + c * (to - from) / (censoredInInterval[i] + 1);
      while (k + 1 < end && times[k + 1] <= time) {
        k++;
      }
      censored[k]++;
    }
  }

  private void estimateEvents(int i, int end) {
    double last = i == 0 ? 1 : estimate[starts[i] - 1];
    atRisk[starts[i]] = atRiskGiven[i];
    for (int k = starts[i]; k < end; k++) {
      double n = atRisk[k];
      events[k] = n > 0 && last > 0 ? (int) Math.round(n * (1 - survival[k] / last)) : 0;
      events[k] = Math.max(0, Math.min(events[k], (int) n));
      last *= n > 0 ? 1 - events[k] / n : 1;
      estimate[k] = last;
      censored[k] = (int) Math.max(0, Math.min(censored[k], n - events[k]));
      atRisk[k + 1] = n - events[k] - censored[k];
    }
  }

  /** Patients still at risk after the last point. */
  int remaining() {
    return (int) atRisk[times.length];
  }
}
