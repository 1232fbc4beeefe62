package org.copse.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.copse.effect.Interval;
import org.copse.effect.Measure;
import org.copse.numeric.Quantiles;
import org.copse.numeric.Roots;

/**
 * Generalised least squares of estimates whose sampling errors are correlated within trials.
 *
 * <p><b>Formula</b>: M = V + τ²G, μ = 1′M⁻¹y / 1′M⁻¹1, SE = 1/√(1′M⁻¹1); G = 0 for a common effect,
 * I or ZZ′ for random ones; τ² is the global maximum of the restricted likelihood: scanned, then
 * the root of the score ½[y′PGPy − tr(PG)]. Trials are independent, so that everything is a sum
 * over blocks. <b>Edge cases</b>: rows that are equal and correlate by 1 are one row; any other
 * singular V is not defined. <b>Accuracy</b>: 1e-12 for well-conditioned V, τ² 1e-8. <b>Source</b>:
 * Raudenbush, Becker, Kalaian, Psychol Bull 1988;103:111; Gleser and Olkin 2009. metafor: {@code
 * rma.mv}.
 */
final class CorrelatedRows {

  private static final double SINGULAR = 1e-10;
  private static final int SCAN = 400;

  /** Rows of one trial. */
  private record Block(int[] rows, double[][] v) {}

  private final double[] y;
  private final List<Block> blocks = new ArrayList<>();
  private final int k;
  private double least = Double.POSITIVE_INFINITY;
  private double largest;

  /**
   * Rows of independent trials.
   *
   * @param y estimates
   * @param v their covariance; 0 between trials
   * @param clusters the trial of each row
   */
  CorrelatedRows(double[] y, double[][] v, String[] clusters) {
    this.y = y.clone();
    Map<String, List<Integer>> trials = new LinkedHashMap<>();
    for (int i = 0; i < y.length; i++) {
      List<Integer> rows = trials.computeIfAbsent(clusters[i], c -> new ArrayList<>());
      int row = i;
      if (rows.stream().noneMatch(j -> isSame(j, row, v))) {
        rows.add(i);
      }
    }
    int count = 0;
    for (List<Integer> rows : trials.values()) {
      double[][] block = new double[rows.size()][rows.size()];
      for (int a = 0; a < block.length; a++) {
        for (int b = 0; b < block.length; b++) {
          block[a][b] = v[rows.get(a)][rows.get(b)];
        }
        least = Math.min(least, block[a][a]);
        largest = Math.max(largest, block[a][a]);
      }
      blocks.add(new Block(rows.stream().mapToInt(i -> i).toArray(), block));
      count += block.length;
    }
    this.k = count;
  }

  /** Equal rows that correlate by 1 say the same twice. */
  private boolean isSame(int i, int j, double[][] v) {
    double tiny = 1e-12 * v[i][i];
    return Math.abs(v[i][i] - v[j][j]) <= tiny
        && Math.abs(v[i][j] - v[i][i]) <= tiny
        && Math.abs(y[i] - y[j]) <= 1e-12 * Math.max(Math.abs(y[i]), Math.sqrt(v[i][i]));
  }

  int k() {
    return k;
  }

  int trials() {
    return blocks.size();
  }

  /** Sums over the blocks at one tau2. */
  private static final class Sums {
    private final List<double[][]> inverses = new ArrayList<>();
    private double logDeterminant;
    private double precision;
    private double mean;
  }

  /** The pieces at one tau2; throws where M is singular. */
  private Sums at(double tau2, OverlapHeterogeneity level) {
    Sums sums = new Sums();
    double weighted = 0;
    for (Block block : blocks) {
      double[][] inverse = inverse(block, tau2, level, sums);
      sums.inverses.add(inverse);
      for (int a = 0; a < inverse.length; a++) {
        double row = Arrays.stream(inverse[a]).sum();
        sums.precision += row;
        weighted += row * y[block.rows()[a]];
      }
    }
    sums.mean = weighted / sums.precision;
    double rest = 0;
    for (int b = 0; b < blocks.size(); b++) {
      int[] rows = blocks.get(b).rows();
      for (int a = 0; a < rows.length; a++) {
        rest += Arrays.stream(sums.inverses.get(b)[a]).sum() * (y[rows[a]] - sums.mean);
      }
    }
    sums.mean += rest / sums.precision;
    return sums;
  }

