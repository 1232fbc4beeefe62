package org.copse.sensitivity;

import java.util.function.Function;
import org.copse.batch.BatchInterval;
import org.copse.batch.BatchModel;
import org.copse.effect.BinaryEffects;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.model.Fit;
import org.copse.model.MantelHaenszel;

/**
 * Rounding carried through a meta-analysis: what the pooled result can be, given that its inputs
 * are only known as printed.
 *
 * <p>{@code Rounding.withDefaults().model(BatchModel.COMMON).fit(trials.reported("hr", "ci_low",
 * "ci_high").asPrinted(HAZARD_RATIO))}
 *
 * <p><b>Bounds</b> are exact for a common effect (closed form; Q up to 16 studies) of estimates
 * with intervals or standard errors and of measures whose estimate and variance have no rounded
 * number in common (mean differences, means, mean changes, log rates and rate ratios, Fisher's z,
 * Bonett's α), and where all combinations of counts can be pooled; else the best of a coordinate
 * search from 6 starts, each attained by inputs within rounding. <b>Draws</b>: each printed number
 * independently uniform within its print, each count of a percentage equally likely; where there
 * are no more combinations of counts than draws, every one is taken once instead. <b>Defaults</b>:
 * REML with Hartung-Knapp, Wald where τ² = 0, 95 %, 20,000 draws, seed 1. The numbers do not depend
 * on the number of threads. Immutable.
 */
public final class Rounding {

  private static final int DRAWS = 20_000;

  private final BatchModel model;
  private final BatchInterval interval;
  private final double level;
  private final Function<Effects, ? extends Fit> fitter;
  private final int draws;
  private final long seed;
  private final int threads;

  private Rounding(
      BatchModel model,
      BatchInterval interval,
      double level,
      Function<Effects, ? extends Fit> fitter,
      int draws,
      long seed,
      int threads) {
    this.model = model;
    this.interval = interval;
    this.level = level;
    this.fitter = fitter;
    this.draws = draws;
    this.seed = seed;
    this.threads = threads;
  }

  /**
   * The defaults: random effects.
   *
   * @return the configuration
   */
  public static Rounding withDefaults() {
    return new Rounding(
        BatchModel.REML,
        BatchInterval.HARTUNG_KNAPP_OR_WALD,
        0.95,
        null,
        DRAWS,
        1,
        Runtime.getRuntime().availableProcessors());
  }

  /**
   * Pools with the defaults.
   *
   * @param printed the effects as printed
   * @return what the pooled result can be
   */
  public static RoundingAnalysis of(PrintedEffects printed) {
    return withDefaults().fit(printed);
  }

  /**
   * Another model.
   *
   * @param choice for example {@code BatchModel.COMMON}
   * @return a new configuration
   */
  public Rounding model(BatchModel choice) {
    return new Rounding(choice, interval, level, null, draws, seed, threads);
  }

  /**
   * Another interval of the random-effects mean.
   *
   * @param choice for example {@code BatchInterval.WALD}
   * @return a new configuration
   */
  public Rounding interval(BatchInterval choice) {
    return new Rounding(model, choice, level, fitter, draws, seed, threads);
  }

  /**
   * Another level of the interval.
   *
   * @param newLevel for example 0.90
   * @return a new configuration
   */
  public Rounding level(double newLevel) {
    return new Rounding(
        model, interval, Interval.requireLevel(newLevel), fitter, draws, seed, threads);
  }

  /**
   * Any other model with its own interval and level, fitted draw by draw: slower. For example
   * {@code fittedBy(RandomEffects.preset(Preset.REVMAN5)::fit)}.
   *
   * @param choice takes effects to a fit; must be a pure function
   * @return a new configuration
   */
  public Rounding fittedBy(Function<Effects, ? extends Fit> choice) {
    return new Rounding(model, interval, level, choice, draws, seed, threads);
  }

  /**
   * Mantel-Haenszel with its defaults, on the counts that percentages stand for.
   *
   * @return a new configuration
   */
  public Rounding mantelHaenszel() {
    return fittedBy(Rounding::mantelHaenszel);
  }

  private static Fit mantelHaenszel(Effects effects) {
    if (effects instanceof BinaryEffects counts) {
      return MantelHaenszel.of(counts);
    }
    throw new IllegalArgumentException(
        "Cannot pool by Mantel-Haenszel: effects must be of two-arm counts, was %s. Use model(BatchModel.COMMON)."
            .formatted(effects.measure().label()));
  }

  /**
   * Another number of draws.
   *
   * @param number at least 100
   * @return a new configuration
   */
  public Rounding draws(int number) {
    if (number < 100) {
      throw new IllegalArgumentException(
          "Cannot carry rounding through: draws must be at least 100, was %s. Use 20,000."
              .formatted(number));
    }
    return new Rounding(model, interval, level, fitter, number, seed, threads);
  }

  /**
   * Another seed.
   *
   * @param newSeed any number
   * @return a new configuration
   */
  public Rounding seed(long newSeed) {
    return new Rounding(model, interval, level, fitter, draws, newSeed, threads);
  }

  /**
   * How many threads compute; the numbers do not depend on it.
   *
   * @param number at least 1
   * @return a new configuration
   */
  public Rounding threads(int number) {
    if (number < 1) {
      throw new IllegalArgumentException(
          "Cannot carry rounding through: threads must be at least 1, was %s. Leave it out for one a processor."
              .formatted(number));
    }
    return new Rounding(model, interval, level, fitter, draws, seed, number);
  }

  /**
   * Pools over everything the printed numbers can be.
   *
   * @param printed the effects as printed
   * @return what the pooled result can be
   */
  public RoundingAnalysis fit(PrintedEffects printed) {
    SetPooling pooling =
        fitter == null ? new BatchPooling(model, interval, level) : new FitPooling(fitter);
    return new RoundingAnalysis(printed, pooling, draws, seed, threads);
  }
}
