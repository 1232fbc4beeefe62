package org.copse.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Box plots and violins. Quartiles are interpolated at n p − 1/2; whiskers end at the last value
 * within 1.5 times the distance of the quartiles; what lies beyond is a point.
 */
final class StillBoxes {

  private static final double HALF = 0.3;

  private final StillPanel panel;
  private final ObjectNode trace;
  private final boolean level;
  private final int index;

  StillBoxes(StillPanel panel, ObjectNode trace) {
    this.panel = panel;
    this.trace = trace;
    this.level = across(trace).equals("y");
    this.index = StillValues.index(trace);
  }

  /** The axis on which the groups stand. */
  static String across(ObjectNode trace) {
    boolean level =
        trace.path("orientation").asText().equals("h")
            || trace.path("x").isArray() && !trace.path("y").isArray();
    return level ? "y" : "x";
  }

  void draw() {
    StillAxis axis = level ? panel.y() : panel.x();
    List<JsonNode> positions = StillValues.along(level ? "y" : "x", panel.traces());
    double half = HALF * axis.step(positions);
    boolean violin = trace.path("type").asText().equals("violin");
    groups(axis)
        .forEach(
            (at, values) -> {
              double[] sorted = StillValues.finite(values.stream().mapToDouble(v -> v).toArray());
              if (sorted.length > 0) {
                if (violin) {
                  violin(at, half, sorted);
                } else {
                  box(at, half, sorted, true);
                }
              }
            });
    panel.explain(StillValues.name(trace));
  }

  private Map<Double, List<Double>> groups(StillAxis axis) {
    JsonNode places = trace.path(level ? "y" : "x");
    double[] values = StillValues.on(level ? panel.x() : panel.y(), trace.path(level ? "x" : "y"));
    Map<Double, List<Double>> groups = new TreeMap<>();
    for (int i = 0; i < values.length; i++) {
      double at =
          places.isArray()
              ? axis.of(places.path(i))
              : axis.of(StillValues.ArrayNodes.of(StillValues.name(trace)).get(0));
      if (Double.isFinite(at)) {
        groups.computeIfAbsent(at, a -> new ArrayList<>()).add(values[i]);
      }
    }
    return groups;
  }

  /** A point by group and value. */
  private ChartMark.Point point(double at, double value) {
    return level ? panel.point(value, at) : panel.point(at, value);
  }

  private void line(double width, ChartMark.Dash dash, ChartMark.Point... points) {
    panel.add(new ChartMark.Path("", List.of(points), Colours.INK, dash, width));
  }

  private void box(double at, double half, double[] sorted, boolean outliers) {
    double q1 = quantile(sorted, 0.25);
    double q3 = quantile(sorted, 0.75);
    double reach = 1.5 * (q3 - q1);
    double low = Arrays.stream(sorted).filter(v -> v >= q1 - reach).findFirst().orElse(q1);
    double high = Arrays.stream(sorted).filter(v -> v <= q3 + reach).max().orElse(q3);
    String colour = StillStyle.colour(trace.at("/marker/color"), index);
    List<ChartMark.Point> corners =
        List.of(
            point(at - half, q1), point(at + half, q1), point(at + half, q3), point(at - half, q3));
    panel.addBehind(
        new ChartMark.Fill(StillValues.name(trace), corners, colour, 0.45, ChartMark.Hatch.PLAIN));
    ChartMark.Dash solid = ChartMark.Dash.SOLID;
    line(1, solid, corners.get(0), corners.get(1), corners.get(2), corners.get(3), corners.get(0));
    double median = quantile(sorted, 0.5);
    line(2.2, solid, point(at - half, median), point(at + half, median));
    line(1, solid, point(at, q1), point(at, Math.min(low, q1)));
    line(1, solid, point(at, q3), point(at, Math.max(high, q3)));
    line(
        1, solid, point(at - half / 2, Math.min(low, q1)), point(at + half / 2, Math.min(low, q1)));
    line(
        1,
        solid,
        point(at - half / 2, Math.max(high, q3)),
        point(at + half / 2, Math.max(high, q3)));
    List<ChartMark.Point> out =
        Arrays.stream(sorted).filter(v -> v < low || v > high).mapToObj(v -> point(at, v)).toList();
    if (outliers && !out.isEmpty()) {
      panel.add(new ChartMark.Points("", out, 3, colour));
    }
  }

  /** Between the values next to n p − 1/2. */
  static double quantile(double[] sorted, double p) {
    double place = Math.min(sorted.length - 1, Math.max(0, sorted.length * p - 0.5));
    int below = (int) Math.floor(place);
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  private void violin(double at, double half, double[] sorted) {
    StillDensity density = new StillDensity(sorted);
    List<ChartMark.Point> corners = new ArrayList<>();
    double[] places = density.places();
    double most = Arrays.stream(places).map(density::at).max().orElse(1);
    for (double place : places) {
      corners.add(point(at + half * density.at(place) / most, place));
    }
    for (int i = places.length - 1; i >= 0; i--) {
      corners.add(point(at - half * density.at(places[i]) / most, places[i]));
    }
    String colour = StillStyle.colour(trace.at("/marker/color"), index);
    String name = StillValues.name(trace);
    panel.addBehind(new ChartMark.Fill(name, corners, colour, 0.35, ChartMark.Hatch.PLAIN));
    corners.add(corners.get(0));
    panel.add(new ChartMark.Path("", corners, Colours.INK, ChartMark.Dash.SOLID, 0.8));
    if (trace.at("/box/visible").asBoolean()) {
      box(at, half / 5, sorted, false);
    }
    if (trace.at("/meanline/visible").asBoolean()) {
      double mean = Arrays.stream(sorted).average().orElse(0);
      double wide = half * density.at(mean) / most;
      line(1.2, ChartMark.Dash.DASHED, point(at - wide, mean), point(at + wide, mean));
      panel.note("Dashed across a violin: its mean.");
    }
  }
}
