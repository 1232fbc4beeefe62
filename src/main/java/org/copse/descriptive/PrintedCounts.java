package org.copse.descriptive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.copse.convert.Printed;

/**
 * A table of counts and percentages as a paper prints it: categories of variables by groups of
 * patients. Immutable: every method returns new counts.
 *
 * <p>Categories of a variable exclude each other and add up to the group, unless the variable is
 * named by {@link #overlapping}; a category with a parent is a part of it. Rows that cannot be read
 * are kept until the table is used, so that one error names all of them.
 */
public final class PrintedCounts {

  /** A row: texts as printed, empty where nothing is. */
  record Row(
      String variable,
      String level,
      String parent,
      boolean missing,
      List<Long> counts,
      List<String> percents) {

    boolean is(String otherVariable, String otherLevel, String otherParent) {
      return variable.equals(otherVariable)
          && level.equals(otherLevel)
          && parent.equals(otherParent);
    }
  }

  private final List<String> groups;
  private final List<Long> sizes;
  private final List<Row> rows;
  private final int total;
  private final List<String> overlapping;
  private final List<String> problems;

  private PrintedCounts(
      List<String> groups,
      List<Long> sizes,
      List<Row> rows,
      int total,
      List<String> overlapping,
      List<String> problems) {
    this.groups = List.copyOf(groups);
    this.sizes = List.copyOf(sizes);
    this.rows = List.copyOf(rows);
    this.total = total;
    this.overlapping = List.copyOf(overlapping);
    this.problems = List.copyOf(problems);
  }

  /**
   * The head of a table.
   *
   * @param groups names of its columns
   * @param sizes patients of each, as printed in the head
   * @return counts without rows
   */
  public static PrintedCounts headed(List<String> groups, List<Long> sizes) {
    List<String> problems = new ArrayList<>();
    if (groups.isEmpty() || groups.size() != sizes.size() || sizes.stream().anyMatch(n -> n < 1)) {
      problems.add(
          "each group must have its number of patients, 1 or more, was %s for %s. Name them as the head of the table does."
              .formatted(sizes, groups));
    }
    if (new LinkedHashSet<>(groups).size() < groups.size()) {
      problems.add(
          "its groups must have names of their own, was %s. Tell them apart.".formatted(groups));
    }
    throwIfAny(problems);
    return new PrintedCounts(groups, sizes, List.of(), -1, List.of(), List.of());
  }

  /**
   * Names the column that is the sum of all others.
   *
   * @param group its name
   * @return new counts
   */
  public PrintedCounts total(String group) {
    int at = groups.indexOf(group);
    if (at < 0) {
      throw new IllegalArgumentException(
          "Cannot find the total: it must be one of %s, was '%s'. Check its spelling."
              .formatted(groups, group));
    }
    return new PrintedCounts(groups, sizes, rows, at, overlapping, problems);
  }

  /**
   * Names variables whose categories need not exclude each other, such as symptoms: their sums are
   * not checked.
   *
   * @param variables their names
   * @return new counts
   */
  public PrintedCounts overlapping(String... variables) {
    return new PrintedCounts(groups, sizes, rows, total, Arrays.asList(variables), problems);
  }

  /**
   * Adds a row. When cells do not fit the head, counts are negative, a percentage is no number, or
   * the row was given before, using the table is an error that names every such row.
   *
   * @param variable the variable
   * @param level the category
   * @param parent the category of which it is a part, empty for none
   * @param missing whether the row counts patients in whom the variable is not reported
   * @param counts patients, one a group
   * @param percents as printed, without sign; empty where none is printed
   * @return new counts
   */
  public PrintedCounts row(
      String variable,
      String level,
      String parent,
      boolean missing,
      List<Long> counts,
      List<String> percents) {
    List<String> bad = new ArrayList<>(problems);
    boolean negative = counts.stream().anyMatch(n -> n < 0);
    if (counts.size() != groups.size() || percents.size() != groups.size() || negative) {
      bad.add(
          "row '%s, %s' must have %s counts of 0 or more and as many percentages, was %s and %s. Compare it with the paper."
              .formatted(variable, level, groups.size(), counts, percents));
    }
    checkPercents(variable, level, percents, bad);
    if (rows.stream().anyMatch(row -> row.is(variable, level, parent))) {
      bad.add(
          "row '%s, %s' must stand once in the table, was given twice. Take one of them out, or name the category of which it is a part."
              .formatted(variable, level));
    }
    List<Row> more = new ArrayList<>(rows);
    more.add(new Row(variable, level, parent, missing, List.copyOf(counts), List.copyOf(percents)));
    return new PrintedCounts(groups, sizes, more, total, overlapping, bad);
  }

