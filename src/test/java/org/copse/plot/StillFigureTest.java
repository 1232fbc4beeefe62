package org.copse.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.api.HorizontalBarPlot;
import tech.tablesaw.plotly.api.PiePlot;
import tech.tablesaw.plotly.api.VerticalBarPlot;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.traces.BarTrace;
import tech.tablesaw.plotly.traces.BoxTrace;
import tech.tablesaw.plotly.traces.ContourTrace;
import tech.tablesaw.plotly.traces.HistogramTrace;
import tech.tablesaw.plotly.traces.ScatterTrace;

/** Still pictures of Tablesaw's figures: all types, in the right place, inert. */
class StillFigureTest {

  private static final String HOSTILE = "</script><img src=x onerror=alert(1)>'\"\\";
  private static final Pattern RECTANGLE =
      Pattern.compile("<polygon fill=\"#4477aa\" fill-opacity=\"1\" points=\"([^\"]+)\"");
  private static final Pattern CIRCLE =
      Pattern.compile("<circle cx=\"([0-9.]+)\" cy=\"([0-9.]+)\" r=\"3.6\"");

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.copse.plot.PlotlyJsonTest#figures")
  void everyTypeIsDrawnWithItsTitleAndNothingRuns(String type, String numbers, Figure figure) {
    String svg = StillFigure.svg(figure).orElseThrow();
    assertTrue(svg.startsWith("<svg") && svg.endsWith("</svg>"));
    assertTrue(svg.contains("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;"), svg);
    assertFalse(svg.contains("<img") || svg.contains("</script"), svg);
    assertFalse(svg.contains("NaN") || svg.contains("Infinity"), svg);
    assertTrue(svg.split("<(polygon|circle|polyline|rect)", -1).length > 2, svg);
    assertTrue(StillFigure.words(figure).endsWith(type));
  }

  @Test
  void pointsLieWhereTheAxesSay() {
    double[] x = {0, 5, 10};
    double[] y = {0, 1, 4};
    String svg = svg(new Figure(ScatterTrace.builder(x, y).build()));
    List<double[]> circles = numbers(CIRCLE.matcher(svg));
    assertEquals(3, circles.size());
    assertEquals(circles.get(1)[0], (circles.get(0)[0] + circles.get(2)[0]) / 2, 0.02);
    double tall = circles.get(0)[1] - circles.get(2)[1];
    assertEquals(0.25, (circles.get(0)[1] - circles.get(1)[1]) / tall, 0.001);
  }

  @Test
  void ratiosAreEqualStepsOnALogarithmicAxis() {
    Axis log = Axis.builder().type(Axis.Type.LOG).build();
    double[] x = {1, 10, 100, -3, 0};
    String svg =
        svg(new Figure(Layout.builder().xAxis(log).build(), ScatterTrace.builder(x, x).build()));
    List<double[]> circles = numbers(CIRCLE.matcher(svg));
    assertEquals(3, circles.size(), "what is no ratio lies nowhere");
    double step = circles.get(1)[0] - circles.get(0)[0];
    assertEquals(step, circles.get(2)[0] - circles.get(1)[0], 0.03);
  }

  @Test
  void barsBeginAtZeroAndAreAsLongAsTheirValues() {
    Table t =
        Table.create(
            StringColumn.create("name", "a", "b", "c"), DoubleColumn.create("n", 10, 20, -5));
    List<double[]> bars = rectangles(svg(VerticalBarPlot.create("t", t, "name", "n")));
    assertEquals(3, bars.size());
    assertEquals(2, height(bars.get(1)) / height(bars.get(0)), 0.01);
    assertEquals(0.5, height(bars.get(2)) / height(bars.get(0)), 0.01);
    List<double[]> level = rectangles(svg(HorizontalBarPlot.create("t", t, "name", "n")));
    assertEquals(2, width(level.get(1)) / width(level.get(0)), 0.01);
  }

