package org.copse.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.copse.data.Datasets;
import org.copse.data.Trials;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Effects;
import org.copse.effect.Moderator;
import org.copse.effect.Studies;
import org.copse.effect.TwoByTwo;
import org.copse.heterogeneity.Heterogeneity;
import org.copse.heterogeneity.Tau2Estimator;
import org.copse.model.CommonAndRandom;
import org.copse.model.CommonAndRandomFit;
import org.copse.model.ConfidenceMethod;
import org.copse.model.Fit;
import org.copse.model.RandomEffects;
import org.copse.model.RandomEffectsFit;
import org.copse.model.SubgroupAnalysis;
import org.copse.model.Subgroups;
import org.copse.notebook.Displays;
import org.copse.sensitivity.LeaveOneOut;
import org.junit.jupiter.api.Test;

/**
 * What live plots carry. Writes under target/live the pages and Java's numbers with which the
 * browser tests (src/test/python/test_live.py) compare what the page's script computes.
 */
class LiveForestTest {

  private static final Path FOLDER = Path.of("target", "live");
  private static final int SELECTIONS = 16;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static String html(ForestPlot plot) {
    return (String) Displays.bundle(plot).get("text/html");
  }

  private static BinaryEffects bcg() {
    Trials trials = Trials.of(Datasets.bcgVaccine()).study("author", "year").year("year");
    return trials
        .binary("tpos", "tn", "cpos", "cn")
        .as(BinaryMeasure.RISK_RATIO)
        .arms("Vaccinated", "Control");
  }

  static void page(String name, String... parts) throws IOException {
    Files.createDirectories(FOLDER);
    String head =
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>%s</title></head><body>"
            .formatted(name);
    Files.writeString(
        FOLDER.resolve(name + ".html"), head + String.join("\n", parts) + "</body></html>");
  }

  @Test
  void bcgIsSmallAndItsPagesAreWritten() throws IOException {
    RandomEffectsFit fit = RandomEffects.of(bcg());
    String html = html(ForestPlot.of(fit));
    int size = html.getBytes(StandardCharsets.UTF_8).length;
    assertTrue(size <= 60_000, "output of BCG must be at most 60 KB, was " + size);
    ForestPlot groups = ForestPlot.of(Subgroups.by("alloc").of(fit)).favours("vaccine", "control");
    page("bcg", html(ForestPlot.of(fit)), html(groups));
    RandomEffects other = RandomEffects.withDefaults().tau2(Tau2Estimator.SJ);
    page(
        "other",
        html(ForestPlot.of(other.fit(bcg()))),
        html(
            ForestPlot.of(
                RandomEffects.withDefaults().interval(ConfidenceMethod.KENWARD_ROGER).fit(bcg()))));
  }

