package org.copse.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Effects of two-arm counts. The raw counts stay with the estimates, so that a model may pool the
 * counts themselves under its own rule for zero cells.
 *
 * <p>metafor: {@code escalc(measure = "RR" | "OR" | "RD" | "PETO" | ...)}; R meta: {@code metabin}.
 */
public final class BinaryEffects extends Effects {

  private final BinaryMeasure measure;
  private final List<TwoByTwo> counts;
  private final ZeroCells zeroCells;
  private final ArmNames arms;
  private final List<String> given;

  private BinaryEffects(
      BinaryMeasure measure,
      Studies studies,
      List<TwoByTwo> counts,
      ZeroCells zeroCells,
      ArmNames arms,
      BinaryEstimates computed,
      List<String> given) {
    super(measure, studies, computed.estimates(), computed.variances(), computed.notes(given));
    this.measure = measure;
    this.counts = List.copyOf(counts);
    this.zeroCells = zeroCells;
    this.arms = arms;
    this.given = given;
  }

  /**
   * Effects with the default rule for zero cells.
   *
   * @param measure the measure
   * @param studies the studies
   * @param counts one table a study, same order
   * @return the effects
   * @throws StudyDataException naming every study whose counts are impossible
   */
  public static BinaryEffects of(BinaryMeasure measure, Studies studies, List<TwoByTwo> counts) {
    return of(measure, studies, counts, ZeroCells.DEFAULT);
  }

  /**
   * Effects with a rule for zero cells.
   *
   * @param measure the measure
   * @param studies the studies
   * @param counts one table a study, same order
   * @param zeroCells what is done about zero cells
   * @return the effects
   * @throws StudyDataException naming every study whose counts are impossible
   */
  public static BinaryEffects of(
      BinaryMeasure measure, Studies studies, List<TwoByTwo> counts, ZeroCells zeroCells) {
    requireSameSize(studies, counts.size());
    List<DataProblem> problems = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      TwoByTwo t = counts.get(i);
      String study = studies.label(i);
      CountRules.check(study, i + 1, t.events1(), t.total1(), "events1", "total1", problems);
      CountRules.check(study, i + 1, t.events2(), t.total2(), "events2", "total2", problems);
    }
    StudyDataException.throwIfAny(problems);
    return build(measure, studies, counts, zeroCells, ArmNames.DEFAULT, List.of());
  }

  private static BinaryEffects build(
      BinaryMeasure measure,
      Studies studies,
      List<TwoByTwo> counts,
      ZeroCells zeroCells,
      ArmNames arms,
      List<String> given) {
    BinaryEstimates computed = BinaryEstimates.of(measure, studies, counts, zeroCells);
    return new BinaryEffects(measure, studies, counts, zeroCells, arms, computed, given);
  }

  /** {@inheritDoc} */
  @Override
  public BinaryMeasure measure() {
    return measure;
  }

  /**
   * One study's counts, uncorrected.
   *
   * @param study index, 0 for the first
   * @return the counts as given
   */
  public TwoByTwo counts(int study) {
    return counts.get(study);
  }

  /**
   * The rule for zero cells in use.
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
   * The same counts under another measure.
   *
   * @param other the other measure
   * @return new effects
   */
  public BinaryEffects as(BinaryMeasure other) {
    return build(other, studies(), counts, zeroCells, arms, given);
  }

  /**
   * The same counts under another rule for zero cells.
   *
   * @param rule the rule
   * @return new effects
   */
  public BinaryEffects zeroCells(ZeroCells rule) {
    return build(measure, studies(), counts, rule, arms, given);
  }

  /**
   * The same effects with other names of the arms, shown in tables and plots.
   *
   * @param first the arm compared
   * @param second the arm compared with
   * @return new effects
   */
  public BinaryEffects arms(String first, String second) {
    return build(measure, studies(), counts, zeroCells, new ArmNames(first, second), given);
  }

  @Override
  public List<String> dataNotes() {
    return given;
  }

  @Override
  public List<RawColumn> rawColumns() {
    if (measure == BinaryMeasure.DIAGNOSTIC_ODDS_RATIO) {
      return Stream.of("TP", "FP", "FN", "TN")
          .map(name -> RawColumn.of(name, name, RawColumn.Kind.COUNT))
          .toList();
    }
    return RawColumn.twice(
        arms,
        RawColumn.of("events", "events", RawColumn.Kind.COUNT),
        RawColumn.of("total", "total", RawColumn.Kind.COUNT));
  }

  @Override
  public double raw(int study, int column) {
    TwoByTwo t = counts.get(study);
    if (measure == BinaryMeasure.DIAGNOSTIC_ODDS_RATIO) {
      return new double[] {t.events1(), t.events2(), t.nonEvents1(), t.nonEvents2()}[column];
    }
    return switch (column) {
      case 0 -> t.events1();
      case 1 -> t.total1();
      case 2 -> t.events2();
      default -> t.total2();
    };
  }

  @Override
  public BinaryEffects subset(int... rows) {
    List<TwoByTwo> fewer = Arrays.stream(rows).mapToObj(counts::get).toList();
    return build(measure, studies().subset(rows), fewer, zeroCells, arms, given);
  }

  @Override
  public BinaryEffects withModerator(String name, Moderator values) {
    return build(measure, studies().withModerator(name, values), counts, zeroCells, arms, given);
  }

  @Override
  public BinaryEffects withNotes(List<String> more) {
    List<String> all = new ArrayList<>(given);
    all.addAll(more);
    return build(measure, studies(), counts, zeroCells, arms, List.copyOf(all));
  }
}
