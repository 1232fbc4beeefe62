package org.copse.effect;

import java.util.Locale;
import java.util.Set;

/** Names of measures inside a sentence. */
public final class MeasureNames {

  private static final Set<String> PROPER =
      Set.of("Peto", "Yule's", "Cohen's", "Glass'", "Cronbach's", "R²");

  private MeasureNames() {}

  /**
   * A measure's name as it stands after other words: "risk ratio", but "Yule's Q" and "proportion
   * (Freeman-Tukey)". Persons' names, abbreviations and symbols keep their capitals.
   *
   * @param name as it stands alone, {@link Measure#label()} or {@link Measure#displayedLabel()}
   * @return the first letter in lower case, unless the first word is a person's name or a symbol
   */
  public static String withinSentence(String name) {
    return PROPER.contains(name.split(" ", 2)[0])
        ? name
        : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
