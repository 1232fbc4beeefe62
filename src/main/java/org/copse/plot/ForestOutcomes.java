package org.copse.plot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.copse.model.Fit;

/**
 * Several outcomes for one forest plot, in order: {@code ForestOutcomes.of("Response",
 * response).and("Benefit", benefit)}. Immutable.
 */
public final class ForestOutcomes {

  private final Map<String, Fit> fits;

  private ForestOutcomes(Map<String, Fit> fits) {
    this.fits = Collections.unmodifiableMap(fits);
  }

  /**
   * The first outcome.
   *
   * @param name its heading
   * @param fit its fit
   * @return the outcomes
   */
  public static ForestOutcomes of(String name, Fit fit) {
    return new ForestOutcomes(new LinkedHashMap<>()).and(name, fit);
  }

  /**
   * One outcome more.
   *
   * @param name its heading
   * @param fit its fit, of the same measure, level and kind of data
   * @return new outcomes
   * @throws IllegalArgumentException for a name given before, another measure or level, or other
   *     columns of data
   */
  public ForestOutcomes and(String name, Fit fit) {
    Objects.requireNonNull(name, "name");
    if (fits.containsKey(name)) {
      throw new IllegalArgumentException(
          "Cannot show two outcomes of one name: names must differ, was '%s' twice. Name them apart."
              .formatted(name));
    }
    for (Fit first : fits.values()) {
      String one = kind(first);
      if (!one.equals(kind(fit))) {
        throw new IllegalArgumentException(
            "Cannot show outcome '%s' with the others: measure, level and data columns must be the same, was %s beside %s. Draw a plot of its own."
                .formatted(name, kind(fit), one));
      }
    }
    Map<String, Fit> more = new LinkedHashMap<>(fits);
    more.put(name, fit);
    return new ForestOutcomes(more);
  }

  private static String kind(Fit fit) {
    List<String> columns = new ArrayList<>();
    new ForestColumns(fit.effects())
        .columns()
        .forEach(c -> columns.add(c.group().isEmpty() ? c.header() : c.group() + " " + c.header()));
    return "%s at %s with %s".formatted(fit.measure().name(), fit.level(), columns);
  }

  /**
   * The fits by name.
   *
   * @return in order
   */
  public Map<String, Fit> fits() {
    return fits;
  }

  @Override
  public String toString() {
    return "Outcomes " + String.join(", ", fits.keySet());
  }
}
