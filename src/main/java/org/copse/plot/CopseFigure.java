package org.copse.plot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.HoverLabel;
import tech.tablesaw.plotly.traces.Trace;

/**
 * A Plotly figure whose data, layout and configuration are JSON of our own, because Tablesaw's
 * components lack error bars, shapes and text positions. Tablesaw's {@code Plot.show} and pages
 * draw it as any other figure.
 */
public final class CopseFigure extends Figure {

  private final transient ObjectNode json;
  private final String svg;

  CopseFigure(ObjectNode json, String svg) {
    super(new Trace[] {new JsonTrace()});
    this.json = json;
    this.svg = svg;
  }

  /**
   * Data, layout and configuration as Plotly takes them.
   *
   * @return a copy of the JSON object with members data, layout and config
   */
  public ObjectNode json() {
    return json.deepCopy();
  }

  /**
   * The same plot as a still picture, for where no script runs.
   *
   * @return the SVG
   */
  public Optional<String> still() {
    return Optional.of(svg);
  }

  /** Settings of a plot of ours: no tools that have no use here, pictures sharp enough to print. */
  static ObjectNode config(String file) {
    ObjectNode config = PlotlyJson.config();
    config.putArray("modeBarButtonsToRemove").add("select2d").add("lasso2d").add("autoScale2d");
    config.put("doubleClick", "reset");
    ObjectNode image = config.putObject("toImageButtonOptions");
    image.put("format", "png").put("scale", 3).put("filename", file);
    return config;
  }

  static void hoverLabel(ObjectNode layout) {
    ObjectNode label = layout.putObject("hoverlabel").put("align", "left");
    label.put("bgcolor", Colours.PAPER).put("bordercolor", Colours.QUIET);
    label.putObject("font").put("color", Colours.INK).put("size", 12);
  }

  @Override
  public String toString() {
    int traces = json.get("data").size();
    return "Interactive figure of %s trace%s".formatted(traces, traces == 1 ? "" : "s");
  }

  @Override
  public String divString(String divName) {
    return "<div id=\"%s\" style=\"width:%spx;height:%spx\"></div>"
        .formatted(
            SvgWriter.escape(divName),
            json.at("/layout/width").asText("700"),
            json.at("/layout/height").asText("450"));
  }

  @Override
  public String asJavascript(String divName) {
    return "<script>\nPlotly.newPlot(%s, %s, %s, %s);\n</script>\n"
        .formatted(
            PlotlyJson.inScript(json.textNode(divName)),
            PlotlyJson.inScript(json.get("data")),
            PlotlyJson.inScript(json.get("layout")),
            PlotlyJson.inScript(json.get("config")));
  }

  /**
   * Tablesaw's figure wants a trace; this one is never printed, because the figure prints itself.
   */
  private static final class JsonTrace implements Trace {
    @Override
    public String asJavascript(int i) {
      return "var trace" + i + " = {};";
    }

    @Override
    public String name() {
      return "";
    }

    @Override
    public HoverLabel hoverLabel() {
      return null;
    }

    @Override
    public boolean showLegend() {
      return false;
    }
  }
}
