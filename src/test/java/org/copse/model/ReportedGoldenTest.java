package org.copse.model;

import static org.copse.Golden.CLOSED;
import static org.copse.Golden.ITERATIVE;
import static org.copse.Golden.assertClose;
import static org.copse.Golden.doubles;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.copse.Golden;
import org.copse.effect.Effects;
import org.copse.effect.Reported;
import org.copse.effect.ReportedMeasure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Reported estimates taken to the analysis scale, and pooled, against R. */
class ReportedGoldenTest {

  static Stream<Arguments> cases() {
    return Golden.cases("reported").map(c -> Arguments.of(c.get("name").asText(), c));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void reported(String name, JsonNode c) {
    switch (c.get("kind").asText()) {
      case "interval" -> interval(name, c);
      case "pValue" -> pValue(name, c);
      case "oMinusE" -> logRank(name, c);
      default -> pooled(name, c);
    }
  }

  private static ReportedMeasure measure(JsonNode c) {
    boolean log = c.get("scale").asText().equals("log");
    return log ? ReportedMeasure.GENERIC_RATIO : ReportedMeasure.GENERIC_DIFFERENCE;
  }

  private static void check(String what, JsonNode c, int i, Reported actual) {
    assertClose(what, c.get("yi").get(i), actual.estimate(), CLOSED, 1);
    assertClose(what, c.get("se").get(i), actual.standardError(), CLOSED, 1);
  }

  private static void interval(String name, JsonNode c) {
    if (!c.get("df").isNull()) {
      return; // Reported takes normal intervals
    }
    double[] estimate = doubles(c.get("estimate"));
    double[] lower = doubles(c.get("lower"));
    double[] upper = doubles(c.get("upper"));
    double level = c.get("level").asDouble();
    for (int i = 0; i < estimate.length; i++) {
      Reported actual = Reported.fromInterval(measure(c), estimate[i], lower[i], upper[i], level);
      check(name, c, i, actual);
    }
  }

  private static void pValue(String name, JsonNode c) {
    double[] estimate = doubles(c.get("estimate"));
    double[] p = doubles(c.get("pValue"));
    for (int i = 0; i < estimate.length; i++) {
      check(name, c, i, Reported.fromP(measure(c), estimate[i], p[i]));
    }
  }

  private static void logRank(String name, JsonNode c) {
    double[] o = doubles(c.get("oMinusE"));
    double[] v = doubles(c.get("v"));
    for (int i = 0; i < o.length; i++) {
      check(name, c, i, Reported.fromLogRank(o[i], v[i]));
    }
  }

  private static void pooled(String name, JsonNode c) {
    double[] y = doubles(c.get("yi"));
    double[] v = doubles(c.get("se"));
    for (int i = 0; i < v.length; i++) {
      v[i] *= v[i];
    }
    Effects effects = PlainEffects.of(y, v);
    Fit common = CommonEffect.of(effects);
    assertClose(name, c.get("common").get("estimate"), common.estimate(), CLOSED, 1);
    assertClose(name, c.get("common").get("se"), common.standardError(), CLOSED, 1);
    assertClose(name, c.get("common").get("q"), common.heterogeneity().q(), 1e-11, 1);
    double ratio = Math.exp(common.interval().upper());
    assertClose(name, c.get("ratio").get("ciUpper"), ratio, CLOSED, 1);
    JsonNode reml = c.get("random").get("REML");
    Fit hk = RandomEffects.withDefaults().interval(ConfidenceMethod.HARTUNG_KNAPP).fit(effects);
    JsonNode expected = reml.get("hartungKnapp");
    assertClose(name, expected.get("ciLower"), hk.interval().lower(), ITERATIVE, 1);
    assertClose(name, expected.get("ciUpper"), hk.interval().upper(), ITERATIVE, 1);
    assertEquals(expected.get("df").asDouble(), hk.test().df());
  }
}
