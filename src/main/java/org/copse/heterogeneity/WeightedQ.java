package org.copse.heterogeneity;

import java.util.OptionalDouble;

/**
 * The generalised Q (method of moments) estimator with fixed weights aᵢ.
 *
 * <p><b>Formula</b>: tau² = max(0, [Qₐ − (Σaᵢvᵢ − Σaᵢ²vᵢ/Σa)] / (Σa − Σa²/Σa)), Qₐ = Σaᵢ(yᵢ − ȳₐ)².
 * Weights 1/v give DerSimonian-Laird, equal ones Hedges, 1/√v are Jackson's choice. Only their
 * ratios matter. <b>Accuracy</b>: closed form. <b>Source</b>: DerSimonian and Kacker, Contemp Clin
 * Trials 2007;28:105-114, equation 6; Jackson, Res Synth Methods 2013;4:220-229. metafor "GENQ".
 */
public final class WeightedQ implements Tau2Method {

  private final double[] weights;

  WeightedQ(double[] weights) {
    this.weights = weights.clone();
    for (int i = 0; i < weights.length; i++) {
      if (!(weights[i] > 0 && weights[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "Cannot use weights for the generalised Q: weight %s must be finite and above 0, was %s. Correct it or leave the study out."
                .formatted(i + 1, weights[i]));
      }
    }
  }

  @Override
  public String name() {
    return "GENQ";
  }

  @Override
  public String label() {
    return "generalised Q with given weights";
  }

  @Override
  public double estimate(double[] estimates, double[] variances) {
    check(estimates, variances);
    return estimates.length == 1 ? 0 : new MomentEstimate(weights).of(estimates, variances);
  }

  @Override
  public OptionalDouble standardError(double[] estimates, double[] variances) {
    double tau2 = estimate(estimates, variances);
    return estimates.length == 1
        ? OptionalDouble.empty()
        : OptionalDouble.of(new MomentEstimate(weights).standardError(variances, tau2));
  }

  /**
   * The weights.
   *
   * @return a copy
   */
  public double[] weights() {
    return weights.clone();
  }

  private void check(double[] estimates, double[] variances) {
    EffectArrays.check(estimates, variances);
    if (weights.length != estimates.length) {
      throw new IllegalArgumentException(
          "Cannot estimate tau2: weights of the generalised Q must be one a study (%s), was %s. Take them from a moderator so that they follow the studies."
              .formatted(estimates.length, weights.length));
    }
  }
}
