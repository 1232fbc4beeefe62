package org.copse.survival;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checked patient-level times to an event, with groups, strata, weights and covariates where given.
 *
 * <p>A patient is at risk in (entry, time], from 0 where no entry is given. Times are tied only
 * when they are equal to the last bit; a note says where some are nearly so.
 */
public final class SurvivalData {

  private static final double NEARLY = 1e-8;

  private final double[] times;
  private final boolean[] events;
  private final double[] entries;
  private final double[] weights;
  private final Categories groups;
  private final Categories strata;
  private final Map<String, double[]> covariates;
  private final List<String> givenNotes;
  private final OrderedRows ordered;

  SurvivalData(
      double[] times,
      boolean[] events,
      double[] entries,
      double[] weights,
      Categories groups,
      Categories strata,
      Map<String, double[]> covariates,
      List<String> givenNotes) {
    this.times = times;
    this.events = events;
    this.entries = entries;
    this.weights = weights;
    this.groups = groups;
    this.strata = strata;
    this.covariates = new LinkedHashMap<>(covariates);
    this.givenNotes = List.copyOf(givenNotes);
    this.ordered = OrderedRows.of(times, events);
  }

  /**
   * Columns by name, to be checked together.
   *
   * @return no columns yet
   */
  public static SurvivalColumns columns() {
    return new SurvivalColumns();
  }

  /**
   * Right-censored times of one group.
   *
   * @param times times of the event or of censoring, 0 or later
   * @param events 1 for an event, 0 for a censored time
   * @return the data
   * @throws IllegalArgumentException naming every bad row
   */
  public static SurvivalData of(double[] times, double[] events) {
    return columns().times("time", times).events("event", events).check();
  }

  /**
   * Right-censored times of several groups.
   *
   * @param times times of the event or of censoring, 0 or later
   * @param events 1 for an event, 0 for a censored time
   * @param groups label of each patient's group; groups keep the order of first appearance
   * @return the data
   * @throws IllegalArgumentException naming every bad row
   */
  public static SurvivalData ofGroups(double[] times, double[] events, List<String> groups) {
    return columns().times("time", times).events("event", events).groups("group", groups).check();
  }

  /**
   * Number of rows.
   *
   * @return at least 1
   */
  public int size() {
    return times.length;
  }

  /**
   * Time of a row.
   *
   * @param row 0 for the first
   * @return time of the event or of censoring
   */
  public double time(int row) {
    return times[row];
  }

  /**
   * Whether a row's time is an event.
   *
   * @param row 0 for the first
   * @return false where censored
   */
  public boolean event(int row) {
    return events[row];
  }

  /**
   * Time from which a row's patient is observed.
   *
   * @param row 0 for the first
   * @return 0 where no entry times are given
   */
  public double entry(int row) {
    return entries == null ? 0 : entries[row];
  }

  /**
   * Case weight of a row.
   *
   * @param row 0 for the first
   * @return 1 where no weights are given
   */
  public double weight(int row) {
    return weights == null ? 1 : weights[row];
  }

  /**
   * Group of a row.
   *
   * @param row 0 for the first
   * @return its label, "all" where no groups are given
   */
  public String group(int row) {
    return groups.label(row);
  }

  /**
   * The groups.
   *
   * @return labels in order
   */
  public List<String> groups() {
    return groups.levels();
  }

  /**
   * The strata.
   *
   * @return labels in order of first appearance, one where no strata are given
   */
  public List<String> strata() {
    return strata.levels();
  }

  /**
   * Names of the covariates.
   *
   * @return names, perhaps none
   */
  public List<String> covariates() {
    return List.copyOf(covariates.keySet());
  }

  /**
   * Values of a covariate.
   *
   * @param name its name
   * @return a value a row
   * @throws IllegalArgumentException when there is none of that name
   */
  public double[] covariate(String name) {
    double[] values = covariates.get(name);
    if (values == null) {
      throw new IllegalArgumentException(
          "Cannot find the covariate: name must be one of %s, was '%s'. Give it by covariate(...)."
              .formatted(covariates.keySet(), name));
    }
    return values.clone();
  }

  /**
   * Whether entry times are given.
   *
   * @return true for left-truncated data
   */
  public boolean isLeftTruncated() {
    return entries != null;
  }

  /**
   * Whether case weights are given.
   *
   * @return true for weighted data
   */
  public boolean isWeighted() {
    return weights != null;
  }

  /** Whether some weight is not a whole number of patients. */
  boolean hasFractionalWeights() {
    for (int row = 0; weights != null && row < weights.length; row++) {
      if (weights[row] != Math.rint(weights[row])) {
        return true;
      }
    }
    return false;
  }

  /**
   * Number of rows that are events.
   *
   * @return events, not weighted
   */
  public int events() {
    int sum = 0;
    for (boolean event : events) {
      sum += event ? 1 : 0;
    }
    return sum;
  }

  /**
   * What a reader should know of the data.
   *
   * @return notes, perhaps none
   */
  public List<String> notes() {
    List<String> notes = new ArrayList<>(givenNotes);
    OrderedRows[] rows = groups.split(ordered);
    List<String> single = new ArrayList<>();
    List<String> without = new ArrayList<>();
    for (int g = 0; g < rows.length; g++) {
      if (rows[g].count() == 1) {
        single.add("'" + groups.levels().get(g) + "'");
      }
      if (!rows[g].anyEvent()) {
        without.add("'" + groups.levels().get(g) + "'");
      }
    }
    boolean one = single.size() == 1;
    addNote(notes, single, one ? "group %s has one patient" : "groups %s have one patient each");
    addNote(
        notes, without, without.size() == 1 ? "no events in group %s" : "no events in groups %s");
    int near = nearTies();
    if (near > 0) {
      notes.add(
          ("%s pairs of successive times differ by less than 1e-8 of their size and are kept apart"
                  + " (R's survfit ties them): round the times if they were computed")
              .formatted(near));
    }
    return List.copyOf(notes);
  }

  private static void addNote(List<String> notes, List<String> names, String text) {
    if (!names.isEmpty()) {
      notes.add(text.formatted(String.join(", ", names)));
    }
  }

  private int nearTies() {
    double[] sorted = ordered.times;
    int near = 0;
    for (int i = 1; i < sorted.length; i++) {
      double gap = sorted[i] - sorted[i - 1];
      near += gap > 0 && gap < NEARLY * sorted[i] ? 1 : 0;
    }
    return near;
  }

  /** Rows by time, all groups together; not to be changed. */
  OrderedRows ordered() {
    return ordered;
  }

  /** Rows of each group by time. */
  OrderedRows[] rowsByGroup() {
    return groups.split(ordered);
  }

  /** Rows of each stratum by time. */
  OrderedRows[] rowsByStratum() {
    return strata.split(ordered);
  }

  int groupCode(int row) {
    return groups.code(row);
  }

  @Override
  public String toString() {
    return "Survival data: %s rows, %s events, groups %s%s%s%s"
        .formatted(
            size(),
            events(),
            groups.levels(),
            strata.count() > 1 ? ", strata " + strata.levels() : "",
            entries == null ? "" : ", left truncated",
            weights == null ? "" : ", weighted");
  }
}
