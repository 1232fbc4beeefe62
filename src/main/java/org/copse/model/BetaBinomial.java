package org.copse.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.effect.ProportionEffects;
import org.copse.effect.ProportionMeasure;

/**
 * Beta-binomial regression of the counts with a common intraclass correlation: odds ratio, risk
 * ratio or risk difference by logit, log or identity link; or the mean of single proportions.
 *
 * <p><b>Formula</b>: the events of arm j of every study are beta-binomial with mean μⱼ and
 * correlation ρ, the same in both arms; the effect is g(μ₁) − g(μ₂). Maximum likelihood, standard
 * error from the observed information, Wald interval (normal). As the two means are free, all links
 * have the same maximum. The pairing of arms within a study is not used. <b>Scale</b>: log for
 * ratios. <b>Edge cases</b>: no correction of zero cells; double-zero and all-event studies
 * contribute; ρ = 0 is the binomial model and said so; an arm without any event (or with events
 * only) over all studies leaves an infinite ratio without standard error; neither arm with an event
 * is an error; k = 1 gives ρ = 0. <b>Accuracy</b>: 1e-8. <b>Source</b>: Kuss O, Stat Med
 * 2015;34:1097-1116. R has no packaged equivalent of the common-ρ model in metafor or meta; the
 * standard errors of SAS NLMIXED agree, its t interval is wider.
 */
public final class BetaBinomial {

  private final double level;

  private BetaBinomial(double level) {
    this.level = Interval.requireLevel(level);
  }

  /**
   * The defaults: 95 % interval.
   *
   * @return the model
   */
  public static BetaBinomial withDefaults() {
    return new BetaBinomial(0.95);
  }

  /**
   * Fits two-arm counts with the defaults.
   *
   * @param effects two-arm counts as odds ratios, risk ratios or risk differences
   * @return the fit
   */
  public static BetaBinomialFit of(BinaryEffects effects) {
    return withDefaults().fit(effects);
  }

  /**
   * Fits single proportions with the defaults.
   *
   * @param effects proportions, logit or raw
   * @return the fit
   */
  public static BetaBinomialFit ofProportions(ProportionEffects effects) {
    return withDefaults().fitProportions(effects);
  }

  /**
   * Another level of the interval.
   *
   * @param newLevel for example 0.90
   * @return a new model
   */
  public BetaBinomial level(double newLevel) {
    return new BetaBinomial(newLevel);
  }

  /**
   * Fits two-arm counts.
   *
   * @param effects two-arm counts as odds ratios, risk ratios or risk differences
   * @return the fit
   * @throws IllegalArgumentException for measures other than these, or a ratio without events in
   *     both arms
   */
  public BetaBinomialFit fit(BinaryEffects effects) {
    BinaryMeasure measure = effects.measure();
    if (!CountMeasures.hasMantelHaenszel(measure)) {
      throw CountMeasures.noBetaBinomial(
          effects, "ODDS_RATIO, RISK_RATIO or RISK_DIFFERENCE", "ODDS_RATIO");
    }
    int k = effects.size();
    BetaBinomialLikelihood first =
        likelihood(k, i -> effects.counts(i).events1(), i -> effects.counts(i).total1());
    BetaBinomialLikelihood second =
        likelihood(k, i -> effects.counts(i).events2(), i -> effects.counts(i).total2());
    BetaBinomialOptimum optimum = new BetaBinomialOptimum(List.of(first, second));
    double mean1 = optimum.mean(0);
    double mean2 = optimum.mean(1);
    double estimate = link(measure, mean1) - link(measure, mean2);
    double error = Math.sqrt(optimum.variance(slope(measure, mean1), -slope(measure, mean2)));
    Function<Effects, BetaBinomialFit> again = e -> fit((BinaryEffects) e);
    boolean boundary = first.isDegenerate() || second.isDegenerate();
    return result(effects, again, estimate, boundary ? Double.NaN : error, optimum);
  }

  /**
   * Fits single proportions.
   *
   * @param effects proportions, logit or raw
   * @return the fit
   * @throws IllegalArgumentException for proportions other than logit or raw
   */
  public BetaBinomialFit fitProportions(ProportionEffects effects) {
    ProportionMeasure measure = effects.measure();
    if (measure != ProportionMeasure.LOGIT_PROPORTION
        && measure != ProportionMeasure.RAW_PROPORTION) {
      throw CountMeasures.noBetaBinomial(
          effects, "LOGIT_PROPORTION or RAW_PROPORTION", "LOGIT_PROPORTION");
    }
    BetaBinomialLikelihood all =
        likelihood(
            effects.size(),
            i -> effects.proportion(i).events(),
            i -> effects.proportion(i).total());
    BetaBinomialOptimum optimum = new BetaBinomialOptimum(List.of(all));
    double mean = optimum.mean(0);
    boolean logit = measure == ProportionMeasure.LOGIT_PROPORTION;
    double estimate = logit ? logit(mean) : mean;
    double error = Math.sqrt(optimum.variance(logit ? 1 / (mean * (1 - mean)) : 1));
    Function<Effects, BetaBinomialFit> again = e -> fitProportions((ProportionEffects) e);
    return result(effects, again, estimate, all.isDegenerate() ? Double.NaN : error, optimum);
  }

  private static BetaBinomialLikelihood likelihood(
      int k, IntToDoubleFunction events, IntToDoubleFunction totals) {
    return new BetaBinomialLikelihood(
        IntStream.range(0, k).mapToDouble(events).toArray(),
        IntStream.range(0, k).mapToDouble(totals).toArray());
  }

  private static double link(BinaryMeasure measure, double mean) {
    return switch (measure) {
      case ODDS_RATIO -> logit(mean);
      case RISK_RATIO -> Math.log(mean);
      default -> mean;
    };
  }

  private static double slope(BinaryMeasure measure, double mean) {
    return switch (measure) {
      case ODDS_RATIO -> 1 / (mean * (1 - mean));
      case RISK_RATIO -> 1 / mean;
      default -> 1;
    };
  }

  private static double logit(double p) {
    return Math.log(p) - Math.log1p(-p);
  }

  private BetaBinomialFit result(
      Effects effects,
      Function<Effects, BetaBinomialFit> again,
      double estimate,
      double error,
      BetaBinomialOptimum optimum) {
    if (Double.isNaN(estimate)) {
      throw EstimableRows.none(effects);
    }
    List<String> notes = new ArrayList<>(effects.dataNotes());
    int pooled = effects.size();
    notes.add(
        "All %s studies contribute their counts as they are, those without events too."
            .formatted(pooled));
    if (Double.isNaN(error)) {
      notes.add(
          "An arm has no event, or events only, in all studies: its risk is at the boundary, and there is no standard error, interval or test. ExactOddsRatio has a bound and a test, PenalisedLogistic an estimate.");
    }
    if (optimum.theta() == 0) {
      notes.add(
          "The intraclass correlation is estimated as 0, the boundary: the model is binomial, as if all studies were one.");
    }
    PooledEffect result =
        new PooledEffect(
            pooled,
            estimate,
            error,
            Double.POSITIVE_INFINITY,
            level,
            null,
            EstimableRows.heterogeneity(effects),
            notes);
    return new BetaBinomialFit(effects, again, result, optimum);
  }
}
