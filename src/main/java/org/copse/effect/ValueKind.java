package org.copse.effect;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whether a study's means are of changes from baseline or of final values. */
public enum ValueKind {
  /** Means and SDs of the changes from baseline. */
  CHANGE,
  /** Means and SDs of the values at the end. */
  FINAL,
  /** Nobody said. */
  NOT_STATED;

  private static final Set<String> CHANGES =
      Set.of("change", "changes", "change score", "change scores", "change from baseline");
  private static final Set<String> FINALS =
      Set.of(
          "final",
          "final value",
          "final values",
          "endpoint",
          "post",
          "post-intervention",
          "follow-up");

  /**
   * The kind that a word stands for.
   *
   * @param word "change" or "final", in any case, and their usual variants such as "change score",
   *     "final value", "endpoint", "post"; blank for not stated
   * @return the kind, none for another word
   */
  public static Optional<ValueKind> ofWord(String word) {
    String plain = word.strip().toLowerCase(Locale.ROOT);
    if (plain.isEmpty()) {
      return Optional.of(NOT_STATED);
    }
    if (CHANGES.contains(plain)) {
      return Optional.of(CHANGE);
    }
    return FINALS.contains(plain) ? Optional.of(FINAL) : Optional.empty();
  }
}
