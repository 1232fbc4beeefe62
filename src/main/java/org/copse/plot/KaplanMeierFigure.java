package org.copse.plot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Draws Kaplan-Meier curves as a Plotly figure with the layout of the SVG. */
final class KaplanMeierFigure {

  /** Where plotly's buttons stand, over the title. */
  private static final double BUTTONS = 26;

  private final KaplanMeierModel model;
  private final KaplanMeierLayout layout;
  private final ObjectNode json = PlotlyJson.object();
  private final ArrayNode data = json.putArray("data");
  private final ObjectNode page = json.putObject("layout");
  private final ArrayNode shapes = page.putArray("shapes");
  private final ArrayNode texts = page.putArray("annotations");

  private KaplanMeierFigure(KaplanMeierModel model) {
    this.model = model;
    this.layout = new KaplanMeierLayout(model);
  }

  static CopseFigure of(KaplanMeierModel model) {
    KaplanMeierFigure figure = new KaplanMeierFigure(model);
    model.curves().forEach(figure::band);
    model.curves().forEach(figure::curve);
    figure.page();
    figure.head();
    figure.foot();
    figure.json.set("config", CopseFigure.config("kaplan-meier"));
    return new CopseFigure(figure.json, KaplanMeierSvg.draw(model));
  }

  private ObjectNode trace(String name, List<ChartMark.Point> points) {
    ObjectNode trace = data.addObject().put("type", "scatter");
    trace.put("name", PlotlyJson.escape(name));
    ArrayNode x = trace.putArray("x");
    ArrayNode y = trace.putArray("y");
    for (ChartMark.Point point : points) {
      x.add(point.x());
      y.add(point.y());
    }
    return trace;
  }

  private void band(KaplanMeierModel.Curve curve) {
    if (!curve.band().isEmpty()) {
      ObjectNode trace = trace(curve.label(), curve.band());
      trace.put("mode", "none").put("hoverinfo", "skip").put("fill", "toself");
      trace.put("fillcolor", curve.colour()).put("opacity", 0.13);
    }
    if (!curve.median().isEmpty()) {
      ObjectNode trace = trace(curve.label(), curve.median());
      trace.put("mode", "lines").put("hoverinfo", "skip");
      trace.putObject("line").put("color", Colours.QUIET).put("dash", "3px,3px").put("width", 1);
    }
  }

  private void curve(KaplanMeierModel.Curve curve) {
    ObjectNode line = trace(curve.label(), curve.steps());
    line.put("mode", "lines").put("hoverinfo", "text");
    hover(line, curve.steps());
    ObjectNode style = line.putObject("line").put("color", curve.colour()).put("width", 2);
    style.put("dash", curve.dash().isEmpty() ? "solid" : curve.dash().replace(" ", "px,") + "px");
    if (!curve.censored().isEmpty()) {
      ObjectNode marks = trace(curve.label() + ", censored", curve.censored());
      marks.put("mode", "markers").put("hoverinfo", "text").put("cliponaxis", false);
      hover(marks, curve.censored());
      ObjectNode marker = marks.putObject("marker").put("symbol", "line-ns").put("size", 7);
      marker.putObject("line").put("width", 1.6).put("color", curve.colour());
    }
  }

  private static void hover(ObjectNode trace, List<ChartMark.Point> points) {
    ArrayNode text = trace.putArray("text");
    points.forEach(point -> text.add(PlotlyJson.escape(point.hover())));
  }

  private void page() {
    page.put("width", layout.width()).put("height", layout.height() + BUTTONS);
    page.put("showlegend", false).put("hovermode", "closest");
    page.put("paper_bgcolor", Colours.PAPER).put("plot_bgcolor", Colours.PAPER);
    ObjectNode font = page.putObject("font").put("size", KaplanMeierLayout.FONT);
    font.put("family", "Arial, Helvetica, Liberation Sans, sans-serif").put("color", Colours.INK);
    CopseFigure.hoverLabel(page);
    ObjectNode margin = page.putObject("margin").put("l", layout.left());
    margin.put("r", layout.width() - layout.right()).put("t", layout.top() + BUTTONS);
    margin.put("b", layout.height() - layout.bottom()).put("pad", 0);
    axis(page.putObject("xaxis"), model.x()).put("fixedrange", true);
    axis(page.putObject("yaxis"), model.y());
  }

