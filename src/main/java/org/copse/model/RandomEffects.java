package org.copse.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.copse.effect.Effects;
import org.copse.heterogeneity.CommonTau2;
import org.copse.heterogeneity.GivenTau2;
import org.copse.heterogeneity.ISquared;
import org.copse.heterogeneity.PredictionMethod;
import org.copse.heterogeneity.Tau2Estimator;
import org.copse.heterogeneity.Tau2IntervalMethod;
import org.copse.heterogeneity.Tau2Method;

/**
 * Random-effects model: yᵢ ~ N(μ, vᵢ + tau²).
 *
 * <p><b>Formula</b>: μ = Σwᵢyᵢ/Σwᵢ, wᵢ = 1/(vᵢ + tau²) unless weights are given, tau² by a {@link
 * Tau2Estimator}, interval by a {@link ConfidenceMethod}. <b>Scale</b>: analysis scale.
 * <b>Defaults</b>: {@link Preset#COCHRANE}. <b>Edge cases</b>: k = 1 gives that study with tau² = 0
 * and no interval of tau² or prediction, said in the notes; k = 0 is an error. <b>Accuracy</b>:
 * 1e-12 for closed forms, 1e-8 or better for iterative estimators. <b>Source</b>: Cochrane
 * Handbook, section 10.10.4. metafor: {@code rma}; R meta: {@code random}.
 */
public final class RandomEffects {

  private static final String TWO_STUDIES =
      "k = 2: the interval rests on almost no information about τ²; BayesianRandomEffects.of(effects) with a proper prior for τ is the better answer.";

  private final RandomEffectsOptions options;

  private RandomEffects(RandomEffectsOptions options) {
    this.options = options;
  }

  /**
   * The defaults: {@link Preset#COCHRANE} at 95 %.
   *
   * @return the model
   */
  public static RandomEffects withDefaults() {
    return preset(Preset.COCHRANE);
  }

  /**
   * What a program does by default.
   *
   * @param program the program
   * @return the model
   */
  public static RandomEffects preset(Preset program) {
    return new RandomEffects(RandomEffectsOptions.of(program));
  }

  /**
   * Fits with the defaults.
   *
   * @param effects the effects
   * @return the fit
   */
  public static RandomEffectsFit of(Effects effects) {
    return withDefaults().fit(effects);
  }

  RandomEffects with(Consumer<RandomEffectsOptions> change) {
    return new RandomEffects(options.with(change));
  }

  /**
   * Another estimator of tau².
   *
   * @param estimator for example {@code Tau2Estimator.DL}
   * @return a new model
   */
  public RandomEffects tau2(Tau2Estimator estimator) {
    return tau2Method(estimator);
  }

  /**
   * A given tau², not estimated.
   *
   * @param value the between-study variance, at least 0
   * @return a new model
   * @throws IllegalArgumentException when it is not finite or below 0
   */
  public RandomEffects tau2Fixed(double value) {
    return tau2Method(Tau2Method.fixed(value));
  }

  /**
   * tau² by the generalised Q with weights in a numeric moderator of the studies.
   *
   * @param moderator name of the moderator that holds one positive weight a study
   * @return a new model
   */
  public RandomEffects tau2GeneralisedQ(String moderator) {
    return tau2Method(Tau2Method.generalisedQBy(moderator));
  }

  /**
   * tau² by Sidik and Jonkman from a start value.
   *
   * @param start a first guess of tau², above 0; {@code Tau2Estimator.SJ} has the usual one
   * @return a new model
   * @throws IllegalArgumentException when it is not finite and above 0
   */
  public RandomEffects tau2SidikJonkman(double start) {
    return tau2Method(Tau2Method.sidikJonkman(start));
  }

  /** Any method, for presets and tests. */
  RandomEffects tau2Method(Tau2Method method) {
    return with(o -> o.tau2 = method);
  }

  /**
   * Another confidence interval of tau².
   *
   * @param method for example {@code Tau2IntervalMethod.Q_PROFILE}
   * @return a new model
   */
  public RandomEffects tau2Interval(Tau2IntervalMethod method) {
    return with(o -> o.tau2Interval = method);
  }

  /**
   * Another confidence interval of the mean.
   *
   * @param method for example {@code ConfidenceMethod.WALD}
   * @return a new model
   */
  public RandomEffects interval(ConfidenceMethod method) {
    return with(o -> o.interval = method);
  }

  /**
   * Weights wᵢ = 1/(vᵢ + tau²), the default.
   *
   * @return a new model
   */
  public RandomEffects inverseVarianceWeights() {
    return with(o -> o.weights = StudyWeights.INVERSE_VARIANCE);
  }

  /**
   * Weights of the user's own, from a column of the studies; they follow the studies into subgroups
   * and leave-one-out.
   *
   * <p><b>Formula</b>: μ = Σwᵢyᵢ/Σwᵢ, SE = √Σwᵢ²(vᵢ + tau²)/Σw; Hartung-Knapp multiplies that SE by
   * √q as with inverse-variance weights. tau² does not depend on them. metafor: {@code weights =}.
   *
   * @param column name of a numeric moderator, finite and at least 0 for every pooled study
   * @return a new model; its fit throws {@code StudyDataException} naming every study without a
   *     usable weight, and {@code IllegalArgumentException} for an unknown or categorical column
   */
  public RandomEffects userWeights(String column) {
    return with(o -> o.weights = StudyWeights.column(column));
  }

