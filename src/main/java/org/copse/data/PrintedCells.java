package org.copse.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.copse.convert.Printed;
import org.copse.effect.DataProblem;
import org.copse.effect.Effects;
import org.copse.effect.Studies;
import org.copse.effect.StudyDataException;
import org.copse.sensitivity.PrintedEffects;
import org.copse.sensitivity.PrintedInput;

/**
 * Cells as printed numbers. Text shows its decimals; a column of typed numbers has lost its
 * trailing zeros, so that all of it is taken to be printed with as many decimals as its longest
 * number. A computed cell is not printed and stays as it is.
 */
final class PrintedCells {

  private static final String NO_ROUNDING = "Counts have no rounding: there is one pooled result.";

  /** Of outcomes that are counts alone, of two or of four columns. */
  static final int[] TWO = {0, 1};

  static final int[] FOUR = {0, 1, 2, 3};

  private PrintedCells() {}

  /** The printed numbers of the rows in use; columns named as exact have no rounding. */
  static List<List<PrintedInput>> of(StudyRows rows, int columns, int... exact) {
    return Arrays.stream(rows.readable()).mapToObj(row -> row(rows, row, columns, exact)).toList();
  }

  /** The printed numbers of one row. */
  static List<PrintedInput> row(StudyRows rows, int row, int columns, int... exact) {
    return IntStream.range(0, columns).mapToObj(j -> cell(rows, row, j, exact)).toList();
  }

  /** One printed number. */
  static PrintedInput cell(StudyRows rows, int row, int column, int... exact) {
    double value = rows.value(row, column);
    return isExact(rows, row, column, exact)
        ? PrintedInput.exact(rows.column(column), value)
        : PrintedInput.of(rows.column(column), new Printed(value, half(rows, row, column)));
  }

  private static boolean isExact(StudyRows rows, int row, int column, int... exact) {
    return rows.isDerived(row, column) || Arrays.stream(exact).anyMatch(e -> e == column);
  }

  private static double half(StudyRows rows, int row, int column) {
    return rows.isTyped(column)
        ? halfOfAll(rows, column).orElseThrow()
        : rows.halfUnit(row, column);
  }

  /** Of the rows that use the column; where rows report in different ways, not all do. */
  private static OptionalDouble halfOfAll(StudyRows rows, int column) {
    return Arrays.stream(rows.readable())
        .filter(i -> !Double.isNaN(rows.value(i, column)) && !rows.isDerived(i, column))
        .mapToDouble(i -> rows.halfUnit(i, column))
        .min();
  }

  /** Says which columns had their decimals guessed, and which cells are not printed at all. */
  static List<String> notes(StudyRows rows, int... columns) {
    List<String> typed = new ArrayList<>();
    Set<String> computed = new LinkedHashSet<>();
    for (int j : columns) {
      OptionalDouble half = rows.isTyped(j) ? halfOfAll(rows, j) : OptionalDouble.empty();
      half.ifPresent(
          h ->
              typed.add(
                  "%s to %s decimals".formatted(rows.column(j), Math.round(-Math.log10(2 * h)))));
      if (Arrays.stream(rows.readable())
          .anyMatch(i -> !Double.isNaN(rows.value(i, j)) && rows.isDerived(i, j))) {
        computed.add(rows.column(j));
      }
    }
    List<String> notes = new ArrayList<>();
    if (!typed.isEmpty()) {
      notes.add(
          "Columns of numbers show no trailing zeros: taken as printed with the decimals of their longest number, %s. Read the file as text (Trials.read) for the decimals of each."
              .formatted(String.join(", ", typed)));
    }
    if (!computed.isEmpty()) {
      notes.add(
          "Computed cells in %s stay as they are: the rounding of what they were computed from is not carried through."
              .formatted(String.join(", ", computed)));
    }
    return notes;
  }

  /** All columns but the exact ones. */
  static int[] rounded(int columns, int... exact) {
    return IntStream.range(0, columns)
        .filter(j -> Arrays.stream(exact).noneMatch(e -> e == j))
        .toArray();
  }

  /**
   * An outcome as printed.
   *
   * @param exact columns without rounding: counts and whatever else is exact
   * @param data makes a study's data of its columns
   * @param effects makes effects of all data, as the outcome itself does
   * @param notes of those effects
   */
  static <D> PrintedEffects outcome(
      StudyRows rows,
      StudyColumns studies,
      int columns,
      int[] exact,
      Function<double[], D> data,
      BiFunction<Studies, List<D>, ? extends Effects> effects,
      List<String> notes) {
    int[] rounded = rounded(columns, exact);
    List<List<PrintedInput>> inputs = of(rows, columns, exact);
    return inRows(
            studies.used(),
            () -> PrintedEffects.of(studies.studies(), inputs, (i, v) -> data.apply(v), effects))
        .withNotes(notes)
        .withNotes(rounded.length == 0 ? List.of(NO_ROUNDING) : notes(rows, rounded));
  }

  /**
   * Effects as printed, whose problems are named by the rows of the table rather than by the place
   * of the study among those in use.
   */
  static PrintedEffects inRows(int[] used, Supplier<PrintedEffects> effects) {
    try {
      return effects.get();
    } catch (StudyDataException e) {
      throw new StudyDataException(
          e.problems().stream().map(p -> inRow(p, used[p.row() - 1])).toList());
    }
  }

  /** A problem of a study, named by its row, from 0. */
  static DataProblem inRow(DataProblem p, int row) {
    return new DataProblem(p.study(), row + 1, p.column(), p.rule(), p.value(), p.remedy());
  }
}
