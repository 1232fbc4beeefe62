package org.copse.data;

import java.util.List;

/** Error texts in one form: what cannot be done, who must obey which rule, what was, what to do. */
final class Messages {

  /** How many bad rows a message spells out before it counts the rest. */
  static final int SHOWN = 50;

  private Messages() {}

  static String of(String cannot, String who, String rule, String was, String remedy) {
    return cannot + ": " + who + " must " + rule + ", was " + was + ". " + remedy;
  }

  /** Joins the items, the first {@link #SHOWN} spelt out and the rest counted. */
  static String some(List<String> items, String separator) {
    if (items.size() <= SHOWN) {
      return String.join(separator, items);
    }
    return String.join(separator, items.subList(0, SHOWN))
        + separator
        + "and "
        + (items.size() - SHOWN)
        + " more";
  }
}
