package org.copse.bayes;

/** The improper prior p(τ) = τᵉ, −1 &lt; e ≤ 0: uniform in τ for e = 0, in √τ for e = −½. */
final class PowerTau extends TauDistribution {

  private final double exponent;
  private final double scale;

  PowerTau(double exponent, double scale) {
    this.exponent = exponent;
    this.scale = scale;
  }

  @Override
  public boolean isProper() {
    return false;
  }

  @Override
  double logDensity(double tau) {
    return exponent == 0 ? 0 : exponent * Math.log(tau);
  }

  @Override
  double slope(double tau) {
    return exponent / tau;
  }

  @Override
  double lower(double tau) {
    return Math.pow(tau, exponent + 1) / (exponent + 1);
  }

  @Override
  double upper(double tau) {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  double inverse(double mass) {
    return Math.pow(mass * (exponent + 1), 1 / (exponent + 1));
  }

  @Override
  double scale() {
    return scale;
  }

  @Override
  double tailExponent() {
    return -exponent;
  }
}
