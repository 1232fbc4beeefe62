package org.copse.effect;

import java.util.List;

/**
 * A measure that is computed from one study's {@link SummaryData} alone, without a rule that looks
 * at the other studies. Each enum of such measures takes one form of data, so that a measure cannot
 * be asked of data that do not hold it.
 *
 * @param <D> the form of data
 */
public non-sealed interface SummaryMeasure<D extends SummaryData> extends Measure {

  /**
   * A study's estimate.
   *
   * @param data checked data
   * @return the estimate on the analysis scale, NaN where it is not defined
   */
  double estimate(D data);

  /**
   * A study's sampling variance.
   *
   * @param data checked data
   * @return the variance on the analysis scale, NaN where it is not defined
   */
  double variance(D data);

  /**
   * Sampling variances of all studies of an analysis; each study's own unless the measure takes an
   * average over the studies into them.
   *
   * @param studies checked data
   * @return one a study, same order, NaN where not defined
   */
  default double[] variances(List<D> studies) {
    return studies.stream().mapToDouble(this::variance).toArray();
  }

  /**
   * The columns of the data.
   *
   * @return one a number of {@link SummaryData#values()}, same order
   */
  List<RawColumn> columns();

  /**
   * Why {@link #estimate} or {@link #variance} is not defined for some data, to follow "study X: ".
   *
   * @param data checked data
   * @return for example "a correlation of 1 has no variance: left out"
   */
  default String undefined(D data) {
    return "the effect or its variance is not finite: left out";
  }

  /**
   * What a reader must know of the measure to read its sign and unit, for example which mean is
   * subtracted from which.
   *
   * @return notes that its effects carry, perhaps none
   */
  default List<String> conventions() {
    return List.of();
  }

  @Override
  default boolean hasNullValue() {
    return true;
  }
}
