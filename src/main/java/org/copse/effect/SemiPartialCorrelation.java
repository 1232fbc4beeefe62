package org.copse.effect;

import java.util.List;

/**
 * A semi-partial correlation from a regression model: of the outcome and one predictor, the others
 * held constant in the predictor only.
 *
 * @param r semi-partial correlation, −1 to 1
 * @param n patients
 * @param predictors predictors in the model, the one of interest included, the intercept not
 * @param rSquared R² of the whole model, at least r²
 */
public record SemiPartialCorrelation(double r, double n, double predictors, double rSquared)
    implements SummaryData {

  /**
   * From the t statistic of the predictor's coefficient: r = t √(1 − R²)/√(n − m − 1). Aloe and
   * Becker, J Educ Behav Stat 2012;37:278-297.
   *
   * @param t the statistic with its sign
   * @param n patients
   * @param predictors predictors m in the model, the one of interest included
   * @param rSquared R² of the whole model
   * @return the semi-partial correlation; one that R² cannot hold is refused once effects are made
   */
  public static SemiPartialCorrelation ofT(double t, double n, double predictors, double rSquared) {
    double r = t * Math.sqrt(1 - rSquared) / Math.sqrt(n - predictors - 1);
    return new SemiPartialCorrelation(r, n, predictors, rSquared);
  }

  @Override
  public double[] values() {
    return new double[] {r, n, predictors, rSquared};
  }

  @Override
  public void check(String study, int row, List<String> names, List<DataProblem> problems) {
    new SummaryRules(study, row, names, problems)
        .whole(1, "number of patients", n, 2)
        .whole(2, "number of predictors", predictors, 1)
        .require(
            !(n - predictors - 1 <= 0),
            1,
            "number of patients must exceed the predictors by 2 or more",
            n)
        .between(3, "R² of the model", rSquared, 0, 1)
        .between(0, "semi-partial correlation", r, -1, 1)
        .require(
            !(r * r > rSquared * (1 + 1e-9)),
            0,
            "squared semi-partial correlation must not exceed R² of the model",
            r);
  }
}
