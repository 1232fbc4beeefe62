package org.copse.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.effect.Measure;
import org.copse.effect.ProportionEffects;

/**
 * Pools a table of adverse events and studies, event by event, with one model chosen beforehand or
 * by a stated rule; where cells are zero, methods for rare events stand beside it.
 *
 * <p><b>Defaults</b>: Mantel-Haenszel for risk ratios, odds ratios and risk differences, Peto for
 * Peto odds ratios, random effects for everything else, proportions among them; {@link
 * Preset#COCHRANE}; 95 %. Beside an event with a zero cell: Mantel-Haenszel on the counts as they
 * are (where that is not the model), Peto, the exact conditional odds ratio and the beta-binomial
 * model; of single groups the binomial GLMM and the beta-binomial model. <b>Edge cases</b>: an
 * event without a study that counts has no result and says why; a study that does not count for an
 * event is listed with the reason. <b>Source</b>: Cochrane Handbook, sections 10.4.4 and 19; R meta
 * and metafor have no such call: one {@code metabin}, {@code metaprop} or {@code rma} an event.
 */
public final class AdverseEvents {

  private final Optional<EventModel> model;
  private final MantelHaenszel mantelHaenszel;
  private final RandomEffects randomEffects;
  private final double heterogeneityP;
  private final Optional<Set<EventModel>> zeroCellMethods;
  private final double level;

  private AdverseEvents(
      Optional<EventModel> model,
      MantelHaenszel mantelHaenszel,
      RandomEffects randomEffects,
      double heterogeneityP,
      Optional<Set<EventModel>> zeroCellMethods,
      double level) {
    this.model = model;
    this.mantelHaenszel = mantelHaenszel;
    this.randomEffects = randomEffects;
    this.heterogeneityP = heterogeneityP;
    this.zeroCellMethods = zeroCellMethods;
    this.level = Interval.requireLevel(level);
  }

  /**
   * The defaults above.
   *
   * @return the configuration
   */
  public static AdverseEvents withDefaults() {
    return preset(Preset.COCHRANE);
  }

  /**
   * The settings of a program for Mantel-Haenszel and random effects.
   *
   * @param program the program
   * @return the configuration
   */
  public static AdverseEvents preset(Preset program) {
    return new AdverseEvents(
        Optional.empty(),
        MantelHaenszel.preset(program),
        RandomEffects.preset(program),
        Double.NaN,
        Optional.empty(),
        0.95);
  }

  /**
   * Pools with the defaults.
   *
   * @param data the events
   * @return one result an event
   */
  public static AdverseEventAnalysis of(AdverseEventData data) {
    return withDefaults().fit(data);
  }

  /**
   * The model of all events, chosen before the results are seen.
   *
   * @param choice the model
   * @return a new configuration
   */
  public AdverseEvents model(EventModel choice) {
    return new AdverseEvents(
        Optional.of(choice), mantelHaenszel, randomEffects, heterogeneityP, zeroCellMethods, level);
  }

  /**
   * Other settings of Mantel-Haenszel, where it is the model.
   *
   * @param settings for example {@code MantelHaenszel.preset(Preset.REVMAN5)}
   * @return a new configuration
   */
  public AdverseEvents mantelHaenszel(MantelHaenszel settings) {
    Objects.requireNonNull(settings, "settings");
    return new AdverseEvents(
        model, settings, randomEffects, heterogeneityP, zeroCellMethods, level);
  }

  /**
   * Other settings of random effects, where they are the model.
   *
   * @param settings for example {@code RandomEffects.withDefaults().tau2(Tau2Estimator.DL)}
   * @return a new configuration
   */
  public AdverseEvents randomEffects(RandomEffects settings) {
    Objects.requireNonNull(settings, "settings");
    return new AdverseEvents(
        model, mantelHaenszel, settings, heterogeneityP, zeroCellMethods, level);
  }

  /**
   * The rule of many reviews: the common-effect model unless its test of heterogeneity has p below
   * a limit, then random effects. It lets the data choose the model, which the Cochrane Handbook
   * (10.10.4.1) advises against; the methods say that it was used, and every event which model it
   * led to.
   *
   * @param p the limit, for example 0.10
   * @return a new configuration
   */
  public AdverseEvents randomIfHeterogeneityBelow(double p) {
    if (!(p > 0 && p < 1)) {
      throw new IllegalArgumentException(
          "Cannot choose models by heterogeneity: p must be between 0 and 1, was %s. Use 0.10."
              .formatted(p));
    }
    return new AdverseEvents(model, mantelHaenszel, randomEffects, p, zeroCellMethods, level);
  }

