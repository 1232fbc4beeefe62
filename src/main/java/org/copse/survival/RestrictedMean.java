package org.copse.survival;

import org.copse.effect.Interval;
import org.copse.numeric.Quantiles;

/**
 * Restricted mean survival time: the area under the curve from 0 to τ.
 *
 * @param tau τ, the horizon
 * @param mean ∫₀^τ S(t) dt, in the unit of time
 * @param standardError √Σ A²ᵢ dᵢ/(nᵢ(nᵢ − dᵢ)), Aᵢ the area from tᵢ to τ
 * @param level level of the interval
 */
public record RestrictedMean(double tau, double mean, double standardError, double level) {

  /**
   * Wald interval of the mean.
   *
   * @return mean ± z SE
   */
  public Interval interval() {
    double half = Quantiles.twoSided(level, Double.POSITIVE_INFINITY) * standardError;
    return new Interval(mean - half, mean + half, level);
  }
}
