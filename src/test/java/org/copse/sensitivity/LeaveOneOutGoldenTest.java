package org.copse.sensitivity;

import static org.copse.Golden.CLOSED;
import static org.copse.Golden.ITERATIVE;
import static org.copse.Golden.assertClose;
import static org.copse.Golden.doubles;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.copse.Golden;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Effects;
import org.copse.effect.Studies;
import org.copse.effect.TwoByTwo;
import org.copse.heterogeneity.Tau2Estimator;
import org.copse.model.CommonEffect;
import org.copse.model.ConfidenceMethod;
import org.copse.model.Fit;
import org.copse.model.MantelHaenszel;
import org.copse.model.Peto;
import org.copse.model.PlainEffects;
import org.copse.model.Preset;
import org.copse.model.RandomEffects;
import org.copse.model.RandomEffectsFit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Leave-one-out against R metafor. */
class LeaveOneOutGoldenTest {

  static Stream<Arguments> cases() {
    return Golden.cases("leaveoneout").map(c -> Arguments.of(c.get("name").asText(), c));
  }

  private static Effects effects(JsonNode c) {
    return PlainEffects.of(doubles(c.get("yi")), doubles(c.get("vi")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void commonEffect(String name, JsonNode c) {
    check(name, c.get("common"), LeaveOneOut.of(CommonEffect.of(effects(c))), "q", CLOSED);
  }

  private static void check(
      String what, JsonNode expected, LeaveOneOut result, String q, double tolerance) {
    // studies without an estimable effect are not left out in turn: that changes nothing
    assertEquals(result.full().effects().estimable().length, result.omissions().size());
    for (Omission omission : result.omissions()) {
      int i = omission.row();
      Fit fit = omission.fit();
      String row = what + " without " + omission.study();
      assertClose(row, expected.get("estimate").get(i), fit.estimate(), tolerance, 1);
      assertClose(row, expected.get("se").get(i), fit.standardError(), tolerance, 1);
      assertClose(row, expected.get("ciLower").get(i), fit.interval().lower(), tolerance, 10);
      assertClose(row, expected.get("ciUpper").get(i), fit.interval().upper(), tolerance, 10);
      if (fit.k() > 1) {
        double heterogeneity = fit.heterogeneity().q();
        assertClose(row + " Q", expected.get(q).get(i), heterogeneity, 1e-10, 10);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void randomEffects(String name, JsonNode c) {
    for (Tau2Estimator tau2 : List.of(Tau2Estimator.DL, Tau2Estimator.REML)) {
      JsonNode expected = c.get(tau2.name());
      RandomEffects model = RandomEffects.withDefaults().tau2(tau2);
      Fit wald = model.interval(ConfidenceMethod.WALD).fit(effects(c));
      Fit hk = model.interval(ConfidenceMethod.HARTUNG_KNAPP).fit(effects(c));
      checkRandom(name + " " + tau2, expected, LeaveOneOut.of(wald), "wald");
      checkRandom(name + " " + tau2, expected, LeaveOneOut.of(hk), "hk");
    }
  }

  private static void checkRandom(
      String what, JsonNode expected, LeaveOneOut result, String prefix) {
    for (Omission omission : result.omissions()) {
      int i = omission.row();
      RandomEffectsFit fit = (RandomEffectsFit) omission.fit();
      String row = what + " " + prefix + " without " + omission.study();
      if (fit.k() == 1) {
        continue;
      }
      assertClose(row, expected.get("estimate").get(i), fit.estimate(), ITERATIVE, 1);
      JsonNode se = expected.get(prefix + "Se").get(i);
      if (!se.isNull()) {
        assertClose(row, se, fit.standardError(), ITERATIVE, 1);
        JsonNode lower = expected.get(prefix + "Lower").get(i);
        assertClose(row, lower, fit.interval().lower(), ITERATIVE, 100);
        JsonNode upper = expected.get(prefix + "Upper").get(i);
        assertClose(row, upper, fit.interval().upper(), ITERATIVE, 100);
      }
      if (!expected.get("tau2").get(i).isNull()) {
        assertClose(row, expected.get("tau2").get(i), fit.tau2(), ITERATIVE, 1);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void countModels(String name, JsonNode c) {
    JsonNode table = c.get("table");
    if (table.isNull()) {
      return;
    }
    List<TwoByTwo> counts = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < table.get("ai").size(); i++) {
      labels.add("study " + (i + 1));
      counts.add(
          new TwoByTwo(
              table.get("ai").get(i).asDouble(),
              table.get("n1i").get(i).asDouble(),
              table.get("ci").get(i).asDouble(),
              table.get("n2i").get(i).asDouble()));
    }
    BinaryEffects rr = BinaryEffects.of(BinaryMeasure.RISK_RATIO, Studies.of(labels), counts);
    JsonNode expected = c.get("mantelHaenszelAndPeto");
    MantelHaenszel model = MantelHaenszel.preset(Preset.METAFOR5);
    check(name + " RR", expected.get("RR"), LeaveOneOut.of(model.fit(rr)), "q", 1e-11);
    Fit or = model.fit(rr.as(BinaryMeasure.ODDS_RATIO));
    check(name + " OR", expected.get("OR"), LeaveOneOut.of(or), "q", 1e-11);
    Fit peto = Peto.of(rr.as(BinaryMeasure.PETO_ODDS_RATIO));
    check(name + " Peto", expected.get("peto"), LeaveOneOut.of(peto), "q", 1e-11);
  }
}
