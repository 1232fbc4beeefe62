package org.copse.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.copse.convert.AtBaselineRisk;
import org.copse.convert.WaldContrast;
import org.copse.data.Datasets;
import org.copse.data.Trials;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Reported;
import org.copse.effect.TwoByTwo;
import org.copse.model.RandomEffects;
import org.copse.sensitivity.Gosh;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays, collections, maps, optionals, records and streams as the last value of a cell. */
final class ValueBundleTest {

  private static String plain(Object value) {
    return (String) Displays.bundle(value).get(Mime.PLAIN);
  }

  private static String html(Object value) {
    return (String) Displays.bundle(value).get(Mime.HTML);
  }

  private static List<String> lines(Object value) {
    return plain(value).lines().map(line -> line.strip().replaceAll("\\s+", " ")).toList();
  }

  @Test
  void anArrayIsATableWithIndicesRoundedAndItsMissingValueShows() {
    assertEquals(
        List.of("double[] of 3", "Index Value", "0 0.33333", "1 –", "2 −1.50000"),
        without(lines(new double[] {1 / 3.0, Double.NaN, -1.5})));
    assertTrue(html(new double[] {1 / 3.0, 2, 3}).contains("data-value=\"0.3333333333333333\""));
    assertEquals("0 7", lines(new int[] {7}).get(3));
    assertEquals("0 true", lines(new boolean[] {true}).get(3));
    assertEquals("1 –", lines(new String[] {"a", null}).get(4));
  }

  private static List<String> without(List<String> lines) {
    return lines.stream().filter(line -> !line.startsWith("---")).toList();
  }

  @Test
  void aMatrixHasItsRowsAndColumnsAndShortRowsEndInMissingCells() {
    assertEquals(
        List.of("double[][] of 2".replace("[][]", "[][]"), "Index 0 1", "0 1 2", "1 3 –"),
        without(lines(new double[][] {{1, 2}, {3}})));
    assertEquals(plain(new int[][] {{1}, {2}}).lines().count(), 5);
  }

  @Test
  void listsMapsSetsAndOptionalsShowTheirParts() {
    assertEquals("0 a", lines(List.of("a", "b")).get(3));
    assertEquals("Collection of 1", lines(Set.of(1)).get(0));
    assertEquals(
        List.of("Key Value", "k 0.12346"), without(lines(Map.of("k", .123456789))).subList(1, 3));
    assertEquals("42", plain(Optional.of(42)));
    assertEquals("Nothing here (Optional.empty)", plain(Optional.empty()));
    assertEquals("0.12346", plain(OptionalDouble.of(.123456)));
    assertEquals("Nothing here (empty)", plain(OptionalDouble.empty()));
    assertEquals("List, empty", plain(List.of()));
    assertEquals("Map, empty", plain(Map.of()));
    assertEquals("double[], empty", plain(new double[0]));
  }

  @Test
  void aListOfDisplayableValuesIsEachInTurnWithOneScript() {
    Object fit = Samples.all().get("random");
    Map<String, Object> bundle = Displays.bundle(List.of(fit, fit));
    String html = (String) bundle.get(Mime.HTML);
    assertTrue(html.startsWith("<div class=\"copse-stack\">"), html.substring(0, 60));
    assertEquals(html.indexOf(TableScript.ELEMENT), html.lastIndexOf(TableScript.ELEMENT));
    assertTrue(html.endsWith(TableScript.ELEMENT));
    assertEquals(2, plain(List.of(fit, fit)).split("Test of no effect", -1).length - 1);
    assertTrue(((String) bundle.get(Mime.LATEX)).contains("\\textbf{[1]}"));
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("REML", fit);
    map.put("a note", 3);
    assertTrue(plain(map).startsWith("REML\n"), plain(map));
    assertTrue(plain(map).endsWith("a note\n3"), plain(map));
    assertTrue(
        plain(IntStream.range(0, 20).mapToObj(i -> fit).toList()).endsWith("… 8 more, not shown"));
  }

