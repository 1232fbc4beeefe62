package org.copse.model;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The two tests of heterogeneity of a generalised linear mixed model: the common-effect model
 * against the saturated one, in which each study has its own effect.
 *
 * <p><b>Formula</b>: Wald: the squared distance of the saturated model's effects from their common
 * value, by their covariance; likelihood ratio: twice the difference of log-likelihoods. <b>Edge
 * cases</b>: a study whose own effect is infinite (a zero cell) adds 0 to the Wald statistic, its
 * limit, and keeps its degree of freedom; k = 1 gives 0, df 0, p 1. metafor: {@code QE.Wld}, {@code
 * QE.LRT}.
 *
 * @param wald Wald statistic
 * @param waldP its p value
 * @param likelihoodRatio likelihood-ratio statistic
 * @param likelihoodRatioP its p value
 * @param df degrees of freedom of both, k − 1
 */
public record GlmmHeterogeneity(
    double wald, double waldP, double likelihoodRatio, double likelihoodRatioP, int df) {

  static GlmmHeterogeneity of(double wald, double likelihoodRatio, int df) {
    if (df == 0) {
      return new GlmmHeterogeneity(0, 1, 0, 1, 0);
    }
    ChiSquaredDistribution chi2 = ChiSquaredDistribution.of(df);
    double w = Math.max(0, wald);
    double ratio = Math.max(0, likelihoodRatio);
    return new GlmmHeterogeneity(
        w, chi2.survivalProbability(w), ratio, chi2.survivalProbability(ratio), df);
  }
}
