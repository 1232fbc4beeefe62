package org.copse.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.copse.effect.Interval;

/**
 * How numbers are written, in one place: decimal point in every locale, a true minus sign, correct
 * rounding of the double at hand (as C and R print it), nothing for what is missing.
 */
public final class Numbers {

  /** Minus sign U+2212, as wide as a plus sign. */
  public static final String MINUS = "\u2212";

  /** What stands for a value that does not exist. */
  public static final String ABSENT = "\u2013";

  private static final double HUGE = 1e7;

  private Numbers() {}

  /**
   * A number with fixed decimals.
   *
   * @param value the number
   * @param decimals digits after the point
   * @return for example "−0.71"; an en dash for NaN; "∞" for infinity; powers of ten from 1e7
   */
  public static String fixed(double value, int decimals) {
    if (Double.isNaN(value)) {
      return ABSENT;
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "\u221e" : MINUS + "\u221e";
    }
    double size = Math.abs(value);
    if (size >= HUGE) {
      return sign(value) + scientific(size);
    }
    BigDecimal rounded = new BigDecimal(size).setScale(decimals, RoundingMode.HALF_EVEN);
    return (rounded.signum() == 0 ? "" : sign(value)) + rounded.toPlainString();
  }

  private static String sign(double value) {
    return value < 0 ? MINUS : "";
  }

  private static String scientific(double size) {
    int exponent = (int) Math.floor(Math.log10(size));
    BigDecimal mantissa =
        new BigDecimal(size).movePointLeft(exponent).setScale(2, RoundingMode.HALF_EVEN);
    return mantissa.toPlainString() + "e" + exponent;
  }

  /**
   * A number with at least some significant digits, for values whose size is not known, such as
   * tau².
   *
   * @param value the number
   * @param digits significant digits, at least 1
   * @return for example "0.3132" for 4 digits; whole digits are never cut
   */
  public static String significant(double value, int digits) {
    if (value == 0 || !Double.isFinite(value) || Math.abs(value) >= HUGE) {
      return fixed(value, value == 0 ? 0 : digits);
    }
    int exponent = (int) Math.floor(Math.log10(Math.abs(value)));
    if (exponent < -6) {
      String text = scientific(Math.abs(value)).replace("-", MINUS);
      return sign(value) + text;
    }
    return fixed(value, Math.max(0, digits - 1 - exponent));
  }

  /**
   * A percentage.
   *
   * @param value in percent
   * @param decimals digits after the point
   * @return for example "92.2%"
   */
  public static String percent(double value, int decimals) {
    return Double.isNaN(value) ? ABSENT : fixed(value, decimals) + "%";
  }

  /**
   * A p value.
   *
   * @param p between 0 and 1
   * @return four decimals, "&lt; 0.0001" below that
   */
  public static String p(double p) {
    if (Double.isNaN(p)) {
      return ABSENT;
    }
    return p < 0.0001 ? "< 0.0001" : fixed(p, 4);
  }

  /**
   * A p value with its sign of relation.
   *
   * @param p between 0 and 1
   * @return for example "p = 0.0183" or "p &lt; 0.0001"
   */
  public static String pEquals(double p) {
    String text = p(p);
    return text.startsWith("<") ? "p " + text : "p = " + text;
  }

  /**
   * An interval.
   *
   * @param interval the interval, already on the scale wanted
   * @param decimals digits after the point
   * @return for example "[0.34; 0.70]"
   */
  public static String interval(Interval interval, int decimals) {
    return "[" + fixed(interval.lower(), decimals) + "; " + fixed(interval.upper(), decimals) + "]";
  }

  /**
   * A level as a heading.
   *
   * @param level for example 0.95
   * @return for example "95%"
   */
  public static String level(double level) {
    return BigDecimal.valueOf(level).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
  }

  /**
   * A whole number, its thousands apart from 10,000 on.
   *
   * @param value the number
   * @return for example "88,391", in every locale
   */
  public static String whole(long value) {
    String digits = Long.toString(Math.abs(value));
    String text = digits.length() < 5 ? digits : digits.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",");
    return value < 0 ? MINUS + text : text;
  }

  /**
   * A count, without decimals when whole.
   *
   * @param value the count
   * @return for example "88391"
   */
  public static String count(double value) {
    return value == Math.rint(value) ? fixed(value, 0) : fixed(value, 1);
  }
}
