package org.copse.plot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The marks of one forest row as Plotly traces; each shows the row in words on hovering. */
final class FigureMarks {

  private static final double LARGEST = 15;
  private static final double SMALLEST = 3;
  private static final double UNWEIGHTED = 7;

  private FigureMarks() {}

  static void add(
      ArrayNode data, PlotAxis axis, ForestRow row, ForestMark mark, double y, double largest) {
    double low = Math.max(axis.min(), mark.lower());
    double high = Math.min(axis.max(), mark.upper());
    String colour =
        switch (mark.shape()) {
          case SQUARE -> Colours.INTERVAL;
          case DIAMOND ->
              row.kind() == ForestRow.Kind.SUBTOTAL ? Colours.SUBTOTAL : Colours.DIAMOND;
          case BAR -> Colours.PREDICTION;
        };
    switch (mark.shape()) {
      case SQUARE -> square(data, axis, row, mark, y, low, high, largest);
      case DIAMOND -> diamond(data, axis, row, mark, y, low, high, colour);
      case BAR -> line(data, row, low, high, y, colour, 4);
    }
    if (mark.lower() < axis.min()) {
      arrow(data, axis.min(), y, "triangle-left", colour);
    }
    if (mark.upper() > axis.max()) {
      arrow(data, axis.max(), y, "triangle-right", colour);
    }
  }

  private static void square(
      ArrayNode data,
      PlotAxis axis,
      ForestRow row,
      ForestMark mark,
      double y,
      double low,
      double high,
      double largest) {
    if (low <= high) {
      line(data, row, low, high, y, Colours.INTERVAL, 1.2);
    }
    if (axis.contains(mark.estimate())) {
      double side =
          Double.isNaN(mark.weight())
              ? UNWEIGHTED
              : Math.max(SMALLEST, LARGEST * Math.sqrt(mark.weight() / largest));
      point(data, row, mark.estimate(), y, "square", side, Colours.SQUARE);
    }
  }

  private static void diamond(
      ArrayNode data,
      PlotAxis axis,
      ForestRow row,
      ForestMark mark,
      double y,
      double low,
      double high,
      String colour) {
    double centre = Math.min(axis.max(), Math.max(axis.min(), mark.estimate()));
    ObjectNode trace = trace(data, row, "lines");
    trace.put("fill", "toself").put("fillcolor", colour).put("hoveron", "fills+points");
    trace.putObject("line").put("color", colour).put("width", 1);
    trace.putArray("x").add(low).add(centre).add(high).add(centre).add(low);
    trace.putArray("y").add(y).add(y - 7).add(y).add(y + 7).add(y);
  }

  private static void line(
      ArrayNode data,
      ForestRow row,
      double low,
      double high,
      double y,
      String colour,
      double width) {
    ObjectNode trace = trace(data, row, "lines");
    trace.putObject("line").put("color", colour).put("width", width);
    trace.putArray("x").add(low).add(high);
    trace.putArray("y").add(y).add(y);
  }

  private static void point(
      ArrayNode data,
      ForestRow row,
      double x,
      double y,
      String symbol,
      double size,
      String colour) {
    ObjectNode trace = trace(data, row, "markers");
    ObjectNode marker = trace.putObject("marker").put("symbol", symbol).put("size", size);
    marker.put("color", colour).put("opacity", 1).putObject("line").put("width", 0);
    trace.putArray("x").add(x);
    trace.putArray("y").add(y);
  }

  private static void arrow(ArrayNode data, double x, double y, String symbol, String colour) {
    ObjectNode trace =
        data.addObject().put("type", "scatter").put("mode", "markers").put("xaxis", "x2");
    trace.put("hoverinfo", "skip").put("cliponaxis", false);
    trace.putObject("marker").put("symbol", symbol).put("size", 9).put("color", colour);
    trace.putArray("x").add(x);
    trace.putArray("y").add(y);
  }

  private static ObjectNode trace(ArrayNode data, ForestRow row, String mode) {
    ObjectNode trace = data.addObject().put("type", "scatter").put("mode", mode).put("xaxis", "x2");
    String words = PlotlyJson.escape(row.hover());
    trace.put("name", PlotlyJson.escape(row.label())).put("text", words);
    trace.put("hoverinfo", "text").put("cliponaxis", false);
    return trace;
  }
}
