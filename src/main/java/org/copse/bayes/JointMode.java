package org.copse.bayes;

/**
 * Where the joint posterior density of μ and τ is highest.
 *
 * @param mu μ on the analysis scale
 * @param tau τ on the analysis scale
 */
public record JointMode(double mu, double tau) {}
