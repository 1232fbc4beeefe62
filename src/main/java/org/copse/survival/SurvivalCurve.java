package org.copse.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.copse.effect.Interval;

/** Kaplan-Meier curve of one group. R survival: one stratum of {@code survfit}. */
public final class SurvivalCurve {

  /** As R: S within this of the level counts as equal to it, so that rounding moves no median. */
  private static final double TIE = Math.sqrt(Math.ulp(1.0));

  private final String group;
  private final int patients;
  private final CurveSteps steps;
  private final double[] entries;
  private final double[] entryWeights;
  private final SurvivalInterval method;
  private final double level;

  SurvivalCurve(
      String group,
      SurvivalData data,
      OrderedRows ordered,
      boolean robust,
      SurvivalInterval method,
      double level) {
    this.group = group;
    int[] rows = ordered.rows;
    this.patients = rows.length;
    this.steps = CurveSteps.of(data, ordered, robust);
    this.method = method;
    this.level = level;
    this.entries = data.isLeftTruncated() ? new double[rows.length] : new double[0];
    this.entryWeights = new double[entries.length];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = data.entry(rows[i]);
      entryWeights[i] = data.weight(rows[i]);
    }
  }

  /**
   * The group.
   *
   * @return its label, "all" where data have no groups
   */
  public String group() {
    return group;
  }

  /**
   * Number of rows.
   *
   * @return patients
   */
  public int patients() {
    return patients;
  }

  /**
   * Number of events.
   *
   * @return Σ weights of the events
   */
  public double events() {
    return IntStream.range(0, steps.count()).mapToDouble(steps::events).sum();
  }

  /**
   * Number of distinct times.
   *
   * @return times at which there was an event or a censoring
   */
  public int size() {
    return steps.count();
  }

  /**
   * The distinct times.
   *
   * @return ascending
   */
  public double[] times() {
    return steps.times.clone();
  }

  /**
   * S at each of {@link #times()}.
   *
   * @return not increasing
   */
  public double[] survival() {
    return steps.survival.clone();
  }

  /**
   * All points of the curve.
   *
   * @return a point a distinct time
   */
  public List<CurvePoint> points() {
    List<CurvePoint> points = new ArrayList<>(size());
    for (int i = 0; i < size(); i++) {
      points.add(point(i, steps.times[i], steps.atRisk(i), steps.events(i), steps.censored(i)));
    }
    return points;
  }

  /**
   * The curve at chosen times, as printed under a plot: numbers at risk just before, events and
   * censorings since the time before, S with its interval.
   *
   * @param times ascending, 0 or later
   * @return a point a time; S is absent after the last time of follow-up unless it has reached 0. R
   *     survival: {@code summary(fit, times =)}
   * @throws IllegalArgumentException when times are negative or not ascending
   */
  public List<CurvePoint> at(double... times) {
    List<CurvePoint> points = new ArrayList<>(times.length);
    int before = -1;
    for (int i = 0; i < times.length; i++) {
      if (!(times[i] >= 0 && (i == 0 || times[i] > times[i - 1]))) {
        throw new IllegalArgumentException(
            "Cannot read the curve: times must be 0 or later and ascending, was %s. Sort them."
                .formatted(Arrays.toString(times)));
      }
      int last = steps.indexAt(times[i]);
      double events = 0;
      double censored = 0;
      for (int j = before + 1; j <= last; j++) {
        events += steps.events(j);
        censored += steps.censored(j);
      }
      points.add(point(last, times[i], atRisk(times[i]), events, censored));
      before = Math.max(before, last);
    }
    return points;
  }

  /**
   * Number at risk just before a time: those with entry &lt; t ≤ time (at t = 0: who entered at 0).
   *
   * @param time the time
   * @return Σ weights
   */
  public double atRisk(double time) {
    int last = steps.indexAt(time);
    int next = last >= 0 && steps.times[last] == time ? last : last + 1;
    double sum = 0;
    for (int i = steps.count() - 1; i >= next; i--) {
      sum += steps.events(i) + steps.censored(i);
    }
    for (int i = 0; i < entries.length; i++) {
      sum -= entries[i] >= time && entries[i] > 0 ? entryWeights[i] : 0;
    }
    return sum;
  }

  private CurvePoint point(int i, double time, double atRisk, double events, double censored) {
    double s = i < 0 ? 1 : steps.survival[i];
    boolean known = time <= steps.times[steps.count() - 1] || s == 0;
    double logError = i < 0 ? 0 : Math.sqrt(steps.logVariance[i]);
    return new CurvePoint(
        time,
        atRisk,
        events,
        censored,
        known ? OptionalDouble.of(s) : OptionalDouble.empty(),
        known && s > 0 ? OptionalDouble.of(s * logError) : OptionalDouble.empty(),
        known ? method.of(s, logError, level) : Optional.empty());
  }

  /**
   * Median survival time with its interval.
   *
   * @return the quantile at 0.5
   */
  public SurvivalQuantile median() {
    return quantile(0.5);
  }

  /**
   * A quantile of survival time, with the interval that inverts the curve's pointwise intervals:
   * lower bound where the curve of lower bounds first comes to 1 − p, upper where that of upper
   * bounds does (Brookmeyer, Crowley, Biometrics 1982;38:29).
   *
   * <p>Where S is 1 − p over a whole step, the middle of the step is taken, as R's {@code survfit}
   * prints it; SAS and Stata take its beginning.
   *
   * @param probability share with the event by then, between 0 and 1
   * @return the quantile, parts absent where not reached
   */
  public SurvivalQuantile quantile(double probability) {
    if (!(probability > 0 && probability < 1)) {
      throw new IllegalArgumentException(
          "Cannot compute a quantile: probability must be between 0 and 1, was %s. Use 0.5 for the"
                  .formatted(probability)
              + " median.");
    }
    double[] lower = new double[size()];
    double[] upper = new double[size()];
    for (int i = 0; i < size(); i++) {
      Optional<Interval> bounds =
          method.of(steps.survival[i], Math.sqrt(steps.logVariance[i]), level);
      lower[i] = bounds.map(Interval::lower).orElse(Double.NaN);
      upper[i] = bounds.map(Interval::upper).orElse(Double.NaN);
    }
    double s = 1 - probability;
    return new SurvivalQuantile(
        probability, crossing(steps.survival, s), crossing(lower, s), crossing(upper, s), level);
  }

  private OptionalDouble crossing(double[] curve, double s) {
    for (int i = 0; i < curve.length; i++) {
      if (curve[i] < s + TIE) {
        boolean onStep = Math.abs(curve[i] - s) < TIE;
        return OptionalDouble.of(onStep ? middleOfStep(curve, i) : steps.times[i]);
      }
    }
    return OptionalDouble.empty();
  }

  private double middleOfStep(double[] curve, int start) {
    for (int j = start + 1; j < curve.length; j++) {
      if (curve[j] < curve[start]) {
        return (steps.times[start] + steps.times[j]) / 2;
      }
    }
    return steps.times[start];
  }

  /**
   * Restricted mean survival time to a horizon.
   *
   * @param tau horizon, above 0 and within follow-up (or any where S has reached 0)
   * @return mean with its standard error, Greenwood's also where the curve's is robust. R survival:
   *     {@code print(fit, rmean = tau)}
   * @throws IllegalArgumentException when τ is not above 0 or lies beyond follow-up with S above 0
   */
  public RestrictedMean restrictedMean(double tau) {
    int n = size();
    double end = steps.times[n - 1];
    if (!(tau > 0 && (tau <= end || steps.survival[n - 1] == 0))) {
      throw new IllegalArgumentException(
          ("Cannot compute the restricted mean of group '%s': tau must be above 0 and within"
                  + " follow-up, %s, was %s. Choose a tau that all groups reach.")
              .formatted(group, SurvivalRules.text(end), SurvivalRules.text(tau)));
    }
    double area = 0;
    double variance = 0;
    double right = tau;
    for (int i = steps.indexAt(tau); i >= 0; i--) {
      area += steps.survival[i] * (right - steps.times[i]);
      right = steps.times[i];
      double left = steps.atRisk(i) - steps.events(i);
      if (steps.events(i) > 0 && left > 0) {
        variance += area * area * steps.events(i) / (steps.atRisk(i) * left);
      }
    }
    return new RestrictedMean(tau, area + right, Math.sqrt(variance), level);
  }

  /**
   * How the pointwise intervals are made.
   *
   * @return the transformation
   */
  public SurvivalInterval interval() {
    return method;
  }

  /**
   * Level of the intervals.
   *
   * @return for example 0.95
   */
  public double level() {
    return level;
  }

  /** Area under the curve between two times within follow-up, and the steps, for the package. */
  CurveSteps steps() {
    return steps;
  }

  /**
   * Last time of follow-up.
   *
   * @return the largest time
   */
  public double lastTime() {
    return steps.times[size() - 1];
  }

  @Override
  public String toString() {
    return "%s: %s patients, %s events, median %s"
        .formatted(group, patients, SurvivalRules.text(events()), median());
  }
}
