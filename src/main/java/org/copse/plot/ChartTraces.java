package org.copse.plot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Turns the marks of one chart into Plotly traces. */
final class ChartTraces {

  private final ArrayNode data;
  private final ChartBox box;
  private final String suffix;
  private final ChartLegend legend;

  /**
   * @param suffix of the names of the chart's axes, empty for the first
   */
  ChartTraces(ArrayNode data, ChartBox box, String suffix, ChartLegend legend) {
    this.data = data;
    this.box = box;
    this.suffix = suffix;
    this.legend = legend;
  }

  void add(ChartMark mark) {
    if (mark instanceof ChartMark.Points points) {
      ArrayNode sizes = points(mark, points.points(), points.colour(), points.symbol());
      points.points().forEach(p -> sizes.add(2 * points.radius()));
    } else if (mark instanceof ChartMark.Circles circles) {
      ArrayNode sizes = points(mark, circles.points(), circles.colour(), ChartMark.Symbol.CIRCLE);
      circles.radii().forEach(radius -> sizes.add(2 * radius));
    } else if (mark instanceof ChartMark.Path path) {
      path(path);
    } else if (mark instanceof ChartMark.Area area) {
      ObjectNode trace = trace(mark, "none").put("hoverinfo", "skip").put("fill", "toself");
      trace.put("fillcolor", area.colour());
      if (area.colour().equals(Colours.PAPER)) {
        // white on white paper: the outline shows it in the legend
        trace.put("mode", "lines").putObject("line").put("color", Colours.RULE).put("width", 1);
      }
      coordinates(trace, area.points());
    } else if (mark instanceof ChartMark.Fill fill) {
      ObjectNode trace = trace(mark, "none").put("hoverinfo", "skip").put("fill", "toself");
      trace.put("fillcolor", fill.colour()).put("opacity", fill.opacity());
      coordinates(trace, fill.points());
    } else if (mark instanceof ChartMark.Cells cells) {
      cells(cells);
    } else if (mark instanceof ChartMark.Labels labels) {
      labels(labels);
    } else if (mark instanceof ChartMark.Text text) {
      text(text);
    }
  }

  private ObjectNode trace(ChartMark mark, String mode) {
    ObjectNode trace = data.addObject().put("type", "scatter").put("mode", mode);
    trace.put("name", PlotlyJson.escape(mark.name())).put("showlegend", legend.has(mark));
    return trace.put("xaxis", "x" + suffix).put("yaxis", "y" + suffix);
  }

  private ArrayNode points(
      ChartMark mark, List<ChartMark.Point> points, String colour, ChartMark.Symbol symbol) {
    ObjectNode trace = trace(mark, "markers").put("hoverinfo", "text").put("cliponaxis", false);
    ObjectNode marker = trace.putObject("marker");
    boolean ring = symbol == ChartMark.Symbol.RING;
    marker.put("color", ring ? Colours.PAPER : colour);
    marker.put("opacity", symbol == ChartMark.Symbol.CIRCLE ? 0.75 : 1);
    marker.put("symbol", shape(symbol));
    boolean plain = symbol == ChartMark.Symbol.DIAMOND || symbol == ChartMark.Symbol.SQUARE;
    marker.putObject("line").put("color", Colours.INK).put("width", plain ? 0 : 0.8);
    ArrayNode text = trace.putArray("text");
    points.forEach(p -> text.add(PlotlyJson.escape(p.hover())));
    coordinates(trace, points);
    return marker.putArray("size");
  }

  private void path(ChartMark.Path path) {
    ObjectNode trace = trace(path, "lines");
    boolean spoken = path.points().stream().anyMatch(p -> !p.hover().isEmpty());
    trace.put("hoverinfo", spoken ? "text" : "name");
    trace.putObject("hoverlabel").put("namelength", -1);
    String dash =
        switch (path.dash()) {
          case SOLID -> "solid";
          case DASHED -> "6px,4px";
          case DOTTED -> "2px,3px";
          case LONG_DASHED -> "12px,4px";
          case DASH_DOTTED -> "8px,3px,2px,3px";
        };
    ObjectNode line = trace.putObject("line").put("color", path.colour());
    line.put("dash", dash).put("width", path.width());
    if (spoken) {
      ArrayNode text = trace.putArray("text");
      path.points().forEach(p -> text.add(PlotlyJson.escape(p.hover())));
    }
    coordinates(trace, path.points());
  }

