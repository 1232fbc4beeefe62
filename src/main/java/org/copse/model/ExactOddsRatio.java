package org.copse.model;

import java.util.ArrayList;
import java.util.List;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;

/**
 * Exact conditional common odds ratio of two-by-two tables.
 *
 * <p><b>Formula</b>: given its margins a study's events aᵢ follow the noncentral hypergeometric
 * distribution, P(a) ∝ C(n₁, a) C(n₂, m − a) ψᵃ; ψ̂ solves E(Σaᵢ) = Σaᵢ; bounds and tests from the
 * exact distribution of Σaᵢ, convolved over the studies. <b>Scale</b>: log. <b>Edge cases</b>: no
 * correction of zero cells; studies without (or with only) events say nothing and are left out; ψ̂
 * is 0 or infinite where Σaᵢ is at an end of its range, one bound and the test remain.
 * <b>Accuracy</b>: 1e-12, tails relative. <b>Source</b>: Gart JJ, Biometrika 1970;57:471-475; Mehta
 * CR, Patel NR, Gray R, J Am Stat Assoc 1985;80:969-973. R: {@code mantelhaen.test(exact = TRUE)}.
 */
public final class ExactOddsRatio {

  private final ExactPooling pooling;

  private ExactOddsRatio(ExactPooling pooling) {
    this.pooling = pooling;
  }

  /**
   * The defaults: exact central interval at 95 %.
   *
   * @return the model
   */
  public static ExactOddsRatio withDefaults() {
    return new ExactOddsRatio(new ExactPooling(ExactMethod.CENTRAL, 0.95));
  }

  /**
   * Fits with the defaults.
   *
   * @param effects two-arm counts as odds ratios
   * @return the fit
   */
  public static ExactFit of(BinaryEffects effects) {
    return withDefaults().fit(effects);
  }

  /**
   * Another kind of exact interval and test.
   *
   * @param method central or mid-P
   * @return a new model
   */
  public ExactOddsRatio method(ExactMethod method) {
    return new ExactOddsRatio(pooling.method(method));
  }

  /**
   * Another level of the interval.
   *
   * @param level for example 0.90
   * @return a new model
   */
  public ExactOddsRatio level(double level) {
    return new ExactOddsRatio(pooling.level(level));
  }

  /**
   * Fits the model.
   *
   * @param effects two-arm counts as odds ratios
   * @return the fit
   * @throws IllegalArgumentException for another measure, or when no study is informative
   */
  public ExactFit fit(BinaryEffects effects) {
    if (effects.measure() != BinaryMeasure.ODDS_RATIO) {
      throw new IllegalArgumentException(
          "Cannot compute an exact odds ratio: measure must be ODDS_RATIO, was %s. Use effects.as(ODDS_RATIO)."
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
        "noncentral hypergeometric distribution of each study's events given its margins",
        again -> fit((BinaryEffects) again));
  }
}
