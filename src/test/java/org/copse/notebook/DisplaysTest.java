package org.copse.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.copse.effect.BinaryEffects;
import org.copse.effect.Effects;
import org.copse.model.Fit;
import org.copse.plot.Plot;
import org.copse.report.EffectsReport;
import org.copse.report.OverlapReport;
import org.copse.report.ReportTable;
import org.copse.sensitivity.Overlap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.plotly.api.ScatterPlot;
import tech.tablesaw.plotly.components.Figure;

final class DisplaysTest {

  static Stream<Map.Entry<String, Object>> values() {
    return Samples.all().entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("values")
  void everyTypeHasPlainTextAndHtml(Map.Entry<String, Object> sample) {
    Map<String, Object> bundle = Displays.bundle(sample.getValue());
    assertFalse(((String) bundle.get(Mime.PLAIN)).isBlank());
    assertTrue(((String) bundle.get(Mime.HTML)).startsWith("<div"), bundle::toString);
    boolean drawn = sample.getValue() instanceof Plot || sample.getValue() instanceof Figure;
    assertEquals(!drawn, bundle.containsKey(Mime.LATEX));
    assertFalse(bundle.containsValue(null));
  }

  @ParameterizedTest
  @MethodSource("values")
  void noBundleSaysNaN(Map.Entry<String, Object> sample) {
    Displays.bundle(sample.getValue())
        .forEach((mime, content) -> assertFalse(saysNaN(String.valueOf(content)), mime));
  }

  private static boolean saysNaN(String content) {
    // base64 of a picture may hold the three letters by chance
    return content.replaceAll("base64,[A-Za-z0-9+/=]*", "").contains("NaN");
  }

  @ParameterizedTest
  @MethodSource("values")
  void theBundleKeepsToTheTypesPromisedToTheKernel(Map.Entry<String, Object> sample) {
    Display<?> display =
        Displays.all().stream()
            .filter(d -> d.type().isInstance(sample.getValue()))
            .findFirst()
            .orElseThrow();
    assertEquals(
        new ArrayList<>(display.mimes()),
        new ArrayList<>(Displays.bundle(sample.getValue()).keySet()));
  }

  @Test
  void everyRegisteredTypeHasASample() {
    for (Display<?> display : Displays.all()) {
      assertTrue(
          Samples.all().values().stream().anyMatch(display.type()::isInstance),
          display.type().getName());
    }
    for (Class<?> type : List.of(Effects.class, Fit.class, Plot.class)) {
      for (Class<?> sealed : type.getPermittedSubclasses()) {
        assertTrue(Samples.all().values().stream().anyMatch(sealed::isInstance), sealed.getName());
      }
    }
  }

  @Test
  void noValueMatchesTwoTypes() {
    for (Object value : Samples.all().values()) {
      assertEquals(1, Displays.all().stream().filter(d -> d.type().isInstance(value)).count());
    }
  }

  @Test
  void otherValuesShowAsText() {
    assertEquals(Map.of(Mime.PLAIN, "42"), Displays.bundle(42));
    assertEquals(Map.of(Mime.PLAIN, "null"), Displays.bundle(null));
  }

  @Test
  void hostileLabelsAreInert() {
    Map<String, Object> hostile = new LinkedHashMap<>(Samples.of(Samples.HOSTILE));
    hostile.forEach(
        (name, value) -> {
          Map<String, Object> bundle = Displays.bundle(value);
          String html = (String) bundle.get(Mime.HTML);
          bundle.forEach((mime, shown) -> assertSeen(name + " as " + mime, shown.toString()));
          assertFalse(html.contains("<img src=x"), name);
          assertFalse(html.contains("</script><script>"), name);
          String svg = String.valueOf(bundle.get(Mime.SVG));
          assertFalse(svg.contains("<img") || svg.contains("<script"), name);
        });
  }

  /** Nothing that cannot be seen but changes what is: terminal codes, turned directions. */
  private static void assertSeen(String what, String shown) {
    assertFalse(
        shown
            .codePoints()
            .anyMatch(
                c ->
                    Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t'
                        || c >= 0x202a && c <= 0x202e
                        || c >= 0x2066 && c <= 0x2069),
        () -> what + ": " + shown.substring(0, Math.min(400, shown.length())));
  }

  @Test
  void effectsAndOverlapSpellOutWhatIsHidden() {
    String label = "A\u202eB\u001b[31m\u2066C";
    String seen = "A\\u202EB\\u001B[31m\\u2066C";
    ReportTable effects = EffectsReport.of(Samples.effects(label, "b"));
    assertTrue(effects.rows().get(0).cells().contains(seen), effects.toString());
    assertEquals(seen, effects.columns().get(1).group());
    ReportTable overlap =
        OverlapReport.of(Overlap.of(Samples.effects(label, "b").withNotes(List.of(label))));
    assertTrue(overlap.notes().stream().anyMatch(n -> n.contains(seen)), overlap.toString());
  }

  @Test
  void aPlotIsAPictureWithWordsAndAnIdOfItsOwn() {
    Object plot = Samples.all().get("forest");
    String first = (String) Displays.bundle(plot).get(Mime.HTML);
    String second = (String) Displays.bundle(plot).get(Mime.HTML);
    assertNotEquals(first, second);
    assertTrue(first.contains("src=\"data:image/svg+xml;base64,"), first.substring(0, 200));
    assertTrue(first.contains("alt=\"Trial. Risk ratio of 3"), first.substring(0, 200));
    // data and one script: nothing of a label becomes an element
    assertEquals(2, first.split("<script", -1).length - 1);
    assertFalse(first.contains("<svg"));
  }

  @Test
  void aFigureCarriesItsDataAndAStillPictureAndNoLibrary() {
    Map<String, Object> bundle = Displays.bundle(Samples.all().get("figure"));
    Map<?, ?> json = (Map<?, ?>) bundle.get(Mime.PLOTLY);
    assertTrue(json.keySet().containsAll(List.of("data", "layout", "config")), json::toString);
    String html = (String) bundle.get(Mime.HTML);
    assertTrue(html.startsWith("<div class=\"copse-figure\" id=\"copse-"));
    assertTrue(html.contains("<script type=\"application/json\" class=\"copse-figure-data\">"));
    assertTrue(html.contains("data:image/svg+xml;base64,"));
    assertFalse(html.contains("cdn"));
    String data = html.substring(html.indexOf("copse-figure-data\">") + 19);
    assertEquals(data.indexOf('<'), data.indexOf("</script></div>"));
  }

  @Test
  void tablesawsOwnFiguresHaveDataAndAStillPictureToo() {
    Map<String, Object> bundle = Displays.bundle(Samples.all().get("scatter"));
    Map<?, ?> json = (Map<?, ?>) bundle.get(Mime.PLOTLY);
    assertEquals(1, ((List<?>) json.get("data")).size());
    assertTrue(((String) bundle.get(Mime.HTML)).contains("data:image/svg+xml;base64,"));
    assertTrue(((String) bundle.get(Mime.SVG)).startsWith("<svg"));
    assertTrue(((String) bundle.get(Mime.PLAIN)).endsWith("Figure of 1 trace: scatter"));
  }

  @Test
  void textsAndMissingValuesOfTablesawsFiguresArriveAsTheyAre() {
    Table table =
        Table.create(
            "t",
            StringColumn.create("s", "it's <b>", "it's <b>", "it's <b>"),
            DoubleColumn.create("x", 1.5, Double.NaN, 3),
            DoubleColumn.create("y", 1, 2, 3));
    Figure figure = ScatterPlot.create("R&D <i>", table, "x", "y", "s");
    Map<?, ?> json = (Map<?, ?>) Displays.bundle(figure).get(Mime.PLOTLY);
    Map<?, ?> layout = (Map<?, ?>) json.get("layout");
    assertEquals(Map.of("text", "R&amp;D &lt;i&gt;"), layout.get("title"));
    Map<?, ?> trace = (Map<?, ?>) ((List<?>) json.get("data")).get(0);
    assertEquals("it's &lt;b&gt;", trace.get("name"));
    assertEquals(Arrays.asList(1.5, null, 3.0), trace.get("x"));
  }

  @Test
  void longTablesOfEffectsShowTheirEnds() {
    BinaryEffects effects =
        Samples.effects(IntStream.range(0, 300).mapToObj(i -> "S" + i).toArray(String[]::new));
    String plain = (String) Displays.bundle(effects).get(Mime.PLAIN);
    assertTrue(plain.contains("\u2026 235 more rows"), plain);
    assertTrue(plain.contains("S299") && !plain.contains("S100 "), plain);
  }

  @Test
  void aHugeTableIsShownWithoutBeingTurnedIntoText() {
    Column<?> column = IntColumn.create("i", IntStream.range(0, 2_000_000));
    String html = (String) Displays.bundle(Table.create("t", column)).get(Mime.HTML);
    assertTrue(html.length() < 20_000, () -> html.length() + " characters");
  }
}
