package org.copse.model;

import org.copse.numeric.LogFactorial;

/** x events with expectation t exp(η). */
final class PoissonLikelihood implements CountLikelihood {

  private final double x;
  private final double logTime;

  PoissonLikelihood(double x, double time) {
    this.x = x;
    this.logTime = Math.log(time);
  }

  @Override
  public void at(double eta, double[] out) {
    double log = eta + logTime;
    double mean = Math.exp(log);
    // around the largest value where there is one, or x log and the mean would cancel
    out[0] = x == 0 ? -mean : x * (log - Math.log(x)) - (mean - x);
    out[1] = x - mean;
    out[2] = -mean;
  }

  @Override
  public double mode() {
    return Math.log(x) - logTime;
  }

  @Override
  public double constant() {
    return x == 0 ? 0 : x * Math.log(x) - x - LogFactorial.of(x);
  }
}
