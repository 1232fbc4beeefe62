package org.copse.model;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.copse.effect.Effects;

/**
 * One adverse event of a table of events and studies: the studies that report it in full, and those
 * whose cells are empty.
 *
 * @param event the event, for example "stomatitis"
 * @param grade its grade as the table has it, for example "any" or "3-4"; empty where grades are
 *     not told apart
 * @param effects the studies that report it, empty where none does
 * @param incomplete the studies whose cells are empty, with what is missing
 */
public record AdverseEventRows(
    String event, String grade, Optional<Effects> effects, List<StudyLeftOut> incomplete) {

  /**
   * Checks the name and copies the list.
   *
   * @param event as above
   * @param grade as above
   * @param effects as above
   * @param incomplete as above
   */
  public AdverseEventRows {
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(grade, "grade");
    Objects.requireNonNull(effects, "effects");
    incomplete = List.copyOf(incomplete);
    if (event.isBlank()) {
      throw new IllegalArgumentException(
          "Cannot take an adverse event: event must have a name, was blank. Name it as the table does.");
    }
  }

  /**
   * An event that all its studies report in full.
   *
   * @param event the event
   * @param grade its grade, perhaps empty
   * @param effects the studies
   * @return the rows
   */
  public static AdverseEventRows of(String event, String grade, Effects effects) {
    return new AdverseEventRows(event, grade, Optional.of(effects), List.of());
  }

  /**
   * Event and grade in one text.
   *
   * @return for example "stomatitis (3-4)", or the event alone where there is no grade
   */
  public String label() {
    return grade.isEmpty() ? event : "%s (%s)".formatted(event, grade);
  }

  /**
   * The grade as a heading.
   *
   * @return for example "Any grade" or "Grade 3-4", empty where grades are not told apart
   */
  public String gradeHeading() {
    if (grade.isEmpty()) {
      return "";
    }
    return switch (grade.toLowerCase(Locale.ROOT)) {
      case "any" -> "Any grade";
      case "all" -> "All grades";
      default -> "Grade " + grade;
    };
  }
}
