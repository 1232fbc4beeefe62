package org.copse.plot;

import java.util.List;

/** Draws charts as SVG. */
final class ChartSvg {

  private final ChartLayout layout;
  private final SvgWriter svg;

  private ChartSvg(ChartPanels page) {
    this.layout = new ChartLayout(page);
    String title = page.title().isBlank() ? page.panels().get(0).x().label() : page.title();
    this.svg = new SvgWriter(layout.width(), layout.height(), title, page.description());
  }

  static String draw(Chart chart) {
    return draw(ChartPanels.of(chart));
  }

  static String draw(ChartPanels page) {
    ChartSvg drawing = new ChartSvg(page);
    drawing.title();
    drawing.legend();
    for (int i = 0; i < drawing.layout.boxes().size(); i++) {
      drawing.panel(drawing.layout.boxes().get(i), drawing.layout.edge(i));
    }
    drawing.notes();
    return drawing.svg.finish();
  }

  private void title() {
    double y = 14 + ForestLayout.TITLE;
    for (String line : layout.titles()) {
      svg.text(ChartLayout.EDGE, y, "start", ForestLayout.TITLE, true, Colours.INK, line);
      y += ChartLayout.TITLE_LINE;
    }
  }

  private void legend() {
    for (ChartLegend.Entry entry : layout.legend().entries()) {
      double x = ChartLayout.EDGE + entry.x();
      double y = layout.legendTop() + entry.y();
      ChartMarkSvg.sample(svg, entry.mark(), x, y + 5);
      for (String line : entry.lines()) {
        double start = x + ChartLegend.SYMBOL + 8;
        svg.text(start, y + 9, "start", ChartLegend.SIZE, false, Colours.INK, line);
        y += ChartLegend.LINE;
      }
    }
  }

  private void panel(ChartBox box, double edge) {
    double y = box.top() - box.above() + ChartBox.FONT - 2;
    for (String line : box.titleLines()) {
      svg.text(box.left(), y, "start", ChartBox.FONT, true, Colours.INK, line);
      y += ChartBox.LABEL_LINE;
    }
    ChartMarkSvg marks = new ChartMarkSvg(svg, box);
    box.chart().marks().forEach(marks::draw);
    xAxis(box);
    yAxis(box, edge);
  }

  private void xAxis(ChartBox box) {
    double bottom = box.bottom();
    svg.line(box.left(), bottom, box.right(), bottom, Colours.INK, 1, "");
    for (AxisTick tick : box.chart().x().ticks()) {
      double x = box.x(tick.value());
      svg.line(x, bottom, x, bottom + 5, Colours.INK, 1, "");
      if (box.turned()) {
        svg.turned(x + 4.5, bottom + 9, ChartBox.FONT, tick.label());
      } else {
        svg.text(x, bottom + 19, "middle", ChartBox.FONT, false, Colours.INK, tick.label());
      }
    }
    double middle = (box.left() + box.right()) / 2;
    double y = bottom + 16 + box.tickRoom();
    for (String line : box.belowLines()) {
      svg.text(middle, y, "middle", ChartBox.FONT, true, Colours.INK, line);
      y += ChartBox.LABEL_LINE;
    }
  }

  private void yAxis(ChartBox box, double edge) {
    svg.line(box.left(), box.top(), box.left(), box.bottom(), Colours.INK, 1, "");
    for (AxisTick tick : box.chart().y().ticks()) {
      double y = box.y(tick.value());
      svg.line(box.left() - 5, y, box.left(), y, Colours.INK, 1, "");
      List<String> lines = ChartBox.tickLines(tick.label());
      double line = y + 4.5 - (lines.size() - 1) * ChartBox.TICK_LINE / 2;
      for (String text : lines) {
        svg.text(box.left() - 9, line, "end", ChartBox.FONT, false, Colours.INK, text);
        line += ChartBox.TICK_LINE;
      }
    }
    for (int i = 0; i < box.besideLines().size(); i++) {
      double middle = (box.top() + box.bottom()) / 2;
      svg.vertical(box.besideX(i, edge), middle, ChartBox.FONT, box.besideLines().get(i));
    }
  }

  private void notes() {
    double y = layout.notesTop();
    for (String line : layout.notes()) {
      svg.text(ChartLayout.EDGE, y, "start", ChartBox.SMALL, false, Colours.QUIET, line);
      y += ChartLayout.NOTE_LINE;
    }
  }
}
