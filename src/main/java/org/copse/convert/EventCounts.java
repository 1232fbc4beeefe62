package org.copse.convert;

import java.util.Locale;

/**
 * Counts of patients with an event, from what papers print instead.
 *
 * <p>{@code trials.derive("events1", r -> EventCounts.fromPercent(r.text("pct1"), (long)
 * r.number("n1")))}
 */
public final class EventCounts {

  private static final String TASK = "count patients";

  private EventCounts() {}

  /**
   * Events from a printed percentage of n: the whole count nearest to percent × n/100. The note
   * names all counts that print so.
   *
   * @param percent as printed, for example "36.2"
   * @param n patients, at least 1
   * @return the count
   * @throws IllegalArgumentException when no whole count of n prints as the percentage
   * @see #nearestToPercent(String, long)
   */
  public static Converted fromPercent(String percent, long n) {
    AttainableCounts counts = AttainableCounts.of(percent, n);
    if (counts.isEmpty()) {
      long below = (long) Math.floor(counts.percent().value() / 100 * n);
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Cannot %s: percentage must be one that a whole count of %s gives, was %s %% (%s are %.2f %%, %s are %.2f %%). Check percentage and n, or say EventCounts.nearestToPercent.",
              TASK,
              n,
              percent,
              below,
              100.0 * below / n,
              below + 1,
              100.0 * (below + 1) / n));
    }
    return counts.nearest();
  }

  /**
   * Events from a percentage of n, rounded to a whole count even where none prints so; the note
   * says which counts do.
   *
   * @param percent as printed
   * @param n patients, at least 1
   * @return the count
   * @throws IllegalArgumentException when the percentage is not from 0 to 100 or n below 1
   */
  public static Converted nearestToPercent(String percent, long n) {
    return AttainableCounts.of(percent, n).nearest();
  }

  /**
   * Events from a risk: risk × n, rounded to a whole count.
   *
   * @param risk a proportion from 0 to 1
   * @param n patients, at least 1
   * @return the count; the note gives the product before rounding where it is not whole
   * @throws IllegalArgumentException when the risk is not from 0 to 1 or n below 1
   */
  public static Converted fromRisk(double risk, double n) {
    ContrastRules.risk(TASK, "risk", risk);
    ContrastRules.atLeast(TASK, "n", 1, n);
    double product = risk * n;
    double count = Math.rint(product);
    String how =
        Math.abs(product - count) < 1e-9 * n
            ? "events = risk × n"
            : String.format(Locale.ROOT, "events = risk × n = %.2f, rounded", product);
    return new Converted(count, how, "the risk is of the n given, without censoring");
  }

  /**
   * Events from those without: n − non-events.
   *
   * @param nonEvents patients without an event
   * @param n patients, at least 1
   * @return the count
   * @throws IllegalArgumentException when non-events are not from 0 to n
   */
  public static Converted fromNonEvents(double nonEvents, double n) {
    return rest("non-events", nonEvents, n, "events = n − non-events");
  }

  /**
   * Those without an event: n − events.
   *
   * @param events patients with an event
   * @param n patients, at least 1
   * @return the count
   * @throws IllegalArgumentException when events are not from 0 to n
   */
  public static Converted nonEvents(double events, double n) {
    return rest("events", events, n, "non-events = n − events");
  }

  /**
   * All patients: events + non-events.
   *
   * @param events patients with an event
   * @param nonEvents patients without
   * @return the total
   * @throws IllegalArgumentException when one is negative or both are 0
   */
  public static Converted total(double events, double nonEvents) {
    Given.notNegative(TASK, "events", events);
    Given.notNegative(TASK, "non-events", nonEvents);
    double n = ContrastRules.atLeast(TASK, "events + non-events", 1, events + nonEvents);
    return new Converted(
        n, "n = events + non-events", "every patient is counted as one or the other");
  }

  private static Converted rest(String name, double count, double n, String how) {
    ContrastRules.atLeast(TASK, "n", 1, n);
    Given.require(
        count >= 0 && count <= n,
        TASK,
        name,
        "be from 0 to n = " + Given.text(n),
        count,
        "Check both numbers");
    return new Converted(n - count, how, "every patient of n was followed for the event");
  }
}
