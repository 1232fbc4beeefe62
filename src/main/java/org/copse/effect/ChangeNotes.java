package org.copse.effect;

/** Words that the measures of change share. */
final class ChangeNotes {

  private ChangeNotes() {}

  static String sign() {
    return "Changes are after minus before: above 0 the values rose";
  }

  static String undefined(boolean standardised, double n) {
    return standardised && n == 2
        ? "2 patients are too few for the bias correction of a standardised change: left out"
        : "the changes have no variance (correlation of 1 or −1): left out";
  }
}
