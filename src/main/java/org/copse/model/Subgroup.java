package org.copse.model;

import java.util.List;

/**
 * One group of a subgroup analysis.
 *
 * @param name the moderator's value
 * @param rows indices of its studies in the overall fit's effects
 * @param fit the model fitted to them
 */
public record Subgroup(String name, List<Integer> rows, Fit fit) {

  /**
   * Copies the rows.
   *
   * @param name as above
   * @param rows as above
   * @param fit as above
   */
  public Subgroup {
    rows = List.copyOf(rows);
  }
}
