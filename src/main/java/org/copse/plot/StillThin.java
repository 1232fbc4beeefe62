package org.copse.plot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Leaves out what another mark hides to the pixel, so that a picture of many points stays small.
 */
final class StillThin {

  private static final int FEW = 1_000;
  private static final int MOST = 4_000;

  private final PlotAxis x;
  private final PlotAxis y;
  private final double width;
  private final double height;
  private long left;
  private long all;

  StillThin(PlotAxis x, PlotAxis y, double width, double height) {
    this.x = x;
    this.y = y;
    this.width = width;
    this.height = height;
  }

  ChartMark of(ChartMark mark) {
    if (mark instanceof ChartMark.Points p && p.points().size() > FEW) {
      return new ChartMark.Points(p.name(), points(p.points()), p.radius(), p.colour(), p.symbol());
    }
    if (mark instanceof ChartMark.Path p && p.points().size() > FEW) {
      return new ChartMark.Path(p.name(), line(p.points()), p.colour(), p.dash(), p.width());
    }
    return mark;
  }

  private long pixel(ChartMark.Point p) {
    double column = Math.rint(x.position(p.x()) * width);
    double row = Math.rint(y.position(p.y()) * height);
    return (long) column * 100_000 + (long) row;
  }

  private List<ChartMark.Point> points(List<ChartMark.Point> points) {
    Set<Long> seen = new HashSet<>();
    List<ChartMark.Point> apart = points.stream().filter(p -> seen.add(pixel(p))).toList();
    return spread(apart);
  }

  /** At most so many, evenly from the first to the last. */
  private List<ChartMark.Point> spread(List<ChartMark.Point> points) {
    if (points.size() <= MOST) {
      return points;
    }
    List<ChartMark.Point> some = new ArrayList<>();
    for (int i = 0; i < MOST; i++) {
      some.add(points.get((int) ((long) i * (points.size() - 1) / (MOST - 1))));
    }
    left += points.size() - MOST;
    all += points.size();
    return some;
  }

  /** The corners of a line: of those in one pixel column first, lowest, highest and last. */
  private List<ChartMark.Point> line(List<ChartMark.Point> points) {
    List<ChartMark.Point> kept = new ArrayList<>();
    int from = 0;
    while (from < points.size()) {
      int to = from + 1;
      while (to < points.size() && column(points.get(to)) == column(points.get(from))) {
        to++;
      }
      piece(points.subList(from, to), kept);
      from = to;
    }
    return kept;
  }

  /** NaN, which parts a line, is a column of its own. */
  private long column(ChartMark.Point p) {
    return Double.isNaN(p.x() + p.y()) ? Long.MIN_VALUE : Math.round(x.position(p.x()) * width);
  }

  private static void piece(List<ChartMark.Point> column, List<ChartMark.Point> kept) {
    int low = 0;
    int high = 0;
    for (int i = 1; i < column.size(); i++) {
      low = column.get(i).y() < column.get(low).y() ? i : low;
      high = column.get(i).y() > column.get(high).y() ? i : high;
    }
    int last = column.size() - 1;
    int[] wanted = {0, Math.min(low, high), Math.max(low, high), last};
    int before = -1;
    for (int i : wanted) {
      if (i > before) {
        kept.add(column.get(i));
        before = i;
      }
    }
  }

  /** What is missing from the picture. */
  Optional<String> note() {
    return left == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT, "%,d of %,d points, evenly chosen, are drawn.", all - left, all));
  }
}
