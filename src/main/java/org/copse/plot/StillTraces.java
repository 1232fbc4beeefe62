package org.copse.plot;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Draws the traces of a panel, each by its type. */
final class StillTraces {

  private StillTraces() {}

  static void draw(StillPanel panel) {
    StillScatter scatter = new StillScatter(panel);
    StillBars bars = new StillBars(panel);
    for (ObjectNode trace : panel.traces()) {
      switch (trace.path("type").asText("scatter")) {
        case "bar" -> bars.bars(trace);
        case "histogram" -> bars.histogram(trace);
        case "histogram2d" -> new StillGrid(panel, trace).histogram();
        case "heatmap" -> new StillGrid(panel, trace).heatmap();
        case "contour" -> new StillGrid(panel, trace).contour();
        case "box", "violin" -> new StillBoxes(panel, trace).draw();
        case "candlestick", "ohlc" -> new StillPrices(panel, trace).draw();
        default -> scatter.draw(trace);
      }
    }
    bars.draw();
  }
}
