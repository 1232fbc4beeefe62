package org.copse.effect;

import java.util.List;

/** What must hold of the size, mean and standard deviation of an arm, whoever gives them. */
public final class MeansRules {

  private MeansRules() {}

  /**
   * Checks one arm and adds what is wrong to a list.
   *
   * @param study the study's label
   * @param row its row, 1 for the first
   * @param n patients
   * @param mean the mean
   * @param sd the standard deviation
   * @param nColumn what the user calls n
   * @param meanColumn what the user calls the mean
   * @param sdColumn what the user calls the standard deviation
   * @param problems receives the problems
   */
  public static void check(
      String study,
      int row,
      double n,
      double mean,
      double sd,
      String nColumn,
      String meanColumn,
      String sdColumn,
      List<DataProblem> problems) {
    if (!(n == Math.rint(n) && n >= 2 && n < 1e15)) {
      String rule = "number of patients must be a whole number of at least 2";
      problems.add(problem(study, row, nColumn, rule, CountRules.text(n)));
    }
    if (!Double.isFinite(mean)) {
      problems.add(
          problem(study, row, meanColumn, "mean must be a finite number", CountRules.text(mean)));
    }
    if (!(sd > 0 && sd < Double.POSITIVE_INFINITY)) {
      String rule = "standard deviation must be greater than 0";
      problems.add(problem(study, row, sdColumn, rule, CountRules.text(sd)));
    }
  }

  private static DataProblem problem(
      String study, int row, String column, String rule, String value) {
    return new DataProblem(study, row, column, rule, value, "Check column " + column + ".");
  }
}
