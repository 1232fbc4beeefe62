package org.copse.bayes;

import java.util.function.DoubleUnaryOperator;
import org.copse.effect.Interval;
import org.copse.numeric.Roots;

/**
 * The shortest interval that holds a probability: among all [q(p), q(p + level)], 0 ≤ p ≤ 1 −
 * level, searched on a grid of p and then as the root of equal density at both ends.
 */
final class ShortestInterval {

  private static final int STEPS = 32;

  private ShortestInterval() {}

  /** p on a grid that is denser near both ends. */
  private static double share(int i) {
    double s = Math.sin(Math.PI / 2 * i / STEPS);
    return s * s;
  }

  static Interval scan(Posterior posterior, DoubleUnaryOperator density, double level) {
    double room = 1 - level;
    int best = 0;
    double shortest = Double.POSITIVE_INFINITY;
    for (int i = 0; i <= STEPS; i++) {
      double length = upper(posterior, room, share(i)) - lower(posterior, room * share(i));
      if (length < shortest) {
        shortest = length;
        best = i;
      }
    }
    // density at the lower end minus that at the upper: negative where a shift upwards shortens
    DoubleUnaryOperator gain =
        s ->
            density.applyAsDouble(lower(posterior, room * s))
                - density.applyAsDouble(upper(posterior, room, s));
    double from = share(Math.max(0, best - 1));
    double to = share(Math.min(STEPS, best + 1));
    double at = share(best);
    if (gain.applyAsDouble(from) < 0 && gain.applyAsDouble(to) > 0) {
      at = Roots.between(gain, from, to);
    }
    return new Interval(lower(posterior, room * at), upper(posterior, room, at), level);
  }

  private static double lower(Posterior posterior, double p) {
    return p == 0 ? posterior.lowest() : posterior.inverse(p);
  }

  private static double upper(Posterior posterior, double room, double share) {
    return share == 1 ? posterior.highest() : posterior.upperInverse(room * (1 - share));
  }
}
