package org.copse.data;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.ContinuousMeasure;
import org.copse.effect.DataProblem;
import org.copse.effect.Measure;
import org.copse.effect.Studies;
import org.copse.effect.StudyDataException;
import org.copse.sensitivity.PrintedEffects;
import org.copse.sensitivity.PrintedInput;

/** Rows of a mixed table as printed: each by its own format, counts and sizes exact. */
final class MixedPrinted {

  private static final String COUNTS_ARE_EXACT =
      "Counts and numbers of patients have no rounding: only the other numbers vary.";

  private final MixedRows mixed;
  private final Measure measure;
  private final double level;

  MixedPrinted(MixedRows mixed, Measure measure, double level) {
    this.mixed = mixed;
    this.measure = measure;
    this.level = level;
  }

  /**
   * The rows as printed.
   *
   * @param studies the studies of the rows
   * @param used the rows, each with an estimate
   */
  PrintedEffects of(Studies studies, List<Integer> used) {
    List<PrintedEffects> rows = new ArrayList<>();
    List<DataProblem> problems = new ArrayList<>();
    Set<String> notes = new LinkedHashSet<>();
    for (int i : used) {
      try {
        rows.add(row(i, notes));
      } catch (StudyDataException e) {
        e.problems().forEach(p -> problems.add(PrintedCells.inRow(p, i)));
      }
    }
    StudyDataException.throwIfAny(problems);
    return PrintedEffects.mixed(studies, rows).withNotes(List.copyOf(notes));
  }

  private PrintedEffects row(int i, Set<String> notes) {
    StudyRows rows = mixed.rowsFor(i);
    Studies one = Studies.named(rows.label(i));
    return switch (mixed.format(i).kind()) {
      case COUNTS -> {
        notes.add(COUNTS_ARE_EXACT);
        yield PrintedEffects.counts((BinaryMeasure) measure, one, inputs(i, notes, 0, 1, 2, 3));
      }
      case MEANS -> PrintedEffects.means((ContinuousMeasure) measure, one, inputs(i, notes, 0, 3));
      case INTERVAL -> PrintedEffects.intervals(measure, one, inputs(i, notes), level);
      case STANDARD_ERROR -> PrintedEffects.standardErrors(measure, one, inputs(i, notes));
      case P_VALUE -> PrintedEffects.pValues(measure, one, inputs(i, notes));
      case LOG_RANK -> PrintedEffects.logRank(measure, one, inputs(i, notes));
    };
  }

  private List<List<PrintedInput>> inputs(int i, Set<String> notes, int... exact) {
    StudyRows rows = mixed.rowsFor(i);
    int columns = mixed.format(i).columns().size();
    notes.addAll(PrintedCells.notes(rows, PrintedCells.rounded(columns, exact)));
    return List.of(PrintedCells.row(rows, i, columns, exact));
  }
}
