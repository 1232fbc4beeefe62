package org.copse.effect;

/**
 * Data in which a correlation of a patient's values before and after may have been assumed, so that
 * another can be put in its place.
 *
 * @param <D> the form of the data
 */
public interface WithCorrelation<D extends SummaryData> extends SummaryData {

  /**
   * The same data with another correlation; what was printed without one stays.
   *
   * @param other −1 to 1
   * @return new data
   */
  D withCorrelation(double other);

  /**
   * Whether the effect hangs on a correlation.
   *
   * @return false where a printed SD of the changes is used instead
   */
  boolean usesCorrelation();
}
