package org.copse.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * Incidence rates of single groups, with the raw events and person-time kept.
 *
 * <p>On the reader's scale a study shows its own x/t and Garwood's exact Poisson interval,
 * quantiles of the gamma distributions of shape x and x + 1 (Biometrika 1936;28:437-442), whatever
 * the scale of pooling. <b>Units</b>: events per unit of the time given. metafor: {@code
 * escalc(measure = "IRLN" | "IR" | "IRS" | "IRFT")}; R meta: {@code metarate}.
 */
public final class SingleRateEffects extends Effects {

  private final SingleRateMeasure measure;
  private final List<Rate> data;
  private final ZeroCells zeroCells;
  private final String timeUnit;
  private final List<String> given;

  private SingleRateEffects(
      SingleRateMeasure measure,
      Studies studies,
      List<Rate> data,
      ZeroCells zeroCells,
      String timeUnit,
      SingleGroupEstimates computed,
      List<String> given) {
    super(measure, studies, computed.estimates(), computed.variances(), computed.notes(given));
    this.measure = measure;
    this.data = List.copyOf(data);
    this.zeroCells = zeroCells;
    this.timeUnit = Objects.requireNonNull(timeUnit, "timeUnit");
    this.given = given;
  }

  private static SingleRateEffects build(
      SingleRateMeasure measure,
      Studies studies,
      List<Rate> data,
      ZeroCells zeroCells,
      String timeUnit,
      List<String> given) {
    SingleGroupEstimates computed = SingleGroupEstimates.ofRates(measure, studies, data, zeroCells);
    return new SingleRateEffects(measure, studies, data, zeroCells, timeUnit, computed, given);
  }

  /**
   * Rates of single groups.
   *
   * @param measure the measure
   * @param studies the studies
   * @param data events and person-time of each study, same order
   * @return the effects
   * @throws StudyDataException naming every study whose events or time are impossible
   */
  public static SingleRateEffects of(SingleRateMeasure measure, Studies studies, List<Rate> data) {
    requireSameSize(studies, data.size());
    List<DataProblem> problems = new ArrayList<>();
    for (int i = 0; i < data.size(); i++) {
      Rate r = data.get(i);
      RateRules.check(studies.label(i), i + 1, r.events(), r.time(), "events", "time", problems);
    }
    StudyDataException.throwIfAny(problems);
    return build(measure, studies, data, ZeroCells.DEFAULT, RateEffects.PERSON_TIME, List.of());
  }

  /** {@inheritDoc} */
  @Override
  public SingleRateMeasure measure() {
    return measure;
  }

  /**
   * One study's events and person-time, uncorrected.
   *
   * @param study index, 0 for the first
   * @return events and time as given
   */
  public Rate rate(int study) {
    return data.get(study);
  }

  /**
   * What the time is counted in, as printed over tables and plots.
   *
   * @return for example "person-years"; "person-time" when nobody said
   */
  public String timeUnit() {
    return timeUnit;
  }

  /**
   * The same data with the unit of time named.
   *
   * @param unit for example "person-years" or "catheter-days"
   * @return new effects
   */
  public SingleRateEffects timeUnit(String unit) {
    return build(measure, studies(), data, zeroCells, unit, given);
  }

  /**
   * The rule for studies without events in use.
   *
   * @return the rule
   */
  public ZeroCells zeroCells() {
    return zeroCells;
  }

  /**
   * The same data under another rule for studies without events.
   *
   * @param rule the rule; its increment is added to the events
   * @return new effects
   * @throws IllegalArgumentException for a split by arm size: there is one arm
   */
  public SingleRateEffects zeroCells(ZeroCells rule) {
    return build(measure, studies(), data, SingleGroupEstimates.usable(rule), timeUnit, given);
  }

  @Override
  public String displayedLabel() {
    return measure.displayedLabel() + RateEffects.per(timeUnit);
  }

  /**
   * The same data under another measure.
   *
   * @param other the other measure
   * @return new effects
   */
  public SingleRateEffects as(SingleRateMeasure other) {
    return build(other, studies(), data, zeroCells, timeUnit, given);
  }

  /**
   * Harmonic mean of the times, used to take a pooled Freeman-Tukey value back.
   *
   * @return k / Σ(1/tᵢ)
   */
  public double harmonicMeanTime() {
    return data.size() / data.stream().mapToDouble(r -> 1 / r.time()).sum();
  }

  @Override
  public double displayed(int study) {
    return data.get(study).value();
  }

  @Override
  public Interval displayedInterval(int study, double level) {
    double tail = (1 - Interval.requireLevel(level)) / 2;
    Rate r = data.get(study);
    double x = r.events();
    double lower =
        x == 0 ? 0 : GammaDistribution.of(x, 1).inverseCumulativeProbability(tail) / r.time();
    double upper = GammaDistribution.of(x + 1, 1).inverseSurvivalProbability(tail) / r.time();
    return new Interval(lower, upper, level);
  }

  @Override
  public double backTransform(double pooled) {
    return measure.scale().backTransform(pooled, harmonicMeanTime());
  }

  @Override
  public List<String> dataNotes() {
    return given;
  }

  @Override
  public List<RawColumn> rawColumns() {
    return List.of(
        RawColumn.of("events", "events", RawColumn.Kind.COUNT),
        RawColumn.of("time", timeUnit, RawColumn.Kind.TIME));
  }

  @Override
  public double raw(int study, int column) {
    Rate r = data.get(study);
    return column == 0 ? r.events() : r.time();
  }

  @Override
  public SingleRateEffects subset(int... rows) {
    List<Rate> fewer = Arrays.stream(rows).mapToObj(data::get).toList();
    return build(measure, studies().subset(rows), fewer, zeroCells, timeUnit, given);
  }

  @Override
  public SingleRateEffects withModerator(String name, Moderator values) {
    return build(measure, studies().withModerator(name, values), data, zeroCells, timeUnit, given);
  }

  @Override
  public SingleRateEffects withNotes(List<String> more) {
    List<String> all = new ArrayList<>(given);
    all.addAll(more);
    return build(measure, studies(), data, zeroCells, timeUnit, List.copyOf(all));
  }
}