  @Test
  void plotsAndFiguresOfAListAreDrawn() {
    Map<String, Object> all = Samples.all();
    String html = html(List.of(all.get("forest"), Optional.of(all.get("figure"))));
    assertTrue(
        html.contains("class=\"copse-plot copse-forest\"") && html.contains("copse-figure-data"),
        html);
  }

  @Test
  void conversionsSideBySideKeepTheirRoutes() {
    List<String> lines = lines(AtBaselineRisk.riskRatiosFromOddsRatio(.5, .1, .2, .3));
    assertEquals("Value How Assumes", lines.get(1));
    assertTrue(
        lines.get(3).startsWith("0.52632 RR = OR/(1 − p0 + p0 OR) at baseline risk p0 = 0.1"),
        lines::toString);
  }

  record Pair(String name, double value, Optional<Double> maybe) {}

  @Test
  void recordsAreTablesByTheirComponents() {
    assertEquals(
        List.of("Pair", "Quantity Value", "name a", "value 0.33333", "maybe –"),
        without(lines(new Pair("a", 1 / 3.0, Optional.empty()))));
    assertEquals(
        List.of("name value maybe", "a 1 –", "b 2 0.5"),
        without(
                lines(
                    List.of(new Pair("a", 1, Optional.empty()), new Pair("b", 2, Optional.of(.5)))))
            .subList(1, 4));
    assertEquals("TwoByTwo", lines(new TwoByTwo(1, 2, 3, 4)).get(0));
  }

  @Test
  void streamsAndIteratorsAreNotRead() {
    Stream<Integer> stream = Stream.of(1, 2, 3);
    assertTrue(plain(stream).contains(".toList()"));
    assertEquals(List.of(1, 2, 3), stream.toList());
    IntStream ints = IntStream.of(4);
    assertTrue(plain(ints).contains("not read"));
    assertEquals(4, ints.sum());
    var iterator = List.of(1).iterator();
    assertTrue(plain(iterator).contains("not read"));
    assertTrue(iterator.hasNext());
  }

  @Test
  void longOnesShowTheirEndsAndHugeOnesAreNotTurnedIntoText() {
    String plain = plain(IntStream.range(0, 205).boxed().toList());
    assertTrue(plain.contains("\n… 188 more rows\n"), plain);
    assertEquals(2 + 1 + 12 + 1 + 5, plain.lines().count());
    String html = html(new double[2_000_000]);
    assertTrue(html.length() < 20_000);
    assertFalse(html.contains("copse-table-rows"));
  }

  @Test
  void aListThatHoldsItselfEnds() {
    List<Object> list = new ArrayList<>();
    list.add(list);
    list.add("x");
    assertTrue(plain(list).length() < 10_000);
  }

  @Test
  void trialsCarryWhatTheirAuditFound() {
    Trials clean = Trials.of(Datasets.bcgVaccine()).study("author", "year");
    String last = plain(clean).lines().reduce((a, b) -> b).orElseThrow();
    assertTrue(last.startsWith("Audit: 0 errors"), last);
    assertTrue(plain(Samples.all().get("trials")).contains("Audit: "));
  }

  @Test
  void theKernelAsksForTheNearestTypeAndElseForThisOne() throws Exception {
    Renderer renderer = new Renderer();
    JJavaExtension.register(renderer);
    for (Object value :
        List.of(
            new double[] {1},
            new String[][] {{"a"}},
            List.of(1),
            Map.of(1, 2),
            new Pair("a", 1, Optional.empty()))) {
      assertTrue(
          renderer.render(value).hasDataForType(MIMEType.parse(Mime.HTML)), value.toString());
      assertTrue(
          renderer.render(value).hasDataForType(MIMEType.parse(Mime.LATEX)), value.toString());
    }
    assertFalse(renderer.render(42).hasDataForType(MIMEType.parse(Mime.HTML)));
    assertEquals("42", renderer.render(42).getData(MIMEType.parse(Mime.PLAIN)));
    String interval =
        (String) renderer.render(Samples.all().get("interval")).getData(MIMEType.parse(Mime.PLAIN));
    assertTrue(interval.startsWith("Interval\n"), interval);
  }

