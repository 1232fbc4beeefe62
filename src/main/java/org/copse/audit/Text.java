package org.copse.audit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;

/** Numbers and lists in the sentences of findings. */
final class Text {

  private static final int SHOWN = 12;

  private Text() {}

  /** A number as it stands in the table: whole ones without decimals. */
  static String of(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "missing" : value > 0 ? "infinite" : "minus infinite";
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    return Double.toString(value);
  }

  /** A computed number, to four significant digits. */
  static String rounded(double value) {
    if (!Double.isFinite(value) || value == 0) {
      return of(value);
    }
    BigDecimal exact = new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros();
    double size = Math.abs(value);
    return size < 1e-4 || size >= 1e9 ? exact.toString() : exact.toPlainString();
  }

  /** A p value. */
  static String p(double p) {
    return p < 0.0001 ? "below 0.0001" : rounded(p);
  }

  /** Row numbers from indices, the first dozen spelt out. */
  static String rows(List<Integer> rows) {
    String text =
        rows.stream().limit(SHOWN).map(i -> "" + (i + 1)).collect(Collectors.joining(", "));
    String more = rows.size() > SHOWN ? " and " + (rows.size() - SHOWN) + " more" : "";
    return (rows.size() == 1 ? "row " : "rows ") + text + more;
  }

  /** Texts, the first dozen spelt out. */
  static String some(List<String> texts) {
    String text = texts.stream().limit(SHOWN).collect(Collectors.joining(", "));
    return texts.size() > SHOWN ? text + " and " + (texts.size() - SHOWN) + " more" : text;
  }
}
