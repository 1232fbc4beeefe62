package org.copse.convert;

import org.apache.commons.math3.special.Gamma;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.copse.numeric.Quantiles;

/** Distributions with a shape and a scale, for {@link QuantileOrder}. */
enum QuantileFamily {
  LOG_NORMAL("log-normal", 1e-4, 20) {
    @Override
    double quantile(double p, double sigma) {
      return Math.exp(sigma * Quantiles.normal(p));
    }

    @Override
    Moments moments(double sigma) {
      double mean = Math.exp(sigma * sigma / 2);
      return new Moments(mean, mean * Math.sqrt(Math.expm1(sigma * sigma)));
    }
  },
  GAMMA("gamma", 1e-2, 1e4) {
    @Override
    double quantile(double p, double shape) {
      // over the shape, so that large shapes have a limit
      return polished(GammaDistribution.of(shape, 1), p) / shape;
    }

    @Override
    Moments moments(double shape) {
      return new Moments(1, 1 / Math.sqrt(shape));
    }
  },
  WEIBULL("Weibull", 0.05, 1e3) {
    @Override
    double quantile(double p, double shape) {
      return Math.pow(-Math.log1p(-p), 1 / shape);
    }

    @Override
    Moments moments(double shape) {
      double log = Gamma.logGamma(1 + 1 / shape);
      // Γ(1 + 2/k)/Γ(1 + 1/k)² − 1 without the cancellation of large shapes
      double relative = Math.expm1(Gamma.logGamma(1 + 2 / shape) - 2 * log);
      return new Moments(Math.exp(log), Math.exp(log) * Math.sqrt(relative));
    }
  };

  private final String label;
  private final double smallestShape;
  private final double largestShape;

  QuantileFamily(String label, double smallestShape, double largestShape) {
    this.label = label;
    this.smallestShape = smallestShape;
    this.largestShape = largestShape;
  }

  String label() {
    return label;
  }

  double smallestShape() {
    return smallestShape;
  }

  double largestShape() {
    return largestShape;
  }

  /** Quantile at scale 1. */
  abstract double quantile(double p, double shape);

  /** Mean and SD at scale 1. */
  abstract Moments moments(double shape);

  /** The library's inverse stops at an absolute 1e-9; Newton's steps go on to the last digits. */
  static double polished(ContinuousDistribution distribution, double p) {
    double x = distribution.inverseCumulativeProbability(p);
    for (int step = 0; step < 3; step++) {
      double density = distribution.density(x);
      double error =
          p < 0.5
              ? distribution.cumulativeProbability(x) - p
              : 1 - p - distribution.survivalProbability(x);
      double next = x - error / density;
      if (!(next > distribution.getSupportLowerBound()
          && next < distribution.getSupportUpperBound())) {
        return x;
      }
      x = next;
    }
    return x;
  }
}
