package org.copse.data;

import java.util.Arrays;
import java.util.List;
import org.copse.effect.CountRules;
import org.copse.effect.Proportion;
import org.copse.effect.ProportionEffects;
import org.copse.effect.ProportionMeasure;
import org.copse.effect.ZeroCells;

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
    return ProportionEffects.of(measure, studies.studies(), data)
        .zeroCells(zeroCells)
        .withNotes(studies.notes(rows));
  }

  @Override
  public String toString() {
    return "Proportions of " + studies.used().length + " studies; choose a measure with .as(...)";
  }
}
