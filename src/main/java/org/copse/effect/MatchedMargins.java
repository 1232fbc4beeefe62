package org.copse.effect;

import java.util.List;

/**
 * Matched pairs of which only the events of each arm are known, with the correlation of the
 * outcomes within pairs.
 *
 * <p>The correlation is rarely printed: take it from a study like it and vary it.
 *
 * @param events1 events in arm 1
 * @param events2 events in arm 2
 * @param pairs pairs
 * @param correlation phi coefficient of the outcomes within pairs, −1 to 1; metafor's {@code ri}
 */
public record MatchedMargins(double events1, double events2, double pairs, double correlation) {

  /**
   * Margins with the share of pairs that have the event in both arms, from which the correlation
   * follows: r = (n²π − x₁x₂)/√(x₁(n − x₁)x₂(n − x₂)). Where a margin is 0 or n it is not defined,
   * and taken as 0.
   *
   * @param events1 events in arm 1
   * @param events2 events in arm 2
   * @param pairs pairs
   * @param both share π of the pairs with the event in both arms, 0 to 1; metafor's {@code pi}
   * @return the margins
   */
  public static MatchedMargins ofShareWithBoth(
      double events1, double events2, double pairs, double both) {
    double root = Math.sqrt(events1 * (pairs - events1)) * Math.sqrt(events2 * (pairs - events2));
    double excess = pairs * pairs * both - events1 * events2;
    return new MatchedMargins(events1, events2, pairs, root == 0 ? 0 : excess / root);
  }

  /**
   * The four cells that the margins and the correlation make, in general no whole numbers: a =
   * x₁x₂/n + r √(x₁(n − x₁)x₂(n − x₂))/n, b = x₁ − a, c = x₂ − a.
   *
   * @return the cells; NaN where the margins do not allow the correlation
   */
  MatchedPairs cells() {
    double rest1 = pairs - events1;
    double rest2 = pairs - events2;
    double shift = correlation * Math.sqrt(events1 * rest1) * Math.sqrt(events2 * rest2) / pairs;
    double both = events1 * events2 / pairs + shift;
    double first = events1 * rest2 / pairs - shift;
    double second = rest1 * events2 / pairs - shift;
    double neither = rest1 * rest2 / pairs + shift;
    // rounding may take a cell of an extreme correlation just below 0
    double least = Math.min(Math.min(both, first), Math.min(second, neither));
    return least < -1e-12 * pairs
        ? new MatchedPairs(Double.NaN, Double.NaN, Double.NaN, Double.NaN)
        : new MatchedPairs(both, first, second, neither);
  }

  /** The correlations that the margins allow: Fréchet's bounds on a. */
  double[] allowed() {
    double rest1 = pairs - events1;
    double rest2 = pairs - events2;
    double root = Math.sqrt(events1 * rest1) * Math.sqrt(events2 * rest2);
    double lowest = -Math.min(events1 * events2, rest1 * rest2) / root;
    double highest = Math.min(events1 * rest2, rest1 * events2) / root;
    return new double[] {lowest, highest};
  }

  boolean hasZeroCell() {
    return events1 == 0 || events2 == 0 || events1 == pairs || events2 == pairs;
  }

  MatchedMargins plus(double x) {
    return new MatchedMargins(events1 + x, events2 + x, pairs + 2 * x, correlation);
  }

  /**
   * Checks the margins of a study and adds what is wrong to a list.
   *
   * @param study the study's label
   * @param row its row, 1 for the first
   * @param columns what the user calls the numbers, in the order of the components
   * @param problems receives the problems
   */
  public void check(String study, int row, List<String> columns, List<DataProblem> problems) {
    CountRules.check(study, row, events1, pairs, columns.get(0), columns.get(2), problems);
    CountRules.check(study, row, events2, pairs, columns.get(1), columns.get(2), problems);
    if (!(correlation >= -1 && correlation <= 1)) {
      problems.add(
          CountRules.problem(
              study,
              row,
              columns.get(3),
              "correlation must be between -1 and 1",
              CountRules.text(correlation)));
    }
  }
}
