package org.copse.sensitivity;

/** How the bounds of a pooled quantity were found. */
public enum BoundMethod {
  /** Closed form: no inputs within rounding give more or less. */
  EXACT("exact, closed form"),
  /** Every combination of counts was pooled: exact. */
  ALL_COMBINATIONS("exact, all combinations"),
  /**
   * Coordinate search from several starts: inputs within rounding attain it, the true bound may lie
   * a little beyond.
   */
  SEARCH("search");

  private final String label;

  BoundMethod(String label) {
    this.label = label;
  }

  /**
   * Name as printed.
   *
   * @return for example "exact, closed form"
   */
  public String label() {
    return label;
  }

  /**
   * Whether nothing beyond the bounds is possible.
   *
   * @return false for {@link #SEARCH}
   */
  public boolean isExact() {
    return this != SEARCH;
  }
}
