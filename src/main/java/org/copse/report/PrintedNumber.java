package org.copse.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as a paper prints it, such as "0.44", "3,693", "72%", "−0.48" or "&lt; 0.01".
 *
 * @param text as printed
 * @param bound "&lt;" or "&gt;" where only a bound is printed, else empty
 * @param value the number
 * @param decimals printed digits after the point
 */
record PrintedNumber(String text, String bound, double value, int decimals) {

  private static final Pattern FORM =
      Pattern.compile("([<>]?) *([-\u2212]?)(\\d+(?:,\\d{3})*|)(\\.\\d+)? *%?");

  private static final double SMALLEST = 1e-6;

  static PrintedNumber of(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches() || form.group(3).isEmpty() && form.group(4) == null) {
      throw new IllegalArgumentException(
          "Cannot compare a printed number: its text must be one number, perhaps with <, > or %%, was '%s'. Give each number a row of its own."
              .formatted(text));
    }
    String point = form.group(4) == null ? "" : form.group(4);
    double size = Double.parseDouble(form.group(3).replace(",", "") + point);
    return new PrintedNumber(
        text.strip(),
        form.group(1),
        form.group(2).isEmpty() ? size : -size,
        Math.max(0, point.length() - 1));
  }

  /** Whether a number is what is printed: rounds to it, or keeps to the bound. */
  boolean agrees(double now) {
    return switch (bound) {
      case "<" -> now < value;
      case ">" -> now > value;
      default -> rounded(now).compareTo(rounded(value)) == 0;
    };
  }

  /**
   * How far a number is from the printed one, in units of its last digit; empty where it agrees.
   */
  String difference(double now) {
    if (agrees(now)) {
      return "";
    }
    if (!Double.isFinite(now)) {
      return Numbers.fixed(now, decimals) + " in place of " + text;
    }
    if (!bound.isEmpty()) {
      return "not " + text;
    }
    double by = rounded(now).subtract(rounded(value)).doubleValue();
    return (by > 0 ? "+" : "") + Numbers.fixed(by, decimals);
  }

  /** The recomputed number with one digit more than printed; a whole number as such. */
  String shown(double now) {
    if (!bound.isEmpty()) {
      return smallest(now);
    }
    boolean whole = decimals == 0 && now == Math.rint(now);
    return Numbers.fixed(now, whole ? 0 : decimals + 1);
  }

  private String smallest(double now) {
    if (now < SMALLEST && bound.equals("<")) {
      return "< 0.000001";
    }
    int places = decimals + 1;
    while (Math.abs(now) < Math.pow(10, 1 - places) && places < 7) {
      places++;
    }
    return Numbers.fixed(now, places);
  }

  private BigDecimal rounded(double number) {
    return Double.isFinite(number)
        ? new BigDecimal(number).setScale(decimals, RoundingMode.HALF_EVEN)
        : BigDecimal.valueOf(Double.MAX_VALUE);
  }
}
