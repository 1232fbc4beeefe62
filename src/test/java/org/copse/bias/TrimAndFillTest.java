package org.copse.bias;

import static org.copse.Golden.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.copse.Golden;
import org.copse.effect.Reported;
import org.copse.effect.ReportedEffects;
import org.copse.effect.ReportedMeasure;
import org.copse.effect.Studies;
import org.copse.heterogeneity.Tau2Estimator;
import org.copse.model.CommonEffect;
import org.copse.model.ConfidenceMethod;
import org.copse.model.Fit;
import org.copse.model.RandomEffects;
import org.copse.model.RandomEffectsFit;
import org.junit.jupiter.api.Test;

class TrimAndFillTest {

  private static final Map<String, JsonNode> SETS =
      Golden.cases("sets").collect(Collectors.toMap(c -> c.get("name").asText(), c -> c));

  static ReportedEffects effects(double[] y, double[] v) {
    List<String> labels = new ArrayList<>();
    List<Reported> data = new ArrayList<>();
    for (int i = 0; i < y.length; i++) {
      labels.add("Study " + i);
      data.add(new Reported(y[i], Math.sqrt(v[i]), "given"));
    }
    return ReportedEffects.of(ReportedMeasure.HAZARD_RATIO, Studies.of(labels), data);
  }

  static Fit fit(JsonNode set, String method) {
    ReportedEffects effects = effects(Golden.doubles(set.get("yi")), Golden.doubles(set.get("vi")));
    return method.equals("EE")
        ? CommonEffect.of(effects)
        : RandomEffects.withDefaults()
            .tau2(Tau2Estimator.valueOf(method))
            .interval(ConfidenceMethod.WALD)
            .fit(effects);
  }

  @Test
  void agreesWithR() {
    int cases = 0;
    int filled = 0;
    int same = 0;
    int automatic = 0;
    for (JsonNode c : (Iterable<JsonNode>) Golden.cases("trimfill")::iterator) {
      String name = c.get("name").asText();
      String what = name + " " + c;
      if (c.get("method").asText().equals("meta")) {
        TrimAndFillResult r =
            TrimAndFill.withDefaults().trimByCommonEffect().fit(fit(SETS.get(name), "DL"));
        automatic++;
        same += r.side().label().equals(c.get("side").asText()) ? 1 : 0;
        assertEquals(c.get("side").asText(), r.side().label(), what);
        assertEquals(c.get("k0").asInt(), r.missing(), what);
        assertClose(what, c.get("estimate"), r.filled().estimate(), 1e-10, 1);
        continue;
      }
      TrimAndFillResult r =
          TrimAndFill.withDefaults()
              .estimator(TrimEstimator.valueOf(c.get("estimator").asText()))
              .side(FunnelSide.valueOf(c.get("side").asText().toUpperCase(java.util.Locale.ROOT)))
              .fit(fit(SETS.get(name), c.get("method").asText()));
      cases++;
      filled += r.missing() > 0 ? 1 : 0;
      assertEquals(c.get("k0").asInt(), r.missing(), what);
      double accuracy = c.get("method").asText().equals("REML") ? 1e-8 : 1e-10;
      assertClose(what, c.get("estimate"), r.filled().estimate(), accuracy, 1);
      assertClose(what, c.get("standardError"), r.filled().standardError(), accuracy, 1);
      if (r.filled() instanceof RandomEffectsFit random) {
        assertClose(what, c.get("tau2"), random.tau2(), accuracy, 1);
      }
      if (c.get("se").isNull()) {
        assertTrue(r.standardError().isEmpty(), what);
      } else {
        assertClose(what, c.get("se"), r.standardError().orElseThrow(), 1e-12, 1);
      }
      if (!c.get("p").isNull()) {
        assertClose(what, c.get("p"), r.test().orElseThrow().p(), 1e-12, 1);
      }
      double[] mirrored =
          Arrays.stream(r.filledRows()).mapToDouble(r.filled().effects()::estimate).toArray();
      Arrays.sort(mirrored);
      double[] expected = Golden.doubles(c.get("filled"));
      assertEquals(expected.length, mirrored.length, what);
      for (int i = 0; i < expected.length; i++) {
        assertClose(what, expected[i], mirrored[i], accuracy, 1);
      }
    }
    assertTrue(cases > 150 && filled > 50 && automatic > 10, cases + " " + filled + " " + same);
  }

  @Test
  void symmetricStudiesMissNone() {
    Fit fit = CommonEffect.of(effects(new double[] {-1, 0, 1}, new double[] {1, .5, 1}));
    TrimAndFillResult r = TrimAndFill.of(fit);
    assertEquals(0, r.missing());
    assertEquals(fit.estimate(), r.filled().estimate(), 1e-15);
    assertEquals(0, r.filledRows().length);
  }

  @Test
  void mirrorImagesKeepNamesApartAndHostileTextAsItIs() {
    double[] y = {0, .1, .3, .6, 1.1, 1.4};
    double[] v = {.01, .02, .05, .1, .2, .3};
    TrimAndFillResult r =
        TrimAndFill.withDefaults().side(FunnelSide.LEFT).fit(CommonEffect.of(effects(y, v)));
    assertTrue(r.missing() >= 2, r.toString());
    int last = r.filled().effects().size() - 1;
    assertEquals("Filled: Study 5", r.filled().effects().studies().label(last));
    assertEquals(.3, r.filled().effects().variance(last), 1e-12);
  }

  @Test
  void needsThreeStudiesAndInverseVariance() {
    Fit two = CommonEffect.of(effects(new double[] {0, 1}, new double[] {1, 2}));
    String message =
        assertThrows(IllegalArgumentException.class, () -> TrimAndFill.of(two)).getMessage();
    assertTrue(message.contains("at least 3 studies, was Common effect of 2"), message);
  }
}
