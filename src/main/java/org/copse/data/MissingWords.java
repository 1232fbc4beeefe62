package org.copse.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The texts that stand for a missing value, whatever their case; a blank cell always does. */
record MissingWords(Set<String> words) {

  static final MissingWords DEFAULT =
      of("NA", "N/A", "NaN", ".", "-", "\u2013", "\u2014", "NR", "not reported");

  MissingWords {
    words = Set.copyOf(words);
  }

  static MissingWords of(String... words) {
    return new MissingWords(
        Arrays.stream(words)
            .map(w -> w.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet()));
  }

  boolean matches(String cell) {
    return cell.isBlank() || words.contains(cell.strip().toLowerCase(Locale.ROOT));
  }
}
