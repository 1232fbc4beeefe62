package org.copse.survival;

import java.util.Locale;
import org.copse.effect.Interval;
import org.copse.effect.Reported;
import org.copse.effect.ReportedMeasure;
import org.copse.numeric.Quantiles;

/**
 * A hazard ratio of one group against another.
 *
 * @param group the group whose hazard is the numerator
 * @param against the group whose hazard is the denominator
 * @param logEstimate log HR
 * @param standardError of log HR
 * @param level level of the interval
 * @param method how it was estimated, for example "(O − E)/V of the log-rank test"
 */
public record HazardRatio(
    String group,
    String against,
    double logEstimate,
    double standardError,
    double level,
    String method) {

  /**
   * The hazard ratio.
   *
   * @return exp(log HR)
   */
  public double estimate() {
    return Math.exp(logEstimate);
  }

  /**
   * Wald interval of the hazard ratio.
   *
   * @return exp(log HR ± z SE)
   */
  public Interval interval() {
    double half = Quantiles.twoSided(level, Double.POSITIVE_INFINITY) * standardError;
    return new Interval(logEstimate - half, logEstimate + half, level).map(Math::exp);
  }

  /**
   * As a study's contrast, to be pooled.
   *
   * @return log HR and its standard error with the method
   */
  public Reported reported() {
    return new Reported(logEstimate, standardError, method).as(ReportedMeasure.HAZARD_RATIO);
  }

  @Override
  public String toString() {
    Interval bounds = interval();
    return String.format(
        Locale.ROOT,
        "HR %s against %s %.2f [%.2f; %.2f], %s",
        group,
        against,
        estimate(),
        bounds.lower(),
        bounds.upper(),
        method);
  }
}
