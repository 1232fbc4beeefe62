package org.copse.model;

import static org.copse.Golden.CLOSED;
import static org.copse.Golden.assertClose;
import static org.copse.Golden.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.copse.Bcg;
import org.copse.Golden;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Interval;
import org.copse.effect.Studies;
import org.copse.effect.TwoByTwo;
import org.copse.heterogeneity.Heterogeneity;
import org.copse.heterogeneity.Prediction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Common and random effects of counts under presets against R meta's settings and metafor. */
class PresetsGoldenTest {

  private static final Map<String, BinaryMeasure> MEASURES =
      Map.of(
          "RR", BinaryMeasure.RISK_RATIO,
          "OR", BinaryMeasure.ODDS_RATIO,
          "RD", BinaryMeasure.RISK_DIFFERENCE);

  /** metafor's REML and Paule-Mandel through R meta: their own tolerance, also where tightened. */
  private static final double ITERATED = 1e-7;

  static Stream<Arguments> cases() {
    return Golden.cases("presets")
        .filter(c -> c.has("programs"))
        .flatMap(
            c ->
                Stream.of(Preset.META8, Preset.REVMAN5, Preset.IQWIG6, Preset.METAFOR5)
                    .filter(p -> !c.get("programs").path(p.name()).isMissingNode())
                    .filter(p -> !c.get("programs").get(p.name()).isNull())
                    .filter(p -> !hasAnotherRiskDifference(c, p))
                    .map(p -> Arguments.of(name(c, p), p, c, c.get("programs").get(p.name()))));
  }

  private static String name(JsonNode c, Preset preset) {
    return c.get("name").asText() + " " + c.get("measure").asText() + " " + preset;
  }

  private static BinaryEffects effects(JsonNode c) {
    List<TwoByTwo> counts =
        IntStream.range(0, c.get("ai").size())
            .mapToObj(
                i -> new TwoByTwo(at(c, "ai", i), at(c, "n1i", i), at(c, "ci", i), at(c, "n2i", i)))
            .toList();
    BinaryMeasure measure = MEASURES.get(c.get("measure").asText());
    return BinaryEffects.of(measure, Studies.of(texts(c.get("labels"))), counts);
  }

  private static double at(JsonNode c, String field, int i) {
    return c.get(field).get(i).asDouble();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void commonAndRandom(String name, Preset preset, JsonNode c, JsonNode expected) {
    BinaryEffects effects = effects(c).zeroCells(preset.zeroCells());
    CommonAndRandomFit fit = CommonAndRandom.preset(preset).fit(effects);
    Fit common =
        preset == Preset.METAFOR5 ? MantelHaenszel.preset(preset).fit(effects) : fit.common();
    checkFit(name, expected.get("common"), common, 1e-11);
    checkFit(name, expected.get("random"), fit.random(), ITERATED);
    checkWeights(name, expected.get("random").get("weights"), fit.random(), ITERATED);
    assertClose(name, expected.get("tau2"), fit.random().tau2(), ITERATED, 1e3);
    assertClose(name, expected.get("q"), fit.heterogeneity().q(), 1e-10, 1);
    assertEquals(expected.get("qDf").asInt(), fit.heterogeneity().df());
    assertClose(name, expected.get("iSquared"), fit.random().iSquared(), ITERATED, 1e8);
    if (preset != Preset.METAFOR5) {
      checkWeights(name, expected.get("common").get("weights"), common, 1e-11);
    }
    checkPrediction(name, expected.get("prediction"), fit.random());
  }

  /**
   * R meta corrects the variance, but not the estimate, of a zero-cell study's risk difference, and
   * its weight among the Mantel-Haenszel sums; Copse, like metafor, corrects both or neither.
   */
  private static boolean hasAnotherRiskDifference(JsonNode c, Preset preset) {
    return preset != Preset.METAFOR5
        && c.get("measure").asText().equals("RD")
        && IntStream.range(0, c.get("ai").size()).anyMatch(i -> effects(c).counts(i).hasZeroCell());
  }

  private static void checkFit(String name, JsonNode expected, Fit fit, double tolerance) {
    assertClose(name, expected.get("estimate"), fit.estimate(), tolerance, 1e3);
    assertClose(name, expected.get("se"), fit.standardError(), tolerance, 1);
    assertClose(name, expected.get("ciLower"), fit.interval().lower(), tolerance, 1e6);
    assertClose(name, expected.get("ciUpper"), fit.interval().upper(), tolerance, 1e6);
  }

  private static void checkWeights(String name, JsonNode expected, Fit fit, double tolerance) {
    // studies that R left out are not in metafor's list
    if (expected.size() == fit.effects().size()) {
      for (int i = 0; i < expected.size(); i++) {
        assertClose(name, expected.get(i), fit.weight(i), tolerance, 1);
      }
    }
  }

  private static void checkPrediction(String name, JsonNode expected, RandomEffectsFit fit) {
    if (expected.isNull()) {
      assertTrue(fit.prediction().isEmpty(), name);
      return;
    }
    Interval interval = fit.prediction().map(Prediction::interval).orElseThrow();
    assertClose(name, expected.get("lower"), interval.lower(), ITERATED, 1e6);
    assertClose(name, expected.get("upper"), interval.upper(), ITERATED, 1e6);
  }

  static Stream<Arguments> subgroups() {
    JsonNode last =
        Golden.cases("presets").filter(c -> c.has("subgroups")).findFirst().orElseThrow();
    return IntStream.range(0, last.get("subgroups").size())
        .mapToObj(i -> last.get("subgroups").get(i))
        .map(g -> Arguments.of(g.get("measure").asText() + " " + g.get("program").asText(), g));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("subgroups")
  void subgroupsUnderBothModels(String name, JsonNode expected) {
    Preset preset = Preset.valueOf(expected.get("program").asText());
    BinaryEffects effects = Bcg.effects(MEASURES.get(expected.get("measure").asText()));
    CommonAndRandomSubgroups both =
        CommonAndRandom.preset(preset).fit(effects).subgroups(Subgroups.by("alloc"));
    assertEquals("alloc", both.moderator());
    for (int g = 0; g < 3; g++) {
      String group = expected.get("groups").get(g).asText();
      Fit common = both.common().fitOf(group).orElseThrow();
      RandomEffectsFit random = (RandomEffectsFit) both.random().fitOf(group).orElseThrow();
      assertClose(name, expected.get("common").get(g), common.estimate(), CLOSED, 1);
      assertClose(name, expected.get("random").get(g), random.estimate(), ITERATED, 1);
      assertClose(name, expected.get("tau2").get(g), random.tau2(), ITERATED, 1e-3);
    }
    checkBetween(name, expected, "Common", both.common(), 1e-10);
    checkBetween(name, expected, "Random", both.random(), ITERATED);
  }

  private static void checkBetween(
      String name, JsonNode expected, String model, SubgroupAnalysis analysis, double tolerance) {
    Heterogeneity between = analysis.betweenGroups().orElseThrow();
    assertClose(name, expected.get("q" + model), between.q(), tolerance, 1);
    assertClose(name, expected.get("p" + model), between.p(), 10 * tolerance, 1);
  }
}
