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
        .ifPresent(f -> sentences.addAll(methods(f)));
    if (settings.hasRule()) {
      sentences.add(
          "Random effects where the p of heterogeneity is below %s: the data choose the model, which makes intervals too narrow on average (Cochrane Handbook 10.10.4.1)."
              .formatted(String.format(Locale.ROOT, "%.2g", settings.heterogeneityP())));
    }
    results.stream()
        .filter(r -> r.model() != model)
        .flatMap(r -> r.fit().stream())
        .findFirst()
        .ifPresent(f -> sentences.add("Random effects: " + String.join(" ", methods(f))));
    return List.copyOf(sentences);
  }

  /** Degrees of freedom are those of one event. */
  private static List<String> methods(Fit fit) {
    return fit.methods().stream().map(m -> m.replaceAll(", here (normal|[0-9.]+ df)", "")).toList();
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
    Map<String, List<String>> reasons = new LinkedHashMap<>();
    Map<String, List<String>> shared = new LinkedHashMap<>();
    for (AdverseEventResult result : results) {
      if (result.fit().isEmpty()) {
        group(reasons, ended(result.reason()), result);
      }
      result.shared().ifPresent(rows -> group(shared, rows, result));
    }
    reasons.forEach((why, of) -> notes.add("%s: not pooled, %s.".formatted(all(of), why)));
    if (!shared.isEmpty()) {
      notes.add(
          "Rows that share patients are pooled as if they were independent, so the intervals are too narrow (%s)."
              .formatted(
                  String.join(
                      "; ",
                      shared.entrySet().stream()
                          .map(e -> e.getKey() + ": " + all(e.getValue()))
                          .toList())));
    }
    long tests = results.stream().filter(r -> r.fit().isPresent()).count();
    if (tests > 1 && measure().hasNullValue()) {
      notes.add("%s events are tested; p values are not adjusted for that.".formatted(tests));
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
      result.notes().forEach(note -> group(events, note, result));
    }
    return events.entrySet().stream().map(e -> all(e.getValue()) + ": " + e.getKey()).toList();
  }

  private void group(Map<String, List<String>> groups, String key, AdverseEventResult result) {
    groups.computeIfAbsent(key, k -> new ArrayList<>()).add(label(result));
  }

  private static String all(List<String> labels) {
    return String.join(", ", labels);
  }

  /**
   * An event as notes and tables name it: with its grade only where there are several.
   *
   * @param result one of the results
   * @return for example "stomatitis" or "stomatitis (3-4)"
   */
  public String label(AdverseEventResult result) {
    return data.grades().size() > 1 ? result.label() : result.event();
  }

  @Override
  public String toString() {
    return "%s of %s adverse events, event by event: %s"
        .formatted(measure().label(), results.size(), name(model));
  }
}
