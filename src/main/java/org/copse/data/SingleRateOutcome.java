package org.copse.data;

import java.util.Arrays;
import java.util.List;
import org.copse.effect.Rate;
import org.copse.effect.RateRules;
import org.copse.effect.SingleRateEffects;
import org.copse.effect.SingleRateMeasure;
import org.copse.effect.Studies;
import org.copse.effect.ZeroCells;
import org.copse.sensitivity.PrintedEffects;

/** Events and person-time of single groups, checked; a measure makes effects of them. */
public final class SingleRateOutcome {

  private final StudyRows rows;
  private final StudyColumns studies;
  private final ZeroCells zeroCells;

  SingleRateOutcome(StudyRows rows) {
    this(rows, rows.studiesOfPairs(RateRules::check), ZeroCells.DEFAULT);
  }

  private SingleRateOutcome(StudyRows rows, StudyColumns studies, ZeroCells zeroCells) {
    this.rows = rows;
    this.studies = studies;
    this.zeroCells = zeroCells;
  }

  /**
   * Chooses what is done about zero cells when a study's own estimate is computed; the effects
   * carry a note on what was done.
   *
   * @param rule for example {@code ZeroCells.ALL}
   * @return a new outcome
   */
  public SingleRateOutcome zeroCells(ZeroCells rule) {
    return new SingleRateOutcome(rows, studies, rule);
  }

  /**
   * Effects of the rates under a measure.
   *
   * @param measure for example {@code LOG_RATE}
   * @return effects with raw counts, moderators and notes
   */
  public SingleRateEffects as(SingleRateMeasure measure) {
    List<Rate> data =
        Arrays.stream(studies.used())
            .mapToObj(i -> new Rate(rows.value(i, 0), rows.value(i, 1)))
            .toList();
    return effects(measure, studies.studies(), data).withNotes(studies.notes(rows));
  }

  /**
   * Effects that carry the rounding of the printed person-time, for {@link
   * org.copse.sensitivity.Rounding}; events are exact.
   *
   * @param measure for example {@code LOG_RATE}
   * @return the effects as printed, with notes
   * @throws org.copse.effect.StudyDataException naming every row that rounding makes impossible
   */
  public PrintedEffects asPrinted(SingleRateMeasure measure) {
    return PrintedCells.outcome(
        rows,
        studies,
        2,
        new int[] {0},
        v -> new Rate(v[0], v[1]),
        (s, data) -> effects(measure, s, data),
        as(measure).notes());
  }

  private SingleRateEffects effects(SingleRateMeasure measure, Studies who, List<Rate> data) {
    return SingleRateEffects.of(measure, who, data).zeroCells(zeroCells);
  }

  @Override
  public String toString() {
    return "Rates of " + studies.used().length + " studies; choose a measure with .as(...)";
  }
}
