package org.copse.plot;

import java.util.List;
import org.copse.plot.ForestLayout.Line;
import org.copse.plot.ForestLayout.Placed;

/** Draws a forest plot as SVG. */
final class ForestSvg {

  private static final double BASELINE = 4.5;
  private static final double LARGEST = 15;
  private static final double SMALLEST = 3;
  private static final double UNWEIGHTED = 7;

  private final ForestLayout layout;
  private final ForestModel model;
  private final SvgWriter svg;
  private final double largestWeight;

  private ForestSvg(ForestModel model) {
    this.model = model;
    this.layout = new ForestLayout(model);
    String title = model.title().isBlank() ? "Forest plot" : model.title();
    this.svg = new SvgWriter(layout.width(), layout.height(), title, model.description());
    this.largestWeight =
        model.rows().stream()
            .flatMap(r -> r.mark().stream())
            .mapToDouble(ForestMark::weight)
            .filter(w -> !Double.isNaN(w))
            .max()
            .orElse(Double.NaN);
  }

  static String draw(ForestModel model) {
    ForestSvg drawing = new ForestSvg(model);
    drawing.title();
    drawing.header();
    drawing.part("copse-lines", drawing::referenceLines);
    drawing.part("copse-body", () -> drawing.layout.lines().forEach(drawing::row));
    drawing.part("copse-axis", drawing::axis);
    drawing.part("copse-foot", drawing::footnotes);
    return drawing.svg.finish();
  }

  /** A part that the page's script may draw anew. */
  private void part(String name, Runnable drawing) {
    svg.open(name);
    drawing.run();
    svg.close();
  }

  private void title() {
    double y = ForestLayout.PAD + ForestLayout.TITLE;
    for (String line : layout.titleLines()) {
      svg.text(ForestLayout.PAD, y, "start", ForestLayout.TITLE, true, Colours.INK, line);
      y += ForestLayout.TITLE + 5;
    }
  }

  private void header() {
    double baseline = layout.headerBottom() - 8;
    String group = "";
    for (int c = 0; c < layout.columns().size(); c++) {
      Placed placed = layout.columns().get(c);
      header(placed, baseline);
      String own = placed.column().group();
      if (!own.isEmpty() && !own.equals(group)) {
        spanningHeader(own, c, baseline - ForestLayout.ROW);
      }
      group = own;
    }
    double middle = (layout.plotLeft() + layout.plotRight()) / 2;
    double above = baseline - (model.heading().size() - 1) * ForestLayout.ROW;
    for (String line : model.heading()) {
      bold(middle, above, "middle", line);
      above += ForestLayout.ROW;
    }
    double y = layout.headerBottom();
    svg.line(ForestLayout.PAD, y, layout.width() - ForestLayout.PAD, y, Colours.INK, 1, "");
  }

  private void header(Placed placed, double baseline) {
    String text = placed.column().header();
    switch (placed.column().align()) {
      case START -> bold(placed.left(), baseline, "start", text);
      case END -> bold(placed.right(), baseline, "end", text);
      case CENTRE -> bold(placed.middle(), baseline, "middle", text);
    }
  }

  private void spanningHeader(String group, int first, double baseline) {
    int last = first;
    while (last + 1 < layout.columns().size()
        && layout.columns().get(last + 1).column().group().equals(group)) {
      last++;
    }
    double left = layout.columns().get(first).left();
    double right = layout.columns().get(last).right();
    if (last == first) {
      // over one column a heading of two lines, as wide as its cells
      bold(right, baseline, "end", group);
      return;
    }
    bold((left + right) / 2, baseline, "middle", group);
    svg.line(left, baseline + 5, right, baseline + 5, Colours.QUIET, 0.8, "");
  }

  private void bold(double x, double y, String anchor, String text) {
    svg.text(x, y, anchor, ForestLayout.FONT, true, Colours.INK, text);
  }

  private void referenceLines() {
    for (ReferenceLine line : model.lines()) {
      if (!model.axis().contains(line.value())) {
        continue;
      }
      double x = layout.x(line.value());
      boolean isNull = line.kind() == ReferenceLine.Kind.NULL;
      String colour = isNull ? Colours.INK : Colours.QUIET;
      double bottom = isNull ? layout.axisY() : layout.marksBottom();
      svg.line(x, layout.headerBottom(), x, bottom, colour, 1, dash(line.kind()));
    }
  }

