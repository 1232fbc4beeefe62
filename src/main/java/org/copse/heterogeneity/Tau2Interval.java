package org.copse.heterogeneity;

import java.util.Optional;
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
      Tau2IntervalMethod method, Interval interval, String note, double[] variances) {
    this.method = method;
    this.interval = interval;
    this.note = note;
    typicalVariance = ISquared.typicalVariance(variances);
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
    EffectArrays.check(estimates, variances);
    if (estimates.length < 2) {
      throw new IllegalArgumentException(
          "Cannot compute an interval of tau²: k must be at least 2, was 1. Add studies.");
    }
    Interval.requireLevel(level);
    Tau2Bounds bounds = method.bounds(estimator, estimates, variances, level);
    Interval interval =
        bounds.isDefined() ? new Interval(bounds.lower(), bounds.upper(), level) : null;
    return new Tau2Interval(method, interval, bounds.note(), variances);
  }

  /**
   * Q-profile interval, which depends on no estimator: {@link Tau2IntervalMethod#Q_PROFILE}.
   *
   * @param estimates yᵢ on the analysis scale, k ≥ 2
   * @param variances vᵢ &gt; 0
   * @param level for example 0.95
   * @return the interval of tau²; both bounds 0 where it is empty
   * @throws IllegalArgumentException for k &lt; 2 or unusable values
   */
  public static Interval qProfile(double[] estimates, double[] variances, double level) {
    return of(Tau2IntervalMethod.Q_PROFILE, Tau2Estimator.PM, estimates, variances, level).interval;
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

  @Override
  public String toString() {
    return "Interval of τ² (%s): %s"
        .formatted(method(), interval().map(Object::toString).orElse("none"));
  }
}
