package org.copse.model;

import java.util.List;
import java.util.stream.IntStream;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Interval;
import org.copse.effect.TwoByTwo;
import org.copse.numeric.Quantiles;

/**
 * Common odds ratio by Firth's penalised logistic regression with an intercept for each study.
 *
 * <p><b>Formula</b>: maximum of ln L(α₁, ..., αₖ, β) + ½ ln det I(α, β); interval and test from the
 * profile of this penalised likelihood (χ² with 1 degree of freedom; the test's statistic is the
 * signed root); standard error from I at the maximum. <b>Scale</b>: log odds ratio. <b>Edge
 * cases</b>: always finite, also without any event in an arm; nothing is added to cells, and
 * studies without events contribute (through the penalty, very little). <b>Caution</b>: with many
 * very small studies the intercepts are incidental parameters, which the penalty does not cure;
 * {@link ExactOddsRatio} conditions on them. <b>Accuracy</b>: 1e-9; O(k) memory. <b>Source</b>:
 * Firth D, Biometrika 1993;80:27-38; Heinze G, Schemper M, Stat Med 2002;21:2409-2419. R: {@code
 * logistf}; {@code brglm2} (estimate).
 */
public final class PenalisedLogistic {

  private final double level;

  private PenalisedLogistic(double level) {
    this.level = Interval.requireLevel(level);
  }

  /**
   * The defaults: 95 % interval.
   *
   * @return the model
   */
  public static PenalisedLogistic withDefaults() {
    return new PenalisedLogistic(0.95);
  }

  /**
   * Fits with the defaults.
   *
   * @param effects two-arm counts as odds ratios
   * @return the fit
   */
  public static PenalisedLogisticFit of(BinaryEffects effects) {
    return withDefaults().fit(effects);
  }

  /**
   * Another level of the interval.
   *
   * @param newLevel for example 0.90
   * @return a new model
   */
  public PenalisedLogistic level(double newLevel) {
    return new PenalisedLogistic(newLevel);
  }

  /**
   * Fits the model.
   *
   * @param effects two-arm counts as odds ratios
   * @return the fit
   * @throws IllegalArgumentException for another measure, or without any study
   */
  public PenalisedLogisticFit fit(BinaryEffects effects) {
    if (effects.measure() != BinaryMeasure.ODDS_RATIO) {
      throw new IllegalArgumentException(
          "Cannot fit a penalised logistic model: measure must be ODDS_RATIO, was %s. Use effects.as(ODDS_RATIO)."
              .formatted(effects.measure()));
    }
    if (effects.size() == 0) {
      throw EstimableRows.none(effects);
    }
    List<TwoByTwo> tables = IntStream.range(0, effects.size()).mapToObj(effects::counts).toList();
    FirthLikelihood likelihood = new FirthLikelihood(tables);
    double estimate = likelihood.maximum();
    double top = likelihood.value(estimate);
    double error = 1 / Math.sqrt(likelihood.information());
    double z = Quantiles.twoSided(level, Double.POSITIVE_INFINITY);
    Interval interval =
        new Interval(
            likelihood.bound(estimate, z * z / 2, -z * error),
            likelihood.bound(estimate, z * z / 2, z * error),
            level);
    double ratio = Math.max(0, 2 * (top - likelihood.value(0)));
    double root = Math.signum(estimate) * Math.sqrt(ratio);
    PooledEffect pooled =
        new PooledEffect(
            effects.size(),
            estimate,
            error,
            interval,
            EffectTest.ofStatistic(root),
            null,
            EstimableRows.heterogeneity(effects),
            effects.dataNotes());
    return new PenalisedLogisticFit(this, effects, pooled, top);
  }
}
