package org.copse.bayes;

import org.apache.commons.numbers.gamma.Erfc;

/** A mixture of normal distributions: density, tails, quantiles. */
final class NormalMixture {

  private static final double ROOT_HALF = Math.sqrt(0.5);
  private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);
  private static final double SAME = 1e-12;
  private static final int MOST_STEPS = 200;

  private final double[] mass;
  private final double[] mean;
  private final double[] sd;
  private final int significant;

  /**
   * A mixture.
   *
   * @param significant the components after these count for moments only
   */
  NormalMixture(double[] mass, double[] mean, double[] sd, int significant) {
    this.significant = significant;
    this.mass = mass;
    this.mean = mean;
    this.sd = sd;
  }

  double mean(int i) {
    return mean[i];
  }

  double sd(int i) {
    return sd[i];
  }

  double density(double x) {
    double sum = 0;
    for (int i = 0; i < significant; i++) {
      double z = (x - mean[i]) / sd[i];
      sum += mass[i] / sd[i] * Math.exp(-0.5 * z * z);
    }
    return sum / ROOT_TWO_PI;
  }

  double densitySlope(double x) {
    double sum = 0;
    for (int i = 0; i < significant; i++) {
      double z = (x - mean[i]) / sd[i];
      sum -= mass[i] * z / (sd[i] * sd[i]) * Math.exp(-0.5 * z * z);
    }
    return sum / ROOT_TWO_PI;
  }

  double cdf(double x) {
    double sum = 0;
    for (int i = 0; i < significant; i++) {
      sum += mass[i] * Erfc.value((mean[i] - x) / sd[i] * ROOT_HALF);
    }
    return 0.5 * sum;
  }

  double survival(double x) {
    double sum = 0;
    for (int i = 0; i < significant; i++) {
      sum += mass[i] * Erfc.value((x - mean[i]) / sd[i] * ROOT_HALF);
    }
    return 0.5 * sum;
  }

  /** Whether another mixture has the same density, at points over its width. */
  boolean agrees(NormalMixture other) {
    int middle = middle();
    double highest = 0;
    double furthest = 0;
    for (int i = -1; i <= 2; i++) {
      double x = mean[middle] + i * 1.1 * sd[middle];
      double here = density(x);
      highest = Math.max(highest, here);
      furthest = Math.max(furthest, Math.abs(here - other.density(x)));
    }
    return furthest <= SAME * highest;
  }

  double mean() {
    double sum = 0;
    for (int i = 0; i < mass.length; i++) {
      sum += mass[i] * mean[i];
    }
    return sum;
  }

  double variance() {
    double centre = mean();
    double sum = 0;
    for (int i = 0; i < mass.length; i++) {
      double deviation = mean[i] - centre;
      sum += mass[i] * (sd[i] * sd[i] + deviation * deviation);
    }
    return sum;
  }

  /** The mean of the component in the middle of the mass, and its standard deviation. */
  private int middle() {
    double sum = 0;
    for (int i = 0; i < mass.length; i++) {
      sum += mass[i];
      if (sum >= 0.5) {
        return i;
      }
    }
    return mass.length - 1;
  }

  /** x with P(X ≤ x) = p: Newton steps kept inside a bracket. */
  double quantile(double p) {
    return solve(p, true);
  }

  /** x with P(X &gt; x) = q. */
  double upperQuantile(double q) {
    return solve(q, false);
  }

  private double solve(double target, boolean lower) {
    int middle = middle();
    double x = mean[middle];
    double low = Double.NEGATIVE_INFINITY;
    double high = Double.POSITIVE_INFINITY;
    double step = sd[middle];
    for (int i = 0; i < MOST_STEPS; i++) {
      double error = lower ? cdf(x) - target : target - survival(x);
      if (error > 0) {
        high = x;
      } else {
        low = x;
      }
      double next = x - error / density(x);
      if (!(next > low && next < high)) {
        next = inside(x, low, high, step);
      } else if (Math.abs(next - x) > 4 * step) {
        next = x + Math.signum(next - x) * 4 * step;
      }
      if (next == x || Math.abs(next - x) <= 1e-15 * Math.max(Math.abs(x), step)) {
        return next;
      }
      step = Math.max(step, Math.abs(next - x));
      x = next;
    }
    return x;
  }

  private static double inside(double x, double low, double high, double step) {
    if (Double.isInfinite(low)) {
      return x - 2 * step;
    }
    return Double.isInfinite(high) ? x + 2 * step : low + (high - low) / 2;
  }
}
