package org.copse.plot;

import java.util.ArrayList;
import java.util.List;
import org.copse.effect.Interval;

/** The arc of a radial plot with the scale of effects: a circle in pixels around the origin. */
final class RadialArc {

  private static final int STEPS = 60;

  /** Pixels before the arc: where a bracket's teeth end and where its back lies. */
  private static final double TEETH = -4;

  private static final double BACK = -11;

  private final PlotAxis x;
  private final PlotAxis y;
  private final double perX;
  private final double perY;
  private final double radius;
  private final double from;
  private final double to;

  /**
   * @param share radius as a share of the width
   * @param low smallest effect on it
   * @param high largest effect on it
   */
  RadialArc(PlotAxis x, PlotAxis y, ChartSize size, double share, double low, double high) {
    this.x = x;
    this.y = y;
    this.perX = size.width() / (x.max() - x.min());
    this.perY = size.height() / (y.max() - y.min());
    this.radius = share * size.width();
    double margin = high > low ? 0.05 * (high - low) : 0.5;
    this.from = low - margin;
    this.to = high + margin;
  }

  /** Where the ray of an effect meets a circle that many pixels beyond the arc. */
  private ChartMark.Point at(double effect, double beyond) {
    double length = (radius + beyond) / Math.hypot(perX, perY * effect);
    return new ChartMark.Point(length, length * effect, "");
  }

  /**
   * A bracket before the arc from the lower to the upper end of an interval, with a tooth at the
   * estimate; where an end lies beyond the arc, it stays open there.
   */
  ChartMark bracket(String name, double estimate, Interval interval, String words) {
    double lower = Math.max(from, interval.lower());
    double upper = Math.min(to, interval.upper());
    List<ChartMark.Point> corners = new ArrayList<>();
    if (interval.lower() >= from) {
      corners.add(at(lower, TEETH, words));
    }
    for (int i = 0; i <= STEPS; i++) {
      corners.add(at(lower + (upper - lower) * i / STEPS, BACK, words));
    }
    if (interval.upper() <= to) {
      corners.add(at(upper, TEETH, words));
    }
    corners.add(new ChartMark.Point(Double.NaN, Double.NaN, ""));
    corners.add(at(estimate, BACK, words));
    corners.add(at(estimate, TEETH, words));
    return new ChartMark.Path(name, corners, Colours.DIAMOND, ChartMark.Dash.SOLID, 2);
  }

  private ChartMark.Point at(double effect, double beyond, String words) {
    ChartMark.Point p = at(effect, beyond);
    return new ChartMark.Point(p.x(), p.y(), words);
  }

  List<ChartMark> marks(EffectAxis scale) {
    List<ChartMark.Point> arc = new ArrayList<>();
    for (int i = 0; i <= STEPS; i++) {
      arc.add(at(from + (to - from) * i / STEPS, 0));
    }
    List<ChartMark> marks = new ArrayList<>();
    marks.add(new ChartMark.Path("Scale of effects", arc, Colours.INK, ChartMark.Dash.SOLID));
    double last = Double.NaN;
    for (AxisTick tick : scale.ticks(from, to)) {
      double effect = scale.effect(tick.value());
      ChartMark.Point end = at(effect, 6);
      double pixels = end.y() * perY;
      boolean apart = Double.isNaN(last) || Math.abs(pixels - last) > 15;
      if (apart
          && y.position(end.y()) > 0.03
          && y.position(end.y()) < 0.97
          && x.contains(end.x())) {
        List<ChartMark.Point> stroke = List.of(at(effect, 0), end);
        marks.add(new ChartMark.Path(tick.label(), stroke, Colours.INK, ChartMark.Dash.SOLID));
        ChartMark.Point text = at(effect, 11);
        double middle = text.y() - 4.2 / perY;
        marks.add(new ChartMark.Text(tick.label(), text.x(), middle, PictureMark.Anchor.START));
        last = pixels;
      }
    }
    return marks;
  }
}
