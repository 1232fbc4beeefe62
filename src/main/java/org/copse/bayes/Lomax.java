package org.copse.bayes;

/** Lomax (Pareto from 0) distribution of τ; DuMouchel's prior for shape 1. */
final class Lomax extends TauDistribution {

  private final double shape;
  private final double scale;

  Lomax(double shape, double scale) {
    this.shape = shape;
    this.scale = scale;
  }

  @Override
  double logDensity(double tau) {
    return Math.log(shape / scale) - (shape + 1) * Math.log1p(tau / scale);
  }

  @Override
  double slope(double tau) {
    return -(shape + 1) / (scale + tau);
  }

  @Override
  double lower(double tau) {
    return -Math.expm1(-shape * Math.log1p(tau / scale));
  }

  @Override
  double upper(double tau) {
    return Math.exp(-shape * Math.log1p(tau / scale));
  }

  @Override
  double inverse(double p) {
    return scale * Math.expm1(-Math.log1p(-p) / shape);
  }

  @Override
  double scale() {
    return scale;
  }

  @Override
  double tailExponent() {
    return shape + 1;
  }
}
