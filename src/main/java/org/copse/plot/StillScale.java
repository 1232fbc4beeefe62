package org.copse.plot;

import java.util.ArrayList;
import java.util.List;

/** The shades of a heat map or contour plot: from light for the least value to dark. */
final class StillScale {

  static final String COLOUR = Colours.SQUARE;
  private static final double LEAST = 0.06;
  private static final int STEPS = 24;

  private final String label;
  private final double min;
  private final double max;
  private final List<AxisTick> levels;

  /**
   * @param stepped whether values between two ticks have one shade
   */
  StillScale(String label, double min, double max, boolean stepped) {
    this.label = label;
    this.min = min;
    this.max = min < max ? max : min + (min == 0 ? 1 : Math.abs(min) / 10);
    this.levels = stepped ? Ticks.of(false, this.min, this.max) : List.of();
  }

  /** The shade of a value, from 0 to 1. */
  double shade(double value) {
    double shown = value;
    if (!levels.isEmpty()) {
      shown = min;
      for (AxisTick level : levels) {
        shown = level.value() <= value ? level.value() : shown;
      }
    }
    return LEAST + (1 - LEAST) * Math.min(1, Math.max(0, (shown - min) / (max - min)));
  }

  List<Double> levels() {
    return levels.stream().map(AxisTick::value).toList();
  }

  /** The key beside the plot. */
  Chart key(double height) {
    List<ChartMark.Cell> cells = new ArrayList<>();
    for (int i = 0; i < STEPS; i++) {
      double from = min + (max - min) * i / STEPS;
      double to = min + (max - min) * (i + 1) / STEPS;
      cells.add(new ChartMark.Cell(0, 1, from, to, shade((from + to) / 2), ""));
    }
    PlotAxis across = new PlotAxis("", false, 0, 1, false, List.of());
    PlotAxis up = new PlotAxis(label, false, min, max, false, Ticks.of(false, min, max));
    ChartMark mark = new ChartMark.Cells("", cells, COLOUR, ChartMark.Symbol.SQUARE);
    ChartSize size = new ChartSize(20, height);
    return new Chart("", "", across, up, List.of(mark), List.of(), List.of(), size);
  }
}
