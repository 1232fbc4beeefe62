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
 * @param style its layout
 * @param heading lines over the plot area
 * @param axisTitle text under the axis, perhaps empty
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
    ForestData data,
    ForestStyle style,
    List<String> heading,
    String axisTitle) {

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
   * @param style as above
   * @param heading as above
   * @param axisTitle as above
   */
  public ForestModel {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    lines = List.copyOf(lines);
    footnotes = List.copyOf(footnotes);
    heading = List.copyOf(heading);
  }

  /** A plot in Copse's own layout, its axis named over the plot area. */
  ForestModel(
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
    this(
        title,
        description,
        columns,
        rows,
        axis,
        lines,
        favoursLeft,
        favoursRight,
        footnotes,
        data,
        ForestStyle.COPSE,
        List.of(axis.label()),
        "");
  }

  /** The same columns and rows in the colours of a layout. */
  ForestModel in(ForestStyle other) {
    return as(other, heading, axisTitle);
  }

  /** The same plot of other columns and rows. */
  ForestModel with(List<TextColumn> newColumns, List<ForestRow> newRows) {
    return new ForestModel(
        title,
        description,
        newColumns,
        newRows,
        axis,
        lines,
        favoursLeft,
        favoursRight,
        footnotes,
        data,
        style,
        heading,
        axisTitle);
  }

  ForestModel as(ForestStyle other, List<String> lines, String underAxis) {
    return new ForestModel(
        title,
        description,
        columns,
        rows,
        axis,
        this.lines,
        favoursLeft,
        favoursRight,
        footnotes,
        data,
        other,
        lines,
        underAxis);
  }
}
