package org.copse.model;

import static org.copse.Golden.assertClose;
import static org.copse.Golden.cases;
import static org.copse.Golden.doubles;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.copse.Golden;
import org.copse.effect.AnalysisScale;
import org.copse.effect.Interval;
import org.copse.effect.Moderator;
import org.copse.effect.Reported;
import org.copse.effect.ReportedEffects;
import org.copse.effect.ReportedMeasure;
import org.copse.effect.Studies;
import org.copse.heterogeneity.Prediction;
import org.copse.heterogeneity.PredictionMethod;
import org.copse.heterogeneity.Tau2Estimator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Intervals of the mean and prediction intervals against intervals.R, on the common sets. */
final class IntervalsGoldenTest {

  private static final double TIGHT = 1e-9;
  private static final Map<String, JsonNode> SETS = sets();

  private static Map<String, JsonNode> sets() {
    Map<String, JsonNode> sets = new HashMap<>();
    cases("sets").forEach(s -> sets.put(s.get("name").asText(), s));
    return sets;
  }

  static Stream<Arguments> sets62() {
    return cases("intervals").map(c -> Arguments.of(c.get("set").asText(), c));
  }

  private static ReportedEffects effects(String name, double... weights) {
    double[] y = doubles(SETS.get(name).get("yi"));
    double[] v = doubles(SETS.get(name).get("vi"));
    String[] labels = new String[y.length];
    Arrays.setAll(labels, i -> "study " + (i + 1));
    Studies studies = Studies.named(labels);
    if (weights.length > 0) {
      studies = studies.withModerator("w", Moderator.of(weights));
    }
    Reported[] data = new Reported[y.length];
    Arrays.setAll(data, i -> new Reported(y[i], Math.sqrt(v[i]), AnalysisScale.IDENTITY.name()));
    return ReportedEffects.of(ReportedMeasure.GENERIC_DIFFERENCE, studies, List.of(data));
  }

  /** Standard error, lower and upper bound. */
  private static void check(String what, JsonNode expected, Fit fit, double tolerance) {
    double[] values = doubles(expected);
    assertClose(what + " se", values[0], fit.standardError(), tolerance, 1);
    checkBounds(what, values[1], values[2], fit.interval(), tolerance);
  }

