package org.copse.sensitivity;

import java.util.List;
import java.util.Optional;

/**
 * One way of handling rows that share patients, with what it gives.
 *
 * @param name for example "As independent"
 * @param rows labels of the rows pooled
 * @param common the common effect, empty where it is not defined
 * @param random random effects, empty where they are not defined
 * @param notes why something is absent, and what to beware of
 */
public record OverlapHandling(
    String name,
    List<String> rows,
    Optional<OverlapFit> common,
    Optional<OverlapFit> random,
    List<String> notes) {

  /**
   * Copies the lists.
   *
   * @param name as above
   * @param rows as above
   * @param common as above
   * @param random as above
   * @param notes as above
   */
  public OverlapHandling {
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }
}
