package org.copse.model;

import org.copse.numeric.LongRun;

/**
 * Weighted least squares of effects on the columns of a design: an orthogonal basis of √w X by
 * modified Gram-Schmidt, twice, from which residuals, leverages and traces follow without forming
 * X′WX, which would square the condition of the design.
 */
final class WeightedDesign {

  private final double[] weights;
  private final double[][] basis;
  private final double[][] upper;
  private final double[] turned;
  private final double[] residuals;
  private final double[] leverages;

  /**
   * @param columns the design by column
   * @param y effects
   * @param weights greater than 0
   */
  WeightedDesign(double[][] columns, double[] y, double[] weights) {
    int p = columns.length;
    this.weights = weights;
    this.basis = new double[p][];
    this.upper = new double[p][p];
    this.turned = new double[p];
    double[] roots = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      roots[i] = Math.sqrt(weights[i]);
    }
    for (int j = 0; j < p; j++) {
      basis[j] = product(columns[j], roots);
      orthogonalise(basis[j], j, j);
    }
    this.residuals = product(y, roots);
    orthogonalise(residuals, p, -1);
    this.leverages = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      for (double[] direction : basis) {
        leverages[i] += direction[i] * direction[i];
      }
    }
  }

  private static double[] product(double[] a, double[] b) {
    double[] product = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      product[i] = a[i] * b[i];
    }
    return product;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Takes the first directions out of a vector; column −1 is the effects'. */
  private void orthogonalise(double[] vector, int directions, int column) {
    for (int pass = 0; pass < 2; pass++) {
      for (int j = 0; j < directions; j++) {
        LongRun.heed();
        double share = dot(basis[j], vector);
        for (int i = 0; i < vector.length; i++) {
          vector[i] -= share * basis[j][i];
        }
        if (column < 0) {
          turned[j] += share;
        } else {
          upper[j][column] += share;
        }
      }
    }
    if (column >= 0) {
      double length = Math.sqrt(dot(vector, vector));
      upper[column][column] = length;
      for (int i = 0; i < vector.length; i++) {
        vector[i] /= length;
      }
    }
  }

  /** Share of a column's length that the columns before it do not explain. */
  static double[] independence(double[][] columns) {
    double[] ones = new double[columns[0].length];
    java.util.Arrays.fill(ones, 1);
    WeightedDesign design = new WeightedDesign(columns, ones, ones);
    double[] shares = new double[columns.length];
    for (int j = 0; j < columns.length; j++) {
      shares[j] = design.upper[j][j] / Math.sqrt(dot(columns[j], columns[j]));
    }
    return shares;
  }

  double[] coefficients() {
    int p = turned.length;
    double[] beta = new double[p];
    for (int j = p - 1; j >= 0; j--) {
      double rest = turned[j];
      for (int l = j + 1; l < p; l++) {
        rest -= upper[j][l] * beta[l];
      }
      beta[j] = rest / upper[j][j];
    }
    return beta;
  }

  /** (X′WX)⁻¹. */
  double[][] covariance() {
    int p = turned.length;
    double[][] inverse = new double[p][p];
    for (int c = 0; c < p; c++) {
      for (int j = c; j >= 0; j--) {
        double rest = j == c ? 1 : 0;
        for (int l = j + 1; l <= c; l++) {
          rest -= upper[j][l] * inverse[l][c];
        }
        inverse[j][c] = rest / upper[j][j];
      }
    }
    double[][] covariance = new double[p][p];
    for (int a = 0; a < p; a++) {
      for (int b = 0; b < p; b++) {
        covariance[a][b] = dot(inverse[a], inverse[b]);
      }
    }
    return covariance;
  }

  /** Σ w (y − Xβ)² = y′Py. */
  double residualSum() {
    return dot(residuals, residuals);
  }

  /** y′PPy. */
  double weightedResidualSum() {
    double sum = 0;
    for (int i = 0; i < residuals.length; i++) {
      sum += weights[i] * residuals[i] * residuals[i];
    }
    return sum;
  }

  /** Σ c w (1 − h): the trace of P diag(c). */
  double trace(double[] c) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += c[i] * weights[i] * (1 - leverages[i]);
    }
    return sum;
  }

  /** Trace of P. */
  double trace() {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * (1 - leverages[i]);
    }
    return sum;
  }

  /** Trace of PP. */
  double traceOfSquare() {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * weights[i] * (1 - 2 * leverages[i]);
    }
    for (double[] a : basis) {
      double[] weighted = product(a, weights);
      for (double[] b : basis) {
        double inner = dot(weighted, b);
        sum += inner * inner;
      }
    }
    return sum;
  }

  /** log |X′WX|. */
  double logDeterminant() {
    double sum = 0;
    for (int j = 0; j < upper.length; j++) {
      sum += 2 * Math.log(upper[j][j]);
    }
    return sum;
  }
}
