package org.copse.convert;

import java.math.BigDecimal;

/**
 * A number as printed: every true value within half a unit of its last digit is possible.
 *
 * <p>Both ends belong to it, because papers round halves up, to even and away from 0.
 *
 * @param value as printed
 * @param halfUnit half a unit in the last printed place, at least 0
 */
public record Printed(double value, double halfUnit) {

  /**
   * Checks the parts.
   *
   * @param value as above
   * @param halfUnit as above
   */
  public Printed {
    if (!Double.isFinite(value) || !(halfUnit >= 0 && halfUnit < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Cannot use a printed number: value and half a unit must be finite and the latter at least 0, was %s and %s. Give the number as the paper prints it."
              .formatted(value, halfUnit));
    }
  }

  /**
   * A number from its text, decimals counted as printed.
   *
   * @param text for example "0.60", to within 0.005
   * @return the number
   * @throws IllegalArgumentException when the text is no decimal number
   */
  public static Printed of(String text) {
    try {
      BigDecimal exact = new BigDecimal(text.strip());
      return new Printed(exact.doubleValue(), exact.ulp().doubleValue() / 2);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "Cannot use a printed number: text must be a decimal number, was '%s'. Write it with a point and without a percent sign."
              .formatted(text),
          e);
    }
  }

  /** Half a unit of the last place that any of some numbers needs: 0.41 and 0.5 have two places. */
  static double halfUnitOf(double... numbers) {
    int places = 0;
    for (double number : numbers) {
      places = Math.max(places, BigDecimal.valueOf(number).stripTrailingZeros().scale());
    }
    return BigDecimal.ONE.movePointLeft(places).doubleValue() / 2;
  }

  /**
   * Smallest true value.
   *
   * @return value − half a unit
   */
  public double lower() {
    return value - halfUnit;
  }

  /**
   * Largest true value.
   *
   * @return value + half a unit
   */
  public double upper() {
    return value + halfUnit;
  }

  /**
   * Whether a number would print so.
   *
   * @param number any number
   * @return true within half a unit, with a slack for binary fractions
   */
  public boolean covers(double number) {
    double slack = 1e-9 * Math.max(halfUnit, Math.ulp(value) / 1e-9);
    return number >= lower() - slack && number <= upper() + slack;
  }
}
