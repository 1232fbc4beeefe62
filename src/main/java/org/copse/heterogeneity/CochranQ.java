package org.copse.heterogeneity;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/** Distribution of Cochran's Q at a given tau². */
final class CochranQ {

  private final double[] w;

  CochranQ(double[] variances) {
    w = Weights.inverse(variances, 0);
  }

  double upperTail(double q, double tau2) {
    double[] m = moments(tau2);
    double df = Math.pow(m[1], 3) / (m[2] * m[2]);
    return ChiSquaredDistribution.of(df)
        .survivalProbability(df + (q - m[0]) * Math.sqrt(df / m[1]));
  }

  double lowerTail(double q, double tau2) {
    double[] m = moments(tau2);
    double df = Math.pow(m[1], 3) / (m[2] * m[2]);
    return ChiSquaredDistribution.of(df)
        .cumulativeProbability(df + (q - m[0]) * Math.sqrt(df / m[1]));
  }

  private double[] moments(double tau2) {
    double sum = 0;
    for (double x : w) {
      sum += x;
    }
    double r1 = 0, r2 = 0, r3 = 0, p1 = 0, p2 = 0, p3 = 0;
    for (double x : w) {
      double p = x / sum;
      double r = 1 + tau2 * x;
      r1 += r;
      r2 += r * r;
      r3 += r * r * r;
      p1 += p * r;
      p2 += p * r * r;
      p3 += p * r * r * r;
    }
    return new double[] {r1 - p1, r2 - 2 * p2 + p1 * p1, r3 - 3 * p3 + 3 * p1 * p2 - p1 * p1 * p1};
  }
}
