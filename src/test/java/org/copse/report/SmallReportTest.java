package org.copse.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.copse.Bcg;
import org.copse.effect.ArmMeans;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.ContinuousEffects;
import org.copse.effect.ContinuousMeasure;
import org.copse.effect.Interval;
import org.copse.effect.Reported;
import org.copse.effect.ReportedEffects;
import org.copse.effect.ReportedMeasure;
import org.copse.effect.Studies;
import org.copse.model.CommonEffect;
import org.copse.model.RandomEffects;
import org.copse.model.RandomEffectsFit;
import org.junit.jupiter.api.Test;

/** Single results and tables of effects. */
final class SmallReportTest {

  private static final RandomEffectsFit FIT =
      RandomEffects.of(Bcg.effects(BinaryMeasure.RISK_RATIO));

  private static List<List<String>> cells(ReportTable table) {
    return table.rows().stream().map(ReportTable.Row::cells).toList();
  }

  @Test
  void singleResults() {
    assertEquals(
        List.of(
            List.of("Q", "152.23"),
            List.of("df", "12"),
            List.of("p", "< 0.0001"),
            List.of("I\u00b2 (from Q)", "92.1%"),
            List.of("H\u00b2 (from Q)", "12.686")),
        cells(SmallReport.of(FIT.heterogeneity())));
    assertEquals(
        List.of(List.of("t", "\u22123.9522"), List.of("df", "12"), List.of("p", "0.0019")),
        cells(SmallReport.of(FIT.test())));
    assertEquals(
        List.of(
            List.of("Method", "V (t, k \u2212 1 df)"), List.of("95%", "[\u22121.9953; 0.56628]")),
        cells(SmallReport.of(FIT.prediction().orElseThrow())));
    assertEquals(
        List.of(List.of("90%", "[0.10000; \u221e]")),
        cells(SmallReport.of(new Interval(.1, Double.POSITIVE_INFINITY, .9))));
    assertEquals(
        List.of(List.of("Estimate", "0.48942"), List.of("95% CI", "[0.33007; 0.72570]")),
        cells(SmallReport.of(FIT.backTransformed())));
  }

  @Test
  void normalTestsHaveNoDegreesOfFreedomAndOneStudyNoQ() {
    assertEquals(
        List.of("df", Numbers.ABSENT),
        cells(SmallReport.of(CommonEffect.of(FIT.effects()).test())).get(1));
    assertEquals(
        List.of("Q", Numbers.ABSENT), cells(SmallReport.of(FIT.refit(0).heterogeneity())).get(0));
  }

  @Test
  void countsStandUnderTheirArms() {
    ReportTable table = EffectsReport.of(Bcg.effects(BinaryMeasure.RISK_RATIO));
    assertEquals("Vaccinated events", table.columns().get(1).fullHeader());
    assertEquals(
        List.of("Aronson 1948", "4", "123", "11", "139", "0.41", "[0.13; 1.26]", "0.5706"),
        table.rows().get(0).cells());
    assertEquals("Risk ratio, 13 studies", table.caption());
  }

  @Test
  void meansAndReportedEstimates() {
    ContinuousEffects means =
        ContinuousEffects.of(
            ContinuousMeasure.MEAN_DIFFERENCE,
            Studies.named("a"),
            List.of(new ArmMeans(155, 55, 47, 156, 75, 64)));
    assertEquals(
        List.of(
            "a",
            "55",
            "47",
            "155",
            "75",
            "64",
            "156",
            "\u221220.00",
            "[\u221232.47; \u22127.53]",
            "6.3646"),
        EffectsReport.of(means).rows().get(0).cells());
    ReportedEffects hr =
        ReportedEffects.of(
            ReportedMeasure.HAZARD_RATIO,
            Studies.named("BOLERO-2"),
            List.of(Reported.fromInterval(ReportedMeasure.HAZARD_RATIO, .45, .38, .54, .95)));
    assertEquals(
        List.of("BOLERO-2", "0.45", "[0.38; 0.54]", "0.0896"),
        EffectsReport.of(hr).rows().get(0).cells());
  }
}
