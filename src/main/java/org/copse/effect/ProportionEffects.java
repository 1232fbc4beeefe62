package org.copse.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Proportions of single groups, with the raw counts kept.
 *
 * <p>On the reader's scale a study shows its own x/n and an exact or score interval, whatever the
 * scale of pooling. metafor: {@code escalc(measure = "PR" | "PLN" | "PLO" | "PRZ" | "PAS" |
 * "PFT")}; R meta: {@code metaprop}.
 */
public final class ProportionEffects extends Effects {

  private final ProportionMeasure measure;
  private final List<Proportion> data;
  private final ZeroCells zeroCells;
  private final ProportionInterval studyInterval;
  private final List<String> given;

  private ProportionEffects(
      ProportionMeasure measure,
      Studies studies,
      List<Proportion> data,
      ZeroCells zeroCells,
      ProportionInterval studyInterval,
      SingleGroupEstimates computed,
      List<String> given) {
    super(measure, studies, computed.estimates(), computed.variances(), computed.notes(given));
    this.measure = measure;
    this.data = List.copyOf(data);
    this.zeroCells = zeroCells;
    this.studyInterval = studyInterval;
    this.given = given;
  }

  private static ProportionEffects build(
      ProportionMeasure measure,
      Studies studies,
      List<Proportion> data,
      ZeroCells zeroCells,
      ProportionInterval studyInterval,
      List<String> given) {
    SingleGroupEstimates computed =
        SingleGroupEstimates.ofProportions(measure, studies, data, zeroCells);
    return new ProportionEffects(measure, studies, data, zeroCells, studyInterval, computed, given);
  }

  /**
   * Proportions with Clopper-Pearson intervals for the studies.
   *
   * @param measure the measure
   * @param studies the studies
   * @param data one proportion a study, same order
   * @return the effects
   * @throws StudyDataException naming every study whose counts are impossible
   */
  public static ProportionEffects of(
      ProportionMeasure measure, Studies studies, List<Proportion> data) {
    requireSameSize(studies, data.size());
    List<DataProblem> problems = new ArrayList<>();
    for (int i = 0; i < data.size(); i++) {
      Proportion p = data.get(i);
      CountRules.check(studies.label(i), i + 1, p.events(), p.total(), "events", "total", problems);
    }
    StudyDataException.throwIfAny(problems);
    return build(
        measure, studies, data, ZeroCells.DEFAULT, ProportionInterval.CLOPPER_PEARSON, List.of());
  }

  /** {@inheritDoc} */
  @Override
  public ProportionMeasure measure() {
    return measure;
  }

  /**
   * One study's counts, uncorrected.
   *
   * @param study index, 0 for the first
   * @return events and total as given
   */
  public Proportion proportion(int study) {
    return data.get(study);
  }

  /**
   * The interval shown for single studies.
   *
   * @return the method
   */
  public ProportionInterval studyInterval() {
    return studyInterval;
  }

  /**
   * The same data with another interval for single studies.
   *
   * @param method the method
   * @return new effects
   */
  public ProportionEffects studyInterval(ProportionInterval method) {
    return build(measure, studies(), data, zeroCells, method, given);
  }

  /**
   * The rule for studies with no or only events in use.
   *
   * @return the rule
   */
  public ZeroCells zeroCells() {
    return zeroCells;
  }

  /**
   * The same data under another rule for studies with no or only events.
   *
   * @param rule the rule; its increment is added to events and to non-events
   * @return new effects
   * @throws IllegalArgumentException for a split by arm size: there is one arm
   */
  public ProportionEffects zeroCells(ZeroCells rule) {
    return build(measure, studies(), data, SingleGroupEstimates.usable(rule), studyInterval, given);
  }

  /**
   * The same data under another measure.
   *
   * @param other the other measure
   * @return new effects
   */
  public ProportionEffects as(ProportionMeasure other) {
    return build(other, studies(), data, zeroCells, studyInterval, given);
  }

  /**
   * Harmonic mean of the totals, used to take a pooled Freeman-Tukey value back.
   *
   * @return k / Σ(1/nᵢ)
   */
  public double harmonicMeanTotal() {
    return data.size() / data.stream().mapToDouble(p -> 1 / p.total()).sum();
  }

  /**
   * A value of the analysis scale taken back as that of a group of some size: the Freeman-Tukey
   * inverse of one study instead of that with the harmonic mean. A study's own estimate with its
   * own total gives back its x/n.
   *
   * @param value on the analysis scale
   * @param total patients of the group; of no effect on other scales
   * @return the proportion
   */
  public double backTransformFor(double value, double total) {
    return measure.scale().backTransform(value, total);
  }

  @Override
  public double displayed(int study) {
    return data.get(study).value();
  }

  @Override
  public Interval displayedInterval(int study, double level) {
    return studyInterval.of(data.get(study), level);
  }

  @Override
  public double backTransform(double pooled) {
    return measure.scale().backTransform(pooled, harmonicMeanTotal());
  }

  @Override
  public List<String> dataNotes() {
    return given;
  }

  @Override
  public List<RawColumn> rawColumns() {
    return List.of(
        RawColumn.of("events", "events", RawColumn.Kind.COUNT),
        RawColumn.of("total", "total", RawColumn.Kind.COUNT));
  }

  @Override
  public double raw(int study, int column) {
    Proportion p = data.get(study);
    return column == 0 ? p.events() : p.total();
  }

  @Override
  public ProportionEffects subset(int... rows) {
    List<Proportion> fewer = Arrays.stream(rows).mapToObj(data::get).toList();
    return build(measure, studies().subset(rows), fewer, zeroCells, studyInterval, given);
  }

  @Override
  public ProportionEffects withModerator(String name, Moderator values) {
    return build(
        measure, studies().withModerator(name, values), data, zeroCells, studyInterval, given);
  }

  @Override
  public ProportionEffects withNotes(List<String> more) {
    List<String> all = new ArrayList<>(given);
    all.addAll(more);
    return build(measure, studies(), data, zeroCells, studyInterval, List.copyOf(all));
  }
}
