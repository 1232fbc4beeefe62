package org.copse.effect;

/** Estimate and variance of one two-arm measure of means. */
interface ContinuousFormula {

  /** On the analysis scale; not finite where not defined. */
  double estimate(ArmMeans arms, ContinuousOptions options);

  /** On the analysis scale; not finite where not defined. */
  double variance(ArmMeans arms, ContinuousOptions options, ContinuousAverages averages);
}
