package org.copse.model;

import java.util.ArrayList;
import java.util.List;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.heterogeneity.CommonTau2;
import org.copse.heterogeneity.GivenTau2;
import org.copse.heterogeneity.Heterogeneity;
import org.copse.heterogeneity.ISquared;
import org.copse.heterogeneity.Prediction;
import org.copse.heterogeneity.PredictionMethod;
import org.copse.heterogeneity.Tau2Estimator;
import org.copse.heterogeneity.Tau2Interval;
import org.copse.heterogeneity.Tau2IntervalMethod;
import org.copse.heterogeneity.Tau2Method;
import org.copse.heterogeneity.Weights;
import org.copse.numeric.WeightedMean;

/**
 * Random-effects model: yᵢ ~ N(μ, vᵢ + tau²).
 *
 * <p><b>Formula</b>: μ = Σwᵢyᵢ/Σwᵢ, wᵢ = 1/(vᵢ + tau²), tau² by a {@link Tau2Estimator}, interval
 * by a {@link ConfidenceMethod}. <b>Scale</b>: analysis scale. <b>Defaults</b>: {@link
 * Preset#COCHRANE}. <b>Edge cases</b>: k = 1 gives that study with tau² = 0 and no interval of tau²
 * or prediction, said in the notes; k = 0 is an error. <b>Accuracy</b>: 1e-12 for closed forms,
 * 1e-8 or better for iterative estimators. <b>Source</b>: Cochrane Handbook, section 10.10.4.
 * metafor: {@code rma}; R meta: {@code random}.
 */
public final class RandomEffects {

  private final Tau2Method tau2;
  private final Tau2IntervalMethod tau2Interval;
  private final ConfidenceMethod interval;
  private final PredictionMethod prediction;
  private final ISquared.Source iSquared;
  private final double level;

  private RandomEffects(
      Tau2Method tau2,
      Tau2IntervalMethod tau2Interval,
      ConfidenceMethod interval,
      PredictionMethod prediction,
      ISquared.Source iSquared,
      double level) {
    this.tau2 = tau2;
    this.tau2Interval = tau2Interval;
    this.interval = interval;
    this.prediction = prediction;
    this.iSquared = iSquared;
    this.level = Interval.requireLevel(level);
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
    return new RandomEffects(
        program.tau2(),
        Tau2IntervalMethod.Q_PROFILE,
        program.interval(),
        program.prediction(),
        program.iSquared(),
        0.95);
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
    return new RandomEffects(method, tau2Interval, interval, prediction, iSquared, level);
  }

  /**
   * Another confidence interval of tau².
   *
   * @param method for example {@code Tau2IntervalMethod.Q_PROFILE}
   * @return a new model
   */
  public RandomEffects tau2Interval(Tau2IntervalMethod method) {
    return new RandomEffects(tau2, method, interval, prediction, iSquared, level);
  }

  /**
   * Another confidence interval of the mean.
   *
   * @param method for example {@code ConfidenceMethod.WALD}
   * @return a new model
   */
  public RandomEffects interval(ConfidenceMethod method) {
    return new RandomEffects(tau2, tau2Interval, method, prediction, iSquared, level);
  }

  /**
   * Another prediction interval.
   *
   * @param method for example {@code PredictionMethod.HTS}
   * @return a new model
   */
  public RandomEffects prediction(PredictionMethod method) {
    return new RandomEffects(tau2, tau2Interval, interval, method, iSquared, level);
  }

  /**
   * No prediction interval.
   *
   * @return a new model
   */
  public RandomEffects withoutPrediction() {
    return new RandomEffects(tau2, tau2Interval, interval, null, iSquared, level);
  }

  /**
   * Which I² is printed first; both are always available.
   *
   * @param source from tau² or from Q
   * @return a new model
   */
  public RandomEffects iSquared(ISquared.Source source) {
    return new RandomEffects(tau2, tau2Interval, interval, prediction, source, level);
  }

  /**
   * Another level of all intervals.
   *
   * @param newLevel for example 0.90
   * @return a new model
   */
  public RandomEffects level(double newLevel) {
    return new RandomEffects(tau2, tau2Interval, interval, prediction, iSquared, newLevel);
  }

  /**
   * Fits the model.
   *
   * @param effects the effects
   * @return the fit
   * @throws IllegalArgumentException when no study has an estimable effect
   */
  public RandomEffectsFit fit(Effects effects) {
    EstimableRows rows = EstimableRows.of(effects);
    Tau2Method method = tau2.forEffects(effects);
    double between = method.estimate(rows.estimates(), rows.variances());
    double[] weights = Weights.inverse(rows.variances(), between);
    double mean = WeightedMean.of(rows.estimates(), weights);
    double wald = Math.sqrt(1 / WeightedMean.sum(weights));
    int k = rows.k();
    double hartungKnapp =
        k < 2 ? wald : ConfidenceMethod.hartungKnappError(rows.estimates(), weights, mean);
    PooledEffect pooled =
        new PooledEffect(
            k,
            mean,
            interval.rescales(k, between) ? hartungKnapp : wald,
            interval.degreesOfFreedom(k, between),
            level,
            rows.inPlace(weights),
            Heterogeneity.of(rows.estimates(), rows.variances()),
            notes(effects, k, between));
    boolean estimated = k > 1 && !(method instanceof GivenTau2 || method instanceof CommonTau2);
    Tau2Interval bounds =
        estimated
            ? Tau2Interval.of(tau2Interval, method, rows.estimates(), rows.variances(), level)
            : null;
    Prediction predicted = predict(mean, wald, hartungKnapp, between, k);
    return new RandomEffectsFit(this, effects, pooled, between, bounds, predicted, rows);
  }

  private Prediction predict(double mean, double wald, double hartungKnapp, double between, int k) {
    if (prediction == null || !prediction.isDefined(k)) {
      return null;
    }
    double error = prediction.usesHartungKnapp() ? hartungKnapp : wald;
    return Prediction.of(prediction, mean, error, between, k, level);
  }

  private List<String> notes(Effects effects, int k, double between) {
    List<String> notes = new ArrayList<>(effects.notes());
    if (tau2 instanceof GivenTau2) {
      notes.add("τ² is given, not estimated: it has no interval.");
    } else if (tau2 instanceof CommonTau2) {
      // said once for all groups by their analysis
    } else if (k < 2) {
      notes.add("One study: τ² cannot be estimated and is taken as 0; the result is that study.");
    } else if (between == 0) {
      notes.add("τ² is estimated as 0, the boundary: the weights are those of a common effect.");
    }
    if (interval == ConfidenceMethod.HARTUNG_KNAPP_OR_WALD && k >= 2 && between == 0) {
      notes.add("Wald interval in place of Hartung-Knapp, because τ² = 0.");
    }
    if (interval == ConfidenceMethod.HARTUNG_KNAPP && between == 0 && k >= 2) {
      notes.add(
          "Hartung-Knapp without modification at τ² = 0: the interval may be narrower than Wald's.");
    }
    if (prediction != null && k >= 2 && !prediction.isDefined(k)) {
      notes.add(
          "No prediction interval: %s needs at least %d studies."
              .formatted(prediction.name(), prediction == PredictionMethod.HTS ? 3 : 2));
    }
    return notes;
  }

  Tau2Method tau2() {
    return tau2;
  }

  ConfidenceMethod interval() {
    return interval;
  }

  ISquared.Source iSquared() {
    return iSquared;
  }
}
