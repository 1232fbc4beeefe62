package org.copse.sensitivity;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.heterogeneity.Prediction;
import org.copse.model.Fit;
import org.copse.numeric.Quantiles;

/**
 * p-value functions: the two-sided p value of every conceivable effect, of which intervals of all
 * levels can be read off.
 *
 * <p><b>Formula</b>: p(θ) = 2Φ(−|yᵢ − θ|/SEᵢ) for a study, and for a pooled effect the same by the
 * distribution of its test, t or normal. An interval of level 1 − α is where p(θ) &gt; α.
 * <b>Scale</b>: analysis scale. <b>Source</b>: Infanger and Schmidt-Trucksäss, Stat Med
 * 2019;38:4189-4197; Rücker and Schwarzer, Res Synth Methods 2021;12:6-19. R meta: {@code drapery}.
 */
public final class PValueFunction {

  private PValueFunction() {}

  /**
   * Of a study.
   *
   * @param effects the effects
   * @param study index of a study with an effect
   * @return p of an effect on the analysis scale
   */
  public static DoubleUnaryOperator ofStudy(Effects effects, int study) {
    return about(effects.estimate(study), effects.standardError(study), Double.POSITIVE_INFINITY);
  }

  /**
   * Of a pooled effect.
   *
   * @param fit a fit whose interval is symmetric, by t or the normal distribution
   * @return p of an effect on the analysis scale
   */
  public static DoubleUnaryOperator ofPooled(Fit fit) {
    return about(fit.estimate(), fit.standardError(), fit.test().df());
  }

  /**
   * Of the effect in a new study: where it is above α lies the prediction interval of level 1 − α.
   *
   * @param prediction a prediction interval by t or the normal distribution
   * @return p of an effect on the analysis scale; empty for an interval by bootstrap and for one
   *     without width
   */
  public static Optional<DoubleUnaryOperator> ofPrediction(Prediction prediction) {
    Interval interval = prediction.interval();
    double middle = (interval.lower() + interval.upper()) / 2;
    if (prediction.density(middle).isEmpty()) {
      return Optional.empty();
    }
    double quantile = Quantiles.twoSided(interval.level(), prediction.df());
    return Optional.of(about(middle, interval.width() / 2 / quantile, prediction.df()));
  }

  private static DoubleUnaryOperator about(double estimate, double standardError, double df) {
    return effect -> Quantiles.twoSidedP((estimate - effect) / standardError, df);
  }
}
