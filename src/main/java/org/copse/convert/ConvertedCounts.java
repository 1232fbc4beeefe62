package org.copse.convert;

import org.copse.effect.Proportion;

/**
 * Events and patients of one group, each with how it came about.
 *
 * @param events patients with the event
 * @param total all patients
 */
public record ConvertedCounts(Converted events, Converted total) {

  /**
   * The numbers alone.
   *
   * @return events of total
   */
  public Proportion counts() {
    return new Proportion(events.value(), total.value());
  }

  static ConvertedCounts of(double events, double total, String how, String assumes) {
    return new ConvertedCounts(
        new Converted(events, "Events " + how, assumes),
        new Converted(total, "Patients " + how, assumes));
  }

  @Override
  public String toString() {
    return "%s of %s (%s)"
        .formatted(Given.text(events.value()), Given.text(total.value()), events.note());
  }
}
