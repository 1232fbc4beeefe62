package org.copse.plot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.copse.plot.ForestLayout.Line;
import org.copse.plot.ForestLayout.Placed;

/**
 * Draws a forest plot as a Plotly figure, from the same layout as the SVG.
 *
 * <p>The effect axis is a real Plotly axis, so that zoom and hovering work; the text columns are
 * text traces on a second, hidden axis in pixels.
 */
final class ForestFigure {

  private static final String FONT = "Arial, Helvetica, Liberation Sans, sans-serif";
  private static final double MARGIN = 8;

  private final ForestModel model;
  private final ForestLayout layout;
  private final ObjectNode json = PlotlyJson.object();
  private final ArrayNode data = json.putArray("data");
  private final ArrayNode shapes;
  private final FigureTexts texts = new FigureTexts();
  private final FigureCircles circles = new FigureCircles();
  private final FigureMarks marks;
  private final boolean log;

  private ForestFigure(ForestModel model) {
    this.model = model;
    this.layout = new ForestLayout(model);
    this.marks = new FigureMarks(layout);
    this.log = model.axis().log();
    ObjectNode page = json.putObject("layout");
    this.shapes = page.putArray("shapes");
    page(page);
    json.set("config", CopseFigure.config("forest-plot"));
  }

  static CopseFigure of(ForestModel model) {
    ForestFigure figure = new ForestFigure(model);
    figure.header();
    figure.referenceLines();
    figure.layout.lines().forEach(figure::row);
    figure.foot();
    figure.marks.addTo(figure.data);
    figure.circles.addTo(figure.data);
    figure.texts.addTo(figure.data);
    return new CopseFigure(figure.json, ForestSvg.draw(model));
  }

  private void page(ObjectNode page) {
    double width = layout.width() + 2 * MARGIN;
    double height = layout.height() + 2 * MARGIN + 16;
    page.put("width", Math.ceil(width)).put("height", Math.ceil(height));
    page.put("showlegend", false).put("hovermode", "closest");
    page.put("paper_bgcolor", Colours.PAPER).put("plot_bgcolor", "rgba(0,0,0,0)");
    page.putObject("font").put("family", FONT).put("size", 13).put("color", Colours.INK);
    CopseFigure.hoverLabel(page);
    ObjectNode margin = page.putObject("margin");
    margin.put("l", MARGIN).put("r", MARGIN).put("t", MARGIN).put("b", MARGIN).put("pad", 0);
    double inner = width - 2 * MARGIN;
    double bottom = height - 2 * MARGIN;
    hidden(page.putObject("xaxis"), 0, inner).putArray("domain").add(0).add(1);
    hidden(page.putObject("yaxis"), bottom, 0).put("anchor", "x");
    effectAxis(page.putObject("xaxis2"), inner, bottom);
    if (!model.title().isBlank()) {
      page.putObject("meta").put("title", PlotlyJson.escape(model.title()));
    }
  }

  /** The effect axis: its own part of the width, at the height where the rows with marks end. */
  private void effectAxis(ObjectNode x, double inner, double bottom) {
    x.putArray("domain").add(layout.plotLeft() / inner).add(layout.plotRight() / inner);
    x.put("type", log ? "log" : "linear").put("anchor", "free");
    double from = coordinate(model.axis().min());
    double to = coordinate(model.axis().max());
    // Plotly hides a mark that rounding puts a hair outside the range, such as an arrow at its end
    double hair = 1e-9 * (to - from);
    x.putArray("range").add(from - hair).add(to + hair);
    x.put("position", 1 - layout.axisY() / bottom).put("side", "bottom");
    x.put("showgrid", false).put("zeroline", false).put("showline", true).put("ticks", "outside");
    x.put("linecolor", Colours.INK).put("tickcolor", Colours.INK).put("tickmode", "array");
    ArrayNode values = x.putArray("tickvals");
    ArrayNode labels = x.putArray("ticktext");
    for (AxisTick tick : layout.ticks()) {
      values.add(tick.value());
      labels.add(tick.label());
    }
  }

