package org.copse.model;

import static org.copse.Golden.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.copse.Golden;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.RateMeasure;
import org.copse.effect.RatesGolden;
import org.copse.effect.Studies;
import org.copse.effect.TwoByTwo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Exact conditional odds and rate ratios against plain convolutions in R. */
class ExactGoldenTest {

  static Stream<Arguments> tables() {
    return Golden.cases("rare")
        .filter(c -> !c.get("exact").isNull())
        .map(c -> Arguments.of(c.get("name").asText(), c));
  }

  static Stream<Arguments> rates() {
    return Golden.cases("rates")
        .filter(c -> c.has("exact") && !c.get("exact").isNull())
        .map(c -> Arguments.of(c.get("name").asText(), c));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void oddsRatios(String name, JsonNode c) {
    BinaryEffects effects = CountsGoldenTest.effects(c, BinaryMeasure.ODDS_RATIO);
    check(name, c.get("exact"), m -> ExactOddsRatio.withDefaults().method(m).fit(effects));
    assertEquals(c.get("exact").get("k").asInt(), ExactOddsRatio.of(effects).k());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rates")
  void rateRatios(String name, JsonNode c) {
    var effects = RatesGolden.effects(c, RateMeasure.INCIDENCE_RATE_RATIO);
    check(name, c.get("exact"), m -> ExactRateRatio.withDefaults().method(m).fit(effects));
  }

  private static void check(String what, JsonNode expected, Function<ExactMethod, ExactFit> model) {
    for (ExactMethod method : ExactMethod.values()) {
      ExactFit fit = model.apply(method);
      if (expected.get("estimate").isNull()) {
        assertTrue(Double.isInfinite(fit.estimate()), what);
        assertTrue(fit.notes().toString().contains("no standard error"), what);
      } else {
        assertClose(what, expected.get("estimate"), fit.estimate(), 1e-10, 1e3);
      }
      JsonNode exact = expected.get(method == ExactMethod.CENTRAL ? "central" : "midP");
      bound(what + " lower", exact.get("lower"), fit.interval().lower());
      bound(what + " upper", exact.get("upper"), fit.interval().upper());
      assertClose(what + " p", exact.get("pValue"), fit.test().p(), 1e-9, 1e-300);
      assertEquals(fit.test().p(), fit.p(method));
      double likelihood = fit.minimumLikelihoodP();
      assertClose(what + " ml", expected.get("minimumLikelihoodP"), likelihood, 1e-9, 1e-300);
      assertFalse(fit.hasWeights());
    }
  }

  private static void bound(String what, JsonNode expected, double actual) {
    if (expected.isNull()) {
      assertTrue(Double.isInfinite(actual), what);
    } else {
      assertClose(what, expected, actual, 1e-9, 1e3);
    }
  }

  @Test
  void hugeTablesKeepTheirTails() {
    // 40 standard errors from no effect: ln p about -800
    TwoByTwo table = new TwoByTwo(30_000, 1_000_000, 20_000, 1_000_000);
    BinaryEffects effects =
        BinaryEffects.of(BinaryMeasure.ODDS_RATIO, Studies.of(List.of("A")), List.of(table));
    ExactFit fit = ExactOddsRatio.of(effects);
    CommonEffectFit wald = CommonEffect.of(effects);
    assertEquals(wald.estimate(), fit.estimate(), 1e-4);
    assertEquals(wald.standardError(), fit.standardError(), 1e-6);
    assertEquals(wald.interval().lower(), fit.interval().lower(), 1e-4);
    assertTrue(fit.test().p() >= 0 && fit.test().p() < 1e-300);
    assertTrue(fit.minimumLikelihoodP() < 1e-290);
  }

  @Test
  void manyStudiesAndNoEvents() {
    List<TwoByTwo> many =
        IntStream.range(0, 100_000)
            .mapToObj(i -> new TwoByTwo(i % 3, 50, i % 4 == 0 ? 2 : 1, 60 + i % 7))
            .toList();
    List<String> labels = IntStream.range(0, many.size()).mapToObj(i -> "S" + i).toList();
    BinaryEffects effects = BinaryEffects.of(BinaryMeasure.ODDS_RATIO, Studies.of(labels), many);
    ExactFit fit = ExactOddsRatio.of(effects);
    MantelHaenszelFit mh = MantelHaenszel.of(effects);
    assertEquals(mh.estimate(), fit.estimate(), 2e-3);
    assertEquals(mh.interval().upper(), fit.interval().upper(), 2e-3);
    BinaryEffects none =
        BinaryEffects.of(
            BinaryMeasure.ODDS_RATIO,
            Studies.of(List.of("A", "B")),
            List.of(new TwoByTwo(0, 10, 0, 12), new TwoByTwo(5, 5, 7, 7)));
    assertThrows(IllegalArgumentException.class, () -> ExactOddsRatio.of(none));
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> ExactOddsRatio.of(effects.as(BinaryMeasure.RISK_RATIO)))
            .getMessage();
    assertTrue(message.contains("was RISK_RATIO"), message);
  }
}
