package org.copse.effect;

import java.util.List;

/**
 * A partial correlation from a regression model: of the outcome and one predictor, the others held
 * constant in both.
 *
 * @param r partial correlation, −1 to 1
 * @param n patients
 * @param predictors predictors in the model, the one of interest included, the intercept not
 */
public record PartialCorrelation(double r, double n, double predictors) implements SummaryData {

  /**
   * From the t statistic of the predictor's coefficient: r = t/√(t² + n − m − 1). Aloe and Becker,
   * J Educ Behav Stat 2012;37:278-297.
   *
   * @param t the statistic with its sign
   * @param n patients
   * @param predictors predictors m in the model, the one of interest included
   * @return the partial correlation
   */
  public static PartialCorrelation ofT(double t, double n, double predictors) {
    return new PartialCorrelation(Correlation.fromT(t, n - predictors - 1), n, predictors);
  }

  @Override
  public double[] values() {
    return new double[] {r, n, predictors};
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
        .between(0, "partial correlation", r, -1, 1);
  }
}