  private static ObjectNode hidden(ObjectNode axis, double from, double to) {
    axis.putArray("range").add(from).add(to);
    return axis.put("visible", false).put("fixedrange", true);
  }

  private double coordinate(double value) {
    return log ? Math.log10(value) : value;
  }

  private void header() {
    double y = ForestLayout.PAD + ForestLayout.TITLE - 5;
    for (String line : layout.titleLines()) {
      texts.add(ForestLayout.PAD, y, "right", 15, true, Colours.INK, line);
      y += ForestLayout.TITLE + 5;
    }
    double middle = layout.headerBottom() - 13;
    String group = "";
    for (int c = 0; c < layout.columns().size(); c++) {
      Placed placed = layout.columns().get(c);
      header(placed, middle);
      if (!placed.column().group().isEmpty() && !placed.column().group().equals(group)) {
        spanning(placed.column().group(), c, middle - ForestLayout.ROW);
      }
      group = placed.column().group();
    }
    double centre = (layout.plotLeft() + layout.plotRight()) / 2;
    double above = middle - (model.heading().size() - 1) * ForestLayout.ROW;
    for (String line : model.heading()) {
      texts.add(centre, above, "center", 13, true, Colours.INK, line);
      above += ForestLayout.ROW;
    }
    double bottom = layout.headerBottom();
    rule(ForestLayout.PAD, layout.width() - ForestLayout.PAD, bottom, Colours.INK);
  }

  private void header(Placed placed, double y) {
    String text = placed.column().header();
    switch (placed.column().align()) {
      case START -> texts.add(placed.left(), y, "right", 13, true, Colours.INK, text);
      case END -> texts.add(placed.right(), y, "left", 13, true, Colours.INK, text);
      case CENTRE -> texts.add(placed.middle(), y, "center", 13, true, Colours.INK, text);
    }
  }

  private void spanning(String group, int first, double y) {
    int last = first;
    while (last + 1 < layout.columns().size()
        && layout.columns().get(last + 1).column().group().equals(group)) {
      last++;
    }
    double left = layout.columns().get(first).left();
    double right = layout.columns().get(last).right();
    if (last == first) {
      texts.add(right, y, "left", 13, true, Colours.INK, group);
      return;
    }
    texts.add((left + right) / 2, y, "center", 13, true, Colours.INK, group);
    rule(left, right, y + 10, Colours.QUIET);
  }

  private void rule(double left, double right, double y, String colour) {
    ObjectNode line = shape("line", "x", left, right, y, y);
    line.putObject("line").put("color", colour).put("width", 1);
  }

  private ObjectNode shape(String type, String axis, double x0, double x1, double y0, double y1) {
    ObjectNode shape = shapes.addObject().put("type", type).put("layer", "below");
    shape.put("xref", axis).put("yref", "y");
    return shape.put("x0", x0).put("x1", x1).put("y0", y0).put("y1", y1);
  }

  private void referenceLines() {
    for (ReferenceLine line : model.lines()) {
      if (!model.axis().contains(line.value())) {
        continue;
      }
      boolean isNull = line.kind() == ReferenceLine.Kind.NULL;
      double bottom = isNull ? layout.axisY() : layout.marksBottom();
      double x = line.value();
      ObjectNode shape = shape("line", "x2", x, x, layout.headerBottom(), bottom);
      ObjectNode style = shape.putObject("line").put("width", 1);
      style.put("color", isNull ? Colours.INK : Colours.QUIET);
      boolean second = line.kind() == ReferenceLine.Kind.SECOND;
      style.put("dash", isNull ? "solid" : second ? "6px,4px" : "2px,3px");
    }
  }

