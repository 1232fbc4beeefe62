package org.copse.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.copse.effect.DataProblem;
import org.copse.effect.Moderator;
import org.copse.effect.Studies;

/** Turns the columns that are no outcome into years, clusters and moderators of the rows in use. */
final class StudyColumns {

  private final Roles roles;
  private final String[] labels;
  private final int[] used;
  private final Moderator.Numeric years;
  private final Map<String, Moderator> moderators = new LinkedHashMap<>();
  private final List<CellColumn> outcome;
  private final List<DataProblem> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  StudyColumns(
      CellTable cells, Roles roles, List<CellColumn> outcome, String[] labels, int[] used) {
    this.roles = roles;
    this.labels = labels;
    this.used = used;
    this.outcome = outcome;
    for (CellColumn column : cells.columns()) {
      if (!outcome.contains(column)) {
        moderators.put(column.name(), moderator(column));
      }
    }
    this.years = years(cells);
  }

  private Moderator.Numeric years(CellTable cells) {
    if (roles.year().isEmpty()) {
      return null;
    }
    return moderators.get(roles.year()) instanceof Moderator.Numeric numeric
        ? numeric
        : numbers(cells.column(roles.year()));
  }

  private Moderator moderator(CellColumn column) {
    String name = column.name();
    if (name.equals(roles.group()) || name.equals(roles.cluster())) {
      return categories(column);
    }
    if (name.equals(roles.year()) || roles.percents().containsKey(name)) {
      return numbers(column);
    }
    if (CellTable.isQuantities(column, roles.missing())) {
      return numbers(column);
    }
    if (!column.isTyped() && !roles.study().contains(name)) {
      noteMixed(column);
    }
    return categories(column);
  }

  private Moderator categories(CellColumn column) {
    return Moderator.of(
        Arrays.stream(used)
            .mapToObj(i -> column.isMissing(i, roles.missing()) ? "" : column.text(i))
            .toList());
  }

  /** Cells of an outcome; where rows report in different ways, one may hold no number. */
  private double[] inputs(CellColumn column) {
    return Arrays.stream(used)
        .mapToDouble(
            row ->
                column.isMissing(row, roles.missing())
                    ? Double.NaN
                    : column.number(row, roles.percent(column.name())))
        .toArray();
  }

  private Moderator.Numeric numbers(CellColumn column) {
    double[] numbers = new double[used.length];
    for (int i = 0; i < used.length; i++) {
      int row = used[i];
      numbers[i] = Double.NaN;
      if (!column.isMissing(row, roles.missing())) {
        PercentRule percent = roles.percent(column.name());
        numbers[i] = column.number(row, percent);
        if (Double.isNaN(numbers[i])) {
          problems.add(CellProblems.noNumber(labels[row], row, column, percent));
        }
      }
    }
    return Moderator.of(numbers);
  }

  /** A column of numbers with a few texts among them is rarely meant as categories: say so. */
  private void noteMixed(CellColumn column) {
    int present = 0;
    int numbers = 0;
    int first = -1;
    for (int row : used) {
      if (!column.isMissing(row, roles.missing())) {
        present++;
        if (Numbers.isQuantity(column.text(row))) {
          numbers++;
        } else if (first < 0) {
          first = row;
        }
      }
    }
    if (first >= 0 && 2 * numbers >= present) {
      notes.add(
          "Column '%s' is taken as categories: row %s holds '%s', which is no number."
              .formatted(column.name(), first + 1, column.text(first)));
    }
  }

  List<DataProblem> problems() {
    return problems;
  }

  /** Everything a reader must know of how the rows were read. */
  List<String> notes(StudyRows rows) {
    List<String> all = new ArrayList<>(rows.notes());
    all.addAll(notes);
    return all;
  }

  /** Rows in use, by their index in the table. */
  int[] used() {
    return used;
  }

  Studies studies() {
    Studies studies = Studies.of(Arrays.stream(used).mapToObj(i -> labels[i]).toList());
    for (Map.Entry<String, Moderator> entry : moderators.entrySet()) {
      studies = studies.withModerator(entry.getKey(), entry.getValue());
    }
    for (CellColumn column : outcome) {
      studies = studies.withInput(column.name(), inputs(column));
    }
    if (years != null) {
      double[] values = new double[used.length];
      Arrays.setAll(values, years::value);
      studies = studies.withYears(values);
    }
    if (moderators.get(roles.cluster()) instanceof Moderator.Categorical clusters) {
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < used.length; i++) {
        ids.add(clusters.text(i));
      }
      studies = studies.withClusters(ids);
    }
    return studies;
  }
}
