package org.copse.data;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Text to number, explicitly: digits with a decimal point and perhaps an exponent, nothing else. A
 * comma may mean thousands or decimals, so it is refused with the reason, never interpreted.
 */
final class Numbers {

  private static final char MINUS = '\u2212';
  private static final Pattern THOUSANDS =
      Pattern.compile("[-+\u2212]?\\d{1,3}([,' \u00a0\u202f]\\d{3})+(\\.\\d+)?");
  private static final Pattern DECIMAL_COMMA = Pattern.compile("[-+\u2212]?\\d*,\\d+");
  private static final Pattern DATE = Pattern.compile("\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}");

  /** More digits make no number that a double holds, and none whose scale fits an int. */
  private static final int MOST_EXPONENT_DIGITS = 6;

  private Numbers() {}

  /**
   * What is wrong with a cell that is no number.
   *
   * @param rule what the column must hold
   * @param remedy what to do
   */
  record Complaint(String rule, String remedy) {}

  /** The number that the text is, NaN where it is none; a true minus sign counts as a minus. */
  static double parse(String text) {
    if (!isPlain(text)) {
      return Double.NaN;
    }
    String ascii = text.charAt(0) == MINUS ? "-" + text.substring(1) : text;
    double value = Double.parseDouble(ascii);
    return Double.isInfinite(value) ? Double.NaN : value;
  }

  /** A number that is a quantity rather than a code: 007 stays text where nobody asked. */
  static boolean isQuantity(String text) {
    if (Double.isNaN(parse(text))) {
      return false;
    }
    int at = isSign(text.charAt(0)) ? 1 : 0;
    boolean leadingZero = text.charAt(at) == '0' && text.length() > at + 1;
    return !leadingZero || !Character.isDigit(text.charAt(at + 1));
  }

  private static boolean isPlain(String s) {
    int n = s.length();
    int i = n > 0 && isSign(s.charAt(0)) ? 1 : 0;
    int whole = digits(s, i);
    i += whole;
    int decimals = 0;
    if (i < n && s.charAt(i) == '.') {
      decimals = digits(s, i + 1);
      if (decimals == 0) {
        return false;
      }
      i += 1 + decimals;
    }
    if (whole + decimals == 0) {
      return false;
    }
    if (i < n && (s.charAt(i) == 'e' || s.charAt(i) == 'E')) {
      i++;
      if (i < n && (s.charAt(i) == '-' || s.charAt(i) == '+')) {
        i++;
      }
      int exponent = digits(s, i);
      return exponent > 0 && exponent <= MOST_EXPONENT_DIGITS && i + exponent == n;
    }
    return i == n;
  }

  private static boolean isSign(char c) {
    return c == '-' || c == '+' || c == MINUS;
  }

  private static int digits(String s, int from) {
    int i = from;
    while (i < s.length() && s.charAt(i) >= '0' && s.charAt(i) <= '9') {
      i++;
    }
    return i - from;
  }

  /** Half a unit in the last printed place: 0.005 for "0.60", 0.5 for "12". */
  static double halfUnit(String number) {
    String ascii = number.charAt(0) == MINUS ? number.substring(1) : number;
    return 0.5 * Math.pow(10, -new BigDecimal(ascii).scale());
  }

  /** A number as its shortest text, without a decimal part where it is whole. */
  static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** Says why a text is no number, and what to write instead. */
  static Complaint complaint(String text, String column) {
    if (text.endsWith("%")) {
      return new Complaint(
          "column '" + column + "' must hold a number",
          "Say what the sign means with percentAsFraction(\"%1$s\") or percentAsPoints(\"%1$s\")."
              .formatted(column));
    }
    if (THOUSANDS.matcher(text).matches()) {
      return new Complaint(
          "column '" + column + "' must hold a number without a thousands separator",
          "Write " + text.replaceAll("[,' \u00a0\u202f]", "") + ".");
    }
    if (DECIMAL_COMMA.matcher(text).matches()) {
      return new Complaint(
          "column '" + column + "' must hold a number with a decimal point",
          "Write " + text.replace(',', '.') + ".");
    }
    if (DATE.matcher(text).matches()) {
      return new Complaint("column '" + column + "' must hold a number", "This looks like a date.");
    }
    if (!text.isEmpty() && "<>≤≥~≈".indexOf(text.charAt(0)) >= 0) {
      return new Complaint(
          "column '" + column + "' must hold a number",
          "A bound is no value: give the exact number or leave the cell empty.");
    }
    return new Complaint(
        "column '" + column + "' must hold a number",
        "Correct the cell, or name this text in missing(...) if it stands for a missing value.");
  }
}
