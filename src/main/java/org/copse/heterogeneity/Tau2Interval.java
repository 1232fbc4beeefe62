package org.copse.heterogeneity;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.copse.effect.Interval;
import org.copse.numeric.Roots;

/** Confidence intervals of tau². */
public final class Tau2Interval {

  private Tau2Interval() {}

  /**
   * Q-profile interval: the tau² for which Q(tau²) equals the upper and the lower χ²(k − 1)
   * quantile.
   *
   * <p><b>Edge cases</b>: a bound below 0 is 0; where Q(0) lies below even the lower quantile the
   * set is empty and both bounds are 0. <b>Accuracy</b>: 1e-14 of each bound. <b>Source</b>:
   * Viechtbauer, Stat Med 2007;26:37-52. metafor: {@code confint}, with its tolerance tightened.
   *
   * @param estimates yᵢ on the analysis scale, k ≥ 2
   * @param variances vᵢ &gt; 0
   * @param level for example 0.95
   * @return the interval of tau²
   * @throws IllegalArgumentException for k &lt; 2 or unusable values
   */
  public static Interval qProfile(double[] estimates, double[] variances, double level) {
    EffectArrays.check(estimates, variances);
    int df = estimates.length - 1;
    if (df < 1) {
      throw new IllegalArgumentException(
          "Cannot compute an interval of tau²: k must be at least 2, was 1. Add studies.");
    }
    double tail = (1 - Interval.requireLevel(level)) / 2;
    ChiSquaredDistribution chi2 = ChiSquaredDistribution.of(df);
    GeneralisedQ q = new GeneralisedQ(estimates, variances);
    double lower = solve(q, chi2.inverseSurvivalProbability(tail));
    double upper = solve(q, chi2.inverseCumulativeProbability(tail));
    return new Interval(lower, upper, level);
  }

  private static double solve(GeneralisedQ q, double target) {
    return q.at(0) <= target ? 0 : Roots.ofDecreasing(tau2 -> q.at(tau2) - target, q.scale());
  }
}
