package org.copse.audit;

import java.util.Arrays;
import org.copse.numeric.SampleQuantiles;

/**
 * Median and spread that single wrong cells do not move.
 *
 * @param median the median
 * @param spread 1.4826 times the median absolute deviation: the standard deviation, were the
 *     numbers normal
 * @param size how many numbers
 */
record Spread(double median, double spread, int size) {

  private static final double NORMAL = 1.4826;

  static Spread of(double[] numbers) {
    double[] finite = Arrays.stream(numbers).filter(Double::isFinite).toArray();
    if (finite.length == 0) {
      return new Spread(Double.NaN, Double.NaN, 0);
    }
    double median = new SampleQuantiles(finite).at(0.5);
    double[] away = Arrays.stream(finite).map(x -> Math.abs(x - median)).toArray();
    return new Spread(median, NORMAL * new SampleQuantiles(away).at(0.5), finite.length);
  }
}
