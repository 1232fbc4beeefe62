package org.copse.convert;

import java.util.Objects;
import org.copse.effect.Interval;
import org.copse.numeric.Quantiles;

/**
 * The standard error of a difference between the means of two arms, and the SD that both arms then
 * have in common, from what a paper prints of the comparison.
 *
 * <p><b>Formula</b>: SE from the statistic or interval; SD = SE/√(1/n₁ + 1/n₂), to be used for both
 * arms. With unequal SDs this is an average of the two, and the test must not be Welch's, adjusted
 * for covariates, paired or of clusters. <b>Source</b>: Cochrane Handbook 6.5.2.3.
 *
 * <p>{@code MeanContrast.fromP(3.8, 0.008, 25, 22).sd()} is the SD of each arm.
 *
 * @param standardError of the mean difference
 * @param sd the common SD of the two arms
 */
public record MeanContrast(Converted standardError, Converted sd) {

  private static final String TASK = "compute the SE of a mean difference";
  private static final String TWO_ARMS =
      "a comparison of two independent arms with equal SDs, unadjusted";

  /**
   * Checks that both are there.
   *
   * @param standardError as above
   * @param sd as above
   */
  public MeanContrast {
    Objects.requireNonNull(standardError, "standardError");
    Objects.requireNonNull(sd, "sd");
  }

  /**
   * From the standard error of the mean difference.
   *
   * @param standardError at least 0
   * @param n1 patients of arm 1, at least 2
   * @param n2 patients of arm 2, at least 2
   * @return the SE and the common SD
   * @throws IllegalArgumentException when the standard error is negative or an n below 2
   */
  public static MeanContrast fromStandardError(double standardError, double n1, double n2) {
    Given.notNegative(TASK, "standard error", standardError);
    return of(standardError, n1, n2, "standard error", "as printed", "");
  }

  /**
   * From the t statistic: SE = |difference/t|.
   *
   * @param difference mean difference, not 0
   * @param t the statistic, not 0
   * @param n1 patients of arm 1, at least 2
   * @param n2 patients of arm 2, at least 2
   * @return the SE and the common SD
   * @throws IllegalArgumentException when the difference or t is 0, or an n below 2
   */
  public static MeanContrast fromT(double difference, double t, double n1, double n2) {
    Given.notZero(TASK, "t", t);
    return ofStatistic(difference, t, n1, n2, "t statistic", "");
  }

  /**
   * From an F statistic with one numerator degree of freedom: F = t², SE = |difference|/√F.
   *
   * @param difference mean difference, not 0
   * @param f the statistic, above 0
   * @param n1 patients of arm 1, at least 2
   * @param n2 patients of arm 2, at least 2
   * @return the SE and the common SD
   * @throws IllegalArgumentException when the difference is 0, F not above 0 or an n below 2
   */
  public static MeanContrast fromF(double difference, double f, double n1, double n2) {
    Given.positive(TASK, "F", f);
    return ofStatistic(
        difference, Math.sqrt(f), n1, n2, "F statistic", "F has 1 and n1 + n2 − 2 df");
  }

  /**
   * From the two-sided p value of a t test: |t| = quantile of t with n₁ + n₂ − 2 degrees of
   * freedom.
   *
   * @param difference mean difference, not 0
   * @param p exact two-sided p value, between 0 and 1
   * @param n1 patients of arm 1, at least 2
   * @param n2 patients of arm 2, at least 2
   * @return the SE and the common SD
   * @throws IllegalArgumentException when the difference is 0, p not between 0 and 1 or an n below
   *     2
   */
  public static MeanContrast fromP(double difference, double p, double n1, double n2) {
    double t = Given.tOfTwoSided(TASK, p, df(n1, n2));
    return ofStatistic(difference, t, n1, n2, "two-sided p value", "p is exact, of a t test");
  }