  @ParameterizedTest
  @ValueSource(strings = {"de-DE", "ar-EG"})
  void everyDisplayReadsTheSameInEveryLocale(String tag) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.ROOT);
      Map<String, Object> expected = Samples.all();
      List<String> root = expected.values().stream().map(ValueBundleTest::shown).toList();
      Locale.setDefault(Locale.forLanguageTag(tag));
      int i = 0;
      for (Map.Entry<String, Object> sample : Samples.all().entrySet()) {
        assertEquals(root.get(i++), shown(sample.getValue()), sample.getKey());
      }
      assertEquals("0 0.50000", lines(new double[] {.5, 1 / 3.0}).get(3));
    } finally {
      Locale.setDefault(before);
    }
  }

  private static String shown(Object value) {
    Map<String, Object> bundle = new LinkedHashMap<>(Displays.bundle(value));
    bundle.remove(Mime.HTML);
    return bundle.toString();
  }

  @Test
  void settingsSayThatTheyAreNoResultAndWhatLeadsOn() {
    assertEquals(
        List.of("Gosh: subsets 20000, seed 1", "Go on with .fit(Fit)"), lines(Gosh.withDefaults()));
    assertEquals("Go on with .fit(Effects)", lines(RandomEffects.withDefaults()).get(1));
    assertTrue(lines(new Object()).get(0).startsWith("java.lang.Object@"));
  }

  @Test
  void smallResultsOfOneKindStandSideBySide() {
    List<Reported> ratios =
        Stream.of(0.37, 0.57, 0.87)
            .map(low -> WaldContrast.fromBounds(BinaryMeasure.ODDS_RATIO, low, 6.55, 0.95))
            .toList();
    List<String> lines = without(lines(ratios));
    assertEquals("Odds ratio", lines.get(0));
    assertEquals("OR [95% CI] Log scale (SE)", lines.get(1));
    assertEquals("[0] 1.56 [0.37; 6.55] 0.4426 (0.7331)", lines.get(2));
    assertEquals(7, lines.size(), lines.toString());
    Map<String, Object> named = new LinkedHashMap<>();
    named.put("first", ratios.get(0));
    named.put("second", ratios.get(1));
    assertTrue(lines(named).get(4).startsWith("second 1.93"), lines(named).toString());
  }

  @Test
  void differentResultsStandOneBelowTheOther() {
    List<Object> mixed =
        List.of(
            WaldContrast.fromBounds(BinaryMeasure.ODDS_RATIO, 0.37, 6.55, 0.95),
            WaldContrast.fromBounds(BinaryMeasure.RISK_RATIO, 0.37, 6.55, 0.95));
    assertTrue(lines(mixed).contains("Odds ratio") && lines(mixed).contains("Risk ratio"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"de-DE", "ar-EG", "hi-IN-u-nu-deva"})
  void everythingShowsTheSameInEveryLocale(String tag) {
    Locale old = Locale.getDefault();
    Map<String, Object> shown = new LinkedHashMap<>();
    Samples.all().forEach((name, value) -> shown.put(name, comparable(value)));
    try {
      Locale.setDefault(Locale.forLanguageTag(tag));
      Samples.all()
          .forEach((name, value) -> assertEquals(shown.get(name), comparable(value), name));
    } finally {
      Locale.setDefault(old);
    }
  }

  private static List<Object> comparable(Object value) {
    Map<String, Object> bundle = Displays.bundle(value);
    String html = String.valueOf(bundle.get(Mime.HTML)).replaceAll("id=\"copse-[^\"]*\"", "");
    return List.of(bundle.get(Mime.PLAIN), String.valueOf(bundle.get(Mime.LATEX)), html);
  }
}
