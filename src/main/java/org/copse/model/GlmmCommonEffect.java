package org.copse.model;

import org.copse.effect.Interval;

/**
 * The same model without heterogeneity, τ² = 0.
 *
 * @param estimate on the analysis scale
 * @param standardError its standard error
 * @param interval Wald interval on the analysis scale
 * @param logLikelihood maximised log-likelihood
 */
public record GlmmCommonEffect(
    double estimate, double standardError, Interval interval, double logLikelihood) {}
