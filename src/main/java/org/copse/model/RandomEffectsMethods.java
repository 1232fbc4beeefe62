package org.copse.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.copse.heterogeneity.ISquared;
import org.copse.heterogeneity.Prediction;
import org.copse.heterogeneity.PredictionMethod;
import org.copse.heterogeneity.QCentre;

/** What a random-effects fit did, in sentences. */
final class RandomEffectsMethods {

  private RandomEffectsMethods() {}

  static List<String> of(RandomEffectsFit fit, RandomEffectsOptions options) {
    List<String> methods = new ArrayList<>();
    methods.add(options.weights.sentence());
    methods.add("τ² by " + options.tau2.label() + " (" + options.tau2.name() + ").");
    methods.add(interval(fit, options.interval));
    fit.tau2Bounds()
        .filter(bounds -> bounds.interval().isPresent())
        .ifPresent(bounds -> methods.add(bounds.method().label() + " interval of τ²."));
    fit.prediction().ifPresent(p -> methods.add(prediction(p, options)));
    if (fit.heterogeneity().centre() == QCentre.MANTEL_HAENSZEL) {
      methods.add("Q (and DerSimonian-Laird's τ²) around the Mantel-Haenszel estimate.");
    }
    methods.add("I² from " + (options.iSquared == ISquared.Source.TAU2 ? "τ²." : "Q."));
    return methods;
  }

  private static String interval(RandomEffectsFit fit, MeanInterval method) {
    boolean fixed =
        method == ConfidenceMethod.WALD
            || method == ConfidenceMethod.PROFILE_LIKELIHOOD
            || method == HenmiCopasInterval.HENMI_COPAS;
    String label =
        method.label().substring(0, 1).toUpperCase(Locale.ROOT) + method.label().substring(1);
    return fixed && fit.k() > 1
        ? label + "."
        : "%s, here %s.".formatted(label, degreesOfFreedom(fit.test().df()));
  }

  private static String prediction(Prediction prediction, RandomEffectsOptions options) {
    PredictionMethod method = prediction.method();
    String detail = method.label();
    if (method.usesKenwardRoger()) {
      detail += ", here " + degreesOfFreedom(prediction.df());
    } else if (method == PredictionMethod.NNF) {
      detail += String.format(Locale.ROOT, ", %,d samples, seed %s", options.samples, options.seed);
    }
    return "Prediction interval %s (%s).".formatted(method.abbreviation(), detail);
  }

  /** Whole ones without decimals. */
  static String degreesOfFreedom(double df) {
    if (Double.isInfinite(df)) {
      return "normal";
    }
    return df == Math.rint(df)
        ? String.format(Locale.ROOT, "%.0f df", df)
        : String.format(Locale.ROOT, "%.2f df", df);
  }
}
