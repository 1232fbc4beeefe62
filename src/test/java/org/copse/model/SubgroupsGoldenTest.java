package org.copse.model;

import static org.copse.Golden.CLOSED;
import static org.copse.Golden.ITERATIVE;
import static org.copse.Golden.assertClose;
import static org.copse.Golden.doubles;
import static org.copse.Golden.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.copse.Golden;
import org.copse.effect.BinaryEffects;
import org.copse.effect.Effects;
import org.copse.effect.Moderator;
import org.copse.effect.Reported;
import org.copse.effect.ReportedEffects;
import org.copse.effect.ReportedMeasure;
import org.copse.effect.Studies;
import org.copse.effect.TwoByTwo;
import org.copse.heterogeneity.Heterogeneity;
import org.copse.heterogeneity.Tau2Estimator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Subgroups and the test between them against R metafor. */
class SubgroupsGoldenTest {

  private static final Map<String, ConfidenceMethod> METHODS =
      Map.of(
          "wald", ConfidenceMethod.WALD,
          "hartungKnapp", ConfidenceMethod.HARTUNG_KNAPP,
          "hartungKnappElseWald", ConfidenceMethod.HARTUNG_KNAPP_OR_WALD);

  static Stream<Arguments> effectCases() {
    return Golden.cases("subgroups")
        .filter(c -> c.has("yi"))
        .map(c -> Arguments.of(c.get("name").asText() + " " + c.get("measure").asText(), c));
  }

  static Stream<Arguments> countCases() {
    return Golden.cases("subgroups")
        .filter(c -> c.has("mantelHaenszel"))
        .map(c -> Arguments.of(c.get("name").asText(), c));
  }

  private static Studies studies(JsonNode c) {
    List<String> groups = texts(c.get("groupOf"));
    List<String> labels =
        Stream.iterate(1, i -> i + 1).limit(groups.size()).map(i -> "study " + i).toList();
    return Studies.of(labels).withModerator("group", Moderator.of(groups));
  }

  private static Effects effects(JsonNode c) {
    double[] y = doubles(c.get("yi"));
    double[] v = doubles(c.get("vi"));
    List<Reported> data =
        Stream.iterate(0, i -> i + 1)
            .limit(y.length)
            .map(i -> new Reported(y[i], Math.sqrt(v[i]), "golden"))
            .toList();
    return ReportedEffects.of(ReportedMeasure.GENERIC_DIFFERENCE, studies(c), data);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("effectCases")
  void commonEffect(String name, JsonNode c) {
    SubgroupAnalysis analysis = Subgroups.by("group").of(CommonEffect.of(effects(c)));
    for (int g = 0; g < analysis.groups().size(); g++) {
      JsonNode expected = c.get("groups").get(g);
      Subgroup group = analysis.groups().get(g);
      assertEquals(expected.get("group").asText(), group.name());
      assertEquals(expected.get("k").asInt(), group.fit().k());
      JsonNode common = expected.get("common");
      assertClose(name, common.get("estimate"), group.fit().estimate(), CLOSED, 1);
      assertClose(name, common.get("se"), group.fit().standardError(), CLOSED, 1);
    }
    checkBetween(name, c.get("betweenGroups").get("common"), analysis, 1e-11);
    double within = analysis.groups().stream().mapToDouble(g -> g.fit().heterogeneity().q()).sum();
    assertClose(name, c.get("qWithin"), within, 1e-11, 1);
  }

  private static void checkBetween(
      String what, JsonNode expected, SubgroupAnalysis analysis, double tolerance) {
    if (expected == null || expected.isNull() || expected.get("df").asInt() == 0) {
      assertTrue(analysis.betweenGroups().isEmpty(), what);
      return;
    }
    Heterogeneity between = analysis.betweenGroups().orElseThrow();
    assertEquals(expected.get("df").asInt(), between.df(), what);
    assertClose(what, expected.get("q"), between.q(), tolerance, 1);
    assertClose(what, expected.get("pValue"), between.p(), tolerance * (10 + between.q()), 1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("effectCases")
  void randomEffects(String name, JsonNode c) {
    for (Tau2Estimator tau2 : List.of(Tau2Estimator.DL, Tau2Estimator.REML)) {
      for (var method : METHODS.entrySet()) {
        RandomEffects model = RandomEffects.withDefaults().tau2(tau2).interval(method.getValue());
        SubgroupAnalysis analysis = Subgroups.by("group").of(model.fit(effects(c)));
        String what = name + " " + tau2 + " " + method.getKey();
        JsonNode expected = c.get("betweenGroups").get(tau2.name()).get(method.getKey());
        checkBetween(what, expected, analysis, ITERATIVE);
        checkGroups(what, c, analysis, tau2);
      }
    }
  }

  private static void checkGroups(
      String what, JsonNode c, SubgroupAnalysis analysis, Tau2Estimator tau2) {
    for (int g = 0; g < analysis.groups().size(); g++) {
      JsonNode random = c.get("groups").get(g).get("random");
      if (random == null || random.isNull()) {
        continue;
      }
      JsonNode expected = random.get(tau2.name());
      RandomEffectsFit fit = (RandomEffectsFit) analysis.groups().get(g).fit();
      assertClose(what, expected.get("tau2"), fit.tau2(), ITERATIVE, 1);
      JsonNode wald = expected.get("wald");
      assertClose(what, wald.get("estimate"), fit.estimate(), ITERATIVE, 1);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("countCases")
  void mantelHaenszel(String name, JsonNode c) {
    List<TwoByTwo> tables =
        Stream.iterate(0, i -> i + 1)
            .limit(c.get("ai").size())
            .map(
                i ->
                    new TwoByTwo(
                        c.get("ai").get(i).asDouble(),
                        c.get("n1i").get(i).asDouble(),
                        c.get("ci").get(i).asDouble(),
                        c.get("n2i").get(i).asDouble()))
            .toList();
    for (var measure : CountsGoldenTest.MEASURES.entrySet()) {
      BinaryEffects effects = BinaryEffects.of(measure.getValue(), studies(c), tables);
      JsonNode expected = c.get("mantelHaenszel").get(measure.getKey());
      Fit overall = MantelHaenszel.preset(Preset.METAFOR5).fit(effects);
      SubgroupAnalysis analysis = Subgroups.by("group").of(overall);
      for (int g = 0; g < analysis.groups().size(); g++) {
        JsonNode group = expected.get("groups").get(g);
        Fit fit = analysis.groups().get(g).fit();
        assertClose(name, group.get("estimate"), fit.estimate(), CLOSED, 1);
        assertClose(name, group.get("se"), fit.standardError(), CLOSED, 1);
      }
      checkBetween(name, expected.get("betweenGroups"), analysis, 1e-11);
    }
  }
}
