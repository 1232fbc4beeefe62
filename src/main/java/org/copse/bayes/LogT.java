package org.copse.bayes;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** ln τ is a scaled t; log-normal for infinite df. */
final class LogT extends TauDistribution {

  private final double df;
  private final double location;
  private final double spread;
  private final ContinuousDistribution unit;

  LogT(double df, double location, double spread) {
    this.df = df;
    this.location = location;
    this.spread = spread;
    this.unit = Double.isInfinite(df) ? NormalDistribution.of(0, 1) : TDistribution.of(df);
  }

  private double z(double tau) {
    return (Math.log(tau) - location) / spread;
  }

  @Override
  double logDensity(double tau) {
    if (tau == 0) {
      return Double.isInfinite(df) ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return unit.logDensity(z(tau)) - Math.log(spread) - Math.log(tau);
  }

  @Override
  double slope(double tau) {
    double z = z(tau);
    double ofZ = Double.isInfinite(df) ? -z : -(df + 1) * z / (df + z * z);
    return (ofZ / spread - 1) / tau;
  }

  @Override
  double lower(double tau) {
    return unit.cumulativeProbability(z(tau));
  }

  @Override
  double upper(double tau) {
    return unit.survivalProbability(z(tau));
  }

  @Override
  double inverse(double p) {
    return Math.exp(location + spread * unit.inverseCumulativeProbability(p));
  }

  @Override
  double scale() {
    return Math.exp(location);
  }

  @Override
  double tailExponent() {
    return Double.isInfinite(df) ? Double.POSITIVE_INFINITY : 1;
  }

  @Override
  boolean logTail() {
    return !Double.isInfinite(df);
  }
}
