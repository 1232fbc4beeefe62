package org.copse.bayes;

import org.apache.commons.numbers.gamma.Erf;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** The absolute value of a scaled t; half-normal for infinite df, half-Cauchy for 1. */
final class HalfT extends TauDistribution {

  private final double df;
  private final double scale;
  private final double logConstant;

  HalfT(double df, double scale) {
    this.df = df;
    this.scale = scale;
    double unit =
        normal()
            ? 0.5 * Math.log(2 / Math.PI)
            : Math.log(2)
                + LogGamma.value((df + 1) / 2)
                - LogGamma.value(df / 2)
                - 0.5 * Math.log(df * Math.PI);
    logConstant = unit - Math.log(scale);
  }

  private boolean normal() {
    return Double.isInfinite(df);
  }

  @Override
  double logDensity(double tau) {
    double z = tau / scale;
    return logConstant - (normal() ? 0.5 * z * z : (df + 1) / 2 * Math.log1p(z * z / df));
  }

  @Override
  double slope(double tau) {
    double z = tau / scale;
    return -(normal() ? z : (df + 1) * z / (df + z * z)) / scale;
  }

  @Override
  double lower(double tau) {
    double z = tau / scale;
    return normal()
        ? Erf.value(z / Math.sqrt(2))
        : RegularizedBeta.value(z * z / (df + z * z), 0.5, df / 2);
  }

  @Override
  double upper(double tau) {
    double z = tau / scale;
    return normal()
        ? Erfc.value(z / Math.sqrt(2))
        : RegularizedBeta.value(df / (df + z * z), df / 2, 0.5);
  }

  @Override
  double inverse(double p) {
    double tail = (1 - p) / 2;
    return scale
        * (normal()
            ? NormalDistribution.of(0, 1).inverseSurvivalProbability(tail)
            : TDistribution.of(df).inverseSurvivalProbability(tail));
  }

  @Override
  double scale() {
    return scale;
  }

  @Override
  double tailExponent() {
    return df + 1;
  }
}
