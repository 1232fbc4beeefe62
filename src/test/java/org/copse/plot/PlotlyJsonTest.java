package org.copse.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.api.AreaPlot;
import tech.tablesaw.plotly.api.BoxPlot;
import tech.tablesaw.plotly.api.BubblePlot;
import tech.tablesaw.plotly.api.CandlestickPlot;
import tech.tablesaw.plotly.api.Heatmap;
import tech.tablesaw.plotly.api.Histogram;
import tech.tablesaw.plotly.api.Histogram2D;
import tech.tablesaw.plotly.api.HorizontalBarPlot;
import tech.tablesaw.plotly.api.LinePlot;
import tech.tablesaw.plotly.api.PiePlot;
import tech.tablesaw.plotly.api.QQPlot;
import tech.tablesaw.plotly.api.Scatter3DPlot;
import tech.tablesaw.plotly.api.ScatterPlot;
import tech.tablesaw.plotly.api.TimeSeriesPlot;
import tech.tablesaw.plotly.api.VerticalBarPlot;
import tech.tablesaw.plotly.api.ViolinPlot;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Config;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Font;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.ScatterTrace;

/** Tablesaw's own figures as JSON: numbers are numbers, texts are texts and inert. */
class PlotlyJsonTest {

  private static final String HOSTILE = "</script><img src=x onerror=alert(1)>'\"\\";
  private static final String SHOWN = "&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;'\"\\";

  private static Table table() {
    return Table.create(
        "t",
        StringColumn.create("name", "a", HOSTILE, "c & d"),
        StringColumn.create("code", "007", "010", "2014"),
        DateColumn.create(
            "day", LocalDate.of(2020, 1, 1), LocalDate.of(2020, 2, 1), LocalDate.of(2020, 3, 1)),
        DoubleColumn.create("x", 1.5, 2, 3),
        DoubleColumn.create("y", -1e-3, 20, 300),
        DoubleColumn.create("gap", 1, Double.NaN, 3));
  }

