package org.copse.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Proportions of single groups, with the raw counts kept.
 *
 * <p>On the reader's scale a study shows its own x/n and an exact or score interval, whatever the
 * scale of pooling. metafor: {@code escalc(measure = "PR" | "PLO" | "PFT")}; R meta: {@code
 * metaprop}.
 */
public final class ProportionEffects extends Effects {

  private static final double INCREMENT = 0.5;

  private final ProportionMeasure measure;
  private final List<Proportion> data;
  private final ProportionInterval studyInterval;
  private final List<String> given;

  private ProportionEffects(
      ProportionMeasure measure,
      Studies studies,
      List<Proportion> data,
      ProportionInterval studyInterval,
      List<String> given) {
    super(
        measure,
        studies,
        data.stream().mapToDouble(p -> measure.estimate(used(measure, p))).toArray(),
        data.stream().mapToDouble(p -> measure.variance(used(measure, p))).toArray(),
        notes(measure, studies, data, given));
    this.measure = measure;
    this.data = List.copyOf(data);
    this.studyInterval = studyInterval;
    this.given = given;
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
    return new ProportionEffects(
        measure, studies, data, ProportionInterval.CLOPPER_PEARSON, List.of());
  }

  private static Proportion used(ProportionMeasure measure, Proportion p) {
    return measure.needsCorrection(p)
        ? new Proportion(p.events() + INCREMENT, p.total() + 2 * INCREMENT)
        : p;
  }

  private static List<String> notes(
      ProportionMeasure measure, Studies studies, List<Proportion> data, List<String> given) {
    List<String> corrected = new ArrayList<>();
    for (int i = 0; i < data.size(); i++) {
      if (measure.needsCorrection(data.get(i))) {
        corrected.add(studies.label(i));
      }
    }
    List<String> notes = new ArrayList<>(given);
    StudyList.note(
        notes, corrected, " without or with only events: 0.5 added to events and non-events");
    return notes;
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
    return new ProportionEffects(measure, studies(), data, method, given);
  }

  /**
   * The same data under another measure.
   *
   * @param other the other measure
   * @return new effects
   */
  public ProportionEffects as(ProportionMeasure other) {
    return new ProportionEffects(other, studies(), data, studyInterval, given);
  }

  /**
   * Harmonic mean of the totals, used to take a pooled Freeman-Tukey value back.
   *
   * @return k / Σ(1/nᵢ)
   */
  public double harmonicMeanTotal() {
    return data.size() / data.stream().mapToDouble(p -> 1 / p.total()).sum();
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
    return new ProportionEffects(measure, studies().subset(rows), fewer, studyInterval, given);
  }

  @Override
  public ProportionEffects withNotes(List<String> more) {
    List<String> all = new ArrayList<>(given);
    all.addAll(more);
    return new ProportionEffects(measure, studies(), data, studyInterval, List.copyOf(all));
  }
}
