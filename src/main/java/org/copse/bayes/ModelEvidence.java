package org.copse.bayes;

import java.util.OptionalDouble;

/** Marginal likelihood of the model, and Bayes factors of its two null hypotheses against it. */
final class ModelEvidence {

  private final StudyData data;
  private final HierarchicalModel hierarchy;
  private final EffectPrior effectPrior;
  private final TauDistribution tauPrior;
  private final TauGrid grid;

  ModelEvidence(
      StudyData data,
      HierarchicalModel hierarchy,
      EffectPrior effectPrior,
      TauDistribution tauPrior,
      TauGrid grid) {
    this.data = data;
    this.hierarchy = hierarchy;
    this.effectPrior = effectPrior;
    this.tauPrior = tauPrior;
    this.grid = grid;
  }

  /** ln p(y), empty unless both priors are proper. */
  OptionalDouble logMarginalLikelihood() {
    return tauPrior.isProper() && effectPrior.isProper()
        ? OptionalDouble.of(grid.logNormaliser())
        : OptionalDouble.empty();
  }

  /** p(y | τ = 0)/p(y), empty for an improper prior of τ. */
  OptionalDouble bayesFactorTauZero() {
    return tauPrior.isProper()
        ? OptionalDouble.of(Math.exp(hierarchy.likelihood().log(0) - grid.logNormaliser()))
        : OptionalDouble.empty();
  }

  /** p(y | μ = 0)/p(y), empty unless both priors are proper. */
  OptionalDouble bayesFactorMuZero() {
    if (logMarginalLikelihood().isEmpty()) {
      return OptionalDouble.empty();
    }
    TauLikelihood noEffect =
        MarginalLikelihood.atMean(data.deviations(), data.variances(), -data.reference());
    double log = TauGrid.of(noEffect, tauPrior).logNormaliser();
    return OptionalDouble.of(Math.exp(log - grid.logNormaliser()));
  }
}
