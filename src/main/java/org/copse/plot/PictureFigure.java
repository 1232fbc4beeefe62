package org.copse.plot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws a picture as a Plotly figure: two hidden axes in pixels, hovering over circles and boxes.
 */
final class PictureFigure {

  private static final double MARGIN = 8;
  private static final double BUTTONS = 26;

  private record Style(double radius, String fill) {}

  private final Picture picture;
  private final ObjectNode json = PlotlyJson.object();
  private final ArrayNode data = json.putArray("data");
  private final ObjectNode layout = json.putObject("layout");
  private final ArrayNode shapes = layout.putArray("shapes");
  private final FigureTexts texts = new FigureTexts();
  private final Map<Style, List<PictureMark.Disc>> discs = new LinkedHashMap<>();
  private final List<PictureMark.Box> boxes = new ArrayList<>();

  private PictureFigure(Picture picture) {
    this.picture = picture;
  }

  static CopseFigure of(Picture picture, String file) {
    PictureFigure figure = new PictureFigure(picture);
    figure.page();
    picture.marks().forEach(figure::add);
    figure.discs.forEach(figure::discs);
    figure.hovering();
    figure.texts.addTo(figure.data);
    figure.json.set("config", CopseFigure.config(file));
    return new CopseFigure(figure.json, PictureSvg.draw(picture));
  }

  private void page() {
    layout.put("width", Math.ceil(picture.width() + 2 * MARGIN));
    layout.put("height", Math.ceil(picture.height() + MARGIN + BUTTONS));
    layout.put("showlegend", false).put("hovermode", "closest");
    layout.put("paper_bgcolor", Colours.PAPER).put("plot_bgcolor", Colours.PAPER);
    ObjectNode font = layout.putObject("font").put("size", 13).put("color", Colours.INK);
    font.put("family", "Arial, Helvetica, Liberation Sans, sans-serif");
    CopseFigure.hoverLabel(layout);
    ObjectNode margin = layout.putObject("margin").put("l", MARGIN).put("r", MARGIN);
    margin.put("t", BUTTONS).put("b", MARGIN).put("pad", 0);
    hidden(layout.putObject("xaxis"), 0, picture.width());
    hidden(layout.putObject("yaxis"), picture.height(), 0);
    layout.putObject("meta").put("title", PlotlyJson.escape(picture.title()));
  }

  private static void hidden(ObjectNode axis, double from, double to) {
    axis.putArray("range").add(from).add(to);
    axis.put("visible", false).put("fixedrange", true);
  }

  private void add(PictureMark mark) {
    if (mark instanceof PictureMark.Disc disc) {
      Style style = new Style(disc.radius(), disc.fill());
      discs.computeIfAbsent(style, s -> new ArrayList<>()).add(disc);
      texts.add(disc.x(), disc.y(), "center", 13, true, disc.ink(), disc.symbol());
    } else if (mark instanceof PictureMark.Box box) {
      boxes.add(box);
      ObjectNode shape = shape("rect", box.x(), box.x() + box.width(), box.y());
      shape.put("y1", box.y() + box.height()).put("fillcolor", box.fill());
      shape.putObject("line").put("width", 0);
      double middle = box.x() + box.width() / 2;
      texts.add(middle, box.y() + box.height() / 2, "center", 13, true, box.ink(), box.text());
    } else if (mark instanceof PictureMark.Label label) {
      String side =
          switch (label.anchor()) {
            case START -> "right";
            case MIDDLE -> "center";
            case END -> "left";
          };
      texts.add(
          label.x(), label.y(), side, label.size(), label.bold(), label.colour(), label.text());
    } else if (mark instanceof PictureMark.Line line) {
      ObjectNode shape = shape("line", line.x1(), line.x2(), line.y1()).put("y1", line.y2());
      shape.putObject("line").put("color", line.colour()).put("width", line.width());
    }
  }

  private ObjectNode shape(String type, double x0, double x1, double y0) {
    ObjectNode shape = shapes.addObject().put("type", type).put("layer", "below");
    shape.put("xref", "x").put("yref", "y");
    return shape.put("x0", x0).put("x1", x1).put("y0", y0);
  }

  private void discs(Style style, List<PictureMark.Disc> own) {
    ObjectNode trace = trace();
    ObjectNode marker = trace.putObject("marker").put("size", 2 * style.radius());
    marker.put("color", style.fill()).put("opacity", 1);
    marker.putObject("line").put("color", Colours.INK).put("width", 0.8);
    own.forEach(d -> point(trace, d.x(), d.y(), d.hover()));
  }

  /** Boxes are shapes, which do not hover: an unseen point in the middle of each does. */
  private void hovering() {
    if (!boxes.isEmpty()) {
      ObjectNode trace = trace();
      trace.putObject("marker").put("size", 18).put("opacity", 0);
      boxes.forEach(b -> point(trace, b.x() + b.width() / 2, b.y() + b.height() / 2, b.hover()));
    }
  }

  private ObjectNode trace() {
    ObjectNode trace = data.addObject().put("type", "scatter").put("mode", "markers");
    trace.put("hoverinfo", "text").put("cliponaxis", false);
    trace.putArray("x");
    trace.putArray("y");
    trace.putArray("text");
    return trace;
  }

  private static void point(ObjectNode trace, double x, double y, String hover) {
    ((ArrayNode) trace.get("x")).add(x);
    ((ArrayNode) trace.get("y")).add(y);
    ((ArrayNode) trace.get("text")).add(PlotlyJson.escape(hover));
  }
}
