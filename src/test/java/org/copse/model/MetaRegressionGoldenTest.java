package org.copse.model;

import static org.copse.Golden.ITERATIVE;
import static org.copse.Golden.assertClose;
import static org.copse.Golden.doubles;
import static org.copse.Golden.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.copse.Golden;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.effect.Moderator;
import org.copse.effect.Reported;
import org.copse.effect.ReportedEffects;
import org.copse.effect.ReportedMeasure;
import org.copse.effect.Studies;
import org.copse.heterogeneity.Heterogeneity;
import org.copse.heterogeneity.Tau2Estimator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Meta-regression against R metafor: every estimator of tau² and every test. */
class MetaRegressionGoldenTest {

  static Stream<Arguments> cases() {
    return Golden.cases("metaregression").map(c -> Arguments.of(c.get("name").asText(), c));
  }

  private static Effects effects(JsonNode c) {
    double[] y = doubles(c.get("yi"));
    double[] v = doubles(c.get("vi"));
    Studies studies =
        Studies.of(IntStream.rangeClosed(1, y.length).mapToObj(i -> "study " + i).toList());
    for (JsonNode m : c.get("moderators")) {
      studies =
          studies.withModerator(
              m.get("name").asText(),
              m.get("numeric").asBoolean()
                  ? Moderator.of(doubles(m.get("values")))
                  : Moderator.of(texts(m.get("values"))));
    }
    List<Reported> data =
        IntStream.range(0, y.length)
            .mapToObj(i -> new Reported(y[i], Math.sqrt(v[i]), "golden"))
            .toList();
    return ReportedEffects.of(ReportedMeasure.GENERIC_DIFFERENCE, studies, data);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void asMetafor(String name, JsonNode c) {
    Effects effects = effects(c);
    List<String> moderators = new ArrayList<>();
    c.get("moderators").forEach(m -> moderators.add(m.get("name").asText()));
    MetaRegression model = MetaRegression.on(moderators.toArray(String[]::new));
    List<Object> at = new ArrayList<>();
    c.get("at").forEach(x -> at.add(x.isNumber() ? (Object) x.asDouble() : x.asText()));
    assertTrue(c.get("fits").size() >= 28, name);
    for (JsonNode expected : c.get("fits")) {
      MetaRegressionFit fit =
          model
              .tau2(Tau2Estimator.valueOf(expected.get("method").asText()))
              .interval(ConfidenceMethod.valueOf(expected.get("test").asText()))
              .of(effects);
      String what = name + " " + expected.get("method").asText() + " " + expected.get("test");
      coefficients(what, expected, fit);
      heterogeneity(what, expected, fit);
      RegressionPrediction p = fit.predict(at.toArray());
      assertClose(what, expected.get("pred"), p.estimate(), ITERATIVE, 1);
      assertClose(what, expected.get("predLower"), p.interval().lower(), ITERATIVE, 1);
      assertClose(what, expected.get("predUpper"), p.interval().upper(), ITERATIVE, 1);
      assertClose(what, expected.get("piLower"), p.prediction().lower(), ITERATIVE, 1);
      assertClose(what, expected.get("piUpper"), p.prediction().upper(), ITERATIVE, 1);
    }
  }

  private static void coefficients(String what, JsonNode expected, MetaRegressionFit fit) {
    List<RegressionCoefficient> all = fit.coefficients();
    assertEquals(expected.get("estimates").size(), all.size());
    for (int j = 0; j < all.size(); j++) {
      RegressionCoefficient one = all.get(j);
      String which = what + " " + one.name();
      double size = Math.abs(one.estimate()) + one.standardError();
      assertClose(which, expected.get("estimates").get(j), one.estimate(), ITERATIVE, size);
      assertClose(which, expected.get("se").get(j), one.standardError(), ITERATIVE, size);
      assertClose(which, expected.get("statistic").get(j), one.test().statistic(), ITERATIVE, 1);
      assertClose(which, expected.get("pValues").get(j), one.test().p(), ITERATIVE, 1);
      assertClose(which, expected.get("lower").get(j), one.interval().lower(), ITERATIVE, size);
      assertClose(which, expected.get("upper").get(j), one.interval().upper(), ITERATIVE, size);
    }
  }

  private static void heterogeneity(String what, JsonNode expected, MetaRegressionFit fit) {
    assertClose(what, expected.get("tau2"), fit.tau2(), ITERATIVE, 100);
    Heterogeneity residual = fit.residualHeterogeneity();
    assertClose(what, expected.get("qe"), residual.q(), ITERATIVE, 1);
    assertClose(what, expected.get("qep"), residual.p(), ITERATIVE, 1);
    assertClose(what, expected.get("qm"), fit.moderatorTest().statistic(), ITERATIVE, 1);
    assertClose(what, expected.get("qmp"), fit.moderatorTest().p(), ITERATIVE, 1);
    assertClose(what, expected.get("i2"), fit.iSquared(), ITERATIVE, 1e5);
    assertClose(what, expected.get("h2"), fit.hSquared(), ITERATIVE, 1);
    if (expected.get("r2").isNumber()) {
      assertClose(what, expected.get("r2"), fit.rSquared().orElseThrow(), ITERATIVE, 1e5);
    }
    if (expected.get("se_tau2").isNumber()) {
      double error = fit.tau2StandardError().orElseThrow();
      assertClose(what, expected.get("se_tau2"), error, ITERATIVE, 1e-2);
      assertClose(what, expected.get("logLik"), fit.logLikelihood(), ITERATIVE, 1);
    }
    if (expected.get("tau2Lower").isNumber()) {
      Interval interval = fit.tau2Interval().orElseThrow();
      assertClose(what, expected.get("tau2Lower"), interval.lower(), 1e-6, 1e8);
      assertClose(what, expected.get("tau2Upper"), interval.upper(), 1e-6, 1e8);
    }
  }
}
