package org.copse.convert;

import org.copse.numeric.Quantiles;
import org.copse.numeric.Roots;
import org.copse.numeric.Slope;

/**
 * Mean and SD by quantile estimation: of the normal, log-normal, gamma, Weibull and beta
 * distributions the one whose quantiles lie nearest to the printed values, by the sum of squared
 * distances.
 *
 * <p>The normal is linear least squares. The scale of the next three is, given the shape, linear
 * too, so that one dimension is left: a scan for the global minimum, then the root of the slope.
 * Values below 0 leave the normal alone; the beta needs all within 0 and 1.
 */
final class QuantileOrder {

  private static final int GRID = 60;
  private static final double STEP = 1e-3;

  private final double[] values;
  private final double[] probabilities;

  private QuantileOrder(OrderSummary s) {
    this.values = s.values();
    this.probabilities = s.probabilities();
  }

  /** A fitted distribution: its moments, named, and the sum of squares. */
  record Candidate(Moments moments, double sumOfSquares) {}

  static Moments of(OrderSummary s) {
    QuantileOrder order = new QuantileOrder(s);
    Candidate best = order.normal();
    if (s.smallest() >= 0 && s.median() > 0) {
      for (QuantileFamily family : QuantileFamily.values()) {
        best = nearer(best, order.scaled(family));
      }
      if (s.largest() <= 1) {
        best = nearer(best, BetaQuantiles.fit(order.values, order.probabilities));
      }
    }
    return best.moments();
  }

  private static Candidate nearer(Candidate a, Candidate b) {
    return b.sumOfSquares() < a.sumOfSquares() ? b : a;
  }

  private static Candidate candidate(String label, double mean, double sd, double sumOfSquares) {
    return new Candidate(new Moments(mean, sd, label + " distribution"), sumOfSquares);
  }

  /** The probabilities are symmetric, so the mean of the values is their least-squares centre. */
  Candidate normal() {
    double middle = values[values.length / 2];
    double shift = 0;
    double zy = 0;
    double zz = 0;
    for (int i = 0; i < values.length; i++) {
      double z = Quantiles.normal(probabilities[i]);
      shift += (values[i] - middle) / values.length;
      zy += z * (values[i] - middle);
      zz += z * z;
    }
    double sd = zy / zz;
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      double r = values[i] - middle - shift - sd * Quantiles.normal(probabilities[i]);
      sum += r * r;
    }
    return candidate("normal", middle + shift, sd, sum);
  }

  /** Least squares over scale and shape, the scale by its formula. */
  Candidate scaled(QuantileFamily family) {
    double low = Math.log(family.smallestShape());
    double high = Math.log(family.largestShape());
    double width = (high - low) / GRID;
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i <= GRID; i++) {
      double sum = sumOfSquares(family, low + i * width);
      if (sum < least) {
        least = sum;
        best = i;
      }
    }
    double a = low + Math.max(0, best - 1) * width;
    double b = low + Math.min(GRID, best + 1) * width;
    double logShape =
        slope(family, a) < 0 && slope(family, b) > 0
            ? Roots.between(u -> slope(family, u), a, b)
            : low + best * width;
    double shape = Math.exp(logShape);
    Moments moments = family.moments(shape).times(scale(quantiles(family, logShape)));
    return candidate(family.label(), moments.mean(), moments.sd(), sumOfSquares(family, logShape));
  }

  private double[] quantiles(QuantileFamily family, double logShape) {
    double[] g = new double[probabilities.length];
    for (int i = 0; i < g.length; i++) {
      g[i] = family.quantile(probabilities[i], Math.exp(logShape));
    }
    return g;
  }

  private double scale(double[] g) {
    double gy = 0;
    double gg = 0;
    for (int i = 0; i < g.length; i++) {
      gy += g[i] * values[i];
      gg += g[i] * g[i];
    }
    return gy / gg;
  }

  private double sumOfSquares(QuantileFamily family, double logShape) {
    double[] g = quantiles(family, logShape);
    double scale = scale(g);
    double sum = 0;
    for (int i = 0; i < g.length; i++) {
      double r = values[i] - scale * g[i];
      sum += r * r;
    }
    return sum;
  }

  /** Slope of the sum of squares over the log shape, up to a positive factor. */
  private double slope(QuantileFamily family, double logShape) {
    double[] g = quantiles(family, logShape);
    double scale = scale(g);
    double sum = 0;
    for (int i = 0; i < g.length; i++) {
      double p = probabilities[i];
      double ofQuantile = Slope.at(u -> family.quantile(p, Math.exp(u)), logShape, STEP);
      sum -= (values[i] - scale * g[i]) * ofQuantile;
    }
    return sum;
  }
}
