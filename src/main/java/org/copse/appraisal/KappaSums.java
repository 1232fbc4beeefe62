package org.copse.appraisal;

/** The sums behind kappa and its variances. */
final class KappaSums {

  private final double[][] p;
  private final double[][] w;
  private final double[] rows;
  private final double[] columns;
  private final double[] rowWeights;
  private final double[] columnWeights;
  private final long n;
  private double observed;
  private double expected;
  private double agreed;

  KappaSums(int[][] counts, long n, KappaWeights weights) {
    int c = counts.length;
    this.n = n;
    this.p = new double[c][c];
    this.w = new double[c][c];
    this.rows = new double[c];
    this.columns = new double[c];
    this.rowWeights = new double[c];
    this.columnWeights = new double[c];
    for (int i = 0; i < c; i++) {
      for (int j = 0; j < c; j++) {
        p[i][j] = counts[i][j] / (double) n;
        w[i][j] = weights.agreement(i, j, c);
        rows[i] += p[i][j];
        columns[j] += p[i][j];
        observed += w[i][j] * p[i][j];
      }
      agreed += p[i][i];
    }
    for (int i = 0; i < c; i++) {
      for (int j = 0; j < c; j++) {
        rowWeights[i] += w[i][j] * columns[j];
        columnWeights[j] += w[i][j] * rows[i];
        expected += w[i][j] * rows[i] * columns[j];
      }
    }
  }

  /** Weighted agreement p_o. */
  double observed() {
    return observed;
  }

  /** Weighted agreement by chance p_e. */
  double expected() {
    return expected;
  }

  /** Share of equal answers, whatever the weights. */
  double agreed() {
    return agreed;
  }

  double variance() {
    double chance = 1 - expected;
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      for (int j = 0; j < p.length; j++) {
        double term = w[i][j] * chance - (rowWeights[i] + columnWeights[j]) * (1 - observed);
        sum += p[i][j] * term * term;
      }
    }
    double centre = observed * expected - 2 * expected + observed;
    return Math.max(0, sum - centre * centre) / (n * Math.pow(chance, 4));
  }

  double nullVariance() {
    double chance = 1 - expected;
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      for (int j = 0; j < p.length; j++) {
        double term = w[i][j] - (rowWeights[i] + columnWeights[j]);
        sum += rows[i] * columns[j] * term * term;
      }
    }
    return Math.max(0, sum - expected * expected) / (n * chance * chance);
  }
}
