package org.copse.heterogeneity;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.copse.numeric.WeightedMean;

/**
 * Cochran's Q with its test, and the I² and H² that follow from Q.
 *
 * <p><b>Formula</b>: Q = Σwᵢ(yᵢ − c)², wᵢ = 1/vᵢ; df = k − 1; I² = max(0, (Q − df)/Q); H² = Q/df.
 * <b>Centre c</b>: the inverse-variance mean, or the Mantel-Haenszel or Peto estimate (see {@link
 * QCentre}). <b>Units</b>: I² in percent. <b>Edge cases</b>: k = 1 gives Q = 0, df = 0, p = 1, I² =
 * 0, H² = 1. <b>Source</b>: Cochran, Biometrics 1954;10:101-129; Higgins and Thompson, Stat Med
 * 2002;21:1539-1558.
 *
 * @param q Cochran's Q
 * @param df degrees of freedom, k − 1
 * @param p P(χ²(df) ≥ Q)
 * @param centre what Q is taken around
 */
public record Heterogeneity(double q, int df, double p, QCentre centre) {

  /**
   * Q around the inverse-variance mean.
   *
   * @param estimates yᵢ on the analysis scale, k ≥ 1
   * @param variances vᵢ &gt; 0
   * @return Q and its test
   */
  public static Heterogeneity of(double[] estimates, double[] variances) {
    double[] weights = Weights.inverse(variances, 0);
    double centre = WeightedMean.of(estimates, weights);
    return withWeights(estimates, weights, centre, QCentre.INVERSE_VARIANCE);
  }

  /**
   * Q around a given centre.
   *
   * @param estimates yᵢ on the analysis scale, k ≥ 1
   * @param variances vᵢ &gt; 0
   * @param centre c on the analysis scale
   * @param name what the centre is
   * @return Q and its test
   */
  public static Heterogeneity around(
      double[] estimates, double[] variances, double centre, QCentre name) {
    return withWeights(estimates, Weights.inverse(variances, 0), centre, name);
  }

  private static Heterogeneity withWeights(
      double[] estimates, double[] weights, double centre, QCentre name) {
    int df = estimates.length - 1;
    if (df <= 0) {
      return new Heterogeneity(0, 0, 1, name);
    }
    double q = WeightedMean.sumOfSquares(estimates, weights, centre);
    double p = ChiSquaredDistribution.of(df).survivalProbability(q);
    return new Heterogeneity(q, df, p, name);
  }

  /**
   * I² from Q: share of the variation in estimates beyond chance.
   *
   * @return max(0, (Q − df)/Q) in percent
   */
  public double iSquared() {
    return q <= df ? 0 : 100 * (q - df) / q;
  }

  /**
   * H² from Q.
   *
   * @return Q/df, 1 for a single study; may be below 1
   */
  public double hSquared() {
    return df == 0 ? 1 : q / df;
  }
}
