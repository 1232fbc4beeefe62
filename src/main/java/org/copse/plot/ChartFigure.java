package org.copse.plot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Draws a chart as a Plotly figure, with the titles and footnotes of the SVG. */
final class ChartFigure {

  private static final double WIDTH = 660;
  private static final double PLOT_HEIGHT = 400;
  private static final double LEFT = 70;
  private static final double EDGE = 14;
  private static final double SMALL = 11.5;

  /** Where plotly's buttons stand, over the title. */
  private static final double BUTTONS = 26;

  private final ObjectNode json = PlotlyJson.object();
  private final ArrayNode data = json.putArray("data");
  private final ObjectNode layout = json.putObject("layout");

  private ChartFigure() {}

  static CopseFigure of(Chart chart) {
    ChartFigure figure = new ChartFigure();
    chart.marks().forEach(figure::add);
    figure.page(chart);
    axis(figure.layout.putObject("xaxis"), chart.x());
    axis(figure.layout.putObject("yaxis"), chart.y());
    figure.json.set("config", CopseFigure.config("funnel-plot"));
    return new CopseFigure(figure.json, ChartSvg.draw(chart));
  }

  private void page(Chart chart) {
    List<String> titles = wrapped(List.of(chart.title()), ForestLayout.TITLE, true);
    List<String> notes = wrapped(chart.footnotes(), SMALL, false);
    double top = BUTTONS + titles.size() * 20 + 10;
    double bottom = 62 + notes.size() * 15 + 8;
    layout.put("width", WIDTH).put("height", top + PLOT_HEIGHT + bottom);
    layout.put("showlegend", false).put("hovermode", "closest");
    layout.put("paper_bgcolor", Colours.PAPER).put("plot_bgcolor", Colours.PAPER);
    ObjectNode font = layout.putObject("font").put("size", 13).put("color", Colours.INK);
    font.put("family", "Arial, Helvetica, Liberation Sans, sans-serif");
    CopseFigure.hoverLabel(layout);
    layout.putObject("margin").put("l", LEFT).put("r", 20).put("t", top).put("b", bottom);
    ArrayNode texts = layout.putArray("annotations");
    if (!titles.isEmpty()) {
      ObjectNode title = block(texts, "<b>" + lines(titles) + "</b>", ForestLayout.TITLE);
      title.put("y", 1).put("yanchor", "bottom").put("yshift", 7);
    }
    if (!notes.isEmpty()) {
      ObjectNode foot = block(texts, lines(notes), SMALL);
      foot.put("y", 0).put("yanchor", "top").put("yshift", -55);
      ((ObjectNode) foot.get("font")).put("color", Colours.QUIET);
    }
  }

  private static List<String> wrapped(List<String> texts, double size, boolean bold) {
    List<String> lines = new ArrayList<>();
    for (String text : texts) {
      if (!text.isBlank()) {
        lines.addAll(TextWrap.lines(text, WIDTH - 2 * EDGE, size, bold));
      }
    }
    return lines;
  }

  private static String lines(List<String> lines) {
    return String.join("<br>", lines.stream().map(PlotlyJson::escape).toList());
  }

  /** Lines of text that begin at the left edge of the figure. */
  private static ObjectNode block(ArrayNode texts, String text, double size) {
    ObjectNode block = texts.addObject().put("text", text).put("showarrow", false);
    block.put("align", "left").put("xref", "paper").put("yref", "paper");
    block.put("x", 0).put("xanchor", "left").put("xshift", EDGE - LEFT);
    block.putObject("font").put("size", size);
    return block;
  }

  private static void axis(ObjectNode node, PlotAxis axis) {
    ObjectNode title = node.putObject("title").put("standoff", 12);
    title.put("text", "<b>" + PlotlyJson.escape(axis.label()) + "</b>");
    title.putObject("font").put("size", 13);
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

  private void add(ChartMark mark) {
    ObjectNode trace = data.addObject().put("type", "scatter");
    trace.put("name", PlotlyJson.escape(mark.name()));
    if (mark instanceof ChartMark.Points points) {
      points(trace, points);
    } else if (mark instanceof ChartMark.Path path) {
      trace.put("mode", "lines").put("hoverinfo", "name");
      trace.putObject("hoverlabel").put("namelength", -1);
      String dash =
          switch (path.dash()) {
            case SOLID -> "solid";
            case DASHED -> "6px,4px";
            case DOTTED -> "2px,3px";
          };
      trace.putObject("line").put("color", path.colour()).put("dash", dash).put("width", 1.1);
      coordinates(trace, path.points());
    } else if (mark instanceof ChartMark.Area area) {
      trace.put("mode", "none").put("hoverinfo", "skip").put("fill", "toself");
      trace.put("fillcolor", area.colour());
      coordinates(trace, area.points());
    } else if (mark instanceof ChartMark.Text text) {
      trace.put("mode", "text").put("hoverinfo", "skip");
      trace.putObject("textfont").put("size", SMALL).put("color", Colours.QUIET);
      trace.putArray("text").add(PlotlyJson.escape(text.name()));
      trace.putArray("x").add(text.x());
      trace.putArray("y").add(text.y());
    }
  }

  private static void points(ObjectNode trace, ChartMark.Points points) {
    trace.put("mode", "markers").put("hoverinfo", "text").put("cliponaxis", false);
    ObjectNode marker = trace.putObject("marker").put("size", 2 * points.radius());
    marker.put("color", points.colour()).put("opacity", 0.75);
    marker.putObject("line").put("color", Colours.INK).put("width", 0.8);
    ArrayNode text = trace.putArray("text");
    points.points().forEach(p -> text.add(PlotlyJson.escape(p.hover())));
    coordinates(trace, points.points());
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
