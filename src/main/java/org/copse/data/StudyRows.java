package org.copse.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.copse.effect.DataProblem;
import org.copse.effect.Studies;
import org.copse.effect.StudyDataException;

/**
 * The numbers of some outcome columns, row by row, with everything that is wrong with the cells.
 * Rules on the numbers themselves are added by the outcome, so that all problems come at once.
 */
final class StudyRows {

  private final CellTable cells;
  private final Roles roles;
  private final List<CellColumn> columns;
  private final String[] labels;
  private final double[][] values;
  private final boolean[] leftOut;
  private final boolean[] readable;
  private final List<DataProblem> problems;
  private final List<String> notes;
  private final Needs needs;
  private final int offset;

  /** Whether a row must have a cell; where rows report in different ways, not all must. */
  interface Needs {
    boolean needs(int row, int column);
  }

  StudyRows(CellTable cells, Roles roles, String... outcomeColumns) {
    this(cells, roles, (row, column) -> true, outcomeColumns);
  }

  StudyRows(CellTable cells, Roles roles, Needs needs, String... outcomeColumns) {
    this.cells = cells;
    this.roles = roles;
    this.needs = needs;
    this.offset = 0;
    this.problems = new ArrayList<>();
    this.notes = new ArrayList<>();
    this.columns =
        IntStream.range(0, outcomeColumns.length)
            .mapToObj(j -> cells.column(outcomeColumns[j]))
            .toList();
    int k = cells.rows();
    Labels naming = new Labels(cells, roles);
    this.labels = IntStream.range(0, k).mapToObj(naming::of).toArray(String[]::new);
    this.values = new double[k][columns.size()];
    this.leftOut = new boolean[k];
    this.readable = new boolean[k];
    for (int i = 0; i < k; i++) {
      readRow(i);
    }
    noteDerived();
    requireAnyRow();
    checkLabels(naming.columns());
    if (roles.study().isEmpty()) {
      notes.add("Studies are numbered: no column was named as label. Name one with study(...).");
    }
  }

  private StudyRows(StudyRows all, int offset) {
    this.cells = all.cells;
    this.roles = all.roles;
    this.columns = all.columns;
    this.labels = all.labels;
    this.values = all.values;
    this.leftOut = all.leftOut;
    this.readable = all.readable;
    this.problems = all.problems;
    this.notes = all.notes;
    this.needs = all.needs;
    this.offset = offset;
  }

  /** The same rows with columns counted from another one. */
  StudyRows from(int column) {
    return new StudyRows(this, column);
  }

  private void readRow(int i) {
    List<String> empty =
        IntStream.range(0, columns.size())
            .filter(j -> needs.needs(i, j) && columns.get(j).isMissing(i, roles.missing()))
            .mapToObj(j -> columns.get(j).name())
            .toList();
    if (!empty.isEmpty() && roles.leaveOut()) {
      leftOut[i] = true;
      notes.add(
          "Left out as incomplete: study '%s' (row %s), no value in %s."
              .formatted(labels[i], i + 1, String.join(", ", empty)));
      return;
    }
    readable[i] = empty.isEmpty();
    for (int j = 0; j < columns.size(); j++) {
      CellColumn column = columns.get(j);
      if (!needs.needs(i, j)) {
        values[i][j] = Double.NaN;
      } else if (column.isMissing(i, roles.missing())) {
        problems.add(CellProblems.missing(labels[i], i, column));
      } else {
        PercentRule percent = roles.percent(column.name());
        values[i][j] = column.number(i, percent);
        if (Double.isNaN(values[i][j])) {
          problems.add(CellProblems.noNumber(labels[i], i, column, percent));
          readable[i] = false;
        }
      }
    }
  }

