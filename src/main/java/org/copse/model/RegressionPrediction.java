package org.copse.model;

import org.copse.effect.Interval;

/**
 * The effect that a meta-regression expects at given moderators, on the analysis scale.
 *
 * @param estimate the expected effect
 * @param standardError its standard error
 * @param interval confidence interval of the mean effect of such studies
 * @param prediction prediction interval of the effect of one new study
 * @param shown estimate and confidence interval on the reader's scale
 * @param shownPrediction prediction interval on the reader's scale
 */
public record RegressionPrediction(
    double estimate,
    double standardError,
    Interval interval,
    Interval prediction,
    BackTransformed shown,
    Interval shownPrediction) {}
