package org.copse.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.copse.Bcg;
import org.copse.convert.AbsoluteEffect;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Interval;
import org.copse.effect.Reported;
import org.copse.effect.ReportedEffects;
import org.copse.effect.ReportedMeasure;
import org.copse.effect.Studies;
import org.junit.jupiter.api.Test;

class NumberNeededToTreatTest {

  @Test
  void pooledEffectsGoToTheBaselineRisk() {
    BinaryEffects rr = Bcg.effects(BinaryMeasure.RISK_RATIO);
    Fit fit = RandomEffects.of(rr);
    AbsoluteEffect effect = NumberNeededToTreat.absoluteEffect(fit, 0.02);
    double ratio = fit.backTransformed().estimate();
    Interval ci = fit.backTransformed().interval();
    assertEquals(0.02 * (ratio - 1), effect.riskDifference(), 1e-15);
    assertEquals(0.02 * (ci.upper() - 1), effect.interval().upper(), 1e-15);
    double number = NumberNeededToTreat.of(fit, 0.02).value().orElseThrow();
    assertEquals(1 / (0.02 * (1 - ratio)), number, 1e-9);
    String harm = NumberNeededToTreat.ofDesirableEvent(fit, 0.02).text();
    assertTrue(harm.startsWith("NNTH "), harm);
  }

  @Test
  void everyMeasureOfRiskIsTaken() {
    for (BinaryMeasure measure :
        List.of(
            BinaryMeasure.ODDS_RATIO,
            BinaryMeasure.PETO_ODDS_RATIO,
            BinaryMeasure.RISK_DIFFERENCE)) {
      Fit fit = CommonEffect.of(Bcg.effects(measure));
      assertTrue(NumberNeededToTreat.of(fit, 0.02).isBenefit(), measure.label());
    }
    Fit hr = CommonEffect.of(reported(ReportedMeasure.HAZARD_RATIO));
    double s0 = 0.7;
    double expected = 1 / (Math.pow(s0, Math.exp(hr.estimate())) - s0);
    assertEquals(expected, NumberNeededToTreat.of(hr, 1 - s0).value().orElseThrow(), 1e-9);
  }

  @Test
  void otherMeasuresAreRefused() {
    Fit fit = CommonEffect.of(reported(ReportedMeasure.GENERIC_DIFFERENCE));
    String message =
        assertThrows(IllegalArgumentException.class, () -> NumberNeededToTreat.of(fit, 0.1))
            .getMessage();
    assertTrue(message.contains("GENERIC_DIFFERENCE"), message);
  }

  private static ReportedEffects reported(ReportedMeasure measure) {
    return ReportedEffects.of(
        measure,
        Studies.of(List.of("A", "B")),
        List.of(new Reported(-0.3, 0.1, "test"), new Reported(-0.4, 0.2, "test")));
  }
}
