package org.copse.model;

import java.util.function.Supplier;
import org.copse.heterogeneity.NagashimaBootstrap;
import org.copse.heterogeneity.Prediction;
import org.copse.heterogeneity.PredictionMethod;

/** The prediction interval of a mean, or why there is none. */
final class FitPrediction {

  private FitPrediction() {}

  /**
   * A note that says why there is no prediction interval; empty where there is, or none is asked.
   */
  static String whyAbsent(RandomEffectsOptions options, RandomMean mean) {
    PredictionMethod method = options.prediction;
    if (method == null || mean.k() < 2) {
      return "";
    }
    String why = "";
    if (!method.isDefined(mean.k())) {
      why = "needs at least %s studies".formatted(method.leastStudies());
    } else if (!mean.isInverseVariance() && !method.takesAnyWeights()) {
      why = "needs inverse-variance weights";
    } else if (method.usesKenwardRoger() && !ConfidenceMethod.isReml(options.tau2)) {
      why = "needs τ² by REML, was " + options.tau2.name();
    } else if (method.usesKenwardRoger() && !(degreesOfFreedom(method, mean) > 0)) {
      why = "has no degree of freedom left";
    }
    return why.isEmpty()
        ? ""
        : "No prediction interval: %s %s.".formatted(method.abbreviation(), why);
  }

  static boolean isDefined(RandomEffectsOptions options, RandomMean mean) {
    return options.prediction != null && mean.k() >= 2 && whyAbsent(options, mean).isEmpty();
  }

  /** The interval; defined for this mean. */
  static Prediction of(
      RandomEffectsOptions options, RandomMean mean, Supplier<NagashimaBootstrap> bootstrap) {
    PredictionMethod method = options.prediction;
    return method == PredictionMethod.NNF
        ? bootstrap.get().prediction(options.level)
        : Prediction.of(
            method,
            mean.estimate(),
            standardError(method, mean),
            mean.tau2(),
            degreesOfFreedom(method, mean),
            options.level);
  }

  static double degreesOfFreedom(PredictionMethod method, RandomMean mean) {
    return method.degreesOfFreedom(
        method.usesKenwardRoger()
            ? KenwardRoger.of(mean.weights()).degreesOfFreedom()
            : mean.k() - 1);
  }

  static double standardError(PredictionMethod method, RandomMean mean) {
    if (method.usesKenwardRoger()) {
      return KenwardRoger.of(mean.weights()).standardError();
    }
    return method.usesHartungKnapp() ? mean.hartungKnappError() : mean.standardError();
  }
}
