package org.copse.bias;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What Begg's test gave: a rank correlation with its tests, or a note why there is none. Immutable.
 */
public final class BeggResult {

  private final int k;
  private final Optional<RankCorrelation> correlation;
  private final List<String> notes;

  BeggResult(int k, Optional<RankCorrelation> correlation, List<String> notes) {
    this.k = k;
    this.correlation = correlation;
    this.notes = List.copyOf(notes);
  }

  /**
   * Number of studies.
   *
   * @return those with an estimable effect
   */
  public int k() {
    return k;
  }

  /**
   * The rank correlation with its tests.
   *
   * @return absent where it was not computed or is not defined; {@link #notes()} says why
   */
  public Optional<RankCorrelation> correlation() {
    return correlation;
  }

  /**
   * What a reader must know.
   *
   * @return notes, perhaps none
   */
  public List<String> notes() {
    return notes;
  }

  @Override
  public String toString() {
    return correlation
        .map(
            c ->
                String.format(
                    Locale.ROOT,
                    "Begg's test, k = %s: Kendall's tau %.4g, z = %.4g, p = %.4g",
                    k,
                    c.tau(),
                    c.test().statistic(),
                    c.test().p()))
        .orElseGet(() -> "Begg's test: " + String.join(" ", notes));
  }
}
