package org.copse.plot;

import java.util.List;

/**
 * A plot with two axes as data: what every renderer draws. Marks lie in the axes' units and are
 * drawn in order, the first at the back; what lies beyond the axes' limits is cut off there.
 *
 * @param title title over the plot, perhaps empty
 * @param description the plot in words with the numbers
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param marks what is drawn
 * @param footnotes methods and notes, one a line
 */
public record Chart(
    String title,
    String description,
    PlotAxis x,
    PlotAxis y,
    List<ChartMark> marks,
    List<String> footnotes) {

  /**
   * Copies the lists.
   *
   * @param title as above
   * @param description as above
   * @param x as above
   * @param y as above
   * @param marks as above
   * @param footnotes as above
   */
  public Chart {
    marks = List.copyOf(marks);
    footnotes = List.copyOf(footnotes);
  }
}
