package org.copse.model;

import static org.copse.Golden.CLOSED;
import static org.copse.Golden.assertClose;
import static org.copse.Golden.doubles;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.copse.Golden;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Studies;
import org.copse.effect.TwoByTwo;
import org.copse.heterogeneity.Heterogeneity;
import org.copse.heterogeneity.QCentre;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mantel-Haenszel and Peto against R metafor and, where it lacks a variance, formula scripts. */
class CountsGoldenTest {

  static final Map<String, BinaryMeasure> MEASURES =
      Map.of(
          "RR", BinaryMeasure.RISK_RATIO,
          "OR", BinaryMeasure.ODDS_RATIO,
          "RD", BinaryMeasure.RISK_DIFFERENCE);

  static Stream<Arguments> cases() {
    return Golden.cases("counts").map(c -> Arguments.of(c.get("name").asText(), c));
  }

  static BinaryEffects effects(JsonNode c, BinaryMeasure measure) {
    List<TwoByTwo> tables = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < c.get("ai").size(); i++) {
      labels.add((i + 1) + " " + c.get("labels").get(i).asText());
      tables.add(
          new TwoByTwo(
              c.get("ai").get(i).asDouble(),
              c.get("n1i").get(i).asDouble(),
              c.get("ci").get(i).asDouble(),
              c.get("n2i").get(i).asDouble()));
    }
    return BinaryEffects.of(measure, Studies.of(labels), tables);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void mantelHaenszel(String name, JsonNode c) {
    for (var entry : MEASURES.entrySet()) {
      JsonNode all = c.get("mantelHaenszel").get(entry.getKey());
      BinaryEffects effects = effects(c, entry.getValue());
      JsonNode informative = all.get("uncorrectedInformativeOnly");
      boolean only = informative != null && !informative.isNull();
      JsonNode plain = only ? informative : all.get("uncorrected");
      checkUncorrected(name + " " + entry.getKey(), plain, effects);
      if (entry.getValue() != BinaryMeasure.RISK_DIFFERENCE && !all.get("corrected").isNull()) {
        MantelHaenszel model =
            MantelHaenszel.withDefaults().correction(MhCorrection.STUDIES_WITH_ZERO);
        check(name + " corrected", all.get("corrected"), model.fit(effects), true);
      }
    }
  }

