package org.copse.data;

import org.copse.convert.Converted;

/** Computes one cell of a new column from the other cells of its row. */
@FunctionalInterface
public interface RowFormula {

  /**
   * The cell.
   *
   * @param row the row's cells by column
   * @return the number and how it came about
   */
  Converted of(TrialRow row);
}
