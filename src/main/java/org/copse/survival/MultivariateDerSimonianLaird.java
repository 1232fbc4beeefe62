package org.copse.survival;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Multivariate DerSimonian-Laird model with independent outcomes within studies (Jackson, White,
 * Thompson, Stat Med 2010;29:1282); a study has the first outcomes, perhaps not all.
 */
final class MultivariateDerSimonianLaird {

  final double[] mean;
  final RealMatrix covariance;
  final RealMatrix between;

  private MultivariateDerSimonianLaird(double[] mean, RealMatrix covariance, RealMatrix between) {
    this.mean = mean;
    this.covariance = covariance;
    this.between = between;
  }

  static MultivariateDerSimonianLaird of(List<ConditionalSurvival> studies, int outcomes) {
    RealMatrix moments = new Array2DRowRealMatrix(outcomes, outcomes);
    for (int j = 0; j < outcomes; j++) {
      for (int k = j; k < outcomes; k++) {
        double moment = moment(studies, j, k);
        moments.setEntry(j, k, moment);
        moments.setEntry(k, j, moment);
      }
    }
    return weighted(studies, outcomes, withoutNegative(moments));
  }

  /** With no heterogeneity: each outcome by inverse variance. */
  static MultivariateDerSimonianLaird common(List<ConditionalSurvival> studies, int outcomes) {
    return weighted(studies, outcomes, new Array2DRowRealMatrix(outcomes, outcomes));
  }

  /** Moment estimate of a between-study variance or covariance; studies that have both outcomes. */
  private static double moment(List<ConditionalSurvival> studies, int j, int k) {
    List<ConditionalSurvival> both =
        studies.stream().filter(s -> s.intervals() > Math.max(j, k)).toList();
    double sum = 0;
    double squares = 0;
    double yj = 0;
    double yk = 0;
    for (ConditionalSurvival study : both) {
      double w = weight(study, j, k);
      sum += w;
      squares += w * w;
      yj += w * study.y()[j];
      yk += w * study.y()[k];
    }
    double scale = sum - squares / sum;
    if (both.size() < 2) {
      return 0;
    }
    double q = 0;
    for (ConditionalSurvival study : both) {
      q += weight(study, j, k) * (study.y()[j] - yj / sum) * (study.y()[k] - yk / sum);
    }
    return (q - (j == k ? both.size() - 1 : 0)) / scale;
  }

  private static double weight(ConditionalSurvival study, int j, int k) {
    return 1 / Math.sqrt(study.variance()[j] * study.variance()[k]);
  }

  private static RealMatrix withoutNegative(RealMatrix moments) {
    EigenDecomposition eigen = new EigenDecomposition(moments);
    RealMatrix kept =
        new Array2DRowRealMatrix(moments.getRowDimension(), moments.getRowDimension());
    for (int i = 0; i < moments.getRowDimension(); i++) {
      if (eigen.getRealEigenvalue(i) > 0) {
        RealVector v = eigen.getEigenvector(i);
        kept = kept.add(v.outerProduct(v).scalarMultiply(eigen.getRealEigenvalue(i)));
      }
    }
    return kept;
  }

  private static MultivariateDerSimonianLaird weighted(
      List<ConditionalSurvival> studies, int outcomes, RealMatrix between) {
    RealMatrix precision = new Array2DRowRealMatrix(outcomes, outcomes);
    RealVector right = new ArrayRealVector(outcomes);
    for (ConditionalSurvival study : studies) {
      int known = study.intervals();
      RealMatrix total =
          between
              .getSubMatrix(0, known - 1, 0, known - 1)
              .add(MatrixUtils.createRealDiagonalMatrix(study.variance()));
      RealMatrix inverse = new LUDecomposition(total).getSolver().getInverse();
      double[] weighted = inverse.operate(study.y());
      for (int j = 0; j < known; j++) {
        right.addToEntry(j, weighted[j]);
        for (int k = 0; k < known; k++) {
          precision.addToEntry(j, k, inverse.getEntry(j, k));
        }
      }
    }
    RealMatrix covariance = new LUDecomposition(precision).getSolver().getInverse();
    return new MultivariateDerSimonianLaird(
        covariance.operate(right).toArray(), covariance, between);
  }
}