  private static String dash(ReferenceLine.Kind kind) {
    return switch (kind) {
      case NULL -> "";
      case POOLED -> "2 3";
      case SECOND -> "6 4";
    };
  }

  private void row(Line line) {
    ForestRow row = line.row();
    switch (row.kind()) {
      case SPACER -> {
        return;
      }
      case STATISTIC -> statistic(line);
      case AXIS -> repeatedAxis(line);
      default -> {
        if (model.style().hasRules()) {
          double y = line.top() + line.height();
          svg.line(ForestLayout.PAD, y, layout.leftEnd(), y, Colours.RULE, 0.8, "");
        }
        svg.openRow(row.hover());
        row.mark().ifPresent(mark -> mark(row, mark, line.middle()));
        label(line);
        for (int c = 1; c < row.cells().size(); c++) {
          cell(row, c, line.middle() + BASELINE);
        }
        svg.close();
      }
    }
  }

  private void statistic(Line line) {
    double y = line.top() + 12;
    for (String text : line.label()) {
      svg.text(ForestLayout.PAD, y, "start", ForestLayout.SMALL, false, Colours.INK, text);
      y += layout.smallLine();
    }
  }

  private void label(Line line) {
    ForestRow row = line.row();
    boolean indented = ForestLayout.indented(row);
    double x = ForestLayout.PAD + (indented ? ForestLayout.FONT / 2 : 0);
    double step = ForestLayout.FONT + 3;
    double y = line.middle() + BASELINE - (line.label().size() - 1) * step / 2;
    for (String text : line.label()) {
      svg.text(x, y, "start", ForestLayout.FONT, ForestLayout.bold(row), Colours.INK, text);
      y += step;
    }
  }

  private void cell(ForestRow row, int c, double y) {
    Placed placed = layout.columns().get(c);
    List<String> pieces = row.cells().get(c).pieces();
    boolean bold = ForestLayout.bold(row);
    if (placed.column().align() == TextColumn.Align.CENTRE) {
      centred(row.cells().get(c), placed.middle(), y);
      return;
    }
    if (placed.column().align() == TextColumn.Align.START) {
      String text = row.cells().get(c).text();
      svg.text(placed.left(), y, "start", ForestLayout.FONT, bold, Colours.INK, text);
      return;
    }
    if (pieces.size() == 1) {
      svg.text(placed.right(), y, "end", ForestLayout.FONT, bold, Colours.INK, pieces.get(0));
      return;
    }
    for (int i = 0; i < pieces.size(); i++) {
      svg.text(
          placed.pieceRights()[i], y, "end", ForestLayout.FONT, bold, Colours.INK, pieces.get(i));
    }
  }

  private void centred(TextCell cell, double x, double y) {
    String ink = cell.judgement().map(JudgementColours::ink).orElse(Colours.INK);
    cell.judgement()
        .ifPresent(j -> svg.disc(x, y - BASELINE, ForestLayout.CIRCLE, JudgementColours.fill(j)));
    svg.text(x, y, "middle", 12, true, ink, cell.text());
  }

  private void mark(ForestRow row, ForestMark mark, double y) {
    switch (mark.shape()) {
      case DISTRIBUTION -> distribution(mark, y);
      case SQUARE -> square(mark, y);
      case DIAMOND -> diamond(row, mark, y);
      case BAR -> bar(mark, y);
    }
  }

  private void square(ForestMark mark, double y) {
    double side = side(mark.weight());
    interval(mark, y, Colours.INTERVAL, 1.2);
    double centre = layout.x(mark.estimate());
    if (centre >= layout.plotLeft() - 0.01 && centre <= layout.plotRight() + 0.01) {
      String fill = model.style().square(model.data().measure());
      svg.rect(centre - side / 2, y - side / 2, side, side, fill, "copse-square");
      double left = layout.x(mark.lower());
      double right = layout.x(mark.upper());
      if (right - left < side + 3) {
        // an interval as narrow as its square stays visible
        svg.line(
            Math.max(left, centre - side / 2),
            y,
            Math.min(right, centre + side / 2),
            y,
            Colours.PAPER,
            1.2,
            "");
      }
    }
  }

  private double side(double weight) {
    if (Double.isNaN(weight)) {
      return UNWEIGHTED;
    }
    return Math.max(SMALLEST, LARGEST * Math.sqrt(weight / largestWeight));
  }

  private void interval(ForestMark mark, double y, String colour, double width) {
    double left = layout.x(mark.lower());
    double right = layout.x(mark.upper());
    double from = clamp(left);
    double to = clamp(right);
    if (to > from) {
      svg.line(from, y, to, y, colour, width, "");
    }
    arrows(left, right, y, colour);
  }

