package org.copse.model;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.numeric.Quantiles;

/** Tests, intervals and predictions from the coefficients of a regression and their covariance. */
final class RegressionInference {

  private final double[] beta;
  private final double[][] covariance;
  private final double df;
  private final double level;

  /**
   * @param factor of the covariance, Knapp and Hartung's
   * @param df of t and F, +∞ for the normal and χ²
   */
  RegressionInference(WeightedDesign fitted, double factor, double df, double level) {
    this.beta = fitted.coefficients();
    this.covariance = fitted.covariance();
    for (double[] row : covariance) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= factor;
      }
    }
    this.df = df;
    this.level = level;
  }

  List<RegressionCoefficient> coefficients(List<String> names) {
    List<RegressionCoefficient> all = new ArrayList<>();
    for (int j = 0; j < beta.length; j++) {
      Inference one = Inference.symmetric(beta[j], Math.sqrt(covariance[j][j]), df, level);
      all.add(
          new RegressionCoefficient(
              names.get(j), beta[j], one.standardError(), one.test(), one.interval()));
    }
    return all;
  }

  /** Test of the coefficients from one index to before another, in units of their errors. */
  ModeratorTest test(int from, int to) {
    int m = to - from;
    Array2DRowRealMatrix part = new Array2DRowRealMatrix(m, m);
    double[] scaled = new double[m];
    for (int a = 0; a < m; a++) {
      double unit = Math.sqrt(covariance[from + a][from + a]);
      scaled[a] = beta[from + a] / unit;
      for (int b = 0; b < m; b++) {
        double other = Math.sqrt(covariance[from + b][from + b]);
        part.setEntry(a, b, covariance[from + a][from + b] / unit / other);
      }
    }
    ArrayRealVector vector = new ArrayRealVector(scaled);
    double q =
        vector.dotProduct(new CholeskyDecomposition(part, 1e-9, 1e-14).getSolver().solve(vector));
    if (Double.isInfinite(df)) {
      return new ModeratorTest(q, m, df, ChiSquaredDistribution.of(m).survivalProbability(q));
    }
    return new ModeratorTest(q / m, m, df, FDistribution.of(m, df).survivalProbability(q / m));
  }

  double expected(double[] x) {
    double sum = 0;
    for (int j = 0; j < x.length; j++) {
      sum += x[j] * beta[j];
    }
    return sum;
  }

  RegressionPrediction at(double[] x, double tau2, Effects effects) {
    double estimate = expected(x);
    double variance = 0;
    for (int a = 0; a < x.length; a++) {
      for (int b = 0; b < x.length; b++) {
        variance += x[a] * covariance[a][b] * x[b];
      }
    }
    variance = Math.max(0, variance);
    double quantile = Quantiles.twoSided(level, df);
    Interval mean = around(estimate, quantile * Math.sqrt(variance));
    Interval next = around(estimate, quantile * Math.sqrt(variance + tau2));
    BackTransformed shown =
        new BackTransformed(
            effects.measure(), effects.backTransform(estimate), mean.map(effects::backTransform));
    return new RegressionPrediction(
        estimate, Math.sqrt(variance), mean, next, shown, next.map(effects::backTransform));
  }

  private Interval around(double middle, double margin) {
    return new Interval(middle - margin, middle + margin, level);
  }
}