  private static void checkBounds(
      String what, double lower, double upper, Interval interval, double tolerance) {
    if (Double.isNaN(lower)) {
      // infinite in R and so null in the file: hardly a degree of freedom
      assertTrue(Double.isInfinite(interval.lower()) && Double.isInfinite(interval.upper()), what);
      return;
    }
    // relative to the width: a bound near 0 has no digits of its own
    double size = tolerance / 1e-14 * (upper - lower);
    assertClose(what + " lower", lower, interval.lower(), tolerance, size);
    assertClose(what + " upper", upper, interval.upper(), tolerance, size);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sets62")
  void intervalsOfTheMean(String name, JsonNode c) {
    ReportedEffects effects = effects(name);
    for (String estimator : List.of("DL", "PM", "REML", "ML")) {
      RandomEffects model = RandomEffects.withDefaults().tau2(Tau2Estimator.valueOf(estimator));
      for (ConfidenceMethod method : ConfidenceMethod.values()) {
        if (c.get(estimator).has(method.name())) {
          RandomEffectsFit fit = model.interval(method).fit(effects);
          check(
              name + " " + estimator + " " + method,
              c.get(estimator).get(method.name()),
              fit,
              TIGHT);
        }
      }
      RandomEffectsFit kr = model.interval(ConfidenceMethod.KENWARD_ROGER).fit(effects);
      assertClose(name + " df", c.get(estimator).get("krDf"), kr.test().df(), TIGHT, 1);
      assertEquals(
          estimator.equals("REML") || kr.test().df() < 1,
          kr.notes().stream().noneMatch(n -> n.contains("derived for")),
          kr.notes()::toString);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sets62")
  void predictionIntervals(String name, JsonNode c) {
    ReportedEffects effects = effects(name);
    for (String estimator : List.of("DL", "PM", "REML", "ML")) {
      RandomEffects model = RandomEffects.withDefaults().tau2(Tau2Estimator.valueOf(estimator));
      for (PredictionMethod method : PredictionMethod.values()) {
        JsonNode expected = c.get(estimator).get("predictions").get(method.name());
        if (expected == null || expected.isNull()) {
          continue;
        }
        RandomEffectsFit fit = model.prediction(method).fit(effects);
        String what = name + " " + estimator + " " + method;
        if (method.usesKenwardRoger() && !estimator.equals("REML")) {
          assertTrue(fit.prediction().isEmpty(), what);
          assertTrue(fit.notes().toString().contains("needs τ² by REML, was " + estimator), what);
          continue;
        }
        Prediction prediction = fit.prediction().orElseThrow();
        double[] bounds = doubles(expected);
        checkBounds(what, bounds[0], bounds[1], prediction.interval(), TIGHT);
        assertEquals(method, prediction.method());
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sets62")
  void profileLikelihood(String name, JsonNode c) {
    for (String field : List.of("profileMl", "profileReml")) {
      Tau2Estimator estimator = field.equals("profileMl") ? Tau2Estimator.ML : Tau2Estimator.REML;
      RandomEffectsFit fit =
          RandomEffects.withDefaults()
              .tau2(estimator)
              .interval(ConfidenceMethod.PROFILE_LIKELIHOOD)
              .fit(effects(name));
      double[] expected = doubles(c.get(field));
      String what = name + " " + field;
      double width = expected[2] - expected[1];
      assertClose(what, expected[0], fit.estimate(), 1e-8, 1e6 * width);
      checkBounds(what, expected[1], expected[2], fit.interval(), 1e-7);
      assertClose(what + " root", expected[3], fit.test().statistic(), 1e-6, 1e8);
      assertClose(what + " p", expected[4], fit.test().p(), 1e-4, 1e6);
      // the interval excludes 0 just where its test says so
      assertEquals(fit.test().p() < 0.05, !fit.interval().contains(0), what);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sets62")
  void henmiCopasAndIvhet(String name, JsonNode c) {
    RandomEffectsFit fit = HenmiCopas.of(effects(name));
    double[] expected = doubles(c.get("henmiCopas").get("values"));
    assertClose(name, expected[0], fit.estimate(), 1e-11, 1e2);
    assertClose(name + " se", expected[1], fit.standardError(), 1e-10, 1);
    checkBounds(name + " HC", expected[2], expected[3], fit.interval(), 1e-8);
    JsonNode p = c.get("henmiCopas").get("pValue");
    if (!p.isNull()) {
      assertClose(name + " p", p, fit.test().p(), 1e-6, 1);
    }
    RandomEffectsFit ivhet = IVhet.of(effects(name));
    double[] doi = doubles(c.get("ivhet"));
    assertClose(name, doi[0], ivhet.estimate(), 1e-11, 1e2);
    assertClose(name + " se", doi[1], ivhet.standardError(), 1e-10, 1);
    checkBounds(name + " IVhet", doi[2], doi[3], ivhet.interval(), 1e-10);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sets62")
  void givenWeights(String name, JsonNode c) {
    JsonNode expected = c.get("weighted");
    double[] weights = doubles(expected.get("weights"));
    RandomEffects model =
        RandomEffects.withDefaults().userWeights("w").prediction(PredictionMethod.S);
    RandomEffectsFit wald = model.interval(ConfidenceMethod.WALD).fit(effects(name, weights));
    assertClose(name, expected.get("estimate"), wald.estimate(), 1e-11, 1e2);
    check(name + " weights", expected.get("WALD"), wald, TIGHT);
    double[] bounds = doubles(expected.get("S"));
    checkBounds(name, bounds[0], bounds[1], wald.prediction().orElseThrow().interval(), TIGHT);
    RandomEffectsFit hk =
        model.interval(ConfidenceMethod.HARTUNG_KNAPP).fit(effects(name, weights));
    check(name + " weights HK", expected.get("HARTUNG_KNAPP"), hk, TIGHT);
    double total = Arrays.stream(weights).sum();
    assertEquals(100 * weights[0] / total, wald.weight(0), 1e-11);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sets62")
  void exceedanceProbabilities(String name, JsonNode c) {
    JsonNode expected = c.get("exceedance");
    double threshold = expected.get("threshold").asDouble();
    for (PredictionMethod method : PredictionMethod.values()) {
      if (!expected.has(method.name())) {
        continue;
      }
      RandomEffectsFit fit =
          RandomEffects.withDefaults().prediction(method).bootstrapSamples(100).fit(effects(name));
      Exceedance exceedance = fit.exceedance(threshold).orElseThrow();
      String what = name + " " + method;
      assertClose(what, expected.get(method.name()), exceedance.probability(), TIGHT, 1);
      assertTrue(exceedance.interval().lower() <= exceedance.interval().upper(), what);
      assertEquals(fit.prediction().orElseThrow().df(), exceedance.df(), what);
      if (method == PredictionMethod.V) {
        double above = fit.exceedance(0).orElseThrow().probability();
        assertClose(what, expected.get("aboveZero"), above, 1e-8, 1);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sets62")
  void theProbabilityAtABoundOfThePredictionIsItsTail(String name, JsonNode c) {
    for (PredictionMethod method : List.of(PredictionMethod.V, PredictionMethod.KR)) {
      RandomEffectsFit fit =
          RandomEffects.withDefaults().prediction(method).bootstrapSamples(100).fit(effects(name));
      double upper = fit.prediction().orElseThrow().interval().upper();
      if (Double.isInfinite(upper)) {
        continue; // Kenward-Roger with hardly a degree of freedom
      }
      assertEquals(0.025, fit.exceedance(upper).orElseThrow().probability(), 1e-9, name);
    }
  }

  /** Keeps the constants of the golden files in view: a method added is a method tested. */
  static {
    if (ConfidenceMethod.values().length != 9 || PredictionMethod.values().length != 8) {
      throw new IllegalStateException("add the new method to " + Golden.class.getSimpleName());
    }
  }
}
