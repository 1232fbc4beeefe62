package org.copse.plot;

import java.util.ArrayList;
import java.util.List;

/** A distribution's outline in pixels, cut off at the ends of the axis. */
final class DistributionOutline {

  private DistributionOutline() {}

  /**
   * Corners in pairs x, y.
   *
   * @param within whether only the part within the interval
   */
  static double[] of(
      ForestLayout layout, ForestMark mark, boolean within, double base, double tall) {
    double from = within ? layout.x(mark.lower()) : layout.plotLeft();
    double to = within ? layout.x(mark.upper()) : layout.plotRight();
    from = Math.min(layout.plotRight(), Math.max(from, layout.plotLeft()));
    to = Math.max(layout.plotLeft(), Math.min(to, layout.plotRight()));
    List<double[]> top = new ArrayList<>();
    ForestMark.Height before = null;
    for (ForestMark.Height height : mark.outline()) {
      if (before != null) {
        double x0 = layout.x(before.value());
        double x1 = layout.x(height.value());
        double low = Math.max(from, x0);
        double high = Math.min(to, x1);
        if (low < high) {
          add(top, low, x0, x1, before, height);
          add(top, high, x0, x1, before, height);
        }
      }
      before = height;
    }
    if (top.isEmpty()) {
      return new double[0];
    }
    double[] corners = new double[2 * top.size() + 4];
    corners[0] = top.get(0)[0];
    corners[1] = base;
    for (int i = 0; i < top.size(); i++) {
      corners[2 * i + 2] = top.get(i)[0];
      corners[2 * i + 3] = base - tall * top.get(i)[1];
    }
    corners[corners.length - 2] = top.get(top.size() - 1)[0];
    corners[corners.length - 1] = base;
    return corners;
  }

  private static void add(
      List<double[]> top,
      double x,
      double x0,
      double x1,
      ForestMark.Height before,
      ForestMark.Height after) {
    double share = (x - x0) / (x1 - x0);
    double height = before.height() + share * (after.height() - before.height());
    double[] last = top.isEmpty() ? null : top.get(top.size() - 1);
    if (last == null || x > last[0]) {
      top.add(new double[] {x, height});
    }
  }
}
