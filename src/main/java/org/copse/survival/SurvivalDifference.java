package org.copse.survival;

import java.util.Locale;
import org.copse.effect.Interval;
import org.copse.effect.Reported;
import org.copse.numeric.Quantiles;

/**
 * A difference between two independent groups in restricted mean or in survival at a time.
 *
 * @param what what differs, for example "restricted mean survival time to 365"
 * @param group the group that is subtracted from
 * @param against the group that is subtracted
 * @param estimate the difference
 * @param standardError √(SE² + SE²)
 * @param level level of the interval
 */
public record SurvivalDifference(
    String what,
    String group,
    String against,
    double estimate,
    double standardError,
    double level) {

  /**
   * Wald interval.
   *
   * @return estimate ± z SE
   */
  public Interval interval() {
    double half = Quantiles.twoSided(level, Double.POSITIVE_INFINITY) * standardError;
    return new Interval(estimate - half, estimate + half, level);
  }

  /**
   * Two-sided p value of estimate / SE.
   *
   * @return p; 1 where both are 0
   */
  public double p() {
    return estimate == 0
        ? 1
        : Quantiles.twoSidedP(estimate / standardError, Double.POSITIVE_INFINITY);
  }

  /**
   * As a study's contrast, to be pooled as {@code GENERIC_DIFFERENCE}.
   *
   * @return estimate and standard error with what they are
   */
  public Reported reported() {
    return new Reported(estimate, standardError, "difference in " + what);
  }

  @Override
  public String toString() {
    Interval bounds = interval();
    return String.format(
        Locale.ROOT,
        "Difference in %s, %s − %s: %.4g [%.4g; %.4g]",
        what,
        group,
        against,
        estimate,
        bounds.lower(),
        bounds.upper());
  }
}
