package org.copse.model;

import org.copse.effect.Interval;

/**
 * A coefficient of a meta-regression, on the analysis scale.
 *
 * @param name "intercept", the moderator, or "moderator = category"
 * @param estimate change of the effect for one unit more, or against the reference category
 * @param standardError its standard error
 * @param test test that it is 0
 * @param interval its confidence interval
 */
public record RegressionCoefficient(
    String name, double estimate, double standardError, EffectTest test, Interval interval) {}
