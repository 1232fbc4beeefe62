package org.copse.plot;

import java.util.ArrayList;
import java.util.List;

/** Where everything of a page of charts stands, in pixels; both renderers draw by it. */
final class ChartLayout {

  static final double EDGE = 14;
  static final double TITLE_LINE = 20;
  static final double NOTE_LINE = 15;

  private static final double WIDTH = 640;
  private static final double LEAST_LEFT = 70;
  private static final double RIGHT = 18;
  private static final double BETWEEN = 16;

  private final ChartPanels page;
  private final List<ChartBox> boxes = new ArrayList<>();
  private final List<Double> edges = new ArrayList<>();
  private final List<String> titles = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final ChartLegend legend;
  private double width;
  private double legendTop;
  private double notesTop;
  private double height;

  ChartLayout(ChartPanels page) {
    this.page = page;
    page.panels().forEach(panel -> boxes.add(new ChartBox(panel)));
    columns();
    if (!page.title().isBlank()) {
      titles.addAll(TextWrap.lines(page.title(), width - 2 * EDGE, ForestLayout.TITLE, true));
    }
    for (String note : page.footnotes()) {
      notes.addAll(TextWrap.lines(note, width - 2 * EDGE, ChartBox.SMALL, false));
    }
    this.legend = new ChartLegend(page, width - 2 * EDGE);
    rows();
  }

  private int columnCount() {
    return Math.min(page.columns(), boxes.size());
  }

  private void columns() {
    int columns = columnCount();
    double edge = 0;
    for (int column = 0; column < columns; column++) {
      double left = columns == 1 ? LEAST_LEFT : 0;
      double fixed = 0;
      for (int i = column; i < boxes.size(); i += columns) {
        left = Math.max(left, boxes.get(i).leftNeeded());
        fixed = Math.max(fixed, boxes.get(i).fixedWidth());
      }
      double room = fixed > 0 ? fixed : Math.max(300, WIDTH / columns - RIGHT - left);
      for (int i = column; i < boxes.size(); i += columns) {
        boxes.get(i).placeX(edge + left, room);
      }
      edges.add(edge);
      edge += left + room + (column < columns - 1 ? BETWEEN : RIGHT);
    }
    width = edge;
  }

  private void rows() {
    double y = 18 + (titles.isEmpty() ? 0 : titles.size() * 21);
    legendTop = y;
    y += legend.height();
    int columns = columnCount();
    double bottom = y;
    for (int from = 0; from < boxes.size(); from += columns) {
      List<ChartBox> row = boxes.subList(from, Math.min(from + columns, boxes.size()));
      double above = row.stream().mapToDouble(ChartBox::above).max().orElse(0);
      double top = bottom + (from > 0 ? 12 : 0) + above;
      row.forEach(box -> box.placeY(top));
      bottom = row.stream().mapToDouble(box -> box.bottom() + box.under()).max().orElse(top);
    }
    notesTop = bottom + 16;
    height = notesTop + notes.size() * NOTE_LINE - 2;
  }

  ChartPanels page() {
    return page;
  }

  List<ChartBox> boxes() {
    return boxes;
  }

  /** Left edge of the column in which a box stands. */
  double edge(int box) {
    return edges.get(box % columnCount());
  }

  List<String> titles() {
    return titles;
  }

  List<String> notes() {
    return notes;
  }

  ChartLegend legend() {
    return legend;
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  double legendTop() {
    return legendTop;
  }

  /** Baseline of the first footnote. */
  double notesTop() {
    return notesTop;
  }
}
