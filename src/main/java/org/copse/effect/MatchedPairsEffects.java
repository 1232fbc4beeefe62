package org.copse.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Effects of matched pairs, with the raw counts kept: the four cells of pairs, or the events of
 * each arm with the correlation within pairs.
 *
 * <p><b>Zero cells</b>: the rule of {@link ZeroCells} adds its increment to each of the four cells
 * (or to the margins' cells) of a study with a zero among those that the measure uses: the
 * discordant ones of a conditional odds ratio, where metafor looks at all four; all four of a
 * marginal measure. metafor: {@code escalc(measure = "MPORC" | "MPPETO" | "MPOR" | "MPORM" | "MPRR"
 * | "MPRD")}.
 */
public final class MatchedPairsEffects extends Effects {

  private final MatchedPairsMeasure measure;
  private final List<MatchedPairs> cells;
  private final List<MatchedMargins> margins;
  private final ZeroCells zeroCells;
  private final ArmNames arms;
  private final List<String> given;

  private MatchedPairsEffects(
      MatchedPairsMeasure measure,
      Studies studies,
      List<MatchedPairs> cells,
      List<MatchedMargins> margins,
      ZeroCells zeroCells,
      ArmNames arms,
      MatchedPairsEstimates computed,
      List<String> given) {
    super(measure, studies, computed.estimates(), computed.variances(), computed.notes(given));
    this.measure = measure;
    this.cells = cells;
    this.margins = margins;
    this.zeroCells = zeroCells;
    this.arms = arms;
    this.given = given;
  }

  /**
   * Effects of the four cells of pairs, with the default rule for zero cells.
   *
   * @param measure the measure
   * @param studies the studies
   * @param pairs one table a study, same order
   * @return the effects
   * @throws StudyDataException naming every study whose counts are impossible
   */
  public static MatchedPairsEffects of(
      MatchedPairsMeasure measure, Studies studies, List<MatchedPairs> pairs) {
    requireSameSize(studies, pairs.size());
    List<String> names = List.of("both", "onlyFirst", "onlySecond", "neither");
    List<DataProblem> problems = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      pairs.get(i).check(studies.label(i), i + 1, names, problems);
    }
    StudyDataException.throwIfAny(problems);
    return build(
        measure, studies, List.copyOf(pairs), null, ZeroCells.DEFAULT, ArmNames.DEFAULT, List.of());
  }

  /**
   * Effects of margins and correlations, with the default rule for zero cells.
   *
   * @param measure a marginal measure
   * @param studies the studies
   * @param margins one a study, same order
   * @return the effects
   * @throws StudyDataException naming every study whose numbers are impossible
   * @throws IllegalArgumentException for a conditional measure, which needs the four cells
   */
  public static MatchedPairsEffects ofMargins(
      MatchedPairsMeasure measure, Studies studies, List<MatchedMargins> margins) {
    requireSameSize(studies, margins.size());
    List<String> names = List.of("events1", "events2", "pairs", "correlation");
    List<DataProblem> problems = new ArrayList<>();
    for (int i = 0; i < margins.size(); i++) {
      margins.get(i).check(studies.label(i), i + 1, names, problems);
    }
    StudyDataException.throwIfAny(problems);
    List<MatchedPairs> cells = margins.stream().map(MatchedMargins::cells).toList();
    return build(
        measure,
        studies,
        cells,
        List.copyOf(margins),
        ZeroCells.DEFAULT,
        ArmNames.DEFAULT,
        List.of());
  }

  private static MatchedPairsEffects build(
      MatchedPairsMeasure measure,
      Studies studies,
      List<MatchedPairs> cells,
      List<MatchedMargins> margins,
      ZeroCells zeroCells,
      ArmNames arms,
      List<String> given) {
    if (margins != null && measure.isConditional()) {
      throw new IllegalArgumentException(
          "Cannot compute a conditional odds ratio: data must be the four cells of pairs, was margins with a correlation. Use trials.matched().pairs(...), or MARGINAL_ODDS_RATIO.");
    }
    MatchedPairsEstimates computed =
        MatchedPairsEstimates.of(measure, studies, cells, margins, zeroCells);
    return new MatchedPairsEffects(
        measure, studies, cells, margins, zeroCells, arms, computed, given);
  }

  /** {@inheritDoc} */
  @Override
  public MatchedPairsMeasure measure() {
    return measure;
  }

  /**
   * One study's pairs, uncorrected.
   *
   * @param study index, 0 for the first
   * @return the four cells; those that margins and correlation make where only these were given
   */
  public MatchedPairs pairs(int study) {
    return cells.get(study);
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
   * The same pairs under another measure.
   *
   * @param other the other measure
   * @return new effects
   */
  public MatchedPairsEffects as(MatchedPairsMeasure other) {
    return build(other, studies(), cells, margins, zeroCells, arms, given);
  }

  /**
   * The same pairs under another rule for zero cells.
   *
   * @param rule the rule; the arms of matched pairs are of one size, so that both splits are the
   *     same
   * @return new effects
   */
  public MatchedPairsEffects zeroCells(ZeroCells rule) {
    return build(measure, studies(), cells, margins, rule, arms, given);
  }

  /**
   * The same effects with other names of the arms, shown in tables and plots.
   *
   * @param first the arm compared
   * @param second the arm compared with
   * @return new effects
   */
  public MatchedPairsEffects arms(String first, String second) {
    ArmNames names = new ArmNames(first, second);
    return build(measure, studies(), cells, margins, zeroCells, names, given);
  }

  @Override
  public List<String> dataNotes() {
    return given;
  }

  @Override
  public List<RawColumn> rawColumns() {
    if (margins != null) {
      return List.of(
          new RawColumn("events1", "events", arms.first(), RawColumn.Kind.COUNT),
          new RawColumn("events2", "events", arms.second(), RawColumn.Kind.COUNT),
          RawColumn.of("pairs", "pairs", RawColumn.Kind.COUNT),
          RawColumn.of("correlation", "r", RawColumn.Kind.VALUE));
    }
    String group = "Pairs with an event in";
    return List.of(
        new RawColumn("both", "both", group, RawColumn.Kind.COUNT),
        new RawColumn("onlyFirst", arms.first(), group, RawColumn.Kind.COUNT),
        new RawColumn("onlySecond", arms.second(), group, RawColumn.Kind.COUNT),
        new RawColumn("neither", "neither", group, RawColumn.Kind.COUNT));
  }

  @Override
  public double raw(int study, int column) {
    MatchedPairs p = cells.get(study);
    MatchedMargins m = margins == null ? null : margins.get(study);
    return switch (column) {
      case 0 -> m == null ? p.both() : m.events1();
      case 1 -> m == null ? p.onlyFirst() : m.events2();
      case 2 -> m == null ? p.onlySecond() : m.pairs();
      default -> m == null ? p.neither() : m.correlation();
    };
  }

  @Override
  public MatchedPairsEffects subset(int... rows) {
    List<MatchedPairs> fewer = Arrays.stream(rows).mapToObj(cells::get).toList();
    List<MatchedMargins> some =
        margins == null ? null : Arrays.stream(rows).mapToObj(margins::get).toList();
    return build(measure, studies().subset(rows), fewer, some, zeroCells, arms, given);
  }

  @Override
  public MatchedPairsEffects withModerator(String name, Moderator values) {
    return build(
        measure, studies().withModerator(name, values), cells, margins, zeroCells, arms, given);
  }

  @Override
  public MatchedPairsEffects withNotes(List<String> more) {
    List<String> all = new ArrayList<>(given);
    all.addAll(more);
    return build(measure, studies(), cells, margins, zeroCells, arms, List.copyOf(all));
  }
}
