package org.copse.plot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the marks of a forest plot into as few Plotly traces as there are kinds, because each
 * trace costs time; every mark shows its row in words on hovering.
 */
final class FigureMarks {

  private static final double LARGEST = 15;
  private static final double SMALLEST = 3;
  private static final double UNWEIGHTED = 7;

  private record Stroke(String colour, double width) {}

  private record Segment(double from, double to, double y, String words) {}

  private record Dot(double x, double y, String symbol, double size, String colour, String words) {}

  private record Diamond(
      double from, double centre, double to, double y, String colour, String words) {}

  private record Outline(ForestMark mark, boolean within, double y, String colour, String words) {}

  private final List<Outline> outlines = new ArrayList<>();
  private final ForestLayout layout;
  private final PlotAxis axis;
  private final double largest;
  private final Map<Stroke, List<Segment>> lines = new LinkedHashMap<>();
  private final List<Dot> squares = new ArrayList<>();
  private final List<Dot> narrow = new ArrayList<>();
  private final List<Diamond> diamonds = new ArrayList<>();
  private final List<Dot> arrows = new ArrayList<>();

  FigureMarks(ForestLayout layout) {
    this.layout = layout;
    this.axis = layout.model().axis();
    this.largest =
        layout.model().rows().stream()
            .flatMap(r -> r.mark().stream())
            .mapToDouble(ForestMark::weight)
            .filter(w -> !Double.isNaN(w))
            .max()
            .orElse(Double.NaN);
  }

  void add(ForestRow row, ForestMark mark, double y) {
    String words = words(row.hover());
    switch (mark.shape()) {
      case DISTRIBUTION -> {
        outlines.add(new Outline(mark, false, y, Colours.PREDICTION_TAIL, words));
        outlines.add(new Outline(mark, true, y, Colours.PREDICTION_MIDDLE, words));
      }
      case SQUARE -> {
        square(mark, y, words);
        arrows(mark, y, Colours.INTERVAL, words);
      }
      case DIAMOND -> {
        boolean part = row.kind() == ForestRow.Kind.SUBTOTAL;
        String colour = layout.model().style().diamond(part);
        diamond(mark, y, colour, words);
        arrows(mark, y, colour, words);
      }
      case BAR -> {
        line(mark, y, Colours.PREDICTION, 4, words);
        arrows(mark, y, Colours.PREDICTION, words);
      }
    }
  }

  /** A row in words, one part a line. */
  private static String words(String hover) {
    // a semicolon in brackets parts the limits of an interval
    return PlotlyJson.escape(hover.replaceAll("; (?![^\\[]*\\])", "\n")).replace("\n", "<br>");
  }

  private double clamp(double value) {
    return Math.min(axis.max(), Math.max(axis.min(), value));
  }

  private void line(ForestMark mark, double y, String colour, double width, String words) {
    double from = clamp(mark.lower());
    double to = clamp(mark.upper());
    if (from < to) {
      lines
          .computeIfAbsent(new Stroke(colour, width), s -> new ArrayList<>())
          .add(new Segment(from, to, y, words));
    }
  }

  private void diamond(ForestMark mark, double y, String colour, String words) {
    double from = clamp(mark.lower());
    double to = clamp(mark.upper());
    // a diamond wholly beyond the axis is an arrow
    if (from < to || axis.contains(mark.estimate())) {
      diamonds.add(new Diamond(from, clamp(mark.estimate()), to, y, colour, words));
    }
  }

  private void square(ForestMark mark, double y, String words) {
    line(mark, y, Colours.INTERVAL, 1.2, words);
    if (!axis.contains(mark.estimate())) {
      return;
    }
    double side =
        Double.isNaN(mark.weight())
            ? UNWEIGHTED
            : Math.max(SMALLEST, LARGEST * Math.sqrt(mark.weight() / largest));
    String fill = layout.model().style().square(layout.model().data().measure());
    squares.add(new Dot(mark.estimate(), y, "square", side, fill, words));
    double width = layout.x(clamp(mark.upper())) - layout.x(clamp(mark.lower()));
    if (width < side + 3) {
      // an interval as narrow as its square stays visible; Plotly draws this symbol 1.4 times as
      // wide
      double size = Math.min(width, side) / 1.4;
      narrow.add(new Dot(mark.estimate(), y, "line-ew", size, Colours.PAPER, words));
    }
  }

