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

  /**
   * Σw − Σw²/Σw, written as Σwᵢ(Σw − wᵢ)/Σw with the sum of the others taken without subtraction
   * for the largest weight: the difference form loses its digits when one study has nearly all the
   * weight.
   *
   * @param weights positive weights
   * @return the denominator of the moment estimators; 0 for a single weight
   */
  public static double momentDenominator(double[] weights) {
    int largest = 0;
    for (int i = 1; i < weights.length; i++) {
      if (weights[i] > weights[largest]) {
        largest = i;
      }
    }
    double others = 0;
    for (int i = 0; i < weights.length; i++) {
      if (i != largest) {
        others += weights[i];
      }
    }
    double sum = others + weights[largest];
    double products = weights[largest] * others;
    for (int i = 0; i < weights.length; i++) {
      if (i != largest) {
        products += weights[i] * (sum - weights[i]);
      }
    }
    return products / sum;
  }
}
