package org.copse.convert;

import org.copse.effect.ContinuousMeasure;
import org.copse.effect.HedgesCorrection;
import org.copse.effect.Reported;

/**
 * Cohen's d with its standard error from the test statistics of two independent arms, not corrected
 * for small samples; {@link HedgesG} is.
 *
 * <p><b>Formula</b>: d = t√(1/n₁ + 1/n₂); variance 1/n₁ + 1/n₂ + d²/(2(n₁ + n₂)). <b>Source</b>:
 * Borenstein et al., Introduction to Meta-Analysis, 2009, chapter 4; Lipsey and Wilson, Practical
 * Meta-Analysis, 2001, appendix B. metafor: {@code escalc(measure = "SMD", correct = FALSE)} with
 * ti, pi, ri.
 *
 * <p>Numbers of patients are those analysed; the test must not be paired, of clusters or adjusted
 * for covariates.
 */
public final class CohensD {

  private static final String TASK = "compute d";
  private static final String TWO_ARMS = "an unadjusted comparison of two independent arms";

  private CohensD() {}

  /**
   * From d as printed.
   *
   * @param d as printed
   * @param n1 patients of arm 1, at least 1
   * @param n2 patients of arm 2, at least 1
   * @return d and its standard error
   * @throws IllegalArgumentException when a number is out of range
   */
  public static Reported of(double d, double n1, double n2) {
    return of(d, n1, n2, "d and the arms' n", "");
  }

  /**
   * From the t statistic: d = t√(1/n₁ + 1/n₂).
   *
   * @param t sign of arm 1 minus arm 2
   * @param n1 patients of arm 1, at least 1
   * @param n2 patients of arm 2, at least 1
   * @return d and its standard error
   * @throws IllegalArgumentException when a number is out of range
   */
  public static Reported fromT(double t, double n1, double n2) {
    return of(ofT(t, n1, n2), n1, n2, "t statistic", TWO_ARMS);
  }

  /**
   * From an F statistic with 1 and n₁ + n₂ − 2 degrees of freedom, F = t².
   *
   * @param f at least 0
   * @param direction whether arm 1 is lower or higher
   * @param n1 patients of arm 1, at least 1
   * @param n2 patients of arm 2, at least 1
   * @return d and its standard error
   * @throws IllegalArgumentException when a number is out of range
   */
  public static Reported fromF(double f, Direction direction, double n1, double n2) {
    double t = 0 + direction.sign() * Math.sqrt(Given.notNegative(TASK, "F", f));
    return of(ofT(t, n1, n2), n1, n2, "F statistic", TWO_ARMS + ", F with 1 numerator df");
  }

  /**
   * From the p value of a t test.
   *
   * @param p its p value
   * @param direction whether arm 1 is lower or higher
   * @param n1 patients of arm 1, at least 1
   * @param n2 patients of arm 2, at least 1, at least 3 in both
   * @return d and its standard error
   * @throws IllegalArgumentException when a number is out of range
   */
  public static Reported fromP(PValue p, Direction direction, double n1, double n2) {
    double t = 0 + direction.sign() * p.t(degreesOfFreedom(n1, n2));
    String assumes = TWO_ARMS + ", " + p.effectAssumes("a t test");
    return of(ofT(t, n1, n2), n1, n2, "p value of a t test", assumes);
  }

  /**
   * From the point-biserial correlation of arm and outcome, exactly: t = r√((n − 2)/(1 − r²)).
   *
   * @param r between −1 and 1
   * @param n1 patients of arm 1, at least 1
   * @param n2 patients of arm 2, at least 1, at least 3 in both
   * @return d and its standard error
   * @throws IllegalArgumentException when a number is out of range
   */
  public static Reported fromPointBiserial(double r, double n1, double n2) {
    ContrastRules.correlation(TASK, "r", r);
    double t = r * Math.sqrt(degreesOfFreedom(n1, n2) / ((1 - r) * (1 + r)));
    return of(ofT(t, n1, n2), n1, n2, "point-biserial correlation", TWO_ARMS);
  }

  /**
   * From χ² of a 2×2 table without correction, by way of r = √(χ²/n): d = 2r/√(1 − r²) = 2√(χ²/(n −
   * χ²)), with the delta method's standard error.
   *
   * @param chiSquared from 0 to below n, 1 df
   * @param direction whether arm 1 is lower or higher
   * @param n all patients, at least 3
   * @return d and its standard error
   * @throws IllegalArgumentException when χ² is not from 0 to below n
   */
  public static Reported fromChiSquared(double chiSquared, Direction direction, double n) {
    Reported r = PearsonR.fromChiSquared(chiSquared, direction, n);
    return DeltaMethod.of(r, Transformation.correlationToSmd(1, 1));
  }

  /** Standardised difference of a t statistic. */
  static double ofT(double t, double n1, double n2) {
    Given.finite(TASK, "t", t);
    ContrastRules.atLeast(TASK, "n1", 1, n1);
    ContrastRules.atLeast(TASK, "n2", 1, n2);
    return t * Math.sqrt(1 / n1 + 1 / n2);
  }

  static double degreesOfFreedom(double n1, double n2) {
    ContrastRules.atLeast(TASK, "n1", 1, n1);
    ContrastRules.atLeast(TASK, "n2", 1, n2);
    return ContrastRules.atLeast(TASK, "n1 + n2 − 2", 1, n1 + n2 - 2);
  }

  private static Reported of(double d, double n1, double n2, String source, String assumes) {
    return new Reported(d, Math.sqrt(variance(d, n1, n2)), source, assumes)
        .as(ContinuousMeasure.COHENS_D);
  }

  /** Large-sample variance of a standardised mean difference. */
  static double variance(double d, double n1, double n2) {
    Given.finite(TASK, "d", d);
    ContrastRules.atLeast(TASK, "n1", 1, n1);
    ContrastRules.atLeast(TASK, "n2", 1, n2);
    return 1 / n1 + 1 / n2 + d * d / (2 * (n1 + n2));
  }

  /** Exact correction J for the degrees of freedom of two arms. */
  static double correction(double n1, double n2) {
    return HedgesCorrection.exact(
        ContrastRules.atLeast(TASK, "n1 + n2 − 2", 2, degreesOfFreedom(n1, n2)));
  }
}
