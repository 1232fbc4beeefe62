package org.copse.heterogeneity;

/**
 * Bounds of tau² as a method gives them.
 *
 * @param lower lower bound, NaN where there is no interval
 * @param upper upper bound
 * @param note what a reader must know, or null
 */
record Tau2Bounds(double lower, double upper, String note) {

  static Tau2Bounds none(String note) {
    return new Tau2Bounds(Double.NaN, Double.NaN, note);
  }

  /** With a note where even tau² = 0 is more heterogeneity than the interval allows. */
  static Tau2Bounds of(double lower, double upper, String name) {
    return new Tau2Bounds(
        lower,
        upper,
        upper > 0
            ? null
            : "The %s interval of τ² is empty: the studies agree more than chance lets expect even at τ² = 0; shown as 0 to 0."
                .formatted(name));
  }

  boolean isDefined() {
    return !Double.isNaN(lower);
  }
}
