package org.copse.bias;

import static org.copse.Golden.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.copse.Golden;
import org.copse.data.Datasets;
import org.copse.data.Trials;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Reported;
import org.copse.effect.ReportedEffects;
import org.copse.effect.ReportedMeasure;
import org.copse.effect.Studies;
import org.copse.heterogeneity.Tau2Estimator;
import org.copse.model.RandomEffects;
import org.copse.model.RandomEffectsFit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Limit meta-analysis against its formulas in R, and what metasens (2023) gives for one set. */
class LimitMetaAnalysisTest {

  private static final Map<String, JsonNode> SETS = new HashMap<>();

  static {
    Golden.cases("sets").forEach(set -> SETS.put(set.get("name").asText(), set));
  }

  static Stream<JsonNode> cases() {
    return Golden.cases("limit");
  }

  private static RandomEffectsFit fit(double[] y, double[] v) {
    List<Reported> rows =
        IntStream.range(0, y.length)
            .mapToObj(i -> new Reported(y[i], Math.sqrt(v[i]), "test"))
            .toList();
    String[] labels = IntStream.range(0, y.length).mapToObj(i -> "S" + i).toArray(String[]::new);
    return RandomEffects.withDefaults()
        .tau2(Tau2Estimator.DL)
        .fit(ReportedEffects.of(ReportedMeasure.HAZARD_RATIO, Studies.named(labels), rows));
  }

  private static LimitResult of(String name) {
    JsonNode set = SETS.get(name);
    return LimitMetaAnalysis.of(fit(Golden.doubles(set.get("yi")), Golden.doubles(set.get("vi"))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithTheFormulas(JsonNode golden) {
    String name = golden.get("name").asText();
    LimitResult result = of(name);
    LimitEstimate e = result.estimate().orElseThrow();
    double se = golden.get("se").doubleValue();
    double q = golden.get("rest").doubleValue() + golden.get("small").doubleValue();
    assertEquals(golden.get("k").intValue(), result.k());
    assertClose(name, golden.get("tau2"), e.tau2(), 1e-9, 1e-9 * se);
    assertClose(name, golden.get("bias"), e.bias(), 1e-8, 1);
    assertClose(name, golden.get("slope"), e.slope(), 1e-8, se);
    assertClose(name, golden.get("estimate"), e.estimate(), 1e-8, se);
    assertClose(name, golden.get("se"), e.standardError(), 1e-8, se);
    assertClose(name, golden.get("small"), e.smallStudyEffects().statistic(), 1e-8, q);
    assertClose(name, golden.get("pSmall"), e.smallStudyEffects().p(), 1e-7, 1e-7);
    assertClose(name, golden.get("rest"), e.restHeterogeneity().statistic(), 1e-8, q);
    assertClose(name, golden.get("pRest"), e.restHeterogeneity().p(), 1e-7, 1e-7);
    assertClose(name, golden.get("firstLimit"), e.limits().get(0), 1e-8, se);
    assertEquals(golden.get("g2").isNull(), e.gSquared().isEmpty());
    e.gSquared().ifPresent(g -> assertClose(name, golden.get("g2"), g, 1e-7, 1));
    assertEquals(e.estimate(), e.meanAt(0), 1e-12 * Math.max(1, Math.abs(e.estimate())));
  }

  /** limitmeta(metabin(..., sm = "RR", method.tau = "DL")) of the BCG trials. */
  @Test
  void agreesWithMetasens() {
    RandomEffectsFit bcg =
        RandomEffects.withDefaults()
            .tau2(Tau2Estimator.DL)
            .fit(
                Trials.of(Datasets.bcgVaccine())
                    .study("author", "year")
                    .binary("tpos", "tn", "cpos", "cn")
                    .as(BinaryMeasure.RISK_RATIO));
    LimitEstimate e = LimitMetaAnalysis.of(bcg).estimate().orElseThrow();
    assertEquals(-0.6291149062, e.estimate(), 1e-9);
    assertEquals(0.2329736109, e.standardError(), 1e-9);
    assertEquals(-1.085734793, e.interval().lower(), 1e-8);
    assertEquals(-1.04421558, e.bias(), 1e-8);
    assertEquals(23.05868774, e.smallStudyEffects().statistic(), 1e-7);
    assertEquals(129.1743203, e.restHeterogeneity().statistic(), 1e-6);
    assertEquals(90.90323248, e.gSquared().orElseThrow(), 1e-7);
  }

  @Test
  void whatIsNotDefinedIsANote() {
    LimitResult two = LimitMetaAnalysis.of(fit(new double[] {1, 2}, new double[] {.1, .2}));
    assertTrue(two.estimate().isEmpty());
    assertEquals("Not computed: 3 studies at least are needed.", two.notes().get(0));
    LimitResult same = LimitMetaAnalysis.of(fit(new double[] {1, 2, 4}, new double[] {.1, .1, .1}));
    assertTrue(same.estimate().isEmpty());
    assertTrue(same.notes().get(0).contains("standard errors"));
    LimitResult few = LimitMetaAnalysis.of(fit(new double[] {1, 1, 1}, new double[] {.1, .2, .3}));
    LimitEstimate flat = few.estimate().orElseThrow();
    assertEquals(1, flat.estimate(), 1e-9);
    assertTrue(flat.gSquared().isEmpty());
    assertTrue(few.notes().stream().anyMatch(n -> n.contains("fewer than 10")));
  }
}
