package org.copse.model;

import java.util.Set;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Effects;
import org.copse.effect.Measure;
import org.copse.effect.ProportionEffects;
import org.copse.effect.ProportionMeasure;

/** How the studies of one adverse event are pooled. */
public enum EventModel {
  /** {@link CommonEffect}: inverse variance; zero cells corrected. */
  COMMON_EFFECT("Common effect", null),
  /** {@link MantelHaenszel}, of risk ratios, odds ratios and risk differences. */
  MANTEL_HAENSZEL(
      "Mantel-Haenszel",
      Set.of(BinaryMeasure.RISK_RATIO, BinaryMeasure.ODDS_RATIO, BinaryMeasure.RISK_DIFFERENCE)),
  /** {@link Peto}, of Peto odds ratios. */
  PETO("Peto", Set.of(BinaryMeasure.PETO_ODDS_RATIO)),
  /** {@link RandomEffects}: inverse variance; zero cells corrected. */
  RANDOM_EFFECTS("Random effects", null),
  /** {@link ExactOddsRatio}: conditional maximum likelihood, no correction. */
  EXACT("Exact conditional", Set.of(BinaryMeasure.ODDS_RATIO)),
  /** {@link Glmm}, of odds ratios and logit proportions; no correction. */
  GLMM("GLMM", Set.of(BinaryMeasure.ODDS_RATIO, ProportionMeasure.LOGIT_PROPORTION)),
  /** {@link BetaBinomial}; no correction, and double-zero studies count. */
  BETA_BINOMIAL(
      "Beta-binomial",
      Set.of(
          BinaryMeasure.RISK_RATIO,
          BinaryMeasure.ODDS_RATIO,
          BinaryMeasure.RISK_DIFFERENCE,
          ProportionMeasure.LOGIT_PROPORTION,
          ProportionMeasure.RAW_PROPORTION));

  private final String label;
  private final Set<Measure> measures;

  EventModel(String label, Set<Measure> measures) {
    this.label = label;
    this.measures = measures;
  }

  /**
   * The model's name.
   *
   * @return for example "Mantel-Haenszel"
   */
  public String label() {
    return label;
  }

  /** Whether the model pools effects of a measure. */
  boolean takes(Measure measure) {
    return measures == null || measures.contains(measure);
  }

  /** Whether the model's own choice is one true effect, which heterogeneity may call in doubt. */
  boolean isCommon() {
    return this == COMMON_EFFECT || this == MANTEL_HAENSZEL || this == PETO;
  }

  /**
   * The counts under a measure that the model takes: the same where it does, else an odds ratio,
   * Peto's, or a logit proportion.
   */
  Effects suited(Effects effects) {
    if (takes(effects.measure())) {
      return effects;
    }
    if (effects instanceof BinaryEffects binary) {
      return binary.as(this == PETO ? BinaryMeasure.PETO_ODDS_RATIO : BinaryMeasure.ODDS_RATIO);
    }
    return effects instanceof ProportionEffects proportions
        ? proportions.as(ProportionMeasure.LOGIT_PROPORTION)
        : effects;
  }

  /** Why one row of suited effects does not count in the model; empty where it does. */
  String whyNot(Effects effects, int row) {
    boolean ownEstimate = this == COMMON_EFFECT || this == RANDOM_EFFECTS || this == PETO;
    boolean differences = effects.measure() == BinaryMeasure.RISK_DIFFERENCE;
    boolean without =
        ownEstimate
            ? !effects.isEstimable(row)
            : this != BETA_BINOMIAL
                && !differences
                && effects instanceof BinaryEffects binary
                && binary.counts(row).isUninformative();
    if (!without) {
      return "";
    }
    if (effects instanceof BinaryEffects binary && binary.counts(row).isUninformative()) {
      return binary.counts(row).events() == 0
          ? "no event in either arm (double zero)"
          : "only events in both arms";
    }
    return "no estimate of its own without a correction of its zero cell";
  }
}