  private static ObjectNode axis(ObjectNode node, PlotAxis axis) {
    node.putArray("range").add(axis.min()).add(axis.max());
    node.put("showgrid", false).put("zeroline", false).put("showline", true);
    node.put("linecolor", Colours.INK).put("ticks", "outside").put("tickmode", "array");
    ArrayNode values = node.putArray("tickvals");
    ArrayNode labels = node.putArray("ticktext");
    for (AxisTick tick : axis.ticks()) {
      values.add(tick.value());
      labels.add(tick.label());
    }
    return node;
  }

  private void head() {
    double y = KaplanMeierLayout.PAD + 14;
    for (String line : layout.titles()) {
      text(KaplanMeierLayout.PAD, y, "left", ForestLayout.TITLE, "<b>", Colours.INK, line);
      y += 21;
    }
    y = layout.legendTop() + 13;
    for (int g = 0; g < model.curves().size(); g++) {
      KaplanMeierModel.Curve curve = model.curves().get(g);
      swatch(curve, y - 4.5);
      for (String line : layout.legend(g)) {
        double left = KaplanMeierLayout.PAD + KaplanMeierLayout.SWATCH + 8;
        text(left, y, "left", KaplanMeierLayout.FONT, "", Colours.INK, line);
        y += KaplanMeierLayout.LINE;
      }
    }
    for (String line : layout.tests()) {
      text(KaplanMeierLayout.PAD, y, "left", KaplanMeierLayout.FONT, "", Colours.INK, line);
      y += KaplanMeierLayout.LINE;
    }
  }

  private void foot() {
    double middle = (layout.left() + layout.right()) / 2;
    double label = layout.bottom() + 42;
    text(middle, label, "center", KaplanMeierLayout.FONT, "<b>", Colours.INK, model.x().label());
    double centre = (layout.top() + layout.bottom()) / 2;
    text(
            layout.left() - 62,
            centre,
            "center",
            KaplanMeierLayout.FONT,
            "<b>",
            Colours.INK,
            String.join("\n", layout.beside()))
        .put("textangle", -90);
    double pad = KaplanMeierLayout.PAD;
    double small = KaplanMeierLayout.SMALL;
    text(pad, layout.riskTop(), "left", small, "<b>", Colours.INK, "Number at risk");
    for (int g = 0; g < model.curves().size(); g++) {
      KaplanMeierModel.Curve curve = model.curves().get(g);
      double y = layout.riskLine(g);
      for (String line : layout.label(g)) {
        text(pad, y, "left", small, "", curve.colour(), line);
        y += KaplanMeierLayout.LINE;
      }
      for (int i = 0; i < curve.atRisk().size(); i++) {
        double x = layout.x(model.x().ticks().get(i).value());
        text(x, layout.riskLine(g), "center", 12.5, "", Colours.INK, curve.atRisk().get(i));
      }
    }
    double y = layout.notesTop() + 13;
    for (String line : layout.notes()) {
      text(pad, y, "left", small, "", Colours.QUIET, line);
      y += 15;
    }
  }

  /** A text whose baseline lies at y of the SVG. */
  private ObjectNode text(
      double x, double y, String align, double size, String tag, String colour, String text) {
    String shown = PlotlyJson.escape(text).replace("\n", "<br>");
    ObjectNode node = texts.addObject().put("showarrow", false);
    node.put("text", tag.isEmpty() ? shown : tag + shown + "</b>");
    node.put("xref", "paper").put("yref", "paper").put("x", 0).put("y", 1);
    node.put("xanchor", align).put("yanchor", "middle").put("align", align);
    node.put("xshift", x - layout.left()).put("yshift", layout.top() - y + 4.5);
    node.putObject("font").put("size", size).put("color", colour);
    return node;
  }

  private void swatch(KaplanMeierModel.Curve curve, double y) {
    ObjectNode line = shapes.addObject().put("type", "line").put("xref", "paper");
    line.put("yref", "paper").put("xsizemode", "pixel").put("ysizemode", "pixel");
    line.put("xanchor", 0).put("yanchor", 1);
    double left = KaplanMeierLayout.PAD - layout.left();
    line.put("x0", left).put("x1", left + KaplanMeierLayout.SWATCH);
    line.put("y0", layout.top() - y).put("y1", layout.top() - y);
    ObjectNode style = line.putObject("line").put("color", curve.colour()).put("width", 2);
    style.put("dash", curve.dash().isEmpty() ? "solid" : curve.dash().replace(" ", "px,") + "px");
  }
}
