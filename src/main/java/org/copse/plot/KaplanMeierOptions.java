package org.copse.plot;

import java.util.ArrayList;
import java.util.List;

/** What a caller may choose of a Kaplan-Meier plot. */
record KaplanMeierOptions(
    String title,
    String time,
    String share,
    boolean bands,
    boolean medians,
    boolean rising,
    double until,
    List<String> tests) {

  static final KaplanMeierOptions DEFAULT =
      new KaplanMeierOptions("", "Time", "Survival", true, true, false, Double.NaN, List.of());

  KaplanMeierOptions title(String text) {
    return new KaplanMeierOptions(text, time, share, bands, medians, rising, until, tests);
  }

  KaplanMeierOptions labels(String newTime, String newShare) {
    return new KaplanMeierOptions(title, newTime, newShare, bands, medians, rising, until, tests);
  }

  KaplanMeierOptions bands(boolean shown) {
    return new KaplanMeierOptions(title, time, share, shown, medians, rising, until, tests);
  }

  KaplanMeierOptions medians(boolean shown) {
    return new KaplanMeierOptions(title, time, share, bands, shown, rising, until, tests);
  }

  KaplanMeierOptions risingWith(String newShare) {
    return new KaplanMeierOptions(title, time, newShare, bands, medians, true, until, tests);
  }

  KaplanMeierOptions until(double end) {
    return new KaplanMeierOptions(title, time, share, bands, medians, rising, end, tests);
  }

  KaplanMeierOptions with(String test) {
    List<String> more = new ArrayList<>(tests);
    more.add(test);
    return new KaplanMeierOptions(
        title, time, share, bands, medians, rising, until, List.copyOf(more));
  }
}
