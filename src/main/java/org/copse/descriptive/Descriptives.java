package org.copse.descriptive;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.copse.numeric.SampleQuantiles;

/**
 * How patients are described: n (%) of categories with missing values counted, medians of numbers.
 *
 * <p>Defaults: percentages of all patients of a group, medians with range, no test. Tests, where
 * asked for, leave missing values out. Immutable.
 */
public final class Descriptives {

  static final String MISSING = "Not reported";

  private final MedianSpread spread;
  private final PercentBase base;
  private final Optional<ContingencyTest> categories;
  private final Optional<RankTest> numbers;

  private Descriptives(
      MedianSpread spread,
      PercentBase base,
      Optional<ContingencyTest> categories,
      Optional<RankTest> numbers) {
    this.spread = spread;
    this.base = base;
    this.categories = categories;
    this.numbers = numbers;
  }

  /**
   * The defaults above.
   *
   * @return the settings
   */
  public static Descriptives withDefaults() {
    return new Descriptives(
        MedianSpread.RANGE, PercentBase.ALL_PATIENTS, Optional.empty(), Optional.empty());
  }

  /**
   * What stands beside medians.
   *
   * @param newSpread range or quartiles
   * @return new settings
   */
  public Descriptives medians(MedianSpread newSpread) {
    return new Descriptives(Objects.requireNonNull(newSpread), base, categories, numbers);
  }

  /**
   * What percentages are taken of.
   *
   * @param newBase all patients or those known
   * @return new settings
   */
  public Descriptives percentOf(PercentBase newBase) {
    return new Descriptives(spread, Objects.requireNonNull(newBase), categories, numbers);
  }

  /**
   * Adds a test of the categories between groups.
   *
   * @param test which
   * @return new settings
   */
  public Descriptives testCategories(ContingencyTest test) {
    return new Descriptives(spread, base, Optional.of(test), numbers);
  }

  /**
   * Adds a test of the numbers between groups.
   *
   * @param test which
   * @return new settings
   */
  public Descriptives testNumbers(RankTest test) {
    return new Descriptives(spread, base, categories, Optional.of(test));
  }

  /**
   * Describes patients.
   *
   * @param patients the patients
   * @return the table; a column of all patients stands first where there are groups
   */
  public DescriptiveTable fit(PatientData patients) {
    List<boolean[]> columns = new ArrayList<>();
    // a group may be called Total itself
    String all = patients.groups().contains("Total") ? "All patients" : "Total";
    List<String> names = new ArrayList<>(List.of(all));
    columns.add(members(patients, Optional.empty()));
    for (String group : patients.groups()) {
      names.add(group);
      columns.add(members(patients, Optional.of(group)));
    }
    List<Long> sizes = new ArrayList<>();
    for (boolean[] column : columns) {
      sizes.add((long) count(column));
    }
    List<DescriptiveBlock> blocks = new ArrayList<>();
    for (PatientData.Variable variable : patients.variables()) {
      blocks.add(
          variable.numbers().isPresent()
              ? medians(variable.name(), variable.numbers().get(), columns)
              : counted(Tally.of(variable, columns), sizes));
    }
    return new DescriptiveTable(names, sizes, blocks, notes(blocks, patients.groups().size()));
  }

  /**
   * Describes the patients of a printed table by its counts.
   *
   * @param printed the printed table
   * @return the table with percentages computed anew; tests leave totals out
   */
  public DescriptiveTable fit(PrintedCounts printed) {
    List<DescriptiveBlock> blocks = new ArrayList<>();
    for (Tally tally : printed.tallies()) {
      blocks.add(counted(tally, printed.sizes()));
    }
    int compared = printed.groups().size() - (printed.total().isPresent() ? 1 : 0);
    return new DescriptiveTable(printed.groups(), printed.sizes(), blocks, notes(blocks, compared));
  }

  private static boolean[] members(PatientData patients, Optional<String> group) {
    boolean[] members = new boolean[patients.size()];
    for (int i = 0; i < members.length; i++) {
      members[i] = group.isEmpty() || patients.isIn(i, group.get());
    }
    return members;
  }

  private static int count(boolean[] members) {
    int count = 0;
    for (boolean member : members) {
      count += member ? 1 : 0;
    }
    return count;
  }

