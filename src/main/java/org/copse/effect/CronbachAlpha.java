package org.copse.effect;

import java.util.List;

/**
 * Cronbach's alpha of a scale in one sample.
 *
 * @param alpha the coefficient, at most 1, perhaps negative
 * @param items items (or parts, or raters) of the scale, at least 2
 * @param n patients, at least 3
 */
public record CronbachAlpha(double alpha, double items, double n) implements SummaryData {

  @Override
  public double[] values() {
    return new double[] {alpha, items, n};
  }

  @Override
  public void check(String study, int row, List<String> names, List<DataProblem> problems) {
    new SummaryRules(study, row, names, problems)
        .finite(0, "alpha", alpha)
        .require(!(alpha > 1), 0, "alpha must not exceed 1", alpha)
        .whole(1, "number of items", items, 2)
        .whole(2, "number of patients", n, 3);
  }
}
