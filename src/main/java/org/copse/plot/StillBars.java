package org.copse.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Bars of bar charts and histograms: side by side, on one another, or over one another. */
final class StillBars {

  private static final double GAP = 0.2;

  /**
   * The bars of one trace.
   *
   * @param trace whose they are
   * @param at middle of each
   * @param width room of each
   * @param gap share of the room left free
   * @param values their lengths
   */
  record Series(ObjectNode trace, double[] at, double width, double gap, double[] values) {
    boolean level() {
      return horizontal(trace);
    }
  }

  private final StillPanel panel;
  private final String mode;
  private final List<Series> all = new ArrayList<>();
  private final Map<String, Double> stacked = new HashMap<>();

  StillBars(StillPanel panel) {
    this.panel = panel;
    this.mode = panel.layout().path("barmode").asText("group");
  }

  static boolean horizontal(ObjectNode trace) {
    String type = trace.path("type").asText();
    return trace.path("orientation").asText().equals("h")
        || type.equals("histogram") && !trace.path("x").isArray();
  }

  void bars(ObjectNode trace) {
    boolean level = horizontal(trace);
    StillAxis across = level ? panel.y() : panel.x();
    StillAxis along = level ? panel.x() : panel.y();
    double[] values = StillValues.on(along, trace.path(level ? "x" : "y"));
    JsonNode at = trace.path(level ? "y" : "x");
    List<JsonNode> positions = StillValues.along(level ? "y" : "x", panel.traces());
    double[] places = StillValues.orRanks(across, at, values.length);
    double step = at.isArray() ? across.step(positions) : 1;
    double gap = panel.layout().path("bargap").asDouble(GAP);
    all.add(new Series(trace, places, step, gap, values));
  }

  void histogram(ObjectNode trace) {
    all.add(StillBins.of(panel, trace));
  }

  void draw() {
    boolean aside = mode.equals("group");
    for (int i = 0; i < all.size(); i++) {
      Series series = all.get(i);
      double room = series.width() * (1 - series.gap());
      double width = aside ? room / all.size() : room;
      double shift = aside ? -room / 2 + (i + 0.5) * width : 0;
      StillAxis along = series.level() ? panel.x() : panel.y();
      along.base(along.isLog() ? least(series.values()) : 0);
      for (int j = 0; j < Math.min(series.at().length, series.values().length); j++) {
        bar(series, j, shift, width);
      }
      panel.explain(StillValues.name(series.trace()));
    }
  }

  private static double least(double[] values) {
    double[] there = StillValues.finite(values);
    return there.length == 0 ? 1 : there[0] / 2;
  }

  private void bar(Series series, int j, double shift, double width) {
    double value = series.values()[j];
    double middle = series.at()[j] + shift;
    if (!Double.isFinite(value) || !Double.isFinite(middle) || value == 0) {
      return;
    }
    boolean log = (series.level() ? panel.x() : panel.y()).isLog();
    double from = log ? least(series.values()) : 0;
    double to = value;
    if (mode.equals("stack") || mode.equals("relative")) {
      String key = series.at()[j] + (value < 0 ? "-" : "+");
      from = stacked.getOrDefault(key, from);
      to = log ? Math.max(from, value) : from + value;
      stacked.put(key, to);
    }
    fill(series, j, middle - width / 2, middle + width / 2, from, to);
  }

  private void fill(Series series, int j, double left, double right, double from, double to) {
    ObjectNode trace = series.trace();
    int index = StillValues.index(trace);
    JsonNode asked = trace.at("/marker/color");
    String colour = StillStyle.colour(asked.isArray() ? asked.path(j) : asked, index);
    double least = mode.equals("overlay") && all.size() > 1 ? 0.6 : 1;
    double opacity = Math.min(least, trace.path("opacity").asDouble(1));
    List<ChartMark.Point> corners =
        series.level() ? panel.box(from, left, to, right) : panel.box(left, from, right, to);
    ChartMark.Hatch hatch = all.size() > 1 ? StillStyle.hatch(index) : ChartMark.Hatch.PLAIN;
    panel.addBehind(new ChartMark.Fill(StillValues.name(trace), corners, colour, opacity, hatch));
  }
}
