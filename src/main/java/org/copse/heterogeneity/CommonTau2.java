package org.copse.heterogeneity;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.copse.effect.Interval;

/**
 * One tau² for all groups of a subgroup analysis: the variance that remains between studies of the
 * same group.
 *
 * <p><b>Formula</b>: with Q(t) = Σ over groups of Σw(y − group mean)², w = 1/(v + t), G groups:
 * moments (DL, DL2, HE, generalised Q) equate Σ over groups of Σa(y − group mean)² to its
 * expectation, for DL (Q(0) − (k − G)) / Σ over groups of (Σw − Σw²/Σw); PM, DLIT, SJIT and EB are
 * the root of Q(t) = k − G, PMM of Q(t) = median of χ²(k − G); HS (Q(0) − k)/Σw, HSK with Q(0) k/(k
 * − G); SJ t₀Q(t₀)/(k − G); REML and ML the global maximum of the sum over groups of the group's
 * (restricted) likelihood, which is the mixed model with the group as a factor. <b>Scale</b>:
 * square of the analysis scale. <b>Edge cases</b>: groups of one count as a study and a group; when
 * all groups are of one nothing can be estimated, tau² is 0 and {@link #interval()} empty; a given
 * tau² has no interval either. <b>Accuracy</b>: 1e-12 for closed forms, else 1e-10. <b>Source</b>:
 * Borenstein et al., Introduction to Meta-Analysis, 2009, chapter 19; Viechtbauer, J Stat Softw
 * 2010;36(3), residual heterogeneity. metafor: {@code rma(yi, vi, mods = ~ factor(group))}; R meta:
 * {@code tau.common = TRUE}.
 *
 * @param estimator how it was estimated
 * @param tau2 tau² ≥ 0
 * @param df studies minus groups
 * @param interval Q-profile interval, empty where df is 0 and for a given tau²
 */
public record CommonTau2(Tau2Method estimator, double tau2, int df, Optional<Interval> interval)
    implements Tau2Method {

  /**
   * Estimates tau² from effects in groups.
   *
   * @param estimator the method
   * @param estimates yᵢ on the analysis scale
   * @param variances vᵢ, greater than 0
   * @param groups the group of each study, numbers from 0
   * @param level of the interval, for example 0.95
   * @return the estimate
   * @throws IllegalArgumentException for values that cannot be used
   */
  public static CommonTau2 of(
      Tau2Method estimator, double[] estimates, double[] variances, int[] groups, double level) {
    Interval.requireLevel(level);
    GroupedEffects effects = new GroupedEffects(estimates, variances, groups);
    if (estimator instanceof GivenTau2 given) {
      return new CommonTau2(given, given.tau2(), effects.df(), Optional.empty());
    }
    if (effects.df() == 0) {
      return new CommonTau2(estimator, 0, 0, Optional.empty());
    }
    double tau2 = estimate(estimator, effects, estimates);
    return new CommonTau2(estimator, tau2, effects.df(), Optional.of(profile(effects, level)));
  }

  private static Interval profile(GroupedEffects effects, double level) {
    double tail = (1 - level) / 2;
    ChiSquaredDistribution chi2 = ChiSquaredDistribution.of(effects.df());
    return new Interval(
        effects.solve(chi2.inverseSurvivalProbability(tail)),
        effects.solve(chi2.inverseCumulativeProbability(tail)),
        level);
  }

  private static double estimate(Tau2Method method, GroupedEffects effects, double[] y) {
    if (method instanceof Tau2Estimator estimator) {
      return estimate(estimator, effects, y);
    }
    if (method instanceof SidikJonkman from) {
      return sidikJonkman(from.start(), effects);
    }
    if (method instanceof WeightedQ weighted) {
      return effects.moments(effects.split(weighted.weights()));
    }
    throw new IllegalArgumentException(
        "Cannot estimate a common tau²: the method must take arrays, was %s. Call forEffects first."
            .formatted(method.label()));
  }

  private static double estimate(Tau2Estimator estimator, GroupedEffects effects, double[] y) {
    int df = effects.df();
    double k = effects.k();
    return switch (estimator) {
      case DL -> dl(effects);
      case DL2 -> {
        double first = dl(effects);
        yield effects.moments(effects.weights(v -> Weights.inverse(v, first)));
      }
      case PM, DLIT, SJIT, EB -> effects.solve(df);
      case PMM -> effects.solve(ChiSquaredDistribution.of(df).inverseCumulativeProbability(0.5));
      case HE -> effects.moments(effects.weights(CommonTau2::equal));
      case HS -> Math.max(0, (effects.q(0) - k) / effects.precision());
      case HSK -> Math.max(0, (effects.q(0) * k / df - k) / effects.precision());
      case SJ -> sidikJonkman(SidikJonkman.usualStart(y), effects);
      case ML -> new GroupedLikelihood(effects, false).maximum();
      case REML -> new GroupedLikelihood(effects, true).maximum();
    };
  }

  private static double dl(GroupedEffects effects) {
    double slope = effects.sum(g -> new MomentEstimate(Weights.inverse(g.v(), 0)).slope());
    return Math.max(0, (effects.q(0) - effects.df()) / slope);
  }

  private static double[] equal(double[] variances) {
    double[] ones = new double[variances.length];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static double sidikJonkman(double start, GroupedEffects effects) {
    return start == 0 ? 0 : start * effects.q(start) / effects.df();
  }

  @Override
  public String name() {
    return estimator.name();
  }

  @Override
  public String label() {
    return estimator.label() + ", common to the groups";
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
