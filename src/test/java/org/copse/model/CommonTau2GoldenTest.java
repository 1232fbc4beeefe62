package org.copse.model;

import static org.copse.Golden.ITERATIVE;
import static org.copse.Golden.assertClose;
import static org.copse.Golden.doubles;
import static org.copse.Golden.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.copse.Bcg;
import org.copse.Golden;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.effect.Moderator;
import org.copse.effect.Reported;
import org.copse.effect.ReportedEffects;
import org.copse.effect.ReportedMeasure;
import org.copse.effect.Studies;
import org.copse.heterogeneity.CommonTau2;
import org.copse.heterogeneity.Heterogeneity;
import org.copse.heterogeneity.Tau2Estimator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Subgroups with one tau² for all groups against metafor and R meta, on all common data sets. */
class CommonTau2GoldenTest {

  private static final List<Tau2Estimator> ESTIMATORS =
      List.of(
          Tau2Estimator.DL,
          Tau2Estimator.DL2,
          Tau2Estimator.PM,
          Tau2Estimator.PMM,
          Tau2Estimator.HE,
          Tau2Estimator.HS,
          Tau2Estimator.HSK,
          Tau2Estimator.SJ,
          Tau2Estimator.ML,
          Tau2Estimator.REML);

  static Stream<Arguments> cases() {
    Map<String, JsonNode> sets =
        Golden.cases("sets").collect(Collectors.toMap(s -> s.get("name").asText(), s -> s));
    return Golden.cases("commontau2")
        .map(
            c -> {
              JsonNode data = c.has("set") ? sets.get(c.get("set").asText()) : c;
              List<String> groups = c.has("set") ? byPosition(c) : texts(c.get("groupOf"));
              double[] y = doubles(data.get("yi"));
              double[] v = doubles(data.get("vi"));
              return Arguments.of(c.get("name").asText(), c, effects(y, v, groups));
            });
  }

  /** The first study alone, the others in turn A, B, C: as the script does. */
  private static List<String> byPosition(JsonNode c) {
    return IntStream.range(0, c.get("k").asInt())
        .mapToObj(i -> i == 0 ? "one" : String.valueOf("ABC".charAt((i - 1) % 3)))
        .toList();
  }

