package org.copse.bayes;

/** s²/(s² + τ²), the share of the sampling variance s², is uniform. */
final class UniformShrinkage extends TauDistribution {

  private final double s;

  UniformShrinkage(double variance) {
    this.s = Math.sqrt(variance);
  }

  @Override
  double logDensity(double tau) {
    double ratio = tau / s;
    return Math.log(2 * ratio / s) - 2 * Math.log1p(ratio * ratio);
  }

  @Override
  double slope(double tau) {
    return 1 / tau - 4 * tau / (s * s + tau * tau);
  }

  @Override
  double lower(double tau) {
    double ratio = s / tau;
    return 1 / (1 + ratio * ratio);
  }

  @Override
  double upper(double tau) {
    double ratio = tau / s;
    return 1 / (1 + ratio * ratio);
  }

  @Override
  double inverse(double p) {
    return s * Math.sqrt(p / (1 - p));
  }

  @Override
  double scale() {
    return s;
  }

  @Override
  double tailExponent() {
    return 3;
  }
}
