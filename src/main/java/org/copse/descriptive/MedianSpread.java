package org.copse.descriptive;

/** What is shown beside a median. */
public enum MedianSpread {
  /** Smallest and largest value. */
  RANGE,
  /** Lower and upper quartile, interpolated as R's {@code quantile} does (type 7). */
  QUARTILES
}
