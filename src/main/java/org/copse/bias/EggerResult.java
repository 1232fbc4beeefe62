package org.copse.bias;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.copse.effect.Measure;

/** What Egger's test gave: a line with its test, or a note why there is none. Immutable. */
public final class EggerResult {

  private final int k;
  private final Measure measure;
  private final Optional<EggerLine> line;
  private final List<String> notes;

  EggerResult(int k, Measure measure, Optional<EggerLine> line, List<String> notes) {
    this.k = k;
    this.measure = measure;
    this.line = line;
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
   * The measure whose scale the line is on.
   *
   * @return the measure
   */
  public Measure measure() {
    return measure;
  }

  /**
   * The line with its test.
   *
   * @return absent where it was not computed or is not defined; {@link #notes()} says why
   */
  public Optional<EggerLine> line() {
    return line;
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
    return line.map(
            l ->
                String.format(
                    Locale.ROOT,
                    "Egger's test, k = %s: intercept %.4g, t(%.0f) = %.4g, p = %.4g",
                    k,
                    l.intercept(),
                    l.test().df(),
                    l.test().statistic(),
                    l.test().p()))
        .orElseGet(() -> "Egger's test: " + String.join(" ", notes));
  }
}
