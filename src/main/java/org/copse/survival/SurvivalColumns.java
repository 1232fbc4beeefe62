package org.copse.survival;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Columns of patient-level survival data, one value a patient, named as the reader knows them; all
 * are checked together by {@link #check()}.
 *
 * <pre>{@code
 * SurvivalData data = SurvivalData.columns()
 *     .times("weeks", weeks).events("relapse", relapse).groups("treatment", treatment).check();
 * }</pre>
 */
public final class SurvivalColumns {

  /** A column of numbers with its name. */
  private record Numbers(String name, double[] values) {}

  /** A column of labels with its name. */
  private record Texts(String name, Categories labels) {}

  private Numbers times;
  private Flags events;
  private Numbers entries;
  private Numbers weights;
  private Texts groups;
  private Texts strata;
  private final Map<String, double[]> covariates = new LinkedHashMap<>();
  private List<String> groupOrder = List.of();
  private int[] rowNumbers = {};
  private final List<String> notes = new ArrayList<>();

  /** What stands in cells that are no numbers, by column and row. */
  private final Map<String, Map<Integer, String>> unreadable = new HashMap<>();

  SurvivalColumns() {}

  /**
   * Times of the event or of censoring, since each patient's time 0.
   *
   * @param name name of the column
   * @param values finite, 0 or later
   * @return this
   */
  public SurvivalColumns times(String name, double... values) {
    times = new Numbers(name, values.clone());
    return this;
  }

  /**
   * Whether each time is an event (1) or censored (0).
   *
   * @param name name of the column
   * @param values 0 or 1
   * @return this
   */
  public SurvivalColumns events(String name, double... values) {
    events = Flags.of(name, values);
    return this;
  }

  /**
   * Times from which patients are under observation (left truncation): at risk in (entry, time].
   *
   * @param name name of the column
   * @param values 0 or later, earlier than the time of the same row
   * @return this
   */
  public SurvivalColumns entries(String name, double... values) {
    entries = new Numbers(name, values.clone());
    return this;
  }

  /**
   * Case weights: how many patients a row stands for.
   *
   * @param name name of the column
   * @param values above 0
   * @return this
   */
  public SurvivalColumns weights(String name, double... values) {
    weights = new Numbers(name, values.clone());
    return this;
  }

  /**
   * Groups to compare, in the order of first appearance; see {@link #groupOrder}.
   *
   * @param name name of the column
   * @param labels label of each patient's group
   * @return this
   */
  public SurvivalColumns groups(String name, List<String> labels) {
    groups = new Texts(name, Categories.of(labels));
    return this;
  }

  /**
   * Order of the groups: the first is the one that others are compared with, and a trend test
   * scores them 1, 2, 3 ...
   *
   * @param labels the groups in order; groups not named follow as they appear
   * @return this
   */
  public SurvivalColumns groupOrder(String... labels) {
    groupOrder = List.of(labels);
    return this;
  }

  /**
   * Strata: patients are only compared with those of the same stratum.
   *
   * @param name name of the column
   * @param labels label of each patient's stratum
   * @return this
   */
  public SurvivalColumns strata(String name, List<String> labels) {
    strata = new Texts(name, Categories.of(labels));
    return this;
  }

  /**
   * A covariate for the Cox model.
   *
   * @param name name of the column
   * @param values finite numbers
   * @return this
   */
  public SurvivalColumns covariate(String name, double... values) {
    covariates.put(name, values.clone());
    return this;
  }

  /**
   * Where the rows stand in the table that they come from, for messages.
   *
   * @param numbers row of each patient in its table, 0 for the first
   * @return this
   */
  public SurvivalColumns rowNumbers(int... numbers) {
    rowNumbers = numbers.clone();
    return this;
  }

  /**
   * A cell that could not be read as a number, named by {@link #check()} among all other problems;
   * its value in the column is NaN.
   *
   * @param name name of the column
   * @param row 0 for the first value of the column
   * @param problem what must hold, what was there and what to do, for example "column 'months' must
   *     hold a number, was '2,5'. Write 2.5."
   * @return this
   */
  public SurvivalColumns unreadable(String name, int row, String problem) {
    unreadable.computeIfAbsent(name, key -> new HashMap<>()).put(row, problem);
    return this;
  }

  /**
   * What a reader should know of how the data came about.
   *
   * @param note one sentence
   * @return this
   */
  public SurvivalColumns note(String note) {
    notes.add(note);
    return this;
  }

  /**
   * Checks all columns and makes the data.
   *
   * @return the data
   * @throws IllegalArgumentException naming every bad row: times missing, infinite or negative,
   *     events other than 0 and 1, entry not before the time, weights not above 0, labels missing;
   *     and when there is no row at all
   */
  public SurvivalData check() {
    if (times == null || events == null) {
      throw new IllegalArgumentException(
          "Cannot use the survival data: columns of times and of events must be given, was none."
              + " Call times(...) and events(...) before check().");
    }
    int n = times.values.length;
    if (n == 0) {
      throw new IllegalArgumentException(
          "Cannot use the survival data: rows must be at least 1, was 0. Check column %s."
              .formatted(times.name));
    }
    SurvivalRules rules = new SurvivalRules(rowNumbers);
    checkLengths(rules, n);
    rules.throwIfAny();
    if (!isPlainlyGood()) {
      for (int row = 0; row < n; row++) {
        checkRow(rules, row);
      }
      rules.throwIfAny();
    }
    return new SurvivalData(
        times.values,
        events.flags(),
        entries == null ? null : entries.values,
        weights == null ? null : weights.values,
        categories(groups, groupOrder, n),
        categories(strata, List.of(), n),
        covariates,
        notes);
  }

  private void checkLengths(SurvivalRules rules, int n) {
    rules.length(events.name(), events.flags().length, n);
    for (Numbers column : new Numbers[] {entries, weights}) {
      if (column != null) {
        rules.length(column.name, column.values.length, n);
      }
    }
    for (Texts column : new Texts[] {groups, strata}) {
      if (column != null) {
        rules.length(column.name, column.labels.size(), n);
      }
    }
    covariates.forEach((name, values) -> rules.length(name, values.length, n));
  }

  /** Whether nothing can be wrong: one quick pass for the many rows that are good. */
  private boolean isPlainlyGood() {
    double[] t = times.values;
    boolean good = events.isGood() && entries == null && weights == null && covariates.isEmpty();
    for (int i = 0; good && i < t.length; i++) {
      good = t[i] >= 0 && t[i] < Double.POSITIVE_INFINITY;
    }
    return good && isLabelled(groups) && isLabelled(strata);
  }

  private static boolean isLabelled(Texts column) {
    return column == null || !column.labels.anyMissing();
  }

  private void checkRow(SurvivalRules rules, int row) {
    double time = times.values[row];
    if (!(time >= 0 && time < Double.POSITIVE_INFINITY)) {
      add(rules, row, "time must be a number, 0 or later", time, times.name);
    }
    if (!events.isGood() && events.values()[row] != 0 && events.values()[row] != 1) {
      add(
          rules,
          row,
          "event must be 0 (censored) or 1 (event)",
          events.values()[row],
          events.name());
    }
    if (entries != null) {
      double entry = entries.values[row];
      // a time that is itself bad says nothing of the entry
      if (!(entry >= 0 && (entry < time || !(time >= 0)))) {
        String rule = "entry must be 0 or later and before the time, " + SurvivalRules.text(time);
        add(rules, row, rule, entry, entries.name);
      }
    }
    if (weights != null) {
      double weight = weights.values[row];
      if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
        add(rules, row, "weight must be a number above 0", weight, weights.name);
      }
    }
    checkLabel(rules, row, groups);
    checkLabel(rules, row, strata);
    covariates.forEach(
        (name, values) -> {
          if (!Double.isFinite(values[row])) {
            add(rules, row, "covariate must be a number", values[row], name);
          }
        });
  }

  private void add(SurvivalRules rules, int row, String rule, double value, String column) {
    String written = unreadable.getOrDefault(column, Map.of()).get(row);
    if (written == null) {
      rules.row(row, rule, value, column);
    } else {
      int number = rules.rowNumber(row);
      rules.add(number, "Row %s: %s".formatted(number, written));
    }
  }

  private static void checkLabel(SurvivalRules rules, int row, Texts column) {
    if (column != null && Categories.isMissing(column.labels.label(row))) {
      rules.row(row, "label must be given", "missing", column.name);
    }
  }

  private static Categories categories(Texts column, List<String> first, int rows) {
    if (column == null) {
      return Categories.single(rows);
    }
    List<String> missing =
        first.stream().filter(label -> !column.labels.levels().contains(label)).toList();
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot order the groups: names must be among the groups, was %s. Check column %s."
              .formatted(missing, column.name));
    }
    return column.labels.startingWith(first.stream().distinct().toList());
  }
}