  /** Inverts V + τ²G of a block as a correlation matrix, so that its scale does not matter. */
  private static double[][] inverse(
      Block block, double tau2, OverlapHeterogeneity level, Sums sums) {
    int m = block.v().length;
    double[] size = new double[m];
    for (int a = 0; a < m; a++) {
      size[a] = Math.sqrt(block.v()[a][a] + tau2);
    }
    double[][] r = new double[m][m];
    for (int a = 0; a < m; a++) {
      for (int b = 0; b < m; b++) {
        boolean shares = a == b || level == OverlapHeterogeneity.BETWEEN_TRIALS;
        r[a][b] = a == b ? 1 : (block.v()[a][b] + (shares ? tau2 : 0)) / (size[a] * size[b]);
      }
      sums.logDeterminant += 2 * Math.log(size[a]);
    }
    CholeskyDecomposition factor =
        new CholeskyDecomposition(new Array2DRowRealMatrix(r, false), 1e-9, SINGULAR);
    RealMatrix l = factor.getL();
    double[][] inverse = factor.getSolver().getInverse().getData();
    for (int a = 0; a < m; a++) {
      sums.logDeterminant += 2 * Math.log(l.getEntry(a, a));
      for (int b = 0; b < m; b++) {
        inverse[a][b] /= size[a] * size[b];
      }
    }
    return inverse;
  }

  /** Whether V can be inverted. */
  boolean isRegular() {
    try {
      at(0, OverlapHeterogeneity.BETWEEN_ROWS);
      return true;
    } catch (NonPositiveDefiniteMatrixException e) {
      return false;
    }
  }

  /** Rows with a negative weight in the common effect. */
  int[] negativeWeights() {
    Sums sums = at(0, OverlapHeterogeneity.BETWEEN_ROWS);
    List<Integer> negative = new ArrayList<>();
    for (int b = 0; b < blocks.size(); b++) {
      for (int a = 0; a < blocks.get(b).rows().length; a++) {
        if (Arrays.stream(sums.inverses.get(b)[a]).sum() < -1e-12 * sums.precision) {
          negative.add(blocks.get(b).rows()[a]);
        }
      }
    }
    return negative.stream().mapToInt(i -> i).sorted().toArray();
  }

  OverlapFit common(Measure measure, double level) {
    return fit(0, OptionalDouble.empty(), OverlapHeterogeneity.BETWEEN_ROWS, measure, level);
  }

  OverlapFit random(OverlapHeterogeneity heterogeneity, Measure measure, double level) {
    double tau2 = tau2(heterogeneity);
    return fit(tau2, OptionalDouble.of(tau2), heterogeneity, measure, level);
  }

  /** Weights of independent rows, variance from the covariance; empty where that is negative. */
  static Optional<OverlapFit> plainWeights(
      double[] y, double[][] v, Measure measure, double level) {
    int k = y.length;
    double sum = 0;
    double mean = 0;
    for (int i = 0; i < k; i++) {
      sum += 1 / v[i][i];
      mean += y[i] / v[i][i];
    }
    mean /= sum;
    double variance = 0;
    double q = 0;
    for (int i = 0; i < k; i++) {
      q += (y[i] - mean) * (y[i] - mean) / v[i][i];
      for (int j = 0; j < k; j++) {
        variance += v[i][j] / v[i][i] / v[j][j] / sum / sum;
      }
    }
    if (!(variance > 0)) {
      return Optional.empty();
    }
    double se = Math.sqrt(variance);
    double z = Quantiles.twoSided(level, Double.POSITIVE_INFINITY);
    Interval interval = new Interval(mean - z * se, mean + z * se, level);
    double p = Quantiles.twoSidedP(mean / se, Double.POSITIVE_INFINITY);
    return Optional.of(
        new OverlapFit(measure, k, mean, se, interval, p, q, OptionalDouble.empty()));
  }

