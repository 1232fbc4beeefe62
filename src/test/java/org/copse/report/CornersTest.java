package org.copse.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.copse.effect.Effects;
import org.copse.heterogeneity.PredictionMethod;
import org.copse.heterogeneity.Tau2Estimator;
import org.copse.model.ConfidenceMethod;
import org.copse.model.Fit;
import org.copse.model.PlainEffects;
import org.copse.model.Preset;
import org.copse.model.RandomEffects;
import org.copse.model.RandomEffectsFit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every estimator, interval, prediction and preset in every corner: no exception, finite numbers,
 * what is undefined absent and noted, and no NaN in the printed tables.
 */
final class CornersTest {

  private static final Map<String, Effects> CORNERS = corners();

  private static Map<String, Effects> corners() {
    Map<String, Effects> corners = new LinkedHashMap<>();
    corners.put("k = 1", plain(new double[] {0.3}, new double[] {0.04}));
    corners.put("k = 2", plain(new double[] {-0.8, -0.6}, new double[] {0.008, 0.04}));
    corners.put("k = 2 apart", plain(new double[] {-3, 3}, new double[] {0.01, 0.01}));
    corners.put("k = 2 equal", plain(new double[] {0.5, 0.5}, new double[] {0.1, 0.1}));
    corners.put("k = 3", plain(new double[] {0.1, 0.5, 1.4}, new double[] {0.1, 0.2, 0.05}));
    double[] effects = {0.1, 0.12, 0.09, 0.11, 0.105, 0.1};
    corners.put("tau² = 0", plain(effects, filled(6, 0.05)));
    corners.put("all equal", plain(filled(6, 0.25), new double[] {1, 2, 3, 4, 5, 6}));
    corners.put("all zero", plain(filled(4, 0), filled(4, 1)));
    double[] orders = {1e-12, 1e-10, 1e-8, 1e-6, 1e-4, 1e-2, 1};
    double[] spread = {0.2, 0.21, 0.1, 0.3, -0.2, 0.5, 1.5};
    corners.put("variances over 12 orders", plain(spread, orders));
    double[] one = {0.2, 1.2, -0.8, 0.4};
    corners.put("one study with nearly all weight", plain(one, new double[] {1e-10, 1, 2, 1.5}));
    corners.put("far from zero", plain(new double[] {1e6, 1e6 + 1, 1e6 - 2}, filled(3, 0.5)));
    corners.put("huge variances", plain(one, filled(4, 1e12)));
    corners.put("tiny units", plain(new double[] {1e-9, 3e-9, -2e-9}, filled(3, 1e-19)));
    return corners;
  }

  private static Effects plain(double[] y, double[] v) {
    return PlainEffects.of(y, v);
  }

  private static double[] filled(int k, double value) {
    double[] values = new double[k];
    Arrays.fill(values, value);
    return values;
  }

  static Stream<String> names() {
    return CORNERS.keySet().stream();
  }

  private static List<RandomEffects> models() {
    List<RandomEffects> models = new ArrayList<>();
    for (Tau2Estimator estimator : Tau2Estimator.values()) {
      models.add(RandomEffects.withDefaults().tau2(estimator));
    }
    for (ConfidenceMethod method : ConfidenceMethod.values()) {
      models.add(RandomEffects.withDefaults().interval(method));
    }
    for (PredictionMethod method : PredictionMethod.values()) {
      models.add(RandomEffects.withDefaults().prediction(method));
    }
    for (Preset preset : Preset.values()) {
      models.add(RandomEffects.preset(preset));
    }
    return models;
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyMethodAnswers(String name) {
    for (RandomEffects model : models()) {
      RandomEffectsFit fit = model.fit(CORNERS.get(name));
      String where = name + ": " + fit.methods();
      assertTrue(fit.tau2() >= 0 && fit.tau2() < Double.POSITIVE_INFINITY, where);
      assertFinite(fit, where);
      fit.tau2Interval()
          .ifPresent(i -> assertTrue(i.lower() >= 0 && i.lower() <= i.upper(), where));
      fit.prediction()
          .ifPresent(p -> assertTrue(p.interval().lower() <= p.interval().upper(), where));
      assertPrintsNumbers(fit, where);
    }
  }

  private static void assertFinite(Fit fit, String where) {
    assertTrue(Double.isFinite(fit.estimate()), where);
    assertTrue(fit.standardError() >= 0 && Double.isFinite(fit.standardError()), where);
    assertTrue(fit.interval().lower() <= fit.estimate(), where);
    assertTrue(fit.interval().upper() >= fit.estimate(), where);
    double total = 0;
    for (int i = 0; i < fit.k(); i++) {
      total += fit.weight(i);
    }
    assertEquals(100, total, 1e-9, where);
  }

  private static void assertPrintsNumbers(Fit fit, String where) {
    String text = PlainTable.of(FitReport.of(fit));
    assertFalse(text.contains("NaN") || text.contains("Infinity"), () -> where + "\n" + text);
  }

  @Test
  void aHundredThousandStudies() {
    Random random = new Random(20261121);
    double[] y = new double[100_000];
    double[] v = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      v[i] = Math.exp(random.nextGaussian());
      y[i] = 0.5 + random.nextGaussian() * Math.sqrt(0.3 + v[i]);
    }
    Effects effects = plain(y, v);
    for (Tau2Estimator estimator : Tau2Estimator.values()) {
      RandomEffectsFit fit = RandomEffects.withDefaults().tau2(estimator).fit(effects);
      // Sidik-Jonkman's start value holds the sampling variances too, so it is far too high here
      double expected = estimator == Tau2Estimator.SJ ? 0.9 : 0.3;
      assertEquals(expected, fit.tau2(), 0.06, estimator.name());
      assertEquals(0.5, fit.estimate(), 0.02, estimator.name());
      assertTrue(fit.tau2Interval().orElseThrow().lower() > 0.2, estimator.name());
    }
  }
}
