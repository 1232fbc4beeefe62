package org.copse.batch;

import java.util.EnumSet;
import java.util.Set;

/** Columns of a {@link Batch}, one value a set. */
public final class BatchResult {

  private final long first;
  private final Columns columns;

  BatchResult(long first, Columns columns) {
    this.first = first;
    this.columns = columns;
  }

  /**
   * Number of the first set of these results.
   *
   * @return 0 unless streamed
   */
  public long first() {
    return first;
  }

  /**
   * Number of sets in these results.
   *
   * @return the length of every column
   */
  public int sets() {
    return columns.sets();
  }

  /**
   * Which columns there are.
   *
   * @return the columns that were asked for
   */
  public Set<BatchColumn> columns() {
    Set<BatchColumn> present = EnumSet.noneOf(BatchColumn.class);
    for (BatchColumn column : BatchColumn.values()) {
      if (columns.has(column)) {
        present.add(column);
      }
    }
    return present;
  }

  /**
   * A whole column.
   *
   * @param column one that was asked for
   * @return a copy, one value a set; NaN as {@link BatchStatus} says
   * @throws IllegalArgumentException when the column was not asked for
   */
  public double[] column(BatchColumn column) {
    return present(column).clone();
  }

  /**
   * One value.
   *
   * @param column one that was asked for
   * @param set place in these results, from 0
   * @return the value; NaN as {@link BatchStatus} says
   * @throws IllegalArgumentException when the column was not asked for
   */
  public double value(BatchColumn column, int set) {
    return present(column)[set];
  }

  /**
   * What became of a set.
   *
   * @param set place in these results, from 0
   * @return its status
   */
  public BatchStatus status(int set) {
    return columns.status(set);
  }

  /**
   * How many sets have a status.
   *
   * @param status the status
   * @return their number
   */
  public int count(BatchStatus status) {
    int count = 0;
    for (int set = 0; set < sets(); set++) {
      count += columns.status(set) == status ? 1 : 0;
    }
    return count;
  }

  private double[] present(BatchColumn column) {
    double[] values = columns.of(column);
    if (values == null) {
      throw new IllegalArgumentException(
          "Cannot read a column: it must be one of those computed, %s, was %s. Ask for it with Batch.columns."
              .formatted(columns(), column));
    }
    return values;
  }

  @Override
  public String toString() {
    return "%s data sets, the first number %s; %s estimated; columns %s"
        .formatted(sets(), first, count(BatchStatus.ESTIMATED), columns());
  }
}
