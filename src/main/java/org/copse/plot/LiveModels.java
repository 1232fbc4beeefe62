package org.copse.plot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Effects;
import org.copse.heterogeneity.ISquared;
import org.copse.heterogeneity.PredictionMethod;
import org.copse.heterogeneity.QCentre;
import org.copse.heterogeneity.Tau2Estimator;
import org.copse.model.CommonEffectFit;
import org.copse.model.ConfidenceMethod;
import org.copse.model.Fit;
import org.copse.model.MantelHaenszel;
import org.copse.model.MantelHaenszelFit;
import org.copse.model.MhCorrection;
import org.copse.model.Preset;
import org.copse.model.RandomEffectsFit;
import org.copse.model.RiskDifferenceVariance;

/** Which models the page can recompute, as settings of its script. */
final class LiveModels {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Set<String> ESTIMATORS =
      Set.of(Tau2Estimator.REML.name(), Tau2Estimator.DL.name(), Tau2Estimator.PM.name());
  private static final Set<String> INTERVALS =
      Set.of(
          ConfidenceMethod.WALD.name(),
          ConfidenceMethod.T.name(),
          ConfidenceMethod.HARTUNG_KNAPP.name(),
          ConfidenceMethod.HARTUNG_KNAPP_OR_WALD.name(),
          ConfidenceMethod.HARTUNG_KNAPP_SE.name(),
          ConfidenceMethod.HARTUNG_KNAPP_CI.name(),
          ConfidenceMethod.HARTUNG_KNAPP_IQWIG6.name());
  private static final Set<PredictionMethod> PREDICTIONS =
      Set.of(
          PredictionMethod.V,
          PredictionMethod.HTS,
          PredictionMethod.HK,
          PredictionMethod.HK_PR,
          PredictionMethod.S);

  private LiveModels() {}

  /** The settings of a fit; empty where the page cannot recompute it. */
  static Optional<ObjectNode> of(Fit fit) {
    if (fit instanceof CommonEffectFit) {
      return Optional.of(model("IV", fit.level()));
    }
    if (fit instanceof MantelHaenszelFit mh) {
      return Optional.of(model("MH", fit.level()).set("mh", mantelHaenszel(mh)));
    }
    return fit instanceof RandomEffectsFit random && isKnown(random)
        ? Optional.of(random(random))
        : Optional.empty();
  }

  private static boolean isKnown(RandomEffectsFit fit) {
    return fit.hasInverseVarianceWeights()
        && ESTIMATORS.contains(fit.tau2Estimator().name())
        && INTERVALS.contains(fit.confidenceMethod().name());
  }

  private static ObjectNode random(RandomEffectsFit fit) {
    ObjectNode model = model("RE", fit.level());
    model.put("tau2", fit.tau2Estimator().name());
    model.put("interval", fit.confidenceMethod().name());
    fit.predictionMethod()
        .ifPresent(
            p -> model.put(PREDICTIONS.contains(p) ? "prediction" : "lostPrediction", p.name()));
    model.put("iSquared", fit.iSquaredSource().name());
    if (fit.heterogeneity().centre() == QCentre.MANTEL_HAENSZEL) {
      model.put("mhCentre", true);
      MantelHaenszel sums = MantelHaenszel.preset(Preset.REVMAN5);
      model.set("mh", mantelHaenszel(sums.fit((BinaryEffects) fit.effects())));
    }
    return model;
  }

  private static ObjectNode mantelHaenszel(MantelHaenszelFit fit) {
    ObjectNode mh = JSON.objectNode();
    mh.put("measure", fit.effects().measure().name());
    mh.put("correction", fit.correction().name());
    mh.put("around", fit.heterogeneity().centre() == QCentre.MANTEL_HAENSZEL);
    mh.put("sato", fit.riskDifferenceVariance() == RiskDifferenceVariance.SATO);
    return mh;
  }

  private static ObjectNode model(String kind, double level) {
    return JSON.objectNode().put("kind", kind).put("level", level);
  }

  /** Copse's own defaults of the models that a reader may switch to. */
  static ObjectNode defaults(Effects effects, double level) {
    ObjectNode all = JSON.objectNode();
    if (effects.estimable().length > 0) {
      ObjectNode random = model("RE", level);
      random.put("tau2", Tau2Estimator.REML.name());
      random.put("interval", ConfidenceMethod.HARTUNG_KNAPP_OR_WALD.name());
      random.put("prediction", PredictionMethod.V.name());
      random.put("iSquared", ISquared.Source.TAU2.name());
      all.set("RE", random);
      all.set("IV", model("IV", level));
    }
    if (hasTables(effects)) {
      ObjectNode mh = JSON.objectNode();
      mh.put("measure", effects.measure().name());
      mh.put("correction", MhCorrection.IF_SUM_IS_ZERO.name());
      mh.put("around", true).put("sato", false);
      all.set("MH", model("MH", level).set("mh", mh));
    }
    return all;
  }

  static boolean hasTables(Effects effects) {
    return Arrays.asList(
            BinaryMeasure.ODDS_RATIO, BinaryMeasure.RISK_RATIO, BinaryMeasure.RISK_DIFFERENCE)
        .contains(effects.measure());
  }

  /** Whether a study's estimate and variance are its own, whatever other studies there are. */
  static boolean areIndependent(Effects effects) {
    for (int i = 0; i < effects.size(); i++) {
      Effects alone = effects.subset(i);
      if (Double.compare(alone.estimate(0), effects.estimate(i)) != 0
          || Double.compare(alone.variance(0), effects.variance(i)) != 0) {
        return false;
      }
    }
    return true;
  }
}
