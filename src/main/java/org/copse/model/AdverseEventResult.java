package org.copse.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.copse.effect.BinaryEffects;
import org.copse.effect.Effects;
import org.copse.effect.ProportionEffects;

/** The pooled result of one adverse event: what was used, what was left out, and why. */
public final class AdverseEventResult {

  private final AdverseEventRows rows;
  private final EventModel model;
  private final Optional<Fit> fit;
  private final String reason;
  private final int[] used;
  private final List<StudyLeftOut> leftOut;
  private final List<ZeroCellMethod> zeroCellMethods;
  private final List<String> notes;

  AdverseEventResult(
      AdverseEventRows rows,
      EventModel model,
      Optional<Fit> fit,
      String reason,
      int[] used,
      List<StudyLeftOut> leftOut,
      List<ZeroCellMethod> zeroCellMethods,
      List<String> notes) {
    this.rows = rows;
    this.model = model;
    this.fit = fit;
    this.reason = reason;
    this.used = used;
    this.leftOut = List.copyOf(leftOut);
    this.zeroCellMethods = List.copyOf(zeroCellMethods);
    this.notes = List.copyOf(notes);
  }

  /**
   * The event.
   *
   * @return for example "stomatitis"
   */
  public String event() {
    return rows.event();
  }

  /**
   * Its grade.
   *
   * @return for example "3-4", empty where grades are not told apart
   */
  public String grade() {
    return rows.grade();
  }

  /**
   * Event and grade in one text.
   *
   * @return for example "stomatitis (3-4)"
   */
  public String label() {
    return rows.label();
  }

  /**
   * The grade as a heading.
   *
   * @return for example "Any grade" or "Grade 3-4", empty where grades are not told apart
   */
  public String gradeHeading() {
    return rows.gradeHeading();
  }

  /**
   * The model of this event; by a rule on heterogeneity events may differ.
   *
   * @return the model
   */
  public EventModel model() {
    return model;
  }

  /**
   * The pooled result.
   *
   * @return the fit, empty where no study counts
   */
  public Optional<Fit> fit() {
    return fit;
  }

  /**
   * Why there is no pooled result.
   *
   * @return the reason, empty where there is one
   */
  public String reason() {
    return reason;
  }

  /**
   * Number of studies pooled.
   *
   * @return k
   */
  public int k() {
    return used.length;
  }

  /**
   * The studies that report the event in full, those that the model leaves out included.
   *
   * @return the effects, empty where there is none
   */
  public Optional<Effects> effects() {
    return rows.effects();
  }

  /**
   * The studies left out, each with the reason: empty cells, or cells that say nothing under the
   * model.
   *
   * @return the studies, perhaps none
   */
  public List<StudyLeftOut> leftOut() {
    return leftOut;
  }

  /**
   * Methods for rare events, on the same counts as they are; only where a cell is zero.
   *
   * @return the methods, perhaps none
   */
  public List<ZeroCellMethod> zeroCellMethods() {
    return zeroCellMethods;
  }

  /**
   * Studies with a zero cell among those that report the event in full, double zeros included.
   *
   * @return their number
   */
  public int zeroCellStudies() {
    return rows.effects().map(AdverseEventResult::zeroCells).orElse(0);
  }

  static int zeroCells(Effects effects) {
    return (int) IntStream.range(0, effects.size()).filter(i -> hasZero(effects, i)).count();
  }

  private static boolean hasZero(Effects effects, int i) {
    if (effects instanceof BinaryEffects binary) {
      return binary.counts(i).hasZeroCell();
    }
    return effects instanceof ProportionEffects single
        && (single.proportion(i).events() == 0
            || single.proportion(i).events() == single.proportion(i).total());
  }

  /**
   * Sum of a column of counts over the studies pooled, for example of the events of one arm.
   *
   * @param column index in the effects' {@link Effects#rawColumns()}
   * @return the sum, 0 where no study counts
   */
  public double sum(int column) {
    return rows.effects()
        .map(e -> Arrays.stream(used).mapToDouble(i -> e.raw(i, column)).sum())
        .orElse(0.0);
  }

  /**
   * What a reader must know of this event's result; the studies left out are listed apart.
   *
   * @return notes, perhaps none
   */
  public List<String> notes() {
    List<String> said = rows.incomplete().stream().map(StudyLeftOut::sentence).toList();
    List<String> all = new ArrayList<>(notes);
    fit.ifPresent(f -> f.notes().stream().filter(n -> !said.contains(n)).forEach(all::add));
    return List.copyOf(all);
  }

  /** How many of the rows pooled are of one trial, the one with most, if more than one. */
  Optional<String> shared() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (int i : used) {
      counts.merge(rows.effects().orElseThrow().studies().cluster(i), 1, Integer::sum);
    }
    return counts.entrySet().stream()
        .filter(e -> e.getValue() > 1)
        .max(Map.Entry.comparingByValue())
        .map(e -> "%s of %s rows are of %s".formatted(e.getValue(), k(), e.getKey()));
  }

  @Override
  public String toString() {
    return label() + ": " + fit.map(Fit::toString).orElse("not pooled, " + reason);
  }
}
