package org.copse.plot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Draws charts as a Plotly figure, everything where the SVG has it. */
final class ChartFigure {

  /** Where plotly's buttons stand, over the title. */
  private static final double BUTTONS = 26;

  private final ChartLayout page;
  private final double above;
  private final double height;
  private final ObjectNode json = PlotlyJson.object();
  private final ArrayNode data = json.putArray("data");
  private final ObjectNode layout = json.putObject("layout");
  private final ArrayNode texts = layout.putArray("annotations");

  private ChartFigure(ChartPanels panels) {
    page = new ChartLayout(panels);
    above = BUTTONS + page.legend().extraInFigure(page.width());
    height = page.height() + above;
  }

  static CopseFigure of(Chart chart, String file) {
    return of(ChartPanels.of(chart), file);
  }

  static CopseFigure of(ChartPanels panels, String file) {
    ChartFigure figure = new ChartFigure(panels);
    figure.page();
    for (int i = 0; i < figure.page.boxes().size(); i++) {
      figure.panel(i);
    }
    figure.json.set("config", CopseFigure.config(file));
    return new CopseFigure(figure.json, ChartSvg.draw(panels));
  }

  private void page() {
    layout.put("width", page.width()).put("height", height);
    layout.put("showlegend", !page.legend().entries().isEmpty()).put("hovermode", "closest");
    layout.put("paper_bgcolor", Colours.PAPER).put("plot_bgcolor", Colours.PAPER);
    ObjectNode font = layout.putObject("font").put("size", 13).put("color", Colours.INK);
    font.put("family", "Arial, Helvetica, Liberation Sans, sans-serif");
    CopseFigure.hoverLabel(layout);
    layout.putObject("margin").put("l", 0).put("r", 0).put("t", 0).put("b", 0);
    block(page.titles(), 6 + BUTTONS - above, ForestLayout.TITLE, true, Colours.INK);
    block(page.notes(), page.notesTop() - 13, ChartBox.SMALL, false, Colours.QUIET);
    if (!page.legend().entries().isEmpty()) {
      double end = page.legendTop() + page.legend().height() - 7;
      ObjectNode legend = layout.putObject("legend").put("orientation", "h");
      legend
          .put("bgcolor", "rgba(0,0,0,0)")
          .put("x", ChartLayout.EDGE / page.width())
          .put("y", up(end))
          .put("xanchor", "left")
          .put("yanchor", "bottom");
      legend.putObject("font").put("size", ChartLegend.SIZE);
    }
  }

  /** Height on the page as plotly counts it, from the bottom in parts of the whole. */
  private double up(double y) {
    return 1 - (y + above) / height;
  }

  private static String lines(List<String> lines) {
    return String.join("<br>", lines.stream().map(PlotlyJson::escape).toList());
  }

  /** Lines of text that begin at the left edge of the figure. */
  private void block(List<String> lines, double top, double size, boolean bold, String colour) {
    if (!lines.isEmpty()) {
      String text = bold ? "<b>" + lines(lines) + "</b>" : lines(lines);
      ObjectNode node = text(text, ChartLayout.EDGE, top, size, colour);
      node.put("align", "left").put("xanchor", "left").put("yanchor", "top");
    }
  }

  private ObjectNode text(String text, double x, double y, double size, String colour) {
    ObjectNode node = texts.addObject().put("text", text).put("showarrow", false);
    node.put("xref", "paper").put("yref", "paper").put("x", x / page.width()).put("y", up(y));
    node.putObject("font").put("size", size).put("color", colour);
    return node;
  }

  private void panel(int number) {
    ChartBox box = page.boxes().get(number);
    String suffix = number == 0 ? "" : Integer.toString(number + 1);
    ChartTraces traces = new ChartTraces(data, box, suffix, page.legend());
    box.chart().marks().forEach(traces::add);
    ObjectNode x = layout.putObject("xaxis" + suffix).put("anchor", "y" + suffix);
    axis(x, box.chart().x());
    x.putArray("domain").add(box.left() / page.width()).add(box.right() / page.width());
    ObjectNode y = layout.putObject("yaxis" + suffix).put("anchor", "x" + suffix);
    axis(y, box.chart().y());
    y.putArray("domain").add(up(box.bottom())).add(up(box.top()));
    title(x, box.belowLines(), 6);
    title(y, box.besideLines(), 8);
    if (!box.titleLines().isEmpty()) {
      String label = "<b>" + lines(box.titleLines()) + "</b>";
      ObjectNode node = text(label, box.left(), box.top() - 1, ChartBox.FONT, Colours.INK);
      node.put("align", "left").put("xanchor", "left").put("yanchor", "bottom");
    }
  }

  private static void title(ObjectNode axis, List<String> lines, double standoff) {
    if (!lines.isEmpty()) {
      ObjectNode title = axis.putObject("title").put("standoff", standoff);
      title.put("text", "<b>" + lines(lines) + "</b>");
      title.putObject("font").put("size", ChartBox.FONT);
    }
  }

  private static void axis(ObjectNode node, PlotAxis axis) {
    node.put("type", axis.log() ? "log" : "linear");
    double min = axis.log() ? Math.log10(axis.min()) : axis.min();
    double max = axis.log() ? Math.log10(axis.max()) : axis.max();
    ArrayNode range = node.putArray("range");
    range.add(axis.reversed() ? max : min).add(axis.reversed() ? min : max);
    node.put("showgrid", false).put("zeroline", false).put("showline", true);
    node.put("linecolor", Colours.INK).put("ticks", "outside").put("tickmode", "array");
    ArrayNode values = node.putArray("tickvals");
    ArrayNode labels = node.putArray("ticktext");
    for (AxisTick tick : axis.ticks()) {
      values.add(tick.value());
      labels.add(lines(ChartBox.tickLines(tick.label())));
    }
  }
}
