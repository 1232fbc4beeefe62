package org.copse.model;

import static org.copse.Golden.CLOSED;
import static org.copse.Golden.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.copse.Golden;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.RateEffects;
import org.copse.effect.RateMeasure;
import org.copse.effect.RatesGolden;
import org.copse.effect.Studies;
import org.copse.effect.TwoRates;
import org.copse.heterogeneity.Heterogeneity;
import org.copse.heterogeneity.QCentre;
import org.copse.plot.ForestPlot;
import org.copse.report.FitReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mantel-Haenszel for person-time, and the corrections for two-by-two tables, against R. */
class MantelHaenszelRatesTest {

  static Stream<Arguments> rates() {
    return Golden.cases("rates")
        .filter(c -> c.get("kind").asText().equals("twoArm"))
        .map(c -> Arguments.of(c.get("name").asText(), c));
  }

  static Stream<Arguments> tables() {
    return Golden.cases("rare").map(c -> Arguments.of(c.get("name").asText(), c));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rates")
  void againstMetafor(String name, JsonNode c) {
    for (RateMeasure measure :
        List.of(RateMeasure.INCIDENCE_RATE_RATIO, RateMeasure.INCIDENCE_RATE_DIFFERENCE)) {
      JsonNode expected = c.get("mantelHaenszel").get(measure.abbreviation());
      RateEffects effects = RatesGolden.effects(c, measure);
      MantelHaenszelRates model = MantelHaenszelRates.withDefaults().correction(MhCorrection.NONE);
      if (expected.isNull()) {
        assertThrows(IllegalArgumentException.class, () -> model.fit(effects), name);
        continue;
      }
      MantelHaenszelRatesFit fit = model.fit(effects);
      assertClose(name, expected.get("estimate"), fit.estimate(), CLOSED, 1);
      assertClose(name, expected.get("se"), fit.standardError(), CLOSED, 0.1);
      assertClose(name, expected.get("ciLower"), fit.interval().lower(), 1e-11, 10);
      assertClose(name, expected.get("statistic"), fit.test().statistic(), 1e-11, 1);
      checkQ(name, expected.get("qMantelHaenszelCentre"), fit.heterogeneity(), measure);
      Fit inverse = model.qCentre(QCentre.INVERSE_VARIANCE).fit(effects);
      checkQ(name, expected.get("qInverseVarianceCentre"), inverse.heterogeneity(), measure);
      if (measure == RateMeasure.INCIDENCE_RATE_RATIO) {
        JsonNode test = expected.get("mantelHaenszelTest");
        ChiSquaredTest plain = fit.mantelHaenszelTest().orElseThrow();
        assertClose(name, test.get("statistic"), plain.statistic(), 1e-11, 1);
        double corrected = fit.mantelHaenszelTestCorrected().orElseThrow().statistic();
        assertClose(name, test.get("corrected"), corrected, 1e-11, 1);
      }
    }
  }

  private static void checkQ(
      String what, JsonNode expected, Heterogeneity actual, RateMeasure measure) {
    // a difference keeps double-zero studies, with 0.5 added, as metafor's drop00 = FALSE
    assertEquals(expected.get("df").asInt(), actual.df(), what + measure);
    if (actual.df() > 0) {
      assertClose(what, expected.get("q"), actual.q(), 1e-11, 100);
    }
  }

  @Test
  void weightsAndCorrectionsAndReports() {
    RateEffects effects =
        RateEffects.of(
            RateMeasure.INCIDENCE_RATE_DIFFERENCE,
            Studies.of(List.of("A", "B", "C")),
            List.of(
                new TwoRates(3, 10, 0, 12), new TwoRates(5, 20, 0, 9), new TwoRates(0, 4, 0, 5)));
    MantelHaenszelRatesFit difference = MantelHaenszelRates.of(effects);
    double mean = 0;
    for (int i = 0; i < 3; i++) {
      TwoRates r = effects.counts(i);
      mean += difference.weight(i) / 100 * (r.rate1() - r.rate2());
    }
    assertEquals(difference.estimate(), mean, 1e-14);
    RateEffects ratio = effects.as(RateMeasure.INCIDENCE_RATE_RATIO);
    MantelHaenszelRatesFit fit = MantelHaenszelRates.of(ratio);
    double r = 3.5 * 12 / 22 + 5.5 * 9 / 29;
    double s = 0.5 * 10 / 22 + 0.5 * 20 / 29;
    assertEquals(Math.log(r / s), fit.estimate(), 1e-14);
    assertEquals(2, fit.k());
    assertTrue(fit.notes().toString().contains("because a sum was zero"));
    assertTrue(FitReport.of(fit).toString().contains("Greenland-Robins"));
    assertTrue(ForestPlot.of(fit).svg().contains("Mantel-Haenszel"));
    MantelHaenszelRates arms =
        MantelHaenszelRates.withDefaults().correction(MhCorrection.TREATMENT_ARM);
    double share1 = 10.0 / 22;
    double share2 = 20.0 / 29;
    double top = (3 + share1) * 12 / 22 + (5 + share2) * 9 / 29;
    double bottom = (1 - share1) * 10 / 22 + (1 - share2) * 20 / 29;
    assertEquals(Math.log(top / bottom), arms.fit(ratio).estimate(), 1e-14);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void corrections(String name, JsonNode c) {
    for (BinaryMeasure measure : List.of(BinaryMeasure.ODDS_RATIO, BinaryMeasure.RISK_RATIO)) {
      JsonNode all = c.get("mantelHaenszel").get(measure.abbreviation());
      var effects = CountsGoldenTest.effects(c, measure);
      if (all.isNull()) {
        assertThrows(IllegalArgumentException.class, () -> MantelHaenszel.of(effects));
        continue;
      }
      check(name, all.get("all"), MhCorrection.ALL_STUDIES, effects);
      check(name, all.get("if0all"), MhCorrection.ALL_IF_ANY_ZERO, effects);
      check(name, all.get("treatmentArm"), MhCorrection.TREATMENT_ARM, effects);
    }
  }

  private static void check(
      String what, JsonNode expected, MhCorrection rule, org.copse.effect.BinaryEffects effects) {
    Fit fit = MantelHaenszel.withDefaults().correction(rule).fit(effects);
    assertClose(what + rule, expected.get("estimate"), fit.estimate(), CLOSED, 1);
    assertClose(what + rule, expected.get("se"), fit.standardError(), CLOSED, 0.1);
  }
}
