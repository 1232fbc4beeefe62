package org.copse.batch;

/** What became of one set of a {@link Batch}. */
public enum BatchStatus {
  /** Two studies or more: every column is a number. */
  ESTIMATED,
  /**
   * One study: the result is that study; tau² and both I² are not defined (NaN), Q is 0, the
   * interval is Wald's.
   */
  SINGLE_STUDY,
  /** No study is present: all columns but k are NaN. */
  EMPTY,
  /**
   * An effect is infinite, or a variance is not above 0, or variances or weights sum to more than
   * 1e50: all columns are NaN.
   */
  UNUSABLE
}
