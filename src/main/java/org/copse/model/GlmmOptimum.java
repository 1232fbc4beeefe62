package org.copse.model;

/**
 * Where a mixed model's likelihood is largest.
 *
 * @param theta the mean effect
 * @param standardError its standard error, by the observed information
 * @param tau2 between-study variance of the effect
 * @param sigma2 variance of the random study effects, NaN where there are none
 * @param logLikelihood log-likelihood, with all constants
 * @param thetaScore derivative in θ, times the standard error: 0 but for rounding
 * @param tau2Score derivative in τ²: 0 but for rounding, or below 0 where τ² = 0
 * @param points quadrature points in each dimension
 * @param change what doubling the points changes in the log-likelihood
 */
record GlmmOptimum(
    double theta,
    double standardError,
    double tau2,
    double sigma2,
    double logLikelihood,
    double thetaScore,
    double tau2Score,
    int points,
    double change) {

  /** Beyond a standard deviation of 10 on a log scale no likelihood is followed. */
  static final double LARGEST_TAU2 = 100;

  boolean isAtUpperBound() {
    return tau2 >= LARGEST_TAU2;
  }
}
