package org.copse.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Points, lines, areas and bubbles. */
final class StillScatter {

  private static final double RADIUS = 3.6;
  private static final double LARGEST = 60;
  private static final double AREA = 0.35;

  private final StillPanel panel;
  private List<ChartMark.Point> previous = List.of();

  StillScatter(StillPanel panel) {
    this.panel = panel;
  }

  void draw(ObjectNode trace) {
    List<ChartMark.Point> points = points(trace);
    String mode = mode(trace, points.size());
    area(trace, points);
    if (mode.contains("lines")) {
      line(trace, points);
    }
    if (mode.contains("markers")) {
      new StillMarkers(panel, trace).draw(points);
    }
    if (mode.contains("text")) {
      panel.add(new ChartMark.Labels(StillValues.name(trace), worded(trace, points), 8));
    }
    panel.explain(StillValues.name(trace));
    previous = points;
  }

  private static String mode(ObjectNode trace, int size) {
    String mode = trace.path("mode").asText();
    return mode.isEmpty() ? size < 20 ? "lines+markers" : "lines" : mode;
  }

  private List<ChartMark.Point> points(ObjectNode trace) {
    int size = Math.max(trace.path("x").size(), trace.path("y").size());
    double[] x = StillValues.orRanks(panel.x(), trace.path("x"), size);
    double[] y = StillValues.orRanks(panel.y(), trace.path("y"), size);
    List<ChartMark.Point> points = new ArrayList<>();
    for (int i = 0; i < Math.min(x.length, y.length); i++) {
      boolean there = Double.isFinite(x[i]) && Double.isFinite(y[i]);
      points.add(there ? panel.point(x[i], y[i]) : new ChartMark.Point(Double.NaN, Double.NaN, ""));
    }
    return points;
  }

  private static List<ChartMark.Point> worded(ObjectNode trace, List<ChartMark.Point> points) {
    List<ChartMark.Point> worded = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      ChartMark.Point p = points.get(i);
      worded.add(new ChartMark.Point(p.x(), p.y(), StillText.of(trace.path("text").path(i))));
    }
    return worded;
  }

  private void line(ObjectNode trace, List<ChartMark.Point> points) {
    JsonNode line = trace.path("line");
    int index = StillValues.index(trace);
    String colour = StillStyle.colour(line.path("color"), index);
    ChartMark.Dash dash = StillStyle.dash(line.path("dash").asText(), index);
    double width = Math.min(12, Math.max(0.5, line.path("width").asDouble(1.6)));
    List<ChartMark.Point> corners = steps(points, line.path("shape").asText());
    panel.add(new ChartMark.Path(StillValues.name(trace), corners, colour, dash, width));
  }

  private static List<ChartMark.Point> steps(List<ChartMark.Point> points, String shape) {
    if (!shape.equals("hv") && !shape.equals("vh")) {
      return points;
    }
    List<ChartMark.Point> corners = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      if (i > 0) {
        ChartMark.Point a = points.get(i - 1);
        ChartMark.Point b = points.get(i);
        corners.add(
            shape.equals("hv")
                ? new ChartMark.Point(b.x(), a.y(), "")
                : new ChartMark.Point(a.x(), b.y(), ""));
      }
      corners.add(points.get(i));
    }
    return corners;
  }

  private void area(ObjectNode trace, List<ChartMark.Point> points) {
    String fill = trace.path("fill").asText();
    if (fill.isEmpty() || fill.equals("none")) {
      return;
    }
    List<ChartMark.Point> line = points.stream().filter(p -> !Double.isNaN(p.x())).toList();
    List<ChartMark.Point> corners = new ArrayList<>(line);
    if (fill.startsWith("tonext") && !previous.isEmpty()) {
      List<ChartMark.Point> back =
          new ArrayList<>(previous.stream().filter(p -> !Double.isNaN(p.x())).toList());
      Collections.reverse(back);
      corners.addAll(back);
    } else if (!fill.equals("toself") && !line.isEmpty()) {
      toZero(corners, fill.endsWith("x"));
    }
    int index = StillValues.index(trace);
    JsonNode asked = trace.path("fillcolor");
    String colour = StillStyle.colour(asked.isTextual() ? asked : trace.at("/line/color"), index);
    ChartMark.Hatch plain = ChartMark.Hatch.PLAIN;
    panel.addBehind(new ChartMark.Fill(StillValues.name(trace), corners, colour, AREA, plain));
  }

  private void toZero(List<ChartMark.Point> corners, boolean sideways) {
    ChartMark.Point first = corners.get(0);
    ChartMark.Point last = corners.get(corners.size() - 1);
    StillAxis axis = sideways ? panel.x() : panel.y();
    double zero =
        axis.isLog()
            ? corners.stream().mapToDouble(p -> sideways ? p.x() : p.y()).min().orElse(1)
            : 0;
    axis.base(zero);
    corners.add(new ChartMark.Point(sideways ? zero : last.x(), sideways ? last.y() : zero, ""));
    corners.add(new ChartMark.Point(sideways ? zero : first.x(), sideways ? first.y() : zero, ""));
  }

  /** Radius of a marker from the size that Plotly takes. */
  static double radius(JsonNode size, String mode) {
    if (!size.isNumber()) {
      return RADIUS;
    }
    double diameter =
        mode.equals("area") ? Math.sqrt(Math.max(0, size.asDouble())) : size.asDouble();
    return Math.min(LARGEST, Math.max(0.5, diameter / 2));
  }
}
