package org.copse.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The entries of a legend, in rows under the title. */
final class ChartLegend {

  static final double LINE = 16;
  static final double SYMBOL = 22;
  static final double SIZE = 12;
  private static final double GAP = 20;
  private static final double FIGURE_SYMBOL = 48;
  private static final double FIGURE_LINE = 19;

  /** An entry: its mark, its lines of text, where it begins. */
  record Entry(ChartMark mark, List<String> lines, double x, double y) {}

  private final List<Entry> entries = new ArrayList<>();
  private double height;

  ChartLegend(ChartPanels page, double room) {
    double x = 0;
    double y = 0;
    double tall = 0;
    for (String name : page.legend()) {
      Optional<ChartMark> mark = mark(page, name);
      if (mark.isEmpty()) {
        continue;
      }
      List<String> lines = TextWrap.lines(name, room - SYMBOL - 8, SIZE, false);
      double width = SYMBOL + 8;
      for (String line : lines) {
        width = Math.max(width, SYMBOL + 8 + TextWidth.of(line, SIZE, false));
      }
      if (x > 0 && x + width > room) {
        x = 0;
        y += tall + 3;
        tall = 0;
      }
      entries.add(new Entry(mark.get(), lines, x, y));
      tall = Math.max(tall, lines.size() * LINE);
      x += width + GAP;
    }
    height = entries.isEmpty() ? 0 : y + tall + 10;
  }

  private static Optional<ChartMark> mark(ChartPanels page, String name) {
    return page.panels().stream()
        .flatMap(panel -> panel.marks().stream())
        .filter(mark -> mark.name().equals(name))
        .findFirst();
  }

  List<Entry> entries() {
    return entries;
  }

  double height() {
    return height;
  }

  /**
   * What the legend of a Plotly figure needs beyond this height: where the entries do not fit one
   * row, Plotly gives each the room of the widest.
   */
  double extraInFigure(double room) {
    double sum = 0;
    double widest = 0;
    for (Entry entry : entries) {
      String name = String.join(" ", entry.lines());
      double width = TextWidth.of(name, SIZE, false) + FIGURE_SYMBOL;
      sum += width;
      widest = Math.max(widest, width);
    }
    if (sum <= room) {
      return 0;
    }
    int columns = Math.max(1, (int) (room / widest));
    int rows = (entries.size() + columns - 1) / columns;
    return Math.max(0, rows * FIGURE_LINE + 10 - height);
  }

  boolean has(ChartMark mark) {
    return entries.stream().anyMatch(entry -> entry.mark() == mark);
  }
}
