package org.copse.plot;

import java.util.List;

/**
 * A forest plot as data: what every renderer draws.
 *
 * @param title title over the plot, perhaps empty
 * @param description the result in words with the numbers
 * @param columns text columns, the studies' labels first
 * @param rows rows from top to bottom; the overall statistics come last
 * @param axis the horizontal axis of the plot area
 * @param lines vertical lines
 * @param favoursLeft what lies left of the null line, perhaps empty
 * @param favoursRight what lies right of the null line, perhaps empty
 * @param footnotes methods and notes, one a line
 * @param data the numbers behind the plot
 */
public record ForestModel(
    String title,
    String description,
    List<TextColumn> columns,
    List<ForestRow> rows,
    PlotAxis axis,
    List<ReferenceLine> lines,
    String favoursLeft,
    String favoursRight,
    List<String> footnotes,
    ForestData data) {

  /**
   * Copies the lists.
   *
   * @param title as above
   * @param description as above
   * @param columns as above
   * @param rows as above
   * @param axis as above
   * @param lines as above
   * @param favoursLeft as above
   * @param favoursRight as above
   * @param footnotes as above
   * @param data as above
   */
  public ForestModel {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    lines = List.copyOf(lines);
    footnotes = List.copyOf(footnotes);
  }
}
