package org.copse.data;

import java.util.List;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.CountRules;
import org.copse.effect.Proportion;
import org.copse.effect.ProportionEffects;
import org.copse.effect.ProportionMeasure;
import org.copse.effect.TwoByTwo;

/**
 * A long table of adverse events: one row a study, event and grade.
 *
 * <p>{@code trials.adverseEvents("event").grade("grade").binary("e1", "n1", "e2",
 * "n2").as(RISK_RATIO)}
 */
public final class AdverseEventTrials {

  private final CellTable cells;
  private final Roles roles;
  private final String event;
  private final String grade;

  AdverseEventTrials(CellTable cells, Roles roles, String event, String grade) {
    this.cells = cells;
    this.roles = roles;
    this.event = event;
    this.grade = grade;
  }

  /**
   * Names the column of grades. Events of different grades are pooled apart.
   *
   * @param column for example one that holds "any" and "3-4"
   * @return new trials
   */
  public AdverseEventTrials grade(String column) {
    return new AdverseEventTrials(cells, roles, event, cells.column(column).name());
  }

  /**
   * Two-arm counts of every event.
   *
   * @param events1 column of patients with the event, treatment
   * @param total1 column of patients, treatment
   * @param events2 column of patients with the event, control
   * @param total2 column of patients, control
   * @return the checked counts
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public AdverseEventOutcome<BinaryMeasure> binary(
      String events1, String total1, String events2, String total2) {
    AdverseEventTable table =
        new AdverseEventTable(
            cells, roles, event, grade, CountRules::check, events1, total1, events2, total2);
    return new AdverseEventOutcome<>(
        table,
        (measure, studies, rows) ->
            BinaryEffects.of(
                measure,
                studies,
                rows.stream().map(v -> new TwoByTwo(v[0], v[1], v[2], v[3])).toList()));
  }

  /**
   * Proportions of every event in single arms.
   *
   * @param events column of patients with the event
   * @param n column of patients
   * @return the checked counts
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public AdverseEventOutcome<ProportionMeasure> proportion(String events, String n) {
    AdverseEventTable table =
        new AdverseEventTable(cells, roles, event, grade, CountRules::check, events, n);
    return new AdverseEventOutcome<>(
        table,
        (measure, studies, rows) -> ProportionEffects.of(measure, studies, proportions(rows)));
  }

  private static List<Proportion> proportions(List<double[]> rows) {
    return rows.stream().map(v -> new Proportion(v[0], v[1])).toList();
  }
}
