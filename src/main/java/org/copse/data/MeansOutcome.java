package org.copse.data;

import java.util.Arrays;
import java.util.List;
import org.copse.effect.ArmMeans;
import org.copse.effect.ContinuousEffects;
import org.copse.effect.ContinuousMeasure;
import org.copse.effect.DataProblem;
import org.copse.effect.MeansRules;
import org.copse.effect.Studies;
import org.copse.effect.ValueKind;
import org.copse.sensitivity.PrintedEffects;
import org.copse.sensitivity.PrintedInput;

/** Sizes, means and standard deviations of two arms, checked; a measure makes effects of them. */
public final class MeansOutcome {

  private static final int PER_ARM = 3;

  private final StudyRows rows;
  private final StudyColumns studies;
  private final List<ValueKind> kinds;

  private MeansOutcome(StudyRows rows, StudyColumns studies, List<ValueKind> kinds) {
    this.rows = rows;
    this.studies = studies;
    this.kinds = kinds;
  }

  MeansOutcome(StudyRows rows) {
    this.rows = rows;
    this.kinds = List.of();
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
   * Names the column that says whether a study's means are of changes from baseline or of final
   * values: "change" or "final", or a usual variant of these, empty where unknown. The effects then
   * carry a note where both are pooled: of no harm to mean differences, but not to be standardised
   * together (Cochrane Handbook 10.5.2).
   *
   * @param column the column, none of those of the means
   * @return a new outcome
   * @throws org.copse.effect.StudyDataException naming every row with another word
   */
  public MeansOutcome kind(String column) {
    return new MeansOutcome(rows, studies, ValueKinds.of(rows, studies, column));
  }

  /**
   * Effects of the means under a measure.
   *
   * @param measure for example {@code MEAN_DIFFERENCE}
   * @return effects with raw data, moderators and notes
   */
  public ContinuousEffects as(ContinuousMeasure measure) {
    List<ArmMeans> data = Arrays.stream(studies.used()).mapToObj(this::means).toList();
    return ContinuousEffects.of(measure, known(), data).withNotes(studies.notes(rows));
  }

  private Studies known() {
    Studies who = studies.studies();
    return kinds.isEmpty() ? who : who.withValueKinds(kinds);
  }

  /**
   * Effects that carry the rounding of the printed means and standard deviations, for {@link
   * org.copse.sensitivity.Rounding}; the sizes are exact. Of text cells the decimals count as
   * printed; a column of typed numbers is taken to have the decimals of its longest.
   *
   * @param measure for example {@code MEAN_DIFFERENCE}
   * @return the effects as printed, with notes
   * @throws org.copse.effect.StudyDataException naming every SD that could be 0 before rounding
   */
  public PrintedEffects asPrinted(ContinuousMeasure measure) {
    List<List<PrintedInput>> inputs = PrintedCells.of(rows, 2 * PER_ARM, 0, PER_ARM);
    return PrintedCells.inRows(studies.used(), () -> PrintedEffects.means(measure, known(), inputs))
        .withNotes(as(measure).notes())
        .withNotes(PrintedCells.notes(rows, 1, 2, 4, 5));
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
