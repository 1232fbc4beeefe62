package org.copse.descriptive;

import java.util.ArrayList;
import java.util.List;

/**
 * A table that describes patients: a block of rows a variable, a column a group.
 *
 * @param groups names of the columns; the first is the total where there are several
 * @param sizes patients of each
 * @param blocks the variables
 * @param notes how it was made, and what was left out
 */
public record DescriptiveTable(
    List<String> groups, List<Long> sizes, List<DescriptiveBlock> blocks, List<String> notes) {

  /**
   * Copies the lists.
   *
   * @param groups as above
   * @param sizes as above
   * @param blocks as above
   * @param notes as above
   */
  public DescriptiveTable {
    groups = List.copyOf(groups);
    sizes = List.copyOf(sizes);
    blocks = List.copyOf(blocks);
    notes = List.copyOf(notes);
  }

  /**
   * The table of patients with the defaults of {@link Descriptives}.
   *
   * @param patients the patients
   * @return the table
   */
  public static DescriptiveTable of(PatientData patients) {
    return Descriptives.withDefaults().fit(patients);
  }

  /**
   * The table of printed counts with the defaults of {@link Descriptives}; percentages are computed
   * anew.
   *
   * @param printed the printed table
   * @return the table
   */
  public static DescriptiveTable of(PrintedCounts printed) {
    return Descriptives.withDefaults().fit(printed);
  }

  /**
   * The rows of a variable.
   *
   * @param variable its name
   * @return the block
   * @throws IllegalArgumentException when there is none of that name
   */
  public DescriptiveBlock block(String variable) {
    List<String> names = new ArrayList<>();
    for (DescriptiveBlock block : blocks) {
      if (block.variable().equals(variable)) {
        return block;
      }
      names.add(block.variable());
    }
    throw new IllegalArgumentException(
        "Cannot find the variable: it must be one of %s, was '%s'. Check its spelling."
            .formatted(names, variable));
  }

  @Override
  public String toString() {
    return "%s variables of %s patients in groups %s"
        .formatted(blocks.size(), sizes.isEmpty() ? 0 : sizes.get(0), groups);
  }
}
