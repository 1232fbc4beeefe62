package org.copse.data;

import java.util.ArrayList;
import java.util.List;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.TwoByTwo;
import org.copse.sensitivity.PrintedEffects;

/**
 * Printed percentages of two arms. Each stands for all whole counts that print so; where there is
 * none, the percentage or its total is not what it seems, and the row is refused unless {@link
 * #acceptUnattainable()}.
 */
public final class PercentagesOutcome {

  private final StudyRows rows;
  private final boolean unattainableAccepted;

  PercentagesOutcome(StudyRows rows) {
    this(rows, false);
  }

  private PercentagesOutcome(StudyRows rows, boolean unattainableAccepted) {
    this.rows = rows;
    this.unattainableAccepted = unattainableAccepted;
  }

  /**
   * Takes a percentage that no whole count attains for the counts on either side of it; the effects
   * carry a note on each.
   *
   * @return a new outcome
   */
  public PercentagesOutcome acceptUnattainable() {
    return new PercentagesOutcome(rows, true);
  }

  /**
   * Effects of the nearest counts.
   *
   * @param measure for example {@code RISK_RATIO}
   * @return effects with a note that the counts were computed
   * @throws org.copse.effect.StudyDataException naming every row that cannot be used
   */
  public BinaryEffects as(BinaryMeasure measure) {
    List<String> notes = new ArrayList<>();
    PercentRows.Read read = percents().read(notes);
    List<TwoByTwo> counts =
        read.inputs().stream()
            .map(
                i ->
                    new TwoByTwo(
                        i.get(0).value(), i.get(1).value(), i.get(2).value(), i.get(3).value()))
            .toList();
    notes.add("Events were computed, not printed: the counts nearest to percent × n / 100.");
    return BinaryEffects.of(measure, read.studies(), counts).withNotes(notes);
  }

  /**
   * Effects of every count that prints so, for {@link org.copse.sensitivity.Rounding}.
   *
   * @param measure for example {@code RISK_RATIO}
   * @return the effects as printed, with notes
   * @throws org.copse.effect.StudyDataException naming every row that cannot be used
   */
  public PrintedEffects asPrinted(BinaryMeasure measure) {
    List<String> notes = new ArrayList<>();
    PercentRows.Read read = percents().read(notes);
    return PrintedEffects.counts(measure, read.studies(), read.inputs())
        .withNotes(notes)
        .withNotes(percents().decimals());
  }

  private PercentRows percents() {
    return new PercentRows(rows, 4, unattainableAccepted);
  }

  @Override
  public String toString() {
    return "Two-arm percentages of "
        + rows.readable().length
        + " studies; choose a measure with .as(...) or .asPrinted(...)";
  }
}
