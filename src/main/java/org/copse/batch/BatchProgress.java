package org.copse.batch;

/** Hears how far a {@link Batch} is. */
@FunctionalInterface
public interface BatchProgress {

  /**
   * Called on the thread that called the batch, after every few thousand sets and at the end.
   *
   * @param done sets that are finished, in order
   * @param total all sets
   */
  void done(long done, long total);
}
