package org.copse.sensitivity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.copse.effect.AnalysisScale;

/** The bounds of one pooled quantity: by closed form, from all combinations, or by search. */
final class RoundingBounds {

  /** Starts of a search for each end. */
  static final int STARTS = 6;

  private static final int BEST_DRAWS = 2;

  private final PrintedEffects printed;
  private final SetPooling pooling;
  private final InputSets sets;
  private final boolean exhaustive;
  private final long seed;
  private final CommonEffectBounds closed;

  RoundingBounds(
      PrintedEffects printed, SetPooling pooling, InputSets sets, boolean exhaustive, long seed) {
    this.printed = printed;
    this.pooling = pooling;
    this.sets = sets;
    this.exhaustive = exhaustive;
    this.seed = seed;
    this.closed = Double.isNaN(pooling.closedFormLevel()) ? null : closed();
  }

  private CommonEffectBounds closed() {
    double[][] boxes = new double[printed.size()][];
    for (int i = 0; i < boxes.length; i++) {
      boxes[i] = printed.form().box(i, printed.inputs(i));
      if (boxes[i] == null) {
        return null;
      }
    }
    return new CommonEffectBounds(boxes);
  }

  /** How a quantity is bounded. */
  BoundMethod method(RoundingQuantity quantity) {
    if (exhaustive) {
      return BoundMethod.ALL_COMBINATIONS;
    }
    boolean corners =
        quantity == RoundingQuantity.Q
            || quantity == RoundingQuantity.HETEROGENEITY_P
            || quantity == RoundingQuantity.I2_FROM_Q;
    boolean exact =
        closed != null && !(corners && printed.size() > CommonEffectBounds.MOST_CORNERS);
    return exact ? BoundMethod.EXACT : BoundMethod.SEARCH;
  }

  /** Lower and upper bound on the reader's scale. */
  double[] of(RoundingQuantity quantity, double[] values) {
    return switch (method(quantity)) {
      case ALL_COMBINATIONS -> new double[] {least(values), most(values)};
      case EXACT -> exact(quantity);
      case SEARCH -> new double[] {-search(quantity, values, -1), search(quantity, values, 1)};
    };
  }

  private static double least(double[] values) {
    return IntStream.range(0, values.length)
        .mapToDouble(i -> values[i])
        .filter(v -> !Double.isNaN(v))
        .min()
        .orElse(Double.NaN);
  }

  private static double most(double[] values) {
    return IntStream.range(0, values.length)
        .mapToDouble(i -> values[i])
        .filter(v -> !Double.isNaN(v))
        .max()
        .orElse(Double.NaN);
  }

  private double[] exact(RoundingQuantity quantity) {
    double level = pooling.closedFormLevel();
    int df = printed.size() - 1;
    return switch (quantity) {
      case ESTIMATE -> shown(closed.estimate());
      case CI_LOWER -> shown(closed.lowerLimit(level));
      case CI_UPPER -> shown(closed.upperLimit(level));
      case P -> closed.p();
      case Q -> new double[] {closed.leastQ(), closed.mostQ()};
      case HETEROGENEITY_P ->
          new double[] {
            BatchPooling.tail(closed.mostQ(), df), BatchPooling.tail(closed.leastQ(), df)
          };
      default -> new double[] {iSquared(closed.leastQ(), df), iSquared(closed.mostQ(), df)};
    };
  }

  private static double iSquared(double q, int df) {
    return q <= df ? 0 : 100 * (q - df) / q;
  }

  private double[] shown(double[] bounds) {
    AnalysisScale scale = printed.measure().scale();
    return new double[] {
      scale.backTransform(bounds[0], Double.NaN), scale.backTransform(bounds[1], Double.NaN)
    };
  }

  /** Largest value of sign × quantity that a search finds; no less than in any draw. */
  private double search(RoundingQuantity quantity, double[] values, int sign) {
    RoundingSearch search = new RoundingSearch(printed, pooling);
    List<double[]> starts = new ArrayList<>();
    starts.add(printed.flat(PrintedInput::value));
    int width = printed.numbers();
    IntStream.range(0, values.length)
        .boxed()
        .filter(i -> !Double.isNaN(values[i]))
        .sorted((i, j) -> Double.compare(sign * values[j], sign * values[i]))
        .limit(BEST_DRAWS)
        .forEach(i -> starts.add(sets.inputs(i, width)));
    starts.addAll(search.corners(STARTS - 1 - BEST_DRAWS, seed));
    int ordinal = quantity.ordinal();
    return search.best(starts, Set.of(quantity), (pooled, i) -> sign * pooled[ordinal][i]).value();
  }
}
