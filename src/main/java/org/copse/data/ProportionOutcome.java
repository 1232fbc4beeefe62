package org.copse.data;

import java.util.Arrays;
import java.util.List;
import org.copse.effect.CountRules;
import org.copse.effect.Proportion;
import org.copse.effect.ProportionEffects;
import org.copse.effect.ProportionMeasure;
import org.copse.effect.Studies;
import org.copse.effect.ZeroCells;
import org.copse.sensitivity.PrintedEffects;

/** Events and totals of single groups, checked; a measure makes effects of them. */
public final class ProportionOutcome {

  private final StudyRows rows;
  private final StudyColumns studies;
  private final ZeroCells zeroCells;

  ProportionOutcome(StudyRows rows) {
    this(rows, rows.studiesOfPairs(CountRules::check), ZeroCells.DEFAULT);
  }

  private ProportionOutcome(StudyRows rows, StudyColumns studies, ZeroCells zeroCells) {
    this.rows = rows;
    this.studies = studies;
    this.zeroCells = zeroCells;
  }

  /**
   * Chooses what is done about zero cells when a study's own estimate is computed; the effects
   * carry a note on what was done.
   *
   * @param rule for example {@code ZeroCells.ALL}
   * @return a new outcome
   */
  public ProportionOutcome zeroCells(ZeroCells rule) {
    return new ProportionOutcome(rows, studies, rule);
  }

  /**
   * Effects of the proportions under a measure.
   *
   * @param measure for example {@code LOGIT_PROPORTION}
   * @return effects with raw counts, moderators and notes
   */
  public ProportionEffects as(ProportionMeasure measure) {
    List<Proportion> data =
        Arrays.stream(studies.used())
            .mapToObj(i -> new Proportion(rows.value(i, 0), rows.value(i, 1)))
            .toList();
    return effects(measure, studies.studies(), data).withNotes(studies.notes(rows));
  }

  /**
   * Effects for {@link org.copse.sensitivity.Rounding}. Counts have no rounding, so that the pooled
   * result is one point: to be asked whether a published figure is it.
   *
   * @param measure for example {@code LOGIT_PROPORTION}
   * @return the effects as printed, with notes
   */
  public PrintedEffects asPrinted(ProportionMeasure measure) {
    return PrintedCells.outcome(
        rows,
        studies,
        2,
        PrintedCells.TWO,
        v -> new Proportion(v[0], v[1]),
        (s, data) -> effects(measure, s, data),
        as(measure).notes());
  }

  private ProportionEffects effects(ProportionMeasure measure, Studies who, List<Proportion> data) {
    return ProportionEffects.of(measure, who, data).zeroCells(zeroCells);
  }

  @Override
  public String toString() {
    return "Proportions of " + studies.used().length + " studies; choose a measure with .as(...)";
  }
}
