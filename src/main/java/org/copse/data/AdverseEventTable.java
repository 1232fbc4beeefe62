package org.copse.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.copse.effect.DataProblem;
import org.copse.effect.Studies;
import org.copse.model.StudyLeftOut;

/**
 * The rows of a long table of adverse events, by event and grade. The cells of all events are
 * checked at once; a study's label must be unique within an event only.
 */
final class AdverseEventTable {

  /**
   * The rows of one event and grade.
   *
   * @param event the event
   * @param grade its grade, perhaps empty
   * @param rows indices in the table
   */
  record Group(String event, String grade, List<Integer> rows) {}

  private final CellTable cells;
  private final Roles roles;
  private final List<CellColumn> outcome;
  private final StudyRows rows;
  private final boolean[] complete;
  private final String[] labels;
  private final List<Group> groups;
  private final List<String> notes;

  AdverseEventTable(
      CellTable cells,
      Roles roles,
      String event,
      String grade,
      StudyRows.PairRule rule,
      String... outcomeColumns) {
    this.cells = cells;
    this.roles = roles;
    this.outcome = Arrays.stream(outcomeColumns).map(cells::column).toList();
    List<String> named = new ArrayList<>(roles.study());
    if (!named.isEmpty()) {
      named.add(event);
      if (!grade.isEmpty()) {
        named.add(grade);
      }
    }
    this.rows = new StudyRows(cells, roles.withStudy(named), outcomeColumns);
    Labels naming = new Labels(cells, roles);
    this.labels = IntStream.range(0, cells.rows()).mapToObj(naming::of).toArray(String[]::new);
    this.complete = new boolean[cells.rows()];
    for (int i = 0; i < complete.length; i++) {
      complete[i] = missing(i).isEmpty();
    }
    List<DataProblem> problems = rows.problems();
    this.groups = groups(event, grade, problems);
    check(rule, problems);
    this.notes = rows.studies(problems).notes(rows).stream().filter(n -> !isListed(n)).toList();
  }

  private List<Group> groups(String event, String grade, List<DataProblem> problems) {
    CellColumn events = cells.column(event);
    Map<List<String>, List<Integer>> found = new LinkedHashMap<>();
    for (int i = 0; i < cells.rows(); i++) {
      if (events.isMissing(i, roles.missing())) {
        problems.add(
            new DataProblem(
                labels[i],
                i + 1,
                event,
                "column '" + event + "' must name the event",
                "empty",
                "Fill it in."));
        continue;
      }
      String text = grade.isEmpty() ? "" : text(cells.column(grade), i);
      found.computeIfAbsent(List.of(events.text(i), text), k -> new ArrayList<>()).add(i);
    }
    return found.entrySet().stream()
        .map(e -> new Group(e.getKey().get(0), e.getKey().get(1), List.copyOf(e.getValue())))
        .toList();
  }

  private String text(CellColumn column, int row) {
    return column.isMissing(row, roles.missing()) ? "" : column.text(row);
  }

  private void check(StudyRows.PairRule rule, List<DataProblem> problems) {
    for (int i : rows.readable()) {
      for (int j = 0; j < outcome.size(); j += 2) {
        rule.check(
            rows.label(i),
            i + 1,
            rows.value(i, j),
            rows.value(i, j + 1),
            rows.column(j),
            rows.column(j + 1),
            problems);
      }
    }
  }

  private List<String> missing(int row) {
    return outcome.stream()
        .filter(c -> c.isMissing(row, roles.missing()))
        .map(CellColumn::name)
        .toList();
  }

  /** What the list of studies left out says already. */
  private static boolean isListed(String note) {
    return note.startsWith("Left out as incomplete: ");
  }

  List<Group> groups() {
    return groups;
  }

  int[] used(Group group) {
    return group.rows().stream().mapToInt(Integer::intValue).filter(i -> complete[i]).toArray();
  }

  List<StudyLeftOut> leftOut(Group group) {
    return group.rows().stream()
        .filter(i -> !complete[i])
        .map(i -> new StudyLeftOut(labels[i], "no value in " + String.join(", ", missing(i))))
        .toList();
  }

  Studies studies(int[] used) {
    return new StudyColumns(cells, roles, outcome, labels, used).studies();
  }

  List<double[]> values(int[] used) {
    return Arrays.stream(used)
        .mapToObj(
            i -> IntStream.range(0, outcome.size()).mapToDouble(j -> rows.value(i, j)).toArray())
        .toList();
  }

  List<String> notes() {
    return notes;
  }
}
