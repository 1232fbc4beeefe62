package org.copse.bayes;

/**
 * A prior distribution of the heterogeneity τ ≥ 0 (a standard deviation on the analysis scale),
 * ready to be asked: what does this prior hold possible?
 *
 * <p><b>Scale</b>: that of the effects; a prior made for log odds ratios says nothing on mean
 * differences in mmHg. <b>Edge cases</b>: an improper prior has a density but no probabilities.
 */
public abstract sealed class TauDistribution
    permits HalfT,
        Exponential,
        UniformTau,
        LogT,
        Lomax,
        UniformShrinkage,
        PowerTau,
        Jeffreys,
        ProductTau {

  TauDistribution() {}

  /**
   * Density at a value of τ.
   *
   * @param tau τ
   * @return p(τ); 0 below 0, +∞ where the density has a pole at 0; up to a constant for an improper
   *     prior
   */
  public final double density(double tau) {
    return tau < 0 ? 0 : Math.exp(logDensity(tau));
  }

  /**
   * Whether the prior is a probability distribution.
   *
   * @return false for an improper prior
   */
  public boolean isProper() {
    return true;
  }

  /**
   * Probability that τ is at most a value.
   *
   * @param tau τ
   * @return P(τ ≤ value)
   * @throws IllegalStateException when the prior is improper
   */
  public final double cdf(double tau) {
    requireProper();
    return tau <= 0 ? 0 : lower(tau);
  }

  /**
   * Probability that τ exceeds a value, accurate for small probabilities.
   *
   * @param tau τ
   * @return P(τ &gt; value)
   * @throws IllegalStateException when the prior is improper
   */
  public final double survival(double tau) {
    requireProper();
    return tau <= 0 ? 1 : upper(tau);
  }

  /**
   * Quantile.
   *
   * @param p probability between 0 and 1
   * @return τ with P(τ ≤ that) = p
   * @throws IllegalArgumentException when p is not between 0 and 1
   * @throws IllegalStateException when the prior is improper
   */
  public final double quantile(double p) {
    requireProper();
    Posterior.requireProbability(p);
    if (p == 0) {
      return 0;
    }
    return p == 1 ? upperBound() : inverse(p);
  }

  /**
   * Median.
   *
   * @return τ with probability a half on both sides
   * @throws IllegalStateException when the prior is improper
   */
  public final double median() {
    return quantile(0.5);
  }

  private void requireProper() {
    if (!isProper()) {
      throw new IllegalStateException(
          "Cannot give a probability: the prior of τ must be proper, was improper. Ask for its density, or use a proper prior.");
    }
  }

  /** ln p(τ) for τ ≥ 0. */
  abstract double logDensity(double tau);

  /** Derivative of {@link #logDensity} in τ &gt; 0. */
  abstract double slope(double tau);

  abstract double lower(double tau);

  abstract double upper(double tau);

  abstract double inverse(double p);

  /** A typical τ, to start a search from. */
  abstract double scale();

  /** a of p(τ) ~ 1/τᵃ for large τ, +∞ for a faster decay. */
  abstract double tailExponent();

  /** Whether a power of the logarithm makes the tail 1/τ integrable. */
  boolean logTail() {
    return false;
  }

  double upperBound() {
    return Double.POSITIVE_INFINITY;
  }

  /** ∫₀^τ p for a small τ, with its relative digits. */
  double massBelow(double tau) {
    return lower(tau);
  }

  /** The small τ with a mass below it. */
  double inverseMassBelow(double mass) {
    return inverse(mass);
  }
}
