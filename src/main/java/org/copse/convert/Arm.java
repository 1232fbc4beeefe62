package org.copse.convert;

/**
 * Size, mean and SD of one group of patients.
 *
 * @param n patients, at least 1
 * @param mean the mean
 * @param sd the standard deviation, at least 0
 */
public record Arm(double n, double mean, double sd) {

  /**
   * Checks the numbers.
   *
   * @param n as above
   * @param mean as above
   * @param sd as above
   * @throws IllegalArgumentException when n is below 1, the mean not finite or the SD negative
   */
  public Arm {
    if (!(n >= 1 && n < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Cannot describe an arm: n must be at least 1, was %s. Check n."
              .formatted(Given.text(n)));
    }
    Given.finite("describe an arm", "mean", mean);
    Given.notNegative("describe an arm", "SD", sd);
  }
}
