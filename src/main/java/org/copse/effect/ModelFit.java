package org.copse.effect;

import java.util.List;

/**
 * A coefficient of determination from a regression model.
 *
 * @param rSquared R² of the model, 0 to 1
 * @param n patients
 * @param predictors predictors in the model, the intercept not counted
 */
public record ModelFit(double rSquared, double n, double predictors) implements SummaryData {

  /**
   * From the F statistic of the whole model: R² = mF/(mF + n − m − 1).
   *
   * @param f the statistic, at least 0
   * @param n patients
   * @param predictors predictors m in the model
   * @return the fit
   */
  public static ModelFit ofF(double f, double n, double predictors) {
    double explained = predictors * f;
    double rSquared = explained / (explained + n - predictors - 1);
    return new ModelFit(rSquared, n, predictors);
  }

  @Override
  public double[] values() {
    return new double[] {rSquared, n, predictors};
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
        .between(0, "R²", rSquared, 0, 1);
  }
}
