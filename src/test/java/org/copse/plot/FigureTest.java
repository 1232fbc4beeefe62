package org.copse.plot;

import static org.copse.effect.BinaryMeasure.RISK_DIFFERENCE;
import static org.copse.effect.BinaryMeasure.RISK_RATIO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.copse.Bcg;
import org.copse.effect.BinaryEffects;
import org.copse.effect.Studies;
import org.copse.effect.TwoByTwo;
import org.copse.model.Fit;
import org.copse.model.RandomEffects;
import org.copse.model.Subgroups;
import org.junit.jupiter.api.Test;
import tech.tablesaw.plotly.components.Page;

/** Plotly figures of our plots: whole, where the model says, and inert. */
class FigureTest {

  private static final String HOSTILE = "</script><img src=x onerror=alert(1)>'\"";
  private final Fit fit = RandomEffects.of(Bcg.effects(RISK_RATIO));

  @Test
  void everyTextOfARowStandsAtItsRowAndNothingElse() {
    ForestPlot plot = ForestPlot.of(Subgroups.by("alloc").of(fit)).title("BCG").favours("a", "b");
    Map<Double, List<String>> shown = texts(json(plot));
    for (ForestLayout.Line line : new ForestLayout(plot.model()).lines()) {
      ForestRow row = line.row();
      if (row.kind() == ForestRow.Kind.STATISTIC || row.kind() == ForestRow.Kind.SPACER) {
        continue;
      }
      List<String> wanted = new ArrayList<>();
      for (TextCell cell : row.cells()) {
        cell.pieces().stream().filter(p -> !p.isBlank()).forEach(p -> wanted.add(p.strip()));
      }
      List<String> found = new ArrayList<>(shown.get(line.middle()));
      Collections.sort(wanted);
      Collections.sort(found);
      assertEquals(wanted, found);
    }
    String all = shown.values().toString();
    for (String text : List.of("BCG", "Vaccinated", "Risk ratio", "Weight", "RR [95% CI]")) {
      assertTrue(all.contains(text), text);
    }
    assertTrue(all.contains("Test for subgroup differences: Q = 2.04"), all);
  }

  @Test
  void everyMarkOfTheModelLiesWhereItBelongs() {
    ForestPlot plot = ForestPlot.of(Subgroups.by("alloc").of(fit));
    ObjectNode json = json(plot);
    JsonNode squares = trace(json, "Studies");
    JsonNode intervals = trace(json, "Intervals");
    List<JsonNode> diamonds =
        stream(json.get("data")).filter(t -> t.path("name").asText().equals("Pooled")).toList();
    int study = 0;
    int pooled = 0;
    for (ForestRow row : plot.model().rows()) {
      ForestMark mark = row.mark().orElse(null);
      if (mark != null && mark.shape() == ForestMark.Shape.SQUARE) {
        assertEquals(mark.estimate(), squares.at("/x/" + study).asDouble());
        assertEquals(mark.lower(), intervals.at("/x/" + 3 * study).asDouble());
        assertEquals(mark.upper(), intervals.at("/x/" + (3 * study + 1)).asDouble());
        assertTrue(intervals.at("/x/" + (3 * study + 2)).isNull());
        study++;
      } else if (mark != null && mark.shape() == ForestMark.Shape.DIAMOND) {
        assertEquals(mark.estimate(), diamonds.get(pooled++).at("/x/1").asDouble());
      }
    }
    assertEquals(13, study);
    assertEquals(4, pooled);
    double first = squares.at("/marker/size/0").asDouble();
    double largest =
        stream(squares.at("/marker/size")).mapToDouble(JsonNode::asDouble).max().orElse(0);
    double share = 5.05 / 10.19; // weights of Aronson 1948 and of the largest trial
    assertEquals(share, Math.pow(first / largest, 2), 0.01, "area by weight");
  }

  @Test
  void hoveringShowsTheRawDataLineByLine() {
    String words = trace(json(ForestPlot.of(fit)), "Studies").at("/text/1").asText();
    List<String> lines = List.of(words.split("<br>"));
    assertEquals("Ferguson &amp; Simes 1949: RR 0.20 [0.09; 0.49]", lines.get(0));
    assertTrue(lines.get(1).contains("Vaccinated events 6, Vaccinated total 306"), words);
  }

  @Test
  void theEffectAxisIsTheModels() {
    PlotAxis axis = ForestPlot.of(fit).axis(0.4, 1.1).model().axis();
    JsonNode x = json(ForestPlot.of(fit).axis(0.4, 1.1)).at("/layout/xaxis2");
    assertEquals("log", x.get("type").asText());
    assertEquals(Math.log10(axis.min()), x.at("/range/0").asDouble(), 1e-8);
    assertEquals(Math.log10(axis.max()), x.at("/range/1").asDouble(), 1e-8);
    // Plotly hides what lies a hair outside
    assertTrue(x.at("/range/0").asDouble() < Math.log10(axis.min()));
    assertTrue(x.at("/range/1").asDouble() > Math.log10(axis.max()));
    assertEquals(axis.ticks().size(), x.get("tickvals").size());
    assertEquals(axis.ticks().get(0).label(), x.at("/ticktext/0").asText());
    JsonNode difference = json(ForestPlot.of(RandomEffects.of(Bcg.effects(RISK_DIFFERENCE))));
    assertEquals("linear", difference.at("/layout/xaxis2/type").asText());
  }

