package org.copse.data;

/**
 * The pooled result that a RevMan file carries, to compare a fit with; NaN where it has none.
 *
 * @param estimate on the reader's scale
 * @param lower lower limit of its interval
 * @param upper upper limit
 * @param tau2 between-study variance on the analysis scale
 * @param q heterogeneity chi-squared
 * @param iSquared I² in percent
 */
public record RevManPooled(
    double estimate, double lower, double upper, double tau2, double q, double iSquared) {}
