package org.copse.plot;

import java.util.List;

/**
 * Kaplan-Meier curves as data: what both renderers draw.
 *
 * @param title title over the plot, perhaps empty
 * @param description the plot in words with its numbers
 * @param x the time axis
 * @param y the axis of shares, 0 to 1
 * @param curves one a group
 * @param legend lines above the plot that belong to no curve, for example a test
 * @param footnotes methods and notes, one a line
 */
public record KaplanMeierModel(
    String title,
    String description,
    PlotAxis x,
    PlotAxis y,
    List<Curve> curves,
    List<String> legend,
    List<String> footnotes) {

  /**
   * A curve.
   *
   * @param label the group
   * @param legend the group with its numbers
   * @param colour stroke as hex
   * @param dash SVG's lengths of strokes and gaps, empty for a solid line
   * @param steps corners of the step curve
   * @param band corners of the confidence band, empty where none is drawn
   * @param censored where patients left without the event
   * @param atRisk numbers at risk at the ticks of the time axis
   * @param median corners of the line that shows the median, empty where none is drawn
   */
  public record Curve(
      String label,
      String legend,
      String colour,
      String dash,
      List<ChartMark.Point> steps,
      List<ChartMark.Point> band,
      List<ChartMark.Point> censored,
      List<String> atRisk,
      List<ChartMark.Point> median) {

    /**
     * Copies the lists.
     *
     * @param label as above
     * @param legend as above
     * @param colour as above
     * @param dash as above
     * @param steps as above
     * @param band as above
     * @param censored as above
     * @param atRisk as above
     * @param median as above
     */
    public Curve {
      steps = List.copyOf(steps);
      band = List.copyOf(band);
      censored = List.copyOf(censored);
      atRisk = List.copyOf(atRisk);
      median = List.copyOf(median);
    }
  }

  /**
   * Copies the lists.
   *
   * @param title as above
   * @param description as above
   * @param x as above
   * @param y as above
   * @param curves as above
   * @param legend as above
   * @param footnotes as above
   */
  public KaplanMeierModel {
    curves = List.copyOf(curves);
    legend = List.copyOf(legend);
    footnotes = List.copyOf(footnotes);
  }
}
