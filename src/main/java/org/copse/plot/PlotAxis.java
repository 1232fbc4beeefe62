package org.copse.plot;

import java.util.List;

/**
 * An axis in the reader's units: a risk ratio of 0.49 lies at 0.49, also when the axis is
 * logarithmic.
 *
 * @param label what the axis shows, for example "Risk ratio (log scale)"
 * @param log whether distances are ratios
 * @param min smallest value shown
 * @param max largest value shown
 * @param reversed whether values grow towards the left or the bottom
 * @param ticks labelled positions, all within the limits, in increasing order
 */
public record PlotAxis(
    String label, boolean log, double min, double max, boolean reversed, List<AxisTick> ticks) {

  /**
   * Checks the limits and copies the ticks.
   *
   * @param label as above
   * @param log as above
   * @param min as above
   * @param max as above
   * @param reversed as above
   * @param ticks as above
   */
  public PlotAxis {
    if (!(min < max) || Double.isInfinite(max - min) || (log && !(min > 0))) {
      throw new IllegalArgumentException(
          "Cannot draw an axis: limits must be finite, increasing%s, were %s and %s. Give other limits."
              .formatted(log ? " and greater than 0" : "", min, max));
    }
    ticks = List.copyOf(ticks);
  }

  /**
   * Where a value lies along the axis.
   *
   * @param value in the axis' units
   * @return 0 at the start (left or bottom) to 1 at the end; outside that range for values beyond
   *     the limits
   */
  public double position(double value) {
    double share =
        log
            ? (Math.log(value) - Math.log(min)) / (Math.log(max) - Math.log(min))
            : (value - min) / (max - min);
    return reversed ? 1 - share : share;
  }

  /**
   * Whether a value lies within the limits.
   *
   * @param value in the axis' units
   * @return false for NaN
   */
  public boolean contains(double value) {
    return min <= value && value <= max;
  }
}