  private static void checkPercents(
      String variable, String level, List<String> percents, List<String> problems) {
    List<String> bad = new ArrayList<>();
    for (String percent : percents) {
      try {
        if (!percent.isBlank()) {
          Printed.of(percent);
        }
      } catch (IllegalArgumentException e) {
        bad.add("'" + percent + "'");
      }
    }
    if (!bad.isEmpty()) {
      problems.add(
          "row '%s, %s' must have decimal numbers for percentages, was %s. Write them with a point and without a percent sign."
              .formatted(variable, level, String.join(", ", bad)));
    }
  }

  private static void throwIfAny(List<String> problems) {
    if (problems.size() == 1) {
      throw new IllegalArgumentException("Cannot read the printed table: " + problems.get(0));
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot read the printed table: %s problems.\n  %s"
              .formatted(problems.size(), String.join("\n  ", problems)));
    }
  }

  /** Bad rows, and names that lead nowhere and would leave a sum unchecked, all at once. */
  void requireRows() {
    List<String> all = new ArrayList<>(problems);
    for (Row row : rows) {
      boolean known =
          row.parent().isEmpty()
              || rows.stream()
                  .anyMatch(
                      whole ->
                          whole.variable().equals(row.variable())
                              && whole.level().equals(row.parent())
                              && !row.level().equals(row.parent()));
      if (!known) {
        all.add(
            "row '%s, %s' must be a part of another category of its variable, was a part of '%s'. Check the spelling."
                .formatted(row.variable(), row.level(), row.parent()));
      }
    }
    overlapping.stream()
        .filter(name -> !variables().contains(name))
        .forEach(
            name ->
                all.add(
                    "overlapping variable '%s' must have rows, was without. Check the spelling."
                        .formatted(name)));
    throwIfAny(all);
  }

  /**
   * Checks every cell and every sum.
   *
   * @return what does not agree
   * @throws IllegalArgumentException naming every row that cannot be read
   */
  public PrintedCheck check() {
    requireRows();
    return PrintedCheck.of(this);
  }

  /**
   * The columns.
   *
   * @return their names
   */
  public List<String> groups() {
    return groups;
  }

  /**
   * Patients of each column.
   *
   * @return as the head prints them
   */
  public List<Long> sizes() {
    return sizes;
  }

  List<Row> rows() {
    return rows;
  }

  Optional<Integer> total() {
    return total < 0 ? Optional.empty() : Optional.of(total);
  }

  boolean adds(String variable) {
    return !overlapping.contains(variable);
  }

  List<String> variables() {
    LinkedHashSet<String> names = new LinkedHashSet<>();
    rows.forEach(row -> names.add(row.variable()));
    return List.copyOf(names);
  }

  List<Tally> tallies() {
    requireRows();
    List<Tally> tallies = new ArrayList<>();
    int[] compared = IntStream.range(0, groups.size()).filter(g -> g != total).toArray();
    for (String variable : variables()) {
      List<Tally.Level> levels =
          rows.stream()
              .filter(row -> row.variable().equals(variable))
              .map(
                  row ->
                      new Tally.Level(
                          row.level(),
                          row.parent(),
                          row.missing(),
                          row.counts().stream().mapToLong(Long::longValue).toArray()))
              .toList();
      tallies.add(new Tally(variable, levels, compared));
    }
    return tallies;
  }

  @Override
  public String toString() {
    return "Printed table: %s variables, %s rows, groups %s of %s patients%s"
        .formatted(
            variables().size(),
            rows.size(),
            groups,
            sizes,
            problems.isEmpty() ? "" : "; %s problems, see .check()".formatted(problems.size()));
  }
}