  /**
   * From the one-sided p value of a t test, taken on either side.
   *
   * @param difference mean difference, not 0
   * @param p exact one-sided p value, between 0 and 1, not 0.5
   * @param n1 patients of arm 1, at least 2
   * @param n2 patients of arm 2, at least 2
   * @return the SE and the common SD
   * @throws IllegalArgumentException when the difference is 0, p not between 0 and 1 or an n below
   *     2
   */
  public static MeanContrast fromOneSidedP(double difference, double p, double n1, double n2) {
    double t = Given.tOfOneSided(TASK, p, df(n1, n2));
    return ofStatistic(difference, t, n1, n2, "one-sided p value", "p is exact, of a t test");
  }

  /**
   * From the confidence interval of the mean difference by Student's t with n₁ + n₂ − 2 degrees of
   * freedom: SE = width/(2 t).
   *
   * @param lower lower bound
   * @param upper upper bound
   * @param n1 patients of arm 1, at least 2
   * @param n2 patients of arm 2, at least 2
   * @param level of the interval, for example 0.95
   * @return the SE and the common SD
   * @throws IllegalArgumentException when the bounds are not in order, an n is below 2 or the level
   *     not between 0 and 1
   */
  public static MeanContrast fromInterval(
      double lower, double upper, double n1, double n2, double level) {
    return ofInterval(lower, upper, n1, n2, level, df(n1, n2), "t with n1 + n2 − 2 df");
  }

  /**
   * From the confidence interval of the mean difference by the normal distribution: SE = width/(2
   * z), for 95 % the Handbook's width/3.92.
   *
   * @param lower lower bound
   * @param upper upper bound
   * @param n1 patients of arm 1, at least 2
   * @param n2 patients of arm 2, at least 2
   * @param level of the interval, for example 0.95
   * @return the SE and the common SD
   * @throws IllegalArgumentException when the bounds are not in order, an n is below 2 or the level
   *     not between 0 and 1
   */
  public static MeanContrast fromNormalInterval(
      double lower, double upper, double n1, double n2, double level) {
    return ofInterval(lower, upper, n1, n2, level, Double.POSITIVE_INFINITY, "normal quantile");
  }

  private static double df(double n1, double n2) {
    return Given.size(TASK, "n1", n1) + Given.size(TASK, "n2", n2) - 2;
  }

  private static MeanContrast ofInterval(
      double lower, double upper, double n1, double n2, double level, double df, String quantile) {
    Given.width(TASK, lower, upper);
    double q = Quantiles.twoSided(Interval.requireLevel(level), df);
    String what = Given.percent(level) + " CI of the mean difference";
    String formula = "SE = width/(2q), q the " + quantile;
    return of(
        (upper - lower) / (2 * q), n1, n2, what, formula, "the CI was made with that quantile");
  }

  private static MeanContrast ofStatistic(
      double difference, double t, double n1, double n2, String what, String also) {
    Given.notZero(TASK, "difference", difference);
    return of(Math.abs(difference / t), n1, n2, what, "SE = |difference/t|", also);
  }

  private static MeanContrast of(
      double standardError, double n1, double n2, String what, String formula, String also) {
    df(n1, n2);
    String assumes = also.isEmpty() ? TWO_ARMS : TWO_ARMS + "; " + also;
    Converted se =
        new Converted(
            standardError,
            "SE of the mean difference from the %s: %s (Cochrane Handbook 6.5.2.3)"
                .formatted(what, formula),
            assumes);
    Converted sd =
        new Converted(
            standardError / Math.sqrt(1 / n1 + 1 / n2),
            "SD of both arms from the %s of their difference: %s, SD = SE/√(1/n1 + 1/n2) (Cochrane Handbook 6.5.2.3)"
                .formatted(what, formula),
            assumes);
    return new MeanContrast(se, sd);
  }

  @Override
  public String toString() {
    return "SE "
        + standardError.value()
        + ", SD of each arm "
        + sd.value()
        + " ("
        + standardError.note()
        + ")";
  }
}
