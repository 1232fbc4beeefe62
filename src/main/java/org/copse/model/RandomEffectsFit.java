package org.copse.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.heterogeneity.CommonTau2;
import org.copse.heterogeneity.ISquared;
import org.copse.heterogeneity.Prediction;
import org.copse.heterogeneity.PredictionMethod;
import org.copse.heterogeneity.Tau2Interval;
import org.copse.heterogeneity.Tau2Method;

/** A random-effects mean with tau², its interval and a prediction interval. */
public final class RandomEffectsFit extends Fit implements RandomEffectsResult {

  private final RandomEffects model;
  private final Effects effects;
  private final double tau2;
  private final Tau2Interval tau2Interval;
  private final Prediction prediction;
  private final EstimableRows rows;

  RandomEffectsFit(
      RandomEffects model,
      Effects effects,
      PooledEffect pooled,
      double tau2,
      Tau2Interval tau2Interval,
      Prediction prediction,
      EstimableRows rows) {
    super(pooled);
    this.model = model;
    this.effects = effects;
    this.tau2 = tau2;
    this.tau2Interval = tau2Interval;
    this.prediction = prediction;
    this.rows = rows;
  }

  @Override
  public Effects effects() {
    return effects;
  }

  @Override
  public RandomEffectsFit refit(int... rows) {
    return model.fit(effects.subset(rows));
  }

  /** This model at a tau² that the groups of a subgroup analysis share. */
  RandomEffectsFit refitAt(CommonTau2 shared, int... rows) {
    return model.tau2Method(shared).fit(effects.subset(rows));
  }

  @Override
  public String model() {
    return "Random effects";
  }

  /**
   * Between-study variance.
   *
   * @return tau² ≥ 0, in the square of the analysis scale
   */
  @Override
  public double tau2() {
    return tau2;
  }

  /**
   * Between-study standard deviation.
   *
   * @return tau, on the analysis scale
   */
  @Override
  public double tau() {
    return Math.sqrt(tau2);
  }

  /**
   * Estimator of tau² in use.
   *
   * @return the estimator
   */
  public Tau2Method tau2Estimator() {
    return model.tau2();
  }

  /**
   * Confidence method in use.
   *
   * @return the method
   */
  public ConfidenceMethod confidenceMethod() {
    return model.interval();
  }

  /**
   * Standard error of tau²; see {@link Tau2Method#standardError}.
   *
   * @return the standard error, empty for a single study and for a given tau²
   */
  public OptionalDouble tau2StandardError() {
    return model.tau2().forEffects(effects).standardError(rows.estimates(), rows.variances());
  }

  /**
   * Confidence interval of tau², Q-profile unless the model says otherwise.
   *
   * @return the interval, empty for a single study, for a given tau², and where the method gives
   *     none
   */
  public Optional<Interval> tau2Interval() {
    return tau2Bounds().flatMap(Tau2Interval::interval);
  }

  /**
   * The interval of tau² with its method, and those of tau, I² and H² that follow from it.
   *
   * @return the interval, empty for a single study and for a given tau²
   */
  public Optional<Tau2Interval> tau2Bounds() {
    return Optional.ofNullable(tau2Interval);
  }

  /**
   * Prediction interval for the effect in a new study, on the analysis scale, with its method.
   *
   * @return the interval, empty where the method is not defined for k or none was asked for
   */
  @Override
  public Optional<Prediction> prediction() {
    return Optional.ofNullable(prediction);
  }

  /**
   * Prediction interval on the scale that readers know.
   *
   * @return the interval, empty where {@link #prediction()} is
   */
  @Override
  public Optional<Interval> backTransformedPrediction() {
    return prediction().map(p -> p.interval().map(effects::backTransform));
  }

  /**
   * I² by the source that the model prints first.
   *
   * @return percent
   */
  @Override
  public double iSquared() {
    return model.iSquared() == ISquared.Source.TAU2 ? iSquaredFromTau2() : iSquaredFromQ();
  }

  /**
   * Which I² {@link #iSquared()} is.
   *
   * @return from tau² or from Q
   */
  @Override
  public ISquared.Source iSquaredSource() {
    return model.iSquared();
  }

  /**
   * I² from Q.
   *
   * @return percent
   */
  public double iSquaredFromQ() {
    return heterogeneity().iSquared();
  }

  /**
   * I² from tau².
   *
   * @return percent
   */
  public double iSquaredFromTau2() {
    return ISquared.fromTau2(tau2, rows.variances());
  }

  /**
   * Interval of I² from tau², by the bounds of tau².
   *
   * @return percent, empty where {@link #tau2Interval()} is
   */
  public Optional<Interval> iSquaredInterval() {
    return tau2Bounds().flatMap(Tau2Interval::iSquared);
  }

  /**
   * H² from tau².
   *
   * @return H² ≥ 1
   */
  public double hSquaredFromTau2() {
    return ISquared.hSquaredFromTau2(tau2, rows.variances());
  }

  @Override
  public List<String> methods() {
    List<String> methods = new ArrayList<>();
    methods.add("Inverse-variance weights, random effects.");
    methods.add("τ² by " + model.tau2().label() + " (" + model.tau2().name() + ").");
    String df = Double.isInfinite(test().df()) ? "normal" : "%d df".formatted((long) test().df());
    methods.add(model.interval().label() + ", here " + df + ".");
    if (tau2Interval != null && tau2Interval.interval().isPresent()) {
      methods.add(tau2Interval.method().label() + " interval of τ².");
    }
    if (prediction != null) {
      PredictionMethod method = prediction.method();
      methods.add("Prediction interval %s (%s).".formatted(method.name(), method.label()));
    }
    methods.add("I² from " + (model.iSquared() == ISquared.Source.TAU2 ? "τ²." : "Q."));
    return methods;
  }
}
