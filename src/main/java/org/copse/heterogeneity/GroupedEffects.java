package org.copse.heterogeneity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.copse.numeric.Roots;
import org.copse.numeric.WeightedMean;

/**
 * Effects that share one tau² but have a mean of their own in each group: a meta-regression on a
 * factor, whose design is so plain that every sum of it is a sum over the groups.
 */
final class GroupedEffects {

  /** One group's effects and their places among all. */
  record Group(double[] y, double[] v, List<Integer> rows) {}

  private final List<Group> groups = new ArrayList<>();
  private final int k;

  /**
   * @param group the group of each study, numbers from 0
   */
  GroupedEffects(double[] y, double[] v, int[] group) {
    EffectArrays.check(y, v);
    if (group.length != y.length) {
      throw new IllegalArgumentException(
          "Cannot estimate a common tau²: groups must have one number a study, was %s for %s studies. Give each study its group."
              .formatted(group.length, y.length));
    }
    this.k = y.length;
    List<List<Integer>> members = new ArrayList<>();
    for (int i = 0; i < k; i++) {
      while (members.size() <= group[i]) {
        members.add(new ArrayList<>());
      }
      members.get(group[i]).add(i);
    }
    for (List<Integer> rows : members) {
      if (!rows.isEmpty()) {
        groups.add(new Group(pick(y, rows), pick(v, rows), rows));
      }
    }
  }

  private static double[] pick(double[] values, List<Integer> rows) {
    return rows.stream().mapToDouble(i -> values[i]).toArray();
  }

  List<Group> groups() {
    return groups;
  }

  /** Number of studies. */
  int k() {
    return k;
  }

  /** Studies minus groups. */
  int df() {
    return k - groups.size();
  }

  double sum(ToDoubleFunction<Group> value) {
    return groups.stream().mapToDouble(value).sum();
  }

  /** Σw(y − group mean)² over all groups, w = 1/(v + tau²). */
  double q(double tau2) {
    return sum(
        g -> {
          double[] w = Weights.inverse(g.v(), tau2);
          return WeightedMean.sumOfSquares(g.y(), w, WeightedMean.of(g.y(), w));
        });
  }

  /** The tau² at which q is the target; 0 where it lies below already. */
  double solve(double target) {
    return q(0) <= target ? 0 : Roots.ofDecreasing(tau2 -> q(tau2) - target, scale());
  }

  /**
   * The method of moments: tau² at which the sum over groups of Σa(y − group mean)² meets its
   * expectation.
   *
   * @param weights one array of weights a group
   */
  double moments(List<double[]> weights) {
    double excess = 0;
    double slope = 0;
    for (int g = 0; g < groups.size(); g++) {
      MomentEstimate moments = new MomentEstimate(weights.get(g));
      Group group = groups.get(g);
      excess += moments.q(group.y()) - moments.expectation(group.v(), 0);
      slope += moments.slope();
    }
    return Math.max(0, excess / slope);
  }

  /** Weights of every group from its variances. */
  List<double[]> weights(UnaryOperator<double[]> ofVariances) {
    return groups.stream().map(g -> ofVariances.apply(g.v())).toList();
  }

  /** Σ over all studies of 1/v. */
  double precision() {
    return sum(g -> WeightedMean.sum(Weights.inverse(g.v(), 0)));
  }

  /** Values of all studies by group. */
  List<double[]> split(double[] values) {
    return groups.stream().map(g -> pick(values, g.rows())).toList();
  }

  /** A size for tau² at which to begin bracketing: spread of the estimates, or the variances. */
  double scale() {
    double largest = 0;
    for (Group g : groups) {
      double low = Arrays.stream(g.y()).min().orElseThrow();
      double high = Arrays.stream(g.y()).max().orElseThrow();
      double smallest = Arrays.stream(g.v()).min().orElseThrow();
      largest = Math.max(largest, Math.max((high - low) * (high - low) / 4, smallest));
    }
    return largest;
  }
}
