/**
 * Pooling: common effect, Mantel-Haenszel, Peto, random effects, Henmi-Copas, IVhet and weights by
 * sample size; models of the counts themselves (exact conditional, mixed, beta-binomial, penalised
 * logistic); common and random effects side by side, subgroups of each, and the presets of other
 * programs.
 *
 * <p>A model is an immutable configuration ({@code withDefaults()...fit(effects)}); the result is
 * an immutable {@link org.copse.model.Fit} that knows its effects, its methods and its notes, or,
 * where several are set side by side, an immutable object that holds such fits. Estimators of tau²
 * live in {@code heterogeneity}, priors in {@code bayes}. Nothing here draws, prints or knows a
 * data frame.
 */
package org.copse.model;
