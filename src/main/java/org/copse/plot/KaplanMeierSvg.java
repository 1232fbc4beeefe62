package org.copse.plot;

import java.util.List;

/** Draws Kaplan-Meier curves as SVG. */
final class KaplanMeierSvg {

  private final KaplanMeierModel model;
  private final KaplanMeierLayout layout;
  private final SvgWriter svg;

  private KaplanMeierSvg(KaplanMeierModel model) {
    this.model = model;
    this.layout = new KaplanMeierLayout(model);
    String title = model.title().isBlank() ? "Kaplan-Meier plot" : model.title();
    this.svg = new SvgWriter(layout.width(), layout.height(), title, model.description());
  }

  static String draw(KaplanMeierModel model) {
    KaplanMeierSvg drawing = new KaplanMeierSvg(model);
    drawing.head();
    drawing.bands();
    drawing.axes();
    drawing.curves();
    drawing.atRisk();
    drawing.lines(
        drawing.layout.notes(),
        drawing.layout.notesTop(),
        15,
        KaplanMeierLayout.SMALL,
        Colours.QUIET);
    return drawing.svg.finish();
  }

  private void head() {
    double y = KaplanMeierLayout.PAD + 14;
    for (String line : layout.titles()) {
      svg.text(KaplanMeierLayout.PAD, y, "start", ForestLayout.TITLE, true, Colours.INK, line);
      y += 21;
    }
    y = layout.legendTop() + 13;
    double textLeft = KaplanMeierLayout.PAD + KaplanMeierLayout.SWATCH + 8;
    for (int g = 0; g < model.curves().size(); g++) {
      KaplanMeierModel.Curve curve = model.curves().get(g);
      double end = KaplanMeierLayout.PAD + KaplanMeierLayout.SWATCH;
      svg.line(KaplanMeierLayout.PAD, y - 4.5, end, y - 4.5, curve.colour(), 2, curve.dash());
      for (String line : layout.legend(g)) {
        svg.text(textLeft, y, "start", KaplanMeierLayout.FONT, false, Colours.INK, line);
        y += KaplanMeierLayout.LINE;
      }
    }
    lines(layout.tests(), y - 13, KaplanMeierLayout.LINE, KaplanMeierLayout.FONT, Colours.INK);
  }

  private void lines(List<String> lines, double top, double step, double size, String colour) {
    double y = top + 13;
    for (String line : lines) {
      svg.text(KaplanMeierLayout.PAD, y, "start", size, false, colour, line);
      y += step;
    }
  }

  private double[] pixels(List<ChartMark.Point> points) {
    double[] xy = new double[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      xy[2 * i] = layout.x(points.get(i).x());
      xy[2 * i + 1] = layout.y(points.get(i).y());
    }
    return xy;
  }

  private void bands() {
    for (KaplanMeierModel.Curve curve : model.curves()) {
      if (!curve.band().isEmpty()) {
        svg.glass(curve.colour(), 0.13, pixels(curve.band()));
      }
    }
    for (KaplanMeierModel.Curve curve : model.curves()) {
      if (!curve.median().isEmpty()) {
        svg.polyline(Colours.QUIET, 1, "3 3", pixels(curve.median()));
      }
    }
  }

  private void curves() {
    for (KaplanMeierModel.Curve curve : model.curves()) {
      svg.openRow(curve.legend());
      svg.polyline(curve.colour(), 2, curve.dash(), pixels(curve.steps()));
      svg.close();
    }
    for (KaplanMeierModel.Curve curve : model.curves()) {
      for (ChartMark.Point mark : curve.censored()) {
        double x = layout.x(mark.x());
        double y = layout.y(mark.y());
        svg.openRow(mark.hover());
        svg.line(x, y - 5, x, y + 5, curve.colour(), 1.6, "");
        svg.close();
      }
    }
  }

  private void axes() {
    double bottom = layout.bottom();
    svg.line(layout.left(), bottom, layout.right(), bottom, Colours.INK, 1, "");
    svg.line(layout.left(), layout.top(), layout.left(), bottom, Colours.INK, 1, "");
    for (AxisTick tick : model.x().ticks()) {
      double x = layout.x(tick.value());
      svg.line(x, bottom, x, bottom + 5, Colours.INK, 1, "");
      text(x, bottom + 20, "middle", KaplanMeierLayout.FONT, tick.label());
    }
    for (AxisTick tick : model.y().ticks()) {
      double y = layout.y(tick.value());
      svg.line(layout.left() - 5, y, layout.left(), y, Colours.INK, 1, "");
      text(layout.left() - 9, y + 4.5, "end", KaplanMeierLayout.FONT, tick.label());
    }
    double middle = (layout.left() + layout.right()) / 2;
    double y = bottom + 42;
    for (String line : layout.below()) {
      svg.text(middle, y, "middle", KaplanMeierLayout.FONT, true, Colours.INK, line);
      y += KaplanMeierLayout.LINE;
    }
    double centre = (layout.top() + bottom) / 2;
    int n = layout.beside().size();
    for (int i = 0; i < n; i++) {
      double x = layout.left() - 58 - (n - 1 - i) * KaplanMeierLayout.LINE;
      svg.vertical(x, centre, KaplanMeierLayout.FONT, layout.beside().get(i));
    }
  }

  private void text(double x, double y, String anchor, double size, String text) {
    svg.text(x, y, anchor, size, false, Colours.INK, text);
  }

  private void atRisk() {
    double pad = KaplanMeierLayout.PAD;
    svg.text(
        pad,
        layout.riskTop(),
        "start",
        KaplanMeierLayout.SMALL,
        true,
        Colours.INK,
        "Number at risk");
    for (int g = 0; g < model.curves().size(); g++) {
      KaplanMeierModel.Curve curve = model.curves().get(g);
      double y = layout.riskLine(g);
      double at = y;
      for (String line : layout.label(g)) {
        svg.text(pad, at, "start", KaplanMeierLayout.SMALL, false, curve.colour(), line);
        at += KaplanMeierLayout.LINE;
      }
      for (int i = 0; i < curve.atRisk().size(); i++) {
        double x = layout.x(model.x().ticks().get(i).value());
        text(x, y, "middle", KaplanMeierLayout.FONT - 0.5, curve.atRisk().get(i));
      }
    }
  }
}
