package org.copse.batch;

/**
 * Where the sets of a {@link Batch} come from, a few hundred at a time: arrays, a file, a random
 * generator.
 *
 * <p>{@link BatchSources} has the common ones. Must be a pure function of {@code first} and {@code
 * count}, so that any number of threads gives the same numbers: a simulation seeds its generator
 * from the number of the set, not from a shared state. Called from several threads at once, each
 * with its own arrays.
 */
public interface BatchSource {

  /**
   * Number of sets.
   *
   * @return at least 0
   */
  long sets();

  /**
   * Number of studies in the largest set; smaller ones hold NaN for the studies they lack.
   *
   * @return at least 1
   */
  int studies();

  /**
   * Writes a run of sets into the front of each row.
   *
   * @param first number of the first set, from 0
   * @param count how many sets, at most the length of a row
   * @param estimates one row a study: {@code estimates[study][i]} is the effect of set {@code first
   *     + i}, NaN where the study is missing
   * @param variances the same for the variances; NaN also means missing
   */
  void fill(long first, int count, double[][] estimates, double[][] variances);
}
