package org.copse.heterogeneity;

import org.copse.numeric.Roots;

/**
 * The restricted likelihood of tau² in the normal-normal model, and its global maximum over tau² ≥
 * 0.
 *
 * <p>The score is scanned on a grid fine against the scale on which it can change (that of the
 * variances); each change of sign from + to − is a local maximum, found by Brent's method on the
 * score; the highest wins, 0 included.
 */
final class RestrictedLikelihood {

  private static final int POINTS_A_DECADE = 8;
  private static final int MOST_POINTS = 160;

  private final double[] y;
  private final double[] v;
  private final GeneralisedQ q;

  RestrictedLikelihood(double[] y, double[] v) {
    this.y = y;
    this.v = v;
    this.q = new GeneralisedQ(y, v);
  }

  double maximum() {
    double upper = upperBound();
    double lower = Math.min(smallestVariance() * 0.01, upper);
    double best = 0;
    double bestValue = logLikelihood(0);
    double previous = 0;
    double previousScore = score(0);
    int points = (int) Math.min(MOST_POINTS, 2 + POINTS_A_DECADE * Math.log10(upper / lower));
    for (int i = 0; i <= points; i++) {
      double point = lower * Math.pow(upper / lower, (double) i / points);
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

  /** A point beyond which the score is negative for good. */
  private double upperBound() {
    // Score < 0 as soon as every w²r² is below w(1 - w/W): true once tau² + v exceeds the squared
    // range by far
    double bound = q.scale();
    while (score(bound) > 0 || bound < 4 * q.scale()) {
      bound *= 2;
    }
    return bound;
  }

  private double smallestVariance() {
    double smallest = v[0];
    for (double variance : v) {
      smallest = Math.min(smallest, variance);
    }
    return smallest;
  }

  /**
   * Twice the derivative of the restricted log-likelihood: Σw²(y−μ)² − Σwᵢ(Σw − wᵢ)/Σw, the last
   * without cancellation (see {@link Weights#momentDenominator}), without allocation.
   */
  double score(double tau2) {
    double others = 0;
    double largest = 0;
    double sum = 0;
    double reference = y[0];
    for (int i = 0; i < y.length; i++) {
      double w = 1 / (v[i] + tau2);
      others += Math.min(w, largest);
      largest = Math.max(w, largest);
      sum += w * (y[i] - reference);
    }
    double total = others + largest;
    double mean = sum / total;
    double weighted = 0;
    double products = 0;
    boolean largestSeen = false;
    for (int i = 0; i < y.length; i++) {
      double w = 1 / (v[i] + tau2);
      double r = w * (y[i] - reference - mean);
      weighted += r * r;
      boolean isLargest = w == largest && !largestSeen;
      largestSeen |= isLargest;
      products += w * (isLargest ? others : total - w);
    }
    return weighted - products / total;
  }

  /** The restricted log-likelihood without its constant. */
  double logLikelihood(double tau2) {
    double logs = 0;
    double sumOfWeights = 0;
    for (double variance : v) {
      logs += Math.log(variance + tau2);
      sumOfWeights += 1 / (variance + tau2);
    }
    return -0.5 * (logs + Math.log(sumOfWeights) + q.at(tau2));
  }
}