  private static Effects effects(double[] y, double[] v, List<String> groups) {
    List<String> labels = new ArrayList<>();
    List<Reported> data = new ArrayList<>();
    for (int i = 0; i < y.length; i++) {
      labels.add("study " + (i + 1));
      data.add(new Reported(y[i], Math.sqrt(v[i]), "golden"));
    }
    Studies studies = Studies.of(labels).withModerator("group", Moderator.of(groups));
    return ReportedEffects.of(ReportedMeasure.GENERIC_DIFFERENCE, studies, data);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void everyEstimator(String name, JsonNode c, Effects effects) {
    for (Tau2Estimator estimator : ESTIMATORS) {
      JsonNode expected = c.get("methods").get(estimator.name());
      String what = name + " " + estimator;
      check(what, expected, effects, estimator, ConfidenceMethod.WALD, "seWald", "qWald");
      check(
          what,
          expected,
          effects,
          estimator,
          ConfidenceMethod.HARTUNG_KNAPP,
          "seHartungKnapp",
          "qHartungKnapp");
    }
  }

  private static void check(
      String what,
      JsonNode expected,
      Effects effects,
      Tau2Estimator estimator,
      ConfidenceMethod method,
      String error,
      String q) {
    RandomEffects model = RandomEffects.withDefaults().tau2(estimator).interval(method);
    SubgroupAnalysis analysis = Subgroups.by("group").commonTau2().of(model.fit(effects));
    CommonTau2 common = analysis.commonTau2().orElseThrow();
    assertClose(what, expected.get("tau2"), common.tau2(), ITERATIVE, 1e-3);
    for (int g = 0; g < analysis.groups().size(); g++) {
      RandomEffectsFit fit = (RandomEffectsFit) analysis.groups().get(g).fit();
      assertEquals(common.tau2(), fit.tau2());
      assertClose(what, expected.get("estimate").get(g), fit.estimate(), ITERATIVE, 1);
      assertClose(what, expected.get(error).get(g), fit.standardError(), ITERATIVE, 1);
    }
    double between = analysis.betweenGroups().map(Heterogeneity::q).orElseThrow();
    assertClose(what, expected.get(q), between, 1e-7, 1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void intervalAndTestWithin(String name, JsonNode c, Effects effects) {
    SubgroupAnalysis analysis = Subgroups.by("group").commonTau2().of(effects);
    Interval interval = analysis.commonTau2().orElseThrow().interval().orElseThrow();
    assertClose(name, c.get("tau2Lower"), interval.lower(), ITERATIVE, 1e-3);
    assertClose(name, c.get("tau2Upper"), interval.upper(), ITERATIVE, 1e-3);
    Heterogeneity within = analysis.withinGroups().orElseThrow();
    assertClose(name, c.get("qWithin"), within.q(), 1e-11, 1);
    assertEquals(c.get("k").asInt() - c.get("groups").asInt(), within.df());
  }

  @Test
  void aGroupRefittedKeepsTheCommonTau2() {
    SubgroupAnalysis analysis =
        Subgroups.by("alloc").commonTau2().of(Bcg.effects(BinaryMeasure.RISK_RATIO));
    RandomEffectsFit first = (RandomEffectsFit) analysis.groups().get(0).fit();
    assertEquals(first.tau2(), first.refit(0, 1, 2).tau2());
    assertTrue(first.tau2Interval().isEmpty());
    assertTrue(first.methods().toString().contains("common to the groups"));
    RandomEffectsFit overall = (RandomEffectsFit) analysis.overall();
    assertEquals(0.313243, overall.tau2(), 5e-7);
    assertEquals(0.3615037, first.tau2(), 5e-8);
  }

  @Test
  void methodsThatAreTheSameOrGiven() {
    Effects effects = Bcg.effects(BinaryMeasure.RISK_RATIO);
    Subgroups grouping = Subgroups.by("alloc").commonTau2();
    for (Tau2Estimator same :
        List.of(Tau2Estimator.DLIT, Tau2Estimator.SJIT, Tau2Estimator.EB, Tau2Estimator.PM)) {
      Fit fit = RandomEffects.withDefaults().tau2(same).fit(effects);
      CommonTau2 common = grouping.of(fit).commonTau2().orElseThrow();
      assertEquals(0.323666, common.tau2(), 5e-7);
      assertEquals(same.name(), common.name());
    }
    CommonTau2 given =
        grouping
            .of(RandomEffects.withDefaults().tau2Fixed(0.2).fit(effects))
            .commonTau2()
            .orElseThrow();
    assertEquals(0.2, given.tau2());
    assertTrue(given.interval().isEmpty());
    CommonTau2 weighted =
        grouping
            .of(RandomEffects.withDefaults().tau2GeneralisedQ("ablat").fit(effects))
            .commonTau2()
            .orElseThrow();
    assertEquals(0.2057354659, weighted.tau2(), 5e-10);
    CommonTau2 started =
        grouping
            .of(RandomEffects.withDefaults().tau2SidikJonkman(0.3).fit(effects))
            .commonTau2()
            .orElseThrow();
    assertEquals(0.3187233772, started.tau2(), 5e-10);
  }

  @Test
  void groupsOfOneOnly() {
    Effects effects = effects(new double[] {1, 2}, new double[] {.1, .2}, List.of("a", "b"));
    SubgroupAnalysis analysis = Subgroups.by("group").commonTau2().of(effects);
    assertTrue(analysis.commonTau2().orElseThrow().interval().isEmpty());
    assertTrue(analysis.notes().get(0).startsWith("Every group has one study"));
    assertTrue(analysis.withinGroups().isEmpty());
    assertEquals(1 / 0.3, analysis.betweenGroups().orElseThrow().q(), 1e-12);
  }

  @Test
  void needsRandomEffects() {
    Fit fit = CommonEffect.of(Bcg.effects(BinaryMeasure.RISK_RATIO));
    Subgroups grouping = Subgroups.by("alloc").commonTau2();
    String message =
        assertThrows(IllegalArgumentException.class, () -> grouping.of(fit)).getMessage();
    assertTrue(message.contains("was Common effect"), message);
  }
}
