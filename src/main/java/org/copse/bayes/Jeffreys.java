package org.copse.bayes;

/** The improper Jeffreys prior of τ, μ taken as a location: √Σ[τ/(vᵢ + τ²)]². */
final class Jeffreys extends TauDistribution {

  private final double[] variances;

  Jeffreys(double[] variances) {
    this.variances = variances;
  }

  @Override
  public boolean isProper() {
    return false;
  }

  private double sumOfPowers(double tau, int power) {
    double sum = 0;
    for (double v : variances) {
      double w = 1 / (v + tau * tau);
      sum += power == 2 ? w * w : w * w * w;
    }
    return sum;
  }

  @Override
  double logDensity(double tau) {
    return Math.log(tau) + 0.5 * Math.log(sumOfPowers(tau, 2));
  }

  @Override
  double slope(double tau) {
    return 1 / tau - 2 * tau * sumOfPowers(tau, 3) / sumOfPowers(tau, 2);
  }

  @Override
  double lower(double tau) {
    return 0.5 * tau * Math.exp(logDensity(tau));
  }

  @Override
  double upper(double tau) {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  double inverse(double mass) {
    return Math.sqrt(2 * mass / Math.sqrt(sumOfPowers(0, 2)));
  }

  @Override
  double scale() {
    return Math.sqrt(SamplingVariances.smallest(variances));
  }

  @Override
  double tailExponent() {
    return 1;
  }
}
