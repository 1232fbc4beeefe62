package org.copse.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The markers of a trace: of one size or several, of one colour, of given ones, or by a number. */
final class StillMarkers {

  /** Dark to light with even steps of lightness (viridis). */
  private static final List<String> BY_NUMBER =
      List.of("#440154", "#414487", "#2a788e", "#22a884", "#7ad151", "#fde725");

  private final StillPanel panel;
  private final ObjectNode trace;
  private final JsonNode marker;
  private final int index;

  StillMarkers(StillPanel panel, ObjectNode trace) {
    this.panel = panel;
    this.trace = trace;
    this.marker = trace.path("marker");
    this.index = StillValues.index(trace);
  }

  void draw(List<ChartMark.Point> points) {
    JsonNode colours = marker.path("color");
    String name = StillValues.name(trace);
    if (!colours.isArray()) {
      some(name, points, all(points), StillStyle.colour(colours, index));
      return;
    }
    boolean numbers = StillText.stream(colours).anyMatch(JsonNode::isNumber);
    Map<String, List<Integer>> groups =
        numbers ? byNumber(points, colours) : byColour(points, colours);
    groups.forEach(
        (colour, which) -> {
          String key = numbers ? legend(colours, colour) : name;
          some(key, points, which, colour);
          if (numbers) {
            panel.explain(key);
          }
        });
  }

  private static List<Integer> all(List<ChartMark.Point> points) {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      if (!Double.isNaN(points.get(i).x())) {
        all.add(i);
      }
    }
    return all;
  }

  private Map<String, List<Integer>> byColour(List<ChartMark.Point> points, JsonNode colours) {
    Map<String, List<Integer>> groups = new TreeMap<>();
    for (int i : all(points)) {
      String colour = StillStyle.colour(colours.path(i), index);
      groups.computeIfAbsent(colour, c -> new ArrayList<>()).add(i);
    }
    return groups;
  }

  private static double[] range(JsonNode numbers) {
    return new double[] {
      StillText.stream(numbers)
          .filter(JsonNode::isNumber)
          .mapToDouble(JsonNode::asDouble)
          .min()
          .orElse(0),
      StillText.stream(numbers)
          .filter(JsonNode::isNumber)
          .mapToDouble(JsonNode::asDouble)
          .max()
          .orElse(0)
    };
  }

  private Map<String, List<Integer>> byNumber(List<ChartMark.Point> points, JsonNode numbers) {
    double[] range = range(numbers);
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    BY_NUMBER.forEach(colour -> groups.put(colour, new ArrayList<>()));
    for (int i : all(points)) {
      if (numbers.path(i).isNumber()) {
        double share = (numbers.path(i).asDouble() - range[0]) / (range[1] - range[0]);
        int step =
            Double.isNaN(share)
                ? 0
                : Math.min(BY_NUMBER.size() - 1, (int) (share * BY_NUMBER.size()));
        groups.get(BY_NUMBER.get(step)).add(i);
      }
    }
    groups.values().removeIf(List::isEmpty);
    return groups;
  }

  private String legend(JsonNode numbers, String colour) {
    double[] range = range(numbers);
    int step = BY_NUMBER.indexOf(colour);
    double width = (range[1] - range[0]) / BY_NUMBER.size();
    return StillBins.label(range[0] + step * width, width)
        + " to "
        + StillBins.label(range[0] + (step + 1) * width, width);
  }

  private void some(String name, List<ChartMark.Point> points, List<Integer> which, String colour) {
    JsonNode size = marker.path("size");
    String mode = marker.path("sizemode").asText();
    List<ChartMark.Point> chosen = which.stream().map(i -> worded(points.get(i), i)).toList();
    if (size.isArray()) {
      List<Double> radii =
          which.stream().map(i -> StillScatter.radius(size.path(i), mode)).toList();
      panel.add(new ChartMark.Circles(name, chosen, radii, colour));
    } else {
      ChartMark.Symbol symbol = StillStyle.symbol(marker.path("symbol").asText(), index);
      double radius = StillScatter.radius(size, "");
      panel.add(new ChartMark.Points(name, chosen, radius, colour, symbol));
    }
  }

  private ChartMark.Point worded(ChartMark.Point point, int i) {
    JsonNode text = trace.path("text").path(i);
    return text.isTextual() ? new ChartMark.Point(point.x(), point.y(), StillText.of(text)) : point;
  }
}
