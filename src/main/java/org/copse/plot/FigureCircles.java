package org.copse.plot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the circles of an appraisal into one Plotly trace a colour, in pixel positions. */
final class FigureCircles {

  private final Map<String, List<double[]>> circles = new LinkedHashMap<>();

  void add(double x, double y, String fill) {
    circles.computeIfAbsent(fill, f -> new ArrayList<>()).add(new double[] {x, y});
  }

  void addTo(ArrayNode data) {
    circles.forEach(
        (fill, positions) -> {
          ObjectNode trace = data.addObject().put("type", "scatter").put("mode", "markers");
          trace.put("xaxis", "x").put("yaxis", "y").put("hoverinfo", "skip");
          trace.put("cliponaxis", false);
          ObjectNode marker = trace.putObject("marker").put("size", 2 * ForestLayout.CIRCLE);
          marker.put("color", fill).put("opacity", 1);
          marker.putObject("line").put("color", Colours.INK).put("width", 0.8);
          ArrayNode x = trace.putArray("x");
          ArrayNode y = trace.putArray("y");
          for (double[] position : positions) {
            x.add(position[0]);
            y.add(position[1]);
          }
        });
  }
}
