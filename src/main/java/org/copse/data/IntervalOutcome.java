package org.copse.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.copse.effect.DataProblem;
import org.copse.effect.Interval;
import org.copse.effect.Measure;
import org.copse.effect.Reported;
import org.copse.effect.ReportedEffects;
import org.copse.sensitivity.PrintedEffects;
import org.copse.sensitivity.PrintedInput;

/**
 * Reported estimates with their confidence intervals; a measure makes effects of them. The rules
 * depend on the measure's scale, so rows are checked by {@link #as(Measure)}.
 */
public final class IntervalOutcome {

  private static final double DEFAULT_LEVEL = 0.95;

  private final StudyRows rows;
  private final double level;
  private final boolean lopsidedAccepted;

  IntervalOutcome(StudyRows rows) {
    this(rows, DEFAULT_LEVEL, false);
  }

  private IntervalOutcome(StudyRows rows, double level, boolean lopsidedAccepted) {
    this.rows = rows;
    this.level = level;
    this.lopsidedAccepted = lopsidedAccepted;
  }

  /**
   * States the level of the printed intervals; 0.95 unless said otherwise.
   *
   * @param newLevel for example 0.90
   * @return a new outcome
   */
  public IntervalOutcome level(double newLevel) {
    return new IntervalOutcome(rows, Interval.requireLevel(newLevel), lopsidedAccepted);
  }

  /**
   * Takes lopsided intervals by their width, as an exact or a profile-likelihood interval may need;
   * the effects carry a note on each such study.
   *
   * @return a new outcome
   */
  public IntervalOutcome acceptLopsided() {
    return new IntervalOutcome(rows, level, true);
  }

  /**
   * Effects as reported, on the analysis scale of a measure; the standard error comes from the
   * width of the interval.
   *
   * @param measure for example {@code HAZARD_RATIO}
   * @return effects with moderators and notes
   * @throws org.copse.effect.StudyDataException naming every row that cannot be used
   */
  public ReportedEffects as(Measure measure) {
    List<DataProblem> problems = rows.problems();
    List<String> notes = new ArrayList<>();
    for (int i : rows.readable()) {
      check(i, measure, problems, notes);
    }
    StudyColumns studies = rows.studies(problems);
    List<Reported> data =
        Arrays.stream(studies.used()).mapToObj(i -> reported(i, measure)).toList();
    notes.addAll(studies.notes(rows));
    return ReportedEffects.of(measure, studies.studies(), data).withNotes(notes);
  }

  /**
   * Effects that carry the rounding of the printed numbers, for {@link
   * org.copse.sensitivity.Rounding}. Of text cells the decimals count as printed ("0.60" to 0.005);
   * a column of typed numbers is taken to have the decimals of its longest.
   *
   * @param measure for example {@code HAZARD_RATIO}
   * @return the effects as printed, with notes
   * @throws org.copse.effect.StudyDataException naming every row that cannot be used
   */
  public PrintedEffects asPrinted(Measure measure) {
    ReportedEffects effects = as(measure);
    List<List<PrintedInput>> inputs = PrintedCells.of(rows, 3);
    return PrintedCells.inRows(
            rows.readable(),
            () -> PrintedEffects.intervals(measure, effects.studies(), inputs, level))
        .withNotes(effects.notes())
        .withNotes(PrintedCells.notes(rows, 0, 1, 2));
  }

  private void check(int row, Measure measure, List<DataProblem> problems, List<String> notes) {
    if (!IntervalRules.check(rows, row, measure, problems)) {
      return;
    }
    if (lopsidedAccepted && IntervalRules.isLopsided(rows, row, measure)) {
      notes.add(
          "Study '%s' (row %s) has a lopsided interval: its width gives the standard error."
              .formatted(rows.label(row), row + 1));
    } else if (!IntervalRules.checkSymmetry(rows, row, measure, problems)) {
      return;
    }
    ReportedRules.usable(rows, row, reported(row, measure), problems);
  }

  private Reported reported(int row, Measure measure) {
    return Reported.fromInterval(
        measure, rows.value(row, 0), rows.value(row, 1), rows.value(row, 2), level);
  }

  @Override
  public String toString() {
    return "Reported estimates with intervals of level "
        + level
        + "; choose a measure with .as(...)";
  }
}
