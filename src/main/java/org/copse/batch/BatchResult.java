package org.copse.batch;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Columns of a {@link Batch}, one value a set. */
public final class BatchResult {

  private final long first;
  private final int sets;
  private final Set<BatchColumn> columns;
  private final List<Columns> parts;

  /** Sets to a part; the last one may have fewer. */
  private final int most;

  /** Parts stay as they were computed: one array more would cost a tenth of a quick batch. */
  BatchResult(long first, int sets, Set<BatchColumn> columns, List<Columns> parts) {
    this.first = first;
    this.sets = sets;
    this.columns = columns;
    this.parts = parts;
    most = parts.isEmpty() ? 1 : Math.max(1, parts.get(0).sets());
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
    return sets;
  }

  /**
   * Which columns there are.
   *
   * @return the columns that were asked for
   */
  public Set<BatchColumn> columns() {
    return EnumSet.copyOf(columns);
  }

  /**
   * A whole column.
   *
   * @param column one that was asked for
   * @return a copy, one value a set; NaN as {@link BatchStatus} says
   * @throws IllegalArgumentException when the column was not asked for
   */
  public double[] column(BatchColumn column) {
    requirePresent(column);
    double[] values = new double[sets];
    int at = 0;
    for (Columns part : parts) {
      System.arraycopy(part.of(column), 0, values, at, part.sets());
      at += part.sets();
    }
    return values;
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
    requirePresent(column);
    return parts.get(set / most).of(column)[set % most];
  }

  /**
   * What became of a set.
   *
   * @param set place in these results, from 0
   * @return its status
   */
  public BatchStatus status(int set) {
    return parts.get(set / most).status(set % most);
  }

  /**
   * How many sets have a status.
   *
   * @param status the status
   * @return their number
   */
  public int count(BatchStatus status) {
    int count = 0;
    for (int set = 0; set < sets; set++) {
      count += status(set) == status ? 1 : 0;
    }
    return count;
  }

  private void requirePresent(BatchColumn column) {
    if (!columns.contains(column)) {
      throw new IllegalArgumentException(
          "Cannot read a column: it must be one of those computed, %s, was %s. Ask for it with Batch.columns."
              .formatted(columns, column));
    }
  }

  @Override
  public String toString() {
    return "%s data sets, the first number %s; %s estimated; columns %s"
        .formatted(sets(), first, count(BatchStatus.ESTIMATED), columns());
  }
}
