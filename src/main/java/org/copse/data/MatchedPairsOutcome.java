package org.copse.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.copse.effect.DataProblem;
import org.copse.effect.MatchedMargins;
import org.copse.effect.MatchedPairs;
import org.copse.effect.MatchedPairsEffects;
import org.copse.effect.MatchedPairsMeasure;
import org.copse.effect.ZeroCells;

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
        margins(i).check(rows.label(i), i + 1, columns, problems);
      } else {
        pairs(i).check(rows.label(i), i + 1, columns, problems);
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
    int[] used = studies.used();
    MatchedPairsEffects effects =
        margins
            ? MatchedPairsEffects.ofMargins(
                measure, studies.studies(), Arrays.stream(used).mapToObj(this::margins).toList())
            : MatchedPairsEffects.of(
                measure, studies.studies(), Arrays.stream(used).mapToObj(this::pairs).toList());
    return effects.zeroCells(zeroCells).withNotes(studies.notes(rows));
  }

  private MatchedPairs pairs(int row) {
    return new MatchedPairs(
        rows.value(row, 0), rows.value(row, 1), rows.value(row, 2), rows.value(row, 3));
  }

  private MatchedMargins margins(int row) {
    return new MatchedMargins(
        rows.value(row, 0), rows.value(row, 1), rows.value(row, 2), rows.value(row, 3));
  }

  @Override
  public String toString() {
    return "Matched pairs of " + studies.used().length + " studies; choose a measure with .as(...)";
  }
}
