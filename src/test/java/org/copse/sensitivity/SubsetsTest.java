package org.copse.sensitivity;

import static org.copse.Golden.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.copse.Golden;
import org.copse.bias.PCurve;
import org.copse.bias.PCurveResult;
import org.copse.bias.PCurveTests;
import org.copse.data.Datasets;
import org.copse.data.Trials;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Effects;
import org.copse.effect.Reported;
import org.copse.effect.ReportedEffects;
import org.copse.effect.ReportedMeasure;
import org.copse.effect.Studies;
import org.copse.heterogeneity.Tau2Estimator;
import org.copse.heterogeneity.Tau2Profile;
import org.copse.model.CommonEffect;
import org.copse.model.ConfidenceMethod;
import org.copse.model.Fit;
import org.copse.model.RandomEffects;
import org.junit.jupiter.api.Test;

class SubsetsTest {

  private static final Map<String, JsonNode> SETS =
      Golden.cases("sets").collect(Collectors.toMap(c -> c.get("name").asText(), c -> c));

  private static List<JsonNode> cases(String kind) {
    List<JsonNode> cases =
        Golden.cases("subsets").filter(c -> c.get("kind").asText().equals(kind)).toList();
    assertTrue(cases.size() > 3, kind + " " + cases.size());
    return cases;
  }

  private static double[] y(JsonNode c) {
    return Golden.doubles(SETS.get(c.get("name").asText()).get("yi"));
  }

  private static double[] v(JsonNode c) {
    return Golden.doubles(SETS.get(c.get("name").asText()).get("vi"));
  }

  private static Effects effects(double[] y, double[] v) {
    List<String> labels = new ArrayList<>();
    List<Reported> data = new ArrayList<>();
    for (int i = 0; i < y.length; i++) {
      labels.add("Study " + i);
      data.add(new Reported(y[i], Math.sqrt(v[i]), "given"));
    }
    return ReportedEffects.of(ReportedMeasure.HAZARD_RATIO, Studies.of(labels), data);
  }

  private static Effects bcg() {
    return Trials.of(Datasets.bcgVaccine())
        .study("author")
        .year("year")
        .binary("tpos", "tn", "cpos", "cn")
        .as(BinaryMeasure.RISK_RATIO);
  }

  @Test
  void goshAgreesWithR() {
    for (JsonNode c : cases("gosh")) {
      Effects effects = effects(y(c), v(c));
      Fit fit =
          c.get("method").asText().equals("EE")
              ? CommonEffect.of(effects)
              : RandomEffects.withDefaults().tau2(Tau2Estimator.DL).fit(effects);
      GoshResult r = Gosh.of(fit);
      assertEquals((1 << effects.size()) - 1, r.size());
      double[] masks = Golden.doubles(c.get("mask"));
      double[] estimates = Golden.doubles(c.get("estimate"));
      double[] i2 = Golden.doubles(c.get("i2"));
      for (int j = 0; j < masks.length; j++) {
        int set = (int) masks[j] - 1;
        String what = c.get("name") + " " + c.get("method") + " " + set;
        assertEquals(Integer.bitCount(set + 1), r.studies(set), what);
        assertTrue(r.includes(set, Integer.numberOfTrailingZeros(set + 1)), what);
        assertClose(what, estimates[j], r.estimate(set), 1e-10, 1e3);
        if (r.studies(set) > 1) {
          assertClose(what, i2[j], r.iSquared(set), 1e-8, 1e4);
        }
      }
    }
  }

  @Test
  void manyStudiesGiveSeededRandomSubsets() {
    SplittableRandom random = new SplittableRandom(7);
    double[] y = random.doubles(20).toArray();
    double[] v = random.doubles(20, .1, 1).toArray();
    Fit fit = CommonEffect.of(effects(y, v));
    GoshResult a = Gosh.withDefaults().subsets(500).seed(3).fit(fit);
    GoshResult b = Gosh.withDefaults().subsets(500).seed(3).fit(fit);
    GoshResult other = Gosh.withDefaults().subsets(500).seed(4).fit(fit);
    assertEquals(500, a.size());
    int differing = 0;
    for (int set = 0; set < 500; set++) {
      assertEquals(a.estimate(set), b.estimate(set));
      differing += a.estimate(set) == other.estimate(set) ? 0 : 1;
      double sum = 0;
      double weights = 0;
      for (int i = 0; i < 20; i++) {
        if (a.includes(set, i)) {
          sum += y[i] / v[i];
          weights += 1 / v[i];
        }
      }
      assertEquals(sum / weights, a.estimate(set), 1e-12);
    }
    assertTrue(differing > 400);
    assertThrows(IllegalArgumentException.class, () -> Gosh.withDefaults().subsets(0));
    Fit sj = RandomEffects.withDefaults().tau2(Tau2Estimator.SJ).fit(effects(y, v));
    assertThrows(IllegalArgumentException.class, () -> Gosh.of(sj));
  }

