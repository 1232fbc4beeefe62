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
 * @param legend names of the marks that a legend explains, in its order
 * @param size size of the area between the axes
 */
public record Chart(
    String title,
    String description,
    PlotAxis x,
    PlotAxis y,
    List<ChartMark> marks,
    List<String> footnotes,
    List<String> legend,
    ChartSize size) {

  /**
   * Copies the lists.
   *
   * @param title as above
   * @param description as above
   * @param x as above
   * @param y as above
   * @param marks as above
   * @param footnotes as above
   * @param legend as above
   * @param size as above
   */
  public Chart {
    marks = List.copyOf(marks);
    footnotes = List.copyOf(footnotes);
    legend = List.copyOf(legend);
  }

  /**
   * A plot of the usual size without a legend.
   *
   * @param title as above
   * @param description as above
   * @param x as above
   * @param y as above
   * @param marks as above
   * @param footnotes as above
   */
  public Chart(
      String title,
      String description,
      PlotAxis x,
      PlotAxis y,
      List<ChartMark> marks,
      List<String> footnotes) {
    this(title, description, x, y, marks, footnotes, List.of(), ChartSize.USUAL);
  }

  /**
   * The plot with a legend.
   *
   * @param names names of marks
   * @return a new plot
   */
  public Chart withLegend(List<String> names) {
    return new Chart(title, description, x, y, marks, footnotes, names, size);
  }

  /**
   * The plot in another size.
   *
   * @param other the size
   * @return a new plot
   */
  public Chart withSize(ChartSize other) {
    return new Chart(title, description, x, y, marks, footnotes, legend, other);
  }
}
