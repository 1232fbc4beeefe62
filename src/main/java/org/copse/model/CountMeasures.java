package org.copse.model;

import org.copse.effect.BinaryMeasure;
import org.copse.effect.Effects;
import org.copse.effect.RateMeasure;

/** Which measures of counts have a method of pooling the counts themselves. */
final class CountMeasures {

  private CountMeasures() {}

  /** Mantel and Haenszel's sums: risk ratios, odds ratios, risk differences. */
  static boolean hasMantelHaenszel(BinaryMeasure measure) {
    return measure == BinaryMeasure.RISK_RATIO
        || measure == BinaryMeasure.ODDS_RATIO
        || measure == BinaryMeasure.RISK_DIFFERENCE;
  }

  /** Mantel and Haenszel's sums of person-time: rate ratios and differences. */
  static boolean hasMantelHaenszel(RateMeasure measure) {
    return measure == RateMeasure.INCIDENCE_RATE_RATIO
        || measure == RateMeasure.INCIDENCE_RATE_DIFFERENCE;
  }

  static IllegalArgumentException noMantelHaenszel(BinaryMeasure measure) {
    String remedy =
        measure == BinaryMeasure.PETO_ODDS_RATIO
            ? "Peto.of(effects) or effects.as(ODDS_RATIO)"
            : "effects.as(ODDS_RATIO), or CommonEffect or RandomEffects, which pool the studies' estimates";
    return new IllegalArgumentException(
        "Cannot pool by Mantel-Haenszel: measure must be RISK_RATIO, ODDS_RATIO or RISK_DIFFERENCE, was %s. Use %s."
            .formatted(measure, remedy));
  }

  static IllegalArgumentException noMantelHaenszel(RateMeasure measure) {
    return new IllegalArgumentException(
        "Cannot pool by Mantel-Haenszel: measure must be INCIDENCE_RATE_RATIO or INCIDENCE_RATE_DIFFERENCE, was %s. Use CommonEffect or RandomEffects, which pool the studies' estimates."
            .formatted(measure));
  }

  static IllegalArgumentException noBetaBinomial(Effects effects, String known, String remedy) {
    return new IllegalArgumentException(
        "Cannot fit a beta-binomial model: measure must be %s, was %s. Use effects.as(%s)."
            .formatted(known, effects.measure().name(), remedy));
  }
}
