package org.copse.model;

import org.copse.heterogeneity.Weights;
import org.copse.numeric.WeightedMean;

/**
 * A weighted mean of studies under yᵢ ~ N(μ, vᵢ + tau²), with its standard errors: of the model,
 * and of Hartung and Knapp.
 *
 * <p>With weights wᵢ = 1/(vᵢ + tau²) the error of the model is 1/√Σw; with any others it is
 * √Σwᵢ²(vᵢ + tau²)/Σw. Hartung and Knapp multiply it by √q, q = Σwᵢ*(yᵢ − μ*)²/(k − 1) around the
 * inverse-variance mean μ* with wᵢ* = 1/(vᵢ + tau²), whatever the weights; so does metafor.
 */
final class RandomMean {

  private final double[] estimates;
  private final double[] variances;
  private final double tau2;
  private final double[] weights;
  private final boolean inverseVariance;
  private final double estimate;
  private final double standardError;

  /**
   * @param weights in any unit; those of {@code Weights.inverse(variances, tau2)} if {@code
   *     inverseVariance}
   */
  RandomMean(
      double[] estimates,
      double[] variances,
      double tau2,
      double[] weights,
      boolean inverseVariance) {
    this.estimates = estimates;
    this.variances = variances;
    this.tau2 = tau2;
    this.weights = weights;
    this.inverseVariance = inverseVariance;
    this.estimate = WeightedMean.of(estimates, weights);
    this.standardError =
        inverseVariance ? Math.sqrt(1 / WeightedMean.sum(weights)) : sandwich(tau2);
  }

  private double sandwich(double between) {
    double sum = WeightedMean.sum(weights);
    double variance = 0;
    for (int i = 0; i < weights.length; i++) {
      double share = weights[i] / sum;
      variance += share * share * (variances[i] + between);
    }
    return Math.sqrt(variance);
  }

  /** The same studies and given weights with other estimates and another tau². */
  RandomMean refitted(double[] others, double between) {
    double[] w = inverseVariance ? Weights.inverse(variances, between) : weights;
    return new RandomMean(others, variances, between, w, inverseVariance);
  }

  /** The model's standard error at another tau². */
  double standardErrorAt(double between) {
    return inverseVariance
        ? Math.sqrt(1 / WeightedMean.sum(Weights.inverse(variances, between)))
        : sandwich(between);
  }

  int k() {
    return estimates.length;
  }

  double[] estimates() {
    return estimates;
  }

  double[] variances() {
    return variances;
  }

  double[] weights() {
    return weights;
  }

  double tau2() {
    return tau2;
  }

  boolean isInverseVariance() {
    return inverseVariance;
  }

  double estimate() {
    return estimate;
  }

  /** The model's standard error. */
  double standardError() {
    return standardError;
  }

  /** Hartung and Knapp's standard error; k must be at least 2. */
  double hartungKnappError() {
    double[] inverse = inverseVariance ? weights : Weights.inverse(variances, tau2);
    double centre = inverseVariance ? estimate : WeightedMean.of(estimates, inverse);
    double spread = WeightedMean.sumOfSquares(estimates, inverse, centre);
    return standardError * Math.sqrt(spread / (k() - 1));
  }
}
