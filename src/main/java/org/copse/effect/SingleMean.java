package org.copse.effect;

import java.util.List;

/**
 * Size, mean and standard deviation of a single group.
 *
 * @param n patients, at least 2
 * @param mean the mean; for {@link MeanMeasure#STANDARDISED_MEAN} perhaps less a constant
 * @param sd standard deviation, greater than 0
 */
public record SingleMean(double n, double mean, double sd) implements SummaryData {

  @Override
  public double[] values() {
    return new double[] {n, mean, sd};
  }

  @Override
  public void check(String study, int row, List<String> names, List<DataProblem> problems) {
    MeansRules.check(study, row, n, mean, sd, names.get(0), names.get(1), names.get(2), problems);
  }
}