  /**
   * Weights by the number of patients in a study, all arms together; formulas as for {@link
   * #userWeights(String)}. Bonett, Psychol Methods 2008;13:173-181, and Hunter and Schmidt's
   * meta-analysis weight so.
   *
   * @return a new model; its fit throws {@code IllegalArgumentException} for effects that do not
   *     carry numbers of patients
   */
  public RandomEffects sampleSizeWeights() {
    return with(o -> o.weights = StudyWeights.SAMPLE_SIZE);
  }

  /**
   * Another prediction interval.
   *
   * @param method for example {@code PredictionMethod.HTS}
   * @return a new model
   */
  public RandomEffects prediction(PredictionMethod method) {
    return with(o -> o.prediction = method);
  }

  /**
   * No prediction interval.
   *
   * @return a new model
   */
  public RandomEffects withoutPrediction() {
    return with(o -> o.prediction = null);
  }

  /**
   * Number of bootstrap samples, for {@link PredictionMethod#NNF} and for the interval of an
   * exceedance probability.
   *
   * @param number at least 100; 25,000 unless said otherwise
   * @return a new model
   * @throws IllegalArgumentException for fewer than 100
   */
  public RandomEffects bootstrapSamples(int number) {
    if (number < 100) {
      throw new IllegalArgumentException(
          "Cannot take bootstrap samples: their number must be at least 100, was %s. Use 25,000."
              .formatted(number));
    }
    return with(o -> o.samples = number);
  }

  /**
   * Seed of the bootstrap; the same seed gives the same bits on any number of threads.
   *
   * @param newSeed any number; 1 unless said otherwise
   * @return a new model
   */
  public RandomEffects bootstrapSeed(long newSeed) {
    return with(o -> o.seed = newSeed);
  }

  /**
   * Which I² is printed first; both are always available.
   *
   * @param source from tau² or from Q
   * @return a new model
   */
  public RandomEffects iSquared(ISquared.Source source) {
    return with(o -> o.iSquared = source);
  }

  /**
   * Another level of all intervals.
   *
   * @param newLevel for example 0.90
   * @return a new model
   */
  public RandomEffects level(double newLevel) {
    return with(o -> o.level = newLevel);
  }

  /**
   * Fits the model. What takes long - the interval of tau², the prediction interval, bootstraps -
   * is computed when the fit is asked for it.
   *
   * @param effects the effects
   * @return the fit
   * @throws IllegalArgumentException when no study has an estimable effect, or the interval is not
   *     defined for the weights
   */
  public RandomEffectsFit fit(Effects effects) {
    EstimableRows rows = EstimableRows.of(effects);
    Tau2Method method = options.tau2.forEffects(effects);
    return fit(effects, rows, method, MantelHaenszelCentre.tau2(options, effects, rows, method));
  }

  private RandomEffectsFit fit(
      Effects effects, EstimableRows rows, Tau2Method method, double between) {
    double[] weights = options.weights.of(effects, rows, between);
    RandomMean mean =
        new RandomMean(
            rows.estimates(),
            rows.variances(),
            between,
            weights,
            options.weights.isInverseVariance());
    Inference inference =
        options.interval instanceof ConfidenceMethod usual
            ? usual.inference(mean, options.tau2, options.level)
            : HenmiCopasInterval.inference(mean, options.level);
    PooledEffect pooled =
        new PooledEffect(
            rows.k(),
            mean.estimate(),
            inference,
            rows.inPlace(weights),
            () -> MantelHaenszelCentre.q(options, effects, rows),
            () -> notes(effects, mean, inference));
    return new RandomEffectsFit(this, effects, pooled, mean, method);
  }

  private List<String> notes(Effects effects, RandomMean mean, Inference inference) {
    List<String> notes = new ArrayList<>(effects.notes());
    if (options.tau2 instanceof GivenTau2) {
      notes.add("τ² is given, not estimated: it has no interval.");
    } else if (options.tau2 instanceof CommonTau2) {
      // said once for all groups by their analysis
    } else if (mean.k() < 2) {
      notes.add("One study: τ² cannot be estimated and is taken as 0; the result is that study.");
    } else if (mean.tau2() == 0) {
      notes.add(
          options.weights.isInverseVariance()
              ? "τ² is estimated as 0, the boundary: the weights are those of a common effect."
              : "τ² is estimated as 0, the boundary.");
    }
    if (mean.k() == 2
        && !(options.tau2 instanceof GivenTau2 || options.tau2 instanceof CommonTau2)) {
      notes.add(TWO_STUDIES);
    }
    if (!inference.note().isEmpty()) {
      notes.add(inference.note());
    }
    String absent = FitPrediction.whyAbsent(options, mean);
    if (!absent.isEmpty()) {
      notes.add(absent);
    }
    notes.addAll(RareEvents.inverseVariance(effects));
    return notes;
  }

  RandomEffectsOptions options() {
    return options;
  }
}
