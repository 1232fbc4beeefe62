package org.copse.model;

import org.copse.effect.Effects;
import org.copse.heterogeneity.Tau2Estimator;

/**
 * Inverse variance heterogeneity model: the common-effect mean with a variance that allows for
 * heterogeneity.
 *
 * <p><b>Formula</b>: θ = Σpᵢyᵢ, pᵢ = (1/vᵢ)/Σ(1/v); SE² = Σpᵢ²(vᵢ + tau²), tau² by DerSimonian and
 * Laird; interval θ ± z SE. <b>Scale</b>: analysis scale. <b>Edge cases</b>: k = 1 gives that
 * study; tau² = 0 gives the common-effect model; k = 0 is an error. <b>Accuracy</b>: closed form,
 * 1e-12. <b>Source</b>: Doi, Barendregt, Khan, Thalib and Williams, Contemp Clin Trials
 * 2015;45:130-138. R meta: {@code method.common.ci = "IVhet"} (tau² by {@code method.tau}).
 */
public final class IVhet {

  private final RandomEffects model;

  private IVhet(RandomEffects model) {
    this.model = model;
  }

  /**
   * The defaults: tau² by DerSimonian and Laird, 95 % interval.
   *
   * @return the model
   */
  public static IVhet withDefaults() {
    return new IVhet(
        RandomEffects.withDefaults()
            .tau2(Tau2Estimator.DL)
            .interval(ConfidenceMethod.WALD)
            .withoutPrediction()
            .with(
                o -> {
                  o.name = "IVhet";
                  o.weights = StudyWeights.COMMON_EFFECT;
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
   * Another estimator of tau².
   *
   * @param estimator for example {@code Tau2Estimator.REML}
   * @return a new model
   */
  public IVhet tau2(Tau2Estimator estimator) {
    return new IVhet(model.tau2(estimator));
  }

  /**
   * Another level of all intervals.
   *
   * @param newLevel for example 0.90
   * @return a new model
   */
  public IVhet level(double newLevel) {
    return new IVhet(model.level(newLevel));
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
