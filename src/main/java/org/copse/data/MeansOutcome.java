package org.copse.data;

import java.util.Arrays;
import java.util.List;
import org.copse.effect.ArmMeans;
import org.copse.effect.ContinuousEffects;
import org.copse.effect.ContinuousMeasure;
import org.copse.effect.DataProblem;
import org.copse.effect.MeansRules;

/** Sizes, means and standard deviations of two arms, checked; a measure makes effects of them. */
public final class MeansOutcome {

  private static final int PER_ARM = 3;

  private final StudyRows rows;
  private final StudyColumns studies;

  MeansOutcome(StudyRows rows) {
    this.rows = rows;
    List<DataProblem> problems = rows.problems();
    for (int i : rows.readable()) {
      for (int j = 0; j < 2 * PER_ARM; j += PER_ARM) {
        MeansRules.check(
            rows.label(i),
            i + 1,
            rows.value(i, j),
            rows.value(i, j + 1),
            rows.value(i, j + 2),
            rows.column(j),
            rows.column(j + 1),
            rows.column(j + 2),
            problems);
      }
    }
    this.studies = rows.studies(problems);
  }

  /**
   * Effects of the means under a measure.
   *
   * @param measure for example {@code MEAN_DIFFERENCE}
   * @return effects with raw data, moderators and notes
   */
  public ContinuousEffects as(ContinuousMeasure measure) {
    List<ArmMeans> data = Arrays.stream(studies.used()).mapToObj(this::means).toList();
    return ContinuousEffects.of(measure, studies.studies(), data).withNotes(studies.notes(rows));
  }

  private ArmMeans means(int row) {
    return new ArmMeans(
        rows.value(row, 0),
        rows.value(row, 1),
        rows.value(row, 2),
        rows.value(row, 3),
        rows.value(row, 4),
        rows.value(row, 5));
  }

  @Override
  public String toString() {
    return "Two-arm means of " + studies.used().length + " studies; choose a measure with .as(...)";
  }
}
