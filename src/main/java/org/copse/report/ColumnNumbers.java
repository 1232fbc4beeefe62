package org.copse.report;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * The numbers of one column for the eye: whole numbers as they are, others rounded to five
 * significant digits, all with the same decimals as far as that stays readable.
 */
final class ColumnNumbers {

  private static final int DIGITS = 5;
  private static final int WIDEST = 9;
  private static final double WHOLE = 1e15;

  private final int decimals;

  private ColumnNumbers(int decimals) {
    this.decimals = decimals;
  }

  /** Format for the values shown, NaN for missing ones. */
  static ColumnNumbers of(double... values) {
    double[] present = Arrays.stream(values).filter(Double::isFinite).toArray();
    String[] texts = Arrays.stream(present).mapToObj(ColumnNumbers::single).toArray(String[]::new);
    int most = Arrays.stream(texts).mapToInt(ColumnNumbers::decimals).max().orElse(0);
    int before = Arrays.stream(texts).mapToInt(t -> t.length() - behind(t)).max().orElse(0);
    boolean plain = Arrays.stream(texts).noneMatch(t -> t.contains("e"));
    return new ColumnNumbers(plain && before + most <= WIDEST ? most : -1);
  }

  String text(double value) {
    boolean alike = decimals > 0 && Double.isFinite(value);
    return alike ? Numbers.fixed(value, decimals) : single(value);
  }

  /** A number by itself, without idle zeros. */
  static String single(double value) {
    if (value == Math.rint(value) && Math.abs(value) < WHOLE) {
      return (value < 0 ? Numbers.MINUS : "") + new BigDecimal(Math.abs(value)).toPlainString();
    }
    String text = Numbers.significant(value, DIGITS);
    return text.contains(".") && !text.contains("e")
        ? text.replaceAll("0+$", "").replaceAll("\\.$", "")
        : text;
  }

  private static int decimals(String text) {
    return Math.max(0, behind(text) - 1);
  }

  private static int behind(String text) {
    int point = text.indexOf('.');
    return point < 0 ? 0 : text.length() - point;
  }
}
