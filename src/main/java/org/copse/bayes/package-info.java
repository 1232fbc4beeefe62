/**
 * Bayesian random-effects meta-analysis without simulation: priors, posteriors, prediction and
 * shrinkage in the normal-normal hierarchical model, by quadrature over τ.
 *
 * <p>What lives here takes effects and gives posterior distributions as objects that answer
 * questions (mean, median, mode, intervals, probabilities). Nothing here samples, draws, prints or
 * knows a data frame.
 */
package org.copse.bayes;
