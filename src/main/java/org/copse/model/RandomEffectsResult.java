package org.copse.model;

import java.util.Optional;
import org.copse.effect.Interval;
import org.copse.heterogeneity.ISquared;
import org.copse.heterogeneity.Prediction;

/** What every fit with a between-study variance has, however it was estimated. */
public sealed interface RandomEffectsResult permits GlmmFit, RandomEffectsFit {

  /**
   * Between-study variance.
   *
   * @return tau² ≥ 0, in the square of the analysis scale
   */
  double tau2();

  /**
   * Between-study standard deviation.
   *
   * @return tau, on the analysis scale
   */
  double tau();

  /**
   * Prediction interval for the effect in a new study, on the analysis scale, with its method.
   *
   * @return the interval, empty where it is not defined or none was asked for
   */
  Optional<Prediction> prediction();

  /**
   * Prediction interval on the scale that readers know.
   *
   * @return the interval, empty where {@link #prediction()} is
   */
  Optional<Interval> backTransformedPrediction();

  /**
   * I² by the source that is printed first.
   *
   * @return percent
   */
  double iSquared();

  /**
   * Which I² {@link #iSquared()} is.
   *
   * @return from tau² or from Q
   */
  ISquared.Source iSquaredSource();
}
