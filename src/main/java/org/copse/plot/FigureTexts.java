package org.copse.plot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects texts in pixel positions into as few Plotly text traces as there are styles. */
final class FigureTexts {

  private record Style(String position, double size, boolean bold, String colour) {}

  private record Item(double x, double y, String text) {}

  private final Map<Style, List<Item>> items = new LinkedHashMap<>();

  /** A text beside a point: "right" begins at x, "left" ends at x, "center" is centred there. */
  void add(double x, double y, String side, double size, boolean bold, String colour, String text) {
    if (!text.isBlank()) {
      Style style = new Style("middle " + side, size, bold, colour);
      items.computeIfAbsent(style, s -> new ArrayList<>()).add(new Item(x, y, text));
    }
  }

  void addTo(ArrayNode data) {
    items.forEach((style, texts) -> add(data, style, texts));
  }

  private static void add(ArrayNode data, Style style, List<Item> texts) {
    ObjectNode trace = data.addObject().put("type", "scatter").put("mode", "text");
    trace.put("xaxis", "x").put("yaxis", "y").put("hoverinfo", "skip");
    trace.put("cliponaxis", false).put("textposition", style.position());
    ObjectNode font = trace.putObject("textfont").put("size", style.size());
    font.put("color", style.colour());
    ArrayNode x = trace.putArray("x");
    ArrayNode y = trace.putArray("y");
    ArrayNode text = trace.putArray("text");
    for (Item item : texts) {
      x.add(item.x());
      y.add(item.y());
      String escaped = PlotlyJson.escape(item.text());
      text.add(style.bold() ? "<b>" + escaped + "</b>" : escaped);
    }
  }
}
