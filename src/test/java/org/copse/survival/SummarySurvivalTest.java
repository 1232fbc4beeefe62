package org.copse.survival;

import static org.copse.Golden.assertClose;
import static org.copse.Golden.doubles;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.copse.Golden;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SummarySurvivalTest {

  private static SummarySurvivalFit cabibbo(double[] times) {
    Map<String, List<String>> csv = SurvivalSets.csv("hepatocellular");
    List<String> study = csv.get("study");
    double[] months = SurvivalSets.numbers(csv.get("months"));
    double[] survival = SurvivalSets.numbers(csv.get("survival"));
    double[] atRisk = SurvivalSets.numbers(csv.get("atRisk"));
    SummarySurvival summary = SummarySurvival.at(times);
    for (String label : study.stream().distinct().toList()) {
      int[] rows =
          IntStream.range(0, months.length)
              .filter(i -> study.get(i).equals(label) && months[i] <= times[times.length - 1])
              .toArray();
      summary =
          summary.study(
              label,
              IntStream.of(rows).mapToDouble(i -> survival[i]).toArray(),
              IntStream.of(rows).mapToDouble(i -> atRisk[i]).toArray());
    }
    return summary.pool();
  }

  @TestFactory
  Stream<DynamicTest> curvesAgreeWithTheFormulasAndMetaSurvival() {
    return Golden.cases("survival_summary")
        .map(c -> DynamicTest.dynamicTest(c.get("name").asText(), () -> check(c)));
  }

  private static void check(JsonNode golden) {
    SummarySurvivalFit fit = cabibbo(doubles(golden.get("times")));
    same(golden.get("common"), fit.commonEffect());
    same(golden.get("random"), fit.randomEffects());
    SurvivalTest q = fit.heterogeneity().get();
    assertClose("Q", golden.get("q"), q.statistic(), 1e-10, 1);
    assertEquals(golden.get("df").asInt(), q.df());
    if (golden.has("metaSurvival")) {
      JsonNode r = golden.get("metaSurvival");
      for (int j = 0; j < r.get("random").size(); j++) {
        double found = fit.randomEffects().get(j).survival();
        assertClose("metaSurvival", r.get("random").get(j), found, 1e-7, 1);
      }
      assertEquals(r.get("medianCommon").asDouble(), fit.medianCommonEffect().getAsDouble(), 1e-6);
      assertEquals(r.get("medianRandom").asDouble(), fit.medianRandomEffects().getAsDouble(), 1e-6);
    }
  }

  private static void same(JsonNode golden, List<SummaryPoint> curve) {
    for (int j = 0; j < curve.size(); j++) {
      SummaryPoint point = curve.get(j);
      assertClose("S", golden.get("survival").get(j), point.survival(), 1e-9, 1);
      assertClose("lower", golden.get("lower").get(j), point.interval().lower(), 1e-9, 1);
      assertClose("upper", golden.get("upper").get(j), point.interval().upper(), 1e-9, 1);
    }
  }

  @Test
  void equalStudiesHaveNoHeterogeneityAndTheirOwnCurve() {
    double[] s = {0.9, 0.7, 0.4};
    double[] n = {2000, 1800, 1400};
    SummarySurvivalFit fit =
        SummarySurvival.at(1, 2, 3).study("a", s, n).study("b", s, n).study("c", s, n).pool();
    assertEquals(0, fit.heterogeneity().get().statistic(), 1e-12);
    assertEquals(0, fit.betweenStudies(0, 1), 1e-12);
    for (int j = 0; j < 3; j++) {
      assertEquals(s[j], fit.randomEffects().get(j).survival(), 5e-4);
      assertEquals(
          fit.commonEffect().get(j).survival(), fit.randomEffects().get(j).survival(), 1e-12);
    }
    assertEquals(2 + 0.2 / 0.3, fit.medianRandomEffects().getAsDouble(), 5e-3);
  }

  @Test
  void curvesOfPatientsAreReadAsFarAsTheyGo() {
    KaplanMeierFit veteran = KaplanMeier.of(SurvivalSets.veteran());
    SurvivalCurve lung = KaplanMeier.of(SurvivalSets.lung()).curve("1");
    SummarySurvivalFit fit =
        SummarySurvival.at(100, 300, 500, 900)
            .curve("lung", lung)
            .curve("veteran", veteran.curve("1"))
            .pool();
    assertEquals(
        List.of(2, 2, 2, 1), fit.randomEffects().stream().map(SummaryPoint::studies).toList());
    assertTrue(fit.notes().get(1).startsWith("from 900 on one study is left"));
    SummaryPoint first = fit.commonEffect().get(0);
    assertTrue(first.interval().contains(first.survival()));
  }

  @Test
  void whatCannotBeSummarisedIsNamed() {
    SummarySurvival summary = SummarySurvival.at(1, 2);
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    summary
                        .study("A", new double[] {0.5, 0.7}, new double[] {10, 0})
                        .study("B", new double[] {1.2}, new double[] {10})
                        .pool())
            .getMessage();
    assertTrue(message.contains("2 problems"), message);
    assertTrue(message.contains("survival of 'B' must be 0 to 1"), message);
    assertTrue(message.contains("survival of 'A' must be 0 to 1, not rise"), message);
    assertThrows(IllegalArgumentException.class, () -> SummarySurvival.at(2, 1));
    assertTrue(
        assertThrows(IllegalArgumentException.class, summary::pool)
            .getMessage()
            .contains("was none at 1, 2."));
    SummarySurvival one = summary.study("A", new double[] {0.5}, new double[] {10});
    assertTrue(
        assertThrows(IllegalArgumentException.class, one::pool)
            .getMessage()
            .contains("reached by a study, was none at 2"));
  }
}
