package org.copse.effect;

import java.util.List;

/**
 * What one study reports, in the form that one kind of {@link SummaryMeasure} takes: a correlation
 * with its n, a mean change, matched pairs.
 *
 * <p>Implemented by records, one a form.
 */
public interface SummaryData {

  /**
   * The numbers in the order of {@link SummaryMeasure#columns()}.
   *
   * @return a new array
   */
  double[] values();

  /**
   * Adds what is wrong with the numbers to a list.
   *
   * @param study the study's label
   * @param row its row, 1 for the first
   * @param names what the user calls the columns, in the order of {@link SummaryMeasure#columns()}
   * @param problems receives the problems
   */
  void check(String study, int row, List<String> names, List<DataProblem> problems);
}
