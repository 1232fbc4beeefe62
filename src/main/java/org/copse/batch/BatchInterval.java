package org.copse.batch;

/**
 * Intervals and tests of the random-effects mean in a {@link Batch}; a common effect always has
 * Wald's.
 */
public enum BatchInterval {
  /** μ ± z/√Σw. */
  WALD,
  /**
   * Hartung-Knapp-Sidik-Jonkman without modification: SE² = Σw(y − μ)² / [(k − 1)Σw], t(k − 1);
   * Wald for a single study.
   */
  HARTUNG_KNAPP,
  /** {@link #HARTUNG_KNAPP}, but {@link #WALD} where tau² = 0: the Cochrane default. */
  HARTUNG_KNAPP_OR_WALD;

  /** Whether the standard error is the Hartung-Knapp one. */
  boolean rescales(int k, double tau2) {
    return k >= 2 && (this == HARTUNG_KNAPP || this == HARTUNG_KNAPP_OR_WALD && tau2 > 0);
  }
}
