package org.copse.bayes;

import java.util.List;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.ContinuousMeasure;
import org.copse.effect.Measure;

/** What a reader of a Bayesian fit must know. */
final class BayesianNotes {

  private static final int FEW = 5;

  private BayesianNotes() {}

  static void add(List<String> notes, BayesianFit fit, boolean defaultPrior) {
    if (fit.k() == 1) {
      notes.add("One study: the posterior of τ is the prior, or nearly so.");
    } else if (fit.k() <= FEW) {
      notes.add(
          "%s studies say little of τ: its prior matters; repeat the fit with another."
              .formatted(fit.k()));
    }
    if (defaultPrior) {
      notes.add(
          "The prior for τ is the default for this measure; a prior of your own is .tauPrior(...).");
    }
    if (!suits(fit.tauPrior().origin(), fit.measure())) {
      notes.add(
          "The prior for τ was made from %s; the effects are of another kind (%s)."
              .formatted(
                  fit.tauPrior().origin() == TauPrior.Origin.LOG_ODDS_RATIO
                      ? "log odds ratios"
                      : "standardised mean differences",
                  fit.measure().label()));
    }
    if (fit.tau().mean().isEmpty()) {
      notes.add(
          "The posterior of τ has no mean and no sd: its tail is too heavy for so few studies.");
    } else if (fit.tau().sd().isEmpty()) {
      notes.add("The posterior of τ has no sd: its tail is too heavy for so few studies.");
    }
  }

  private static boolean suits(TauPrior.Origin origin, Measure measure) {
    return switch (origin) {
      case ANY -> true;
      case LOG_ODDS_RATIO ->
          measure == BinaryMeasure.ODDS_RATIO || measure == BinaryMeasure.PETO_ODDS_RATIO;
      case STANDARDISED_MEAN_DIFFERENCE ->
          measure == ContinuousMeasure.STANDARDISED_MEAN_DIFFERENCE;
    };
  }
}
