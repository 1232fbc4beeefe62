package org.copse.plot;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Dates and times on an axis, as seconds; labels are ISO dates, the same in every country. */
final class StillDates {

  private static final Pattern DATE =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?)?");
  private static final int MOST = 7;
  private static final long DAY = 86_400;
  private static final long[] STEPS = {
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, DAY,
    2 * DAY, 5 * DAY, 7 * DAY, 14 * DAY
  };
  private static final int[] MONTHS = {1, 3, 6};

  private StillDates() {}

  static boolean is(String text) {
    return Double.isFinite(seconds(text));
  }

  /** Seconds since 1970; NaN for what is no date. */
  static double seconds(String text) {
    if (!DATE.matcher(text).matches()) {
      return Double.NaN;
    }
    String whole = text.length() == 10 ? text + "T00:00" : text.replace(' ', 'T');
    try {
      LocalDateTime time = LocalDateTime.parse(whole);
      return time.toEpochSecond(ZoneOffset.UTC) + time.getNano() / 1e9;
    } catch (DateTimeException e) {
      return Double.NaN;
    }
  }

  static List<AxisTick> ticks(double low, double high) {
    double span = high - low;
    for (long step : STEPS) {
      if (span / step <= MOST) {
        return even(low, high, step);
      }
    }
    for (int months : MONTHS) {
      if (span / (months * 30.4 * DAY) <= MOST) {
        return calendar(low, high, months, "yyyy-MM");
      }
    }
    int years = 1;
    while (span / (years * 365.25 * DAY) > MOST) {
      years *= Integer.toString(years).startsWith("2") ? 5 : 2;
    }
    return calendar(low, high, 12 * years, "yyyy");
  }

  private static List<AxisTick> even(double low, double high, long step) {
    boolean oneDay = Math.floor(low / DAY) == Math.floor(high / DAY);
    String time = step < 60 ? "HH:mm:ss" : "HH:mm";
    String form = step >= DAY ? "yyyy-MM-dd" : oneDay ? time : "MM-dd " + time;
    List<AxisTick> ticks = new ArrayList<>();
    // weeks begin on a Monday; 1970 began on a Thursday
    double shift = step % (7 * DAY) == 0 ? 4 * DAY : 0;
    for (double at = Math.ceil((low - shift) / step) * step + shift; at <= high; at += step) {
      ticks.add(new AxisTick(at, label(time(at), form)));
    }
    return ticks;
  }

  private static List<AxisTick> calendar(double low, double high, int months, String form) {
    List<AxisTick> ticks = new ArrayList<>();
    LocalDateTime at = time(low).truncatedTo(ChronoUnit.DAYS).withDayOfYear(1);
    int years = Math.max(1, months / 12);
    at = at.withYear(Math.floorDiv(at.getYear(), years) * years);
    for (; at.toEpochSecond(ZoneOffset.UTC) <= high; at = at.plusMonths(months)) {
      if (at.toEpochSecond(ZoneOffset.UTC) >= low) {
        ticks.add(new AxisTick(at.toEpochSecond(ZoneOffset.UTC), label(at, form)));
      }
    }
    return ticks;
  }

  private static LocalDateTime time(double seconds) {
    return LocalDateTime.ofEpochSecond((long) Math.floor(seconds), 0, ZoneOffset.UTC);
  }

  private static String label(LocalDateTime time, String form) {
    return time.format(DateTimeFormatter.ofPattern(form, Locale.ROOT));
  }
}
