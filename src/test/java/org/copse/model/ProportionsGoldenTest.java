package org.copse.model;

import static org.copse.Golden.ITERATIVE;
import static org.copse.Golden.assertClose;
import static org.copse.Golden.doubles;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.copse.Golden;
import org.copse.effect.AnalysisScale;
import org.copse.effect.Proportion;
import org.copse.effect.ProportionEffects;
import org.copse.effect.ProportionMeasure;
import org.copse.effect.Studies;
import org.copse.heterogeneity.PredictionMethod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pooled proportions and their back-transformation against R metafor. */
class ProportionsGoldenTest {

  private static final Map<String, ProportionMeasure> MEASURES =
      Map.of(
          "PR", ProportionMeasure.RAW_PROPORTION,
          "PLO", ProportionMeasure.LOGIT_PROPORTION,
          "PFT", ProportionMeasure.FREEMAN_TUKEY_PROPORTION);

  static Stream<Arguments> pooled() {
    return cases("pooled");
  }

  static Stream<Arguments> inverse() {
    return cases("inverse");
  }

  private static Stream<Arguments> cases(String kind) {
    return Golden.cases("proportions")
        .filter(c -> c.get("kind").asText().equals(kind))
        .map(c -> Arguments.of(c.get("name").asText(), c));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pooled")
  void pooledProportions(String name, JsonNode c) {
    double[] x = doubles(c.get("xi"));
    double[] n = doubles(c.get("ni"));
    List<Proportion> data = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      data.add(new Proportion(x[i], n[i]));
      labels.add("study " + (i + 1));
    }
    for (var measure : MEASURES.entrySet()) {
      ProportionEffects effects =
          ProportionEffects.of(measure.getValue(), Studies.of(labels), data);
      assertClose(name, c.get("harmonicMean"), effects.harmonicMeanTotal(), 1e-14, 0);
      JsonNode expected = c.get("measures").get(measure.getKey());
      JsonNode back = expected.get("back");
      String what = name + " " + measure.getKey();
      check(what + " common", back.get("common"), CommonEffect.of(effects));
      RandomEffects model = RandomEffects.withDefaults().prediction(PredictionMethod.HTS);
      RandomEffectsFit wald = model.interval(ConfidenceMethod.WALD).fit(effects);
      check(what + " Wald", back.get("wald"), wald);
      RandomEffectsFit hk = model.interval(ConfidenceMethod.HARTUNG_KNAPP).fit(effects);
      check(what + " HK", back.get("hartungKnapp"), hk);
      JsonNode prediction = back.get("predictionHTS");
      boolean defined =
          prediction != null && !prediction.isNull() && !prediction.get("ciLower").isNull();
      assertEquals(defined, wald.backTransformedPrediction().isPresent(), what);
      wald.backTransformedPrediction()
          .ifPresent(
              i -> {
                assertClose(what, prediction.get("ciLower"), i.lower(), ITERATIVE, 100);
                assertClose(what, prediction.get("ciUpper"), i.upper(), ITERATIVE, 100);
              });
    }
  }

  private static void check(String what, JsonNode expected, Fit fit) {
    if (expected == null || expected.isNull()) {
      return;
    }
    BackTransformed shown = fit.backTransformed();
    assertClose(what, expected.get("estimate"), shown.estimate(), ITERATIVE, 100);
    if (!expected.get("ciLower").isNull()) {
      assertClose(what, expected.get("ciLower"), shown.interval().lower(), ITERATIVE, 100);
      assertClose(what, expected.get("ciUpper"), shown.interval().upper(), ITERATIVE, 100);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("inverse")
  void freemanTukeyInverse(String name, JsonNode c) {
    double[] transformed = doubles(c.get("transformed"));
    double[] n = doubles(c.get("n"));
    double[] proportion = doubles(c.get("proportion"));
    for (int i = 0; i < n.length; i++) {
      double back = AnalysisScale.FREEMAN_TUKEY.backTransform(transformed[i], n[i]);
      assertEquals(proportion[i], back, 1e-12, name + " " + i);
    }
  }
}
