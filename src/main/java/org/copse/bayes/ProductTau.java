package org.copse.bayes;

/**
 * ∏[τ/(vᵢ + τ²)ᵉ]^(1/k): the improper prior of Berger and Deely for e = 1, the proper conventional
 * prior for e = 3/2, normalised by quadrature.
 */
final class ProductTau extends TauDistribution {

  private final double[] variances;
  private final double power;
  private final double logConstant;
  private final TauGrid grid;

  private ProductTau(double[] variances, double power, double logConstant, TauGrid grid) {
    this.variances = variances;
    this.power = power;
    this.logConstant = logConstant;
    this.grid = grid;
  }

  static ProductTau bergerDeely(double[] variances) {
    return new ProductTau(variances, 1, 0, null);
  }

  static ProductTau conventional(double[] variances) {
    ProductTau unscaled = new ProductTau(variances, 1.5, 0, null);
    TauGrid grid = TauGrid.of(TauLikelihood.NONE, unscaled);
    return new ProductTau(variances, 1.5, -grid.logNormaliser(), grid);
  }

  @Override
  public boolean isProper() {
    return power > 1;
  }

  @Override
  double logDensity(double tau) {
    double t2 = tau * tau;
    return logConstant
        + Math.log(tau)
        - power * SamplingVariances.sumOfLogs(variances, t2) / variances.length;
  }

  @Override
  double slope(double tau) {
    double sum = 0;
    for (double v : variances) {
      sum += 1 / (v + tau * tau);
    }
    return 1 / tau - 2 * power * tau * sum / variances.length;
  }

  @Override
  double lower(double tau) {
    return grid.cdf(tau);
  }

  @Override
  double upper(double tau) {
    return grid.survival(tau);
  }

  @Override
  double inverse(double p) {
    return grid.quantile(p);
  }

  @Override
  double massBelow(double tau) {
    return 0.5 * tau * Math.exp(logDensity(tau));
  }

  @Override
  double inverseMassBelow(double mass) {
    return Math.sqrt(2 * mass / Math.exp(logDensity(scale() * 1e-9)) * scale() * 1e-9);
  }

  @Override
  double scale() {
    return Math.sqrt(SamplingVariances.smallest(variances));
  }

  @Override
  double tailExponent() {
    return 2 * power - 1;
  }
}
