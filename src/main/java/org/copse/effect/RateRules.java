package org.copse.effect;

import java.util.List;

/** What must hold of events and person-time, whoever gives them. */
public final class RateRules {

  private RateRules() {}

  /**
   * Checks the events and person-time of one arm and adds what is wrong to a list.
   *
   * @param study the study's label
   * @param row its row, 1 for the first
   * @param events the events
   * @param time the person-time
   * @param eventsColumn what the user calls the events
   * @param timeColumn what the user calls the person-time
   * @param problems receives the problems
   */
  public static void check(
      String study,
      int row,
      double events,
      double time,
      String eventsColumn,
      String timeColumn,
      List<DataProblem> problems) {
    if (CountRules.checkWhole(study, row, events, eventsColumn, "events", problems) && events < 0) {
      problems.add(
          CountRules.problem(
              study, row, eventsColumn, "events must not be negative", CountRules.text(events)));
    }
    if (!(time > 0 && time < Double.POSITIVE_INFINITY)) {
      problems.add(
          CountRules.problem(
              study,
              row,
              timeColumn,
              "person-time must be a finite number greater than 0",
              CountRules.text(time)));
    }
  }
}
