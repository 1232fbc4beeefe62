package org.copse.data;

import java.util.Arrays;
import java.util.List;
import org.copse.effect.DataProblem;
import org.copse.effect.RateEffects;
import org.copse.effect.RateMeasure;
import org.copse.effect.RateRules;
import org.copse.effect.TwoRates;

/** Events and person-time of two arms, checked; a measure makes effects of them. */
public final class RateOutcome {

  private final StudyRows rows;
  private final StudyColumns studies;

  RateOutcome(StudyRows rows) {
    this.rows = rows;
    List<DataProblem> problems = rows.problems();
    for (int i : rows.readable()) {
      for (int arm = 0; arm < 2; arm++) {
        RateRules.check(
            rows.label(i),
            i + 1,
            rows.value(i, 2 * arm),
            rows.value(i, 2 * arm + 1),
            rows.column(2 * arm),
            rows.column(2 * arm + 1),
            problems);
      }
    }
    this.studies = rows.studies(problems);
  }

  /**
   * Effects of the counts under a measure.
   *
   * @param measure for example {@code INCIDENCE_RATE_RATIO}
   * @return effects with raw counts, moderators and notes
   */
  public RateEffects as(RateMeasure measure) {
    List<TwoRates> counts = Arrays.stream(studies.used()).mapToObj(this::counts).toList();
    return RateEffects.of(measure, studies.studies(), counts).withNotes(studies.notes(rows));
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
