package org.copse.batch;

/** What a {@link Batch} can report of each set; what is not asked for is not computed. */
public enum BatchColumn {
  /** Pooled effect μ on the analysis scale. */
  ESTIMATE,
  /** Its standard error, by the interval's method. */
  SE,
  /** Lower end of the confidence interval. */
  CI_LOWER,
  /** Upper end of the confidence interval. */
  CI_UPPER,
  /** μ/SE: z, or t under Hartung-Knapp. */
  STATISTIC,
  /** Two-sided p value of the statistic; the one column that costs more than the fit under t. */
  P,
  /** Between-study variance; not for {@link BatchModel#COMMON}. */
  TAU2,
  /** Cochran's Q around the inverse-variance mean, k − 1 degrees of freedom. */
  Q,
  /** I² from Q in percent. */
  I2_FROM_Q,
  /** I² from tau² in percent; not for {@link BatchModel#COMMON}. */
  I2_FROM_TAU2,
  /** Number of studies that are present; also 0 and 1. NaN where a value cannot be used. */
  K
}
