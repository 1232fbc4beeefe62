package org.copse.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.copse.numeric.Quantiles;

/** Result of a log-rank test. */
public final class LogRankResult {

  private static final double RANK = 1e-11;
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  private final SurvivalData data;
  private final String weight;
  private final double level;
  private final LogRankSums sums;

  LogRankResult(SurvivalData data, String weight, double level, LogRankSums sums) {
    this.data = data;
    this.weight = weight;
    this.level = level;
    this.sums = sums;
  }

  /**
   * Observed and expected events.
   *
   * @return a line a group
   */
  public List<GroupEvents> groups() {
    OrderedRows[] rows = data.rowsByGroup();
    List<GroupEvents> lines = new ArrayList<>();
    for (int g = 0; g < rows.length; g++) {
      lines.add(
          new GroupEvents(
              data.groups().get(g),
              rows[g].count(),
              sums.observed[g],
              sums.expected[g],
              sums.difference[g],
              sums.variance[g][g]));
    }
    return List.copyOf(lines);
  }

  /**
   * Covariance of the weighted differences of two groups.
   *
   * @param g group number, 0 for the first
   * @param h group number, 0 for the first
   * @return V_gh
   */
  public double covariance(int g, int h) {
    return sums.variance[g][h];
  }

  /**
   * Name of the weights.
   *
   * @return for example "LOG_RANK"
   */
  public String weight() {
    return weight;
  }

  /**
   * Test that all groups have the same hazard.
   *
   * @return absent where no event time had two groups at risk and a survivor
   */
  public Optional<SurvivalTest> test() {
    int groups = sums.difference.length;
    if (groups == 2) {
      double v = sums.variance[1][1];
      double u = sums.difference[1];
      return v > 0 ? Optional.of(SurvivalTest.of(u * u / v, 1)) : Optional.empty();
    }
    EigenDecomposition eigen = new EigenDecomposition(MatrixUtils.createRealMatrix(sums.variance));
    double largest = Arrays.stream(eigen.getRealEigenvalues()).max().orElse(0);
    double statistic = 0;
    int rank = 0;
    for (int i = 0; i < groups; i++) {
      double value = eigen.getRealEigenvalue(i);
      if (value > RANK * largest) {
        double u =
            eigen.getEigenvector(i).dotProduct(MatrixUtils.createRealVector(sums.difference));
        statistic += u * u / value;
        rank++;
      }
    }
    return rank > 0 ? Optional.of(SurvivalTest.of(statistic, rank)) : Optional.empty();
  }

  /**
   * Test for a trend over the groups in their order, scored 1, 2, 3 ...
   *
   * @return absent where its variance is 0
   */
  public Optional<TrendTest> trend() {
    double[] scores = new double[sums.difference.length];
    for (int g = 0; g < scores.length; g++) {
      scores[g] = g + 1;
    }
    return trend(scores);
  }

  /**
   * Test for a trend over groups with scores: z = Σ s_g U_g / √(sᵀ V s) (Klein, Moeschberger 2003,
   * section 7.4).
   *
   * @param scores a score a group, for example doses
   * @return absent where its variance is 0, as with equal scores
   */
  public Optional<TrendTest> trend(double... scores) {
    int groups = sums.difference.length;
    if (scores.length != groups || !Arrays.stream(scores).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "Cannot test for a trend: scores must be a number a group (%s), was %s. Groups: %s."
              .formatted(groups, Arrays.toString(scores), data.groups()));
    }
    double mean = Arrays.stream(scores).average().orElse(0);
    double u = 0;
    double v = 0;
    double size = 0;
    for (int g = 0; g < groups; g++) {
      u += (scores[g] - mean) * sums.difference[g];
      for (int h = 0; h < groups; h++) {
        double term = (scores[g] - mean) * (scores[h] - mean) * sums.variance[g][h];
        v += term;
        size += Math.abs(term);
      }
    }
    return v > 1e-14 * size
        ? Optional.of(
            new TrendTest(u / Math.sqrt(v), Quantiles.twoSidedP(u / Math.sqrt(v), INFINITE)))
        : Optional.empty();
  }

  /**
   * Hazard ratio of the second group against the first by (O − E)/V with standard error 1/√V: near
   * the Cox estimate unless it is far from 1 (Peto et al., Br J Cancer 1977;35:1).
   *
   * @return absent where V is 0
   * @throws IllegalArgumentException unless there are two groups and the weights are LOG_RANK
   */
  public Optional<HazardRatio> hazardRatio() {
    requireTwoGroups();
    double v = sums.variance[1][1];
    return v > 0
        ? Optional.of(
            ratio(sums.difference[1] / v, 1 / Math.sqrt(v), "(O − E)/V of the log-rank test"))
        : Optional.empty();
  }

  /**
   * Hazard ratio of the second group against the first by Pike's (O₂/E₂)/(O₁/E₁), standard error of
   * its log √(1/E₁ + 1/E₂) (Berry, Kitchin, Mock, Stat Med 1991;10:749).
   *
   * @return absent where a group has no events or none expected
   * @throws IllegalArgumentException unless there are two groups and the weights are LOG_RANK
   */
  public Optional<HazardRatio> pikeHazardRatio() {
    requireTwoGroups();
    double[] o = sums.observed;
    double[] e = sums.expected;
    return o[0] > 0 && o[1] > 0 && e[0] > 0 && e[1] > 0
        ? Optional.of(
            ratio(
                Math.log(o[1] / e[1]) - Math.log(o[0] / e[0]),
                Math.sqrt(1 / e[0] + 1 / e[1]),
                "Pike's (O/E)/(O/E) of the log-rank test"))
        : Optional.empty();
  }

  private HazardRatio ratio(double log, double standardError, String method) {
    String by = data.strata().size() > 1 ? method + ", stratified" : method;
    return new HazardRatio(
        data.groups().get(1), data.groups().get(0), log, standardError, level, by);
  }

  private void requireTwoGroups() {
    if (sums.difference.length != 2 || !weight.equals(LogRankWeight.LOG_RANK.name())) {
      throw new IllegalArgumentException(
          ("Cannot compute a hazard ratio: the test must be of two groups with weights LOG_RANK,"
                  + " was %s groups, %s. Use CoxRegression for more groups.")
              .formatted(sums.difference.length, weight));
    }
  }

  /**
   * What a reader should know.
   *
   * @return notes, perhaps none
   */
  public List<String> notes() {
    List<String> notes = new ArrayList<>(data.notes());
    if (data.strata().size() > 1) {
      notes.add("stratified: %s strata".formatted(data.strata().size()));
    }
    Optional<SurvivalTest> test = test();
    if (test.isEmpty()) {
      notes.add("no test: at no event time were two groups at risk and someone left event-free");
    } else if (test.get().df() < sums.difference.length - 1) {
      notes.add(
          "%s degrees of freedom, not %s: some groups were never at risk together at an event time"
              .formatted(test.get().df(), sums.difference.length - 1));
    }
    return List.copyOf(notes);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Log-rank test, weights " + weight);
    test().ifPresent(test -> text.append(": ").append(test));
    for (GroupEvents line : groups()) {
      text.append(
          String.format(
              Locale.ROOT,
              "\n  %s: %s patients, observed %s, expected %.2f",
              line.group(),
              line.patients(),
              SurvivalRules.text(line.observed()),
              line.expected()));
    }
    notes().forEach(note -> text.append("\n  Note: ").append(note));
    return text.toString();
  }
}
