package org.copse.appraisal;

import org.copse.effect.Interval;

/**
 * A kappa with its uncertainty.
 *
 * @param kappa κ, at most 1
 * @param standardError large-sample standard error
 * @param interval κ ± z SE, cut at −1 and 1
 * @param nullStandardError standard error where κ = 0
 * @param z κ over that
 * @param p two-sided p value of no agreement beyond chance
 */
public record KappaEstimate(
    double kappa,
    double standardError,
    Interval interval,
    double nullStandardError,
    double z,
    double p) {}
