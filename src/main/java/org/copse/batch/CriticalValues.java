package org.copse.batch;

import java.util.Arrays;
import org.copse.numeric.Quantiles;

/** Two-sided critical values at one level, computed once for each degrees of freedom. */
final class CriticalValues {

  private final double level;
  private final double normal;
  private final double[] t;

  CriticalValues(double level, int studies) {
    this.level = level;
    normal = Quantiles.twoSided(level, Double.POSITIVE_INFINITY);
    t = new double[studies];
    Arrays.fill(t, Double.NaN);
  }

  double normal() {
    return normal;
  }

  double t(int df) {
    if (Double.isNaN(t[df])) {
      t[df] = Quantiles.twoSided(level, df);
    }
    return t[df];
  }
}
