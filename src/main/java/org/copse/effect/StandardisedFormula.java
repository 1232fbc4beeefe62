package org.copse.effect;

/**
 * Standardised differences whose variance is an {@link SmdVariance}, perhaps times a factor that
 * makes log odds ratios of them.
 */
final class StandardisedFormula implements ContinuousFormula {

  /** A study's estimate or variance in parts, under some options. */
  private interface Parts {
    Standardised of(ArmMeans arms, ContinuousOptions options);
  }

  private final Parts estimate;
  private final Parts variance;
  private final double factor;

  private StandardisedFormula(Parts estimate, Parts variance, double factor) {
    this.estimate = estimate;
    this.variance = variance;
    this.factor = factor;
  }

  /** (m₁ − m₂)/sₚ with the correction chosen. */
  static StandardisedFormula pooled() {
    Parts parts = (a, o) -> pooled(a, o.correction().factor(a.degreesOfFreedom(), o.smdVariance()));
    return new StandardisedFormula(parts, parts, 1);
  }

  /** (m₁ − m₂)/sₚ without correction; its unbiased variance is that of Hedges' g, as in R meta. */
  static StandardisedFormula cohen() {
    return new StandardisedFormula(
        (a, o) -> pooled(a, 1),
        (a, o) ->
            pooled(
                a,
                o.smdVariance() == SmdVariance.UNBIASED
                    ? HedgesCorrection.exact(a.degreesOfFreedom())
                    : 1),
        1);
  }

  /** Log odds ratio from d: without correction unless one is chosen. */
  static StandardisedFormula timesFactor(double factor) {
    Parts parts =
        (a, o) ->
            pooled(
                a,
                o.correction() == SmallSampleCorrection.OF_MEASURE
                    ? 1
                    : o.correction().factor(a.degreesOfFreedom(), o.smdVariance()));
    return new StandardisedFormula(parts, parts, factor);
  }

  /** (m₁ − m₂) over the SD of one arm. */
  static StandardisedFormula glass() {
    Parts parts = StandardisedFormula::glass;
    return new StandardisedFormula(parts, parts, 1);
  }

  private static Standardised pooled(ArmMeans a, double correction) {
    double d = (a.mean1() - a.mean2()) / a.pooledSd();
    return Standardised.of(d, correction, a, a.n1() + a.n2(), a.degreesOfFreedom());
  }

  private static Standardised glass(ArmMeans a, ContinuousOptions o) {
    double n = o.standardisedBy().n(a);
    double d = (a.mean1() - a.mean2()) / o.standardisedBy().sd(a);
    return Standardised.of(d, o.correction().factor(n - 1, o.smdVariance()), a, n, n - 1);
  }

  /** The standardised difference itself, without the factor. */
  double standardised(ArmMeans arms, ContinuousOptions options) {
    return estimate.of(arms, options).estimate();
  }

  @Override
  public double estimate(ArmMeans arms, ContinuousOptions options) {
    return factor * standardised(arms, options);
  }

  @Override
  public double variance(ArmMeans arms, ContinuousOptions options, ContinuousAverages averages) {
    Standardised s = variance.of(arms, options);
    boolean averaged = options.smdVariance() == SmdVariance.AVERAGE;
    return factor * factor * options.smdVariance().of(averaged ? s.at(averages.smd()) : s);
  }
}
