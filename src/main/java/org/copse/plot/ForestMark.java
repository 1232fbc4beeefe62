package org.copse.plot;

/**
 * What a row draws in the plot area, in the axis' units (a risk ratio, not its logarithm).
 *
 * @param shape square, diamond or bar
 * @param estimate where the square or the diamond's middle lies; NaN for a bar
 * @param lower lower end of the interval
 * @param upper upper end of the interval
 * @param weight the study's weight in percent, which sets the square's area; NaN where it has none
 */
public record ForestMark(Shape shape, double estimate, double lower, double upper, double weight) {

  /** How a result is drawn. */
  public enum Shape {
    /** A study: a square with its interval. */
    SQUARE,
    /** A pooled effect: its ends are the interval. */
    DIAMOND,
    /** A prediction interval. */
    BAR
  }
}
