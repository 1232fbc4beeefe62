package org.copse.data;

import java.util.Arrays;
import java.util.List;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.CountRules;
import org.copse.effect.TwoByTwo;
import org.copse.effect.ZeroCells;
import org.copse.sensitivity.PrintedEffects;

/** Events and totals of two arms, checked; a measure makes effects of them. */
public final class BinaryOutcome {

  private final StudyRows rows;
  private final StudyColumns studies;
  private final ZeroCells zeroCells;

  BinaryOutcome(StudyRows rows) {
    this(rows, rows.studiesOfPairs(CountRules::check), ZeroCells.DEFAULT);
  }

  private BinaryOutcome(StudyRows rows, StudyColumns studies, ZeroCells zeroCells) {
    this.rows = rows;
    this.studies = studies;
    this.zeroCells = zeroCells;
  }

  /**
   * Chooses what is done about zero cells when a study's own estimate is computed; the effects
   * carry a note on what was done.
   *
   * @param rule for example {@code ZeroCells.TREATMENT_ARM.withDoubleZero()}
   * @return a new outcome
   */
  public BinaryOutcome zeroCells(ZeroCells rule) {
    return new BinaryOutcome(rows, studies, rule);
  }

  /**
   * Effects of the counts under a measure.
   *
   * @param measure for example {@code RISK_RATIO}
   * @return effects with raw counts, moderators and notes
   * @throws IllegalArgumentException for a diagnostic odds ratio: see {@link Trials#diagnostic}
   */
  public BinaryEffects as(BinaryMeasure measure) {
    if (measure == BinaryMeasure.DIAGNOSTIC_ODDS_RATIO) {
      throw new IllegalArgumentException(
          Messages.of(
              "Cannot compute a diagnostic odds ratio",
              "data",
              "be the counts of a test's results",
              "events and totals of two arms",
              "Use trials.diagnostic(tp, fp, fn, tn)."));
    }
    List<TwoByTwo> counts = Arrays.stream(studies.used()).mapToObj(this::counts).toList();
    return BinaryEffects.of(measure, studies.studies(), counts)
        .zeroCells(zeroCells)
        .withNotes(studies.notes(rows));
  }

  /**
   * Effects for {@link org.copse.sensitivity.Rounding}. Counts have no rounding, so that the pooled
   * result is one point: to be asked whether a published figure is it, beside percentages.
   *
   * @param measure for example {@code RISK_RATIO}
   * @return the effects as printed, with notes
   * @throws IllegalArgumentException for a diagnostic odds ratio: see {@link Trials#diagnostic}
   */
  public PrintedEffects asPrinted(BinaryMeasure measure) {
    return PrintedCells.outcome(
        rows,
        studies,
        4,
        PrintedCells.FOUR,
        v -> new TwoByTwo(v[0], v[1], v[2], v[3]),
        (s, counts) -> BinaryEffects.of(measure, s, counts).zeroCells(zeroCells),
        as(measure).notes());
  }

  private TwoByTwo counts(int row) {
    return new TwoByTwo(
        rows.value(row, 0), rows.value(row, 1), rows.value(row, 2), rows.value(row, 3));
  }

  @Override
  public String toString() {
    return "Two-arm counts of "
        + studies.used().length
        + " studies; choose a measure with .as(...)";
  }
}
