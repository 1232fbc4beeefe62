package org.copse.plot;

import java.util.List;
import org.copse.numeric.Quantiles;

/**
 * Areas of a funnel plot by a study's own p value against no effect. No effect is 0 on the analysis
 * scale of every measure that has such a value.
 */
final class FunnelContours {

  private static final double LEAST = 0.01;

  private final PlotAxis x;
  private final double bottom;
  private final boolean ratio;

  FunnelContours(PlotAxis x, double bottom, boolean ratio) {
    this.x = x;
    this.bottom = bottom;
    this.ratio = ratio;
  }

  /** How far the axis must go to both sides so that every area is seen on both. */
  static double reach(double bottom) {
    return reach(LEAST, bottom);
  }

  private static double reach(double p, double bottom) {
    return Quantiles.twoSided(1 - p, Double.POSITIVE_INFINITY) * bottom;
  }

  /** From the outside to the inside, each on top of the last. */
  List<ChartMark> areas() {
    ChartMark.Area whole =
        new ChartMark.Area(
            "p < 0.01",
            List.of(
                point(x.min(), 0),
                point(x.max(), 0),
                point(x.max(), bottom),
                point(x.min(), bottom)),
            Colours.SHADE_LIGHT);
    return List.of(
        whole,
        cone("0.01 ≤ p < 0.05", LEAST, Colours.SHADE),
        cone("0.05 ≤ p < 0.1", 0.05, Colours.SHADE_DARK),
        cone("p ≥ 0.1", 0.1, Colours.PAPER));
  }

  private ChartMark cone(String name, double p, String colour) {
    double reach = reach(p, bottom);
    return new ChartMark.Area(
        name,
        List.of(point(at(0), 0), point(at(-reach), bottom), point(at(reach), bottom)),
        colour);
  }

  private double at(double effect) {
    return ratio ? Math.exp(effect) : effect;
  }

  private static ChartMark.Point point(double x, double y) {
    return new ChartMark.Point(x, y, "");
  }
}
