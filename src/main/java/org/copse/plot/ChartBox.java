package org.copse.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where a chart stands on its page: from its values to pixels, and the lines of its labels. */
final class ChartBox {

  static final double FONT = 13;
  static final double SMALL = 11.5;
  static final double LABEL_LINE = 17;

  /** Widest a label on the vertical axis may be before it is wrapped. */
  static final double WIDEST = 230;

  /** Height of a line of a wrapped label on the vertical axis. */
  static final double TICK_LINE = 14;

  private static final double SIDE = 9;

  private final Chart chart;
  private final List<String> beside;
  private List<String> below = List.of();
  private List<String> title = List.of();
  private double left;
  private boolean turned;
  private double top;
  private double width;

  ChartBox(Chart chart) {
    this.chart = chart;
    this.beside = wrapped(chart.y().label(), chart.size().height(), FONT, true);
  }

  private static List<String> wrapped(String text, double room, double size, boolean bold) {
    return text.isBlank() ? List.of() : TextWrap.lines(text, room, size, bold);
  }

  /** Lines of a label on the vertical axis. */
  static List<String> tickLines(String label) {
    return wrapped(label, WIDEST, FONT, false);
  }

  /** Room that labels on the left need. */
  double leftNeeded() {
    double ticks = 0;
    for (AxisTick tick : chart.y().ticks()) {
      for (String line : tickLines(tick.label())) {
        ticks = Math.max(ticks, TextWidth.of(line, FONT, false));
      }
    }
    double labels = beside.isEmpty() ? 6 : 22 + (beside.size() - 1) * LABEL_LINE;
    return labels + (ticks > 0 ? ticks + SIDE + 6 : 4);
  }

  double fixedWidth() {
    return chart.size().width();
  }

  /** Sets where the area between the axes begins and how wide it is. */
  void placeX(double newLeft, double newWidth) {
    left = newLeft;
    width = newWidth;
    below = wrapped(chart.x().label(), width, FONT, true);
    title = wrapped(chart.title(), width, FONT, true);
    turned = ticksTouch();
  }

  /** Whether labels of the horizontal axis would touch, so that they are turned. */
  private boolean ticksTouch() {
    double end = Double.NEGATIVE_INFINITY;
    List<AxisTick> ticks =
        chart.x().ticks().stream()
            .sorted(Comparator.comparingDouble((AxisTick tick) -> x(tick.value())))
            .toList();
    for (AxisTick tick : ticks) {
      double half = TextWidth.of(tick.label(), FONT, false) / 2;
      if (x(tick.value()) - half < end + 3) {
        return true;
      }
      end = x(tick.value()) + half;
    }
    return false;
  }

  boolean turned() {
    return turned;
  }

  void placeY(double newTop) {
    top = newTop;
  }

  /** Height of the lines over the area. */
  double above() {
    return title.size() * LABEL_LINE;
  }

  /** Height of the ticks and the label under the area. */
  double under() {
    return tickRoom() + (below.isEmpty() ? 4 : below.size() * LABEL_LINE + 5);
  }

  /** Height of the ticks under the area and their labels. */
  double tickRoom() {
    double longest = 0;
    for (AxisTick tick : chart.x().ticks()) {
      longest = Math.max(longest, TextWidth.of(tick.label(), FONT, false));
    }
    return chart.x().ticks().isEmpty() ? 0 : turned ? longest + 13 : 24;
  }

  Chart chart() {
    return chart;
  }

  List<String> titleLines() {
    return title;
  }

  List<String> belowLines() {
    return below;
  }

  List<String> besideLines() {
    return beside;
  }

  double left() {
    return left;
  }

  double right() {
    return left + width;
  }

  double top() {
    return top;
  }

  double bottom() {
    return top + chart.size().height();
  }

  /** Where the line of the label beside stands, left of the ticks. */
  double besideX(int line, double edge) {
    double own = left - Math.max(70, leftNeeded());
    return Math.max(edge, own) + 18 + line * LABEL_LINE;
  }

  double x(double value) {
    return left + chart.x().position(value) * width;
  }

  double y(double value) {
    return bottom() - chart.y().position(value) * chart.size().height();
  }

  boolean inside(ChartMark.Point p) {
    return chart.x().contains(p.x()) && chart.y().contains(p.y());
  }

  ChartClip clip() {
    return new ChartClip(left, top, right(), bottom());
  }

  List<double[]> pixels(List<ChartMark.Point> points) {
    List<double[]> xy = new ArrayList<>();
    points.forEach(p -> xy.add(new double[] {x(p.x()), y(p.y())}));
    return xy;
  }
}
