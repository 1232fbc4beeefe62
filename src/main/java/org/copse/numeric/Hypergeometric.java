package org.copse.numeric;

import org.apache.commons.numbers.gamma.LogBeta;

/**
 * Gauss' hypergeometric function ₂F₁(a, b; c; z) for 0 ≤ z ≤ 1 and c > a + b.
 *
 * <p><b>Method</b>: the power series where its terms fall fast (z ≤ 0.9 or c ≥ 10); else Euler's
 * integral ∫ t^(b−1) (1−t)^(c−b−1) (1−zt)^(−a) dt / B(b, c−b) over (0, 1) by the double exponential
 * rule of Takahasi and Mori (Publ RIMS 1974;9:721-741), which does not mind the singular ends.
 * <b>Accuracy</b>: about 1e-14 relative. <b>Source</b>: Abramowitz and Stegun, 15.1.1 and 15.3.1.
 */
public final class Hypergeometric {

  private static final double FAST_RATIO = 0.9;
  private static final double FAST_POWER = 10;
  private static final int MOST_TERMS = 100_000;
  private static final double STEP = 1.0 / 64;
  private static final double REACH = 6;

  private Hypergeometric() {}

  /**
   * ₂F₁(a, b; c; z).
   *
   * @param a greater than 0
   * @param b greater than 0
   * @param c greater than a + b
   * @param z from 0 to 1
   * @param oneMinusZ 1 − z, given apart so that it keeps its digits near z = 1
   * @return the value, 1 or more
   */
  public static double gauss(double a, double b, double c, double z, double oneMinusZ) {
    return 1 + gaussMinusOne(a, b, c, z, oneMinusZ);
  }

  /**
   * ₂F₁(a, b; c; z) − 1, with its digits where z is small.
   *
   * @param a greater than 0
   * @param b greater than 0
   * @param c greater than a + b
   * @param z from 0 to 1
   * @param oneMinusZ 1 − z
   * @return the value less 1, 0 or more
   */
  public static double gaussMinusOne(double a, double b, double c, double z, double oneMinusZ) {
    return z <= FAST_RATIO || c - a - b >= FAST_POWER
        ? series(a, b, c, z)
        : integral(a, b, c, z, oneMinusZ) - 1;
  }

  /** The series without its first term, 1. */
  private static double series(double a, double b, double c, double z) {
    double sum = 0;
    double term = 1;
    for (int j = 0; j < MOST_TERMS; j++) {
      term *= (a + j) * (b + j) / ((c + j) * (j + 1)) * z;
      sum += term;
      // what is left is at most term · (j + 2) where the terms fall like a power
      if (term * (j + 2) <= 1e-17 * sum) {
        break;
      }
    }
    return sum;
  }

  private static double integral(double a, double b, double c, double z, double oneMinusZ) {
    double sum = 0;
    for (double u = -REACH; u <= REACH; u += STEP) {
      double s = Math.PI * Math.sinh(u);
      double t = 1 / (1 + Math.exp(-s));
      double rest = 1 / (1 + Math.exp(s));
      // dt = π cosh u · t (1 − t) du
      double weight = Math.PI * Math.cosh(u) * Math.pow(t, b) * Math.pow(rest, c - b);
      if (weight > 0) {
        sum += weight * Math.pow(oneMinusZ + z * rest, -a);
      }
    }
    return STEP * sum / Math.exp(LogBeta.value(b, c - b));
  }
}