  @Test
  void profilesAgreeWithR() {
    for (JsonNode c : cases("profile")) {
      Tau2Profile p = Tau2Profile.of(y(c), v(c), c.get("restricted").asBoolean(), .95);
      double[] at = Golden.doubles(c.get("at"));
      double[] expected = Golden.doubles(c.get("difference"));
      for (int i = 0; i < at.length; i++) {
        double difference = p.difference(at[i]) - p.difference(at[0]);
        assertClose(c.get("name") + " " + at[i], expected[i], difference, 1e-8, 1e7);
        assertTrue(p.difference(at[i]) <= 1e-9);
      }
      assertEquals(0, p.difference(p.maximum()), 1e-9);
      assertEquals(-3.841458820694124, p.difference(p.interval().upper()), 1e-6);
    }
  }

  @Test
  void pCurvesAgreeWithNonCentralChiSquared() {
    for (JsonNode c : cases("pcurve")) {
      PCurveResult r = PCurve.of(CommonEffect.of(effects(y(c), v(c))));
      PCurveTests t = r.tests().orElseThrow();
      String what = c.get("name").asText();
      assertEquals(c.get("k").asInt(), r.studies().size(), what);
      assertClose(what, c.get("full"), t.skewZ(), 1e-8, 1);
      assertClose(what, c.get("flat"), t.flatZ(), 1e-8, 1);
      if (!c.get("half").isNull()) {
        assertClose(what, c.get("half"), t.halfSkewZ(), 1e-8, 1);
        assertClose(what, c.get("flatHalf"), t.halfFlatZ(), 1e-8, 1);
      }
      assertClose(what, c.get("binomial"), t.binomialP(), 1e-10, 1);
      assertClose(what, c.get("binomialFlat"), t.binomialFlatP(), 1e-8, 1);
      assertClose(what, c.get("power"), t.power(), 1e-8, 1);
      assertClose(what, c.get("low"), t.powerLower(), 1e-8, 1);
      assertClose(what, c.get("high"), t.powerUpper(), 1e-8, 1);
    }
  }

  @Test
  void withoutSignificantStudiesThereIsANoteAndNoTest() {
    PCurveResult r =
        PCurve.of(CommonEffect.of(effects(new double[] {.1, .2}, new double[] {1, 1})));
    assertTrue(r.tests().isEmpty());
    assertTrue(r.notes().contains("No test: no study is significant."));
    double sum = 0;
    for (double share : r.expectedAtThirdPower()) {
      sum += share;
    }
    assertEquals(1, sum, 1e-9);
  }

  @Test
  void everySpecificationIsThatFit() {
    Effects effects = bcg();
    SpecificationAnalysis a =
        SpecificationCurve.withDefaults()
            .measures(BinaryMeasure.RISK_RATIO, BinaryMeasure.ODDS_RATIO)
            .without("Without Madras", 7)
            .fit(effects);
    assertEquals(2 * 3 * 2 * 2, a.specifications().size());
    Map<String, Integer> seen = new HashMap<>();
    double last = Double.NEGATIVE_INFINITY;
    for (Specification s : a.specifications()) {
      seen.merge(s.studies(), 1, Integer::sum);
      assertTrue(s.fit().estimate() >= last);
      last = s.fit().estimate();
      if (s.measure().equals("Risk ratio")
          && s.estimator().equals("DL")
          && s.studies().equals("Without Madras")
          && s.interval().startsWith("Wald")) {
        Fit same =
            RandomEffects.withDefaults()
                .tau2(Tau2Estimator.DL)
                .interval(ConfidenceMethod.WALD)
                .fit(effects.without(7));
        assertEquals(same.interval().lower(), s.fit().interval().lower(), 1e-15);
      }
    }
    assertEquals(Map.of("All studies", 12, "Without Madras", 12), seen);
    SpecificationCurve mixed =
        SpecificationCurve.withDefaults()
            .measures(BinaryMeasure.RISK_RATIO, BinaryMeasure.RISK_DIFFERENCE);
    assertThrows(IllegalArgumentException.class, () -> mixed.fit(effects));
    assertEquals(
        6 * 14,
        SpecificationCurve.withDefaults().leaveOneOut().fit(effects).specifications().size());
  }

  @Test
  void pValueFunctionsEndAtTheirIntervals() {
    Fit fit = RandomEffects.of(bcg());
    var pooled = PValueFunction.ofPooled(fit);
    assertEquals(.05, pooled.applyAsDouble(fit.interval().upper()), 1e-12);
    assertEquals(fit.test().p(), pooled.applyAsDouble(0), 1e-15);
    var study = PValueFunction.ofStudy(fit.effects(), 2);
    assertEquals(.01, study.applyAsDouble(fit.effects().interval(2, .99).lower()), 1e-12);
    assertEquals(1, study.applyAsDouble(fit.effects().estimate(2)));
    assertFalse(Double.isNaN(study.applyAsDouble(100)));
  }
}