  static Stream<Arguments> figures() {
    Table t = table();
    return Stream.of(
        Arguments.of("scatter", "x", ScatterPlot.create(HOSTILE, t, "x", "y")),
        Arguments.of("scatter", "x", LinePlot.create(HOSTILE, t, "x", "y")),
        Arguments.of("scatter", "x", AreaPlot.create(HOSTILE, t, "x", "y")),
        Arguments.of("scatter", "x", BubblePlot.create(HOSTILE, t, "x", "y", "x")),
        Arguments.of("scatter", "y", TimeSeriesPlot.create(HOSTILE, t, "day", "y")),
        Arguments.of("scatter", "y", QQPlot.create(HOSTILE, t, "x", "y")),
        Arguments.of("scatter3d", "z", Scatter3DPlot.create(HOSTILE, t, "x", "y", "x")),
        Arguments.of("bar", "y", VerticalBarPlot.create(HOSTILE, t, "name", "y")),
        Arguments.of("bar", "x", HorizontalBarPlot.create(HOSTILE, t, "name", "y")),
        Arguments.of("pie", "values", PiePlot.create(HOSTILE, t, "name", "x")),
        Arguments.of("box", "y", BoxPlot.create(HOSTILE, t, "name", "y")),
        Arguments.of("violin", "y", ViolinPlot.create(HOSTILE, t, "name", "y", true, true)),
        Arguments.of("histogram", "x", Histogram.create(HOSTILE, t, "y")),
        Arguments.of("histogram2d", "x", Histogram2D.create(HOSTILE, t, "x", "y")),
        Arguments.of("heatmap", "z", Heatmap.create(HOSTILE, t, "name", "code")),
        Arguments.of(
            "candlestick", "open", CandlestickPlot.create(HOSTILE, t, "day", "x", "x", "y", "y")));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("figures")
  void everyKindOfFigureBecomesJson(String type, String numbers, Figure figure) {
    ObjectNode json = PlotlyJson.of(figure);
    JsonNode trace = json.get("data").get(0);
    assertEquals(type, trace.get("type").asText());
    assertEquals(SHOWN, json.at("/layout/title/text").asText());
    JsonNode values = trace.get(numbers);
    assertTrue(values.size() > 1, values.toString());
    JsonNode first = values.get(0).isArray() ? values.get(0).get(0) : values.get(0);
    assertTrue(first.isNumber(), values.toString());
    assertFalse(json.toString().contains("<"), json.toString());
  }

  @Test
  void textsFromTheDataAreShownAsTheyAre() {
    JsonNode bar = first(VerticalBarPlot.create("t", table(), "name", "y"));
    assertEquals(SHOWN, bar.at("/x/1").asText());
    assertEquals("c &amp; d", bar.at("/x/2").asText());
    ObjectNode groups = PlotlyJson.of(ScatterPlot.create("t", table(), "x", "y", "name"));
    assertTrue(
        groups.get("data").findValuesAsText("name").contains(SHOWN), groups.get("data").toString());
  }

  @Test
  void codesAreNoNumbersAndDatesStayDates() {
    ObjectNode json = PlotlyJson.of(VerticalBarPlot.create("t", table(), "code", "y"));
    assertEquals("007", json.at("/data/0/x/0").asText());
    assertTrue(json.at("/data/0/x/2").isTextual(), "2014 beside 007 is a code too");
    assertEquals("strict", json.at("/layout/autotypenumbers").asText());
    JsonNode time = first(TimeSeriesPlot.create("t", table(), "day", "y"));
    assertEquals("2020-02-01", time.at("/x/1").asText());
  }

  @Test
  void longNamesOfCategoriesGetTheirRoom() {
    JsonNode axes =
        PlotlyJson.of(HorizontalBarPlot.create("t", table(), "name", "y"))
            .at("/layout/template/layout");
    assertTrue(axes.at("/xaxis/automargin").asBoolean());
    assertTrue(axes.at("/yaxis/automargin").asBoolean());
  }

  @Test
  void missingAndInfiniteNumbersAreNull() {
    assertTrue(first(ScatterPlot.create("t", table(), "x", "gap")).at("/y/1").isNull());
    double[] x = {1, Double.NaN, 3};
    double[] y = {1, 2, Double.NEGATIVE_INFINITY};
    JsonNode trace = first(new Figure(ScatterTrace.builder(x, y).build()));
    assertTrue(trace.at("/x/1").isNull(), trace.toString());
    assertTrue(trace.at("/y/2").isNull(), trace.toString());
    assertEquals(3.0, trace.at("/x/2").asDouble());
  }

  @Test
  void titlesKeepTheirFontAndTruthIsNoText() {
    Font font = Font.builder().size(22).build();
    Axis axis = Axis.builder().title("x").titleFont(font).autoRange(Axis.AutoRange.FALSE).build();
    Layout layout = Layout.builder().title("t").titleFont(font).xAxis(axis).build();
    double[] values = {1, 2};
    ScatterTrace trace =
        ScatterTrace.builder(values, values)
            .opacity(0.5)
            .visible(ScatterTrace.Visibility.FALSE)
            .build();
    ObjectNode json = PlotlyJson.of(new Figure(layout, trace));
    assertEquals(22, json.at("/layout/title/font/size").asInt());
    assertEquals(22, json.at("/layout/xaxis/title/font/size").asInt());
    assertTrue(json.findParents("titlefont").isEmpty(), "plotly.js 3 no longer knows it");
    assertTrue(json.at("/layout/xaxis/autorange").isBoolean());
    assertTrue(json.at("/data/0/opacity").isNumber());
    assertFalse(json.at("/data/0/visible").asBoolean(true));
    assertTrue(json.at("/data/0/visible").isBoolean());
  }

  @Test
  void theUsersConfigStaysButNothingLeavesTheMachine() {
    double[] values = {1, 2};
    Config config = Config.builder().displayModeBar(false).displayLogo(true).build();
    Figure figure =
        new Figure(Layout.builder().build(), config, ScatterTrace.builder(values, values).build());
    JsonNode json = PlotlyJson.of(figure).get("config");
    assertFalse(json.get("displayModeBar").asBoolean(true));
    assertFalse(json.get("displaylogo").asBoolean(true));
    assertFalse(json.get("showSendToCloud").asBoolean(true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C:\\new\\",
        "it's",
        "a, b', c: {",
        "\"",
        "} ]",
        "tab\tline\nend",
        "\u2028",
        "$x$"
      })
  void anyTitleArrives(String title) {
    Figure figure =
        new Figure(
            Layout.builder().title(title).build(),
            ScatterTrace.builder(new double[] {1}, new double[] {2}).build());
    assertEquals(title, PlotlyJson.of(figure).at("/layout/title/text").asText());
  }

  @Test
  void textThatTurnsItsDirectionIsMadeVisible() {
    assertEquals("a\ufffdb", PlotlyJson.escape("a\u202eb"));
    assertEquals("a\ufffdb\t", PlotlyJson.escape("a\u001bb\t"));
  }

  @Test
  void literalsEndWhereTheirBraceDoes() {
    ObjectLiteral literal = ObjectLiteral.read("x = {'}': [1, \"]\\\"\"]} rest", 4);
    assertEquals("{'}': [1, \"]\\\"\"]}", literal.json());
    assertEquals(" rest", "x = {'}': [1, \"]\\\"\"]} rest".substring(literal.end()));
    assertEquals("{a: 'it\\'s'}", ObjectLiteral.read("{a: 'it\\'s'}", 0).json());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{ 'a': [", "{ 'a", "{ \"a\\"})
  void unfinishedLiteralsSaySo(String text) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> ObjectLiteral.read(text, 0));
    assertTrue(e.getMessage().contains("must be closed"), e.getMessage());
  }

  private static JsonNode first(Figure figure) {
    return PlotlyJson.of(figure).at("/data/0");
  }
}
