package org.copse.plot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Draws a chart as a Plotly figure. */
final class ChartFigure {

  private ChartFigure() {}

  static CopseFigure of(Chart chart) {
    ObjectNode json = PlotlyJson.object();
    ArrayNode data = json.putArray("data");
    for (ChartMark mark : chart.marks()) {
      add(data, mark);
    }
    ObjectNode layout = json.putObject("layout");
    layout.put("width", 660).put("height", 520).put("showlegend", false);
    layout.put("hovermode", "closest").put("paper_bgcolor", Colours.PAPER);
    layout.put("plot_bgcolor", Colours.PAPER);
    ObjectNode font = layout.putObject("font").put("size", 13).put("color", Colours.INK);
    font.put("family", "Arial, Helvetica, Liberation Sans, sans-serif");
    if (!chart.title().isBlank()) {
      layout.putObject("title").put("text", PlotlyJson.escape(chart.title()));
    }
    layout.putObject("margin").put("l", 70).put("r", 20).put("t", 50).put("b", 60);
    axis(layout.putObject("xaxis"), chart.x());
    axis(layout.putObject("yaxis"), chart.y());
    json.set("config", PlotlyJson.config());
    return new CopseFigure(json, ChartSvg.draw(chart));
  }

  private static void axis(ObjectNode node, PlotAxis axis) {
    node.putObject("title").put("text", PlotlyJson.escape(axis.label()));
    node.put("type", axis.log() ? "log" : "linear");
    double min = axis.log() ? Math.log10(axis.min()) : axis.min();
    double max = axis.log() ? Math.log10(axis.max()) : axis.max();
    ArrayNode range = node.putArray("range");
    range.add(axis.reversed() ? max : min).add(axis.reversed() ? min : max);
    node.put("showgrid", false).put("zeroline", false).put("showline", true);
    node.put("linecolor", Colours.INK).put("ticks", "outside").put("tickmode", "array");
    ArrayNode values = node.putArray("tickvals");
    ArrayNode labels = node.putArray("ticktext");
    for (AxisTick tick : axis.ticks()) {
      values.add(tick.value());
      labels.add(tick.label());
    }
  }

  private static void add(ArrayNode data, ChartMark mark) {
    ObjectNode trace = data.addObject().put("type", "scatter");
    trace.put("name", PlotlyJson.escape(mark.name()));
    if (mark instanceof ChartMark.Points points) {
      trace.put("mode", "markers").put("hoverinfo", "text");
      ObjectNode marker = trace.putObject("marker").put("size", 2 * points.radius());
      marker.put("color", points.colour());
      ArrayNode text = trace.putArray("text");
      points.points().forEach(p -> text.add(PlotlyJson.escape(p.hover())));
      coordinates(trace, points.points());
    } else if (mark instanceof ChartMark.Path path) {
      trace.put("mode", "lines").put("hoverinfo", "name");
      String dash =
          switch (path.dash()) {
            case SOLID -> "solid";
            case DASHED -> "dash";
            case DOTTED -> "dot";
          };
      trace.putObject("line").put("color", path.colour()).put("dash", dash).put("width", 1.2);
      coordinates(trace, path.points());
    } else if (mark instanceof ChartMark.Area area) {
      trace.put("mode", "none").put("hoverinfo", "skip").put("fill", "toself");
      trace.put("fillcolor", area.colour());
      coordinates(trace, area.points());
    } else if (mark instanceof ChartMark.Text text) {
      trace.put("mode", "text").put("hoverinfo", "skip");
      trace.putArray("text").add(PlotlyJson.escape(text.name()));
      trace.putArray("x").add(text.x());
      trace.putArray("y").add(text.y());
    }
  }

  private static void coordinates(ObjectNode trace, List<ChartMark.Point> points) {
    ArrayNode x = trace.putArray("x");
    ArrayNode y = trace.putArray("y");
    for (ChartMark.Point point : points) {
      x.add(point.x());
      y.add(point.y());
    }
  }
}
