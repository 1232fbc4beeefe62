package org.copse.data;

import java.util.List;

/** What the studies of a RevMan analysis report. */
public enum RevManType {
  /** Events and patients of two arms. */
  DICHOTOMOUS("events1", "total1", "events2", "total2"),
  /** Means and standard deviations of two arms. */
  CONTINUOUS("n1", "mean1", "sd1", "n2", "mean2", "sd2"),
  /** Estimate as readers see it, and its standard error on the analysis scale (log for ratios). */
  GENERIC_INVERSE_VARIANCE("estimate", "se"),
  /** O − E and its variance. */
  O_MINUS_E("o_e", "variance");

  private final List<String> columns;

  RevManType(String... columns) {
    this.columns = List.of(columns);
  }

  /**
   * The columns of the study data.
   *
   * @return names in order
   */
  public List<String> columns() {
    return columns;
  }

  String column(int index) {
    return columns.get(index);
  }
}
