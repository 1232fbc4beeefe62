package org.copse.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/**
 * What a spreadsheet's number format says a stored number is: a percent, a date, or a number. The
 * text made of it keeps the stored value, not the rounded picture on the screen.
 */
enum CellFormat {
  NUMBER,
  PERCENT,
  DATE;

  private static final LocalDateTime EPOCH_1900 = LocalDate.of(1899, 12, 30).atStartOfDay();
  private static final LocalDateTime EPOCH_1904 = LocalDate.of(1904, 1, 1).atStartOfDay();
  private static final int PHANTOM_LEAP_DAY = 60;

  /** The kind of a format, by its text where the file gives one, else by its built-in number. */
  static CellFormat of(Integer id, String format) {
    if (format == null) {
      return id == null ? NUMBER : builtIn(id);
    }
    String first = format.split(";", 2)[0];
    String bare =
        first
            .replaceAll("\"[^\"]*\"", "")
            .replaceAll("[\\\\_*].", "")
            .replaceAll("(?i)\\[(?!h+]|m+]|s+])[^\\]]*\\]", "");
    if (bare.indexOf('%') >= 0) {
      return PERCENT;
    }
    return bare.matches("(?i)general") || !bare.matches("(?is).*[ymdhs].*") ? NUMBER : DATE;
  }

  /** ECMA-376, part 1, 18.8.30: the formats that need no text. */
  private static CellFormat builtIn(int id) {
    if (id == 9 || id == 10) {
      return PERCENT;
    }
    return id >= 14 && id <= 22 || id >= 45 && id <= 47 ? DATE : NUMBER;
  }

  /** The stored number as text: "5%" for 0.05 of a percent format, "2020-02-29" for a date. */
  String text(double stored, boolean from1904) {
    return switch (this) {
      case NUMBER -> plain(BigDecimal.valueOf(stored));
      case PERCENT -> plain(BigDecimal.valueOf(stored).movePointRight(2)) + "%";
      case DATE -> date(stored, from1904);
    };
  }

  private static String plain(BigDecimal value) {
    BigDecimal shortest = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    return shortest.precision() - shortest.scale() > 21 || shortest.scale() > 30
        ? shortest.toString()
        : shortest.toPlainString();
  }

  private static String date(double serial, boolean from1904) {
    long seconds = Math.round(serial * 86_400);
    if (serial < 1) {
      return LocalTime.MIDNIGHT.plusSeconds(seconds).toString();
    }
    // The 1900 calendar has a 29 February that never was; days before it are one off.
    long shift = !from1904 && serial < PHANTOM_LEAP_DAY ? 1 : 0;
    LocalDateTime at = (from1904 ? EPOCH_1904 : EPOCH_1900).plusDays(shift).plusSeconds(seconds);
    boolean wholeDay = at.equals(at.truncatedTo(ChronoUnit.DAYS));
    return wholeDay ? at.toLocalDate().toString() : at.toString();
  }
}