  private DescriptiveBlock counted(Tally tally, List<Long> sizes) {
    List<DescriptiveRow> rows = new ArrayList<>();
    long[] missing = IntStream.range(0, sizes.size()).mapToLong(tally::missing).toArray();
    for (Tally.Level level : tally.levels()) {
      List<DescriptiveCell> cells = new ArrayList<>();
      for (int g = 0; g < sizes.size(); g++) {
        cells.add(cell(level, level.counts()[g], sizes.get(g), missing[g]));
      }
      rows.add(new DescriptiveRow(level.label(), level.parent().isEmpty() ? 1 : 2, cells));
    }
    Optional<GroupComparison> test =
        tally.compared().length < 2
            ? Optional.empty()
            : categories.map(t -> t.of(tally.known(tally.compared())));
    return new DescriptiveBlock(tally.variable(), rows, test);
  }

  private DescriptiveCell cell(Tally.Level level, long n, long size, long missing) {
    boolean known = base == PercentBase.KNOWN;
    long of = known ? size - missing : size;
    boolean none = of == 0 || (known && level.missing());
    return new DescriptiveCell.Count(
        n, none ? OptionalDouble.empty() : OptionalDouble.of(100.0 * n / of));
  }

  private DescriptiveBlock medians(String name, double[] values, List<boolean[]> columns) {
    List<DescriptiveCell> medians = new ArrayList<>();
    List<DescriptiveCell> missing = new ArrayList<>();
    List<double[]> groups = new ArrayList<>();
    boolean any = false;
    for (boolean[] column : columns) {
      double[] known = known(values, column);
      long absent = count(column) - (long) known.length;
      any |= absent > 0;
      groups.add(known);
      medians.add(median(known));
      boolean all = base == PercentBase.ALL_PATIENTS && count(column) > 0;
      missing.add(
          new DescriptiveCell.Count(
              absent,
              all ? OptionalDouble.of(100.0 * absent / count(column)) : OptionalDouble.empty()));
    }
    List<DescriptiveRow> rows = new ArrayList<>();
    rows.add(
        new DescriptiveRow(
            spread == MedianSpread.RANGE ? "Median (range)" : "Median (quartiles)", 1, medians));
    if (any) {
      rows.add(new DescriptiveRow(MISSING, 1, missing));
    }
    Optional<GroupComparison> test =
        columns.size() < 3
            ? Optional.empty()
            : numbers.map(t -> t.of(groups.subList(1, groups.size())));
    return new DescriptiveBlock(name, rows, test);
  }

  private static double[] known(double[] values, boolean[] column) {
    List<Double> known = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (column[i] && !Double.isNaN(values[i])) {
        known.add(values[i]);
      }
    }
    return known.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private DescriptiveCell median(double[] known) {
    if (known.length == 0) {
      return new DescriptiveCell.Unknown();
    }
    SampleQuantiles quantiles = new SampleQuantiles(known);
    boolean range = spread == MedianSpread.RANGE;
    return new DescriptiveCell.Median(
        known.length,
        quantiles.at(0.5),
        quantiles.at(range ? 0 : 0.25),
        quantiles.at(range ? 1 : 0.75));
  }

  private List<String> notes(List<DescriptiveBlock> blocks, int groups) {
    List<String> notes = new ArrayList<>();
    notes.add(
        base == PercentBase.ALL_PATIENTS
            ? "percentages are of all patients of a group, those not reported included"
            : "percentages are of the patients in whom the variable is known");
    for (DescriptiveBlock block : blocks) {
      block
          .test()
          .ifPresent(
              test -> {
                String remarks =
                    test.notes().isEmpty() ? "" : "; " + String.join("; ", test.notes());
                notes.add(block.variable() + ": " + test.method() + remarks);
              });
    }
    if (blocks.stream().anyMatch(block -> block.test().isPresent())) {
      notes.add("tests leave out patients whose value is not reported");
    } else if (categories.isPresent() || numbers.isPresent()) {
      notes.add(
          groups < 2
              ? "no test between groups: there are fewer than 2"
              : "no test between groups: none was asked for variables of these kinds");
    }
    return notes;
  }
}
