package org.copse.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.effect.MeasureNames;
import org.copse.heterogeneity.CommonTau2;
import org.copse.heterogeneity.GivenTau2;
import org.copse.heterogeneity.ISquared;
import org.copse.heterogeneity.NagashimaBootstrap;
import org.copse.heterogeneity.Prediction;
import org.copse.heterogeneity.PredictionMethod;
import org.copse.heterogeneity.Tau2Interval;
import org.copse.heterogeneity.Tau2Method;

/** A random-effects mean with tau², its interval and a prediction interval. */
public final class RandomEffectsFit extends Fit implements RandomEffectsResult {

  private final RandomEffects model;
  private final Effects effects;
  private final RandomMean mean;
  private final Tau2Method method;
  private final Lazy<Optional<Tau2Interval>> tau2Interval = new Lazy<>(this::intervalOfTau2);
  private final Lazy<NagashimaBootstrap> bootstrap = new Lazy<>(this::drawBootstrap);
  private final Lazy<Optional<Prediction>> prediction = new Lazy<>(this::predict);

  /**
   * @param mean the pooled studies and their mean
   * @param method the estimator of tau² for just these studies
   */
  RandomEffectsFit(
      RandomEffects model,
      Effects effects,
      PooledEffect pooled,
      RandomMean mean,
      Tau2Method method) {
    super(pooled);
    this.model = model;
    this.effects = effects;
    this.mean = mean;
    this.method = method;
  }

  private Optional<Tau2Interval> intervalOfTau2() {
    return mean.k() < 2 || method instanceof GivenTau2 || method instanceof CommonTau2
        ? Optional.empty()
        : Optional.of(
            Tau2Interval.of(
                options().tau2Interval,
                method,
                mean.estimates(),
                mean.variances(),
                options().level));
  }

  private Optional<Prediction> predict() {
    return FitPrediction.isDefined(options(), mean)
        ? Optional.of(FitPrediction.of(options(), mean, bootstrap))
        : Optional.empty();
  }

  private NagashimaBootstrap drawBootstrap() {
    return NagashimaBootstrap.of(
        mean.estimates(), mean.variances(), options().samples, options().seed);
  }

  private RandomEffectsOptions options() {
    return model.options();
  }

  @Override
  public Effects effects() {
    return effects;
  }

  @Override
  public RandomEffectsFit refit(int... rows) {
    return model.fit(effects.subset(rows));
  }

  /**
   * The same model, same settings, on other effects: studies that a method adds, for example.
   *
   * @param others the effects
   * @return a new fit
   */
  public RandomEffectsFit refitOn(Effects others) {
    return model.fit(others);
  }

  /** This model at a tau² that the groups of a subgroup analysis share. */
  RandomEffectsFit refitAt(CommonTau2 shared, int... rows) {
    return model.tau2Method(shared).fit(effects.subset(rows));
  }

  /** The notes of the pooling and, where the interval of tau² has one, that one. */
  @Override
  public List<String> notes() {
    Optional<String> bounds = tau2Bounds().flatMap(Tau2Interval::note);
    if (bounds.isEmpty()) {
      return super.notes();
    }
    List<String> notes = new ArrayList<>(super.notes());
    notes.add(bounds.get());
    return List.copyOf(notes);
  }

  @Override
  public String model() {
    return options().name;
  }

  /**
   * Between-study variance.
   *
   * @return tau² ≥ 0, in the square of the analysis scale
   */
  @Override
  public double tau2() {
    return mean.tau2();
  }

  /**
   * Between-study standard deviation.
   *
   * @return tau, on the analysis scale
   */
  @Override
  public double tau() {
    return Math.sqrt(tau2());
  }

  /**
   * Estimator of tau² in use.
   *
   * @return the estimator
   */
  public Tau2Method tau2Estimator() {
    return options().tau2;
  }

  /**
   * Confidence method in use.
   *
   * @return the method
   */
  public MeanInterval confidenceMethod() {
    return options().interval;
  }

