package org.copse.convert;

import java.util.stream.IntStream;

/**
 * The counts that a printed percentage of n can stand for: all x with 100 x/n within half a unit of
 * the last printed digit.
 *
 * <p>{@code AttainableCounts.of("14", 54)} is empty: 7 of 54 are 12.96 and 8 are 14.81 percent, so
 * the percentage or the n is not what it seems.
 *
 * @param percent as printed
 * @param n the patients it is of
 * @param first smallest count, of n + 1 when there is none
 * @param last largest count, below {@code first} when there is none
 */
public record AttainableCounts(Printed percent, long n, long first, long last) {

  /**
   * Counts of a percentage as text, its decimals counted as printed.
   *
   * @param percent for example "36.2"
   * @param n patients, at least 1
   * @return the counts
   * @throws IllegalArgumentException when the percentage is no number from 0 to 100 or n is below 1
   */
  public static AttainableCounts of(String percent, long n) {
    return of(Printed.of(percent), n);
  }

  /**
   * Counts of a percentage.
   *
   * @param percent from 0 to 100
   * @param n patients, at least 1
   * @return the counts
   * @throws IllegalArgumentException when the percentage is not from 0 to 100 or n is below 1
   */
  public static AttainableCounts of(Printed percent, long n) {
    if (!(percent.value() >= 0 && percent.value() <= 100)) {
      throw new IllegalArgumentException(
          "Cannot count patients: percentage must be from 0 to 100, was %s. Check the column."
              .formatted(percent.value()));
    }
    if (n < 1) {
      throw new IllegalArgumentException(
          "Cannot count patients: n must be at least 1, was %s. Check the column of totals."
              .formatted(n));
    }
    long near = (long) Math.floor(percent.lower() / 100 * n);
    long first = Math.max(0, near - 1);
    while (first <= n && 100.0 * first / n < percent.lower() && !covers(percent, first, n)) {
      first++;
    }
    long last = first - 1;
    while (last < n && covers(percent, last + 1, n)) {
      last++;
    }
    return new AttainableCounts(percent, n, first, last);
  }

  private static boolean covers(Printed percent, long count, long n) {
    return percent.covers(100.0 * count / n);
  }

  /**
   * Whether no whole count gives the percentage.
   *
   * @return true when there is none
   */
  public boolean isEmpty() {
    return last < first;
  }

  /**
   * How many counts there are.
   *
   * @return at least 0
   */
  public long size() {
    return last - first + 1;
  }

  /**
   * All counts.
   *
   * @return in order, a new array
   */
  public int[] counts() {
    return IntStream.rangeClosed((int) first, (int) last).toArray();
  }

  /**
   * The count nearest to percent × n / 100, whether it is attainable or not.
   *
   * @return the rounded product with a note that says how many counts print so
   */
  public Converted nearest() {
    double count = Math.rint(percent.value() / 100 * n);
    String how =
        isEmpty()
            ? "count = percent × n / 100, rounded; no whole count of %s prints as %s %%"
                .formatted(n, percent.value())
            : "count = percent × n / 100, rounded; %s of %s print%s so"
                .formatted(
                    size() == 1 ? "only " + first : first + " to " + last,
                    n,
                    size() == 1 ? "s" : "");
    return new Converted(count, how, "the percentage is of the n given");
  }
}
