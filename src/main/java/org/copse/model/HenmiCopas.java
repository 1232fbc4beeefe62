package org.copse.model;

import org.copse.effect.Effects;
import org.copse.heterogeneity.Tau2Estimator;

/**
 * Henmi and Copas: the common-effect mean, less prone to publication bias than the random-effects
 * one, with an interval that allows for heterogeneity.
 *
 * <p><b>Formula</b>: θ = Σwᵢyᵢ/Σwᵢ, wᵢ = 1/vᵢ; SE² = (1 + tau²W₂)/W₁, W₁ = Σw, W₂ = Σw²/Σw, tau² by
 * DerSimonian and Laird; interval θ ± u SE, u the quantile of the standardised mean U = √W₁(θ̂ −
 * θ)/√(1 + tau²W₂) whose distribution averages, over θ̂, a gamma approximation of Cochran's Q given
 * θ̂. The test is by the same distribution; its statistic is the normal quantile of its p.
 * <b>Scale</b>: analysis scale. <b>Edge cases</b>: k = 1 gives that study with Wald's interval; k =
 * 0 is an error. <b>Accuracy</b>: 1e-10 of the bounds. <b>Source</b>: Henmi and Copas, Stat Med
 * 2010;29:2969-2983. metafor: {@code hc} (whose root finding stops at 1e-4).
 */
public final class HenmiCopas {

  private final RandomEffects model;

  private HenmiCopas(RandomEffects model) {
    this.model = model;
  }

  /**
   * The defaults: 95 % interval.
   *
   * @return the model
   */
  public static HenmiCopas withDefaults() {
    return new HenmiCopas(
        RandomEffects.withDefaults()
            .tau2(Tau2Estimator.DL)
            .withoutPrediction()
            .with(
                o -> {
                  o.name = "Henmi-Copas";
                  o.weights = StudyWeights.COMMON_EFFECT;
                  o.interval = HenmiCopasInterval.HENMI_COPAS;
                }));
  }

  /**
   * Fits with the defaults.
   *
   * @param effects the effects
   * @return the fit
   */
  public static RandomEffectsFit of(Effects effects) {
    return withDefaults().fit(effects);
  }

  /**
   * Another level of all intervals.
   *
   * @param newLevel for example 0.90
   * @return a new model
   */
  public HenmiCopas level(double newLevel) {
    return new HenmiCopas(model.level(newLevel));
  }

  /**
   * Fits the model.
   *
   * @param effects the effects
   * @return the fit
   * @throws IllegalArgumentException when no study has an estimable effect
   */
  public RandomEffectsFit fit(Effects effects) {
    return model.fit(effects);
  }
}
