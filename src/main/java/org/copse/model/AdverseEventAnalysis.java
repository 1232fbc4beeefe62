package org.copse.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.copse.effect.Effects;
import org.copse.effect.Measure;

/**
 * Adverse events pooled one by one: what a review prints as its table of adverse events.
 *
 * <p>Immutable; see {@link AdverseEvents}.
 */
public final class AdverseEventAnalysis {

  private final AdverseEvents settings;
  private final EventModel model;
  private final AdverseEventData data;
  private final List<AdverseEventResult> results;

  AdverseEventAnalysis(
      AdverseEvents settings,
      EventModel model,
      AdverseEventData data,
      List<AdverseEventResult> results) {
    this.settings = settings;
    this.model = model;
    this.data = data;
    this.results = List.copyOf(results);
  }

  /**
   * The table that was pooled.
   *
   * @return the events and studies
   */
  public AdverseEventData data() {
    return data;
  }

  /**
   * The measure of the pooled results.
   *
   * @return the measure
   */
  public Measure measure() {
    return data.measure();
  }

  /**
   * The model chosen for all events; by a rule on heterogeneity one event may have another.
   *
   * @return the model
   */
  public EventModel model() {
    return model;
  }

  /**
   * Level of the intervals.
   *
   * @return for example 0.95
   */
  public double level() {
    return settings.level();
  }

  /**
   * The results in the order of the table, events that could not be pooled included.
   *
   * @return one an event and grade
   */
  public List<AdverseEventResult> results() {
    return results;
  }

  /**
   * The results of one grade after the other, each with its heading.
   *
   * @return heading ("Any grade") to results; one empty heading where grades are not told apart
   */
  public Map<String, List<AdverseEventResult>> byGrade() {
    Map<String, List<AdverseEventResult>> grades = new LinkedHashMap<>();
    for (AdverseEventResult result : results) {
      grades.computeIfAbsent(result.gradeHeading(), g -> new ArrayList<>()).add(result);
    }
    return Collections.unmodifiableMap(grades);
  }

  /**
   * The result of an event.
   *
   * @param event the event
   * @param grade its grade, empty where grades are not told apart
   * @return the result
   * @throws IllegalArgumentException when there is no such event, naming those there are
   */
  public AdverseEventResult result(String event, String grade) {
    return results.stream()
        .filter(r -> r.event().equals(event) && r.grade().equals(grade))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot find the event: it must be one of %s, was '%s' of grade '%s'. Give the names of the table."
                        .formatted(
                            String.join(
                                ", ", results.stream().map(AdverseEventResult::label).toList()),
                            event,
                            grade)));
  }

  /**
   * Effects of some event, for the names of arms and of columns.
   *
   * @return effects, empty where no event has a complete study
   */
  public Optional<Effects> anyEffects() {
    return data.anyEffects();
  }

  /**
   * The methods and settings in use, one sentence each.
   *
   * @return the sentences
   */
  public List<String> methods() {
    List<String> sentences = new ArrayList<>();
    sentences.add("Each event is pooled by itself: %s.".formatted(name(model)));
    results.stream()
        .filter(r -> r.model() == model)
        .flatMap(r -> r.fit().stream())
        .findFirst()
        .ifPresent(f -> sentences.addAll(f.methods()));
    if (settings.hasRule()) {
      sentences.add(
          "Random effects where the p of heterogeneity is below %s: the data choose the model, which makes intervals too narrow on average (Cochrane Handbook 10.10.4.1)."
              .formatted(String.format(Locale.ROOT, "%.2g", settings.heterogeneityP())));
    }
    results.stream()
        .filter(r -> r.model() != model)
        .flatMap(r -> r.fit().stream())
        .findFirst()
        .ifPresent(f -> sentences.add("Random effects: " + String.join(" ", f.methods())));
    return List.copyOf(sentences);
  }

  private static String name(EventModel model) {
    return model == EventModel.COMMON_EFFECT || model == EventModel.RANDOM_EFFECTS
        ? model.label().toLowerCase(Locale.ROOT)
        : model.label();
  }

  /**
   * What a reader must know: events without a result, rows that share patients, tests not adjusted,
   * and the notes of the events, each once with the events it is of.
   *
   * @return notes, perhaps none
   */
  public List<String> notes() {
    List<String> notes = new ArrayList<>(data.notes());
    results.stream()
        .filter(r -> r.fit().isEmpty())
        .forEach(r -> notes.add("%s: not pooled, %s.".formatted(r.label(), ended(r.reason()))));
    List<String> shared =
        results.stream().filter(r -> r.k() > 1).flatMap(r -> r.shared().stream()).toList();
    if (!shared.isEmpty()) {
      notes.add(
          "Rows that share patients are pooled as if they were independent, so the intervals are too narrow (%s)."
              .formatted(String.join("; ", shared)));
    }
    long tests = results.stream().filter(r -> r.fit().isPresent()).count();
    if (tests > 1 && measure().hasNullValue()) {
      notes.add("%d events are tested; p values are not adjusted for that.".formatted(tests));
    }
    notes.addAll(ofEvents());
    return List.copyOf(notes);
  }

  private static String ended(String reason) {
    return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
  }

  private List<String> ofEvents() {
    Map<String, List<String>> events = new LinkedHashMap<>();
    for (AdverseEventResult result : results) {
      for (String note : result.notes()) {
        events.computeIfAbsent(note, n -> new ArrayList<>()).add(result.label());
      }
    }
    return events.entrySet().stream()
        .map(e -> String.join(", ", e.getValue()) + ": " + e.getKey())
        .toList();
  }

  @Override
  public String toString() {
    return "%s of %d adverse events, event by event: %s"
        .formatted(measure().label(), results.size(), name(model));
  }
}
