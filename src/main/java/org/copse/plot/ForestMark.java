package org.copse.plot;

import java.util.Optional;
import org.copse.model.BackTransformed;

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

  /** The mark of a pooled effect; none where there is an estimate but no interval to draw. */
  static Optional<ForestMark> pooled(Shape shape, BackTransformed effect) {
    double lower = effect.interval().lower();
    double upper = effect.interval().upper();
    return Double.isNaN(lower) || Double.isNaN(upper)
        ? Optional.empty()
        : Optional.of(new ForestMark(shape, effect.estimate(), lower, upper, Double.NaN));
  }
}
