package org.copse.plot;

import org.copse.plot.PrismaLayout.Arrow;
import org.copse.plot.PrismaLayout.Band;
import org.copse.plot.PrismaLayout.Box;
import org.copse.plot.PrismaLayout.Line;

/** Draws a flow of records as SVG. */
final class PrismaSvg {

  static final double HEAD = 7;
  private static final double HALF = 3.5;

  private final PrismaLayout layout;
  private final SvgWriter svg;

  private PrismaSvg(PrismaLayout layout, String title, String description) {
    this.layout = layout;
    this.svg = new SvgWriter(layout.width(), layout.height(), title, description);
  }

  static String draw(PrismaLayout layout, String title, String description) {
    PrismaSvg drawing = new PrismaSvg(layout, title, description);
    drawing.texts();
    layout.headings().forEach(drawing::heading);
    layout.phases().forEach(drawing::phase);
    layout.arrows().forEach(drawing::arrow);
    layout.boxes().forEach(drawing::box);
    return drawing.svg.finish();
  }

  private void texts() {
    double y = PrismaLayout.PAD + ForestLayout.TITLE;
    for (String line : layout.titleLines()) {
      svg.text(PrismaLayout.PAD, y, "start", ForestLayout.TITLE, true, Colours.INK, line);
      y += 20;
    }
    y = layout.bottom() + 12 + PrismaLayout.SMALL;
    for (String line : layout.noteLines()) {
      svg.text(PrismaLayout.PAD, y, "start", PrismaLayout.SMALL, false, Colours.QUIET, line);
      y += PrismaLayout.SMALL_LINE;
    }
  }

  private void frame(double x, double y, double width, double height) {
    double[] corners = {x, y, x + width, y, x + width, y + height, x, y + height, x, y};
    svg.polyline(Colours.INTERVAL, 1, "", corners);
  }

  private void heading(Band band) {
    svg.rect(band.x(), band.y(), band.width(), band.height(), Colours.BAND, "copse-band");
    double y = middle(band.y(), band.height(), band.lines().size());
    for (String line : band.lines()) {
      double x = band.x() + band.width() / 2;
      svg.text(x, y, "middle", PrismaLayout.FONT, true, Colours.INK, line);
      y += PrismaLayout.LINE;
    }
  }

  /** Baseline of the first of some lines that are centred in a height. */
  static double middle(double y, double height, int lines) {
    return y + (height - lines * PrismaLayout.LINE) / 2 + PrismaLayout.FONT - 0.5;
  }

  private void phase(Band band) {
    svg.rect(band.x(), band.y(), band.width(), band.height(), Colours.BAND, "copse-band");
    double x = band.x() + band.width() / 2 + PrismaLayout.FONT * 0.36;
    svg.vertical(x, band.y() + band.height() / 2, PrismaLayout.FONT, band.lines().get(0));
  }

  private void box(Box box) {
    svg.openRow(box.words());
    svg.rect(box.x(), box.y(), box.width(), box.height(), Colours.PAPER, "copse-paper");
    frame(box.x(), box.y(), box.width(), box.height());
    double y = middle(box.y(), box.height(), box.lines().size());
    for (Line line : box.lines()) {
      double x = box.x() + PrismaLayout.INSET + line.indent();
      svg.text(x, y, "start", PrismaLayout.FONT, false, Colours.INK, line.text());
      y += PrismaLayout.LINE;
    }
    svg.close();
  }

  private void arrow(Arrow arrow) {
    double[] c = arrow.corners().clone();
    int end = c.length - 2;
    double dx = Math.signum(c[end] - c[end - 2]);
    double dy = Math.signum(c[end + 1] - c[end - 1]);
    double tipX = c[end];
    double tipY = c[end + 1];
    c[end] -= dx * HEAD;
    c[end + 1] -= dy * HEAD;
    svg.polyline(Colours.INTERVAL, 1.1, "", c);
    svg.polygon(
        Colours.INTERVAL,
        "copse-arrow",
        tipX,
        tipY,
        c[end] - dy * HALF,
        c[end + 1] - dx * HALF,
        c[end] + dy * HALF,
        c[end + 1] + dx * HALF);
  }
}
