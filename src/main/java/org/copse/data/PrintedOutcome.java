package org.copse.data;

import java.util.function.Function;
import org.copse.effect.Measure;
import org.copse.sensitivity.PrintedEffects;

/**
 * An outcome whose numbers are only known as printed; a measure makes effects of it, for {@link
 * org.copse.sensitivity.Rounding}.
 *
 * @param <M> the measures that the outcome can give
 */
public final class PrintedOutcome<M extends Measure> {

  private final Function<M, PrintedEffects> effects;
  private final String what;

  PrintedOutcome(String what, Function<M, PrintedEffects> effects) {
    this.what = what;
    this.effects = effects;
  }

  /**
   * Effects that carry the rounding of the printed numbers.
   *
   * @param measure for example {@code HAZARD_RATIO}
   * @return the effects as printed, with notes
   * @throws org.copse.effect.StudyDataException naming every row that cannot be used
   */
  public PrintedEffects as(M measure) {
    return effects.apply(measure);
  }

  @Override
  public String toString() {
    return what + " as printed; choose a measure with .as(...)";
  }
}
