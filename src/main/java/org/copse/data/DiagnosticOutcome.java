package org.copse.data;

import java.util.Arrays;
import java.util.List;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.CountRules;
import org.copse.effect.DataProblem;
import org.copse.effect.Studies;
import org.copse.effect.TwoByTwo;
import org.copse.effect.ZeroCells;
import org.copse.sensitivity.PrintedEffects;

/**
 * True and false positives and negatives of a diagnostic test, checked; a measure makes effects of
 * them. Arm 1 are the diseased, with TP positive of TP + FN; arm 2 the others, with FP positive of
 * FP + TN: the risk ratio is the positive likelihood ratio, the risk difference Youden's index.
 */
public final class DiagnosticOutcome {

  private final StudyRows rows;
  private final StudyColumns studies;
  private final ZeroCells zeroCells;

  DiagnosticOutcome(StudyRows rows) {
    this.rows = rows;
    List<DataProblem> problems = rows.problems();
    for (int i : rows.readable()) {
      check(i, 0, 2, "diseased", problems);
      check(i, 1, 3, "not diseased", problems);
    }
    this.studies = rows.studies(problems);
    this.zeroCells = ZeroCells.DEFAULT;
  }

  private DiagnosticOutcome(StudyRows rows, StudyColumns studies, ZeroCells zeroCells) {
    this.rows = rows;
    this.studies = studies;
    this.zeroCells = zeroCells;
  }

  private void check(int row, int positive, int negative, String who, List<DataProblem> problems) {
    String study = rows.label(row);
    int before = problems.size();
    for (int column : new int[] {positive, negative}) {
      CountRules.checkCount(
          study, row + 1, rows.value(row, column), rows.column(column), "patients", problems);
    }
    if (problems.size() == before && rows.value(row, positive) + rows.value(row, negative) == 0) {
      String both = rows.column(positive) + ", " + rows.column(negative);
      problems.add(
          new DataProblem(
              study,
              row + 1,
              both,
              "patients " + who + " must be at least 1",
              "0",
              "Check columns " + both + "."));
    }
  }

  /**
   * Chooses what is done about zero cells when a study's own estimate is computed; the effects
   * carry a note on what was done.
   *
   * @param rule for example {@code ZeroCells.ALL}
   * @return a new outcome
   */
  public DiagnosticOutcome zeroCells(ZeroCells rule) {
    return new DiagnosticOutcome(rows, studies, rule);
  }

  /**
   * Effects of the counts under a measure.
   *
   * @param measure {@code DIAGNOSTIC_ODDS_RATIO}, or another measure of the two groups' positives
   * @return effects with raw counts, moderators and notes
   */
  public BinaryEffects as(BinaryMeasure measure) {
    List<TwoByTwo> counts = Arrays.stream(studies.used()).mapToObj(this::counts).toList();
    return effects(measure, studies.studies(), counts).withNotes(studies.notes(rows));
  }

  /**
   * Effects for {@link org.copse.sensitivity.Rounding}. Counts have no rounding, so that the pooled
   * result is one point: to be asked whether a published figure is it.
   *
   * @param measure for example {@code DIAGNOSTIC_ODDS_RATIO}
   * @return the effects as printed, with notes
   */
  public PrintedEffects asPrinted(BinaryMeasure measure) {
    return PrintedCells.outcome(
        rows,
        studies,
        4,
        PrintedCells.FOUR,
        v -> new TwoByTwo(v[0], v[0] + v[2], v[1], v[1] + v[3]),
        (s, counts) -> effects(measure, s, counts),
        as(measure).notes());
  }

  private BinaryEffects effects(BinaryMeasure measure, Studies who, List<TwoByTwo> counts) {
    return BinaryEffects.of(measure, who, counts)
        .zeroCells(zeroCells)
        .arms("Diseased", "Not diseased");
  }

  private TwoByTwo counts(int row) {
    double tp = rows.value(row, 0);
    double fp = rows.value(row, 1);
    return new TwoByTwo(tp, tp + rows.value(row, 2), fp, fp + rows.value(row, 3));
  }

  @Override
  public String toString() {
    return "Counts of a diagnostic test in "
        + studies.used().length
        + " studies; choose a measure with .as(...)";
  }
}
