package org.copse.plot;

import java.util.ArrayList;
import java.util.List;

/** The arc of a radial plot with the scale of effects: a circle in pixels around the origin. */
final class RadialArc {

  private static final int STEPS = 60;

  private final PlotAxis x;
  private final PlotAxis y;
  private final double perX;
  private final double perY;
  private final double radius;

  /**
   * @param share radius as a share of the width
   */
  RadialArc(PlotAxis x, PlotAxis y, ChartSize size, double share) {
    this.x = x;
    this.y = y;
    this.perX = size.width() / (x.max() - x.min());
    this.perY = size.height() / (y.max() - y.min());
    this.radius = share * size.width();
  }

  /** Where the ray of an effect meets a circle that many pixels beyond the arc. */
  private ChartMark.Point at(double effect, double beyond) {
    double length = (radius + beyond) / Math.hypot(perX, perY * effect);
    return new ChartMark.Point(length, length * effect, "");
  }

  List<ChartMark> marks(EffectAxis scale, double low, double high) {
    double margin = high > low ? 0.05 * (high - low) : 0.5;
    double from = low - margin;
    double to = high + margin;
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
