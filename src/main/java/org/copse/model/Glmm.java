package org.copse.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.heterogeneity.Heterogeneity;
import org.copse.heterogeneity.Prediction;
import org.copse.heterogeneity.PredictionMethod;
import org.copse.heterogeneity.QCentre;

/**
 * Generalised linear mixed models of counts, by maximum likelihood: no continuity correction, no
 * normal approximation within the studies.
 *
 * <p><b>Data</b>: two-arm counts as odds ratios and person-time counts as incidence rate ratios
 * ({@link GlmmModel} says how the studies' levels are treated); single groups as logit proportions
 * or log rates. <b>Formula</b>: the count of study i has the likelihood of its distribution at a
 * linear predictor with θᵢ ~ N(θ, τ²); θᵢ is integrated out by adaptive Gauss-Hermite quadrature.
 * <b>Scale</b>: log odds ratio, log rate ratio, logit, log rate. <b>Edge cases</b>: two-arm studies
 * without events (or with events only) carry no information on the ratio and are left out; k = 1
 * gives τ² = 0; where no study is inside its range (no event in one arm of any study) no finite
 * maximum exists, an error. A likelihood that still rises at τ² = 100 is followed no further, with
 * a note. <b>Accuracy</b>: points are doubled until the log-likelihood changes by less than 1e-10;
 * the global maximum of the profile likelihood; standard error by the observed information of all
 * parameters, from exact derivatives. <b>Source</b>: Stijnen, Hamza and Özdemir, Stat Med
 * 2010;29:3046-3067. metafor: {@code rma.glmm}; R meta: {@code metabin(method = "GLMM")}, {@code
 * metainc}, {@code metaprop}, {@code metarate}.
 */
public final class Glmm {

  private final GlmmModel model;
  private final GlmmCoding coding;
  private final ConfidenceMethod interval;
  private final double level;

  private Glmm(GlmmModel model, GlmmCoding coding, ConfidenceMethod interval, double level) {
    this.model = Objects.requireNonNull(model, "model");
    this.coding = Objects.requireNonNull(coding, "coding");
    this.interval = Objects.requireNonNull(interval, "interval");
    this.level = Interval.requireLevel(level);
  }

  /**
   * The defaults: conditional exact likelihood, 95 % Wald interval. metafor's default for two arms
   * is {@link GlmmModel#FIXED_STUDY_EFFECTS}, chosen there for its speed.
   *
   * @return the model
   */
  public static Glmm withDefaults() {
    return new Glmm(GlmmModel.CONDITIONAL_EXACT, GlmmCoding.HALF, ConfidenceMethod.WALD, 0.95);
  }

  /**
   * Fits with the defaults.
   *
   * @param effects odds ratios, incidence rate ratios, logit proportions or log rates, with counts
   * @return the fit
   */
  public static GlmmFit of(Effects effects) {
    return withDefaults().fit(effects);
  }

  /**
   * Another treatment of the studies' levels; of no account for single groups.
   *
   * @param choice the model
   * @return a new model
   */
  public Glmm model(GlmmModel choice) {
    return new Glmm(choice, coding, interval, level);
  }

  /**
   * Another share of the arms in the random effect; of no account for conditional models.
   *
   * @param choice the coding
   * @return a new model
   */
  public Glmm coding(GlmmCoding choice) {
    return new Glmm(model, choice, interval, level);
  }

  /**
   * Another confidence interval.
   *
   * @param method {@code WALD} or {@code T}, with k − 1 degrees of freedom
   * @return a new model
   * @throws IllegalArgumentException for a method that needs weights
   */
  public Glmm interval(ConfidenceMethod method) {
    if (method != ConfidenceMethod.WALD && method != ConfidenceMethod.T) {
      throw new IllegalArgumentException(
          "Cannot fit a GLMM: interval must be WALD or T, was %s. Use RandomEffects for the others."
              .formatted(method));
    }
    return new Glmm(model, coding, method, level);
  }

  /**
   * Another level of the intervals.
   *
   * @param newLevel for example 0.90
   * @return a new model
   */
  public Glmm level(double newLevel) {
    return new Glmm(model, coding, interval, newLevel);
  }

  /**
   * Fits the model.
   *
   * @param effects odds ratios, incidence rate ratios, logit proportions or log rates, with counts
   * @return the fit
   * @throws IllegalArgumentException for another measure, when no study carries information, or
   *     when the likelihood has no finite maximum
   */
  public GlmmFit fit(Effects effects) {
    GlmmData data = GlmmData.of(effects, model);
    GlmmLikelihoods likelihoods = new GlmmLikelihoods(data, coding);
    GlmmOptimum common = likelihoods.common();
    GlmmOptimum best = data.k() < 2 ? common : likelihoods.maximum();
    GlmmHeterogeneity tests = likelihoods.heterogeneity(common.logLikelihood());
    boolean t = interval == ConfidenceMethod.T && data.k() > 1;
    double df = t ? data.k() - 1 : Double.POSITIVE_INFINITY;
    PooledEffect pooled =
        new PooledEffect(
            data.k(),
            best.theta(),
            best.standardError(),
            df,
            level,
            null,
            new Heterogeneity(tests.wald(), tests.df(), tests.waldP(), QCentre.INVERSE_VARIANCE),
            notes(effects, data, best));
    Prediction prediction =
        data.k() < 2
            ? null
            : Prediction.of(
                t ? PredictionMethod.V : PredictionMethod.S,
                best.theta(),
                best.standardError(),
                best.tau2(),
                df,
                level);
    return new GlmmFit(this, effects, pooled, data, best, common, tests, prediction);
  }

  private static List<String> notes(Effects effects, GlmmData data, GlmmOptimum best) {
    List<String> notes = new ArrayList<>(effects.notes());
    int left = effects.size() - data.k();
    if (left > 0) {
      notes.add(
          "%s of %s studies without events in both arms, or with events only, %s left out of the model."
              .formatted(left, effects.size(), left == 1 ? "is" : "are"));
    }
    if (data.hasZero()) {
      notes.add(
          "What is added to zero cells concerns the studies' own estimates, in the plot and in Q; the model takes the counts as they are.");
    }
    if (data.k() < 2) {
      notes.add("τ² cannot be estimated from 1 study: 0 is used.");
    } else if (best.isAtUpperBound()) {
      notes.add(
          "The likelihood still rises at τ² = 100: τ² has no usable estimate, and neither have the interval and the prediction interval.");
    } else if (best.tau2() == 0) {
      notes.add("τ² is estimated as 0, the boundary: the result is that of a common effect.");
    }
    return notes;
  }

  GlmmModel model() {
    return model;
  }

  GlmmCoding coding() {
    return coding;
  }

  ConfidenceMethod interval() {
    return interval;
  }
}
