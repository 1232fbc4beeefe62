package org.copse.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.copse.convert.AttainableCounts;
import org.copse.convert.Printed;
import org.copse.effect.DataProblem;
import org.copse.effect.Studies;
import org.copse.sensitivity.PrintedInput;

/** Columns of percentages, each followed by that of the patients they are of, read as counts. */
final class PercentRows {

  private final StudyRows rows;
  private final int columns;
  private final boolean accepted;

  /**
   * Columns of percentages and totals.
   *
   * @param columns how many: 2 of single groups, 4 of two arms
   * @param accepted whether a percentage that no count attains stands for the counts beside it
   */
  PercentRows(StudyRows rows, int columns, boolean accepted) {
    this.rows = rows;
    this.columns = columns;
    this.accepted = accepted;
  }

  /** Rows come from different papers, so that the decimals of one say nothing of another's. */
  List<String> decimals() {
    return IntStream.range(0, columns).anyMatch(j -> j % 2 == 0 && rows.isTyped(j))
        ? List.of(
            "Percentages came as numbers, which show no trailing zeros: each is taken with the decimals it needs, 36.0 as 36. Read the file as text (Trials.read) for the decimals of each.")
        : List.of();
  }

  /** Checked rows: for each its counts and totals. */
  record Read(Studies studies, List<List<PrintedInput>> inputs) {}

  Read read(List<String> notes) {
    List<DataProblem> problems = rows.problems();
    List<List<PrintedInput>> inputs = new ArrayList<>();
    for (int row : rows.readable()) {
      List<PrintedInput> both = new ArrayList<>();
      for (int j = 0; j < columns; j += 2) {
        PrintedInput count = events(row, j, problems, notes);
        if (count != null) {
          both.add(count);
          both.add(PrintedInput.exact(rows.column(j + 1), rows.value(row, j + 1)));
        }
      }
      inputs.add(both);
    }
    StudyColumns studies = rows.studies(problems);
    notes.addAll(0, studies.notes(rows));
    return new Read(studies.studies(), inputs);
  }

  private PrintedInput events(int row, int column, List<DataProblem> problems, List<String> notes) {
    double n = rows.value(row, column + 1);
    Printed percent = new Printed(rows.value(row, column), rows.halfUnit(row, column));
    if (!(n >= 1 && n == Math.rint(n) && n <= Integer.MAX_VALUE)) {
      problems.add(problem(row, column + 1, "total must be a whole number of at least 1", n));
      return null;
    }
    if (!(percent.value() >= 0 && percent.value() <= 100)) {
      problems.add(problem(row, column, "percentage must be from 0 to 100", percent.value()));
      return null;
    }
    AttainableCounts counts = AttainableCounts.of(percent, (long) n);
    if (!counts.isEmpty()) {
      return PrintedInput.of(rows.column(column), counts);
    }
    double below = Math.floor(percent.value() / 100 * n);
    double above = Math.min(n, below + 1);
    String says =
        String.format(
            Locale.ROOT,
            "%s of %s is no whole count: %s are %.2f %% and %s are %.2f %%",
            Numbers.text(percent.value()) + " %",
            Numbers.text(n),
            Numbers.text(below),
            100 * below / n,
            Numbers.text(above),
            100 * above / n);
    if (!accepted) {
      problems.add(
          new DataProblem(
              rows.label(row),
              row + 1,
              rows.column(column),
              "percentage must be that of a whole count",
              says,
              "Check columns %s and %s, or take the counts on either side with acceptUnattainable()."
                  .formatted(rows.column(column), rows.column(column + 1))));
      return null;
    }
    notes.add(
        "Study '%s' (row %s), %s: %s; both are taken as possible."
            .formatted(rows.label(row), row + 1, rows.column(column), says));
    double near = Math.max(below, Math.min(above, Math.rint(percent.value() / 100 * n)));
    return new PrintedInput(rows.column(column), near, below, above, true);
  }

  private DataProblem problem(int row, int column, String rule, double was) {
    String name = rows.column(column);
    return new DataProblem(
        rows.label(row), row + 1, name, rule, Numbers.text(was), "Check column " + name + ".");
  }
}
