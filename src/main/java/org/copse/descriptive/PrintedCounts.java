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
 * named by {@link #overlapping}; a category with a parent is a part of it.
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

  private PrintedCounts(
      List<String> groups, List<Long> sizes, List<Row> rows, int total, List<String> overlapping) {
    this.groups = List.copyOf(groups);
    this.sizes = List.copyOf(sizes);
    this.rows = List.copyOf(rows);
    this.total = total;
    this.overlapping = List.copyOf(overlapping);
  }

  /**
   * The head of a table.
   *
   * @param groups names of its columns
   * @param sizes patients of each, as printed in the head
   * @return counts without rows
   */
  public static PrintedCounts headed(List<String> groups, List<Long> sizes) {
    if (groups.isEmpty() || groups.size() != sizes.size() || sizes.stream().anyMatch(n -> n < 1)) {
      throw new IllegalArgumentException(
          "Cannot read the printed table: each group must have its number of patients, 1 or more, was %s for %s. Name them as the head of the table does."
              .formatted(sizes, groups));
    }
    if (new LinkedHashSet<>(groups).size() < groups.size()) {
      throw new IllegalArgumentException(
          "Cannot read the printed table: its groups must have names of their own, was %s. Tell them apart."
              .formatted(groups));
    }
    return new PrintedCounts(groups, sizes, List.of(), -1, List.of());
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
    return new PrintedCounts(groups, sizes, rows, at, overlapping);
  }

  /**
   * Names variables whose categories need not exclude each other, such as symptoms: their sums are
   * not checked.
   *
   * @param variables their names
   * @return new counts
   */
  public PrintedCounts overlapping(String... variables) {
    return new PrintedCounts(groups, sizes, rows, total, Arrays.asList(variables));
  }

  /**
   * Adds a row.
   *
   * @param variable the variable
   * @param level the category
   * @param parent the category of which it is a part, empty for none
   * @param missing whether the row counts patients in whom the variable is not reported
   * @param counts patients, one a group
   * @param percents as printed, without sign; empty where none is printed
   * @return new counts
   * @throws IllegalArgumentException when cells do not fit the head, counts are negative, a
   *     percentage is no number, or the row was given before
   */
  public PrintedCounts row(
      String variable,
      String level,
      String parent,
      boolean missing,
      List<Long> counts,
      List<String> percents) {
    boolean negative = counts.stream().anyMatch(n -> n < 0);
    if (counts.size() != groups.size() || percents.size() != groups.size() || negative) {
      throw new IllegalArgumentException(
          "Cannot read row '%s, %s': it must have %s counts of 0 or more and as many percentages, was %s and %s. Compare it with the paper."
              .formatted(variable, level, groups.size(), counts, percents));
    }
    requirePercents(variable, level, percents);
    if (rows.stream().anyMatch(row -> row.is(variable, level, parent))) {
      throw new IllegalArgumentException(
          "Cannot read row '%s, %s': it must stand once in the table, was given twice. Take one of them out, or name the category of which it is a part."
              .formatted(variable, level));
    }
    List<Row> more = new ArrayList<>(rows);
    more.add(new Row(variable, level, parent, missing, List.copyOf(counts), List.copyOf(percents)));
    return new PrintedCounts(groups, sizes, more, total, overlapping);
  }

  private static void requirePercents(String variable, String level, List<String> percents) {
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
      throw new IllegalArgumentException(
          "Cannot read row '%s, %s': percentages must be decimal numbers, was %s. Write them with a point and without a percent sign."
              .formatted(variable, level, String.join(", ", bad)));
    }
  }

  /** Names that lead nowhere would leave a sum unchecked. */
  void requireNames() {
    List<String> problems = new ArrayList<>();
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
        problems.add(
            "row '%s, %s' is a part of '%s', which is no other category of it"
                .formatted(row.variable(), row.level(), row.parent()));
      }
    }
    overlapping.stream()
        .filter(name -> !variables().contains(name))
        .forEach(name -> problems.add("overlapping variable '%s' has no row".formatted(name)));
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot read the printed table: wholes and variables must be rows of it, but %s. Check the spelling."
              .formatted(String.join("; ", problems)));
    }
  }

  /**
   * Checks every cell and every sum.
   *
   * @return what does not agree
   */
  public PrintedCheck check() {
    requireNames();
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
    requireNames();
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
    return "Printed table: %s variables, %s rows, groups %s of %s patients"
        .formatted(variables().size(), rows.size(), groups, sizes);
  }
}
