package org.copse.descriptive;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Tests between groups by ranks. Groups without values are left out, and said so; fewer than two
 * groups, or values that are all equal, give no test.
 */
public enum RankTest {
  /**
   * What R's {@code wilcox.test} takes by itself with two groups: {@link #RANK_SUM_EXACT} where
   * both have fewer than 50 values and none are tied, else {@link #RANK_SUM_NORMAL} with a note;
   * with more groups {@link #KRUSKAL_WALLIS}.
   */
  WILCOXON("Wilcoxon rank-sum test") {
    @Override
    GroupComparison test(List<double[]> groups, List<String> notes) {
      if (groups.size() > 2) {
        return KRUSKAL_WALLIS.test(groups, notes);
      }
      boolean few = groups.stream().allMatch(group -> group.length < FEW);
      boolean ties = new Ranks(groups).ties() > 0;
      if (few && !ties) {
        return RANK_SUM_EXACT.test(groups, notes);
      }
      notes.add(
          "%s: the normal approximation stands for the exact distribution"
              .formatted(ties ? "some values are tied" : "a group has 50 values or more"));
      return RANK_SUM_NORMAL.test(groups, notes);
    }
  },
  /**
   * Exact rank-sum test of two groups without ties: W = Σ ranks of the first − n₁(n₁ + 1)/2, its
   * distribution counted; up to 250,000 pairs of values, in less than a second. <b>Accuracy</b>:
   * 1e-12. <b>Source</b>: Wilcoxon, Biometrics 1945;1:80; Mann, Whitney, Ann Math Stat 1947;18:50;
   * counts by Harding, J R Stat Soc C 1984;33:1. R: {@code wilcox.test(exact = TRUE)}.
   */
  RANK_SUM_EXACT("Wilcoxon rank-sum test, exact") {
    @Override
    GroupComparison test(List<double[]> groups, List<String> notes) {
      requireTwo(groups);
      Ranks ranks = new Ranks(groups);
      if (ranks.ties() > 0) {
        throw new IllegalArgumentException(
            "Cannot count the rank-sum distribution: values must all differ, some are tied. Take RANK_SUM_NORMAL.");
      }
      int m = groups.get(0).length;
      int n = groups.get(1).length;
      if ((long) m * n > MOST_PAIRS) {
        throw new IllegalArgumentException(
            "Cannot count the rank-sum distribution: the groups must have at most %s pairs, was %s × %s. Take RANK_SUM_NORMAL."
                .formatted(MOST_PAIRS, m, n));
      }
      double w = w(ranks);
      double tail = RankSumCounts.tail(m, n, Math.min(w, (double) m * n - w));
      return result(label(), w, Math.min(1, 2 * tail), notes);
    }
  },
  /**
   * Rank-sum test of two groups by the normal distribution with continuity correction ½ and
   * variance corrected for ties, n₁n₂/12 · (N + 1 − Σ(t³ − t)/(N(N − 1))). <b>Accuracy</b>: closed
   * form, 1e-12. <b>Source</b>: Lehmann, Nonparametrics, 1975, section 1.4. R: {@code
   * wilcox.test(exact = FALSE)}.
   */
  RANK_SUM_NORMAL("Wilcoxon rank-sum test, normal approximation with continuity correction") {
    @Override
    GroupComparison test(List<double[]> groups, List<String> notes) {
      requireTwo(groups);
      Ranks ranks = new Ranks(groups);
      double pairs = ranks.size(0) * ranks.size(1);
      double all = ranks.n();
      double variance = pairs / 12 * (all + 1 - ranks.ties() / (all * (all - 1)));
      double w = w(ranks);
      double away = Math.max(0, Math.abs(w - pairs / 2) - 0.5);
      // at the very centre R adds no correction; |0| − ½ is brought to 0 here
      double p = 2 * NormalDistribution.of(0, 1).survivalProbability(away / Math.sqrt(variance));
      return result(label(), w, Math.min(1, p), notes);
    }
  },
  /**
   * Kruskal-Wallis test of two or more groups, corrected for ties, on groups − 1 degrees of
   * freedom. <b>Accuracy</b>: closed form, 1e-12. <b>Source</b>: Kruskal, Wallis, JASA 1952;47:583.
   * R: {@code kruskal.test}.
   */
  KRUSKAL_WALLIS("Kruskal-Wallis test") {
    @Override
    GroupComparison test(List<double[]> groups, List<String> notes) {
      Ranks ranks = new Ranks(groups);
      double n = ranks.n();
      double centred = 0;
      for (int g = 0; g < groups.size(); g++) {
        double away = ranks.sum(g) / ranks.size(g) - (n + 1) / 2;
        centred += ranks.size(g) * away * away;
      }
      double h = 12 * centred / (n * (n + 1)) / (1 - ranks.ties() / (n * n * n - n));
      int df = groups.size() - 1;
      double p = ChiSquaredDistribution.of(df).survivalProbability(h);
      return new GroupComparison(
          label(), "H", OptionalDouble.of(h), OptionalInt.of(df), OptionalDouble.of(p), notes);
    }
  };

  private static final int FEW = 50;
  private static final long MOST_PAIRS = 250_000;

  private final String label;

  RankTest(String label) {
    this.label = label;
  }

  /**
   * Name of the test.
   *
   * @return for example "Kruskal-Wallis test"
   */
  public String label() {
    return label;
  }

  /**
   * Tests groups of values.
   *
   * @param groups the values of each group
   * @return the test
   * @throws IllegalArgumentException when a value is not finite, a test of two groups is given
   *     more, or the exact test is given ties or very many values
   */
  public GroupComparison of(List<double[]> groups) {
    requireFinite(groups);
    List<double[]> full = groups.stream().filter(group -> group.length > 0).toList();
    List<String> notes = new ArrayList<>();
    int left = groups.size() - full.size();
    if (left > 0) {
      notes.add("%s %s without values left out".formatted(left, left == 1 ? "group" : "groups"));
    }
    if (full.size() < 2) {
      return GroupComparison.none(label, "fewer than 2 groups with values");
    }
    double first = full.get(0)[0];
    if (full.stream().allMatch(group -> allEqual(group, first))) {
      return GroupComparison.none(label, "all values are equal");
    }
    return test(full, notes);
  }

  abstract GroupComparison test(List<double[]> groups, List<String> notes);

  private static void requireFinite(List<double[]> groups) {
    List<String> problems = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      double[] group = groups.get(g);
      for (int i = 0; i < group.length; i++) {
        if (!Double.isFinite(group[i])) {
          problems.add("group %s, value %s was %s".formatted(g + 1, i + 1, group[i]));
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot rank the values: each must be a finite number, but %s. Leave missing values out."
              .formatted(String.join("; ", problems)));
    }
  }

  private static boolean allEqual(double[] group, double value) {
    for (double each : group) {
      if (each != value) {
        return false;
      }
    }
    return true;
  }

  private static double w(Ranks ranks) {
    return ranks.sum(0) - ranks.size(0) * (ranks.size(0) + 1) / 2;
  }

  private static GroupComparison result(String method, double w, double p, List<String> notes) {
    return new GroupComparison(
        method, "W", OptionalDouble.of(w), OptionalInt.empty(), OptionalDouble.of(p), notes);
  }

  private static void requireTwo(List<double[]> groups) {
    if (groups.size() != 2) {
      throw new IllegalArgumentException(
          "Cannot compute a rank-sum test: groups must be 2, was %s. Take KRUSKAL_WALLIS."
              .formatted(groups.size()));
    }
  }
}
