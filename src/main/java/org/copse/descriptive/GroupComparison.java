package org.copse.descriptive;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A test between groups.
 *
 * @param method name of the test, with its corrections
 * @param symbol letter of the statistic, empty where there is none
 * @param statistic the statistic, absent for Fisher's exact test and where there is no test
 * @param df degrees of freedom, absent where the test has none
 * @param p two-sided p, absent where the data allow no test
 * @param notes what was left out or should be doubted, perhaps nothing
 */
public record GroupComparison(
    String method,
    String symbol,
    OptionalDouble statistic,
    OptionalInt df,
    OptionalDouble p,
    List<String> notes) {

  /**
   * Copies the notes.
   *
   * @param method as above
   * @param symbol as above
   * @param statistic as above
   * @param df as above
   * @param p as above
   * @param notes as above
   */
  public GroupComparison {
    notes = List.copyOf(notes);
  }

  static GroupComparison none(String method, String why) {
    return new GroupComparison(
        method,
        "",
        OptionalDouble.empty(),
        OptionalInt.empty(),
        OptionalDouble.empty(),
        List.of("no test: " + why));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(method);
    if (statistic.isPresent()) {
      text.append(String.format(Locale.ROOT, ": %s = %.4f", symbol, statistic.getAsDouble()));
    }
    df.ifPresent(value -> text.append(", df = ").append(value));
    p.ifPresent(value -> text.append(String.format(Locale.ROOT, ", p = %.4g", value)));
    notes.forEach(note -> text.append("\n  Note: ").append(note));
    return text.toString();
  }
}
