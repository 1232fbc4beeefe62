package org.copse.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.heterogeneity.ISquared;
import org.copse.heterogeneity.Prediction;
import org.copse.numeric.Quantiles;

/**
 * A generalised linear mixed model fitted to counts.
 *
 * <p>{@link #heterogeneity()} is the Wald-type test, {@link #heterogeneityTests()} has both. The
 * studies have no weights.
 */
public final class GlmmFit extends Fit implements RandomEffectsResult {

  private final Glmm model;
  private final Effects effects;
  private final GlmmOptimum best;
  private final GlmmHeterogeneity tests;
  private final Prediction prediction;
  private final GlmmCommonEffect common;
  private final double[] variances;
  private final boolean twoArms;
  private final String family;

  GlmmFit(
      Glmm model,
      Effects effects,
      PooledEffect pooled,
      GlmmData data,
      GlmmOptimum best,
      GlmmOptimum common,
      GlmmHeterogeneity tests,
      Prediction prediction) {
    super(pooled);
    this.model = model;
    this.effects = effects;
    this.best = best;
    this.tests = tests;
    this.prediction = prediction;
    this.common = common(common, level());
    this.variances =
        java.util.Arrays.stream(effects.estimable()).mapToDouble(effects::variance).toArray();
    this.twoArms = data.isTwoArm();
    this.family = data.family();
  }

  private static GlmmCommonEffect common(GlmmOptimum o, double level) {
    double margin = Quantiles.twoSided(level, Double.POSITIVE_INFINITY) * o.standardError();
    Interval interval = new Interval(o.theta() - margin, o.theta() + margin, level);
    return new GlmmCommonEffect(o.theta(), o.standardError(), interval, o.logLikelihood());
  }

  @Override
  public Effects effects() {
    return effects;
  }

  @Override
  public GlmmFit refit(int... rows) {
    return model.fit(effects.subset(rows));
  }

  @Override
  public String model() {
    return "Random effects (GLMM)";
  }

  @Override
  public boolean hasWeights() {
    return false;
  }

  /**
   * Treatment of the studies' levels in use.
   *
   * @return the model, empty for single groups
   */
  public Optional<GlmmModel> glmmModel() {
    return twoArms ? Optional.of(model.model()) : Optional.empty();
  }

  /**
   * Confidence method in use.
   *
   * @return the method
   */
  public ConfidenceMethod confidenceMethod() {
    return model.interval();
  }

  @Override
  public double tau2() {
    return best.tau2();
  }

  @Override
  public double tau() {
    return Math.sqrt(tau2());
  }

  /**
   * Variance of the random study effects (levels).
   *
   * @return σ², empty unless the model has them
   */
  public Optional<Double> sigma2() {
    return Double.isNaN(best.sigma2()) ? Optional.empty() : Optional.of(best.sigma2());
  }

  /**
   * The same model with τ² = 0.
   *
   * @return its estimate, interval and log-likelihood
   */
  public GlmmCommonEffect commonEffect() {
    return common;
  }

  /**
   * Likelihood-ratio and Wald-type tests of heterogeneity.
   *
   * @return both tests
   */
  public GlmmHeterogeneity heterogeneityTests() {
    return tests;
  }

  /**
   * Maximised log-likelihood, with all constants.
   *
   * @return the log-likelihood of the counts (conditional on the totals where the model is)
   */
  public double logLikelihood() {
    return best.logLikelihood();
  }

  /**
   * Number of parameters: θ, τ², and the studies' levels or their mean and variance.
   *
   * @return the number
   */
  public int parameters() {
    if (!twoArms || model.model().isConditional()) {
      return 2;
    }
    return model.model() == GlmmModel.FIXED_STUDY_EFFECTS ? 2 + k() : 4;
  }

  /**
   * Akaike's information criterion.
   *
   * @return −2 log-likelihood + 2 parameters
   */
  public double aic() {
    return -2 * logLikelihood() + 2 * parameters();
  }

  /**
   * Bayesian information criterion.
   *
   * @return −2 log-likelihood + parameters · ln(counts modelled: 2k of an unconditional model, else
   *     k)
   */
  public double bic() {
    boolean both = twoArms && !model.model().isConditional();
    return -2 * logLikelihood() + parameters() * Math.log(both ? 2.0 * k() : k());
  }

  /**
   * Points of the adaptive Gauss-Hermite quadrature in use, in each dimension.
   *
   * @return the number that sufficed
   */
  public int quadraturePoints() {
    return best.points();
  }

  /**
   * What twice as many points would change.
   *
   * @return absolute change of the log-likelihood
   */
  public double quadratureChange() {
    return best.change();
  }

  @Override
  public Optional<Prediction> prediction() {
    return Optional.ofNullable(prediction);
  }

  @Override
  public Optional<Interval> backTransformedPrediction() {
    return prediction().map(p -> p.interval().map(effects::backTransform));
  }

  /**
   * I² from τ² and the typical within-study variance of the studies' own estimates, as metafor.
   *
   * @return percent
   */
  @Override
  public double iSquared() {
    return ISquared.fromTau2(tau2(), variances);
  }

  @Override
  public ISquared.Source iSquaredSource() {
    return ISquared.Source.TAU2;
  }

  /**
   * H² from τ², as {@link #iSquared()}.
   *
   * @return H² ≥ 1
   */
  public double hSquared() {
    return ISquared.hSquaredFromTau2(tau2(), variances);
  }

  @Override
  public List<String> methods() {
    List<String> methods = new ArrayList<>();
    String which =
        twoArms ? ", %s (%s)".formatted(model.model().label(), model.model().code()) : "";
    methods.add(
        "Generalised linear mixed model, %s%s, maximum likelihood.".formatted(family, which));
    if (twoArms && !model.model().isConditional()) {
      methods.add("Random effect coded %s.".formatted(model.coding().label()));
    }
    methods.add(
        String.format(
            Locale.ROOT,
            "Adaptive Gauss-Hermite quadrature, %s points (twice as many change the log-likelihood by less than %.0e).",
            best.points(),
            Math.pow(10, Math.ceil(Math.log10(Math.max(1e-12, best.change()))))));
    String df = Double.isInfinite(test().df()) ? "" : ", %s df".formatted((long) test().df());
    methods.add(model.interval().label() + df + ".");
    if (prediction != null) {
      methods.add("Prediction interval: %s.".formatted(prediction.method().label()));
    }
    return methods;
  }

  GlmmOptimum optimum() {
    return best;
  }
}
