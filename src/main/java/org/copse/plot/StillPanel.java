package org.copse.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The traces of one pair of axes while they are turned into a chart. */
final class StillPanel {

  private final List<ObjectNode> traces;
  private final JsonNode layout;
  private final StillAxis x;
  private final StillAxis y;
  private final List<ChartMark> areas = new ArrayList<>();
  private final List<ChartMark> marks = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private final Set<String> legend = new LinkedHashSet<>();
  private StillScale scale;
  private String xLabel = "";
  private String yLabel = "";

  /**
   * @param traces what lies on the same axes, each with its place among all in "index"
   */
  StillPanel(List<ObjectNode> traces, JsonNode layout) {
    this.traces = traces;
    this.layout = layout;
    this.x = new StillAxis(axis("x"), StillValues.along("x", traces));
    this.y = new StillAxis(axis("y"), StillValues.along("y", traces));
  }

  private JsonNode axis(String letter) {
    String name = traces.get(0).path(letter + "axis").asText(letter);
    String number = name.startsWith(letter) ? name.substring(1) : "";
    return layout.path(letter + "axis" + number);
  }

  List<ObjectNode> traces() {
    return traces;
  }

  JsonNode layout() {
    return layout;
  }

  StillAxis x() {
    return x;
  }

  StillAxis y() {
    return y;
  }

  void add(ChartMark mark) {
    marks.add(mark);
  }

  /** Something that lies behind lines and points. */
  void addBehind(ChartMark mark) {
    areas.add(mark);
  }

  void note(String text) {
    notes.add(text);
  }

  /** Labels for axes whose titles the figure leaves empty. */
  void labels(String forX, String forY) {
    xLabel = forX;
    yLabel = forY;
  }

  /** Puts a name into the legend, if the figure has one. */
  void explain(String name) {
    legend.add(name);
  }

  void scale(StillScale shades) {
    scale = shades;
  }

  Optional<StillScale> scale() {
    return Optional.ofNullable(scale);
  }

  Set<String> notes() {
    return notes;
  }

  Set<String> legend() {
    return legend;
  }

  ChartMark.Point point(double px, double py) {
    x.include(px);
    y.include(py);
    return new ChartMark.Point(px, py, "");
  }

  /** A rectangle as a polygon. */
  List<ChartMark.Point> box(double x1, double y1, double x2, double y2) {
    return List.of(point(x1, y1), point(x2, y1), point(x2, y2), point(x1, y2));
  }

  Chart chart(double width, double height) {
    PlotAxis across = x.axis(width, true, xLabel);
    PlotAxis up = y.axis(height, false, yLabel);
    note(x, width);
    note(y, height);
    List<ChartMark> all = new ArrayList<>(areas);
    all.addAll(marks);
    StillThin thin = new StillThin(across, up, width, height);
    List<ChartMark> drawn = all.stream().map(thin::of).toList();
    thin.note().ifPresent(notes::add);
    ChartSize size = new ChartSize(width, height);
    return new Chart("", "", across, up, drawn, List.of(), List.of(), size);
  }

  private void note(StillAxis axis, double room) {
    int step = axis.everyNth(room);
    if (step > 1) {
      notes.add("Of %s names one in %s is written.".formatted(axis.nameCount(), step));
    }
  }
}
