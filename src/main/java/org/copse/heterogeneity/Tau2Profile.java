package org.copse.heterogeneity;

import org.copse.effect.Interval;

/**
 * Profile of the likelihood, or of the restricted likelihood, of τ²: how much less likely each τ²
 * is than the best one, μ being the best at that τ².
 *
 * <p><b>Formula</b>: D(τ²) = 2[l(τ²) − max l] with l(τ²) = −½[Σ ln(vᵢ + τ²) + Σwᵢ(yᵢ − μ)²], wᵢ =
 * 1/(vᵢ + τ²), less ½ ln Σw if restricted. The values of τ² with D ≥ −χ²(1; level) are the
 * confidence set; its ends are the interval. <b>Units</b>: τ² in the square of the analysis scale.
 * <b>Shapes</b>: one estimate and variance a study, at least 2. <b>Accuracy</b>: D keeps its digits
 * near the maximum; bounds to about 1e-10. <b>Source</b>: Hardy and Thompson, Stat Med
 * 1996;15:619-629. metafor: {@code profile}.
 */
public final class Tau2Profile {

  private final StudySums sums;
  private final boolean restricted;
  private final double best;
  private final Interval interval;

  private Tau2Profile(StudySums sums, boolean restricted, double level) {
    this.sums = sums;
    this.restricted = restricted;
    this.best = new ScoreRoots(sums, restricted).maximum();
    LikelihoodBounds bounds = new LikelihoodBounds(sums, restricted, level);
    this.interval =
        new Interval(sums.unscaled(bounds.lower()), sums.unscaled(bounds.upper()), level);
  }

  /**
   * The profile of some studies.
   *
   * @param estimates effects, at least 2
   * @param variances their variances
   * @param restricted whether the restricted likelihood is meant, as by REML
   * @param level of the interval
   * @return the profile
   * @throws IllegalArgumentException for fewer than 2 studies
   */
  public static Tau2Profile of(
      double[] estimates, double[] variances, boolean restricted, double level) {
    if (estimates.length < 2 || estimates.length != variances.length) {
      throw new IllegalArgumentException(
          "Cannot profile τ²: estimates must be at least 2 with a variance each, was %s and %s. Add studies."
              .formatted(estimates.length, variances.length));
    }
    return new Tau2Profile(
        new StudySums(estimates, variances), restricted, Interval.requireLevel(level));
  }

  /**
   * The most likely τ².
   *
   * @return at least 0
   */
  public double maximum() {
    return sums.unscaled(best);
  }

  /**
   * The ends of the set of τ² that the level does not reject.
   *
   * @return the interval
   */
  public Interval interval() {
    return interval;
  }

  /**
   * Whether the restricted likelihood is meant.
   *
   * @return true for REML's
   */
  public boolean restricted() {
    return restricted;
  }

  /**
   * Twice the log-likelihood at a τ² less its maximum.
   *
   * @param tau2 at least 0
   * @return at most 0, but for rounding
   */
  public synchronized double difference(double tau2) {
    return sums.logLikelihoodDifference(sums.scaled(tau2), best, restricted);
  }
}
