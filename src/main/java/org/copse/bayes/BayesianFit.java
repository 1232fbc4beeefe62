package org.copse.bayes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.effect.Measure;
import org.copse.model.BackTransformed;

/**
 * The posterior of a Bayesian random-effects meta-analysis: τ, μ, the effect in a new study and in
 * each study at hand.
 *
 * <p><b>Scale</b>: all posteriors are on the analysis scale (log for ratios); {@link
 * #backTransformed()} is what readers know, of the median and the interval, which for {@link
 * CredibleInterval#SHORTEST} is the shortest one on the analysis scale. Immutable.
 */
public final class BayesianFit {

  private final BayesianRandomEffects model;
  private final Effects effects;
  private final StudyData data;
  private final TauPrior prior;
  private final TauDistribution priorDistribution;
  private final HierarchicalModel hierarchy;
  private final TauGrid grid;
  private final TauNodes nodes;
  private final NormalMixture muMixture;
  private final TauNodes fewer;
  private final NormalMixture fewerMu;
  private final double largestMoment;
  private final ModelEvidence evidence;

  BayesianFit(
      BayesianRandomEffects model,
      Effects effects,
      StudyData data,
      TauPrior prior,
      TauDistribution priorDistribution) {
    this.model = model;
    this.effects = effects;
    this.data = data;
    this.prior = prior;
    this.priorDistribution = priorDistribution;
    hierarchy = new HierarchicalModel(data, model.effectPrior());
    MarginalLikelihood likelihood = hierarchy.likelihood();
    grid = TauGrid.of(likelihood, priorDistribution, hierarchy::moves);
    evidence = new ModelEvidence(data, hierarchy, model.effectPrior(), priorDistribution, grid);
    nodes = grid.nodes();
    muMixture = hierarchy.mu(nodes);
    fewer = nodes.reduced(Math.sqrt(SamplingVariances.smallest(data.variances())), hierarchy);
    fewerMu = hierarchy.mu(fewer);
    double power = priorDistribution.tailExponent() + likelihood.decay() - 1;
    largestMoment = priorDistribution.logTail() ? Math.nextUp(power) : power;
  }

  /**
   * The effects, rows left out included.
   *
   * @return the effects
   */
  public Effects effects() {
    return effects;
  }

  /**
   * The measure.
   *
   * @return the measure
   */
  public Measure measure() {
    return effects.measure();
  }

  /**
   * Short name of the model.
   *
   * @return "Bayesian random effects"
   */
  public String model() {
    return "Bayesian random effects";
  }

  /**
   * Number of studies pooled; rows without an estimable effect do not count.
   *
   * @return k
   */
  public int k() {
    return data.k();
  }

  /**
   * Level of the credible intervals.
   *
   * @return for example 0.95
   */
  public double level() {
    return model.level();
  }

  /**
   * Kind of the credible intervals.
   *
   * @return shortest or equal-tailed
   */
  public CredibleInterval intervalType() {
    return model.interval();
  }

  /**
   * The same model, same settings, on some of the studies.
   *
   * @param rows indices of the studies, in the order wanted
   * @return a new fit
   * @throws IllegalArgumentException when they are too few for the prior
   */
  public BayesianFit refit(int... rows) {
    return model.fit(effects.subset(rows));
  }

  /**
   * The prior of τ in use.
   *
   * @return the prior
   */
  public TauPrior tauPrior() {
    return prior;
  }

  /**
   * The distribution of the prior of τ, scaled by the data where it asks for that.
   *
   * @return the distribution
   */
  public TauDistribution tauPriorDistribution() {
    return priorDistribution;
  }

  /**
   * The prior of μ in use.
   *
   * @return for example "uniform (improper)" or "normal(0, 4)"
   */
  public String effectPrior() {
    return model.effectPrior().label();
  }

  /**
   * Posterior of the heterogeneity τ.
   *
   * @return the posterior
   */
  public Posterior tau() {
    MarginalLikelihood likelihood = hierarchy.likelihood();
    return new TauPosterior(
        grid,
        nodes,
        priorDistribution,
        tau -> likelihood.slope(tau) + priorDistribution.slope(tau),
        likelihood.log(0),
        largestMoment,
        model.interval(),
        model.level());
  }

  private Posterior effect(NormalMixture full, NormalMixture mixture, double moments) {
    return new EffectPosterior(
        full, mixture, data.reference(), moments, model.interval(), model.level());
  }

  /**
   * Posterior of the mean effect μ.
   *
   * @return the posterior
   */
  public Posterior mu() {
    return effect(
        muMixture,
        fewerMu,
        model.effectPrior().isProper() ? Double.POSITIVE_INFINITY : largestMoment);
  }

  /**
   * Posterior predictive distribution of the effect in a new study; its interval is the prediction
   * interval.
   *
   * @return the distribution of θ in a new study
   */
  public Posterior newStudy() {
    return effect(
        HierarchicalModel.newStudy(nodes, muMixture),
        HierarchicalModel.newStudy(fewer, fewerMu),
        largestMoment);
  }

  /**
   * Posterior of the effect in one of the studies: its estimate, shrunk towards μ.
   *
   * @param study index in {@link #effects()}, 0 for the first
   * @return the posterior of θᵢ; that of a new study for a row without an estimate of its own
   */
  public Posterior shrinkage(int study) {
    if (!effects.isEstimable(study)) {
      return newStudy();
    }
    int row = data.indexOf(study);
    NormalMixture full = hierarchy.study(row, nodes, muMixture);
    NormalMixture few = hierarchy.study(row, fewer, fewerMu);
    return effect(full, full.agrees(few) ? few : full, Double.POSITIVE_INFINITY);
  }

