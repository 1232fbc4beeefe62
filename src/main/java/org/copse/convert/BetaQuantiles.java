package org.copse.convert;

import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer.Optimum;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.util.Pair;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.copse.convert.QuantileOrder.Candidate;
import org.copse.numeric.Slope;

/**
 * The beta distribution whose quantiles lie nearest to values between 0 and 1, by Levenberg and
 * Marquardt over the logit of its mean and the log of its size a + b, from several starts.
 */
final class BetaQuantiles {

  private static final double[] SIZES = {1, 6, 40};
  private static final double LARGEST_LOG = 12;
  private static final double STEP = 1e-3;
  private static final int LIMIT = 100;

  // tighter ones make the library stop with an error; Gauss-Newton steps go on from there
  private static final double TOLERANCE = 1e-10;
  private static final int MORE_STEPS = 40;

  private final double[] values;
  private final double[] probabilities;

  private BetaQuantiles(double[] values, double[] probabilities) {
    this.values = values;
    this.probabilities = probabilities;
  }

  static Candidate fit(double[] values, double[] probabilities) {
    return new BetaQuantiles(values, probabilities).best();
  }

  private Candidate best() {
    double middle = Math.min(0.99, Math.max(0.01, values[values.length / 2]));
    double sum = Double.POSITIVE_INFINITY;
    double[] best = null;
    for (double size : SIZES) {
      double[] at = from(Math.log(middle / (1 - middle)), Math.log(size));
      double here = sumOfSquares(at);
      if (here < sum) {
        sum = here;
        best = at;
      }
    }
    best = polished(best);
    BetaDistribution beta = distribution(best[0], best[1]);
    Moments moments =
        new Moments(beta.getMean(), Math.sqrt(beta.getVariance()), "beta distribution");
    return new Candidate(moments, sumOfSquares(best));
  }

  private double[] from(double logit, double logSize) {
    double[] start = {logit, logSize};
    try {
      Optimum optimum =
          new LevenbergMarquardtOptimizer()
              .withCostRelativeTolerance(TOLERANCE)
              .withParameterRelativeTolerance(TOLERANCE)
              .withOrthoTolerance(TOLERANCE)
              .optimize(
                  new LeastSquaresBuilder()
                      .start(start)
                      .target(values)
                      .model(this::model)
                      .maxEvaluations(LIMIT)
                      .maxIterations(LIMIT)
                      .parameterValidator(BetaQuantiles::bounded)
                      .build());
      return optimum.getPoint().toArray();
    } catch (MathIllegalStateException e) {
      // the library found no way on; other starts may
      return start;
    }
  }

  /** Gauss-Newton steps as long as they lead down, or nowhere. */
  private double[] polished(double[] start) {
    RealVector at = new ArrayRealVector(start);
    for (int step = 0; step < MORE_STEPS; step++) {
      Pair<RealVector, RealMatrix> model = model(at);
      RealVector residuals = new ArrayRealVector(values).subtract(model.getFirst());
      RealMatrix slopes = model.getSecond();
      DecompositionSolver solver = new QRDecomposition(slopes).getSolver();
      if (!solver.isNonSingular()) {
        break;
      }
      RealVector next = at.add(solver.solve(residuals));
      double slack = 1e-12 * residuals.dotProduct(residuals) + Double.MIN_NORMAL;
      if (!(sumOfSquares(next.toArray()) <= residuals.dotProduct(residuals) + slack)) {
        break;
      }
      at = next;
    }
    return at.toArray();
  }

  private static RealVector bounded(RealVector at) {
    return at.map(x -> Math.max(-LARGEST_LOG, Math.min(LARGEST_LOG, x)));
  }

  private Pair<RealVector, RealMatrix> model(RealVector at) {
    double logit = at.getEntry(0);
    double logSize = at.getEntry(1);
    double[] fitted = new double[values.length];
    double[][] slopes = new double[values.length][2];
    for (int i = 0; i < values.length; i++) {
      double p = probabilities[i];
      fitted[i] = quantile(p, logit, logSize);
      slopes[i][0] = Slope.at(u -> quantile(p, u, logSize), logit, STEP);
      slopes[i][1] = Slope.at(u -> quantile(p, logit, u), logSize, STEP);
    }
    return new Pair<>(new ArrayRealVector(fitted), new Array2DRowRealMatrix(slopes));
  }

  private double sumOfSquares(double[] at) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      double r = values[i] - quantile(probabilities[i], at[0], at[1]);
      sum += r * r;
    }
    return sum;
  }

  private static double quantile(double p, double logit, double logSize) {
    return QuantileFamily.polished(distribution(logit, logSize), p);
  }

  private static BetaDistribution distribution(double logit, double logSize) {
    double size = Math.exp(logSize);
    return BetaDistribution.of(size / (1 + Math.exp(-logit)), size / (1 + Math.exp(logit)));
  }
}
