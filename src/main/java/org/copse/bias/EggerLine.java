package org.copse.bias;

import org.copse.effect.Interval;
import org.copse.model.EffectTest;

/**
 * The line of Egger's test, y = effectAtZero + intercept · SE in a funnel plot.
 *
 * @param intercept the asymmetry, in standard errors; 0 where there is none
 * @param interceptSe its standard error
 * @param interceptInterval its interval, by t
 * @param effectAtZero the effect at a standard error of 0, analysis scale
 * @param effectAtZeroSe its standard error
 * @param effectAtZeroInterval its interval, by t
 * @param test of no asymmetry: t = intercept / interceptSe
 */
public record EggerLine(
    double intercept,
    double interceptSe,
    Interval interceptInterval,
    double effectAtZero,
    double effectAtZeroSe,
    Interval effectAtZeroInterval,
    EffectTest test) {}
