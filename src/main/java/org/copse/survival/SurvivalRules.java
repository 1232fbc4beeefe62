package org.copse.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects what is wrong with the rows of survival data, so that one error names all of it. */
final class SurvivalRules {

  private static final int SHOWN = 50;

  private final List<String> problems = new ArrayList<>();
  private final List<Integer> rows = new ArrayList<>();
  private final int[] rowNumbers;

  SurvivalRules() {
    this(new int[0]);
  }

  /** With the place of each row in the table it comes from. */
  SurvivalRules(int[] rowNumbers) {
    this.rowNumbers = rowNumbers;
  }

  /** Checks that a column has one value a row. */
  void length(String column, int found, int rows) {
    if (found != rows) {
      add(
          0,
          "Column '%s' must have one value a row (%s), was %s. Give one for each patient."
              .formatted(column, rows, found));
    }
  }

  void row(int row, String rule, double value, String column) {
    row(row, rule, text(value), column);
  }

  void row(int row, String rule, String value, String column) {
    int number = rowNumber(row);
    add(number, "Row %s: %s, was %s. Check column %s.".formatted(number, rule, value, column));
  }

  /** A problem in words of its own; number of its row in the table, 0 for none. */
  void add(int number, String problem) {
    problems.add(problem);
    rows.add(number);
  }

  int rowNumber(int row) {
    return 1 + (row < rowNumbers.length ? rowNumbers[row] : row);
  }

  void throwIfAny() {
    if (problems.isEmpty()) {
      return;
    }
    if (problems.size() == 1) {
      throw new IllegalArgumentException("Cannot use the survival data: " + problems.get(0));
    }
    StringBuilder text =
        new StringBuilder("Cannot use the survival data: %s problems.".formatted(problems.size()));
    problems.stream().limit(SHOWN).forEach(problem -> text.append("\n  ").append(problem));
    if (problems.size() > SHOWN) {
      text.append("\n  ... and %s more, in rows ".formatted(problems.size() - SHOWN));
      appendRanges(text, new TreeSet<>(rows.subList(SHOWN, rows.size())));
    }
    throw new IllegalArgumentException(text.toString());
  }

  /** Every row without its problem: 51-60, 72. */
  private static void appendRanges(StringBuilder text, SortedSet<Integer> numbers) {
    int from = -1;
    int to = -1;
    for (int number : numbers) {
      if (from >= 0 && number == to + 1) {
        to = number;
        continue;
      }
      appendRange(text, from, to, ", ");
      from = number;
      to = number;
    }
    appendRange(text, from, to, ".");
  }

  private static void appendRange(StringBuilder text, int from, int to, String end) {
    if (from >= 0) {
      text.append(from == to ? "" + from : from + "-" + to).append(end);
    }
  }

  /** A number as a reader would write it: 12, not 12.0. */
  static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%.0f", value)
        : Double.toString(value);
  }
}
