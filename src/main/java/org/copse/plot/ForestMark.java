package org.copse.plot;

import java.util.List;
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
 * @param outline the shape of a distribution from left to right; empty for all else
 */
public record ForestMark(
    Shape shape, double estimate, double lower, double upper, double weight, List<Height> outline) {

  /**
   * A point of a distribution's outline.
   *
   * @param value where, in the axis' units
   * @param height its density as a share of the highest
   */
  public record Height(double value, double height) {}

  /**
   * Copies the outline.
   *
   * @param shape as above
   * @param estimate as above
   * @param lower as above
   * @param upper as above
   * @param weight as above
   * @param outline as above
   */
  public ForestMark {
    outline = List.copyOf(outline);
  }

  /**
   * A mark without an outline.
   *
   * @param shape as above
   * @param estimate as above
   * @param lower as above
   * @param upper as above
   * @param weight as above
   */
  public ForestMark(Shape shape, double estimate, double lower, double upper, double weight) {
    this(shape, estimate, lower, upper, weight, List.of());
  }

  /** How a result is drawn. */
  public enum Shape {
    /** A study: a square with its interval. */
    SQUARE,
    /** A pooled effect: its ends are the interval. */
    DIAMOND,
    /** A prediction interval. */
    BAR,
    /** The distribution of the effect in a new study. */
    DISTRIBUTION
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
