package org.copse.heterogeneity;

import java.util.OptionalDouble;

/**
 * Sidik and Jonkman's estimator from a start value t₀ of the user's.
 *
 * <p><b>Formula</b>: tau² = t₀ Q(t₀)/(k − 1) with Q(t) = Σ(yᵢ − μ)²/(vᵢ + t). {@link
 * Tau2Estimator#SJ} starts at Σ(y − ȳ)²/k. <b>Edge cases</b>: positive unless all estimates are
 * equal. <b>Accuracy</b>: closed form. <b>Source</b>: Sidik and Jonkman, Appl Stat 2005;54:367-384;
 * other start values: Sidik and Jonkman, Stat Med 2007;26:1964-1981. metafor "SJ" with {@code
 * control = list(tau2.init = )}.
 *
 * @param start t₀, finite and above 0
 */
public record SidikJonkman(double start) implements Tau2Method {

  /**
   * Checks the start value.
   *
   * @param start as above
   * @throws IllegalArgumentException when it is not finite and above 0
   */
  public SidikJonkman {
    if (!(start > 0 && start < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Cannot start Sidik-Jonkman: the start value must be finite and above 0, was %s. Use Tau2Estimator.SJ for the usual one."
              .formatted(start));
    }
  }

  @Override
  public String name() {
    return "SJ";
  }

  @Override
  public String label() {
    return "Sidik-Jonkman from " + start;
  }

  @Override
  public double estimate(double[] estimates, double[] variances) {
    EffectArrays.check(estimates, variances);
    return estimates.length == 1 ? 0 : from(start, estimates, variances);
  }

  @Override
  public OptionalDouble standardError(double[] estimates, double[] variances) {
    double tau2 = estimate(estimates, variances);
    return estimates.length == 1
        ? OptionalDouble.empty()
        : OptionalDouble.of(standardError(start, variances, tau2));
  }

  /** The usual start value Σ(y − ȳ)²/k. */
  static double usualStart(double[] y) {
    double sum = 0;
    for (double x : y) {
      sum += x - y[0];
    }
    double mean = sum / y.length;
    double squares = 0;
    for (double x : y) {
      double r = x - y[0] - mean;
      squares += r * r;
    }
    return squares / y.length;
  }

  static double from(double start, double[] y, double[] v) {
    if (start == 0) {
      return 0;
    }
    return start * new MomentEstimate(Weights.inverse(v, start)).q(y) / (y.length - 1);
  }

  static double standardError(double start, double[] v, double tau2) {
    MomentEstimate moments = new MomentEstimate(Weights.inverse(v, start));
    return start * moments.deviation(v, tau2) / (v.length - 1);
  }
}
