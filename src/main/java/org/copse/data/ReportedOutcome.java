package org.copse.data;

import java.util.Arrays;
import java.util.List;
import org.copse.effect.DataProblem;
import org.copse.effect.Measure;
import org.copse.effect.Reported;
import org.copse.effect.ReportedEffects;
import org.copse.effect.Studies;
import org.copse.sensitivity.PrintedEffects;
import org.copse.sensitivity.PrintedInput;

/**
 * Reported estimates with a standard error or p value, or log-rank statistics; a measure makes
 * effects of them. The rules depend on the measure, so rows are checked by {@link #as(Measure)}.
 */
public final class ReportedOutcome {

  private final StudyRows rows;
  private final ReportedKind kind;

  ReportedOutcome(StudyRows rows, ReportedKind kind) {
    this.rows = rows;
    this.kind = kind;
  }

  /**
   * Effects as reported, on the analysis scale of a measure.
   *
   * @param measure for example {@code HAZARD_RATIO}
   * @return effects with moderators and notes
   * @throws org.copse.effect.StudyDataException naming every row that cannot be used
   * @throws IllegalArgumentException when O − E and V are to be a difference: they give ratios
   */
  public ReportedEffects as(Measure measure) {
    if (kind == ReportedKind.LOG_RANK && !measure.isRatio()) {
      throw new IllegalArgumentException(
          Messages.of(
              "Cannot use O - E and V",
              "measure",
              "be a ratio",
              measure.label(),
              "Use HAZARD_RATIO."));
    }
    List<DataProblem> problems = rows.problems();
    for (int i : rows.readable()) {
      if (kind.check(rows, i, measure, problems)) {
        ReportedRules.usable(rows, i, reported(i, measure), problems);
      }
    }
    StudyColumns studies = rows.studies(problems);
    List<Reported> data =
        Arrays.stream(studies.used()).mapToObj(i -> reported(i, measure)).toList();
    return ReportedEffects.of(measure, studies.studies(), data).withNotes(studies.notes(rows));
  }

  /**
   * Effects that carry the rounding of the printed numbers, for {@link
   * org.copse.sensitivity.Rounding}. Of text cells the decimals count as printed ("0.60" to 0.005);
   * a column of typed numbers is taken to have the decimals of its longest.
   *
   * @param measure for example {@code HAZARD_RATIO}
   * @return the effects as printed, with notes
   * @throws org.copse.effect.StudyDataException naming every row that cannot be used
   * @throws IllegalArgumentException when O − E and V are to be a difference: they give ratios
   */
  public PrintedEffects asPrinted(Measure measure) {
    ReportedEffects effects = as(measure);
    List<List<PrintedInput>> inputs = PrintedCells.of(rows, 2);
    Studies studies = effects.studies();
    return PrintedCells.inRows(
            rows.readable(),
            () ->
                switch (kind) {
                  case STANDARD_ERROR -> PrintedEffects.standardErrors(measure, studies, inputs);
                  case P_VALUE -> PrintedEffects.pValues(measure, studies, inputs);
                  case LOG_RANK -> PrintedEffects.logRank(measure, studies, inputs);
                })
        .withNotes(effects.notes())
        .withNotes(PrintedCells.notes(rows, 0, 1));
  }

  private Reported reported(int row, Measure measure) {
    return kind.reported(measure, rows.value(row, 0), rows.value(row, 1));
  }

  @Override
  public String toString() {
    return "Reported effects; choose a measure with .as(...)";
  }
}
