package org.copse.convert;

import java.util.List;
import java.util.OptionalDouble;
import org.copse.effect.Interval;

/**
 * How many must be treated for one more to benefit (NNTB) or to be harmed (NNTH): the reciprocal of
 * the absolute benefit.
 *
 * <p><b>Interval</b>: where the interval of the benefit holds 0, that of the number runs through
 * infinity, "NNTB 4 to ∞ to NNTH 20", as Altman writes it. <b>Rounding</b>: texts round up to whole
 * patients, as the Cochrane Handbook does; {@link #value()} does not round. <b>Source</b>: Altman,
 * BMJ 1998;317:1309-1312; Cochrane Handbook, section 15.4.4. R meta: {@code nnt}.
 *
 * @param benefit absolute benefit, a proportion: risk difference with the sign that makes a benefit
 *     positive
 * @param interval its interval
 * @param how where it comes from, with what it assumes
 * @param notes what a reader must know, perhaps nothing
 */
public record NumberNeeded(double benefit, Interval interval, String how, List<String> notes) {

  private static final double NONE = 1e-15;

  /**
   * Checks the parts.
   *
   * @param benefit as above
   * @param interval as above
   * @param how as above
   * @param notes as above
   */
  public NumberNeeded {
    Given.require(
        Math.abs(benefit) <= 1,
        "compute a number needed to treat",
        "absolute benefit",
        "lie between −1 and 1",
        benefit,
        "Give a proportion");
    notes = List.copyOf(notes);
  }

  /**
   * The number, not rounded.
   *
   * @return at least 1; absent where the risks do not differ, as no number is enough then
   */
  public OptionalDouble value() {
    return Math.abs(benefit) <= NONE
        ? OptionalDouble.empty()
        : OptionalDouble.of(1 / Math.abs(benefit));
  }

  /**
   * Whether the estimate is one of benefit.
   *
   * @return true for NNTB, false for NNTH and where the risks do not differ
   */
  public boolean isBenefit() {
    return benefit > NONE;
  }

  /**
   * Whether the interval runs through infinity: it holds both benefit and harm.
   *
   * @return true where the interval of the benefit has 0 inside or at a bound
   */
  public boolean isThroughInfinity() {
    return interval.lower() <= NONE && interval.upper() >= -NONE;
  }

  /**
   * The number in words.
   *
   * @return "NNTB 17", "NNTH 42" or "no number: the risks do not differ"
   */
  public String estimateText() {
    return Math.abs(benefit) <= NONE ? "no number: the risks do not differ" : labelled(benefit);
  }

  /**
   * The interval as Altman writes it, the side of the estimate first.
   *
   * @return for example "NNTB 5 to NNTB 20" or "NNTB 4 to ∞ to NNTH 20"
   */
  public String intervalText() {
    double lower = interval.lower();
    double upper = interval.upper();
    boolean benefitFirst = benefit >= -NONE;
    if (!isThroughInfinity()) {
      // the greater benefit or harm is the smaller number
      return lower > 0
          ? labelled(upper) + " to " + labelled(lower)
          : labelled(lower) + " to " + labelled(upper);
    }
    String good = upper > NONE ? labelled(upper) : "";
    String bad = lower < -NONE ? labelled(lower) : "";
    String first = benefitFirst ? good : bad;
    String last = benefitFirst ? bad : good;
    String start = first.isEmpty() ? "∞" : first + " to ∞";
    return last.isEmpty() ? start : start + " to " + last;
  }

  private static String labelled(double benefit) {
    // 1/0.2 must not become 6 by a binary fraction
    double number = 1 / Math.abs(benefit);
    return (benefit > 0 ? "NNTB " : "NNTH ") + (long) Math.ceil(number * (1 - 1e-12));
  }

  /**
   * Number and interval.
   *
   * @return for example "NNTB 10 (95 % CI NNTB 4 to ∞ to NNTH 20)"
   */
  public String text() {
    return "%s (%s CI %s)"
        .formatted(estimateText(), WaldContrast.percent(interval.level()), intervalText());
  }

  @Override
  public String toString() {
    String all = text() + " (" + how + ")";
    return notes.isEmpty() ? all : all + ". " + String.join(" ", notes);
  }
}