  /**
   * The methods that stand beside the model where an event has a zero cell, in place of the
   * defaults. Where a method does not take the measure, it pools the same counts as odds ratios (or
   * logit proportions), and its row says so.
   *
   * @param methods the methods, perhaps none
   * @return a new configuration
   */
  public AdverseEvents zeroCellMethods(EventModel... methods) {
    Set<EventModel> chosen = EnumSet.noneOf(EventModel.class);
    chosen.addAll(List.of(methods));
    return new AdverseEvents(
        model, mantelHaenszel, randomEffects, heterogeneityP, Optional.of(chosen), level);
  }

  /**
   * Another level of all intervals.
   *
   * @param newLevel for example 0.90
   * @return a new configuration
   */
  public AdverseEvents level(double newLevel) {
    return new AdverseEvents(
        model, mantelHaenszel, randomEffects, heterogeneityP, zeroCellMethods, newLevel);
  }

  /**
   * Pools every event.
   *
   * @param data the events
   * @return one result an event, in the order of the data
   * @throws IllegalArgumentException when the model does not take the measure
   */
  public AdverseEventAnalysis fit(AdverseEventData data) {
    EventModel chosen = model.orElseGet(() -> usual(data.measure()));
    require(chosen, data);
    List<AdverseEventResult> results = new ArrayList<>();
    for (AdverseEventRows rows : data.events()) {
      results.add(new EventPooling(this, chosen, rows).result());
    }
    return new AdverseEventAnalysis(this, chosen, data, results);
  }

  private static EventModel usual(Measure measure) {
    if (EventModel.MANTEL_HAENSZEL.takes(measure)) {
      return EventModel.MANTEL_HAENSZEL;
    }
    return EventModel.PETO.takes(measure) ? EventModel.PETO : EventModel.RANDOM_EFFECTS;
  }

  private void require(EventModel chosen, AdverseEventData data) {
    if (!chosen.takes(data.measure())) {
      throw new IllegalArgumentException(
          "Cannot pool adverse events: model must take %s, was %s. Choose another model, or read the events under another measure."
              .formatted(data.measure().name(), chosen));
    }
    if (hasRule() && !chosen.isCommon()) {
      throw new IllegalArgumentException(
          "Cannot choose models by heterogeneity: model must be COMMON_EFFECT, MANTEL_HAENSZEL or PETO, was %s. Leave randomIfHeterogeneityBelow out."
              .formatted(chosen));
    }
  }

  boolean hasRule() {
    return !Double.isNaN(heterogeneityP);
  }

  double heterogeneityP() {
    return heterogeneityP;
  }

  double level() {
    return level;
  }

  /** The methods beside a model, for effects with zero cells. */
  List<EventModel> beside(EventModel main, Effects effects) {
    if (zeroCellMethods.isPresent()) {
      return List.copyOf(zeroCellMethods.get());
    }
    if (effects instanceof ProportionEffects) {
      return List.of(EventModel.GLMM, EventModel.BETA_BINOMIAL);
    }
    if (!(effects instanceof BinaryEffects)) {
      return List.of();
    }
    boolean asTheyAre =
        main == EventModel.MANTEL_HAENSZEL && !mantelHaenszel.correction().isAlways();
    List<EventModel> methods = new ArrayList<>();
    if (!asTheyAre) {
      methods.add(EventModel.MANTEL_HAENSZEL);
    }
    if (effects.measure() != BinaryMeasure.RISK_DIFFERENCE) {
      methods.addAll(List.of(EventModel.PETO, EventModel.EXACT));
    }
    methods.add(EventModel.BETA_BINOMIAL);
    return methods.stream().filter(m -> m != main || m == EventModel.MANTEL_HAENSZEL).toList();
  }

  /** The model of the analysis, with its settings. */
  Fit pool(EventModel choice, Effects effects) {
    return switch (choice) {
      case MANTEL_HAENSZEL -> mantelHaenszel.level(level).fit((BinaryEffects) effects);
      case RANDOM_EFFECTS -> randomEffects.level(level).fit(effects);
      default -> poolAsIs(choice, effects);
    };
  }

  /** A method on the counts as they are, with nothing added. */
  Fit poolAsIs(EventModel choice, Effects effects) {
    return switch (choice) {
      case COMMON_EFFECT -> CommonEffect.withDefaults().level(level).fit(effects);
      case RANDOM_EFFECTS -> randomEffects.level(level).fit(effects);
      case MANTEL_HAENSZEL ->
          mantelHaenszel.correction(MhCorrection.NONE).level(level).fit((BinaryEffects) effects);
      case PETO -> Peto.withDefaults().level(level).fit((BinaryEffects) effects);
      case EXACT -> ExactOddsRatio.withDefaults().level(level).fit((BinaryEffects) effects);
      case GLMM -> Glmm.withDefaults().level(level).fit(effects);
      case BETA_BINOMIAL ->
          effects instanceof ProportionEffects proportions
              ? BetaBinomial.withDefaults().level(level).fitProportions(proportions)
              : BetaBinomial.withDefaults().level(level).fit((BinaryEffects) effects);
    };
  }
}
