package org.copse.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.copse.effect.BinaryEffects;
import org.copse.effect.Effects;
import org.copse.effect.Measure;

/**
 * A table of adverse events and studies under one measure, ready to be pooled event by event with
 * {@link AdverseEvents}.
 *
 * <p>{@code trials.adverseEvents("event").grade("grade").binary(...).as(RISK_RATIO)} reads one.
 * Immutable.
 */
public final class AdverseEventData {

  private final Measure measure;
  private final List<AdverseEventRows> events;
  private final List<String> notes;

  private AdverseEventData(Measure measure, List<AdverseEventRows> events, List<String> notes) {
    this.measure = measure;
    this.events = List.copyOf(events);
    this.notes = List.copyOf(notes);
  }

  /**
   * The events of one measure.
   *
   * @param measure the measure of all effects
   * @param events the events in the order to show them; each event and grade once
   * @return the data
   * @throws IllegalArgumentException when there is no event, when an event and grade come twice, or
   *     when effects have another measure
   */
  public static AdverseEventData of(Measure measure, List<AdverseEventRows> events) {
    List<String> problems = new ArrayList<>();
    Set<String> labels = new LinkedHashSet<>();
    for (AdverseEventRows rows : events) {
      if (!labels.add(rows.label())) {
        problems.add("'%s' comes twice".formatted(rows.label()));
      }
      rows.effects()
          .filter(e -> e.measure() != measure)
          .ifPresent(e -> problems.add("'%s' has %s".formatted(rows.label(), e.measure().label())));
    }
    if (events.isEmpty()) {
      problems.add("no event");
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot take adverse events: every event must come once a grade, with effects measured as %s, was %s. Give one AdverseEventRows an event and grade."
              .formatted(measure.label(), String.join("; ", problems)));
    }
    return new AdverseEventData(measure, events, spellings(events));
  }

  /** Names that differ in case or blanks only are likely one event, and are pooled apart. */
  private static List<String> spellings(List<AdverseEventRows> events) {
    Map<String, Set<String>> alike = new LinkedHashMap<>();
    for (AdverseEventRows rows : events) {
      String key = rows.event().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ").strip();
      alike.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(rows.event());
    }
    return alike.values().stream()
        .filter(names -> names.size() > 1)
        .map(
            names ->
                "'%s' are pooled apart: the names differ in case or blanks only. Spell them alike if they are one event."
                    .formatted(String.join("' and '", names)))
        .toList();
  }

  /**
   * The measure of all events.
   *
   * @return the measure
   */
  public Measure measure() {
    return measure;
  }

  /**
   * The events in the order of the table.
   *
   * @return the events
   */
  public List<AdverseEventRows> events() {
    return events;
  }

  /**
   * The grades in the order of the table.
   *
   * @return for example "any" and "3-4"; one empty text where grades are not told apart
   */
  public List<String> grades() {
    return events.stream().map(AdverseEventRows::grade).distinct().toList();
  }

  /**
   * The studies in the order of the table, those with empty cells included.
   *
   * @return their labels
   */
  public List<String> studies() {
    Set<String> labels = new LinkedHashSet<>();
    for (AdverseEventRows rows : events) {
      rows.effects().ifPresent(e -> labels.addAll(e.studies().labels()));
      rows.incomplete().forEach(s -> labels.add(s.study()));
    }
    return List.copyOf(labels);
  }

  /**
   * The events of one grade.
   *
   * @param grade as the table has it
   * @return the same data without the other grades
   * @throws IllegalArgumentException when no event has it, naming the grades there are
   */
  public AdverseEventData grade(String grade) {
    Objects.requireNonNull(grade, "grade");
    return only(
        rows -> rows.grade().equals(grade),
        "Cannot choose a grade: it must be one of '%s', was '%s'. Give one of them."
            .formatted(String.join("', '", grades()), grade));
  }

  /**
   * Some of the events, in the order of the table, of all their grades.
   *
   * @param names the events
   * @return the same data without the others
   * @throws IllegalArgumentException naming every event that is not in the table
   */
  public AdverseEventData only(String... names) {
    List<String> wanted = List.of(names);
    List<String> known = events.stream().map(AdverseEventRows::event).distinct().toList();
    List<String> unknown = wanted.stream().filter(n -> !known.contains(n)).toList();
    String message =
        "Cannot choose events: each must be one of '%s', was '%s'. Give events of the table."
            .formatted(String.join("', '", known), String.join("', '", unknown));
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(message);
    }
    return only(rows -> wanted.contains(rows.event()), message);
  }

  private AdverseEventData only(Predicate<AdverseEventRows> chosen, String otherwise) {
    List<AdverseEventRows> fewer = events.stream().filter(chosen).toList();
    if (fewer.isEmpty()) {
      throw new IllegalArgumentException(otherwise);
    }
    return new AdverseEventData(measure, fewer, notes);
  }

  /**
   * The same data with names of the two arms, shown in tables and plots.
   *
   * @param first the arm compared
   * @param second the arm compared with
   * @return new data; single groups stay as they are
   */
  public AdverseEventData arms(String first, String second) {
    return map(e -> e instanceof BinaryEffects binary ? binary.arms(first, second) : e);
  }

  private AdverseEventData map(UnaryOperator<Effects> change) {
    List<AdverseEventRows> changed =
        events.stream()
            .map(
                r ->
                    new AdverseEventRows(
                        r.event(), r.grade(), r.effects().map(change), r.incomplete()))
            .toList();
    return new AdverseEventData(measure, changed, notes);
  }

  /**
   * The same data with more notes, for example on how it was read.
   *
   * @param more the notes
   * @return new data
   */
  public AdverseEventData withNotes(List<String> more) {
    List<String> all = new ArrayList<>(notes);
    all.addAll(more);
    return new AdverseEventData(measure, events, all);
  }

  /**
   * What a reader must know of the table as a whole.
   *
   * @return notes, perhaps none
   */
  public List<String> notes() {
    return notes;
  }

  /** Effects of any event, for the names of arms and columns. */
  Optional<Effects> anyEffects() {
    return events.stream().flatMap(r -> r.effects().stream()).findFirst();
  }

  @Override
  public String toString() {
    return "%s of %s adverse events in %s studies"
        .formatted(measure.label(), events.size(), studies().size());
  }
}
