package org.copse.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.copse.convert.AttainableCounts;
import org.copse.convert.Printed;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.DataProblem;
import org.copse.effect.Studies;
import org.copse.effect.TwoByTwo;
import org.copse.sensitivity.PrintedEffects;
import org.copse.sensitivity.PrintedInput;

/**
 * Printed percentages of two arms. Each stands for all whole counts that print so; where there is
 * none, the percentage or its total is not what it seems, and the row is refused unless {@link
 * #acceptUnattainable()}.
 */
public final class PercentagesOutcome {

  private final StudyRows rows;
  private final boolean unattainableAccepted;

  PercentagesOutcome(StudyRows rows) {
    this(rows, false);
  }

  private PercentagesOutcome(StudyRows rows, boolean unattainableAccepted) {
    this.rows = rows;
    this.unattainableAccepted = unattainableAccepted;
  }

  /**
   * Takes a percentage that no whole count attains for the counts on either side of it; the effects
   * carry a note on each.
   *
   * @return a new outcome
   */
  public PercentagesOutcome acceptUnattainable() {
    return new PercentagesOutcome(rows, true);
  }

  /**
   * Effects of the nearest counts.
   *
   * @param measure for example {@code RISK_RATIO}
   * @return effects with a note that the counts were computed
   * @throws org.copse.effect.StudyDataException naming every row that cannot be used
   */
  public BinaryEffects as(BinaryMeasure measure) {
    List<String> notes = new ArrayList<>();
    Read read = read(notes);
    List<TwoByTwo> counts =
        read.inputs().stream()
            .map(
                i ->
                    new TwoByTwo(
                        i.get(0).value(), i.get(1).value(), i.get(2).value(), i.get(3).value()))
            .toList();
    notes.add("Events were computed, not printed: the counts nearest to percent × n / 100.");
    return BinaryEffects.of(measure, read.studies(), counts).withNotes(notes);
  }

  /**
   * Effects of every count that prints so, for {@link org.copse.sensitivity.Rounding}.
   *
   * @param measure for example {@code RISK_RATIO}
   * @return the effects as printed, with notes
   * @throws org.copse.effect.StudyDataException naming every row that cannot be used
   */
  public PrintedEffects asPrinted(BinaryMeasure measure) {
    List<String> notes = new ArrayList<>();
    Read read = read(notes);
    return PrintedEffects.counts(measure, read.studies(), read.inputs())
        .withNotes(notes)
        .withNotes(decimals());
  }

  /** Rows come from different papers, so that the decimals of one say nothing of another's. */
  private List<String> decimals() {
    return rows.isTyped(0) || rows.isTyped(2)
        ? List.of(
            "Percentages came as numbers, which show no trailing zeros: each is taken with the decimals it needs, 36.0 as 36. Read the file as text (Trials.read) for the decimals of each.")
        : List.of();
  }

  /** Checked rows. */
  private record Read(Studies studies, List<List<PrintedInput>> inputs) {}

  private Read read(List<String> notes) {
    List<DataProblem> problems = rows.problems();
    List<List<PrintedInput>> inputs = new ArrayList<>();
    for (int row : rows.readable()) {
      List<PrintedInput> both = new ArrayList<>();
      for (int j = 0; j < 4; j += 2) {
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
    if (!unattainableAccepted) {
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

  @Override
  public String toString() {
    return "Two-arm percentages of "
        + Arrays.stream(rows.readable()).count()
        + " studies; choose a measure with .as(...) or .asPrinted(...)";
  }
}
