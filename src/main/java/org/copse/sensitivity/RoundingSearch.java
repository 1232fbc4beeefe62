package org.copse.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Inputs within rounding that make something largest: coordinate search from several starts.
 *
 * <p>In every round each number is tried at both its ends and a step to either side (counts: one up
 * and down); all changes that help are made at once if that is best, else the best single one.
 * Where none helps, steps shrink to an eighth, down to 1e-5 of half a unit. Deterministic.
 */
final class RoundingSearch {

  private static final int ROUNDS = 300;
  private static final double SMALLEST_STEP = 1e-5;

  /** What is to be made largest, from the pooled quantities of a set; NaN counts as worst. */
  interface Objective {
    double of(double[][] pooled, int set);
  }

  /**
   * Where a search ended.
   *
   * @param inputs the best inputs
   * @param value of the objective there
   */
  record Found(double[] inputs, double value) {}

  private final PrintedEffects printed;
  private final PrintedInput[] all;
  private final SetPooling pooling;

  RoundingSearch(PrintedEffects printed, SetPooling pooling) {
    this.printed = printed;
    this.all = printed.all().toArray(PrintedInput[]::new);
    this.pooling = pooling;
  }

  /** Corners drawn at random: each number at one of its ends. */
  List<double[]> corners(int number, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<double[]> corners = new ArrayList<>();
    for (int c = 0; c < number; c++) {
      corners.add(
          Arrays.stream(all)
              .mapToDouble(i -> random.nextBoolean() ? i.upper() : i.lower())
              .toArray());
    }
    return corners;
  }

  /** The best of several starts; the first of equals. */
  Found best(List<double[]> starts, Set<RoundingQuantity> wanted, Objective objective) {
    Found best = null;
    for (double[] start : starts) {
      Found found = from(start, wanted, objective);
      if (best == null || found.value() > best.value()) {
        best = found;
      }
    }
    return best;
  }

  private Found from(double[] start, Set<RoundingQuantity> wanted, Objective objective) {
    double[] at = start.clone();
    double value = values(List.of(at), wanted, objective)[0];
    double step = 0.5;
    for (int round = 0; round < ROUNDS && step >= SMALLEST_STEP; round++) {
      List<double[]> tries = new ArrayList<>();
      List<Integer> changed = new ArrayList<>();
      for (int j = 0; j < all.length; j++) {
        for (double x : candidates(all[j], at[j], step)) {
          double[] next = at.clone();
          next[j] = x;
          tries.add(next);
          changed.add(j);
        }
      }
      if (tries.isEmpty()) {
        break;
      }
      double[] values = values(tries, wanted, objective);
      int best = 0;
      int better = 0;
      for (int i = 0; i < values.length; i++) {
        best = values[i] > values[best] ? i : best;
        better += values[i] > value ? 1 : 0;
      }
      double[] to = tries.get(best);
      double reached = values[best];
      if (better > 1) {
        double[] together = together(at, value, tries, changed, values);
        double joint = values(List.of(together), wanted, objective)[0];
        to = joint >= reached ? together : to;
        reached = Math.max(joint, reached);
      }
      if (reached > value + 1e-13 * Math.abs(value)) {
        at = to;
        value = reached;
      } else {
        step /= 8;
      }
    }
    return new Found(at, value);
  }

  private static double[] candidates(PrintedInput input, double at, double step) {
    double by = input.whole() ? 1 : step * (input.upper() - input.lower());
    return Arrays.stream(
            new double[] {
              input.lower(),
              input.upper(),
              Math.max(input.lower(), at - by),
              Math.min(input.upper(), at + by)
            })
        .distinct()
        .filter(x -> x != at)
        .toArray();
  }

  /** Every number changed that helps when changed alone, to where it helps most. */
  private static double[] together(
      double[] at, double value, List<double[]> tries, List<Integer> changed, double[] values) {
    double[] together = at.clone();
    double[] best = new double[at.length];
    Arrays.fill(best, value);
    for (int i = 0; i < values.length; i++) {
      int j = changed.get(i);
      if (values[i] > best[j]) {
        best[j] = values[i];
        together[j] = tries.get(i)[j];
      }
    }
    return together;
  }

  private double[] values(List<double[]> sets, Set<RoundingQuantity> wanted, Objective objective) {
    double[][] pooled = pooling.pool(printed, InputSets.of(sets), wanted, 1);
    double[] values = new double[sets.size()];
    for (int i = 0; i < values.length; i++) {
      double value = objective.of(pooled, i);
      values[i] = Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
    }
    return values;
  }
}
