package org.copse.plot;

import java.nio.file.Path;
import tech.tablesaw.plotly.components.Figure;

/** A plot: data drawn by two renderers, as SVG for print and as a Plotly figure for exploring. */
public sealed interface Plot
    permits BubblePlot,
        ChartPlot,
        CorrelationPlot,
        ForestPlot,
        FunnelPlot,
        KaplanMeierPlot,
        PrismaPlot,
        SummaryBarPlot,
        TrafficLightPlot {

  /**
   * Title, as given or by default.
   *
   * @return the title
   */
  String title();

  /**
   * The plot in words with its main numbers, for screen readers and plain text.
   *
   * @return one or two sentences
   */
  String altText();

  /**
   * The plot as a self-contained SVG document of print quality.
   *
   * @return the SVG text
   */
  String svg();

  /**
   * The same content as an interactive Plotly figure with hovering and zoom.
   *
   * @return a figure that Tablesaw's own tools can show
   */
  Figure figure();

  /**
   * Writing to files with a choice of width, resolution and fonts.
   *
   * @return an export as the plot's content asks for
   */
  default PlotExport export() {
    return PlotExport.of(this);
  }

  /**
   * Writes the plot to a file, by its ending: .svg, .png at 300 dots per inch, .pdf or .html. See
   * {@link #export()} for width, resolution and fonts.
   *
   * @param file where to
   * @return the file
   * @throws IllegalArgumentException for another ending, when the file cannot be written, or when a
   *     character is in no font
   */
  default Path save(Path file) {
    return export().save(file).file();
  }

  /**
   * Writes the plot to a file, by its ending: .svg, .png at 300 dots per inch, .pdf or .html.
   *
   * @param file where to, for example "forest.pdf"
   * @return the file
   * @throws IllegalArgumentException for another ending, when the file cannot be written, or when a
   *     character is in no font
   */
  default Path save(String file) {
    return save(Path.of(file));
  }

  /**
   * Shows the plot in the browser, as a page of its own that loads nothing: for jshell and
   * programs. Without a screen, prints where the page is.
   *
   * @return the page's file, temporary
   */
  default Path show() {
    return PlotFile.show(this);
  }
}
