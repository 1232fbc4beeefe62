package org.copse.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Pies: the largest slice first, clockwise from the top, each with its name and share beside it.
 */
final class StillPie {

  private static final double RADIUS = 150;
  private static final double SIDE = 230;
  private static final double MARGIN = 46;
  private static final double LINE = 15;
  private static final double SIZE = 13;
  private static final double DEGREE = Math.PI / 180;

  private record Slice(String label, double value, double from, double to, String colour) {
    double middle() {
      return (from + to) / 2;
    }

    boolean right() {
      return middle() < Math.PI;
    }
  }

  private final String title;
  private final List<ObjectNode> traces;
  private final double width = 2 * (RADIUS + SIDE) + 2 * ChartLayout.EDGE;

  StillPie(String title, List<ObjectNode> traces) {
    this.title = title;
    this.traces = traces;
  }

  String svg(String description) {
    List<String> titles =
        title.isBlank()
            ? List.of()
            : TextWrap.lines(title, width - 2 * ChartLayout.EDGE, ForestLayout.TITLE, true);
    double top = 14 + titles.size() * ChartLayout.TITLE_LINE;
    double each = 2 * (RADIUS + MARGIN);
    SvgWriter svg = new SvgWriter(width, top + each * traces.size(), title, description);
    double y = 14 + ForestLayout.TITLE;
    for (String line : titles) {
      svg.text(ChartLayout.EDGE, y, "start", ForestLayout.TITLE, true, Colours.INK, line);
      y += ChartLayout.TITLE_LINE;
    }
    for (int i = 0; i < traces.size(); i++) {
      pie(svg, traces.get(i), top + each * (i + 0.5));
    }
    return svg.finish();
  }

  private List<Slice> slices(ObjectNode trace) {
    JsonNode values = trace.path("values");
    List<Integer> order = new ArrayList<>();
    double sum = 0;
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i).asDouble() > 0) {
        order.add(i);
        sum += values.get(i).asDouble();
      }
    }
    order.sort(Comparator.comparingDouble(i -> -values.get(i).asDouble()));
    List<Slice> slices = new ArrayList<>();
    double from = 0;
    for (int i : order) {
      double value = values.get(i).asDouble();
      double to = from + 2 * Math.PI * value / sum;
      String share = String.format(Locale.ROOT, "%.1f%%", 100 * value / sum);
      String name = StillText.cut(StillText.of(trace.path("labels").path(i)), SIDE - 80);
      String label = name + " " + share;
      slices.add(new Slice(label, value, from, to, StillStyle.colour(slices.size())));
      from = to;
    }
    return slices;
  }

  private void pie(SvgWriter svg, ObjectNode trace, double y) {
    double x = width / 2;
    List<Slice> slices = slices(trace);
    for (Slice slice : slices) {
      svg.openRow(slice.label());
      svg.glass(slice.colour(), 0.85, corners(slice, x, y));
      svg.close();
    }
    for (Slice slice : slices) {
      if (slices.size() > 1) {
        double end = slice.from();
        svg.line(
            x, y, x + RADIUS * Math.sin(end), y - RADIUS * Math.cos(end), Colours.PAPER, 2, "");
      }
    }
    labels(svg, slices.stream().filter(Slice::right).toList(), x, y, true);
    labels(svg, slices.stream().filter(s -> !s.right()).toList(), x, y, false);
  }

  private static double[] corners(Slice slice, double x, double y) {
    List<Double> xy = new ArrayList<>(List.of(x, y));
    int steps = (int) Math.ceil((slice.to() - slice.from()) / (2 * DEGREE)) + 1;
    for (int i = 0; i <= steps; i++) {
      double angle = slice.from() + (slice.to() - slice.from()) * i / steps;
      xy.add(x + RADIUS * Math.sin(angle));
      xy.add(y - RADIUS * Math.cos(angle));
    }
    return xy.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** One side's names from top to bottom, moved apart where they would touch. */
  private void labels(SvgWriter svg, List<Slice> side, double x, double y, boolean right) {
    List<Slice> order = new ArrayList<>(side);
    order.sort(Comparator.comparingDouble(s -> -Math.cos(s.middle())));
    double[] at = new double[order.size()];
    double reach = RADIUS + MARGIN - LINE;
    for (int i = 0; i < at.length; i++) {
      double own = y - (RADIUS + 14) * Math.cos(order.get(i).middle());
      at[i] = i == 0 ? own : Math.max(own, at[i - 1] + LINE);
    }
    double step = Math.min(LINE, 2 * reach / Math.max(1, at.length));
    for (int i = at.length - 1; i >= 0; i--) {
      double lowest = y + reach - (at.length - 1 - i) * step;
      at[i] = Math.min(at[i], lowest);
    }
    for (int i = 0; i < at.length; i++) {
      label(svg, order.get(i), x, y, at[i], right);
    }
  }

  private static void label(
      SvgWriter svg, Slice slice, double x, double y, double line, boolean right) {
    double sign = right ? 1 : -1;
    double edgeX = x + (RADIUS + 1) * Math.sin(slice.middle());
    double edgeY = y - (RADIUS + 1) * Math.cos(slice.middle());
    double at = x + sign * (RADIUS + 22);
    double bend = x + sign * Math.max(sign * (edgeX - x), RADIUS * 0.6);
    svg.polyline(Colours.QUIET, 0.8, "", edgeX, edgeY, (bend + at) / 2, line, at, line);
    double start = at + sign * 5;
    svg.text(start, line + 4.5, right ? "start" : "end", SIZE, false, Colours.INK, slice.label());
  }
}
