package org.copse.convert;

import org.copse.effect.ContinuousMeasure;
import org.copse.effect.HedgesCorrection;
import org.copse.effect.Reported;

/**
 * Hedges' g with its standard error from the test statistics of two independent arms.
 *
 * <p><b>Formula</b>: g = J d with Hedges' exact correction J of n₁ + n₂ − 2 degrees of freedom;
 * from statistics the variance is 1/n₁ + 1/n₂ + g²/(2(n₁ + n₂)), as for studies that report means
 * and SDs. <b>Source</b>: Hedges, J Educ Stat 1981;6:107-128. metafor: {@code escalc(measure =
 * "SMD")} with ti, pi, ri or di.
 */
public final class HedgesG {

  private static final String TASK = "compute g";

  private HedgesG() {}

  /**
   * From d as printed: g = J d.
   *
   * @param d not corrected for small samples
   * @param n1 patients of arm 1, at least 1
   * @param n2 patients of arm 2, at least 1, at least 4 in both
   * @return g and its standard error
   * @throws IllegalArgumentException when a number is out of range
   */
  public static Reported of(double d, double n1, double n2) {
    return corrected(CohensD.of(d, n1, n2), n1, n2);
  }

  /**
   * From the t statistic.
   *
   * @param t sign of arm 1 minus arm 2
   * @param n1 patients of arm 1, at least 1
   * @param n2 patients of arm 2, at least 1, at least 4 in both
   * @return g and its standard error
   * @throws IllegalArgumentException when a number is out of range
   */
  public static Reported fromT(double t, double n1, double n2) {
    return corrected(CohensD.fromT(t, n1, n2), n1, n2);
  }

  /**
   * From an F statistic with 1 numerator degree of freedom.
   *
   * @param f at least 0
   * @param direction whether arm 1 is lower or higher
   * @param n1 patients of arm 1, at least 1
   * @param n2 patients of arm 2, at least 1, at least 4 in both
   * @return g and its standard error
   * @throws IllegalArgumentException when a number is out of range
   */
  public static Reported fromF(double f, Direction direction, double n1, double n2) {
    return corrected(CohensD.fromF(f, direction, n1, n2), n1, n2);
  }

  /**
   * From the p value of a t test.
   *
   * @param p its p value
   * @param direction whether arm 1 is lower or higher
   * @param n1 patients of arm 1, at least 1
   * @param n2 patients of arm 2, at least 1, at least 4 in both
   * @return g and its standard error
   * @throws IllegalArgumentException when a number is out of range
   */
  public static Reported fromP(PValue p, Direction direction, double n1, double n2) {
    return corrected(CohensD.fromP(p, direction, n1, n2), n1, n2);
  }

  /**
   * From the point-biserial correlation of arm and outcome.
   *
   * @param r between −1 and 1
   * @param n1 patients of arm 1, at least 1
   * @param n2 patients of arm 2, at least 1, at least 4 in both
   * @return g and its standard error
   * @throws IllegalArgumentException when a number is out of range
   */
  public static Reported fromPointBiserial(double r, double n1, double n2) {
    return corrected(CohensD.fromPointBiserial(r, n1, n2), n1, n2);
  }

  /**
   * From d with any standard error, for example one that came by an odds ratio: g = J d, SE = J
   * SE(d). Source: Borenstein et al., 2009, equations 4.23 and 4.24, with the exact J.
   *
   * @param d estimate and standard error
   * @param df degrees of freedom, n₁ + n₂ − 2, at least 2
   * @return g and its standard error
   * @throws IllegalArgumentException when df is below 2
   */
  public static Reported fromCohensD(Reported d, double df) {
    ContrastRules.atLeast(TASK, "df", 2, df);
    return times(HedgesCorrection.exact(df), d);
  }

  /**
   * As {@link #fromCohensD(Reported, double)}, with Borenstein's J = 1 − 3/(4 df − 1), as
   * Comprehensive Meta-Analysis does.
   *
   * @param d estimate and standard error
   * @param df degrees of freedom, n₁ + n₂ − 2, at least 2
   * @return g and its standard error
   * @throws IllegalArgumentException when df is below 2
   */
  public static Reported fromCohensDApproximately(Reported d, double df) {
    ContrastRules.atLeast(TASK, "df", 2, df);
    return times(HedgesCorrection.approximate(df), d);
  }

  private static Reported times(double factor, Reported d) {
    return new Reported(
            factor * d.estimate(),
            factor * d.standardError(),
            d.source() + ", then g = J d",
            d.assumes())
        .as(ContinuousMeasure.STANDARDISED_MEAN_DIFFERENCE);
  }

  private static Reported corrected(Reported d, double n1, double n2) {
    double g = CohensD.correction(n1, n2) * d.estimate();
    return new Reported(g, Math.sqrt(CohensD.variance(g, n1, n2)), d.source(), d.assumes())
        .as(ContinuousMeasure.STANDARDISED_MEAN_DIFFERENCE);
  }
}
