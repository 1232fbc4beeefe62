package org.copse.heterogeneity;

/**
 * Q(tau²) = Σwᵢ(yᵢ − μ)² with wᵢ = 1/(vᵢ + tau²) and μ their weighted mean: a decreasing function
 * of tau².
 *
 * <p>Allocation-free: called thousands of times by root finders.
 */
final class GeneralisedQ {

  private final double[] estimates;
  private final double[] variances;

  GeneralisedQ(double[] estimates, double[] variances) {
    this.estimates = estimates;
    this.variances = variances;
  }

  double at(double tau2) {
    double sumOfWeights = 0;
    double sum = 0;
    double reference = estimates[0];
    for (int i = 0; i < estimates.length; i++) {
      double weight = 1 / (variances[i] + tau2);
      sumOfWeights += weight;
      sum += weight * (estimates[i] - reference);
    }
    double mean = sum / sumOfWeights;
    double q = 0;
    for (int i = 0; i < estimates.length; i++) {
      double deviation = estimates[i] - reference - mean;
      q += deviation * deviation / (variances[i] + tau2);
    }
    return q;
  }

  /**
   * A size for tau² at which to begin bracketing: the spread of the estimates and the variances.
   */
  double scale() {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double smallest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < estimates.length; i++) {
      low = Math.min(low, estimates[i]);
      high = Math.max(high, estimates[i]);
      smallest = Math.min(smallest, variances[i]);
    }
    return Math.max((high - low) * (high - low) / 4, smallest);
  }
}
