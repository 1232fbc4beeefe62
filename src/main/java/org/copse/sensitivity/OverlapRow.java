package org.copse.sensitivity;

/** Which row stands for a trial when only one may. */
public enum OverlapRow {
  /** The row with most patients; of equals, or where patients are unknown, the most precise one. */
  LARGEST("the largest row"),
  /** The first row in the order given. */
  FIRST("the first row"),
  /** The row of the latest year; of equals the last one in the order given. */
  MOST_RECENT("the most recent row");

  private final String label;

  OverlapRow(String label) {
    this.label = label;
  }

  /**
   * In words.
   *
   * @return for example "the largest row"
   */
  public String label() {
    return label;
  }
}