  @Test
  void stackedBarsBeginWhereTheOneBelowEnds() {
    String[] names = {"a"};
    BarTrace first = BarTrace.builder(names, new double[] {3}).name("one").build();
    BarTrace second =
        BarTrace.builder(names, new double[] {2})
            .name("two")
            .marker(Marker.builder().color("#4477aa").build())
            .build();
    Layout stack = Layout.builder().barMode(Layout.BarMode.STACK).build();
    String svg = svg(new Figure(stack, first, second));
    List<double[]> bars = rectangles(svg);
    // the legend's samples come first
    double[] low = bars.get(bars.size() - 2);
    double[] high = bars.get(bars.size() - 1);
    assertEquals(low[1], high[3], 0.02);
    assertEquals(1.5, height(low) / height(high), 0.01);
    assertTrue(svg.contains(">one</text>") && svg.contains(">two</text>"), svg);
    assertTrue(
        svg.contains("<path fill=\"none\" stroke=\"#ffffff\""), "hatched, not by colour only");
  }

  @Test
  void histogramsCountEveryValueOnce() {
    double[] values = {1, 1, 1, 2, 2, 3};
    String svg = svg(new Figure(HistogramTrace.builder(values).build()));
    List<double[]> bars = rectangles(svg);
    double one = height(bars.get(bars.size() - 1));
    assertEquals(List.of(3L, 2L, 1L), bars.stream().map(b -> Math.round(height(b) / one)).toList());
  }

  @Test
  void quartilesAreInterpolatedBetweenTheValues() {
    double[] values = {1, 2, 3, 4, 5, 6, 7, 8};
    assertEquals(2.5, StillBoxes.quantile(values, 0.25));
    assertEquals(4.5, StillBoxes.quantile(values, 0.5));
    assertEquals(6.5, StillBoxes.quantile(values, 0.75));
    String[] names = new String[9];
    Arrays.fill(names, "a");
    double[] far = {1, 2, 3, 4, 5, 6, 7, 8, 99};
    String svg = svg(new Figure(BoxTrace.builder(names, far).build()));
    assertEquals(1, svg.split("<circle", -1).length - 1, "one value lies beyond the whiskers");
  }

  @Test
  void slicesSayNameAndShareTheLargestFirst() {
    Table t =
        Table.create(
            StringColumn.create("name", HOSTILE, "b", "none"), DoubleColumn.create("n", 1, 3, 0));
    String svg = svg(PiePlot.create("t", t, "name", "n"));
    assertTrue(svg.contains(">b 75.0%</text>"), svg);
    assertTrue(svg.contains("&lt;/script&gt;&lt;img src") && svg.contains("… 25.0%</text>"), svg);
    assertFalse(svg.contains(">none"), svg);
    assertTrue(svg.indexOf("<title>b 75.0%") < svg.indexOf("25.0%"));
  }

  @Test
  void manyPointsStayASmallPictureThatSaysSo() {
    Random random = new Random(1);
    double[] x = random.doubles(100_000).toArray();
    double[] y = random.doubles(100_000).toArray();
    String points = svg(new Figure(ScatterTrace.builder(x, y).build()));
    assertTrue(points.length() < 900_000, "characters: " + points.length());
    assertTrue(points.contains("points, evenly chosen, are drawn."), "what is left out is said");
    Arrays.sort(x);
    String line = svg(new Figure(ScatterTrace.builder(x, y).mode(ScatterTrace.Mode.LINE).build()));
    assertTrue(line.length() < 100_000, "characters: " + line.length());
    assertFalse(line.contains("evenly chosen"), "a line loses nothing that is seen");
  }

