package org.copse.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A curve read off a figure, put in order, with a point at each time of the risk table. */
final class DigitisedCurve {

  final double[] times;
  final double[] survival;

  /** Index of the point at each time of the risk table that lies within the curve. */
  final int[] starts;

  final List<String> notes;

  private DigitisedCurve(double[] times, double[] survival, int[] starts, List<String> notes) {
    this.times = times;
    this.survival = survival;
    this.starts = starts;
    this.notes = notes;
  }

  static DigitisedCurve of(double[] readTimes, double[] readSurvival, double[] riskTimes) {
    List<String> notes = new ArrayList<>();
    int[] order =
        IntStream.range(0, readTimes.length)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(i -> readTimes[i])
                    .thenComparing(i -> -readSurvival[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double last = readTimes[order[order.length - 1]];
    int[] starts = new int[(int) Arrays.stream(riskTimes).filter(t -> t <= last).count()];
    if (starts.length < riskTimes.length) {
      notes.add(
          "%s times of the risk table lie after the last point of the curve and are not used"
              .formatted(riskTimes.length - starts.length));
    }
    double[] times = new double[order.length + starts.length];
    double[] survival = new double[times.length];
    double s = 1;
    int at = 0;
    int raised = 0;
    int risk = 0;
    for (int point : order) {
      for (; risk < starts.length && riskTimes[risk] <= readTimes[point]; risk++) {
        starts[risk] = at;
        times[at] = riskTimes[risk];
        survival[at++] = s;
      }
      raised += readSurvival[point] > s ? 1 : 0;
      s = Math.min(s, readSurvival[point]);
      times[at] = readTimes[point];
      survival[at++] = s;
    }
    if (raised > 0) {
      notes.add(
          "%s points lay above the one before and were lowered to it: a curve cannot rise"
              .formatted(raised));
    }
    return new DigitisedCurve(times, survival, starts, notes);
  }
}
