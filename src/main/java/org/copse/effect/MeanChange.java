package org.copse.effect;

import java.util.List;

/**
 * The mean change of one group with the standard deviation of the changes; no correlation is
 * needed.
 *
 * @param n patients
 * @param mean mean change, after − before
 * @param sd standard deviation of the changes
 */
public record MeanChange(double n, double mean, double sd) implements SummaryData {

  @Override
  public double[] values() {
    return new double[] {n, mean, sd};
  }

  @Override
  public void check(String study, int row, List<String> names, List<DataProblem> problems) {
    MeansRules.check(study, row, n, mean, sd, names.get(0), names.get(1), names.get(2), problems);
  }
}
