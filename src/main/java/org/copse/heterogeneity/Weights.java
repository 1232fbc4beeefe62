package org.copse.heterogeneity;

/** Inverse-variance weights. */
public final class Weights {

  private Weights() {}

  /**
   * Weights wᵢ = 1/(vᵢ + tau²).
   *
   * @param variances vᵢ &gt; 0
   * @param tau2 between-study variance, 0 for a common effect
   * @return a new array of weights
   */
  public static double[] inverse(double[] variances, double tau2) {
    double[] weights = new double[variances.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 1 / (variances[i] + tau2);
    }
    return weights;
  }
}
