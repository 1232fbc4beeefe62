package org.copse.plot;

import java.util.ArrayList;
import java.util.List;

/** Lines over a rectangle in the colour of the paper, so that bars differ by more than colour. */
final class ChartHatch {

  private static final double STEP = 8;
  private static final double WIDTH = 1.4;

  private final double left;
  private final double top;
  private final double right;
  private final double bottom;
  private final List<Double> xy = new ArrayList<>();

  private ChartHatch(double left, double top, double right, double bottom) {
    this.left = left;
    this.top = top;
    this.right = right;
    this.bottom = bottom;
  }

  /** Hatches a shape if it is an upright rectangle. */
  static void draw(SvgWriter svg, ChartMark.Hatch hatch, List<double[]> shape) {
    double[] low = shape.get(0).clone();
    double[] high = low.clone();
    for (double[] corner : shape) {
      for (int i = 0; i < 2; i++) {
        low[i] = Math.min(low[i], corner[i]);
        high[i] = Math.max(high[i], corner[i]);
      }
    }
    boolean rectangle =
        shape.stream()
            .allMatch(
                c -> (c[0] == low[0] || c[0] == high[0]) && (c[1] == low[1] || c[1] == high[1]));
    if (rectangle) {
      draw(svg, hatch, low[0], low[1], high[0], high[1]);
    }
  }

  static void draw(
      SvgWriter svg, ChartMark.Hatch hatch, double left, double top, double right, double bottom) {
    ChartHatch lines = new ChartHatch(left, top, right, bottom);
    switch (hatch) {
      case PLAIN -> {}
      case RISING -> lines.slanted(true);
      case FALLING -> lines.slanted(false);
      case LEVEL -> lines.level();
      case UPRIGHT -> lines.upright();
      case CROSSED -> {
        lines.slanted(true);
        lines.slanted(false);
      }
    }
    if (!lines.xy.isEmpty()) {
      double[] all = lines.xy.stream().mapToDouble(Double::doubleValue).toArray();
      svg.strokes(Colours.PAPER, WIDTH, all);
    }
  }

  private void add(double x1, double y1, double x2, double y2) {
    xy.addAll(List.of(x1, y1, x2, y2));
  }

  private void level() {
    for (double y = bottom - STEP / 2; y > top; y -= STEP / 2 + 1) {
      add(left, y, right, y);
    }
  }

  private void upright() {
    for (double x = left + STEP / 2; x < right; x += STEP / 2 + 1) {
      add(x, top, x, bottom);
    }
  }

  /** Lines of 45 degrees, cut off at the edges. */
  private void slanted(boolean rising) {
    double width = right - left;
    double height = bottom - top;
    for (double sum = STEP / 2; sum < width + height; sum += STEP) {
      // from the left or the far edge: distance from the corner along x and along y is the sum
      double x1 = Math.min(sum, width);
      double y1 = sum - x1;
      double y2 = Math.min(sum, height);
      double x2 = sum - y2;
      if (rising) {
        add(left + x1, top + y1, left + x2, top + y2);
      } else {
        add(right - x1, top + y1, right - x2, top + y2);
      }
    }
  }
}
