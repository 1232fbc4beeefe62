package org.copse.heterogeneity;

import java.util.OptionalDouble;

/**
 * A tau² that is given, not estimated: from a larger body of evidence, or for a sensitivity
 * analysis.
 *
 * <p><b>Edge cases</b>: holds for k = 1 too; it has no standard error and no interval. metafor:
 * {@code tau2 =}; R meta: {@code tau.preset} (its square).
 *
 * @param tau2 the between-study variance, finite and at least 0
 */
public record GivenTau2(double tau2) implements Tau2Method {

  /**
   * Checks the value.
   *
   * @param tau2 as above
   * @throws IllegalArgumentException when it is not finite or below 0
   */
  public GivenTau2 {
    if (!(tau2 >= 0 && tau2 < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Cannot use a given tau2: it must be finite and at least 0, was %s. Give the square of the between-study standard deviation."
              .formatted(tau2));
    }
  }

  @Override
  public String name() {
    return "given";
  }

  @Override
  public String label() {
    return "a given value";
  }

  @Override
  public double estimate(double[] estimates, double[] variances) {
    EffectArrays.check(estimates, variances);
    return tau2;
  }

  @Override
  public OptionalDouble standardError(double[] estimates, double[] variances) {
    EffectArrays.check(estimates, variances);
    return OptionalDouble.empty();
  }
}