  /**
   * One study's share of the posterior mean of μ, averaged over τ.
   *
   * @param study index in {@link #effects()}, 0 for the first
   * @return weight in percent, 0 for a study left out; with {@link #priorWeight()} all add up to
   *     100
   */
  public double weight(int study) {
    return effects.isEstimable(study)
        ? 100 * hierarchy.weight(data.indexOf(study), nodes, muMixture)
        : 0;
  }

  /**
   * The share of the prior of μ in its posterior mean.
   *
   * @return weight in percent, 0 for the uniform prior
   */
  public double priorWeight() {
    double sum = 0;
    for (int i = 0; i < nodes.size(); i++) {
      sum += nodes.mass(i) * muMixture.sd(i) * muMixture.sd(i);
    }
    return model.effectPrior().isProper() ? 100 * sum * model.effectPrior().precision() : 0;
  }

  /**
   * Where the joint posterior density of μ and τ is highest (maximum a posteriori).
   *
   * @return μ and τ; τ = 0 for a prior with a pole there
   */
  public JointMode jointMode() {
    MarginalLikelihood likelihood = hierarchy.likelihood();
    double tau =
        HighestPoint.of(
            t -> priorDistribution.slope(t) + likelihood.profileSlope(t),
            t -> priorDistribution.logDensity(t) + likelihood.logProfile(t),
            grid.checkpoints(),
            priorDistribution.upperBound());
    return new JointMode(data.reference() + hierarchy.likelihood().given(tau).mean(), tau);
  }

  /**
   * Logarithm of the marginal likelihood p(y).
   *
   * @return the logarithm, empty unless both priors are proper
   */
  public OptionalDouble logMarginalLikelihood() {
    return evidence.logMarginalLikelihood();
  }

  /**
   * Bayes factor of τ = 0 against the model: p(y | τ = 0)/p(y). Below 1 speaks for heterogeneity.
   *
   * @return the Bayes factor, empty for an improper prior of τ; the prior of μ is the same on both
   *     sides and may be uniform
   */
  public OptionalDouble bayesFactorTauZero() {
    return evidence.bayesFactorTauZero();
  }

  /**
   * Bayes factor of no effect, μ = 0 on the analysis scale, against the model: p(y | μ = 0)/p(y).
   * Below 1 speaks for an effect.
   *
   * @return the Bayes factor, empty unless both priors are proper and the measure has a value of no
   *     effect
   */
  public OptionalDouble bayesFactorMuZero() {
    return measure().hasNullValue() ? evidence.bayesFactorMuZero() : OptionalDouble.empty();
  }

  /**
   * Posterior median of I², by the typical sampling variance of Higgins and Thompson.
   *
   * @return percent, empty for a single study
   */
  public OptionalDouble iSquaredMedian() {
    return new ISquaredPosterior(data.variances()).median(tau());
  }

  /**
   * Posterior mean of I².
   *
   * @return percent, empty for a single study
   */
  public OptionalDouble iSquaredMean() {
    return new ISquaredPosterior(data.variances()).mean(nodes);
  }

  /**
   * Equal-tailed credible interval of I², that of τ transformed.
   *
   * @return percent, empty for a single study
   */
  public Optional<Interval> iSquaredInterval() {
    return new ISquaredPosterior(data.variances()).equalTailed(tau(), level());
  }

  private BackTransformed shown(Posterior posterior) {
    return new BackTransformed(
        measure(),
        effects.backTransform(posterior.median()),
        posterior.interval().map(effects::backTransform));
  }

  /**
   * Posterior median and interval of μ on the scale that readers know.
   *
   * @return for example the risk ratio 0.49 [0.34; 0.70]
   */
  public BackTransformed backTransformed() {
    return shown(mu());
  }

  /**
   * Median and interval of the effect in a new study on the scale that readers know.
   *
   * @return the prediction
   */
  public BackTransformed backTransformedNewStudy() {
    return shown(newStudy());
  }

  /**
   * Posterior median and interval of one study's effect on the scale that readers know.
   *
   * @param study index in {@link #effects()}, 0 for the first
   * @return the shrinkage estimate
   */
  public BackTransformed backTransformedShrinkage(int study) {
    return shown(shrinkage(study));
  }

  /**
   * The methods and settings in use, one sentence each, for a methods section.
   *
   * @return the sentences
   */
  public List<String> methods() {
    return List.of(
        "Normal-normal hierarchical model, posterior by quadrature over τ (no simulation).",
        "Prior for τ: " + prior.label() + ".",
        "Prior for μ: " + model.effectPrior().label() + ".",
        "Posterior medians with %s credible intervals.".formatted(model.interval().label()));
  }

  /**
   * What a reader must know: corrections, studies left out, what the prior assumes.
   *
   * @return notes, perhaps none
   */
  public List<String> notes() {
    List<String> notes = new ArrayList<>(effects.notes());
    BayesianNotes.add(notes, this, model.usesDefaultPrior());
    return List.copyOf(notes);
  }

  @Override
  public String toString() {
    BackTransformed shown = backTransformed();
    return String.format(
        Locale.ROOT,
        "%s, %s: %.4g [%.4g; %.4g], k = %s, %s",
        model(),
        measure().label(),
        shown.estimate(),
        shown.interval().lower(),
        shown.interval().upper(),
        k(),
        prior);
  }
}
