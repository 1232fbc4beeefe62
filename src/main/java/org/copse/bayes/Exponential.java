package org.copse.bayes;

/** Exponential distribution of τ. */
final class Exponential extends TauDistribution {

  private final double rate;

  Exponential(double rate) {
    this.rate = rate;
  }

  @Override
  double logDensity(double tau) {
    return Math.log(rate) - rate * tau;
  }

  @Override
  double slope(double tau) {
    return -rate;
  }

  @Override
  double lower(double tau) {
    return -Math.expm1(-rate * tau);
  }

  @Override
  double upper(double tau) {
    return Math.exp(-rate * tau);
  }

  @Override
  double inverse(double p) {
    return -Math.log1p(-p) / rate;
  }

  @Override
  double scale() {
    return 1 / rate;
  }

  @Override
  double tailExponent() {
    return Double.POSITIVE_INFINITY;
  }
}
