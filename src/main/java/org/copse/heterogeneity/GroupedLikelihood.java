package org.copse.heterogeneity;

import org.copse.numeric.Roots;
import org.copse.numeric.WeightedMean;

/**
 * The likelihood of one tau² common to groups that have a mean of their own, and its global maximum
 * over tau² ≥ 0.
 *
 * <p>Because the design is a factor, both the likelihood and the restricted likelihood are sums
 * over the groups. As for a single group, the score is scanned on a grid and every local maximum
 * compared, 0 included.
 */
final class GroupedLikelihood {

  private static final int POINTS = 240;

  private final GroupedEffects effects;
  private final boolean restricted;

  GroupedLikelihood(GroupedEffects effects, boolean restricted) {
    this.effects = effects;
    this.restricted = restricted;
  }

  double maximum() {
    double upper = upperBound();
    double lower = Math.min(smallestVariance() * 0.01, upper);
    double best = 0;
    double bestValue = logLikelihood(0);
    double previous = 0;
    double previousScore = score(0);
    for (int i = 0; i <= POINTS; i++) {
      double point = lower * Math.pow(upper / lower, (double) i / POINTS);
      double score = score(point);
      if (previousScore > 0 && score <= 0) {
        double root = Roots.between(this::score, previous, point);
        double value = logLikelihood(root);
        if (value > bestValue) {
          best = root;
          bestValue = value;
        }
      }
      previous = point;
      previousScore = score;
    }
    return best;
  }

  private double upperBound() {
    double bound = 4 * effects.scale();
    while (score(bound) > 0) {
      bound *= 2;
    }
    return 4 * bound;
  }

  private double smallestVariance() {
    double smallest = Double.POSITIVE_INFINITY;
    for (GroupedEffects.Group g : effects.groups()) {
      for (double v : g.v()) {
        smallest = Math.min(smallest, v);
      }
    }
    return smallest;
  }

  /** Twice the derivative: Σw²(y − mean)² − Σw, the last less Σw²/Σw a group when restricted. */
  private double score(double tau2) {
    return effects.sum(
        g -> {
          double[] w = Weights.inverse(g.v(), tau2);
          double mean = WeightedMean.of(g.y(), w);
          double squares = 0;
          for (int i = 0; i < w.length; i++) {
            double r = w[i] * (g.y()[i] - mean);
            squares += r * r;
          }
          return squares - (restricted ? Weights.momentDenominator(w) : WeightedMean.sum(w));
        });
  }

  private double logLikelihood(double tau2) {
    return effects.sum(
        g -> {
          double[] w = Weights.inverse(g.v(), tau2);
          double logs = restricted ? Math.log(WeightedMean.sum(w)) : 0;
          for (double variance : g.v()) {
            logs += Math.log(variance + tau2);
          }
          double mean = WeightedMean.of(g.y(), w);
          return -0.5 * (logs + WeightedMean.sumOfSquares(g.y(), w, mean));
        });
  }
}
