package org.copse.survival;

import java.util.Locale;
import java.util.OptionalDouble;
import org.copse.effect.Interval;
import org.copse.effect.Reported;
import org.copse.effect.ReportedMeasure;
import org.copse.numeric.Quantiles;

/**
 * A coefficient of a Cox model.
 *
 * @param name the covariate, or the group against the first
 * @param estimate log hazard ratio for one unit; ±∞ where the likelihood is monotone
 * @param standardError of the estimate; ∞ where the likelihood is monotone
 * @param level level of the interval
 */
public record CoxCoefficient(String name, double estimate, double standardError, double level) {

  /**
   * Hazard ratio for one unit.
   *
   * @return exp(estimate)
   */
  public double hazardRatio() {
    return Math.exp(estimate);
  }

  /**
   * Wald interval of the hazard ratio.
   *
   * @return exp(estimate ± z SE); 0 to ∞ where the likelihood is monotone
   */
  public Interval interval() {
    if (Double.isInfinite(estimate)) {
      return new Interval(0, Double.POSITIVE_INFINITY, level);
    }
    double half = Quantiles.twoSided(level, Double.POSITIVE_INFINITY) * standardError;
    return new Interval(Math.exp(estimate - half), Math.exp(estimate + half), level);
  }

  /**
   * Wald statistic.
   *
   * @return estimate / SE; absent where the likelihood is monotone
   */
  public OptionalDouble z() {
    return Double.isInfinite(estimate)
        ? OptionalDouble.empty()
        : OptionalDouble.of(estimate / standardError);
  }

  /**
   * Two-sided p value of the Wald statistic.
   *
   * @return absent where the likelihood is monotone
   */
  public OptionalDouble p() {
    return z().isPresent()
        ? OptionalDouble.of(Quantiles.twoSidedP(z().getAsDouble(), Double.POSITIVE_INFINITY))
        : OptionalDouble.empty();
  }

  /**
   * As a study's contrast, to be pooled.
   *
   * @return log hazard ratio and its standard error
   * @throws IllegalArgumentException where the likelihood is monotone
   */
  public Reported reported() {
    if (Double.isInfinite(estimate)) {
      throw new IllegalArgumentException(
          ("Cannot pool the log hazard ratio of '%s': it must be finite, was %s. A group without"
                  + " events has none; use O − E and V of the log-rank test.")
              .formatted(name, estimate));
    }
    return new Reported(estimate, standardError, "Cox model").as(ReportedMeasure.HAZARD_RATIO);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: HR %.3g [%.3g; %.3g]",
        name,
        hazardRatio(),
        interval().lower(),
        interval().upper());
  }
}
