package org.copse.data;

import java.util.Arrays;
import java.util.List;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.CountRules;
import org.copse.effect.DataProblem;
import org.copse.effect.TwoByTwo;

/** Events and totals of two arms, checked; a measure makes effects of them. */
public final class BinaryOutcome {

  private final StudyRows rows;
  private final StudyColumns studies;

  BinaryOutcome(StudyRows rows) {
    this.rows = rows;
    List<DataProblem> problems = rows.problems();
    for (int i : rows.readable()) {
      for (int arm = 0; arm < 2; arm++) {
        CountRules.check(
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
   * @param measure for example {@code RISK_RATIO}
   * @return effects with raw counts, moderators and notes
   */
  public BinaryEffects as(BinaryMeasure measure) {
    List<TwoByTwo> counts = Arrays.stream(studies.used()).mapToObj(this::counts).toList();
    return BinaryEffects.of(measure, studies.studies(), counts).withNotes(studies.notes(rows));
  }

  private TwoByTwo counts(int row) {
    return new TwoByTwo(
        rows.value(row, 0), rows.value(row, 1), rows.value(row, 2), rows.value(row, 3));
  }

  @Override
  public String toString() {
    return "Two-arm counts of "
        + studies.used().length
        + " studies; choose a measure with .as(...)";
  }
}