  /** One trace a shade, and unseen points that hover. */
  private void cells(ChartMark.Cells mark) {
    TreeMap<Double, List<ChartMark.Cell>> shades = new TreeMap<>();
    for (ChartMark.Cell cell : mark.cells()) {
      shades.computeIfAbsent(cell.shade(), s -> new ArrayList<>()).add(cell);
    }
    shades.forEach(
        (shade, cells) -> {
          ObjectNode trace = trace(mark, "none").put("hoverinfo", "skip").put("fill", "toself");
          trace.put("showlegend", false).put("legendgroup", PlotlyJson.escape(mark.name()));
          trace.put("fillcolor", mark.colour()).put("opacity", shade);
          ArrayNode x = trace.putArray("x");
          ArrayNode y = trace.putArray("y");
          for (ChartMark.Cell cell : cells) {
            corners(cell, mark.symbol(), x, y);
          }
        });
    sample(mark);
    ObjectNode hovers = trace(mark, "markers").put("hoverinfo", "text").put("showlegend", false);
    hovers.put("legendgroup", PlotlyJson.escape(mark.name()));
    hovers.putObject("marker").put("size", 6).put("opacity", 0);
    ArrayNode text = hovers.putArray("text");
    List<ChartMark.Point> middles = new ArrayList<>();
    for (ChartMark.Cell c : mark.cells()) {
      text.add(PlotlyJson.escape(c.hover()));
      middles.add(middle(c));
    }
    coordinates(hovers, middles);
  }

  /** A trace without points: what the legend shows, as a filled area would stand there as a bar. */
  private void sample(ChartMark.Cells mark) {
    if (legend.has(mark)) {
      ObjectNode trace = trace(mark, "markers").put("hoverinfo", "skip");
      trace.put("legendgroup", PlotlyJson.escape(mark.name()));
      trace.putObject("marker").put("color", mark.colour()).put("size", 11);
      ((ObjectNode) trace.get("marker")).put("symbol", shape(mark.symbol()));
      trace.putArray("x").addNull();
      trace.putArray("y").addNull();
    }
  }

  private static String shape(ChartMark.Symbol symbol) {
    return switch (symbol) {
      case CIRCLE, RING -> "circle";
      case DIAMOND -> "diamond";
      case SQUARE -> "square";
    };
  }

  private void corners(ChartMark.Cell cell, ChartMark.Symbol symbol, ArrayNode x, ArrayNode y) {
    if (symbol == ChartMark.Symbol.DIAMOND) {
      ChartMark.Point middle = middle(cell);
      x.add(middle.x()).add(cell.right()).add(middle.x()).add(cell.left()).addNull();
      y.add(cell.bottom()).add(middle.y()).add(cell.top()).add(middle.y()).addNull();
    } else {
      x.add(cell.left()).add(cell.right()).add(cell.right()).add(cell.left()).addNull();
      y.add(cell.bottom()).add(cell.bottom()).add(cell.top()).add(cell.top()).addNull();
    }
  }

  private ChartMark.Point middle(ChartMark.Cell c) {
    double x = box.chart().x().log() ? Math.sqrt(c.left() * c.right()) : (c.left() + c.right()) / 2;
    return new ChartMark.Point(x, (c.bottom() + c.top()) / 2, "");
  }

  private void labels(ChartMark.Labels labels) {
    for (LabelPlaces.Place place : LabelPlaces.of(labels, box)) {
      label(place.point(), place);
    }
  }

  private void label(ChartMark.Point p, LabelPlaces.Place place) {
    ObjectNode trace = trace(new ChartMark.Text(p.hover(), p.x(), p.y()), "text");
    trace.put("hoverinfo", "skip").put("cliponaxis", false);
    trace.put("textposition", place.toTheLeft() ? "middle left" : "middle right");
    trace.putObject("textfont").put("size", ChartBox.SMALL);
    String space = "\u2002";
    String text = PlotlyJson.escape(p.hover());
    trace.putArray("text").add(place.toTheLeft() ? text + space : space + text);
    coordinates(trace, List.of(p));
  }

  private void text(ChartMark.Text text) {
    ObjectNode trace = trace(text, "text").put("hoverinfo", "skip").put("cliponaxis", false);
    String side =
        switch (text.anchor()) {
          case START -> "middle right";
          case MIDDLE -> "middle center";
          case END -> "middle left";
        };
    trace.put("textposition", side);
    trace.putObject("textfont").put("size", ChartBox.SMALL).put("color", Colours.QUIET);
    trace.putArray("text").add(PlotlyJson.escape(text.name()));
    trace.putArray("x").add(text.x());
    trace.putArray("y").add(text.y());
  }

  private static void coordinates(ObjectNode trace, List<ChartMark.Point> points) {
    ArrayNode x = trace.putArray("x");
    ArrayNode y = trace.putArray("y");
    for (ChartMark.Point point : points) {
      if (Double.isNaN(point.x()) || Double.isNaN(point.y())) {
        x.addNull();
        y.addNull();
      } else {
        x.add(point.x());
        y.add(point.y());
      }
    }
  }
}
