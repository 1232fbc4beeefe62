package org.copse.model;

import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.heterogeneity.Heterogeneity;
import org.copse.heterogeneity.Weights;
import org.copse.numeric.WeightedMean;

/**
 * Common-effect (fixed-effect) model by inverse variance.
 *
 * <p><b>Formula</b>: μ = Σwᵢyᵢ/Σwᵢ, wᵢ = 1/vᵢ; SE = 1/√Σwᵢ; interval μ ± z SE. <b>Scale</b>:
 * analysis scale. <b>Edge cases</b>: k = 1 gives that study; k = 0 is an error. <b>Accuracy</b>:
 * closed form, 1e-12. <b>Source</b>: Cochrane Handbook, section 10.3. metafor: {@code rma(method =
 * "EE")}; R meta: {@code common}.
 */
public final class CommonEffect {

  private final double level;

  private CommonEffect(double level) {
    this.level = level;
  }

  /**
   * The defaults: 95 % interval.
   *
   * @return the model
   */
  public static CommonEffect withDefaults() {
    return new CommonEffect(0.95);
  }

  /**
   * Fits with the defaults.
   *
   * @param effects the effects
   * @return the fit
   */
  public static CommonEffectFit of(Effects effects) {
    return withDefaults().fit(effects);
  }

  /**
   * Another level of the interval.
   *
   * @param newLevel for example 0.90
   * @return a new model
   */
  public CommonEffect level(double newLevel) {
    return new CommonEffect(Interval.requireLevel(newLevel));
  }

  /**
   * Fits the model.
   *
   * @param effects the effects
   * @return the fit
   * @throws IllegalArgumentException when no study has an estimable effect
   */
  public CommonEffectFit fit(Effects effects) {
    EstimableRows rows = EstimableRows.of(effects);
    double[] weights = Weights.inverse(rows.variances(), 0);
    double estimate = WeightedMean.of(rows.estimates(), weights);
    double standardError = Math.sqrt(1 / WeightedMean.sum(weights));
    PooledEffect pooled =
        new PooledEffect(
            rows.k(),
            estimate,
            Inference.symmetric(estimate, standardError, Double.POSITIVE_INFINITY, level),
            rows.inPlace(weights),
            () -> Heterogeneity.of(rows.estimates(), rows.variances()),
            () -> RareEvents.notes(effects.notes(), RareEvents.inverseVariance(effects)));
    return new CommonEffectFit(this, effects, pooled);
  }
}
