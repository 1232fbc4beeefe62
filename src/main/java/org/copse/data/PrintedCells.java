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
    return Arrays.stream(rows.readable())
        .mapToObj(
            row ->
                IntStream.range(0, columns)
                    .mapToObj(
                        j ->
                            Arrays.stream(exact).anyMatch(e -> e == j)
                                ? PrintedInput.exact(rows.column(j), rows.value(row, j))
                                : PrintedInput.of(rows.column(j), printed(rows, row, j)))
                    .toList())
        .toList();
  }

  static Printed printed(StudyRows rows, int row, int column) {
    double half =
        rows.isTyped(column)
            ? Arrays.stream(rows.readable())
                .mapToDouble(i -> rows.halfUnit(i, column))
                .min()
                .orElseThrow()
            : rows.halfUnit(row, column);
    return new Printed(rows.value(row, column), half);
  }

  /** Says which columns had their decimals guessed. */
  static List<String> notes(StudyRows rows, int... columns) {
    List<String> typed = new ArrayList<>();
    for (int j : columns) {
      if (rows.isTyped(j)) {
        int decimals =
            (int) Math.round(-Math.log10(2 * printed(rows, rows.readable()[0], j).halfUnit()));
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
