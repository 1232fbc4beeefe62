package org.copse.model;

import org.copse.numeric.LogFactorial;

/** x events of n, with probability 1/(1 + exp(−η − offset)). */
final class BinomialLikelihood implements CountLikelihood {

  private final double x;
  private final double n;
  private final double offset;

  BinomialLikelihood(double x, double n, double offset) {
    this.x = x;
    this.n = n;
    this.offset = offset;
  }

  @Override
  public void at(double eta, double[] out) {
    double t = eta + offset;
    double e = Math.exp(-Math.abs(t));
    double larger = 1 / (1 + e);
    double smaller = e * larger;
    // the side is chosen so that nothing cancels where x = 0 or x = n
    if (t > 0) {
      out[0] = (x - n) * t - n * Math.log1p(e);
      out[1] = (x - n) + n * smaller;
    } else {
      out[0] = x * t - n * Math.log1p(e);
      out[1] = x - n * smaller;
    }
    out[2] = -n * larger * smaller;
  }

  @Override
  public double mode() {
    return Math.log(x) - Math.log(n - x) - offset;
  }

  @Override
  public double constant() {
    return LogFactorial.difference(x, n - x) - LogFactorial.of(n - x);
  }
}
