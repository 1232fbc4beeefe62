package org.copse.plot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.copse.plot.PrismaLayout.Arrow;
import org.copse.plot.PrismaLayout.Band;
import org.copse.plot.PrismaLayout.Box;
import org.copse.plot.PrismaLayout.Line;

/** Draws a flow of records as a Plotly figure, from the same layout as the SVG. */
final class PrismaFigure {

  private static final String FONT = "Arial, Helvetica, Liberation Sans, sans-serif";

  /** Where plotly's buttons stand, over the title. */
  private static final double BUTTONS = 24;

  private final PrismaLayout layout;
  private final ObjectNode json = PlotlyJson.object();
  private final ArrayNode data = json.putArray("data");
  private final ObjectNode page = json.putObject("layout");
  private final ArrayNode shapes = page.putArray("shapes");
  private final ArrayNode annotations = page.putArray("annotations");
  private final FigureTexts texts = new FigureTexts();

  private PrismaFigure(PrismaLayout layout) {
    this.layout = layout;
  }

  static CopseFigure of(PrismaLayout layout, String svg) {
    PrismaFigure figure = new PrismaFigure(layout);
    figure.page();
    figure.words();
    layout.headings().forEach(figure::heading);
    layout.phases().forEach(figure::phase);
    layout.arrows().forEach(figure::arrow);
    layout.boxes().forEach(figure::box);
    figure.texts.addTo(figure.data);
    figure.hovers();
    figure.json.set("config", CopseFigure.config("prisma-flow"));
    return new CopseFigure(figure.json, svg);
  }

  private void page() {
    page.put("width", Math.ceil(layout.width()));
    page.put("height", Math.ceil(layout.height() + BUTTONS));
    page.put("showlegend", false).put("hovermode", "closest");
    page.put("paper_bgcolor", Colours.PAPER).put("plot_bgcolor", Colours.PAPER);
    page.putObject("font").put("family", FONT).put("size", 13).put("color", Colours.INK);
    CopseFigure.hoverLabel(page);
    page.putObject("margin").put("l", 0).put("r", 0).put("t", BUTTONS).put("b", 0).put("pad", 0);
    hidden("xaxis", 0, layout.width());
    hidden("yaxis", layout.height(), 0);
  }

  private void hidden(String name, double from, double to) {
    ObjectNode axis = page.putObject(name).put("visible", false).put("fixedrange", true);
    axis.putArray("range").add(from).add(to);
  }

  private void words() {
    double y = PrismaLayout.PAD + ForestLayout.TITLE / 2;
    for (String line : layout.titleLines()) {
      text(PrismaLayout.PAD, y, ForestLayout.TITLE, true, Colours.INK, line);
      y += 20;
    }
    y = layout.bottom() + 12 + PrismaLayout.SMALL / 2;
    for (String line : layout.noteLines()) {
      text(PrismaLayout.PAD, y, PrismaLayout.SMALL, false, Colours.QUIET, line);
      y += PrismaLayout.SMALL_LINE;
    }
  }

  /** Plotly sets a text that begins at a point three pixels to its right. */
  private void text(double x, double y, double size, boolean bold, String colour, String text) {
    texts.add(x - 3, y, "right", size, bold, colour, text);
  }

  private void rectangle(double x, double y, double width, double height, String fill, int line) {
    ObjectNode shape = shapes.addObject().put("type", "rect").put("layer", "below");
    shape.put("x0", x).put("x1", x + width).put("y0", y).put("y1", y + height);
    shape
        .put("fillcolor", fill)
        .putObject("line")
        .put("width", line)
        .put("color", Colours.INTERVAL);
  }

  private void heading(Band band) {
    rectangle(band.x(), band.y(), band.width(), band.height(), Colours.BAND, 0);
    double y = centre(band.y(), band.height(), band.lines().size());
    for (String line : band.lines()) {
      double x = band.x() + band.width() / 2;
      texts.add(x, y, "center", PrismaLayout.FONT, true, Colours.INK, line);
      y += PrismaLayout.LINE;
    }
  }

  /** Middle of the first of some lines that are centred in a height. */
  private static double centre(double y, double height, int lines) {
    return y + (height - lines * PrismaLayout.LINE) / 2 + PrismaLayout.LINE / 2;
  }

  private void phase(Band band) {
    rectangle(band.x(), band.y(), band.width(), band.height(), Colours.BAND, 0);
    ObjectNode label = annotations.addObject().put("showarrow", false).put("textangle", -90);
    label.put("text", "<b>" + PlotlyJson.escape(band.lines().get(0)) + "</b>");
    label.put("x", band.x() + band.width() / 2).put("y", band.y() + band.height() / 2);
    label.putObject("font").put("size", PrismaLayout.FONT).put("color", Colours.INK);
  }

  private void box(Box box) {
    rectangle(box.x(), box.y(), box.width(), box.height(), Colours.PAPER, 1);
    double y = centre(box.y(), box.height(), box.lines().size());
    for (Line line : box.lines()) {
      double x = box.x() + PrismaLayout.INSET + line.indent();
      text(x, y, PrismaLayout.FONT, false, Colours.INK, line.text());
      y += PrismaLayout.LINE;
    }
  }

  private void arrow(Arrow arrow) {
    double[] c = arrow.corners();
    int end = c.length - 2;
    if (end > 2) {
      ObjectNode path = shapes.addObject().put("type", "line").put("layer", "below");
      path.put("x0", c[0]).put("y0", c[1]).put("x1", c[2]).put("y1", c[3]);
      path.putObject("line").put("color", Colours.INTERVAL).put("width", 1.1);
    }
    ObjectNode head = annotations.addObject().put("showarrow", true).put("text", "");
    head.put("x", c[end]).put("y", c[end + 1]).put("ax", c[end - 2]).put("ay", c[end - 1]);
    head.put("xref", "x").put("yref", "y").put("axref", "x").put("ayref", "y");
    head.put("arrowhead", 2).put("arrowsize", 1).put("arrowwidth", 1.1);
    head.put("arrowcolor", Colours.INTERVAL).put("standoff", 0);
  }

  /** The whole of each box on hovering. */
  private void hovers() {
    ObjectNode trace = data.addObject().put("type", "scatter").put("mode", "markers");
    trace.put("hoverinfo", "text").put("name", "Boxes");
    trace.putObject("marker").put("size", 24).put("opacity", 0).put("color", Colours.PAPER);
    ArrayNode x = trace.putArray("x");
    ArrayNode y = trace.putArray("y");
    ArrayNode text = trace.putArray("text");
    for (Box box : layout.boxes()) {
      x.add(box.middle());
      y.add(box.centre());
      text.add(PlotlyJson.escape(box.words()).replace("; ", "<br>"));
    }
  }
}
