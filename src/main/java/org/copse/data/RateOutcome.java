package org.copse.data;

import java.util.Arrays;
import java.util.List;
import org.copse.effect.RateEffects;
import org.copse.effect.RateMeasure;
import org.copse.effect.RateRules;
import org.copse.effect.Studies;
import org.copse.effect.TwoRates;
import org.copse.effect.ZeroCells;
import org.copse.sensitivity.PrintedEffects;

/** Events and person-time of two arms, checked; a measure makes effects of them. */
public final class RateOutcome {

  private final StudyRows rows;
  private final StudyColumns studies;
  private final ZeroCells zeroCells;

  RateOutcome(StudyRows rows) {
    this(rows, rows.studiesOfPairs(RateRules::check), ZeroCells.DEFAULT);
  }

  private RateOutcome(StudyRows rows, StudyColumns studies, ZeroCells zeroCells) {
    this.rows = rows;
    this.studies = studies;
    this.zeroCells = zeroCells;
  }

  /**
   * Chooses what is done about zero cells when a study's own estimate is computed; the effects
   * carry a note on what was done.
   *
   * @param rule for example {@code ZeroCells.TREATMENT_ARM.withDoubleZero()}
   * @return a new outcome
   */
  public RateOutcome zeroCells(ZeroCells rule) {
    return new RateOutcome(rows, studies, rule);
  }

  /**
   * Effects of the counts under a measure.
   *
   * @param measure for example {@code INCIDENCE_RATE_RATIO}
   * @return effects with raw counts, moderators and notes
   */
  public RateEffects as(RateMeasure measure) {
    List<TwoRates> counts = Arrays.stream(studies.used()).mapToObj(this::counts).toList();
    return effects(measure, studies.studies(), counts).withNotes(studies.notes(rows));
  }

  /**
   * Effects that carry the rounding of the printed person-times, for {@link
   * org.copse.sensitivity.Rounding}; events are exact.
   *
   * @param measure for example {@code INCIDENCE_RATE_RATIO}
   * @return the effects as printed, with notes
   * @throws org.copse.effect.StudyDataException naming every row that rounding makes impossible
   */
  public PrintedEffects asPrinted(RateMeasure measure) {
    return PrintedCells.outcome(
        rows,
        studies,
        4,
        new int[] {0, 2},
        v -> new TwoRates(v[0], v[1], v[2], v[3]),
        (s, counts) -> effects(measure, s, counts),
        as(measure).notes());
  }

  private RateEffects effects(RateMeasure measure, Studies who, List<TwoRates> counts) {
    return RateEffects.of(measure, who, counts).zeroCells(zeroCells);
  }

  private TwoRates counts(int row) {
    return new TwoRates(
        rows.value(row, 0), rows.value(row, 1), rows.value(row, 2), rows.value(row, 3));
  }

  @Override
  public String toString() {
    return "Two-arm person-time counts of "
        + studies.used().length
        + " studies; choose a measure with .as(...)";
  }
}
