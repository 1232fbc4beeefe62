package org.copse.bayes;

import org.apache.commons.numbers.gamma.Erf;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.InverseErf;
import org.apache.commons.numbers.gamma.InverseErfc;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.statistics.distribution.TDistribution;

/** The absolute value of a scaled t; half-normal for infinite df, half-Cauchy for 1. */
final class HalfT extends TauDistribution {

  private static final double SMALL = 1e-3;
  private static final int POLISH = 3;

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
        : z * z < df
            ? RegularizedBeta.value(z * z / (df + z * z), 0.5, df / 2)
            : RegularizedBeta.complement(df / (df + z * z), df / 2, 0.5);
  }

  @Override
  double upper(double tau) {
    double z = tau / scale;
    return normal()
        ? Erfc.value(z / Math.sqrt(2))
        : z * z < df
            ? RegularizedBeta.complement(z * z / (df + z * z), 0.5, df / 2)
            : RegularizedBeta.value(df / (df + z * z), df / 2, 0.5);
  }

  @Override
  double inverse(double p) {
    if (normal()) {
      return scale * Math.sqrt(2) * (p < 0.5 ? InverseErf.value(p) : InverseErfc.value(1 - p));
    }
    double tau =
        p < SMALL
            ? p * Math.exp(-logConstant)
            : scale * TDistribution.of(df).inverseSurvivalProbability((1 - p) / 2);
    for (int i = 0; i < POLISH; i++) {
      // Newton's method for the logarithms, in which both tails are straight
      double tail = p < 0.5 ? lower(tau) : -upper(tau);
      double excess = Math.log(p < 0.5 ? tail / p : tail / (p - 1));
      tau *= Math.exp(-excess * tail / (tau * Math.exp(logDensity(tau))));
    }
    return tau;
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
