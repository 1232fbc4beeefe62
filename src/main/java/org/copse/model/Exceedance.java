package org.copse.model;

import org.copse.effect.Interval;
import org.copse.heterogeneity.PredictionMethod;

/**
 * How likely the effect in a new study is to exceed a threshold, with an interval by bootstrap.
 *
 * <p><b>Formula</b>: P = 1 − F_t((c − μ)/√(tau² + SE²)), below it F_t itself (each tail is computed
 * as such, so that a small one keeps its digits), F_t the t distribution with the degrees of
 * freedom of the prediction interval and SE its standard error; so P and the prediction interval
 * agree: the threshold at which P = 2.5 % is the upper bound of a 95 % prediction interval.
 * <b>Interval</b>: percentiles over parametric bootstrap samples yᵢ ~ N(μ, vᵢ + tau²), each fitted
 * with the same choices; for {@code NNF} over its own samples. <b>Edge cases</b>: where all the
 * estimates are equal and the prediction has no width P is 0, ½ or 1. <b>Accuracy</b>: P to
 * rounding (NNF: Monte-Carlo error), the interval with the Monte-Carlo error of its samples; the
 * same seed gives the same bits on any number of threads. <b>Source</b>: Mathur and VanderWeele,
 * Stat Med 2019;38:1336-1342 (share of effects beyond a threshold and its bootstrap); Siemens et
 * al., Res Synth Methods 2025 (from the prediction distribution). R meta: {@code cidprop}.
 *
 * @param threshold c on the analysis scale
 * @param probability P that the effect in a new study lies above c
 * @param interval of P, at the fit's level
 * @param below 1 − P, the probability that it lies below c
 * @param belowInterval of {@code below}, at the fit's level
 * @param method the prediction method whose distribution it is
 * @param df degrees of freedom, +∞ for the normal
 * @param samples number of bootstrap samples
 * @param seed of the bootstrap
 */
public record Exceedance(
    double threshold,
    double probability,
    Interval interval,
    double below,
    Interval belowInterval,
    PredictionMethod method,
    double df,
    int samples,
    long seed) {}
