package org.copse.convert;

import org.copse.effect.CorrelationMeasure;
import org.copse.effect.Reported;

/**
 * A correlation with its standard error from test statistics, and Fisher's z of it.
 *
 * <p><b>Formula</b>: r = t/√(t² + n − 2); variance (1 − r²)²/(n − 1); Fisher's z = artanh r with
 * variance 1/(n − 3). Correlations are better pooled as z. <b>Source</b>: Borenstein et al.,
 * Introduction to Meta-Analysis, 2009, chapter 6. metafor: {@code escalc(measure = "COR", ti, ni)}.
 */
public final class PearsonR {

  private static final String TASK = "compute a correlation";

  private PearsonR() {}

  /**
   * From r as printed.
   *
   * @param r between −1 and 1
   * @param n pairs, at least 3
   * @return r and its standard error
   * @throws IllegalArgumentException when r or n is out of range
   */
  public static Reported of(double r, double n) {
    return of(r, n, "r and n", "");
  }

  /**
   * From the t statistic of the correlation (or of two arms, which gives the point-biserial one).
   *
   * @param t either sign
   * @param n pairs, at least 3
   * @return r and its standard error
   * @throws IllegalArgumentException when t is not finite or n below 3
   */
  public static Reported fromT(double t, double n) {
    Given.finite(TASK, "t", t);
    return of(ofT(t, n), n, "t statistic", "");
  }

  /**
   * From an F statistic with 1 and n − 2 degrees of freedom, F = t².
   *
   * @param f at least 0
   * @param direction the sign of r
   * @param n pairs, at least 3
   * @return r and its standard error
   * @throws IllegalArgumentException when F is negative or n below 3
   */
  public static Reported fromF(double f, Direction direction, double n) {
    double t = Math.sqrt(Given.notNegative(TASK, "F", f));
    return of(ofT(0 + direction.sign() * t, n), n, "F statistic", "F with 1 numerator df");
  }

  /**
   * From the p value of the t test of the correlation.
   *
   * @param p its p value
   * @param direction the sign of r
   * @param n pairs, at least 3
   * @return r and its standard error
   * @throws IllegalArgumentException when n is below 3
   */
  public static Reported fromP(PValue p, Direction direction, double n) {
    ContrastRules.atLeast(TASK, "n", 3, n);
    double t = p.t(n - 2);
    return of(ofT(0 + direction.sign() * t, n), n, "p value", p.effectAssumes("a t test"));
  }

  /**
   * From χ² of a 2×2 table without correction: r is φ = √(χ²/n).
   *
   * @param chiSquared from 0 to below n, 1 df
   * @param direction the sign of r
   * @param n patients, at least 3
   * @return r and its standard error
   * @throws IllegalArgumentException when χ² is not from 0 to below n
   */
  public static Reported fromChiSquared(double chiSquared, Direction direction, double n) {
    double phi = PhiCoefficient.fromChiSquared(chiSquared, n, direction).value();
    return of(phi, n, "χ²", "Pearson's χ² with 1 df, without continuity correction");
  }

  /**
   * Fisher's z of a correlation: artanh r with standard error 1/√(n − 3).
   *
   * @param r between −1 and 1
   * @param n pairs, at least 4
   * @return z and its standard error
   * @throws IllegalArgumentException when r or n is out of range
   */
  public static Reported fisherZ(double r, double n) {
    ContrastRules.correlation(TASK, "r", r);
    ContrastRules.atLeast(TASK, "n", 4, n);
    return new Reported(
            0.5 * (Math.log1p(r) - Math.log1p(-r)), 1 / Math.sqrt(n - 3), "Fisher's z of r and n")
        .as(CorrelationMeasure.FISHER_Z_CORRELATION);
  }

  private static double ofT(double t, double n) {
    ContrastRules.atLeast(TASK, "n", 3, n);
    return t / Math.hypot(t, Math.sqrt(n - 2));
  }

  private static Reported of(double r, double n, String source, String assumes) {
    ContrastRules.correlation(TASK, "r", r);
    ContrastRules.atLeast(TASK, "n", 3, n);
    double error = (1 - r) * (1 + r) / Math.sqrt(n - 1);
    return new Reported(r, error, source, assumes).as(CorrelationMeasure.CORRELATION);
  }
}