  @Test
  void longNamesAreTurnedAndNeverTouch() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      names.add("A study with quite a long name, number " + i);
    }
    StringColumn column = StringColumn.create("name", names);
    double[] n = new double[200];
    Arrays.fill(n, 1);
    Table t = Table.create(column, DoubleColumn.create("n", n));
    String svg = svg(VerticalBarPlot.create("t", t, "name", "n"));
    List<double[]> at =
        numbers(Pattern.compile("translate\\(([0-9.]+) ([0-9.]+)\\) rotate\\(-90\\)").matcher(svg));
    assertTrue(at.size() > 20, "names: " + at.size());
    for (int i = 1; i < at.size(); i++) {
      assertTrue(at.get(i)[0] - at.get(i - 1)[0] >= ChartBox.FONT, "names touch");
    }
    assertTrue(
        svg.contains("Of 200 names one in 5 is written."), svg.substring(svg.length() - 300));
  }

  @Test
  void datesAreEvenAndTheirTicksAreMonthsOrYears() {
    assertEquals(86_400, StillDates.seconds("2020-03-01") - StillDates.seconds("2020-02-29"));
    assertTrue(Double.isNaN(StillDates.seconds("2020-02-30")));
    assertTrue(Double.isNaN(StillDates.seconds("12:30")));
    assertEquals(
        List.of("2020-01", "2020-04", "2020-07", "2020-10"), labels("2020-01-01", "2020-11-30"));
    assertEquals(List.of("1990", "2000", "2010", "2020"), labels("1985-05-01", "2024-01-01"));
    assertEquals(
        List.of("10:00", "10:10", "10:20", "10:30", "10:40", "10:50"),
        labels("2020-01-01T09:59", "2020-01-01T10:59"));
  }

  private static List<String> labels(String from, String to) {
    return StillDates.ticks(StillDates.seconds(from), StillDates.seconds(to)).stream()
        .map(AxisTick::label)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"#abc", "rgb(170, 187,204)", "rgba(170,187,204,0.5)", "#AABBCC"})
  void coloursOfAFigureStay(String colour) {
    assertEquals("#aabbcc", StillStyle.colour(PlotlyJson.object().textNode(colour), 0));
  }

  @Test
  void aColourThatIsNoneIsNotWritten() {
    String svg =
        svg(
            new Figure(
                ScatterTrace.builder(new double[] {1}, new double[] {1})
                    .marker(Marker.builder().color("\" onload=\"alert(1)").build())
                    .build()));
    assertFalse(svg.contains("onload"), svg);
  }

  @Test
  void oddDataHasAPictureOrNone() {
    double[] none = {};
    double[] gaps = {Double.NaN, Double.NaN};
    double[] one = {0};
    double[] huge = {-1.7e308, 1.7e308};
    assertTrue(svg(new Figure(ScatterTrace.builder(none, none).build())).contains("</svg>"));
    assertTrue(svg(new Figure(ScatterTrace.builder(gaps, gaps).build())).contains("</svg>"));
    assertTrue(svg(new Figure(ScatterTrace.builder(one, one).build())).contains("<circle"));
    assertTrue(svg(new Figure(HistogramTrace.builder(one).build())).contains("<polygon"));
    assertTrue(StillFigure.svg(new Figure(ScatterTrace.builder(huge, huge).build())).isEmpty());
    Object[] place = {1};
    ContourTrace single = ContourTrace.builder(place, place, new double[][] {{5}}).build();
    assertTrue(svg(new Figure(single)).contains("<polygon"));
  }

  private static String svg(Figure figure) {
    return StillFigure.svg(figure).orElseThrow();
  }

  private static List<double[]> numbers(Matcher matcher) {
    List<double[]> all = new ArrayList<>();
    while (matcher.find()) {
      all.add(
          new double[] {
            Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2))
          });
    }
    return all;
  }

  /** Left, top, right, bottom of the rectangles in the first colour. */
  private static List<double[]> rectangles(String svg) {
    List<double[]> all = new ArrayList<>();
    Matcher matcher = RECTANGLE.matcher(svg);
    while (matcher.find()) {
      double[] box = {1e9, 1e9, -1e9, -1e9};
      for (String corner : matcher.group(1).split(" ")) {
        double x = Double.parseDouble(corner.split(",")[0]);
        double y = Double.parseDouble(corner.split(",")[1]);
        box[0] = Math.min(box[0], x);
        box[1] = Math.min(box[1], y);
        box[2] = Math.max(box[2], x);
        box[3] = Math.max(box[3], y);
      }
      all.add(box);
    }
    return all;
  }

  private static double width(double[] box) {
    return box[2] - box[0];
  }

  private static double height(double[] box) {
    return box[3] - box[1];
  }
}
