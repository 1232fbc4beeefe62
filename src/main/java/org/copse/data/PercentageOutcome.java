package org.copse.data;

import java.util.ArrayList;
import java.util.List;
import org.copse.effect.Proportion;
import org.copse.effect.ProportionEffects;
import org.copse.effect.ProportionMeasure;
import org.copse.sensitivity.PrintedEffects;

/**
 * Printed percentages of single groups. Each stands for all whole counts that print so; where there
 * is none, the percentage or its total is not what it seems, and the row is refused unless {@link
 * #acceptUnattainable()}.
 */
public final class PercentageOutcome {

  private static final int COLUMNS = 2;

  private final StudyRows rows;
  private final boolean unattainableAccepted;

  PercentageOutcome(StudyRows rows) {
    this(rows, false);
  }

  private PercentageOutcome(StudyRows rows, boolean unattainableAccepted) {
    this.rows = rows;
    this.unattainableAccepted = unattainableAccepted;
  }

  /**
   * Takes a percentage that no whole count attains for the counts on either side of it; the effects
   * carry a note on each.
   *
   * @return a new outcome
   */
  public PercentageOutcome acceptUnattainable() {
    return new PercentageOutcome(rows, true);
  }

  /**
   * Effects of the nearest counts.
   *
   * @param measure for example {@code LOGIT_PROPORTION}
   * @return effects with a note that the counts were computed
   * @throws org.copse.effect.StudyDataException naming every row that cannot be used
   */
  public ProportionEffects as(ProportionMeasure measure) {
    List<String> notes = new ArrayList<>();
    PercentRows.Read read = percents().read(notes);
    List<Proportion> data =
        read.inputs().stream()
            .map(i -> new Proportion(i.get(0).value(), i.get(1).value()))
            .toList();
    notes.add("Events were computed, not printed: the counts nearest to percent × n / 100.");
    return ProportionEffects.of(measure, read.studies(), data).withNotes(notes);
  }

  /**
   * Effects of every count that prints so, for {@link org.copse.sensitivity.Rounding}.
   *
   * @param measure for example {@code LOGIT_PROPORTION}
   * @return the effects as printed, with notes
   * @throws org.copse.effect.StudyDataException naming every row that cannot be used
   */
  public PrintedEffects asPrinted(ProportionMeasure measure) {
    List<String> notes = new ArrayList<>();
    PercentRows.Read read = percents().read(notes);
    return PrintedEffects.of(
            read.studies(),
            read.inputs(),
            (i, v) -> new Proportion(v[0], v[1]),
            (s, data) -> ProportionEffects.of(measure, s, data))
        .withNotes(notes)
        .withNotes(percents().decimals());
  }

  private PercentRows percents() {
    return new PercentRows(rows, COLUMNS, unattainableAccepted);
  }

  @Override
  public String toString() {
    return "Percentages of "
        + rows.readable().length
        + " studies; choose a measure with .as(...) or .asPrinted(...)";
  }
}
