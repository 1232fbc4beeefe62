package org.copse.heterogeneity;

import org.copse.effect.Interval;
import org.copse.numeric.Quantiles;

/**
 * A prediction interval with its method named.
 *
 * @param method the method
 * @param df its degrees of freedom, +∞ for the normal
 * @param interval the interval on the analysis scale
 */
public record Prediction(PredictionMethod method, double df, Interval interval) {

  /**
   * Prediction interval for the effect in a new study.
   *
   * @param method the method, defined for k
   * @param mean pooled effect μ on the analysis scale
   * @param standardError the standard error that the method asks for
   * @param tau2 between-study variance
   * @param k number of studies
   * @param level for example 0.95
   * @return μ ± q √(tau² + SE²)
   */
  public static Prediction of(
      PredictionMethod method,
      double mean,
      double standardError,
      double tau2,
      int k,
      double level) {
    double df = method.degreesOfFreedom(k);
    double margin = Quantiles.twoSided(level, df) * Math.sqrt(tau2 + standardError * standardError);
    return new Prediction(method, df, new Interval(mean - margin, mean + margin, level));
  }
}
