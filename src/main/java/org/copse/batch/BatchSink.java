package org.copse.batch;

/** Takes the results of a streamed {@link Batch}, in the order of the sets. */
@FunctionalInterface
public interface BatchSink {

  /**
   * Takes the next results; called on the thread that called {@link Batch#stream}.
   *
   * @param results results of the sets from {@link BatchResult#first()} on
   */
  void accept(BatchResult results);
}
