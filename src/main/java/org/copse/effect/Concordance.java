package org.copse.effect;

import java.util.List;

/**
 * A reported probability of superiority: area under a ROC curve, c statistic, common-language
 * effect size or U/(n₁n₂) of the Mann-Whitney test.
 *
 * @param area the probability that a patient of group 1 has the larger value, 0 to 1
 * @param n1 patients of group 1, at least 2
 * @param n2 patients of group 2, at least 2
 */
public record Concordance(double area, double n1, double n2) implements SummaryData {

  /**
   * From the U statistic of the Mann-Whitney test: U/(n₁n₂).
   *
   * @param u the statistic that counts the pairs in which group 1 is larger, ties by half
   * @param n1 patients of group 1
   * @param n2 patients of group 2
   * @return the probability with its sizes
   */
  public static Concordance ofMannWhitney(double u, double n1, double n2) {
    return new Concordance(u / n1 / n2, n1, n2);
  }

  @Override
  public double[] values() {
    return new double[] {area, n1, n2};
  }

  @Override
  public void check(String study, int row, List<String> names, List<DataProblem> problems) {
    new SummaryRules(study, row, names, problems)
        .between(0, "area under the curve", area, 0, 1)
        .whole(1, "number of patients", n1, 2)
        .whole(2, "number of patients", n2, 2);
  }
}