  @Test
  void clippedIntervalsEndInArrowsAndNothingLeavesTheAxis() {
    ForestPlot plot = ForestPlot.of(fit).axis(0.4, 1.1);
    int arrows = 0;
    for (ForestRow row : plot.model().rows()) {
      if (row.mark().isPresent()) {
        arrows += row.mark().get().lower() < 0.4 ? 1 : 0;
        arrows += row.mark().get().upper() > 1.1 ? 1 : 0;
      }
    }
    ObjectNode json = json(plot);
    JsonNode shown = trace(json, "Beyond the axis");
    assertEquals(arrows, shown.get("x").size());
    assertTrue(shown.toString().contains("triangle-left"));
    assertTrue(shown.toString().contains("triangle-right"));
    stream(json.get("data"))
        .filter(t -> t.path("xaxis").asText().equals("x2"))
        .flatMap(t -> stream(t.get("x")))
        .filter(x -> !x.isNull())
        .forEach(x -> assertTrue(x.asDouble() >= 0.4 && x.asDouble() <= 1.1, x.toString()));
  }

  @Test
  void aDiamondWhollyBeyondTheAxisIsAnArrow() {
    ObjectNode json = json(ForestPlot.of(fit).axis(2, 4));
    assertTrue(stream(json.get("data")).noneMatch(t -> t.path("name").asText().equals("Pooled")));
    assertEquals(13 + 2 + 1, trace(json, "Beyond the axis").get("x").size());
  }

  @Test
  void intervalsAsNarrowAsTheirSquareStayVisible() {
    JsonNode narrow = trace(json(ForestPlot.of(fit)), "Narrow intervals");
    assertTrue(narrow.get("text").toString().contains("TPT Madras 1980"), narrow.toString());
    assertFalse(narrow.get("text").toString().contains("Aronson 1948"));
  }

  @Test
  void twoHundredStudiesNeedFewTracesAndHeightForAll() {
    List<TwoByTwo> counts = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      counts.add(Bcg.counts().get(i % 13));
      labels.add("Study " + i);
    }
    ForestPlot plot =
        ForestPlot.of(RandomEffects.of(BinaryEffects.of(RISK_RATIO, Studies.of(labels), counts)));
    ObjectNode json = json(plot);
    assertTrue(json.get("data").size() < 20, "traces: " + json.get("data").size());
    double height = json.at("/layout/height").asDouble();
    double bottom = json.at("/layout/yaxis/range/0").asDouble();
    assertEquals(height - 16, bottom, 1, "a pixel of the axis must be a pixel of the page");
    texts(json).keySet().forEach(y -> assertTrue(y > 0 && y < bottom, "y = " + y));
  }

  @Test
  void theFunnelHasAReversedAxisItsPointsAndItsNotes() {
    Fit few = fit.refit(new int[] {0, 1, 2});
    ObjectNode json = json(FunnelPlot.of(few).title("R&D").label("a <b> c"));
    double from = json.at("/layout/yaxis/range/0").asDouble();
    assertTrue(from > json.at("/layout/yaxis/range/1").asDouble());
    assertEquals("<b>R&amp;D</b>", json.at("/layout/annotations/0/text").asText());
    String notes = json.at("/layout/annotations/1/text").asText();
    assertTrue(notes.contains("asymmetry cannot be told from chance"), notes);
    assertEquals("<b>a &lt;b&gt; c</b>", json.at("/layout/xaxis/title/text").asText());
    JsonNode points = trace(json, "Studies");
    assertEquals(3, points.get("x").size());
    assertTrue(points.at("/text/0").asText().startsWith("Aronson 1948: RR 0.41"));
  }

  @Test
  void tablesawCanShowOurFigure() {
    CopseFigure figure = (CopseFigure) ForestPlot.of(fit).title(HOSTILE).figure();
    assertTrue(figure.asJavascript("here").contains("Plotly.newPlot(\"here\", "));
    assertTrue(figure.divString("here").contains("id=\"here\""));
    String page = Page.pageBuilder(figure, "there").build().asJavascript();
    assertTrue(page.contains("Plotly.newPlot(\"there\", "), page);
    assertTrue(page.contains("<div id=\"there\""), page);
    String script = figure.asJavascript("here");
    String inside = script.substring(script.indexOf('('), script.lastIndexOf("</script>"));
    assertFalse(inside.contains("<"), "JSON in a script must not hold a raw <");
    assertTrue(figure.still().orElseThrow().startsWith("<svg"));
    figure.json().removeAll();
    assertTrue(figure.json().has("data"), "json() must be a copy");
  }

  @Test
  void nothingLeavesTheMachine() {
    JsonNode config = json(ForestPlot.of(fit)).get("config");
    for (String button : List.of("displaylogo", "showSendToCloud", "showEditInChartStudio")) {
      assertFalse(config.get(button).asBoolean(true), button);
    }
    assertEquals("", config.get("plotlyServerURL").asText("missing"));
    assertFalse(config.get("typesetMath").asBoolean(true), "a $ in a label is no formula");
  }

  private static ObjectNode json(Plot plot) {
    return PlotlyJson.of(plot.figure());
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static JsonNode trace(JsonNode json, String name) {
    return stream(json.get("data"))
        .filter(t -> t.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Texts by their height on the page, as a reader sees them. */
  private static Map<Double, List<String>> texts(JsonNode json) {
    Map<Double, List<String>> texts = new TreeMap<>();
    stream(json.get("data"))
        .filter(t -> t.get("mode").asText().equals("text"))
        .forEach(
            t -> {
              for (int i = 0; i < t.get("y").size(); i++) {
                String text = t.get("text").get(i).asText().replaceAll("</?b>", "");
                texts
                    .computeIfAbsent(t.get("y").get(i).asDouble(), y -> new ArrayList<>())
                    .add(text.replace("&amp;", "&").strip());
              }
            });
    return texts;
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
