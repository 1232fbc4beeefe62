package org.copse.sensitivity;

import org.copse.model.Fit;

/**
 * One study's influence; see {@link Influence} for the formulas.
 *
 * @param study label
 * @param row index in the fit's effects
 * @param studentisedResidual distance from the effect of the others, in standard errors
 * @param dffits change of the pooled effect without it, in standard errors of its fitted value
 * @param cooksDistance squared change of the pooled effect without it, over its variance
 * @param covarianceRatio variance of the pooled effect without it, over that with it
 * @param tau2 τ² without it
 * @param q Q without it
 * @param hat its share of the pooled effect
 * @param weight the same in percent
 * @param dfbetas change of the pooled effect without it, in standard errors at the τ² without it
 * @param contribution its squared Pearson residual, of which Q is the sum for a common effect
 * @param shift squared change of the pooled effect without it, over its variance without it
 * @param without the fit without it
 * @param influential whether a limit of Viechtbauer and Cheung (2010) is passed
 */
public record StudyInfluence(
    String study,
    int row,
    double studentisedResidual,
    double dffits,
    double cooksDistance,
    double covarianceRatio,
    double tau2,
    double q,
    double hat,
    double weight,
    double dfbetas,
    double contribution,
    double shift,
    Fit without,
    boolean influential) {}
