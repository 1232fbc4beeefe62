package org.copse.plot;

import java.util.ArrayList;
import java.util.List;

/** Draws a chart as SVG. */
final class ChartSvg {

  private static final double WIDTH = 640;
  private static final double PLOT_HEIGHT = 400;
  private static final double AXIS = 70;
  private static final double LABEL_LINE = 17;
  private static final double RIGHT = 18;
  private static final double FONT = 13;
  private static final double SMALL = 11.5;

  private final Chart chart;
  private final List<String> titles = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> below;
  private final List<String> beside;
  private final double left;
  private final double top;
  private final double bottom;
  private final SvgWriter svg;

  private ChartSvg(Chart chart) {
    this.chart = chart;
    if (!chart.title().isBlank()) {
      titles.addAll(TextWrap.lines(chart.title(), WIDTH - 28, ForestLayout.TITLE, true));
    }
    for (String note : chart.footnotes()) {
      notes.addAll(TextWrap.lines(note, WIDTH - 28, SMALL, false));
    }
    this.beside = TextWrap.lines(chart.y().label(), PLOT_HEIGHT, FONT, false);
    this.left = AXIS + (beside.size() - 1) * LABEL_LINE;
    this.below = TextWrap.lines(chart.x().label(), WIDTH - RIGHT - left, FONT, true);
    this.top = 18 + titles.size() * 21;
    this.bottom = top + PLOT_HEIGHT;
    double height = bottom + 52 + extra() + notes.size() * 15 + 8;
    String title = chart.title().isBlank() ? chart.x().label() : chart.title();
    this.svg = new SvgWriter(WIDTH, height, title, chart.description());
  }

  /** Height of the further lines of the label below. */
  private double extra() {
    return (below.size() - 1) * LABEL_LINE;
  }

  static String draw(Chart chart) {
    ChartSvg drawing = new ChartSvg(chart);
    drawing.title();
    chart.marks().forEach(drawing::mark);
    drawing.xAxis();
    drawing.yAxis();
    drawing.notes();
    return drawing.svg.finish();
  }

  private void title() {
    double y = 14 + ForestLayout.TITLE;
    for (String line : titles) {
      svg.text(14, y, "start", ForestLayout.TITLE, true, Colours.INK, line);
      y += 20;
    }
  }

  private double x(double value) {
    return left + chart.x().position(value) * (WIDTH - RIGHT - left);
  }

  private double y(double value) {
    return bottom - chart.y().position(value) * (bottom - top);
  }

  private void mark(ChartMark mark) {
    if (mark instanceof ChartMark.Points points) {
      for (ChartMark.Point p : points.points()) {
        if (inside(p)) {
          svg.openRow(p.hover());
          svg.circle(x(p.x()), y(p.y()), points.radius(), points.colour());
          svg.close();
        }
      }
    } else if (mark instanceof ChartMark.Path path) {
      String dash =
          switch (path.dash()) {
            case SOLID -> "";
            case DASHED -> "6 4";
            case DOTTED -> "2 3";
          };
      svg.polyline(path.colour(), 1.1, dash, pixels(path.points()));
    } else if (mark instanceof ChartMark.Area area) {
      svg.polygon(area.colour(), "copse-area", pixels(area.points()));
    } else if (mark instanceof ChartMark.Text text) {
      svg.text(x(text.x()), y(text.y()), "middle", SMALL, false, Colours.QUIET, text.name());
    }
  }

  private boolean inside(ChartMark.Point p) {
    return chart.x().contains(p.x()) && chart.y().contains(p.y());
  }

  private double[] pixels(List<ChartMark.Point> points) {
    double[] xy = new double[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      xy[2 * i] = x(points.get(i).x());
      xy[2 * i + 1] = y(points.get(i).y());
    }
    return xy;
  }

  private void xAxis() {
    svg.line(left, bottom, WIDTH - RIGHT, bottom, Colours.INK, 1, "");
    for (AxisTick tick : chart.x().ticks()) {
      double x = x(tick.value());
      svg.line(x, bottom, x, bottom + 5, Colours.INK, 1, "");
      svg.text(x, bottom + 19, "middle", FONT, false, Colours.INK, tick.label());
    }
    double middle = (left + WIDTH - RIGHT) / 2;
    double y = bottom + 40;
    for (String line : below) {
      svg.text(middle, y, "middle", FONT, true, Colours.INK, line);
      y += LABEL_LINE;
    }
  }

  private void yAxis() {
    svg.line(left, top, left, bottom, Colours.INK, 1, "");
    for (AxisTick tick : chart.y().ticks()) {
      double y = y(tick.value());
      svg.line(left - 5, y, left, y, Colours.INK, 1, "");
      svg.text(left - 9, y + 4.5, "end", FONT, false, Colours.INK, tick.label());
    }
    for (int i = 0; i < beside.size(); i++) {
      svg.vertical(18 + i * LABEL_LINE, (top + bottom) / 2, FONT, beside.get(i));
    }
  }

  private void notes() {
    double y = bottom + 62 + extra();
    for (String line : notes) {
      svg.text(14, y, "start", SMALL, false, Colours.QUIET, line);
      y += 15;
    }
  }
}
