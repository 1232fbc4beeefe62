package org.copse.plot;

import java.util.Arrays;

/**
 * A smoothed distribution with a normal kernel. Bandwidth 1.059 min(s, IQR / 1.349) n^−0.2
 * (Silverman), as Plotly takes it.
 */
final class StillDensity {

  private static final int PLACES = 60;
  private static final int MOST = 2_000;

  private final double[] values;
  private final double width;

  /**
   * @param sorted values in order, at least one
   */
  StillDensity(double[] sorted) {
    this.values = thinned(sorted);
    double mean = Arrays.stream(sorted).average().orElse(0);
    double square = Arrays.stream(sorted).map(v -> (v - mean) * (v - mean)).sum();
    double sd = sorted.length > 1 ? Math.sqrt(square / (sorted.length - 1)) : 0;
    double iqr = StillBoxes.quantile(sorted, 0.75) - StillBoxes.quantile(sorted, 0.25);
    double spread = iqr > 0 ? Math.min(sd, iqr / 1.349) : sd;
    double own = 1.059 * spread * Math.pow(sorted.length, -0.2);
    this.width = own > 0 ? own : Math.max(1e-9, Math.abs(sorted[0]) / 100);
  }

  private static double[] thinned(double[] sorted) {
    if (sorted.length <= MOST) {
      return sorted;
    }
    double[] some = new double[MOST];
    Arrays.setAll(some, i -> StillBoxes.quantile(sorted, (i + 0.5) / MOST));
    return some;
  }

  /** Where the outline has corners. */
  double[] places() {
    double low = values[0] - 2 * width;
    double high = values[values.length - 1] + 2 * width;
    double[] places = new double[PLACES];
    Arrays.setAll(places, i -> low + (high - low) * i / (PLACES - 1));
    return places;
  }

  /** Height of the density, in no unit. */
  double at(double place) {
    double sum = 0;
    for (double value : values) {
      double z = (place - value) / width;
      sum += Math.exp(-z * z / 2);
    }
    return sum;
  }
}
