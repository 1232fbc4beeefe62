package org.copse.heterogeneity;

import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.copse.effect.Interval;

/**
 * A confidence interval of the between-study variance tau², with its method named, and the
 * intervals of tau, I² and H² that follow from it.
 *
 * <p><b>Edge cases</b>: not defined for k = 1; where a method gives no interval, {@link
 * #interval()} is empty and {@link #note()} says why.
 */
public final class Tau2Interval {

  private final Tau2IntervalMethod method;
  private final Interval interval;
  private final String note;
  private final double typicalVariance;

  private Tau2Interval(
      Tau2IntervalMethod method, Interval interval, String note, double typicalVariance) {
    this.method = method;
    this.interval = interval;
    this.note = note;
    this.typicalVariance = typicalVariance;
  }

  /**
   * Computes an interval of tau².
   *
   * @param method the method
   * @param estimator how tau² itself is estimated, for the methods that depend on it
   * @param estimates yᵢ on the analysis scale, k ≥ 2
   * @param variances vᵢ &gt; 0
   * @param level for example 0.95
   * @return the interval
   * @throws IllegalArgumentException for k &lt; 2 or unusable values
   */
  public static Tau2Interval of(
      Tau2IntervalMethod method,
      Tau2Method estimator,
      double[] estimates,
      double[] variances,
      double level) {
    Interval interval = qProfile(estimates, variances, level);
    return new Tau2Interval(method, interval, null, ISquared.typicalVariance(variances));
  }

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
    StudySums sums = new StudySums(estimates, variances);
    double lower = QRoot.of(sums, chi2.inverseSurvivalProbability(tail));
    double upper = QRoot.of(sums, chi2.inverseCumulativeProbability(tail));
    return new Interval(sums.unscaled(lower), sums.unscaled(upper), level);
  }

  /**
   * The method.
   *
   * @return the method
   */
  public Tau2IntervalMethod method() {
    return method;
  }

  /**
   * The interval of tau².
   *
   * @return bounds ≥ 0 in the square of the analysis scale, empty where the method gives none
   */
  public Optional<Interval> interval() {
    return Optional.ofNullable(interval);
  }

  /**
   * The interval of tau, the square roots of the bounds.
   *
   * @return bounds on the analysis scale, empty where the method gives none
   */
  public Optional<Interval> tau() {
    return interval().map(i -> i.map(Math::sqrt));
  }

  /**
   * The interval of I² from tau²: tau²/(tau² + s²) with the typical variance s² of {@link
   * ISquared}, at both bounds.
   *
   * @return percent, empty where the method gives none
   */
  public Optional<Interval> iSquared() {
    return interval().map(i -> i.map(t -> 100 * t / (t + typicalVariance)));
  }

  /**
   * The interval of H² from tau²: 1 + tau²/s² at both bounds.
   *
   * @return bounds ≥ 1, empty where the method gives none
   */
  public Optional<Interval> hSquared() {
    return interval().map(i -> i.map(t -> 1 + t / typicalVariance));
  }

  /**
   * What a reader must know of it.
   *
   * @return why there is no interval, or why it is degenerate
   */
  public Optional<String> note() {
    return Optional.ofNullable(note);
  }
}
