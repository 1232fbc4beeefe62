package org.copse.sensitivity;

import org.copse.batch.BatchColumn;

/** What a pooling gives that rounding of its inputs can move. All on the reader's scale. */
public enum RoundingQuantity {
  /** Pooled estimate, for example the hazard ratio. */
  ESTIMATE("estimate", BatchColumn.ESTIMATE),
  /** Lower limit of its confidence interval. */
  CI_LOWER("lower CI limit", BatchColumn.CI_LOWER),
  /** Upper limit of its confidence interval. */
  CI_UPPER("upper CI limit", BatchColumn.CI_UPPER),
  /** p value of the test of no effect. */
  P("p", BatchColumn.P),
  /** Between-study variance, on the analysis scale. */
  TAU2("τ²", BatchColumn.TAU2),
  /** I² from Q in percent. */
  I2_FROM_Q("I² from Q (%)", BatchColumn.I2_FROM_Q),
  /** I² from τ² in percent. */
  I2_FROM_TAU2("I² from τ² (%)", BatchColumn.I2_FROM_TAU2),
  /** Cochran's Q. */
  Q("Q", BatchColumn.Q),
  /** p value of Q. */
  HETEROGENEITY_P("p of heterogeneity", BatchColumn.Q);

  private final String label;
  private final BatchColumn column;

  RoundingQuantity(String label, BatchColumn column) {
    this.label = label;
    this.column = column;
  }

  /**
   * Name as printed.
   *
   * @return for example "lower CI limit"
   */
  public String label() {
    return label;
  }

  BatchColumn column() {
    return column;
  }

  boolean isEffect() {
    return this == ESTIMATE || this == CI_LOWER || this == CI_UPPER;
  }

  boolean needsTau2() {
    return this == TAU2 || this == I2_FROM_TAU2;
  }
}
