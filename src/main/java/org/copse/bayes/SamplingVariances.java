package org.copse.bayes;

/** Sums over the sampling variances vᵢ, in O(k) without allocation. */
final class SamplingVariances {

  private static final double LARGE = 1e150;
  private static final double SMALL = 1e-150;

  private SamplingVariances() {}

  /** Σ ln(vᵢ + t), one logarithm for many factors. */
  static double sumOfLogs(double[] variances, double t) {
    double sum = 0;
    double product = 1;
    for (double v : variances) {
      product *= v + t;
      if (!(product < LARGE && product > SMALL)) {
        sum += Math.log(product);
        product = 1;
      }
    }
    return sum + Math.log(product);
  }

  static double smallest(double[] variances) {
    double smallest = variances[0];
    for (double v : variances) {
      smallest = Math.min(smallest, v);
    }
    return smallest;
  }

  static double largest(double[] variances) {
    double largest = variances[0];
    for (double v : variances) {
      largest = Math.max(largest, v);
    }
    return largest;
  }

  /** k / Σ(1/vᵢ). */
  static double harmonicMean(double[] variances) {
    double sum = 0;
    for (double v : variances) {
      sum += 1 / v;
    }
    return variances.length / sum;
  }
}
