package org.copse.model;

import static org.copse.effect.BinaryMeasure.ODDS_RATIO;
import static org.copse.effect.BinaryMeasure.PETO_ODDS_RATIO;
import static org.copse.effect.BinaryMeasure.RISK_DIFFERENCE;
import static org.copse.effect.BinaryMeasure.RISK_RATIO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.copse.Bcg;
import org.copse.effect.Interval;
import org.copse.heterogeneity.ISquared;
import org.copse.heterogeneity.PredictionMethod;
import org.copse.heterogeneity.QCentre;
import org.copse.heterogeneity.Tau2Estimator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The numbers of the field's best known example: metafor's and meta's, whose golden files hold them
 * to more digits. To four decimals Stata's metan has the same estimates, Q, τ² and I² of the common
 * effect, DerSimonian-Laird, Mantel-Haenszel and Peto, as metafor's own tests list them.
 */
class BcgNumbersTest {

  @Test
  void commonEffect() {
    Fit fit = CommonEffect.of(Bcg.effects(RISK_RATIO));
    assertEquals(-0.430285, fit.estimate(), 5e-7);
    assertEquals(152.2330, fit.heterogeneity().q(), 5e-5);
  }

  @Test
  void derSimonianLaird() {
    RandomEffectsFit fit = RandomEffects.preset(Preset.CMA).fit(Bcg.effects(RISK_RATIO));
    assertEquals(-0.714117, fit.estimate(), 5e-7);
    assertEquals(0.308760, fit.tau2(), 5e-7);
    assertEquals(92.117, fit.iSquared(), 5e-4);
    assertEquals(ISquared.Source.Q, fit.iSquaredSource());
    RandomEffectsFit revMan = RandomEffects.preset(Preset.REVMAN5).fit(Bcg.effects(RISK_RATIO));
    assertTrue(revMan.prediction().isEmpty());
  }

  @Test
  void restrictedMaximumLikelihoodWithTheDefaults() {
    RandomEffectsFit fit = RandomEffects.of(Bcg.effects(RISK_RATIO));
    assertEquals(-0.714532, fit.estimate(), 5e-7);
    assertEquals(0.313243, fit.tau2(), 5e-7);
    assertEquals(92.117, fit.iSquaredFromQ(), 5e-4);
    assertEquals(92.2214, fit.iSquaredFromTau2(), 5e-5);
    assertEquals(fit.iSquaredFromTau2(), fit.iSquared());
    assertInterval(-1.108444, -0.320621, fit.interval(), 5e-7);
    assertInterval(0.11971836, 1.11147908, fit.tau2Interval().orElseThrow(), 5e-9);
    RandomEffectsFit wald = RandomEffects.preset(Preset.METAFOR5).fit(Bcg.effects(RISK_RATIO));
    assertEquals(0.179782, wald.standardError(), 5e-7);
    assertEquals(0.4894, fit.backTransformed().estimate(), 5e-5);
    assertEquals(0.3301, fit.backTransformed().interval().lower(), 5e-5);
  }

  @ParameterizedTest
  @CsvSource({
    "V,-1.995342,0.566277",
    "HTS,-2.008376,0.579311",
    "HK,-1.996017,0.566952",
    "S,-1.866692,0.437628"
  })
  void predictionIntervals(PredictionMethod method, double lower, double upper) {
    RandomEffectsFit fit =
        RandomEffects.withDefaults().prediction(method).fit(Bcg.effects(RISK_RATIO));
    assertInterval(lower, upper, fit.prediction().orElseThrow().interval(), 5e-7);
    assertEquals(method, fit.prediction().orElseThrow().method());
  }

  private static void assertInterval(
      double lower, double upper, Interval actual, double tolerance) {
    assertEquals(lower, actual.lower(), tolerance);
    assertEquals(upper, actual.upper(), tolerance);
  }

  @Test
  void mantelHaenszelAndPeto() {
    Fit rr = MantelHaenszel.of(Bcg.effects(RISK_RATIO));
    assertEquals(-0.453710, rr.estimate(), 5e-7);
    assertEquals(152.568, rr.heterogeneity().q(), 5e-4);
    assertEquals(QCentre.MANTEL_HAENSZEL, rr.heterogeneity().centre());
    Fit inverse = MantelHaenszel.preset(Preset.META8).fit(Bcg.effects(RISK_RATIO));
    assertEquals(152.233, inverse.heterogeneity().q(), 5e-4);
    assertEquals(QCentre.INVERSE_VARIANCE, inverse.heterogeneity().centre());
    assertEquals(-0.473411, MantelHaenszel.of(Bcg.effects(ODDS_RATIO)).estimate(), 5e-7);
    Fit peto = Peto.of(Bcg.effects(PETO_ODDS_RATIO));
    assertEquals(-0.474446, peto.estimate(), 5e-7);
    assertEquals(167.7302, peto.heterogeneity().q(), 5e-5);
  }

  @Test
  void bothVariancesOfTheRiskDifference() {
    Fit greenlandRobins = MantelHaenszel.of(Bcg.effects(RISK_DIFFERENCE));
    assertEquals(-0.00328818, greenlandRobins.estimate(), 5e-9);
    assertEquals(0.000284516, greenlandRobins.standardError(), 5e-10);
    assertTrue(greenlandRobins.methods().toString().contains("Greenland-Robins"));
    Fit sato = MantelHaenszel.preset(Preset.METAFOR5).fit(Bcg.effects(RISK_DIFFERENCE));
    assertEquals(0.000286657, sato.standardError(), 5e-10);
    assertTrue(sato.methods().toString().contains("Sato"));
  }

  @Test
  void settingsAreKeptWhateverTheOrder() {
    RandomEffects one =
        RandomEffects.withDefaults()
            .level(0.90)
            .interval(ConfidenceMethod.T)
            .tau2(Tau2Estimator.PM)
            .iSquared(ISquared.Source.Q)
            .withoutPrediction();
    RandomEffects two =
        RandomEffects.withDefaults()
            .withoutPrediction()
            .iSquared(ISquared.Source.Q)
            .tau2(Tau2Estimator.PM)
            .interval(ConfidenceMethod.T)
            .level(0.90);
    RandomEffectsFit a = one.fit(Bcg.effects(RISK_RATIO));
    RandomEffectsFit b = two.fit(Bcg.effects(RISK_RATIO));
    assertEquals(a.interval(), b.interval());
    assertEquals(a.methods(), b.methods());
    assertEquals(0.90, a.level());
    assertEquals(12, a.test().df());
    assertEquals("t", a.test().symbol());
    assertTrue(a.prediction().isEmpty());
    assertEquals(a.iSquaredFromQ(), a.iSquared());
    assertEquals(Tau2Estimator.PM, a.tau2Estimator());
    assertEquals(ConfidenceMethod.T, a.confidenceMethod());
  }
}
