package org.copse.model;

/**
 * Log-likelihood of one count as a function of its linear predictor η: concave, without the terms
 * that do not depend on η ({@link #constant()} gives them), so that its supremum is its value at
 * {@link #mode()}, or 0 where that is infinite.
 */
interface CountLikelihood {

  /** Puts f(η), f′(η) and f″(η) into {@code out}. */
  void at(double eta, double[] out);

  /** The η at which f is largest, ±∞ for a count at the end of its range. */
  double mode();

  /** What is missing from f to be the logarithm of the probability. */
  double constant();

  /** f at its mode. */
  default double supremum() {
    if (Double.isInfinite(mode())) {
      return 0;
    }
    double[] out = new double[3];
    at(mode(), out);
    return out[0];
  }

  /** −f″ at the mode, 0 where that is infinite. */
  default double information() {
    if (Double.isInfinite(mode())) {
      return 0;
    }
    double[] out = new double[3];
    at(mode(), out);
    return -out[2];
  }
}
