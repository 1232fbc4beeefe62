package org.copse.heterogeneity;

import java.util.OptionalDouble;
import org.copse.effect.Effects;

/**
 * A way to obtain the between-study variance tau²: one of the {@link Tau2Estimator}s, or one with a
 * setting of its own (a start value, weights, a given value).
 *
 * <p><b>Units</b>: square of the analysis scale. <b>Shapes</b>: k estimates and k variances in any
 * order. <b>Edge cases</b>: k = 1 gives 0 unless tau² is given; a value below 0 becomes 0; none
 * fails to converge.
 */
public sealed interface Tau2Method
    permits Tau2Estimator, SidikJonkman, WeightedQ, ModeratorWeightedQ, GivenTau2, CommonTau2 {

  /**
   * Short name, as metafor has it where it has one.
   *
   * @return for example "REML"
   */
  String name();

  /**
   * Name as printed.
   *
   * @return for example "restricted maximum likelihood"
   */
  String label();

  /**
   * Estimates tau².
   *
   * @param estimates yᵢ on the analysis scale, k ≥ 1, finite
   * @param variances vᵢ, finite and greater than 0
   * @return tau² ≥ 0
   * @throws IllegalArgumentException when the arrays differ in length, are empty, or hold a value
   *     that is not finite or a variance that is not above 0
   */
  double estimate(double[] estimates, double[] variances);

  /**
   * Standard error of the estimate of tau².
   *
   * <p>From the Fisher information for the likelihoods and from the variance of the quadratic form
   * for the methods of moments; a rough guide, as the distribution of an estimate of tau² is far
   * from normal. <b>Source</b>: Viechtbauer, J Educ Behav Stat 2005;30:261-293 (ML, REML, HE, HS,
   * DL); Jackson, Res Synth Methods 2013;4:220-229 (any weights). metafor: {@code se.tau2}.
   *
   * @param estimates as in {@link #estimate}
   * @param variances as in {@link #estimate}
   * @return the standard error, in the units of tau²; empty for k = 1 and for a given tau²
   * @throws IllegalArgumentException as {@link #estimate}
   */
  OptionalDouble standardError(double[] estimates, double[] variances);

  /**
   * The method for the studies of one analysis: itself, unless it takes weights from a moderator.
   *
   * @param effects the effects whose estimable rows are pooled
   * @return a method for arrays of just those rows
   * @throws IllegalArgumentException when the moderator is missing or holds no usable weights
   */
  default Tau2Method forEffects(Effects effects) {
    return this;
  }

  /**
   * Generalised Q with given weights: {@link WeightedQ}.
   *
   * @param weights one positive weight a study, in the order of the arrays
   * @return the method
   * @throws IllegalArgumentException when a weight is not finite and above 0
   */
  static Tau2Method generalisedQ(double... weights) {
    return new WeightedQ(weights);
  }

  /**
   * Generalised Q with weights from a numeric moderator, so that they follow the studies into
   * subsets.
   *
   * @param moderator name of the moderator
   * @return the method
   */
  static Tau2Method generalisedQBy(String moderator) {
    return new ModeratorWeightedQ(moderator);
  }

  /**
   * Sidik-Jonkman from a given start value: {@link SidikJonkman}.
   *
   * @param start a first guess of tau², above 0
   * @return the method
   * @throws IllegalArgumentException when it is not finite and above 0
   */
  static Tau2Method sidikJonkman(double start) {
    return new SidikJonkman(start);
  }

  /**
   * A given tau²: {@link GivenTau2}.
   *
   * @param tau2 the value, at least 0
   * @return the method
   * @throws IllegalArgumentException when it is not finite or below 0
   */
  static Tau2Method fixed(double tau2) {
    return new GivenTau2(tau2);
  }
}
