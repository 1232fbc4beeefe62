package org.copse.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.copse.effect.DataProblem;
import org.copse.effect.MatchedMargins;
import org.copse.effect.MatchedPairs;
import org.copse.effect.MatchedPairsEffects;
import org.copse.effect.MatchedPairsMeasure;
import org.copse.effect.Studies;
import org.copse.effect.ZeroCells;
import org.copse.sensitivity.PrintedEffects;

/**
 * Matched pairs, as four cells or as margins with a correlation, checked; a measure makes effects
 * of them.
 */
public final class MatchedPairsOutcome {

  private static final int COLUMNS = 4;

  private final StudyRows rows;
  private final StudyColumns studies;
  private final boolean margins;
  private final ZeroCells zeroCells;

  MatchedPairsOutcome(StudyRows rows, boolean margins) {
    this.rows = rows;
    this.margins = margins;
    List<DataProblem> problems = rows.problems();
    List<String> columns = IntStream.range(0, COLUMNS).mapToObj(rows::column).toList();
    for (int i : rows.readable()) {
      if (margins) {
        margins(numbers(i)).check(rows.label(i), i + 1, columns, problems);
      } else {
        pairs(numbers(i)).check(rows.label(i), i + 1, columns, problems);
      }
    }
    this.studies = rows.studies(problems);
    this.zeroCells = ZeroCells.DEFAULT;
  }

  private MatchedPairsOutcome(
      StudyRows rows, StudyColumns studies, boolean margins, ZeroCells zeroCells) {
    this.rows = rows;
    this.studies = studies;
    this.margins = margins;
    this.zeroCells = zeroCells;
  }

  /**
   * Chooses what is done about zero cells when a study's own estimate is computed; the effects
   * carry a note on what was done.
   *
   * @param rule for example {@code ZeroCells.ALL}
   * @return a new outcome
   */
  public MatchedPairsOutcome zeroCells(ZeroCells rule) {
    return new MatchedPairsOutcome(rows, studies, margins, rule);
  }

  /**
   * Effects of the pairs under a measure.
   *
   * @param measure for example {@code CONDITIONAL_ODDS_RATIO}
   * @return effects with raw counts, moderators and notes
   * @throws IllegalArgumentException for a conditional measure of margins
   */
  public MatchedPairsEffects as(MatchedPairsMeasure measure) {
    List<double[]> numbers = Arrays.stream(studies.used()).mapToObj(this::numbers).toList();
    return effects(measure, studies.studies(), numbers).withNotes(studies.notes(rows));
  }

  /**
   * Effects for {@link org.copse.sensitivity.Rounding}. Pairs and events are exact; of margins the
   * correlation carries its rounding.
   *
   * @param measure for example {@code MARGINAL_ODDS_RATIO}
   * @return the effects as printed, with notes
   * @throws org.copse.effect.StudyDataException naming every row that rounding makes impossible
   * @throws IllegalArgumentException for a conditional measure of margins
   */
  public PrintedEffects asPrinted(MatchedPairsMeasure measure) {
    return PrintedCells.outcome(
        rows,
        studies,
        COLUMNS,
        margins ? new int[] {0, 1, 2} : PrintedCells.FOUR,
        v -> v,
        (s, numbers) -> effects(measure, s, numbers),
        as(measure).notes());
  }

  private MatchedPairsEffects effects(
      MatchedPairsMeasure measure, Studies who, List<double[]> numbers) {
    MatchedPairsEffects effects =
        margins
            ? MatchedPairsEffects.ofMargins(
                measure, who, numbers.stream().map(MatchedPairsOutcome::margins).toList())
            : MatchedPairsEffects.of(
                measure, who, numbers.stream().map(MatchedPairsOutcome::pairs).toList());
    return effects.zeroCells(zeroCells);
  }

  private double[] numbers(int row) {
    return IntStream.range(0, COLUMNS).mapToDouble(j -> rows.value(row, j)).toArray();
  }

  private static MatchedPairs pairs(double[] v) {
    return new MatchedPairs(v[0], v[1], v[2], v[3]);
  }

  private static MatchedMargins margins(double[] v) {
    return new MatchedMargins(v[0], v[1], v[2], v[3]);
  }

  @Override
  public String toString() {
    return "Matched pairs of " + studies.used().length + " studies; choose a measure with .as(...)";
  }
}
