package org.copse.convert;

import org.copse.effect.Correlation;
import org.copse.effect.ModelFit;
import org.copse.effect.PartialCorrelation;
import org.copse.effect.SemiPartialCorrelation;

/**
 * Correlations and R² from the test statistics that papers print in their place.
 *
 * <p>Each is exact: the statistic and the correlation are functions of each other.
 */
public final class CorrelationFromTest {

  private CorrelationFromTest() {}

  /**
   * Correlation from the t statistic of its test.
   *
   * <p><b>Formula</b>: r = t/√(t² + n − 2). <b>Source</b>: Fisher, Biometrika 1915;10:507-521.
   * metafor: {@code escalc("COR", ti = , ni = )}.
   *
   * @param t the statistic with the sign of the correlation
   * @param n patients, at least 3
   * @return the correlation
   * @throws IllegalArgumentException when an argument cannot be
   */
  public static Converted ofT(double t, double n) {
    require("correlation", t, n, 1);
    return new Converted(
        Correlation.ofT(t, n).r(),
        "Correlation from t: r = t/√(t² + n − 2)",
        "t tests this correlation (or a simple regression's slope) and carries its sign");
  }

  /**
   * Partial correlation from the t statistic of a coefficient in a regression model.
   *
   * <p><b>Formula</b>: r = t/√(t² + n − m − 1). <b>Source</b>: Aloe and Becker, J Educ Behav Stat
   * 2012;37:278-297. metafor: {@code escalc("PCOR", ti = , ni = , mi = )}.
   *
   * @param t the statistic with its sign
   * @param n patients, more than m + 1
   * @param predictors predictors m of the model, the one of interest included
   * @return the partial correlation
   * @throws IllegalArgumentException when an argument cannot be
   */
  public static Converted partialOfT(double t, double n, double predictors) {
    require("partial correlation", t, n, predictors);
    return new Converted(
        PartialCorrelation.ofT(t, n, predictors).r(),
        "Partial correlation from t: r = t/√(t² + n − m − 1), m predictors (Aloe and Becker 2012)",
        "t tests the coefficient in a linear model with an intercept");
  }

  /**
   * Semi-partial correlation from the t statistic of a coefficient in a regression model.
   *
   * <p><b>Formula</b>: r = t √(1 − R²)/√(n − m − 1). <b>Source</b>: Aloe and Becker 2012. metafor:
   * {@code escalc("SPCOR", ti = , ni = , mi = , r2i = )}.
   *
   * @param t the statistic with its sign
   * @param n patients, more than m + 1
   * @param predictors predictors m of the model, the one of interest included
   * @param rSquared R² of the model, 0 to 1
   * @return the semi-partial correlation
   * @throws IllegalArgumentException when an argument cannot be, or r² would exceed R²
   */
  public static Converted semiPartialOfT(double t, double n, double predictors, double rSquared) {
    require("semi-partial correlation", t, n, predictors);
    require(
        rSquared >= 0 && rSquared <= 1,
        "semi-partial correlation",
        "R² must be from 0 to 1",
        rSquared);
    double r = SemiPartialCorrelation.ofT(t, n, predictors, rSquared).r();
    require(
        r * r <= rSquared * (1 + 1e-9),
        "semi-partial correlation",
        "r² must not exceed R² of the model",
        r * r);
    return new Converted(
        r,
        "Semi-partial correlation from t: r = t √(1 − R²)/√(n − m − 1) (Aloe and Becker 2012)",
        "t tests the coefficient in the linear model, with an intercept, that R² is of");
  }

  /**
   * R² from the F statistic of a whole regression model.
   *
   * <p><b>Formula</b>: R² = mF/(mF + n − m − 1). metafor: {@code escalc("R2", fi = , ni = , mi =
   * )}.
   *
   * @param f the statistic, at least 0
   * @param n patients, more than m + 1
   * @param predictors predictors m of the model
   * @return R²
   * @throws IllegalArgumentException when an argument cannot be
   */
  public static Converted rSquaredOfF(double f, double n, double predictors) {
    require("R²", f, n, predictors);
    require(f >= 0, "R²", "F must be 0 or more", f);
    return new Converted(
        ModelFit.ofF(f, n, predictors).rSquared(),
        "R² from F: R² = mF/(mF + n − m − 1), m predictors",
        "F tests all predictors of a linear model with an intercept");
  }

  private static void require(String what, double statistic, double n, double predictors) {
    require(Double.isFinite(statistic), what, "test statistic must be a finite number", statistic);
    require(predictors >= 1, what, "number of predictors must be at least 1", predictors);
    require(
        n - predictors - 1 > 0 && Double.isFinite(n),
        what,
        "number of patients must exceed the predictors by 2 or more",
        n);
  }

  private static void require(boolean good, String what, String rule, double value) {
    if (!good) {
      throw new IllegalArgumentException(
          "Cannot compute a %s: %s, was %s. Check the numbers that the paper prints."
              .formatted(what, rule, value));
    }
  }
}
