package org.copse.descriptive;

import java.util.List;
import java.util.Optional;

/**
 * The rows of a variable.
 *
 * @param variable its name
 * @param rows its rows
 * @param test the test between groups, absent when none was asked for
 */
public record DescriptiveBlock(
    String variable, List<DescriptiveRow> rows, Optional<GroupComparison> test) {

  /**
   * Copies the rows.
   *
   * @param variable as above
   * @param rows as above
   * @param test as above
   */
  public DescriptiveBlock {
    rows = List.copyOf(rows);
  }
}
