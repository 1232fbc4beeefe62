package org.copse.model;

import java.util.function.Consumer;
import org.copse.effect.Interval;
import org.copse.heterogeneity.ISquared;
import org.copse.heterogeneity.PredictionMethod;
import org.copse.heterogeneity.QCentre;
import org.copse.heterogeneity.Tau2IntervalMethod;
import org.copse.heterogeneity.Tau2Method;

/**
 * The choices of a random-effects model. Changed only on a copy that nobody else has seen, so that
 * the model that holds it is immutable.
 */
final class RandomEffectsOptions {

  String name = "Random effects";
  Tau2Method tau2;
  Tau2IntervalMethod tau2Interval = Tau2IntervalMethod.Q_PROFILE;
  StudyWeights weights = StudyWeights.INVERSE_VARIANCE;
  MeanInterval interval;

  /** Null for no prediction interval. */
  PredictionMethod prediction;

  ISquared.Source iSquared;

  /** Around whose estimate Q of counts is taken; null for the inverse-variance mean. */
  MantelHaenszel counts;

  double level = 0.95;
  int samples = 25_000;
  long seed = 1;

  static RandomEffectsOptions of(Preset program) {
    RandomEffectsOptions options = new RandomEffectsOptions();
    options.tau2 = program.tau2();
    options.interval = program.interval();
    options.prediction = program.prediction();
    options.iSquared = program.iSquared();
    if (program.randomCentre() == QCentre.MANTEL_HAENSZEL) {
      options.counts = MantelHaenszel.preset(program);
    }
    return options;
  }

  RandomEffectsOptions with(Consumer<RandomEffectsOptions> change) {
    RandomEffectsOptions copy = new RandomEffectsOptions();
    copy.name = name;
    copy.tau2 = tau2;
    copy.tau2Interval = tau2Interval;
    copy.weights = weights;
    copy.interval = interval;
    copy.prediction = prediction;
    copy.iSquared = iSquared;
    copy.counts = counts;
    copy.level = level;
    copy.samples = samples;
    copy.seed = seed;
    change.accept(copy);
    Interval.requireLevel(copy.level);
    return copy;
  }
}
