package org.copse.effect;

import static org.copse.Golden.CLOSED;
import static org.copse.Golden.assertClose;
import static org.copse.Golden.doubles;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.copse.Golden;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Person-time counts of single studies against R metafor. */
class RatesGoldenTest {

  private static final Map<String, RateMeasure> MEASURES =
      Map.of(
          "IRR", RateMeasure.INCIDENCE_RATE_RATIO,
          "IRD", RateMeasure.INCIDENCE_RATE_DIFFERENCE);
  private static final Map<String, SingleRateMeasure> SINGLE =
      Map.of(
          "IRLN", SingleRateMeasure.LOG_RATE,
          "IR", SingleRateMeasure.RAW_RATE,
          "IRS", SingleRateMeasure.SQRT_RATE,
          "IRFT", SingleRateMeasure.FREEMAN_TUKEY_RATE);
  private static final Map<String, ZeroCells.To> RULES =
      Map.of(
          "only0", ZeroCells.To.STUDIES_WITH_ZERO,
          "none", ZeroCells.To.NO_STUDY,
          "all", ZeroCells.To.ALL_STUDIES,
          "if0all", ZeroCells.To.ALL_IF_ANY_ZERO);

  static Stream<Arguments> twoArm() {
    return cases("twoArm");
  }

  static Stream<Arguments> single() {
    return cases("single");
  }

  private static Stream<Arguments> cases(String kind) {
    return Golden.cases("rates")
        .filter(c -> c.get("kind").asText().equals(kind))
        .map(c -> Arguments.of(c.get("name").asText(), c));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("twoArm")
  void twoArmMeasures(String name, JsonNode c) {
    for (var measure : MEASURES.entrySet()) {
      for (var rule : RULES.entrySet()) {
        boolean none = rule.getValue() == ZeroCells.To.NO_STUDY;
        ZeroCells zeroCells = new ZeroCells(none ? 0 : 0.5, rule.getValue(), true);
        RateEffects effects = RatesGolden.effects(c, measure.getValue()).zeroCells(zeroCells);
        JsonNode expected = c.get("effects").get(measure.getKey()).get(rule.getKey());
        check(name + " " + measure.getKey() + " " + rule.getKey(), expected, effects);
      }
    }
  }

  private static void check(String what, JsonNode expected, Effects effects) {
    double[] y = doubles(expected.get("yi"));
    double[] v = doubles(expected.get("vi"));
    for (int i = 0; i < y.length; i++) {
      assertClose(what + " y" + i, y[i], effects.estimate(i), CLOSED, 1);
      assertClose(what + " v" + i, v[i], effects.variance(i), CLOSED, 0);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("single")
  void singleGroups(String name, JsonNode c) {
    List<Rate> rates = new ArrayList<>();
    for (int i = 0; i < c.get("xi").size(); i++) {
      rates.add(new Rate(c.get("xi").get(i).asDouble(), c.get("ti").get(i).asDouble()));
    }
    double[] lower = doubles(c.get("garwood").get("lower"));
    double[] upper = doubles(c.get("garwood").get("upper"));
    for (var measure : SINGLE.entrySet()) {
      SingleRateEffects effects =
          SingleRateEffects.of(measure.getValue(), EffectsGoldenTest.studies(c), rates);
      JsonNode expected = c.get("measures").get(measure.getKey());
      String what = name + " " + measure.getKey();
      check(what, expected, effects);
      double b = expected.get("estimate").asDouble();
      assertClose(what, expected.get("back"), effects.backTransform(b), 1e-11, 1e-3);
      for (int i = 0; i < rates.size(); i++) {
        Interval interval = effects.displayedInterval(i, 0.95);
        assertEquals(rates.get(i).events() / rates.get(i).time(), effects.displayed(i));
        assertClose(what + " lower", lower[i], interval.lower(), 1e-10, 0);
        assertClose(what + " upper", upper[i], interval.upper(), 1e-10, 0);
      }
    }
  }
}