  /**
   * Method of the prediction interval that was asked for, whether or not it is defined for these
   * studies.
   *
   * @return the method, empty if none was asked for
   */
  public Optional<PredictionMethod> predictionMethod() {
    return Optional.ofNullable(options().prediction);
  }

  /**
   * Whether studies are weighted by 1/(vᵢ + τ²), the weights of least variance.
   *
   * @return false for given weights, those of a common effect and those by number of patients
   */
  public boolean hasInverseVarianceWeights() {
    return options().weights.isInverseVariance();
  }

  /**
   * Standard error of tau²; see {@link Tau2Method#standardError}.
   *
   * @return the standard error, empty for a single study and for a given tau²
   */
  public OptionalDouble tau2StandardError() {
    return method.standardError(mean.estimates(), mean.variances());
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
    return tau2Interval.get();
  }

  /**
   * Prediction interval for the effect in a new study, on the analysis scale, with its method.
   *
   * @return the interval, empty where the method is not defined for k or none was asked for
   */
  @Override
  public Optional<Prediction> prediction() {
    return prediction.get();
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
   * Probability that the effect in a new study exceeds a threshold, by the distribution of the
   * prediction interval, with an interval by bootstrap.
   *
   * @param threshold on the analysis scale: a log risk ratio for risk ratios
   * @return the probability, empty where {@link #prediction()} is
   * @throws IllegalArgumentException for a threshold that is not finite
   */
  public Optional<Exceedance> exceedance(double threshold) {
    if (!Double.isFinite(threshold)) {
      throw new IllegalArgumentException(
          "Cannot compute an exceedance probability: threshold must be finite on the analysis scale, was %s. Use exceedanceOfDisplayed(0.8) for a ratio of 0.8."
              .formatted(threshold));
    }
    return FitPrediction.isDefined(options(), mean)
        ? Optional.of(new ExceedanceBootstrap(options(), method, mean).of(threshold, bootstrap))
        : Optional.empty();
  }

  /**
   * Probability that the effect in a new study exceeds a threshold on the scale that readers know.
   *
   * @param threshold for example a risk ratio of 0.8
   * @return as {@link #exceedance(double)}, its threshold taken to the analysis scale
   * @throws IllegalArgumentException for a threshold that the measure cannot have, such as a ratio
   *     of 0
   */
  public Optional<Exceedance> exceedanceOfDisplayed(double threshold) {
    double transformed = measure().scale().transform(threshold);
    if (!Double.isFinite(transformed)) {
      throw new IllegalArgumentException(
          "Cannot compute an exceedance probability: threshold must be a possible %s, was %s. Give it as it is printed."
              .formatted(MeasureNames.withinSentence(measure().label()), threshold));
    }
    return exceedance(transformed);
  }

  /**
   * I² by the source that the model prints first.
   *
   * @return percent
   */
  @Override
  public double iSquared() {
    return options().iSquared == ISquared.Source.TAU2 ? iSquaredFromTau2() : iSquaredFromQ();
  }

  /**
   * Which I² {@link #iSquared()} is.
   *
   * @return from tau² or from Q
   */
  @Override
  public ISquared.Source iSquaredSource() {
    return options().iSquared;
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
    return ISquared.fromTau2(tau2(), mean.variances());
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
    return ISquared.hSquaredFromTau2(tau2(), mean.variances());
  }

  /**
   * R_b, the share of tau² in the variance of the pooled effect; see {@link ISquared#rB}.
   *
   * @return percent, 0 for a single study
   */
  public double rB() {
    return ISquared.rB(mean.tau2(), mean.variances());
  }

  /**
   * Interval of tau, the square roots of the bounds of tau².
   *
   * @return the interval, empty where {@link #tau2Interval()} is
   */
  public Optional<Interval> tauInterval() {
    return tau2Bounds().flatMap(Tau2Interval::tau);
  }

  /**
   * Interval of H² from tau².
   *
   * @return the interval, empty where {@link #tau2Interval()} is
   */
  public Optional<Interval> hSquaredInterval() {
    return tau2Bounds().flatMap(Tau2Interval::hSquared);
  }

  @Override
  public List<String> methods() {
    return RandomEffectsMethods.of(this, options());
  }
}
