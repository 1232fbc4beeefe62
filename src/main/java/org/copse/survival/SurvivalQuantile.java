package org.copse.survival;

import java.util.OptionalDouble;

/**
 * A quantile of survival time with its interval.
 *
 * @param probability share of patients with the event by then, 0.5 for the median
 * @param time the quantile; absent where the curve does not come down so far
 * @param lower lower bound; absent where the curve of lower bounds does not come down so far
 * @param upper upper bound; absent ("not reached") where the curve of upper bounds does not
 * @param level confidence level
 */
public record SurvivalQuantile(
    double probability,
    OptionalDouble time,
    OptionalDouble lower,
    OptionalDouble upper,
    double level) {

  /**
   * The quantile as papers print it.
   *
   * @return for example "23 [16; not reached]"
   */
  @Override
  public String toString() {
    return "%s [%s; %s]".formatted(text(time), text(lower), text(upper));
  }

  private static String text(OptionalDouble value) {
    return value.isPresent() ? SurvivalRules.text(value.getAsDouble()) : "not reached";
  }
}