  private static void checkUncorrected(String what, JsonNode expected, BinaryEffects effects) {
    MantelHaenszel model = MantelHaenszel.withDefaults().correction(MhCorrection.NONE);
    if (expected.isNull()) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> model.fit(effects)).getMessage();
      assertEquals("Cannot pool", message.substring(0, 11), what);
      return;
    }
    boolean difference = effects.measure() == BinaryMeasure.RISK_DIFFERENCE;
    MantelHaenszel sato = model.riskDifferenceVariance(RiskDifferenceVariance.SATO);
    check(what, expected, sato.fit(effects), !difference);
    if (difference) {
      JsonNode older = expected.get("greenlandRobins1985");
      check(what + " GR", older, model.fit(effects), false);
    }
  }

  private static void check(String what, JsonNode expected, Fit fit, boolean withQ) {
    assertClose(what, expected.get("estimate"), fit.estimate(), CLOSED, 1);
    assertClose(what + " se", expected.get("se"), fit.standardError(), CLOSED, 0.1);
    assertClose(what, expected.get("ciLower"), fit.interval().lower(), CLOSED, 10);
    assertClose(what, expected.get("ciUpper"), fit.interval().upper(), CLOSED, 10);
    double z = expected.get("statistic").asDouble();
    assertClose(what + " z", z, fit.test().statistic(), 1e-11, 1);
    assertClose(what + " p", expected.get("pValue"), fit.test().p(), 1e-11 * (1 + z * z), 1);
    if (expected.has("weights")) {
      double[] weights = doubles(expected.get("weights"));
      for (int i = 0; i < weights.length; i++) {
        double weight = Double.isNaN(weights[i]) ? 0 : weights[i];
        assertClose(what + " weight " + i, weight, fit.weight(i), 1e-11, 100);
      }
    }
    if (withQ) {
      checkQ(what, expected.get("qMantelHaenszelCentre"), fit.heterogeneity());
    }
  }

  private static void checkQ(String what, JsonNode expected, Heterogeneity actual) {
    assertEquals(expected.get("df").asInt(), actual.df(), what);
    if (expected.get("df").asInt() == 0) {
      assertEquals(0, actual.q(), what);
    } else {
      assertClose(what + " Q", expected.get("q"), actual.q(), 1e-11, 100);
      double slack = 1e-11 * (1 + actual.q());
      assertClose(what + " Qp", expected.get("pValue"), actual.p(), slack, 1);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void bothCentresOfQ(String name, JsonNode c) {
    for (var entry : MEASURES.entrySet()) {
      JsonNode expected = c.get("mantelHaenszel").get(entry.getKey()).get("uncorrected");
      if (expected.isNull()) {
        continue;
      }
      BinaryEffects effects = effects(c, entry.getValue());
      MantelHaenszel inverse = MantelHaenszel.withDefaults().qCentre(QCentre.INVERSE_VARIANCE);
      String what = name + " " + entry.getKey();
      checkQ(what, expected.get("qInverseVarianceCentre"), inverse.fit(effects).heterogeneity());
      JsonNode informative =
          c.get("mantelHaenszel").get(entry.getKey()).get("uncorrectedInformativeOnly");
      if (informative == null || informative.isNull()) {
        Heterogeneity own = MantelHaenszel.of(effects).heterogeneity();
        checkQ(what, expected.get("qMantelHaenszelCentre"), own);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void testsOfAssociationAndHomogeneity(String name, JsonNode c) {
    JsonNode expected = c.get("mantelHaenszel").get("OR").get("uncorrected");
    if (expected.isNull()) {
      return;
    }
    MantelHaenszelFit fit = MantelHaenszel.of(effects(c, BinaryMeasure.ODDS_RATIO));
    ChiSquaredTest cmh = fit.cochranMantelHaenszel().orElseThrow();
    JsonNode association = expected.get("cochranMantelHaenszel");
    assertClose(name, association.get("statistic"), cmh.statistic(), 1e-11, 1);
    assertClose(name, association.get("pValue"), cmh.p(), 1e-11 * (1 + cmh.statistic()), 1e-3);
    ChiSquaredTest corrected = fit.cochranMantelHaenszelCorrected().orElseThrow();
    assertClose(name, association.get("corrected"), corrected.statistic(), 1e-11, 1);
    assertEquals(1, corrected.df());
    if (expected.get("tarone").get("pValue").isNull()) {
      assertTrue(fit.tarone().isEmpty(), name);
    } else {
      checkHomogeneity(name, expected.get("tarone"), fit.tarone().orElseThrow());
      checkHomogeneity(name, expected.get("breslowDay"), fit.breslowDay().orElseThrow());
    }
    Fit rr = MantelHaenszel.of(effects(c, BinaryMeasure.RISK_RATIO));
    assertTrue(((MantelHaenszelFit) rr).tarone().isEmpty());
  }

  private static void checkHomogeneity(String what, JsonNode expected, ChiSquaredTest actual) {
    // metafor's root of the quadratic cancels for rare events
    assertClose(what, expected.get("statistic"), actual.statistic(), 1e-9, 1e4);
    assertEquals(expected.get("df").asInt(), actual.df());
    assertClose(what, expected.get("pValue"), actual.p(), 1e-8 * (1 + actual.statistic()), 1e4);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void peto(String name, JsonNode c) {
    JsonNode expected = c.get("peto");
    BinaryEffects effects = effects(c, BinaryMeasure.PETO_ODDS_RATIO);
    if (expected.isNull()) {
      assertThrows(IllegalArgumentException.class, () -> Peto.of(effects));
      return;
    }
    PetoFit fit = Peto.of(effects);
    check(name, expected, fit, false);
    checkQ(name, expected.get("q"), fit.heterogeneity());
    assertEquals(fit.estimate(), Peto.of(effects.as(BinaryMeasure.ODDS_RATIO)).estimate());
  }
}
