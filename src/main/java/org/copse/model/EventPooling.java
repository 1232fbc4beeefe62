package org.copse.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.copse.effect.Effects;

/** Pools one adverse event: the model, the rule on heterogeneity, the methods for zero cells. */
final class EventPooling {

  private final AdverseEvents settings;
  private final EventModel chosen;
  private final AdverseEventRows rows;
  private final List<String> notes = new ArrayList<>();

  EventPooling(AdverseEvents settings, EventModel chosen, AdverseEventRows rows) {
    this.settings = settings;
    this.chosen = chosen;
    this.rows = rows;
  }

  AdverseEventResult result() {
    if (rows.effects().isEmpty()) {
      return without(chosen, "no study reports it in full");
    }
    Effects effects = rows.effects().get();
    if (used(chosen, effects).length == 0) {
      return without(chosen, "no study has an informative pair of cells");
    }
    Tried first = attempt(() -> settings.pool(chosen, effects));
    if (first.fit().isEmpty()) {
      return without(chosen, first.reason());
    }
    EventModel model = byRule(first.fit().get());
    Tried tried = model == chosen ? first : attempt(() -> settings.pool(model, effects));
    return tried.fit().isEmpty()
        ? without(model, tried.reason())
        : new AdverseEventResult(
            rows, model, tried.fit(), "", used(model, effects), leftOut(model), beside(), notes);
  }

  private AdverseEventResult without(EventModel model, String reason) {
    return new AdverseEventResult(
        rows,
        model,
        Optional.empty(),
        reason,
        rows.effects().map(e -> used(model, e)).orElse(new int[0]),
        leftOut(model),
        rows.effects().isPresent() ? beside() : List.of(),
        notes);
  }

  private EventModel byRule(Fit common) {
    double p = common.heterogeneity().p();
    if (!settings.hasRule() || common.k() < 2 || !(p < settings.heterogeneityP())) {
      return chosen;
    }
    notes.add(
        "Random effects in place of %s: p of heterogeneity is %s, below %s."
            .formatted(chosen.label(), text(p), text(settings.heterogeneityP())));
    return EventModel.RANDOM_EFFECTS;
  }

  private List<StudyLeftOut> leftOut(EventModel model) {
    List<StudyLeftOut> all = new ArrayList<>(rows.incomplete());
    rows.effects()
        .ifPresent(
            effects ->
                IntStream.range(0, effects.size())
                    .filter(i -> !model.whyNot(effects, i).isEmpty())
                    .mapToObj(
                        i -> new StudyLeftOut(effects.studies().label(i), model.whyNot(effects, i)))
                    .forEach(all::add));
    return all;
  }

  private static int[] used(EventModel model, Effects effects) {
    return IntStream.range(0, effects.size())
        .filter(i -> model.whyNot(effects, i).isEmpty())
        .toArray();
  }

  private List<ZeroCellMethod> beside() {
    Effects effects = rows.effects().orElseThrow();
    if (AdverseEventResult.zeroCells(effects) == 0) {
      return List.of();
    }
    List<ZeroCellMethod> methods = new ArrayList<>();
    for (EventModel method : settings.beside(chosen, effects)) {
      Effects suited = method.suited(effects);
      Tried tried = attempt(() -> settings.poolAsIs(method, suited));
      methods.add(new ZeroCellMethod(method, suited.measure(), tried.fit(), tried.reason()));
    }
    return methods;
  }

  /** A fit, or why there is none: data that no estimate exists for, or a search without end. */
  private static Tried attempt(Supplier<Fit> pooling) {
    try {
      return new Tried(Optional.of(pooling.get()), "");
    } catch (IllegalArgumentException | ArithmeticException | MathIllegalStateException e) {
      return new Tried(Optional.empty(), String.valueOf(e.getMessage()));
    }
  }

  private record Tried(Optional<Fit> fit, String reason) {}

  private static String text(double p) {
    return String.format(Locale.ROOT, "%.2g", p);
  }
}
