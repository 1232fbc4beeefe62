package org.copse.model;

import java.util.ArrayList;
import java.util.List;
import org.copse.effect.ArmMeans;
import org.copse.effect.BinaryEffects;
import org.copse.effect.ContinuousEffects;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.effect.TwoByTwo;
import org.copse.heterogeneity.Heterogeneity;
import org.copse.heterogeneity.Tau2Estimator;
import org.copse.numeric.WeightedMean;

/**
 * Random effects with weights from the effective sample sizes alone (SSW), so that weights and
 * estimates are independent: no bias from estimated inverse variances when events are rare.
 *
 * <p><b>Formula</b>: ñᵢ = n₁ᵢn₂ᵢ/(n₁ᵢ + n₂ᵢ); μ = Σñᵢyᵢ/Σñᵢ; variance Σñᵢ²(vᵢ + τ²)/(Σñᵢ)²;
 * interval with t on k − 1 degrees of freedom. τ² by the estimator chosen; the paper prefers
 * Kulinskaya and Dollinger's for odds ratios. <b>Scale</b>: analysis scale. <b>Edge cases</b>:
 * studies without an estimable effect are left out; the paper adds ½ to all cells of all studies:
 * {@code effects.zeroCells(new ZeroCells(0.5, ZeroCells.To.ALL_STUDIES, true))}; k = 1 has τ² = 0
 * and a normal interval. <b>Accuracy</b>: closed form given τ². <b>Source</b>: Bakbergenuly I,
 * Hoaglin DC, Kulinskaya E, Res Synth Methods 2020;11:426-442 (odds ratios), BMC Med Res Methodol
 * 2020;20:263 (standardised differences). metafor: {@code rma(weights = n1 * n2 / (n1 + n2), test =
 * "t")}.
 */
public final class SampleSizeWeighted {

  private final Tau2Estimator tau2;
  private final double level;

  private SampleSizeWeighted(Tau2Estimator tau2, double level) {
    this.tau2 = tau2;
    this.level = Interval.requireLevel(level);
  }

  /**
   * The defaults: REML for τ², 95 % interval.
   *
   * @return the model
   */
  public static SampleSizeWeighted withDefaults() {
    return new SampleSizeWeighted(Tau2Estimator.REML, 0.95);
  }

  /**
   * Fits with the defaults.
   *
   * @param effects counts or means of patients in two arms
   * @return the fit
   */
  public static SampleSizeWeightedFit of(Effects effects) {
    return withDefaults().fit(effects);
  }

  /**
   * Another estimator of τ².
   *
   * @param estimator the estimator
   * @return a new model
   */
  public SampleSizeWeighted tau2(Tau2Estimator estimator) {
    return new SampleSizeWeighted(estimator, level);
  }

  /**
   * Another level of the interval.
   *
   * @param newLevel for example 0.90
   * @return a new model
   */
  public SampleSizeWeighted level(double newLevel) {
    return new SampleSizeWeighted(tau2, newLevel);
  }

  /**
   * Fits the model.
   *
   * @param effects counts or means of patients in two arms
   * @return the fit
   * @throws IllegalArgumentException for effects without two numbers of patients, or when no study
   *     has an estimable effect
   */
  public SampleSizeWeightedFit fit(Effects effects) {
    EstimableRows rows = EstimableRows.of(effects);
    int[] used = effects.estimable();
    double[] sizes = new double[used.length];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = effectiveSize(effects, used[i]);
    }
    int k = rows.k();
    double between = k < 2 ? 0 : tau2.estimate(rows.estimates(), rows.variances());
    double total = WeightedMean.sum(sizes);
    double variance = 0;
    for (int i = 0; i < k; i++) {
      double share = sizes[i] / total;
      variance += share * share * (rows.variances()[i] + between);
    }
    List<String> notes = new ArrayList<>(effects.notes());
    if (k < 2) {
      notes.add("One study: τ² cannot be estimated and is taken as 0; the result is that study.");
    }
    PooledEffect pooled =
        new PooledEffect(
            k,
            WeightedMean.of(rows.estimates(), sizes),
            Math.sqrt(variance),
            k < 2 ? Double.POSITIVE_INFINITY : k - 1,
            level,
            rows.inPlace(sizes),
            Heterogeneity.of(rows.estimates(), rows.variances()),
            notes);
    return new SampleSizeWeightedFit(this, effects, pooled, between);
  }

  private static double effectiveSize(Effects effects, int study) {
    if (effects instanceof BinaryEffects binary) {
      TwoByTwo t = binary.counts(study);
      return t.total1() / t.total() * t.total2();
    }
    if (effects instanceof ContinuousEffects means) {
      ArmMeans m = means.means(study);
      return m.n1() / (m.n1() + m.n2()) * m.n2();
    }
    throw new IllegalArgumentException(
        "Cannot weight by sample size: effects must be of counts or means of patients in two arms, was %s. Use RandomEffects."
            .formatted(effects.measure().label()));
  }

  Tau2Estimator tau2() {
    return tau2;
  }
}
