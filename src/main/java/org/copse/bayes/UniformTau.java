package org.copse.bayes;

/** Uniform distribution of τ between 0 and a bound. */
final class UniformTau extends TauDistribution {

  private final double bound;

  UniformTau(double bound) {
    this.bound = bound;
  }

  @Override
  double logDensity(double tau) {
    return tau <= bound ? -Math.log(bound) : Double.NEGATIVE_INFINITY;
  }

  @Override
  double slope(double tau) {
    return 0;
  }

  @Override
  double lower(double tau) {
    return Math.min(1, tau / bound);
  }

  @Override
  double upper(double tau) {
    return Math.max(0, 1 - tau / bound);
  }

  @Override
  double inverse(double p) {
    return p * bound;
  }

  @Override
  double scale() {
    return bound;
  }

  @Override
  double tailExponent() {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  double upperBound() {
    return bound;
  }
}