  private OverlapFit fit(
      double tau2,
      OptionalDouble shown,
      OverlapHeterogeneity heterogeneity,
      Measure measure,
      double level) {
    Sums sums = at(tau2, heterogeneity);
    double se = 1 / Math.sqrt(sums.precision);
    double z = Quantiles.twoSided(level, Double.POSITIVE_INFINITY);
    double mean = sums.mean;
    Interval interval = new Interval(mean - z * se, mean + z * se, level);
    double p = Quantiles.twoSidedP(mean / se, Double.POSITIVE_INFINITY);
    Sums common = tau2 == 0 ? sums : at(0, heterogeneity);
    return new OverlapFit(measure, k, mean, se, interval, p, quadratic(common), shown);
  }

  private double quadratic(Sums sums) {
    double q = 0;
    for (int b = 0; b < blocks.size(); b++) {
      int[] rows = blocks.get(b).rows();
      double[] r = residuals(b, sums);
      for (int a = 0; a < rows.length; a++) {
        q += r[a] * (y[rows[a]] - sums.mean);
      }
    }
    return q;
  }

  /** M⁻¹(y − μ) of a block. */
  private double[] residuals(int block, Sums sums) {
    int[] rows = blocks.get(block).rows();
    double[] r = new double[rows.length];
    for (int a = 0; a < rows.length; a++) {
      for (int c = 0; c < rows.length; c++) {
        r[a] += sums.inverses.get(block)[a][c] * (y[rows[c]] - sums.mean);
      }
    }
    return r;
  }

  private double logLikelihood(double tau2, OverlapHeterogeneity level) {
    Sums sums = at(tau2, level);
    return -0.5 * (sums.logDeterminant + Math.log(sums.precision) + quadratic(sums));
  }

  private double score(double tau2, OverlapHeterogeneity level) {
    Sums sums = at(tau2, level);
    boolean trials = level == OverlapHeterogeneity.BETWEEN_TRIALS;
    double fit = 0;
    double trace = 0;
    for (int b = 0; b < blocks.size(); b++) {
      double[][] inverse = sums.inverses.get(b);
      double[] r = residuals(b, sums);
      double sumR = Arrays.stream(r).sum();
      double squares = 0;
      double all = 0;
      double diagonal = 0;
      double rowSquares = 0;
      for (int a = 0; a < r.length; a++) {
        double row = Arrays.stream(inverse[a]).sum();
        squares += r[a] * r[a];
        all += row;
        diagonal += inverse[a][a];
        rowSquares += row * row;
      }
      fit += trials ? sumR * sumR : squares;
      trace += trials ? all - all * all / sums.precision : diagonal - rowSquares / sums.precision;
    }
    return 0.5 * (fit - trace);
  }

  private double tau2(OverlapHeterogeneity level) {
    double spread = Arrays.stream(y).max().orElseThrow() - Arrays.stream(y).min().orElseThrow();
    double[] grid = new double[SCAN + 1];
    double low = Math.log(least * 1e-8);
    double high = Math.log(100 * (largest + spread * spread));
    int best = 0;
    double most = logLikelihood(0, level);
    for (int i = 1; i <= SCAN; i++) {
      grid[i] = Math.exp(low + (high - low) * (i - 1) / (SCAN - 1));
      double value = logLikelihood(grid[i], level);
      if (value > most) {
        most = value;
        best = i;
      }
    }
    if (best == 0 && score(0, level) <= 0) {
      return 0;
    }
    double from = grid[Math.max(0, best - 1)];
    double to = grid[Math.min(SCAN, best + 1)];
    boolean bracketed = score(from, level) > 0 && score(to, level) < 0;
    return bracketed ? Roots.between(t -> score(t, level), from, to) : grid[best];
  }
}