  private void row(Line line) {
    ForestRow row = line.row();
    if (row.kind() == ForestRow.Kind.SPACER) {
      return;
    }
    if (row.kind() == ForestRow.Kind.AXIS) {
      repeatedAxis(line);
      return;
    }
    if (row.kind() == ForestRow.Kind.STATISTIC) {
      lines(line.label(), line.top() + 8, layout.smallLine(), Colours.INK);
      return;
    }
    if (model.style().hasRules()) {
      rule(ForestLayout.PAD, layout.leftEnd(), line.top() + line.height(), Colours.RULE);
    }
    row.mark().ifPresent(mark -> marks.add(row, mark, line.middle()));
    boolean bold = ForestLayout.bold(row);
    boolean indented = ForestLayout.indented(row);
    double left = ForestLayout.PAD + (indented ? ForestLayout.FONT / 2 : 0);
    double step = ForestLayout.FONT + 3;
    double y = line.middle() - (line.label().size() - 1) * step / 2;
    for (String text : line.label()) {
      texts.add(left, y, "right", 13, bold, Colours.INK, text);
      y += step;
    }
    for (int c = 1; c < row.cells().size(); c++) {
      cell(row.cells().get(c), layout.columns().get(c), line.middle(), bold);
    }
  }

  private void repeatedAxis(Line line) {
    double y = line.top() + line.height() - 5;
    for (AxisTick tick : layout.ticks()) {
      double x = layout.x(tick.value());
      double half = TextWidth.of(tick.label(), ForestLayout.FONT, false) / 2 + 1;
      ObjectNode paper = shape("rect", "x", x - half, x + half, line.top() + 2, y - 6);
      paper.put("fillcolor", Colours.PAPER).putObject("line").put("width", 0);
      shape("line", "x", x, x, y - 5, y).putObject("line").put("color", Colours.INK);
      texts.add(x, y - 13, "center", 13, false, Colours.INK, tick.label());
    }
    rule(layout.plotLeft(), layout.plotRight(), y, Colours.INK);
  }

  private void cell(TextCell cell, Placed placed, double y, boolean bold) {
    if (placed.column().align() == TextColumn.Align.CENTRE) {
      String ink = cell.judgement().map(JudgementColours::ink).orElse(Colours.INK);
      cell.judgement().ifPresent(j -> circles.add(placed.middle(), y, JudgementColours.fill(j)));
      texts.add(placed.middle(), y, "center", 12, true, ink, cell.text());
      return;
    }
    if (placed.column().align() == TextColumn.Align.START) {
      texts.add(placed.left(), y, "right", 13, bold, Colours.INK, cell.text());
      return;
    }
    for (int i = 0; i < cell.pieces().size(); i++) {
      double right = cell.pieces().size() == 1 ? placed.right() : placed.pieceRights()[i];
      texts.add(right, y, "left", 13, bold, Colours.INK, cell.pieces().get(i));
    }
  }

  private void foot() {
    double middle = layout.favoursMiddle();
    double y = layout.axisY() + 35;
    double centre = (layout.plotLeft() + layout.plotRight()) / 2;
    if (!model.axisTitle().isEmpty()) {
      texts.add(centre, y - 1, "center", 13, false, Colours.INK, model.axisTitle());
    }
    y += layout.axisTitleHeight();
    for (boolean left : new boolean[] {true, false}) {
      double at = y;
      for (String line : layout.favours(left)) {
        double x = left ? middle - 8 : middle + 8;
        texts.add(x, at, left ? "left" : "right", 13, false, Colours.INK, line);
        at += ForestLayout.FONT + 3;
      }
    }
    lines(layout.footLines(), layout.footTop() + 6, layout.smallLine(), Colours.QUIET);
  }

  private void lines(Iterable<String> lines, double top, double step, String colour) {
    double y = top;
    for (String line : lines) {
      texts.add(ForestLayout.PAD, y, "right", 11.5, false, colour, line);
      y += step;
    }
  }
}
