package org.copse.descriptive;

import java.util.List;

/**
 * A row of a descriptive table.
 *
 * @param level category, "median" or "not reported"
 * @param depth 1 for a category, 2 for a part of one
 * @param cells one a group, in the order of the table's groups
 */
public record DescriptiveRow(String level, int depth, List<DescriptiveCell> cells) {

  /**
   * Copies the cells.
   *
   * @param level as above
   * @param depth as above
   * @param cells as above
   */
  public DescriptiveRow {
    cells = List.copyOf(cells);
  }
}
