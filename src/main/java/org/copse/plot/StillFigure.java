package org.copse.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tech.tablesaw.plotly.components.Figure;

/**
 * Any figure as a still picture, for where no script runs: a figure of Copse's is the plot it was
 * made of; Tablesaw's own are drawn here from the data they carry. Covered are all types that
 * Tablesaw has: points, lines, areas, bubbles, bars, histograms of one and two dimensions, boxes,
 * violins, pies, heat maps, contours, candlesticks and opening-to-closing bars; points in space are
 * shown from three sides, and a second vertical axis is a panel of its own.
 */
public final class StillFigure {

  private static final Set<String> FLAT =
      Set.of(
          "scatter",
          "scattergl",
          "bar",
          "histogram",
          "histogram2d",
          "box",
          "violin",
          "heatmap",
          "contour",
          "candlestick",
          "ohlc");

  private final ObjectNode layout;
  private final List<ObjectNode> traces = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();

  private StillFigure(ObjectNode json) {
    this.layout = (ObjectNode) json.get("layout");
    int index = 0;
    for (JsonNode trace : json.get("data")) {
      String visible = trace.path("visible").asText("true");
      if (visible.equals("true")) {
        traces.add(((ObjectNode) trace).deepCopy().put("index", index));
      }
      index++;
    }
  }

  /**
   * The picture.
   *
   * @param figure one of ours or of Tablesaw's
   * @return SVG; empty when none of its traces is of a type that can be drawn, or an axis would
   *     have no end
   * @throws IllegalArgumentException when what the figure prints cannot be read
   */
  public static Optional<String> svg(Figure figure) {
    if (figure instanceof CopseFigure own) {
      return own.still();
    }
    ObjectNode json = PlotlyJson.of(figure);
    try {
      return new StillFigure(json).draw();
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // an axis of 1e308 in both directions: no picture, but the figure
    }
  }

  /**
   * What a figure is, in words: its title, and how many traces of which type it has.
   *
   * @param figure any
   * @return one line
   */
  public static String words(Figure figure) {
    ObjectNode json = PlotlyJson.of(figure);
    String title = StillText.of(json.at("/layout/title/text"));
    return (title.isBlank() ? "" : title + ". ") + kinds(json.get("data"));
  }

  private static String kinds(Iterable<? extends JsonNode> traces) {
    Map<String, Integer> kinds = new LinkedHashMap<>();
    int all = 0;
    for (JsonNode trace : traces) {
      kinds.merge(trace.path("type").asText("scatter"), 1, Integer::sum);
      all++;
    }
    return "Figure of %s trace%s: %s"
        .formatted(all, all == 1 ? "" : "s", String.join(", ", kinds.keySet()));
  }

  private String title() {
    return StillText.of(layout.at("/title/text"));
  }

  private Optional<String> draw() {
    List<ObjectNode> pies = of("pie");
    List<ObjectNode> solids = of("scatter3d");
    List<ObjectNode> flat =
        traces.stream().filter(t -> FLAT.contains(t.path("type").asText("scatter"))).toList();
    String words = (title().isBlank() ? "" : title() + ". ") + kinds(traces);
    if (flat.isEmpty() && solids.isEmpty()) {
      return pies.isEmpty()
          ? Optional.empty()
          : Optional.of(new StillPie(title(), pies).svg(words));
    }
    int left = traces.size() - flat.size();
    boolean space = flat.isEmpty();
    if (space) {
      notes.add("Points in space, seen from three sides; where scripts run they can be turned.");
    } else if (left > 0) {
      notes.add("Not in this still picture: %s traces of other types.".formatted(left));
    }
    List<StillPanel> panels = space ? new StillSides(layout, solids).panels() : panels(flat);
    return Optional.of(ChartSvg.draw(page(panels, words, space ? 2 : 1)));
  }

  private List<ObjectNode> of(String type) {
    return traces.stream().filter(t -> t.path("type").asText().equals(type)).toList();
  }

  /** One panel for each pair of axes. */
  private List<StillPanel> panels(List<ObjectNode> flat) {
    Map<String, List<ObjectNode>> byAxes = new TreeMap<>();
    for (ObjectNode trace : flat) {
      String axes = trace.path("yaxis").asText("y") + " " + trace.path("xaxis").asText("x");
      byAxes.computeIfAbsent(axes, a -> new ArrayList<>()).add(trace);
    }
    return byAxes.values().stream().map(own -> new StillPanel(own, layout)).toList();
  }

  private ChartPanels page(List<StillPanel> panels, String words, int columns) {
    double[] size = size(panels.size());
    List<Chart> charts = new ArrayList<>();
    Set<String> legend = new LinkedHashSet<>();
    for (StillPanel panel : panels) {
      StillTraces.draw(panel);
      charts.add(panel.chart(size[0], size[1]));
      notes.addAll(panel.notes());
      legend.addAll(panel.legend());
    }
    int across = columns;
    Optional<StillScale> scale = panels.get(0).scale();
    if (scale.isPresent() && panels.size() == 1) {
      charts.add(scale.get().key(size[1]));
      across = 2;
    }
    boolean explained = legend.size() > 1 && layout.path("showlegend").asBoolean(true);
    List<String> names = explained ? List.copyOf(legend) : List.of();
    return new ChartPanels(title(), words, across, charts, List.copyOf(notes), names);
  }

  /** Room between the axes: of the size that the figure asks for, within what a page has. */
  private double[] size(int panels) {
    double width = layout.path("width").asDouble(700);
    double height = layout.path("height").asDouble(450);
    boolean several = panels > 1;
    return new double[] {
      several && panels == 3 ? 300 : Math.min(620, Math.max(300, width - 130)),
      several ? 260 : Math.min(470, Math.max(220, height - 150))
    };
  }

  /** Names of members that hold an array. */
  static ArrayNode array(JsonNode node, String name) {
    return node.path(name) instanceof ArrayNode array ? array : PlotlyJson.object().arrayNode();
  }
}