  @Test
  void aPageOfTwoModelsIsWritten() throws IOException {
    CommonAndRandomFit both = CommonAndRandom.of(bcg());
    page(
        "pair",
        html(ForestPlot.of(both)),
        html(ForestPlot.of(both.subgroups(Subgroups.by("alloc")))));
    Fit without = both.common().refit(0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    Files.writeString(
        FOLDER.resolve("pair.txt"), Double.toString(without.backTransformed().estimate()));
  }

  @Test
  void aPageOfTwoHundredStudiesIsWritten() throws IOException {
    page("large", html(ForestPlot.of(RandomEffects.of(LiveCases.large(200)))));
  }

  @Test
  void plotsWithNothingToRecomputeStayPictures() {
    assertEquals("", ForestPlot.of(LeaveOneOut.of(RandomEffects.of(bcg()))).live());
  }

  @Test
  void aPageOfHostileLabelsIsWritten() throws IOException {
    String bad = "<img src=x onerror=\"window.hacked=1\"></script><script>window.hacked=1</script>";
    Studies studies =
        Studies.named(bad, "' \" \u2028 \\u000a window.hacked=1", "${window.hacked=1}")
            .withModerator(bad, Moderator.of(List.of(bad, bad, "b")));
    BinaryEffects effects =
        BinaryEffects.of(
                BinaryMeasure.RISK_RATIO,
                studies,
                List.of(
                    new TwoByTwo(4, 123, 11, 139),
                    new TwoByTwo(6, 306, 29, 303),
                    new TwoByTwo(3, 231, 11, 220)))
            .arms(bad, bad);
    RandomEffectsFit fit = RandomEffects.of(effects);
    page(
        "hostile",
        html(ForestPlot.of(fit).title(bad).favours(bad, bad)),
        html(ForestPlot.of(Subgroups.by(bad).of(fit))));
  }

  @Test
  void noLabelLeavesTheData() {
    String bad = "</script><script>alert(1)</script>\u2028\u2029<!--";
    String live = ForestPlot.of(RandomEffects.of(bcg())).title(bad).live();
    assertEquals(2, live.split("</script>", -1).length - 1);
    assertFalse(live.contains("\u2028") || live.contains("\u2029") || live.contains("<!--"));
  }

  @Test
  void writesWhatJavaComputes() throws IOException {
    Random random = new Random(7);
    ArrayNode cases = MAPPER.createArrayNode();
    StringBuilder plots = new StringBuilder();
    int selections = 0;
    for (LiveCases.Case one : LiveCases.all()) {
      plots.append(html(ForestPlot.of(Subgroups.by("third").of(RandomEffects.of(one.effects())))));
      ObjectNode node = cases.addObject().put("name", one.name());
      ArrayNode expected = node.putArray("selections");
      for (int s = 0; s < SELECTIONS; s++) {
        selections += select(one.effects(), random, expected) ? 1 : 0;
      }
    }
    assertTrue(cases.size() >= 30 && selections >= 1000, cases.size() + ", " + selections);
    page("cases", plots.toString());
    Files.writeString(FOLDER.resolve("cases.json"), MAPPER.writeValueAsString(cases));
    Files.writeString(
        FOLDER.resolve("classpath.txt"),
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
  }

  /** Adds a random selection under a random model, unless it cannot be pooled. */
  private static boolean select(Effects effects, Random random, ArrayNode into) {
    int least = random.nextInt(8) == 0 ? 1 : Math.min(2, effects.size());
    double share = 0.3 + 0.7 * random.nextDouble();
    int[] rows =
        IntStream.range(0, effects.size()).filter(i -> random.nextDouble() < share).toArray();
    Fit model = LiveCases.fit(effects, random);
    if (rows.length < least) {
      rows = IntStream.range(0, least).toArray();
    }
    Fit fit;
    SubgroupAnalysis groups;
    try {
      fit = model.refit(rows);
      groups = Subgroups.by("third").of(fit);
    } catch (IllegalArgumentException e) {
      return false;
    }
    ObjectNode node = into.addObject();
    node.set("rows", MAPPER.valueToTree(rows));
    node.set("model", LiveModels.of(model).orElseThrow());
    node.set("overall", numbers(fit));
    ObjectNode parts = node.putObject("groups");
    groups.groups().forEach(g -> parts.set(g.name(), numbers(g.fit())));
    groups.betweenGroups().ifPresent(q -> node.set("between", test(q)));
    return true;
  }

  private static ObjectNode test(Heterogeneity q) {
    ObjectNode node = MAPPER.createObjectNode();
    return node.put("q", q.q()).put("df", q.df()).put("p", q.p());
  }

  private static ObjectNode numbers(Fit fit) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("k", fit.k()).put("estimate", fit.estimate()).put("se", fit.standardError());
    node.put("lower", fit.interval().lower()).put("upper", fit.interval().upper());
    node.put("statistic", fit.test().statistic()).put("p", fit.test().p());
    node.set("q", test(fit.heterogeneity()));
    node.put("iSquared", fit.heterogeneity().iSquared());
    ObjectNode shown = node.putObject("shown");
    shown.put("estimate", fit.backTransformed().estimate());
    shown.put("lower", fit.backTransformed().interval().lower());
    shown.put("upper", fit.backTransformed().interval().upper());
    double[] weights = IntStream.range(0, fit.effects().size()).mapToDouble(fit::weight).toArray();
    ArrayNode all = node.putArray("weights");
    Arrays.stream(weights).forEach(all::add);
    if (fit instanceof RandomEffectsFit random) {
      node.put("tau2", random.tau2());
      node.put("iSquared", random.iSquared());
      random
          .prediction()
          .ifPresent(
              p ->
                  node.putObject("prediction")
                      .put("lower", p.interval().lower())
                      .put("upper", p.interval().upper()));
    }
    return node;
  }
}
