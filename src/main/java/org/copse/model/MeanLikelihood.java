package org.copse.model;

import org.copse.numeric.LongRun;
import org.copse.numeric.Roots;

/**
 * The likelihood of mean and between-study variance, and its global maximum over tau² ≥ 0.
 *
 * <p><b>Formula</b>: l(μ, tau²) = −½Σln(vᵢ + tau²) − ½Σ(yᵢ − μ)²/(vᵢ + tau²), and −½ ln Σw if
 * restricted: then the maximum over μ is the restricted likelihood of tau². <b>Method</b>: the
 * score is scanned on a grid fine against the scale of the variances; each change of its sign from
 * + to − is a local maximum, found by Brent's method; the highest wins, 0 included. Beyond the
 * largest variance and four times the largest squared deviation the score is negative for certain.
 */
final class MeanLikelihood {

  /** A maximum over tau²: where it is, the mean there, and the log-likelihood. */
  record Maximum(double tau2, double mean, double value) {}

  private static final int POINTS_A_DECADE = 8;
  private static final int MOST_POINTS = 160;

  private final double[] y;
  private final double[] v;
  private final boolean restricted;
  private final double smallest;
  private final double largest;

  MeanLikelihood(double[] y, double[] v, boolean restricted) {
    this.y = y;
    this.v = v;
    this.restricted = restricted;
    double least = v[0];
    double most = v[0];
    for (double variance : v) {
      least = Math.min(least, variance);
      most = Math.max(most, variance);
    }
    this.smallest = least;
    this.largest = most;
  }

  double smallestError() {
    return Math.sqrt(smallest);
  }

  /** 1/√Σw. */
  double errorAt(double tau2) {
    double weights = 0;
    for (double variance : v) {
      weights += 1 / (variance + tau2);
    }
    return Math.sqrt(1 / weights);
  }

  /** Over mean and tau². */
  Maximum maximum() {
    return maximise(Double.NaN);
  }

  /** Over tau² at a given mean. */
  Maximum maximumAt(double mean) {
    return maximise(mean);
  }

  /** {@code mean} NaN: the best mean at each tau². */
  private Maximum maximise(double mean) {
    double upper = Math.max(4 * largestDeviation(mean), largest);
    double lower = smallest * 0.01;
    Maximum best = at(mean, 0);
    double previous = 0;
    double previousScore = score(mean, 0);
    int points = (int) Math.min(MOST_POINTS, 2 + POINTS_A_DECADE * Math.log10(upper / lower));
    for (int i = 0; i <= points; i++) {
      LongRun.heed();
      double point = lower * Math.pow(upper / lower, (double) i / points);
      double score = score(mean, point);
      if (previousScore > 0 && score <= 0) {
        Maximum local = at(mean, Roots.between(t -> score(mean, t), previous, point));
        best = local.value() > best.value() ? local : best;
      }
      previous = point;
      previousScore = score;
    }
    return best;
  }

  private double largestDeviation(double mean) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double estimate : y) {
      low = Math.min(low, estimate);
      high = Math.max(high, estimate);
    }
    double reach = Double.isNaN(mean) ? high - low : Math.max(high - mean, mean - low);
    return reach * reach;
  }

  private Maximum at(double given, double tau2) {
    double mean = Double.isNaN(given) ? meanAt(tau2) : given;
    double value = 0;
    double weights = 0;
    for (int i = 0; i < y.length; i++) {
      double variance = v[i] + tau2;
      double deviation = y[i] - mean;
      weights += 1 / variance;
      value -= Math.log(variance) + deviation * deviation / variance;
    }
    return new Maximum(tau2, mean, (restricted ? value - Math.log(weights) : value) / 2);
  }

  private double meanAt(double tau2) {
    double weights = 0;
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double w = 1 / (v[i] + tau2);
      weights += w;
      sum += w * (y[i] - y[0]);
    }
    return y[0] + sum / weights;
  }

  /**
   * Twice the derivative to tau²: Σw²(y − μ)² − Σw, and + Σw²/Σw if restricted, written as −Σwᵢ(Σw
   * − wᵢ)/Σw without cancellation for the largest weight.
   */
  private double score(double given, double tau2) {
    double mean = Double.isNaN(given) ? meanAt(tau2) : given;
    double squares = 0;
    double sum = 0;
    double top = 0;
    double others = 0;
    for (int i = 0; i < y.length; i++) {
      double w = 1 / (v[i] + tau2);
      double deviation = w * (y[i] - mean);
      squares += deviation * deviation;
      sum += w;
      others += Math.min(w, top);
      top = Math.max(w, top);
    }
    return squares - (restricted ? products(tau2, sum, top, others) : sum);
  }

  private double products(double tau2, double sum, double top, double others) {
    double products = 0;
    boolean seen = false;
    for (double variance : v) {
      double w = 1 / (variance + tau2);
      boolean isTop = w == top && !seen;
      seen |= isTop;
      products += w * (isTop ? others : sum - w);
    }
    return products / sum;
  }
}
