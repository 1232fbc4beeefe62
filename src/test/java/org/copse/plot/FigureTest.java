package org.copse.plot;

import static org.copse.effect.BinaryMeasure.RISK_RATIO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.copse.Bcg;
import org.copse.model.Fit;
import org.copse.model.RandomEffects;
import org.copse.model.Subgroups;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.api.BoxPlot;
import tech.tablesaw.plotly.api.BubblePlot;
import tech.tablesaw.plotly.api.Histogram;
import tech.tablesaw.plotly.api.HorizontalBarPlot;
import tech.tablesaw.plotly.api.LinePlot;
import tech.tablesaw.plotly.api.PiePlot;
import tech.tablesaw.plotly.api.ScatterPlot;
import tech.tablesaw.plotly.api.VerticalBarPlot;
import tech.tablesaw.plotly.components.Figure;

/** Plotly figures of our plots and of Tablesaw's own, as JSON that is whole and inert. */
class FigureTest {

  private static final String HOSTILE = "</script><img src=x onerror=alert(1)>'\"";
  private final Fit fit = RandomEffects.of(Bcg.effects(RISK_RATIO));

  @Test
  void forestFigureHoldsEveryTextOfTheModel() {
    ForestPlot plot = ForestPlot.of(Subgroups.by("alloc").of(fit)).title("BCG").favours("a", "b");
    ObjectNode json = PlotlyJson.of(plot.figure());
    String text = json.toString();
    for (ForestRow row : plot.model().rows()) {
      for (TextCell cell : row.cells()) {
        for (String piece : cell.pieces()) {
          if (row.kind() != ForestRow.Kind.STATISTIC) {
            String shown = PlotlyJson.escape(piece.strip());
            assertTrue(text.contains(shown), shown);
          }
        }
      }
    }
    assertEquals("log", json.at("/layout/xaxis2/type").asText());
    double min = json.at("/layout/xaxis2/range/0").asDouble();
    assertEquals(Math.log10(plot.model().axis().min()), min, 1e-12);
    long squares =
        stream(json.get("data"))
            .filter(t -> t.at("/marker/symbol").asText().equals("square"))
            .count();
    assertEquals(13, squares);
    assertFalse(json.at("/config/showSendToCloud").asBoolean(true));
    assertFalse(json.at("/config/displaylogo").asBoolean(true));
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return Stream.iterate(0, i -> i + 1).limit(array.size()).map(array::get);
  }

  @Test
  void clippedIntervalsHaveArrows() {
    String json = PlotlyJson.of(ForestPlot.of(fit).axis(0.4, 1.1).figure()).toString();
    assertTrue(json.contains("triangle-left") && json.contains("triangle-right"));
  }

  @Test
  void funnelFigureHasReversedAxisAndPoints() {
    ObjectNode json = PlotlyJson.of(FunnelPlot.of(fit).title("t").figure());
    double from = json.at("/layout/yaxis/range/0").asDouble();
    assertTrue(from > json.at("/layout/yaxis/range/1").asDouble());
    assertEquals("t", json.at("/layout/title/text").asText());
    JsonNode points =
        stream(json.get("data"))
            .filter(t -> t.get("mode").asText().equals("markers"))
            .findFirst()
            .orElseThrow();
    assertEquals(13, points.get("x").size());
  }

  @Test
  void tablesawCanShowOurFigure() {
    CopseFigure figure = (CopseFigure) ForestPlot.of(fit).title(HOSTILE).figure();
    assertTrue(figure.asJavascript("here").contains("Plotly.newPlot(\"here\", "));
    assertTrue(figure.divString("here").contains("id=\"here\""));
    String script = figure.asJavascript("here");
    String inside = script.substring(script.indexOf('('), script.lastIndexOf("</script>"));
    assertFalse(inside.contains("<"), "JSON in a script must not hold a raw <");
    assertTrue(figure.still().orElseThrow().startsWith("<svg"));
    figure.json().removeAll();
    assertTrue(figure.json().has("data"), "json() must be a copy");
  }

  static Stream<Arguments> tablesawFigures() {
    StringColumn names = StringColumn.create("name", "a", HOSTILE, "c");
    DoubleColumn x = DoubleColumn.create("x", 1.5, 2, 3);
    DoubleColumn y = DoubleColumn.create("y", -1e-3, 20, 300);
    Table table = Table.create("t", names, x, y);
    return Stream.of(
        Arguments.of("scatter", ScatterPlot.create(HOSTILE, table, "x", "y")),
        Arguments.of("scatter", LinePlot.create("line", table, "x", "y")),
        Arguments.of("scatter", BubblePlot.create("bubble", table, "x", "y", "x")),
        Arguments.of("bar", VerticalBarPlot.create("bar", table, "name", "y")),
        Arguments.of("bar", HorizontalBarPlot.create("bar", table, "name", "y")),
        Arguments.of("pie", PiePlot.create("pie", table, "name", "x")),
        Arguments.of("box", BoxPlot.create("box", table, "name", "y")),
        Arguments.of("histogram", Histogram.create("histogram", table, "y")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tablesawFigures")
  void tablesawsOwnFiguresBecomeJson(String type, Figure figure) {
    ObjectNode json = PlotlyJson.of(figure);
    JsonNode trace = json.get("data").get(0);
    assertEquals(type, trace.get("type").asText("scatter"));
    assertTrue(json.at("/layout/title").isObject(), json.get("layout").toString());
    assertFalse(json.toString().contains("<img"), json.toString());
    JsonNode numbers = trace.has("y") ? trace.get("y") : trace.get("x");
    if (numbers != null && type.equals("scatter")) {
      assertTrue(numbers.get(0).isNumber(), numbers.toString());
    }
  }

  @Test
  void unreadableFiguresSaySo() {
    assertThrows(IllegalArgumentException.class, () -> ObjectLiteral.end("{ 'a': [", 0));
    assertEquals(9, ObjectLiteral.end("{'}\\'': 1} rest".substring(0, 10) + "}", 0), 2);
  }

  @Test
  void ticksAreRound() {
    assertEquals(List.of("−1", "−0.5", "0", "0.5", "1"), labels(false, -1.1, 1.1));
    assertEquals(
        List.of("0.95", "1", "1.05"),
        labels(true, 0.94, 1.06).stream()
            .filter(t -> t.endsWith("5") || t.equals("1"))
            .filter(t -> t.length() < 5)
            .toList());
    assertTrue(labels(true, 1e-6, 1e6).size() <= 7);
    assertEquals("1e−5", Ticks.label(1e-5));
    assertEquals("2.5e6", Ticks.label(2.5e6));
  }

  private static List<String> labels(boolean log, double min, double max) {
    return Ticks.of(log, min, max).stream().map(AxisTick::label).toList();
  }
}