  private void arrows(ForestMark mark, double y, String colour, String words) {
    if (mark.lower() < axis.min()) {
      arrows.add(new Dot(axis.min(), y, "triangle-left", 9, colour, words));
    }
    if (mark.upper() > axis.max()) {
      arrows.add(new Dot(axis.max(), y, "triangle-right", 9, colour, words));
    }
  }

  void addTo(ArrayNode data) {
    lines.forEach((stroke, segments) -> lines(data, stroke, segments));
    dots(data, "Studies", squares);
    dots(data, "Narrow intervals", narrow);
    outlines.forEach(outline -> outline(data, outline));
    diamonds.forEach(diamond -> diamond(data, diamond));
    dots(data, "Beyond the axis", arrows);
  }

  private static void lines(ArrayNode data, Stroke stroke, List<Segment> segments) {
    ObjectNode trace = trace(data, "Intervals", "lines");
    trace.putObject("line").put("color", stroke.colour()).put("width", stroke.width());
    ArrayNode x = trace.putArray("x");
    ArrayNode y = trace.putArray("y");
    ArrayNode text = trace.putArray("text");
    for (Segment segment : segments) {
      // null ends a line: all intervals are one trace
      x.add(segment.from()).add(segment.to()).addNull();
      y.add(segment.y()).add(segment.y()).addNull();
      text.add(segment.words()).add(segment.words()).add("");
    }
  }

  private static void dots(ArrayNode data, String name, List<Dot> dots) {
    if (dots.isEmpty()) {
      return;
    }
    ObjectNode trace = trace(data, name, "markers").put("cliponaxis", false);
    ObjectNode marker = trace.putObject("marker").put("opacity", 1);
    boolean strokes = dots.get(0).symbol().startsWith("line");
    marker.putObject("line").put("width", strokes ? 1.2 : 0).put("color", dots.get(0).colour());
    ArrayNode symbol = marker.putArray("symbol");
    ArrayNode size = marker.putArray("size");
    ArrayNode colour = marker.putArray("color");
    ArrayNode x = trace.putArray("x");
    ArrayNode y = trace.putArray("y");
    ArrayNode text = trace.putArray("text");
    for (Dot dot : dots) {
      symbol.add(dot.symbol());
      size.add(dot.size());
      colour.add(dot.colour());
      x.add(dot.x());
      y.add(dot.y());
      text.add(dot.words());
    }
  }

  private static void diamond(ArrayNode data, Diamond diamond) {
    ObjectNode trace = trace(data, "Pooled", "lines");
    trace.put("fill", "toself").put("fillcolor", diamond.colour());
    trace.put("hoveron", "fills+points").put("text", diamond.words());
    trace.putObject("line").put("color", diamond.colour()).put("width", 1);
    double centre = diamond.centre();
    ArrayNode x = trace.putArray("x").add(diamond.from()).add(centre);
    x.add(diamond.to()).add(centre).add(diamond.from());
    double y = diamond.y();
    trace.putArray("y").add(y).add(y - 7).add(y).add(y + 7).add(y);
  }

  /** In pixels, on the axes of the texts. */
  private void outline(ArrayNode data, Outline outline) {
    double base = outline.y() + ForestLayout.DISTRIBUTION / 2 - 4;
    double tall = ForestLayout.DISTRIBUTION - 8;
    double[] xy = DistributionOutline.of(layout, outline.mark(), outline.within(), base, tall);
    ObjectNode trace = trace(data, "Prediction distribution", "none").put("xaxis", "x");
    trace.put("fill", "toself").put("fillcolor", outline.colour());
    trace.put("hoveron", "fills").put("text", outline.words());
    ArrayNode x = trace.putArray("x");
    ArrayNode y = trace.putArray("y");
    for (int i = 0; i < xy.length; i += 2) {
      x.add(xy[i]);
      y.add(xy[i + 1]);
    }
  }

  private static ObjectNode trace(ArrayNode data, String name, String mode) {
    ObjectNode trace = data.addObject().put("type", "scatter").put("mode", mode);
    return trace.put("xaxis", "x2").put("name", name).put("hoverinfo", "text");
  }
}
