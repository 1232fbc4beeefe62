package org.copse.model;

import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.effect.RateEffects;

/**
 * The common and the random-effects estimate of the same studies side by side, as R meta prints
 * them.
 *
 * <p>The common effect of counts as a risk ratio, odds ratio or risk difference is pooled by
 * Mantel-Haenszel where the preset's program does so (rates in two arms too), that of Peto's odds
 * ratios by Peto, all others by inverse variance; the random effects are always by inverse
 * variance. <b>Edge cases</b>: those of {@link MantelHaenszel}, {@link Peto}, {@link CommonEffect}
 * and {@link RandomEffects}. <b>Accuracy</b>: theirs. <b>Source</b>: Balduzzi, Rücker and
 * Schwarzer, Evid Based Ment Health 2019;22:153-160. R meta: any of its functions with {@code
 * common = TRUE, random = TRUE}.
 */
public final class CommonAndRandom {

  private final MantelHaenszel mantelHaenszel;
  private final RandomEffects random;
  private final boolean countsByInverseVariance;
  private final double level;

  private CommonAndRandom(
      MantelHaenszel mantelHaenszel,
      RandomEffects random,
      boolean countsByInverseVariance,
      double level) {
    this.mantelHaenszel = mantelHaenszel;
    this.random = random;
    this.countsByInverseVariance = countsByInverseVariance;
    this.level = Interval.requireLevel(level);
  }

  /**
   * The defaults: {@link Preset#COCHRANE} at 95 %.
   *
   * @return the pair of models
   */
  public static CommonAndRandom withDefaults() {
    return preset(Preset.COCHRANE);
  }

  /**
   * What a program does by default.
   *
   * @param program the program
   * @return the pair of models
   */
  public static CommonAndRandom preset(Preset program) {
    return new CommonAndRandom(
        MantelHaenszel.preset(program),
        RandomEffects.preset(program),
        !program.poolsCountsByMantelHaenszel(),
        0.95);
  }

  /**
   * Fits both with the defaults.
   *
   * @param effects the effects
   * @return both fits
   */
  public static CommonAndRandomFit of(Effects effects) {
    return withDefaults().fit(effects);
  }

  /**
   * Another random-effects model; it takes the level of this pair.
   *
   * @param model for example {@code RandomEffects.withDefaults().tau2(Tau2Estimator.DL)}
   * @return a new pair
   */
  public CommonAndRandom random(RandomEffects model) {
    return new CommonAndRandom(mantelHaenszel, model.level(level), countsByInverseVariance, level);
  }

  /**
   * Counts pooled by another Mantel-Haenszel model.
   *
   * @param model for example {@code MantelHaenszel.preset(Preset.META8)}
   * @return a new pair
   */
  public CommonAndRandom mantelHaenszel(MantelHaenszel model) {
    return new CommonAndRandom(model.level(level), random, false, level);
  }

  /**
   * The common effect by inverse variance, for counts too.
   *
   * @return a new pair
   */
  public CommonAndRandom inverseVariance() {
    return new CommonAndRandom(mantelHaenszel, random, true, level);
  }

  /**
   * Another level of all intervals.
   *
   * @param newLevel for example 0.90
   * @return a new pair
   */
  public CommonAndRandom level(double newLevel) {
    return new CommonAndRandom(
        mantelHaenszel.level(newLevel), random.level(newLevel), countsByInverseVariance, newLevel);
  }

  /**
   * Fits both models.
   *
   * @param effects the effects
   * @return both fits
   * @throws IllegalArgumentException when no study has an estimable effect
   */
  public CommonAndRandomFit fit(Effects effects) {
    return new CommonAndRandomFit(common(effects), random.fit(effects));
  }

  private Fit common(Effects effects) {
    if (countsByInverseVariance) {
      return CommonEffect.withDefaults().level(level).fit(effects);
    }
    if (effects instanceof BinaryEffects counts) {
      if (counts.measure() == BinaryMeasure.PETO_ODDS_RATIO) {
        return Peto.withDefaults().level(level).fit(counts);
      }
      if (CountMeasures.hasMantelHaenszel(counts.measure())) {
        return mantelHaenszel.fit(counts);
      }
    }
    if (effects instanceof RateEffects rates && CountMeasures.hasMantelHaenszel(rates.measure())) {
      return MantelHaenszelRates.withDefaults().level(level).fit(rates);
    }
    return CommonEffect.withDefaults().level(level).fit(effects);
  }
}
