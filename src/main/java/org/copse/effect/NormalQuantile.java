package org.copse.effect;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** Quantiles of the standard normal distribution, from the tail that keeps the digits. */
final class NormalQuantile {

  private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

  private NormalQuantile() {}

  /** z with P(|Z| ≤ z) = level; 1.959964 for 0.95. */
  static double twoSided(double level) {
    return STANDARD.inverseSurvivalProbability((1 - level) / 2);
  }

  /** z with P(|Z| > z) = p. */
  static double ofTwoSidedP(double p) {
    return STANDARD.inverseSurvivalProbability(p / 2);
  }
}
