package org.copse.model;

import java.util.ArrayList;
import java.util.List;
import org.copse.effect.RateEffects;
import org.copse.effect.RateMeasure;

/**
 * Exact conditional common rate ratio of two-arm person-time counts.
 *
 * <p><b>Formula</b>: given its total n a study's arm-1 events are binomial with odds φt₁/t₂; φ̂
 * solves E(Σxᵢ) = Σxᵢ; bounds and tests from the exact distribution of Σxᵢ, convolved over the
 * studies. <b>Scale</b>: log. <b>Edge cases</b>: no correction of zeros; studies without events say
 * nothing and are left out; φ̂ is 0 or infinite where one arm has no event at all, one bound and
 * the test remain. <b>Accuracy</b>: 1e-12, tails relative. <b>Source</b>: Rothman KJ, Greenland S,
 * Lash TL, Modern Epidemiology, 3rd ed. (2008), chapter 15. R: {@code poisson.test} for one study.
 */
public final class ExactRateRatio {

  private final ExactPooling pooling;

  private ExactRateRatio(ExactPooling pooling) {
    this.pooling = pooling;
  }

  /**
   * The defaults: exact central interval at 95 %.
   *
   * @return the model
   */
  public static ExactRateRatio withDefaults() {
    return new ExactRateRatio(new ExactPooling(ExactMethod.CENTRAL, 0.95));
  }

  /**
   * Fits with the defaults.
   *
   * @param effects person-time counts as rate ratios
   * @return the fit
   */
  public static ExactFit of(RateEffects effects) {
    return withDefaults().fit(effects);
  }

  /**
   * Another kind of exact interval and test.
   *
   * @param method central or mid-P
   * @return a new model
   */
  public ExactRateRatio method(ExactMethod method) {
    return new ExactRateRatio(pooling.method(method));
  }

  /**
   * Another level of the interval.
   *
   * @param level for example 0.90
   * @return a new model
   */
  public ExactRateRatio level(double level) {
    return new ExactRateRatio(pooling.level(level));
  }

  /**
   * Fits the model.
   *
   * @param effects person-time counts as rate ratios
   * @return the fit
   * @throws IllegalArgumentException for another measure, or when no study is informative
   */
  public ExactFit fit(RateEffects effects) {
    if (effects.measure() != RateMeasure.INCIDENCE_RATE_RATIO) {
      throw new IllegalArgumentException(
          "Cannot compute an exact rate ratio: measure must be INCIDENCE_RATE_RATIO, was %s. Use effects.as(INCIDENCE_RATE_RATIO)."
              .formatted(effects.measure()));
    }
    List<ConditionalStratum> strata = new ArrayList<>();
    for (int i = 0; i < effects.size(); i++) {
      strata.add(ConditionalStratum.of(effects.counts(i)));
    }
    return pooling.fit(
        effects,
        strata,
        "Common effect (exact conditional)",
        "binomial distribution of each study's events given their total",
        again -> fit((RateEffects) again));
  }
}
