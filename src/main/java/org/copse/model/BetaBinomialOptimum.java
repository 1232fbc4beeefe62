package org.copse.model;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.copse.numeric.Roots;

/**
 * Maximum-likelihood means and common overdispersion of one or two groups of beta-binomial arms.
 *
 * <p>For each θ = ρ/(1 − ρ) the means are maximised apart (concave); the profile over θ is scanned,
 * so that the global optimum is found, and its score solved in the best cell.
 */
final class BetaBinomialOptimum {

  private static final double SMALLEST = 1e-8;
  private static final double LARGEST = 1e6;
  private static final int CELLS = 56;

  private final List<BetaBinomialLikelihood> groups;
  private final double theta;
  private final double[] means;
  private final double[][] covariance;
  private final double logLikelihood;

  BetaBinomialOptimum(List<BetaBinomialLikelihood> groups) {
    this.groups = groups;
    this.means = groups.stream().mapToDouble(BetaBinomialLikelihood::crude).toArray();
    this.theta = best();
    profileMeans(theta);
    this.logLikelihood = value(theta);
    this.covariance = invert(information());
  }

  private double best() {
    double[] grid = new double[CELLS + 1];
    for (int i = 1; i <= CELLS; i++) {
      grid[i] = SMALLEST * Math.pow(LARGEST / SMALLEST, (i - 1.0) / (CELLS - 1));
    }
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i <= CELLS; i++) {
      double value = profile(grid[i]);
      if (value > highest) {
        highest = value;
        best = i;
      }
    }
    if (best == 0 && score(0) <= 0) {
      return 0;
    }
    double low = best == 0 ? 0 : grid[best - 1];
    double high = grid[Math.min(CELLS, best + 1)];
    return solve(low, high, grid[best]);
  }

  /** The score falls from + to − across the best cell; else the cell's own point is the answer. */
  private double solve(double low, double high, double inside) {
    DoubleUnaryOperator score = this::score;
    double from = score.applyAsDouble(low) > 0 ? low : inside;
    double to = score.applyAsDouble(high) < 0 ? high : inside;
    boolean bracketed = score.applyAsDouble(from) > 0 && score.applyAsDouble(to) < 0;
    return bracketed ? Roots.between(score, from, to) : inside;
  }

  private void profileMeans(double at) {
    for (int j = 0; j < means.length; j++) {
      means[j] = groups.get(j).mean(at, means[j]);
    }
  }

  private double profile(double at) {
    profileMeans(at);
    return value(at);
  }

  private double value(double at) {
    double sum = 0;
    for (int j = 0; j < means.length; j++) {
      sum += groups.get(j).value(means[j], at);
    }
    return sum;
  }

  private double score(double at) {
    profileMeans(at);
    double sum = 0;
    for (int j = 0; j < means.length; j++) {
      sum += groups.get(j).derivatives(means[j], at)[1];
    }
    return sum;
  }

  /** Observed information of the means and θ; without θ at the boundary θ = 0. */
  private double[][] information() {
    int p = means.length;
    int size = theta > 0 ? p + 1 : p;
    double[][] information = new double[size][size];
    for (int j = 0; j < p; j++) {
      double[] d = groups.get(j).derivatives(means[j], theta);
      information[j][j] = -d[2];
      if (theta > 0) {
        information[j][p] = -d[3];
        information[p][j] = -d[3];
        information[p][p] -= d[4];
      }
    }
    return information;
  }

  /** Inverse of an arrow matrix: diagonal but for the last row and column. */
  private double[][] invert(double[][] m) {
    int p = means.length;
    double[][] inverse = new double[p + 1][p + 1];
    double schur = m.length > p ? m[p][p] : 0;
    for (int j = 0; j < p && m.length > p; j++) {
      schur -= m[j][p] * m[j][p] / m[j][j];
    }
    for (int j = 0; j < p; j++) {
      inverse[j][j] = 1 / m[j][j];
    }
    if (m.length > p) {
      inverse[p][p] = 1 / schur;
      for (int j = 0; j < p; j++) {
        double own = m[j][p] / m[j][j];
        inverse[j][p] = -own / schur;
        inverse[p][j] = inverse[j][p];
        for (int i = 0; i < p; i++) {
          inverse[i][j] += own * (m[i][p] / m[i][i]) / schur;
        }
      }
    }
    return inverse;
  }

  double mean(int group) {
    return means[group];
  }

  double theta() {
    return theta;
  }

  double rho() {
    return theta / (1 + theta);
  }

  /** Kernel of the log-likelihood, without binomial coefficients. */
  double logLikelihood() {
    return logLikelihood;
  }

  /** Variance of Σ gradient_j μ_j. */
  double variance(double... gradient) {
    double sum = 0;
    for (int i = 0; i < gradient.length; i++) {
      for (int j = 0; j < gradient.length; j++) {
        sum += gradient[i] * gradient[j] * covariance[i][j];
      }
    }
    return sum;
  }

  /** Standard error of ρ; NaN at the boundary. */
  double rhoError() {
    double slope = 1 / ((1 + theta) * (1 + theta));
    return theta > 0 ? slope * Math.sqrt(covariance[means.length][means.length]) : Double.NaN;
  }
}
