package org.copse.data;

import org.copse.convert.EventCounts;
import org.copse.convert.MeanAndSd;
import org.copse.convert.MedianMethod;
import org.copse.convert.Medians;
import org.copse.convert.StandardDeviation;

/**
 * The usual conversions, by the names of the columns that they take: {@code trials.fillIn("sd1",
 * Fill.sdFromInterval("low1", "high1", "n1"))}, or {@code derive} for a new column.
 *
 * <p>Each is one function of {@code org.copse.convert} with its usual choice: intervals of 95 % by
 * Student's t, medians by {@link MedianMethod#LUO_WAN_SHI}. For another level or method, and for
 * all other conversions, write the formula: {@code row ->
 * StandardDeviation.fromNormalInterval(row.number("low1"), row.number("high1"), row.number("n1"),
 * 0.90)}. A row where one of the columns is missing stays missing.
 */
public final class Fill {

  private static final double LEVEL = 0.95;

  private Fill() {}

  /**
   * SD of one arm from the standard error of its mean: {@link StandardDeviation#fromStandardError}.
   *
   * @param standardError column of standard errors of the mean
   * @param n column of patients
   * @return the SD
   */
  public static RowFormula sdFromStandardError(String standardError, String n) {
    return row -> StandardDeviation.fromStandardError(row.number(standardError), row.number(n));
  }

  /**
   * SD of one arm from the 95 % confidence interval of its mean: {@link
   * StandardDeviation#fromInterval}.
   *
   * @param low column of lower limits
   * @param high column of upper limits
   * @param n column of patients
   * @return the SD
   */
  public static RowFormula sdFromInterval(String low, String high, String n) {
    return row ->
        StandardDeviation.fromInterval(row.number(low), row.number(high), row.number(n), LEVEL);
  }

  /**
   * Mean of one arm from median and quartiles: {@link Medians#fromQuartiles}.
   *
   * @param q1 column of first quartiles
   * @param median column of medians
   * @param q3 column of third quartiles
   * @param n column of patients
   * @return the mean
   */
  public static RowFormula meanFromQuartiles(String q1, String median, String q3, String n) {
    return row -> quartiles(row, q1, median, q3, n).mean();
  }

  /**
   * SD of one arm from median and quartiles: {@link Medians#fromQuartiles}.
   *
   * @param q1 column of first quartiles
   * @param median column of medians
   * @param q3 column of third quartiles
   * @param n column of patients
   * @return the SD
   */
  public static RowFormula sdFromQuartiles(String q1, String median, String q3, String n) {
    return row -> quartiles(row, q1, median, q3, n).sd();
  }

  /**
   * Mean of one arm from median and range: {@link Medians#fromRange}.
   *
   * @param min column of smallest values
   * @param median column of medians
   * @param max column of largest values
   * @param n column of patients
   * @return the mean
   */
  public static RowFormula meanFromRange(String min, String median, String max, String n) {
    return row -> range(row, min, median, max, n).mean();
  }

  /**
   * SD of one arm from median and range: {@link Medians#fromRange}.
   *
   * @param min column of smallest values
   * @param median column of medians
   * @param max column of largest values
   * @param n column of patients
   * @return the SD
   */
  public static RowFormula sdFromRange(String min, String median, String max, String n) {
    return row -> range(row, min, median, max, n).sd();
  }

  /**
   * Mean of one arm from median, quartiles and range: {@link Medians#fromFiveNumbers}.
   *
   * @param min column of smallest values
   * @param q1 column of first quartiles
   * @param median column of medians
   * @param q3 column of third quartiles
   * @param max column of largest values
   * @param n column of patients
   * @return the mean
   */
  public static RowFormula meanFromFiveNumbers(
      String min, String q1, String median, String q3, String max, String n) {
    return row -> fiveNumbers(row, min, q1, median, q3, max, n).mean();
  }

  /**
   * SD of one arm from median, quartiles and range: {@link Medians#fromFiveNumbers}.
   *
   * @param min column of smallest values
   * @param q1 column of first quartiles
   * @param median column of medians
   * @param q3 column of third quartiles
   * @param max column of largest values
   * @param n column of patients
   * @return the SD
   */
  public static RowFormula sdFromFiveNumbers(
      String min, String q1, String median, String q3, String max, String n) {
    return row -> fiveNumbers(row, min, q1, median, q3, max, n).sd();
  }

  /**
   * Events from a printed percentage: {@link EventCounts#fromPercent}. A percentage that no whole
   * count of n prints as is an error.
   *
   * @param percent column of percentages as printed, for example 36.2
   * @param n column of patients
   * @return the count
   */
  public static RowFormula countFromPercent(String percent, String n) {
    return row -> EventCounts.fromPercent(row.printed(percent), whole(row, n));
  }

  /**
   * Events from those without: {@link EventCounts#fromNonEvents}.
   *
   * @param nonEvents column of patients without an event
   * @param n column of patients
   * @return the events
   */
  public static RowFormula eventsFromNonEvents(String nonEvents, String n) {
    return row -> EventCounts.fromNonEvents(row.number(nonEvents), row.number(n));
  }

  /**
   * Patients of an arm from those with and without an event: {@link EventCounts#total}.
   *
   * @param events column of patients with an event
   * @param nonEvents column of patients without
   * @return the total
   */
  public static RowFormula totalFromEventsAndNonEvents(String events, String nonEvents) {
    return row -> EventCounts.total(row.number(events), row.number(nonEvents));
  }

  private static MeanAndSd quartiles(TrialRow row, String q1, String median, String q3, String n) {
    return Medians.fromQuartiles(
        row.number(q1),
        row.number(median),
        row.number(q3),
        row.number(n),
        MedianMethod.LUO_WAN_SHI);
  }

  private static MeanAndSd range(TrialRow row, String min, String median, String max, String n) {
    return Medians.fromRange(
        row.number(min),
        row.number(median),
        row.number(max),
        row.number(n),
        MedianMethod.LUO_WAN_SHI);
  }

  private static MeanAndSd fiveNumbers(
      TrialRow row, String min, String q1, String median, String q3, String max, String n) {
    return Medians.fromFiveNumbers(
        row.number(min),
        row.number(q1),
        row.number(median),
        row.number(q3),
        row.number(max),
        row.number(n),
        MedianMethod.LUO_WAN_SHI);
  }

  private static long whole(TrialRow row, String column) {
    double n = row.number(column);
    if (n != Math.rint(n)) {
      throw new IllegalArgumentException(
          Messages.of(
              "Cannot count patients", column, "be whole", Double.toString(n), "Check it."));
    }
    return (long) n;
  }
}