  private void arrows(double left, double right, double y, String colour) {
    if (left < layout.plotLeft() - 0.01) {
      double x = layout.plotLeft();
      svg.polygon(colour, "copse-arrow", x - 1, y, x + 7, y - 4, x + 7, y + 4);
    }
    if (right > layout.plotRight() + 0.01) {
      double x = layout.plotRight();
      svg.polygon(colour, "copse-arrow", x + 1, y, x - 7, y - 4, x - 7, y + 4);
    }
  }

  private double clamp(double x) {
    return Math.min(layout.plotRight(), Math.max(layout.plotLeft(), x));
  }

  private void diamond(ForestRow row, ForestMark mark, double y) {
    double left = layout.x(mark.lower());
    double right = layout.x(mark.upper());
    String fill = model.style().diamond(row.kind() == ForestRow.Kind.SUBTOTAL);
    double from = clamp(left);
    double to = clamp(right);
    double centre = clamp(layout.x(mark.estimate()));
    if (to - from < 2) {
      // a very narrow diamond must still be seen
      from = centre - 1;
      to = centre + 1;
    }
    svg.polygon(fill, "copse-diamond", from, y, centre, y - 7, to, y, centre, y + 7);
    arrows(left, right, y, fill);
  }

  private void bar(ForestMark mark, double y) {
    double left = layout.x(mark.lower());
    double right = layout.x(mark.upper());
    double from = clamp(left);
    double width = Math.max(1, clamp(right) - from);
    svg.rect(from, y - 2, width, 4, Colours.PREDICTION, "copse-prediction");
    arrows(left, right, y, Colours.PREDICTION);
  }

  /** Ticks and labels over a line; labels on paper, so that no line runs through them. */
  private void repeatedAxis(Line line) {
    double y = line.top() + line.height() - 5;
    for (AxisTick tick : layout.ticks()) {
      double x = layout.x(tick.value());
      double half = TextWidth.of(tick.label(), ForestLayout.FONT, false) / 2 + 1;
      svg.rect(x - half, line.top() + 2, 2 * half, 14, Colours.PAPER, "copse-paper");
      svg.line(x, y - 5, x, y, Colours.INK, 1, "");
      svg.text(x, y - 9, "middle", ForestLayout.FONT, false, Colours.INK, tick.label());
    }
    svg.line(layout.plotLeft(), y, layout.plotRight(), y, Colours.INK, 1, "");
  }

  private void distribution(ForestMark mark, double middle) {
    double base = middle + ForestLayout.DISTRIBUTION / 2 - 4;
    double tall = ForestLayout.DISTRIBUTION - 8;
    svg.polygon(
        Colours.PREDICTION_TAIL,
        "copse-distribution",
        DistributionOutline.of(layout, mark, false, base, tall));
    svg.polygon(
        Colours.PREDICTION_MIDDLE,
        "copse-distribution",
        DistributionOutline.of(layout, mark, true, base, tall));
  }

  private void axis() {
    double y = layout.axisY();
    svg.line(layout.plotLeft(), y, layout.plotRight(), y, Colours.INK, 1, "");
    for (AxisTick tick : layout.ticks()) {
      double x = layout.x(tick.value());
      svg.line(x, y, x, y + 5, Colours.INK, 1, "");
      svg.text(x, y + 19, "middle", ForestLayout.FONT, false, Colours.INK, tick.label());
    }
    double centre = (layout.plotLeft() + layout.plotRight()) / 2;
    svg.text(centre, y + 38, "middle", ForestLayout.FONT, false, Colours.INK, model.axisTitle());
    double middle = layout.favoursMiddle();
    double below = y + 37 + layout.axisTitleHeight();
    favours(layout.favours(true), middle - 8, "end", below);
    favours(layout.favours(false), middle + 8, "start", below);
  }

  private void favours(List<String> lines, double x, String anchor, double top) {
    double y = top;
    for (String line : lines) {
      svg.text(x, y, anchor, ForestLayout.FONT, false, Colours.INK, line);
      y += ForestLayout.FONT + 3;
    }
  }

  private void footnotes() {
    double y = layout.footTop() + 10;
    for (String line : layout.footLines()) {
      svg.text(ForestLayout.PAD, y, "start", ForestLayout.SMALL, false, Colours.QUIET, line);
      y += layout.smallLine();
    }
  }
}
