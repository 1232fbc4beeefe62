package org.copse.numeric;

import java.util.Arrays;

/**
 * Quantiles of a sample, interpolated linearly between order statistics (R's type 7). Apache
 * Commons Math's {@code Percentile} gives NaN between two infinite values, which bootstrap samples
 * can have.
 */
public final class SampleQuantiles {

  private final double[] sorted;

  /**
   * Sorts a copy of the sample.
   *
   * @param sample at least one value, none NaN
   */
  public SampleQuantiles(double[] sample) {
    sorted = sample.clone();
    Arrays.sort(sorted);
  }

  /**
   * A quantile. Hyndman and Fan, Am Stat 1996;50:361-365, definition 7.
   *
   * @param probability between 0 and 1
   * @return the quantile
   */
  public double at(double probability) {
    double place = probability * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    double share = place - below;
    // equal neighbours first: infinite ones have no difference
    return share == 0 || sorted[below] == sorted[above]
        ? sorted[below]
        : sorted[below] + share * (sorted[above] - sorted[below]);
  }
}
