package org.copse.model;

import static org.copse.Golden.CLOSED;
import static org.copse.Golden.ITERATIVE;
import static org.copse.Golden.TAIL;
import static org.copse.Golden.assertClose;
import static org.copse.Golden.doubles;
import static org.copse.Golden.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.copse.Golden;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.heterogeneity.PredictionMethod;
import org.copse.heterogeneity.Tau2Estimator;
import org.copse.heterogeneity.Tau2Interval;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Common and random effects against R metafor, on published data sets and on corners. */
class ModelsGoldenTest {

  static Stream<Arguments> cases() {
    return Golden.cases("models")
        .map(c -> Arguments.of(c.get("name").asText() + " " + c.get("measure").asText(), c));
  }

  private static Effects effects(JsonNode c) {
    List<String> labels = new ArrayList<>();
    List<String> given = texts(c.get("labels"));
    for (int i = 0; i < given.size(); i++) {
      labels.add((i + 1) + " " + given.get(i));
    }
    return PlainEffects.of(labels, doubles(c.get("yi")), doubles(c.get("vi")));
  }

  /** Largest |y| of the data: the size against which an absolute error is judged. */
  private static double size(JsonNode c) {
    double size = 0;
    for (double y : doubles(c.get("yi"))) {
      size = Math.max(size, Math.abs(y));
    }
    return size;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void commonEffect(String name, JsonNode c) {
    CommonEffectFit fit =
        CommonEffect.withDefaults().level(c.get("level").asDouble()).fit(effects(c));
    JsonNode expected = c.get("common");
    double size = size(c);
    checkPooled(name, expected, fit, CLOSED, size);
    double q = expected.get("q").asDouble();
    assertClose(name + " q", q, fit.heterogeneity().q(), CLOSED, Math.max(1, size * size));
    assertEquals(expected.get("qDf").asInt(), fit.heterogeneity().df());
    if (!expected.get("qPValue").isNull()) {
      assertClose(name + " qp", expected.get("qPValue"), fit.heterogeneity().p(), 1e-9, 1);
    }
    double[] weights = doubles(expected.get("weights"));
    for (int i = 0; i < weights.length; i++) {
      assertClose(name + " weight", weights[i], fit.weight(i), CLOSED, 100);
    }
    if (!expected.get("iSquaredFromQ").isNull()) {
      assertClose(
          name + " I2", expected.get("iSquaredFromQ"), fit.heterogeneity().iSquared(), 1e-11, 100);
    }
    if (!expected.get("hSquaredFromQ").isNull()) {
      double h = fit.heterogeneity().hSquared();
      assertClose(name + " H2", expected.get("hSquaredFromQ"), h, 1e-11, 1);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void randomEffects(String name, JsonNode c) {
    JsonNode random = c.get("random");
    if (random.isNull()) {
      assertEquals(1, c.get("k").asInt());
      return;
    }
    for (Tau2Estimator estimator :
        List.of(Tau2Estimator.DL, Tau2Estimator.PM, Tau2Estimator.REML)) {
      JsonNode expected = random.get(estimator.name());
      RandomEffects model =
          RandomEffects.withDefaults().tau2(estimator).level(c.get("level").asDouble());
      String what = name + " " + estimator;
      double tolerance = estimator == Tau2Estimator.DL ? 1e-11 : ITERATIVE;
      checkRandom(what, expected, model, effects(c), tolerance, size(c));
    }
  }

  private void checkRandom(
      String what,
      JsonNode expected,
      RandomEffects model,
      Effects effects,
      double tolerance,
      double size) {
    RandomEffectsFit wald = model.interval(ConfidenceMethod.WALD).fit(effects);
    assertClose(what + " tau2", expected.get("tau2"), wald.tau2(), tolerance, size * size);
    checkPooled(what + " Wald", expected.get("wald"), wald, tolerance, size);
    RandomEffectsFit hk = model.interval(ConfidenceMethod.HARTUNG_KNAPP).fit(effects);
    checkPooled(what + " HK", expected.get("hartungKnapp"), hk, tolerance, size);
    assertClose(what + " I2", expected.get("iSquared"), wald.iSquaredFromTau2(), tolerance, 100);
    assertClose(what + " H2", expected.get("hSquared"), wald.hSquaredFromTau2(), tolerance, 1);
    double[] weights = doubles(expected.get("weights"));
    for (int i = 0; i < weights.length; i++) {
      assertClose(what + " weight", weights[i], wald.weight(i), tolerance, 100);
    }
    for (PredictionMethod method :
        List.of(
            PredictionMethod.V, PredictionMethod.HTS, PredictionMethod.HK, PredictionMethod.S)) {
      JsonNode bounds = expected.get("predictionInterval").get(method.name());
      RandomEffectsFit fit = model.prediction(method).fit(effects);
      boolean defined = !bounds.isNull() && !bounds.get("lower").isNull();
      assertEquals(defined, fit.prediction().isPresent(), what + " " + method + " defined");
      if (defined) {
        Interval interval = fit.prediction().orElseThrow().interval();
        checkInterval(what + " " + method, bounds, "lower", "upper", interval, tolerance, size);
      }
    }
  }

  private static void checkPooled(
      String what, JsonNode expected, Fit fit, double tolerance, double size) {
    assertClose(what + " estimate", expected.get("estimate"), fit.estimate(), tolerance, size);
    double se = expected.get("se").asDouble();
    assertClose(what + " se", se, fit.standardError(), tolerance, size);
    checkInterval(what, expected, "ciLower", "ciUpper", fit.interval(), tolerance, size);
    if (!expected.get("statistic").isNull() && se > 1e-9 * size) {
      // relative to the estimate's own digits: an estimate near 0 has few
      double digits = Math.max(tolerance, 1e-14 * size / Math.abs(fit.estimate()));
      assertClose(what + " stat", expected.get("statistic"), fit.test().statistic(), digits, 1);
      double z = Math.abs(fit.test().statistic());
      double tail = Math.max(TAIL, 2 * tolerance * Math.max(1, z * z));
      assertClose(what + " p", expected.get("pValue"), fit.test().p(), tail, 1);
    }
    if (expected.has("df")) {
      assertEquals(expected.get("df").asDouble(), fit.test().df());
    }
  }

  private static void checkInterval(
      String what,
      JsonNode expected,
      String lower,
      String upper,
      Interval actual,
      double tolerance,
      double size) {
    double width = expected.get(upper).asDouble() - expected.get(lower).asDouble();
    double absolute = Math.max(size, width * tolerance / 1e-14);
    assertClose(what + " lower", expected.get(lower), actual.lower(), tolerance, absolute);
    assertClose(what + " upper", expected.get(upper), actual.upper(), tolerance, absolute);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void qProfileInterval(String name, JsonNode c) {
    JsonNode expected = c.get("tau2Interval");
    if (expected == null || expected.isNull()) {
      assertTrue(RandomEffects.of(effects(c)).tau2Interval().isEmpty());
      return;
    }
    double level = c.get("level").asDouble();
    Interval interval = Tau2Interval.qProfile(doubles(c.get("yi")), doubles(c.get("vi")), level);
    double size = size(c) * size(c);
    assertClose(name, expected.get("tau2Lower"), interval.lower(), ITERATIVE, size);
    assertClose(name, expected.get("tau2Upper"), interval.upper(), ITERATIVE, size);
    RandomEffectsFit fit = RandomEffects.withDefaults().level(level).fit(effects(c));
    Interval i2 = fit.iSquaredInterval().orElseThrow();
    assertClose(name + " I2", expected.get("iSquaredLower"), i2.lower(), ITERATIVE, 100);
    assertClose(name + " I2", expected.get("iSquaredUpper"), i2.upper(), ITERATIVE, 100);
  }
}
