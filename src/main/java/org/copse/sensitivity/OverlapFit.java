package org.copse.sensitivity;

import java.util.OptionalDouble;
import org.copse.effect.Interval;
import org.copse.effect.Measure;

/**
 * Correlated estimates pooled.
 *
 * <p><b>Scale</b>: analysis scale; {@link #displayed()} and {@link #displayedInterval()} are what
 * readers know.
 *
 * @param measure the measure
 * @param k rows pooled
 * @param estimate μ
 * @param standardError its standard error
 * @param interval Wald's
 * @param p two-sided, of no effect
 * @param q (y − μ)′V⁻¹(y − μ), around the common effect; Σ(yᵢ − μ)²/vᵢ under the weights of
 *     independent rows
 * @param tau2 between-study variance, empty for a common effect
 */
public record OverlapFit(
    Measure measure,
    int k,
    double estimate,
    double standardError,
    Interval interval,
    double p,
    double q,
    OptionalDouble tau2) {

  /**
   * The estimate on the reader's scale.
   *
   * @return for example the hazard ratio
   */
  public double displayed() {
    return measure.scale().backTransform(estimate, Double.NaN);
  }

  /**
   * The interval on the reader's scale.
   *
   * @return the interval
   */
  public Interval displayedInterval() {
    return interval.map(x -> measure.scale().backTransform(x, Double.NaN));
  }
}
