package org.copse.bias;

import org.copse.numeric.Quantiles;

/**
 * Tests of a p-curve; each Z is standard normal under what it tests, and small values speak against
 * that. The half curve's are NaN where no p value is below 0.025.
 *
 * @param skewZ against no effect, all p values below 0.05
 * @param halfSkewZ against no effect, those below 0.025
 * @param flatZ against a power of one third, all
 * @param halfFlatZ against a power of one third, those below 0.025
 * @param belowHalf number of p values below 0.025
 * @param binomialP of so many below 0.025 if there is no effect
 * @param binomialFlatP of so few below 0.025 at a power of one third
 * @param power estimate of the studies' power, from 0.05 to 0.99
 * @param powerLower lower end of its 90 % interval
 * @param powerUpper upper end
 */
public record PCurveTests(
    double skewZ,
    double halfSkewZ,
    double flatZ,
    double halfFlatZ,
    int belowHalf,
    double binomialP,
    double binomialFlatP,
    double power,
    double powerLower,
    double powerUpper) {

  /**
   * p of the right-skew test of all.
   *
   * @return Φ(skewZ)
   */
  public double skewP() {
    return Quantiles.normalProbability(skewZ);
  }

  /**
   * p of the right-skew test of the half curve.
   *
   * @return Φ(halfSkewZ), 1 without such p values
   */
  public double halfSkewP() {
    return Double.isNaN(halfSkewZ) ? 1 : Quantiles.normalProbability(halfSkewZ);
  }

  /**
   * p of the flatness test of all.
   *
   * @return Φ(flatZ)
   */
  public double flatP() {
    return Quantiles.normalProbability(flatZ);
  }

  /**
   * p of the flatness test of the half curve.
   *
   * @return Φ(halfFlatZ), 1 without such p values
   */
  public double halfFlatP() {
    return Double.isNaN(halfFlatZ) ? 1 : Quantiles.normalProbability(halfFlatZ);
  }

  /**
   * Whether the curve shows evidential value: the half curve right-skewed at 0.05, or both at 0.1.
   *
   * @return by Simonsohn et al. (2015)
   */
  public boolean evidentialValue() {
    return halfSkewP() < 0.05 || skewP() < 0.1 && halfSkewP() < 0.1;
  }

  /**
   * Whether evidential value is absent or inadequate: the whole curve flatter than at a power of
   * one third at 0.05, or both the half curve and the binomial test at 0.1.
   *
   * @return by Simonsohn et al. (2015)
   */
  public boolean inadequate() {
    return flatP() < 0.05 || halfFlatP() < 0.1 && binomialFlatP < 0.1;
  }
}
