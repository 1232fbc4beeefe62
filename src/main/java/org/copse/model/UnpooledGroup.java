package org.copse.model;

import java.util.List;

/**
 * A group of a subgroup analysis that has no pooled estimate, for example because no study of it
 * had an event.
 *
 * @param name the moderator's value
 * @param rows indices of its studies in the overall fit's effects
 * @param reason why it could not be pooled
 */
public record UnpooledGroup(String name, List<Integer> rows, String reason) {

  /**
   * Copies the rows.
   *
   * @param name as above
   * @param rows as above
   * @param reason as above
   */
  public UnpooledGroup {
    rows = List.copyOf(rows);
  }
}
