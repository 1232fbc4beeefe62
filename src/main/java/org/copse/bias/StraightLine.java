package org.copse.bias;

import org.copse.numeric.WeightedMean;

/** Least squares of y on x, sums taken around the means. */
record StraightLine(
    int k, double meanX, double intercept, double slope, double sxx, double syy, double residuals) {

  static StraightLine of(double[] x, double[] y) {
    int k = x.length;
    double meanX = mean(x);
    double meanY = mean(y);
    double sxx = products(x, meanX, x, meanX);
    double slope = products(x, meanX, y, meanY) / sxx;
    double residuals = 0;
    for (int i = 0; i < k; i++) {
      double residual = y[i] - meanY - slope * (x[i] - meanX);
      residuals += residual * residual;
    }
    double intercept = meanY - slope * meanX;
    return new StraightLine(
        k, meanX, intercept, slope, sxx, products(y, meanY, y, meanY), residuals);
  }

  /** Whether x differs by more than a share of its mean. */
  boolean spread(double share) {
    return Math.sqrt(sxx / k) > share * Math.abs(meanX);
  }

  private static double mean(double[] values) {
    double[] ones = new double[values.length];
    java.util.Arrays.fill(ones, 1);
    return WeightedMean.of(values, ones);
  }

  private static double products(double[] x, double meanX, double[] y, double meanY) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - meanX) * (y[i] - meanY);
    }
    return sum;
  }
}
