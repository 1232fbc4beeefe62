package org.copse.bayes;

import org.copse.bayes.MarginalLikelihood.Conditional;

/**
 * The normal-normal hierarchical model for given data and a normal or uniform prior of μ: what is
 * normal given τ.
 *
 * <p>Given τ: μ ~ N(m, s²); a new study's effect ~ N(m, s² + τ²); the effect of study i, with bᵢ =
 * τ²/(vᵢ + τ²), ~ N(m + bᵢ(yᵢ − m), bᵢvᵢ + (1 − bᵢ)²s²). Röver 2020, section 2.
 */
final class HierarchicalModel {

  /** How far the conditional mean may move across a panel, in its standard deviations. */
  private static final double MOST_MOVEMENT = 3;

  private final StudyData data;
  private final MarginalLikelihood likelihood;

  HierarchicalModel(StudyData data, EffectPrior prior) {
    this.data = data;
    this.likelihood =
        new MarginalLikelihood(
            data.deviations(),
            data.variances(),
            prior.precision(),
            prior.mean() - data.reference());
  }

  MarginalLikelihood likelihood() {
    return likelihood;
  }

  private double share(int study, double tau) {
    double t = tau * tau;
    return t / (data.variances()[study] + t);
  }

  private double studyMean(int study, double tau, Conditional mu) {
    return mu.mean() + share(study, tau) * (data.deviations()[study] - mu.mean());
  }

  private double studySd(int study, double tau, Conditional mu) {
    double b = share(study, tau);
    return Math.sqrt(b * data.variances()[study] + (1 - b) * (1 - b) / mu.precision());
  }

  /** Whether a conditional mean moves too far between two τ for one panel of nodes. */
  boolean moves(double from, double to) {
    Conditional a = likelihood.given(from);
    Conditional b = likelihood.given(to);
    if (apart(a.mean(), a.sd(), b.mean(), b.sd())) {
      return true;
    }
    for (int i = 0; i < data.k(); i++) {
      if (apart(
          studyMean(i, from, a), studySd(i, from, a), studyMean(i, to, b), studySd(i, to, b))) {
        return true;
      }
    }
    return false;
  }

  private static boolean apart(double m1, double s1, double m2, double s2) {
    return Math.abs(m2 - m1) > MOST_MOVEMENT * Math.min(s1, s2);
  }

  /** Whether two sets of nodes give the same posteriors of μ and of a new study. */
  boolean agree(TauNodes nodes, TauNodes fewer) {
    NormalMixture mu = mu(nodes);
    NormalMixture other = mu(fewer);
    return mu.agrees(other) && newStudy(nodes, mu).agrees(newStudy(fewer, other));
  }

  /** The distributions of μ at the nodes, as a mixture. */
  NormalMixture mu(TauNodes nodes) {
    double[] mean = new double[nodes.size()];
    double[] sd = new double[nodes.size()];
    for (int i = 0; i < mean.length; i++) {
      Conditional mu = likelihood.given(nodes.tau(i));
      mean[i] = mu.mean();
      sd[i] = mu.sd();
    }
    return new NormalMixture(nodes.masses(), mean, sd, nodes.significant());
  }

  /** The effect of a new study, from that of μ. */
  static NormalMixture newStudy(TauNodes nodes, NormalMixture mu) {
    double[] mean = new double[nodes.size()];
    double[] sd = new double[nodes.size()];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = mu.mean(i);
      sd[i] = Math.hypot(mu.sd(i), nodes.tau(i));
    }
    return new NormalMixture(nodes.masses(), mean, sd, nodes.significant());
  }

  /** The effect of one study, from that of μ. */
  NormalMixture study(int study, TauNodes nodes, NormalMixture mu) {
    double[] mean = new double[nodes.size()];
    double[] sd = new double[nodes.size()];
    for (int i = 0; i < mean.length; i++) {
      Conditional given = new Conditional(mu.mean(i), 1 / (mu.sd(i) * mu.sd(i)));
      mean[i] = studyMean(study, nodes.tau(i), given);
      sd[i] = studySd(study, nodes.tau(i), given);
    }
    return new NormalMixture(nodes.masses(), mean, sd, nodes.significant());
  }

  /** A study's share of the mean of μ, averaged over τ: Σ mass × wᵢ/W. */
  double weight(int study, TauNodes nodes, NormalMixture mu) {
    double sum = 0;
    for (int i = 0; i < nodes.size(); i++) {
      double w = 1 / (data.variances()[study] + nodes.tau(i) * nodes.tau(i));
      sum += nodes.mass(i) * w * mu.sd(i) * mu.sd(i);
    }
    return sum;
  }
}
