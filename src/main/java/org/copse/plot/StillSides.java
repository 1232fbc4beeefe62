package org.copse.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Points in space from three sides: each pair of the three axes. */
final class StillSides {

  private static final String[][] PAIRS = {{"x", "y"}, {"x", "z"}, {"y", "z"}};

  private final ObjectNode layout;
  private final List<ObjectNode> traces;

  StillSides(ObjectNode layout, List<ObjectNode> traces) {
    this.layout = layout;
    this.traces = traces;
  }

  List<StillPanel> panels() {
    List<StillPanel> panels = new ArrayList<>();
    for (String[] pair : PAIRS) {
      List<ObjectNode> flat = traces.stream().map(trace -> side(trace, pair)).toList();
      ObjectNode axes = PlotlyJson.object();
      axes.set("xaxis", axis(pair[0]));
      axes.set("yaxis", axis(pair[1]));
      panels.add(new StillPanel(flat, axes));
    }
    return panels;
  }

  private JsonNode axis(String letter) {
    JsonNode own = layout.path("scene").path(letter + "axis");
    return own.isObject() ? own : PlotlyJson.object();
  }

  private static ObjectNode side(ObjectNode trace, String[] pair) {
    ObjectNode flat = trace.deepCopy().put("type", "scatter");
    flat.remove(List.of("x", "y", "z", "xaxis", "yaxis"));
    flat.set("x", StillFigure.array(trace, pair[0]));
    flat.set("y", StillFigure.array(trace, pair[1]));
    return flat;
  }
}
