package org.copse.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.copse.convert.Printed;
import org.copse.sensitivity.PrintedInput;

/**
 * Cells as printed numbers. Text shows its decimals; a column of typed numbers has lost its
 * trailing zeros, so that all of it is taken to be printed with as many decimals as its longest
 * number.
 */
final class PrintedCells {

  private PrintedCells() {}

  /** The printed numbers of the rows in use; columns named as exact have no rounding. */
  static List<List<PrintedInput>> of(StudyRows rows, int columns, int... exact) {
    return Arrays.stream(rows.readable()).mapToObj(row -> row(rows, row, columns, exact)).toList();
  }

  /** The printed numbers of one row. */
  static List<PrintedInput> row(StudyRows rows, int row, int columns, int... exact) {
    return IntStream.range(0, columns)
        .mapToObj(
            j ->
                Arrays.stream(exact).anyMatch(e -> e == j)
                    ? PrintedInput.exact(rows.column(j), rows.value(row, j))
                    : PrintedInput.of(
                        rows.column(j), new Printed(rows.value(row, j), half(rows, row, j))))
        .toList();
  }

  private static double half(StudyRows rows, int row, int column) {
    return rows.isTyped(column) ? halfOfAll(rows, column) : rows.halfUnit(row, column);
  }

  /** Of the rows that use the column; where rows report in different ways, not all do. */
  private static double halfOfAll(StudyRows rows, int column) {
    return Arrays.stream(rows.readable())
        .filter(i -> !Double.isNaN(rows.value(i, column)))
        .mapToDouble(i -> rows.halfUnit(i, column))
        .min()
        .orElseThrow();
  }

  /** Says which columns had their decimals guessed. */
  static List<String> notes(StudyRows rows, int... columns) {
    List<String> typed = new ArrayList<>();
    for (int j : columns) {
      if (rows.isTyped(j)) {
        int decimals = (int) Math.round(-Math.log10(2 * halfOfAll(rows, j)));
        typed.add("%s to %s decimals".formatted(rows.column(j), decimals));
      }
    }
    return typed.isEmpty()
        ? List.of()
        : List.of(
            "Columns of numbers show no trailing zeros: taken as printed with the decimals of their longest number, %s. Read the file as text (Trials.read) for the decimals of each."
                .formatted(String.join(", ", typed)));
  }
}
