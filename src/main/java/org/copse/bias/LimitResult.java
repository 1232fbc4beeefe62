package org.copse.bias;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.copse.effect.Measure;
import org.copse.model.RandomEffectsFit;

/** What a limit meta-analysis gave: numbers, or a note why there are none. Immutable. */
public final class LimitResult {

  private final RandomEffectsFit unadjusted;
  private final Optional<LimitEstimate> estimate;
  private final List<String> notes;

  LimitResult(RandomEffectsFit unadjusted, Optional<LimitEstimate> estimate, List<String> notes) {
    this.unadjusted = unadjusted;
    this.estimate = estimate;
    this.notes = List.copyOf(notes);
  }

  /**
   * The fit without adjustment.
   *
   * @return the fit
   */
  public RandomEffectsFit unadjusted() {
    return unadjusted;
  }

  /**
   * Number of studies.
   *
   * @return those with an estimable effect
   */
  public int k() {
    return unadjusted.effects().estimable().length;
  }

  /**
   * The measure.
   *
   * @return the measure
   */
  public Measure measure() {
    return unadjusted.measure();
  }

  /**
   * The numbers.
   *
   * @return absent where not defined; {@link #notes()} says why
   */
  public Optional<LimitEstimate> estimate() {
    return estimate;
  }

  /**
   * What a reader must know.
   *
   * @return notes
   */
  public List<String> notes() {
    return notes;
  }

  @Override
  public String toString() {
    return estimate
        .map(
            e ->
                String.format(
                    Locale.ROOT,
                    "Limit meta-analysis, k = %s: adjusted %.4g [%.4g; %.4g] on the analysis scale,"
                        + " unadjusted %.4g",
                    k(),
                    e.estimate(),
                    e.interval().lower(),
                    e.interval().upper(),
                    unadjusted.estimate()))
        .orElseGet(() -> "Limit meta-analysis: " + String.join(" ", notes));
  }
}
