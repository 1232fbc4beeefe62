package org.copse.data;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import org.copse.data.ArmChangeColumns.Part;
import org.copse.effect.ArmChange;

/** One arm's cells, row by row: which of them a row needs, and the change they give. */
final class NetChangeArm {

  private final CellTable cells;
  private final Roles roles;
  private final ArmChangeColumns columns;
  private final List<Part> parts;
  private final int first;

  /**
   * Columns of one arm.
   *
   * @param first where they begin among the columns of the outcome
   */
  NetChangeArm(CellTable cells, Roles roles, ArmChangeColumns columns, int first) {
    this.cells = cells;
    this.roles = roles;
    this.columns = columns;
    this.parts = columns.parts();
    this.first = first;
  }

  int size() {
    return parts.size();
  }

  String[] names() {
    return parts.stream().map(columns::column).toArray(String[]::new);
  }

  private boolean has(int row, Part part) {
    return parts.contains(part)
        && !cells.column(columns.column(part)).isMissing(row, roles.missing());
  }

  /** Whether a row says anything on this arm. */
  boolean isThere(int row) {
    return parts.stream().anyMatch(part -> has(row, part));
  }

  /** Whether the printed part is to be taken: where it is there, or nothing stands in its place. */
  private boolean printed(int row, Part printed, Part before, Part after) {
    return has(row, printed)
        || !parts.contains(before)
        || (parts.contains(printed) && !has(row, before) && !has(row, after));
  }

  private boolean printedMean(int row) {
    return printed(row, Part.CHANGE, Part.BEFORE, Part.AFTER);
  }

  private boolean printedSd(int row) {
    return printed(row, Part.SD_CHANGE, Part.SD_BEFORE, Part.SD_AFTER);
  }

  boolean usesCorrelation(int row) {
    return !printedSd(row);
  }

  boolean needs(int row, int column) {
    return switch (parts.get(column - first)) {
      case N -> true;
      case CHANGE -> printedMean(row);
      case BEFORE, AFTER -> !printedMean(row);
      case SD_CHANGE -> printedSd(row);
      case SD_BEFORE, SD_AFTER -> !printedSd(row);
    };
  }

  /**
   * The change of a row.
   *
   * @param cells the number of each column of the outcome
   */
  ArmChange arm(IntToDoubleFunction cells, int row, double correlation) {
    ToDoubleFunction<Part> value = part -> cells.applyAsDouble(first + parts.indexOf(part));
    double n = value.applyAsDouble(Part.N);
    double mean =
        printedMean(row)
            ? value.applyAsDouble(Part.CHANGE)
            : value.applyAsDouble(Part.AFTER) - value.applyAsDouble(Part.BEFORE);
    return printedSd(row)
        ? ArmChange.printed(n, mean, value.applyAsDouble(Part.SD_CHANGE))
        : ArmChange.imputed(
            n,
            mean,
            value.applyAsDouble(Part.SD_BEFORE),
            value.applyAsDouble(Part.SD_AFTER),
            correlation);
  }

  /** What the user calls n, mean change and SD of the changes in a row. */
  List<String> names(int row) {
    return List.of(
        columns.column(Part.N),
        printedMean(row)
            ? columns.column(Part.CHANGE)
            : columns.column(Part.AFTER) + " − " + columns.column(Part.BEFORE),
        printedSd(row)
            ? columns.column(Part.SD_CHANGE)
            : columns.column(Part.SD_BEFORE) + ", " + columns.column(Part.SD_AFTER));
  }
}
