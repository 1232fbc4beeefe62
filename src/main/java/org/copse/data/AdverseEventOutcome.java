package org.copse.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.copse.effect.BinaryEffects;
import org.copse.effect.Effects;
import org.copse.effect.Measure;
import org.copse.effect.ProportionEffects;
import org.copse.effect.Studies;
import org.copse.effect.ZeroCells;
import org.copse.model.AdverseEventData;
import org.copse.model.AdverseEventRows;
import org.copse.model.StudyLeftOut;

/**
 * Counts of adverse events, checked; a measure makes effects of them, event by event.
 *
 * @param <M> the measures that the counts can be taken as
 */
public final class AdverseEventOutcome<M extends Measure> {

  /** Effects of the studies of one event. */
  interface Computed<M> {
    Effects of(M measure, Studies studies, List<double[]> rows);
  }

  private final AdverseEventTable table;
  private final Computed<M> effects;
  private final ZeroCells zeroCells;

  AdverseEventOutcome(AdverseEventTable table, Computed<M> effects) {
    this(table, effects, ZeroCells.DEFAULT);
  }

  private AdverseEventOutcome(AdverseEventTable table, Computed<M> effects, ZeroCells zeroCells) {
    this.table = table;
    this.effects = effects;
    this.zeroCells = zeroCells;
  }

  /**
   * Chooses what is done about zero cells when a study's own estimate is computed; the effects
   * carry a note on what was done.
   *
   * @param rule for example {@code ZeroCells.TREATMENT_ARM.withDoubleZero()}
   * @return a new outcome
   */
  public AdverseEventOutcome<M> zeroCells(ZeroCells rule) {
    return new AdverseEventOutcome<>(table, effects, rule);
  }

  /**
   * Effects of every event under a measure.
   *
   * @param measure for example {@code RISK_RATIO}
   * @return the events with their studies, those left out included
   */
  public AdverseEventData as(M measure) {
    List<AdverseEventRows> events = new ArrayList<>();
    for (AdverseEventTable.Group group : table.groups()) {
      events.add(
          new AdverseEventRows(
              group.event(), group.grade(), of(measure, group), table.leftOut(group)));
    }
    return AdverseEventData.of(measure, events).withNotes(table.notes());
  }

  private Optional<Effects> of(M measure, AdverseEventTable.Group group) {
    int[] used = table.used(group);
    if (used.length == 0) {
      return Optional.empty();
    }
    Effects made = corrected(effects.of(measure, table.studies(used), table.values(used)));
    List<String> left = table.leftOut(group).stream().map(StudyLeftOut::sentence).toList();
    return Optional.of(made.withNotes(left));
  }

  private Effects corrected(Effects made) {
    if (made instanceof BinaryEffects binary) {
      return binary.zeroCells(zeroCells);
    }
    return made instanceof ProportionEffects single ? single.zeroCells(zeroCells) : made;
  }

  @Override
  public String toString() {
    return "Counts of " + table.groups().size() + " adverse events; choose a measure with .as(...)";
  }
}