  /** Which cells were computed and how, one note a column and way. */
  private void noteDerived() {
    Map<String, Map<String, List<String>>> ways = new LinkedHashMap<>();
    for (int i = 0; i < labels.length; i++) {
      Map<String, List<String>> here = new LinkedHashMap<>();
      for (int j = 0; readable[i] && j < columns.size(); j++) {
        if (needs.needs(i, j) && !columns.get(j).how(i).isEmpty()) {
          here.computeIfAbsent(columns.get(j).how(i), how -> new ArrayList<>())
              .add(columns.get(j).name());
        }
      }
      String label = labels[i];
      here.forEach(
          (how, names) ->
              ways.computeIfAbsent(how, h -> new LinkedHashMap<>())
                  .computeIfAbsent(String.join(", ", names), n -> new ArrayList<>())
                  .add(label));
    }
    ways.forEach(
        (how, byColumns) ->
            byColumns.forEach(
                (names, studies) ->
                    notes.add(
                        "Computed, not printed: %s of %s. %s."
                            .formatted(names, Messages.some(studies, "; "), how))));
  }

  private void requireAnyRow() {
    if (IntStream.range(0, leftOut.length).allMatch(i -> leftOut[i])) {
      throw new IllegalArgumentException(
          Messages.of(
              "Cannot use " + cells.name(),
              "at least one row",
              "be complete in "
                  + String.join(", ", columns.stream().map(CellColumn::name).toList()),
              "none of " + leftOut.length,
              "Check the columns and the words that stand for missing."));
    }
  }

  /** Labels of rows left out cannot clash; a placeholder keeps the row numbers of the others. */
  private void checkLabels(String from) {
    List<String> checked = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      checked.add(leftOut[i] ? "\u0000" + i : labels[i]);
    }
    problems.addAll(Studies.problems(checked, from));
  }

  /** Rows whose outcome cells all hold numbers: the ones that rules can be asked of. */
  int[] readable() {
    return IntStream.range(0, labels.length).filter(i -> readable[i]).toArray();
  }

  String label(int row) {
    return labels[row];
  }

  double value(int row, int column) {
    return values[row][offset + column];
  }

  String column(int column) {
    return columns.get(offset + column).name();
  }

  boolean isTyped(int column) {
    return columns.get(offset + column).isTyped();
  }

  /** Whether a cell was computed rather than printed. */
  boolean isDerived(int row, int column) {
    return !columns.get(offset + column).how(row).isEmpty();
  }

  double halfUnit(int row, int column) {
    CellColumn cell = columns.get(offset + column);
    return cell.halfUnit(row, roles.percent(cell.name()));
  }

  /** The cell problems found so far, for the outcome to add its own. */
  List<DataProblem> problems() {
    return new ArrayList<>(problems);
  }

  /** A rule on two neighbouring cells, for example events and total of an arm. */
  interface PairRule {
    void check(
        String study,
        int row,
        double first,
        double second,
        String firstColumn,
        String secondColumn,
        List<DataProblem> problems);
  }

  /** The studies of the rows in use, after a rule on every two columns. */
  StudyColumns studiesOfPairs(PairRule rule) {
    List<DataProblem> found = problems();
    for (int i : readable()) {
      for (int j = 0; j < columns.size(); j += 2) {
        rule.check(labels[i], i + 1, value(i, j), value(i, j + 1), column(j), column(j + 1), found);
      }
    }
    return studies(found);
  }

  /**
   * The studies of the rows in use, after all problems have been thrown at once.
   *
   * @param found cell problems and those of the outcome's rules
   */
  StudyColumns studies(List<DataProblem> found) {
    int[] used = IntStream.range(0, labels.length).filter(i -> !leftOut[i]).toArray();
    StudyColumns more = new StudyColumns(cells, roles, columns, labels, used);
    List<DataProblem> all = new ArrayList<>(found);
    all.addAll(more.problems());
    all.sort(Comparator.comparingInt(DataProblem::row));
    StudyDataException.throwIfAny(all);
    return more;
  }

  /** What was left out or taken for granted while reading. */
  List<String> notes() {
    return List.copyOf(notes);
  }
}
