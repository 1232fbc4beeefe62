package org.copse.heterogeneity;

import java.util.Arrays;
import java.util.Random;

/** Small awkward data sets: variances over up to 12 orders, outliers, any size of tau. */
record HeavySample(int seed, double[] y, double[] v) {

  static HeavySample of(int seed) {
    Random random = new Random(seed);
    int k = 2 + random.nextInt(9);
    double orders = 12 * random.nextDouble();
    double tau = Math.pow(10, orders * (random.nextDouble() - 0.5) / 2) * random.nextInt(2);
    double[] y = new double[k];
    double[] v = new double[k];
    for (int i = 0; i < k; i++) {
      v[i] = Math.pow(10, orders * (random.nextDouble() - 0.5));
      double spread = random.nextInt(8) == 0 ? 6 : 1;
      y[i] = spread * (Math.sqrt(v[i]) * random.nextGaussian() + tau * random.nextGaussian());
    }
    return new HeavySample(seed, y, v);
  }

  double smallest() {
    return Arrays.stream(v).min().orElseThrow();
  }

  double largest() {
    double range = Arrays.stream(y).max().orElseThrow() - Arrays.stream(y).min().orElseThrow();
    return Arrays.stream(v).max().orElseThrow() + range * range;
  }

  /** Q(tau²), written for clarity; effects from the most precise study's so that digits stay. */
  double q(double tau2) {
    double[] w = Weights.inverse(v, tau2);
    int top = 0;
    for (int i = 1; i < w.length; i++) {
      top = v[i] < v[top] ? i : top;
    }
    double mean = 0;
    double total = Arrays.stream(w).sum();
    for (int i = 0; i < w.length; i++) {
      mean += w[i] * (y[i] - y[top]) / total;
    }
    double q = 0;
    for (int i = 0; i < w.length; i++) {
      q += w[i] * Math.pow(y[i] - y[top] - mean, 2);
    }
    return q;
  }

  /** The log-likelihood without its constant. */
  double logLikelihood(double tau2, boolean restricted) {
    double value = -q(tau2);
    double total = 0;
    for (double x : v) {
      value -= Math.log(x + tau2);
      total += 1 / (x + tau2);
    }
    return (restricted ? value - Math.log(total) : value) / 2;
  }

  @Override
  public String toString() {
    return "seed %d, y = %s, v = %s".formatted(seed, Arrays.toString(y), Arrays.toString(v));
  }
}
