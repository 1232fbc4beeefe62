package org.copse.effect;

import java.util.List;

/**
 * Counts of matched pairs (or of the same patients under two treatments).
 *
 * <pre>
 *                       arm 2: event   arm 2: no event
 * arm 1: event               a                b
 * arm 1: no event            c                d
 * </pre>
 *
 * @param both pairs a with an event under both
 * @param onlyFirst pairs b with an event in arm 1 only
 * @param onlySecond pairs c with an event in arm 2 only
 * @param neither pairs d without any event
 */
public record MatchedPairs(double both, double onlyFirst, double onlySecond, double neither) {

  /**
   * Number of pairs.
   *
   * @return a + b + c + d
   */
  public double pairs() {
    return both + onlyFirst + onlySecond + neither;
  }

  /**
   * Events in arm 1.
   *
   * @return a + b
   */
  public double events1() {
    return both + onlyFirst;
  }

  /**
   * Events in arm 2.
   *
   * @return a + c
   */
  public double events2() {
    return both + onlySecond;
  }

  /**
   * The table of the two arms as if they were not matched.
   *
   * @return the margins
   */
  public TwoByTwo margins() {
    return new TwoByTwo(events1(), pairs(), events2(), pairs());
  }

  /**
   * Correlation of the two outcomes within pairs, the phi coefficient.
   *
   * @return phi, NaN where a margin is 0
   */
  public double correlation() {
    return Association.phi(new TwoByTwo(both, both + onlyFirst, onlySecond, onlySecond + neither));
  }

  boolean hasZeroCell() {
    return both == 0 || onlyFirst == 0 || onlySecond == 0 || neither == 0;
  }

  MatchedPairs plus(double x) {
    return new MatchedPairs(both + x, onlyFirst + x, onlySecond + x, neither + x);
  }

  /**
   * Checks the four cells of a study and adds what is wrong to a list.
   *
   * @param study the study's label
   * @param row its row, 1 for the first
   * @param columns what the user calls the cells, in the order of the components
   * @param problems receives the problems
   */
  public void check(String study, int row, List<String> columns, List<DataProblem> problems) {
    double[] cells = {both, onlyFirst, onlySecond, neither};
    int before = problems.size();
    for (int j = 0; j < cells.length; j++) {
      CountRules.checkCount(study, row, cells[j], columns.get(j), "pairs", problems);
    }
    if (problems.size() == before && pairs() == 0) {
      problems.add(
          CountRules.problem(
              study, row, String.join(", ", columns), "pairs must be at least 1 in all", "0"));
    }
  }
}
