package org.copse.sensitivity;

/**
 * Makes the data of a study of the numbers that stand for it.
 *
 * @param <D> the form of the data, for example {@code SingleMean}
 */
@FunctionalInterface
public interface NumbersReader<D> {

  /**
   * The data of one study.
   *
   * @param study index, 0 for the first
   * @param numbers in the order of {@link PrintedEffects#inputs(int)}
   * @return the data
   */
  D of(int study, double[] numbers);
}
