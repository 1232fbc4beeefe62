package org.copse.survival;

import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Maximum of the partial likelihood by Newton's method with halved steps.
 *
 * <p>The likelihood is concave. Its maximum is reached when the Newton decrement UᵀI⁻¹U is nothing
 * beside rounding; where the decrement vanishes while the step itself does not, the likelihood
 * rises for ever towards an infinite coefficient (monotone likelihood).
 */
final class CoxMaximum {

  private static final int MOST = 200;
  private static final double FLAT = 1e-18;
  private static final double NEARLY_FLAT = 1e-10;
  private static final double STILL_MOVING = 0.01;

  final double[] beta;
  final boolean[] infinite;
  final double nullLogLikelihood;
  final double scoreStatistic;
  private final CoxLikelihood likelihood;

  private CoxMaximum(CoxLikelihood likelihood, CoxDesign design) {
    this.likelihood = likelihood;
    int p = design.names.size();
    this.beta = new double[p];
    this.infinite = new boolean[p];
    likelihood.at(beta, null);
    requireRank(likelihood.information, design);
    this.nullLogLikelihood = likelihood.logLikelihood;
    double[] step = solve(likelihood.information, likelihood.score);
    this.scoreStatistic = product(step, likelihood.score);
  }

  static CoxMaximum of(CoxLikelihood likelihood, CoxDesign design) {
    CoxMaximum maximum = new CoxMaximum(likelihood, design);
    maximum.climb();
    return maximum;
  }

  private void climb() {
    for (int i = 0; i < MOST; i++) {
      double[] step = solve(likelihood.information, likelihood.score);
      double decrement = product(step, likelihood.score);
      if (decrement < NEARLY_FLAT && markMoving(step)) {
        return;
      }
      double[] from = beta.clone();
      double before = likelihood.logLikelihood;
      double size = 1;
      do {
        for (int j = 0; j < beta.length; j++) {
          beta[j] = from[j] + size * step[j];
        }
        likelihood.at(beta, null);
        size /= 2;
      } while (!(likelihood.logLikelihood >= before - 1e-12 * Math.abs(before)) && size > 1e-12);
      if (decrement < FLAT) {
        return;
      }
    }
    throw new IllegalStateException(
        "Cannot fit the Cox model: Newton's method must converge in %s steps, did not. Check the"
                .formatted(MOST)
            + " covariates for values far outside the others.");
  }

  private boolean markMoving(double[] step) {
    boolean any = false;
    for (int j = 0; j < step.length; j++) {
      infinite[j] = Math.abs(step[j]) > STILL_MOVING;
      any |= infinite[j];
    }
    return any;
  }

  /** The pivots of a Cholesky factor: one that vanishes names the covariate that adds nothing. */
  private static void requireRank(double[][] information, CoxDesign design) {
    int p = information.length;
    double[][] factor = new double[p][p];
    for (int i = 0; i < p; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = information[i][j];
        for (int k = 0; k < j; k++) {
          rest -= factor[i][k] * factor[j][k];
        }
        if (i == j) {
          if (!(rest > 1e-10 * information[i][i]) || !(rest > 1e-14)) {
            throw CoxDesign.determined(design.names.get(i));
          }
          factor[i][i] = Math.sqrt(rest);
        } else {
          factor[i][j] = rest / factor[j][j];
        }
      }
    }
  }

  static double[] solve(double[][] matrix, double[] right) {
    return new LUDecomposition(MatrixUtils.createRealMatrix(matrix), 0)
        .getSolver()
        .solve(new ArrayRealVector(right, false))
        .toArray();
  }

  static RealMatrix inverse(double[][] matrix) {
    return new LUDecomposition(MatrixUtils.createRealMatrix(matrix), 0).getSolver().getInverse();
  }

  static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
