package org.copse.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Effects of two-arm person-time counts. Events and times stay with the estimates, so that a model
 * may pool the counts themselves.
 *
 * <p><b>Zero events</b>: the rule of {@link ZeroCells} adds its increment to the events of both
 * arms, never to the times; by default a study without events in both arms is left out of a ratio
 * and kept in a difference. <b>Units</b>: a difference is in events per unit of the time given.
 * metafor: {@code escalc(measure = "IRR" | "IRD" | "IRSD")}; R meta: {@code metainc}.
 */
public final class RateEffects extends Effects {

  static final String PERSON_TIME = "person-time";

  private final RateMeasure measure;
  private final List<TwoRates> counts;
  private final ZeroCells zeroCells;
  private final ArmNames arms;
  private final String timeUnit;
  private final List<String> given;

  private RateEffects(
      RateMeasure measure,
      Studies studies,
      List<TwoRates> counts,
      ZeroCells zeroCells,
      ArmNames arms,
      String timeUnit,
      RateEstimates computed,
      List<String> given) {
    super(measure, studies, computed.estimates(), computed.variances(), computed.notes(given));
    this.measure = measure;
    this.counts = List.copyOf(counts);
    this.zeroCells = zeroCells;
    this.arms = arms;
    this.timeUnit = Objects.requireNonNull(timeUnit, "timeUnit");
    this.given = given;
  }

  /**
   * Effects with the default rule for zero events.
   *
   * @param measure the measure
   * @param studies the studies
   * @param counts events and person-time of each study, same order
   * @return the effects
   * @throws StudyDataException naming every study whose events or times are impossible
   */
  public static RateEffects of(RateMeasure measure, Studies studies, List<TwoRates> counts) {
    requireSameSize(studies, counts.size());
    List<DataProblem> problems = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      TwoRates r = counts.get(i);
      String study = studies.label(i);
      RateRules.check(study, i + 1, r.events1(), r.time1(), "events1", "time1", problems);
      RateRules.check(study, i + 1, r.events2(), r.time2(), "events2", "time2", problems);
    }
    StudyDataException.throwIfAny(problems);
    return build(
        measure, studies, counts, ZeroCells.DEFAULT, ArmNames.DEFAULT, PERSON_TIME, List.of());
  }

  private static RateEffects build(
      RateMeasure measure,
      Studies studies,
      List<TwoRates> counts,
      ZeroCells zeroCells,
      ArmNames arms,
      String timeUnit,
      List<String> given) {
    RateEstimates computed = RateEstimates.of(measure, studies, counts, zeroCells);
    return new RateEffects(measure, studies, counts, zeroCells, arms, timeUnit, computed, given);
  }

  /** {@inheritDoc} */
  @Override
  public RateMeasure measure() {
    return measure;
  }

  /**
   * One study's events and person-time, uncorrected.
   *
   * @param study index, 0 for the first
   * @return the counts as given
   */
  public TwoRates counts(int study) {
    return counts.get(study);
  }

  /**
   * The rule for zero events in use.
   *
   * @return the rule
   */
  public ZeroCells zeroCells() {
    return zeroCells;
  }

  /**
   * Names of the arms.
   *
   * @return the names
   */
  public ArmNames arms() {
    return arms;
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
   * The same counts under another measure.
   *
   * @param other the other measure
   * @return new effects
   */
  public RateEffects as(RateMeasure other) {
    return build(other, studies(), counts, zeroCells, arms, timeUnit, given);
  }

  /**
   * The same counts under another rule for zero events.
   *
   * @param rule the rule; its increment is added to the events of both arms
   * @return new effects
   */
  public RateEffects zeroCells(ZeroCells rule) {
    return build(measure, studies(), counts, rule, arms, timeUnit, given);
  }

  /**
   * The same effects with other names of the arms, shown in tables and plots.
   *
   * @param first the arm compared
   * @param second the arm compared with
   * @return new effects
   */
  public RateEffects arms(String first, String second) {
    ArmNames names = new ArmNames(first, second);
    return build(measure, studies(), counts, zeroCells, names, timeUnit, given);
  }

  /**
   * The same effects with the unit of time named.
   *
   * @param unit for example "person-years" or "catheter-days"
   * @return new effects
   */
  public RateEffects timeUnit(String unit) {
    return build(measure, studies(), counts, zeroCells, arms, unit, given);
  }

  /** A difference has a unit, a ratio has none. */
  @Override
  public String displayedLabel() {
    boolean difference = measure == RateMeasure.INCIDENCE_RATE_DIFFERENCE;
    return measure.displayedLabel() + (difference ? per(timeUnit) : "");
  }

  /** " per person-year" of "person-years"; nothing where the unit was not given. */
  static String per(String unit) {
    if (unit.isBlank() || unit.equals(PERSON_TIME)) {
      return "";
    }
    boolean many = Character.isDigit(unit.charAt(0)) || !unit.endsWith("s");
    return " per " + (many ? unit : unit.substring(0, unit.length() - 1));
  }

  @Override
  public List<String> dataNotes() {
    return given;
  }

  @Override
  public List<RawColumn> rawColumns() {
    return RawColumn.twice(
        arms,
        RawColumn.of("events", "events", RawColumn.Kind.COUNT),
        RawColumn.of("time", timeUnit, RawColumn.Kind.TIME));
  }

  @Override
  public double raw(int study, int column) {
    TwoRates r = counts.get(study);
    return switch (column) {
      case 0 -> r.events1();
      case 1 -> r.time1();
      case 2 -> r.events2();
      default -> r.time2();
    };
  }

  @Override
  public RateEffects subset(int... rows) {
    List<TwoRates> fewer = Arrays.stream(rows).mapToObj(counts::get).toList();
    return build(measure, studies().subset(rows), fewer, zeroCells, arms, timeUnit, given);
  }

  @Override
  public RateEffects withModerator(String name, Moderator values) {
    return build(
        measure, studies().withModerator(name, values), counts, zeroCells, arms, timeUnit, given);
  }

  @Override
  public RateEffects withNotes(List<String> more) {
    List<String> all = new ArrayList<>(given);
    all.addAll(more);
    return build(measure, studies(), counts, zeroCells, arms, timeUnit, List.copyOf(all));
  }
}
