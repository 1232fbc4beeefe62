package org.copse.effect;

import java.util.List;
import org.copse.numeric.LongRun;

/** Rules on single numbers of {@link SummaryData}, and averages over studies. */
final class SummaryRules {

  private final String study;
  private final int row;
  private final List<String> names;
  private final List<DataProblem> problems;

  SummaryRules(String study, int row, List<String> names, List<DataProblem> problems) {
    LongRun.heed();
    this.study = study;
    this.row = row;
    this.names = names;
    this.problems = problems;
  }

  /** A whole number of at least some size, for example patients. */
  SummaryRules whole(int column, String role, double value, double least) {
    boolean good = value == Math.rint(value) && value >= least && value < 1e15;
    String rule = role + " must be a whole number of at least " + CountRules.text(least);
    return require(good, column, rule, value);
  }

  /** A number between bounds that it may have. */
  SummaryRules between(int column, String role, double value, double low, double high) {
    String rule = role + " must be from " + CountRules.text(low) + " to " + CountRules.text(high);
    return require(value >= low && value <= high, column, rule, value);
  }

  SummaryRules finite(int column, String role, double value) {
    return require(Double.isFinite(value), column, role + " must be a finite number", value);
  }

  SummaryRules require(boolean good, int column, String rule, double value) {
    if (!good) {
      String name = names.get(column);
      problems.add(
          new DataProblem(
              study, row, name, rule, CountRules.text(value), "Check column " + name + "."));
    }
    return this;
  }

  /** Mean of values weighted by sizes; values that are not defined are left out. */
  static double weightedMean(double[] values, double[] sizes) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < values.length; i++) {
      if (Double.isFinite(values[i])) {
        sum += sizes[i] * values[i];
        weights += sizes[i];
      }
    }
    return sum / weights;
  }
}
