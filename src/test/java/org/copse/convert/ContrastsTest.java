package org.copse.convert;

import static org.copse.Golden.assertClose;
import static org.copse.effect.ReportedMeasure.GENERIC_DIFFERENCE;
import static org.copse.effect.ReportedMeasure.GENERIC_RATIO;
import static org.copse.effect.ReportedMeasure.HAZARD_RATIO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.copse.effect.Interval;
import org.copse.effect.Reported;
import org.copse.effect.ReportedEffects;
import org.copse.effect.Studies;
import org.copse.numeric.Quantiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Round trips, corners, refusals and numbers that papers print. */
class ContrastsTest {

  private static final double Z = Quantiles.twoSided(0.95, Double.POSITIVE_INFINITY);

  // ---- numbers as printed ----

  @Test
  void tierneysScoreOfP() {
    // Tierney 2007, equation 14, repeated in Trials 2013;14:391: p = 0.075 has z = 1.78
    assertEquals(1.78, PValue.of(0.075).z(), 0.005);
    Reported hr =
        LogHazardRatio.fromPAndEventsInEachArm(PValue.of("0.075"), Direction.LOWER, 100, 100);
    assertEquals(-1.78 / Math.sqrt(50), hr.estimate(), 0.001);
  }

  @Test
  void aDesirableEventTurnsTheNumberNeededRound() {
    AbsoluteEffect or = AbsoluteEffect.ofOddsRatio(0.73, 0.7, 0.76, 0.95, 0.3);
    assertEquals("NNTH 17", or.numberNeededToTreat(EventMeaning.DESIRABLE).estimateText());
    AbsoluteEffect rr = AbsoluteEffect.ofRiskRatio(0.92, 0.9, 0.94, 0.95, 0.3);
    assertTrue(rr.per1000().startsWith("24 fewer per 1000"), rr::per1000);
  }

  @Test
  void anIntervalThroughInfinitySaysSo() {
    NumberNeeded nnt =
        AbsoluteEffect.ofRiskDifference(-0.10, -0.25, 0.05, 0.95, 0.4)
            .numberNeededToTreat(EventMeaning.UNDESIRABLE);
    assertTrue(nnt.isThroughInfinity());
  }

  @Test
  void bonettsTableFromAnOddsRatio() {
    // Bonett 2007 as in vcmeta's table.from.odds(.17, .5, 3.18, 100): 12.33262 of 17, and 12, 5, 38
    ReconstructedTable table = ReconstructedTable.fromOddsRatio(3.18, 17, 83, 50);
    assertEquals(12.33262, table.exactEvents1(), 5e-6);
    assertEquals(12, table.events1().value());
    assertEquals(38, table.events2().value());
  }

  /** ln OR √3/π and 2r/√(1 − r²) worked out by hand, with their variances. */
  @Test
  void conversionsBetweenMeasuresByHand() {
    Reported logOr = new Reported(0.9069, Math.sqrt(0.0676), "");
    Reported d = DeltaMethod.of(logOr, Transformation.logOddsRatioToSmdLogistic());
    assertEquals(0.9069 * 1.7320508 / 3.1415927, d.estimate(), 1e-7);
    assertEquals(0.0676 * 3 / 9.8696044, d.standardError() * d.standardError(), 1e-9);
    Reported r = new Reported(0.5, Math.sqrt(0.0058), "");
    Reported ofR = DeltaMethod.of(r, Transformation.correlationToSmd(50, 50));
    assertEquals(1.1547005, ofR.estimate(), 1e-7);
    assertEquals(4 * 0.0058 / 0.421875, ofR.standardError() * ofR.standardError(), 1e-9);
  }

  // ---- round trips ----

  @Test
  void ratiosGoThereAndBack() {
    Random random = new Random(20240);
    for (int i = 0; i < 500; i++) {
      double p0 = 0.001 + 0.998 * random.nextDouble();
      double or = Math.exp(2 * random.nextGaussian());
      String data = "or " + or + " p0 " + p0;
      double rr = AtBaselineRisk.riskRatioFromOddsRatio(or, p0).value();
      double back = AtBaselineRisk.oddsRatioFromRiskRatio(rr, p0).value();
      assertClose(data, or, back, 1e-9, 1);
      double rd = AtBaselineRisk.riskDifferenceFromOddsRatio(or, p0).value();
      assertClose(data, rd, AtBaselineRisk.riskDifferenceFromRiskRatio(rr, p0).value(), 1e-9, 100);
      assertClose(data, rr, AtBaselineRisk.riskRatioFromRiskDifference(rd, p0).value(), 1e-9, 1);
      assertClose(data, or, AtBaselineRisk.oddsRatioFromRiskDifference(rd, p0).value(), 1e-8, 1);
      double hr = AtBaselineRisk.hazardRatioFromOddsRatio(or, p0).value();
      assertClose(data, or, AtBaselineRisk.oddsRatioFromHazardRatio(hr, p0).value(), 1e-10, 1);
      assertClose(data, rr, AtBaselineRisk.riskRatioFromHazardRatio(hr, p0).value(), 1e-10, 1);
      assertClose(data, hr, AtBaselineRisk.hazardRatioFromRiskRatio(rr, p0).value(), 1e-9, 1);
    }
  }

  @Test
  void standardisedDifferencesGoThereAndBackWithTheirErrors() {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      double n1 = 5 + random.nextInt(200);
      double n2 = 5 + random.nextInt(200);
      Reported d = new Reported(random.nextGaussian(), 0.01 + random.nextDouble(), "seed 7");
      assertBack(
          d, Transformation.smdToCorrelation(n1, n2), Transformation.correlationToSmd(n1, n2));
      assertBack(
          d,
          Transformation.smdToLogOddsRatioLogistic(),
          Transformation.logOddsRatioToSmdLogistic());
      assertBack(d, Transformation.smdToLogOddsRatioCox(), Transformation.logOddsRatioToSmdCox());
      assertBack(d, Transformation.fisherZToCorrelation(), Transformation.correlationToFisherZ());
      assertBack(
          d,
          Transformation.logOddsRatioToLogRiskRatio(0.2),
          Transformation.logRiskRatioToLogOddsRatio(0.2));
    }
  }

  private static void assertBack(Reported from, Transformation there, Transformation back) {
    Reported again = DeltaMethod.of(DeltaMethod.of(from, there), back);
    assertClose(there.name(), from.estimate(), again.estimate(), 1e-11, 10);
    assertClose(there.name(), from.standardError(), again.standardError(), 1e-11, 1);
  }

  @Test
  void intervalsAndPValuesGiveTheErrorTheyWereMadeOf() {
    Random random = new Random(99);
    for (int i = 0; i < 200; i++) {
      double y = 2 * random.nextGaussian();
      double se = 0.3 + random.nextDouble();
      double low = Math.exp(y - Z * se);
      double high = Math.exp(y + Z * se);
      double hr = Math.exp(y);
      assertClose(
          "CI", se, LogHazardRatio.fromInterval(hr, low, high, 0.95).standardError(), 1e-9, 1);
      Reported bounds = LogHazardRatio.fromBounds(low, high, 0.95);
      assertClose("bounds", y, bounds.estimate(), 1e-9, 1);
      assertClose("bounds", se, bounds.standardError(), 1e-9, 1);
      PValue p = PValue.of(Quantiles.twoSidedP(y / se, Double.POSITIVE_INFINITY));
      assertClose("p", se, LogHazardRatio.fromP(hr, p).standardError(), 1e-8, 1);
      assertClose(
          "z", se, WaldContrast.fromStatistic(HAZARD_RATIO, hr, y / se).standardError(), 1e-9, 1);
      double chi2 = y / se * (y / se);
      assertClose(
          "χ²", se, WaldContrast.fromChiSquared(HAZARD_RATIO, hr, chi2).standardError(), 1e-9, 1);
      double t = Quantiles.twoSided(0.9, 11);
      Reported byT =
          WaldContrast.fromTInterval(GENERIC_DIFFERENCE, y, y - t * se, y + t * se, 0.9, 11);
      assertClose("t", se, byT.standardError(), 1e-9, 1);
      double pt = Quantiles.twoSidedP(y / se, 11);
      Reported byTp = WaldContrast.fromTTestP(GENERIC_DIFFERENCE, y, PValue.of(pt), 11);
      assertClose("t p", se, byTp.standardError(), 1e-8, 1);
    }
  }

  @Test
  void swappingTheArmsTurnsTheSignRound() {
    Reported a = LogHazardRatio.fromPAndTotalEvents(PValue.of(0.01), Direction.LOWER, 90, 2, 1);
    Reported b = LogHazardRatio.fromPAndTotalEvents(PValue.of(0.01), Direction.HIGHER, 90, 1, 2);
    assertEquals(a.estimate(), -b.estimate());
    assertEquals(a.standardError(), b.standardError(), 1e-15);
    Reported m = LogHazardRatio.fromMedians(10, 7, 40, 50);
    assertEquals(-m.estimate(), LogHazardRatio.fromMedians(7, 10, 50, 40).estimate());
    assertTrue(m.estimate() < 0, "the longer median has the lower hazard");
  }

  @Test
  void numberNeededFallsAsTheBaselineRiskRises() {
    double last = Double.POSITIVE_INFINITY;
    double lastHr = Double.POSITIVE_INFINITY;
    for (double p0 = 0.02; p0 < 0.4; p0 += 0.02) {
      double now = needed(AbsoluteEffect.ofOddsRatio(0.6, 0.5, 0.8, 0.95, p0));
      double nowHr = needed(AbsoluteEffect.ofHazardRatio(0.6, 0.5, 0.8, 0.95, p0));
      assertTrue(now < last && nowHr < lastHr, "baseline risk " + p0);
      last = now;
      lastHr = nowHr;
    }
  }

  private static double needed(AbsoluteEffect effect) {
    return effect.numberNeededToTreat(EventMeaning.UNDESIRABLE).value().orElseThrow();
  }

  @Test
  void everyTableComesBackFromItsOddsRatioAndMargins() {
    for (int a = 1; a < 12; a++) {
      for (int c = 1; c < 20; c++) {
        double or = a / (12.0 - a) / (c / (20.0 - c));
        ReconstructedTable table = ReconstructedTable.fromOddsRatio(or, 12, 20, a + c);
        assertEquals(a, table.exactEvents1(), 1e-9);
        double rr = a / 12.0 / (c / 20.0);
        assertEquals(a, ReconstructedTable.fromRiskRatio(rr, 12, 20, a + c).exactEvents1(), 1e-9);
      }
    }
  }

  // ---- corners ----

  @Test
  void noEffectStaysNoneAtAnyBaselineRisk() {
    for (double p0 : new double[] {0, 1e-9, 0.3, 1}) {
      assertEquals(1, AtBaselineRisk.riskRatioFromOddsRatio(1, p0).value(), 1e-15);
      assertEquals(1, AtBaselineRisk.riskRatioFromHazardRatio(1, p0).value(), 1e-15);
      assertEquals(0, AtBaselineRisk.riskDifferenceFromOddsRatio(1, p0).value());
      assertEquals(0, AtBaselineRisk.riskDifferenceFromHazardRatio(1, p0).value());
    }
    assertEquals(5, AtBaselineRisk.riskRatioFromOddsRatio(5, 0).value());
    assertEquals(1, AtBaselineRisk.riskRatioFromOddsRatio(5, 1).value());
    assertEquals(5, AtBaselineRisk.riskRatioFromHazardRatio(5, 0).value());
    assertEquals(0, AtBaselineRisk.riskDifferenceFromOddsRatio(5, 1).value());
  }

  @Test
  void equalRisksAreSaidInWords() {
    for (double p0 : new double[] {0, 0.2, 1}) {
      NumberNeeded none =
          AbsoluteEffect.ofOddsRatio(1, 0.5, 2, 0.95, p0)
              .numberNeededToTreat(EventMeaning.UNDESIRABLE);
      assertTrue(none.value().isEmpty());
      assertEquals("no number: the risks do not differ", none.estimateText());
      assertFalse(none.toString().contains("Infinity"), none::toString);
      assertFalse(none.toString().contains("NaN"), none::toString);
    }
    AbsoluteEffect atZero = AbsoluteEffect.ofRiskRatio(0.5, 0.2, 3, 0.95, 0);
    assertEquals(
        "no difference per 1000 (95 % CI no difference to no difference)", atZero.per1000());
    assertEquals(1, atZero.notes().size());
    NumberNeeded touching =
        AbsoluteEffect.ofRiskDifference(-0.1, -0.2, 0, 0.95, 0.5)
            .numberNeededToTreat(EventMeaning.UNDESIRABLE);
    assertEquals("NNTB 10 (95 % CI NNTB 5 to ∞)", touching.text());
    NumberNeeded harm =
        AbsoluteEffect.ofRiskDifference(0.1, -0.05, 0.25, 0.95, 0.5)
            .numberNeededToTreat(EventMeaning.UNDESIRABLE);
    assertEquals("NNTH 10 (95 % CI NNTH 4 to ∞ to NNTB 20)", harm.text());
    NumberNeeded sure =
        AbsoluteEffect.ofRiskDifference(0.1, 0.05, 0.25, 0.95, 0.5)
            .numberNeededToTreat(EventMeaning.UNDESIRABLE);
    assertEquals("NNTH 10 (95 % CI NNTH 4 to NNTH 20)", sure.text());
  }

  @Test
  void aRiskAboveOneIsCutAndSaid() {
    AbsoluteEffect cut = AbsoluteEffect.ofRiskRatio(1.5, 0.9, 2.5, 0.95, 0.6);
    assertEquals(new Interval(0, 1, 0.95).upper(), cut.riskInterval().upper());
    assertEquals(List.of("Upper bound takes the risk to 1.50: cut at 1."), cut.notes());
    refused(() -> AbsoluteEffect.ofRiskRatio(2, 1, 3, 0.95, 0.6), "risk with treatment");
    AbsoluteEffect open = AbsoluteEffect.ofOddsRatio(3, 0, Double.POSITIVE_INFINITY, 0.95, 0.2);
    assertEquals(new Interval(-0.2, 0.8, 0.95), open.interval());
    refused(() -> AbsoluteEffect.ofOddsRatio(3, Double.NaN, 4, 0.95, 0.2), "lower bound");
    refused(() -> AbsoluteEffect.ofOddsRatio(3, 4, 5, 0.95, 0.2), "lie in its interval");
  }

  @Test
  void tinyAndWholePValues() {
    assertEquals(0, PValue.of(1).z());
    assertTrue(PValue.of(1e-300).z() > 37);
    Reported none = LogHazardRatio.fromPAndEventsInEachArm(PValue.of(1), Direction.LOWER, 40, 50);
    assertEquals("0.0", Double.toString(none.estimate()));
    assertTrue(none.standardError() > 0);
    refused(() -> LogHazardRatio.fromP(0.8, PValue.of(1)), "p must be below 1");
    refused(() -> LogHazardRatio.fromP(1, PValue.of(0.4)), "differ from no effect");
    refused(() -> PValue.of(0), "p must be above 0");
    refused(() -> PValue.of(Double.NaN), "p must be above 0");
  }

  @Test
  void aBoundOfPIsRefusedOrTakenAndSaid() {
    assertEquals(0.03, PValue.of(" P = .03 ").twoSided());
    refused(() -> PValue.of("< 0.001"), "PValue.atBound");
    refused(() -> PValue.of("NS"), "must be a number");
    refused(() -> PValue.atBound("> 0.05"), "no standard error");
    refused(() -> PValue.atBound("0.05"), "upper bound");
    refused(() -> PValue.of("1.5"), "at most 1");
    PValue bound = PValue.atBound("p < 0.001");
    assertTrue(bound.isBound());
    Reported effect = WaldContrast.fromP(GENERIC_RATIO, 0.7, bound);
    assertTrue(effect.assumes().contains("SE is an upper bound"), effect::toString);
    Reported exact = WaldContrast.fromP(GENERIC_RATIO, 0.7, PValue.of(1e-5));
    assertTrue(effect.standardError() > exact.standardError());
    assertEquals(0.04, PValue.oneSided(0.02).twoSided());
    refused(() -> PValue.oneSided(0.7), "other side");
  }

  @Test
  void offCentreIntervalsSaySo() {
    assertEquals("", LogHazardRatio.fromInterval(0.64, 0.33, 1.22, 0.95).assumes());
    Reported off = LogHazardRatio.fromInterval(0.5, 0.33, 1.22, 0.95);
    assertTrue(off.assumes().contains("off its centre"), off::toString);
  }

  @Test
  void anIntervalThatRoundingAloneMakesLopsidedSaysNothing() {
    // the centre 0.4436 prints as 0.44; 0.42 no number within rounding can be the centre of
    assertEquals("", LogHazardRatio.fromInterval(0.44, 0.41, 0.48, 0.95).assumes());
    assertTrue(LogHazardRatio.fromInterval(0.42, 0.41, 0.48, 0.95).assumes().contains("centre"));
    // with a further place the same numbers are off: 0.4500 would be the centre of 0.4218 to 0.48
    assertTrue(LogHazardRatio.fromInterval(0.4501, 0.41, 0.48, 0.95).assumes().contains("centre"));
    assertEquals("", WaldContrast.fromInterval(GENERIC_DIFFERENCE, 4, 2, 7, 0.95).assumes());
    assertTrue(
        WaldContrast.fromInterval(GENERIC_DIFFERENCE, 4.0, 2.0, 7.01, 0.95)
            .assumes()
            .contains("centre"));
    assertEquals(0.005, Printed.halfUnitOf(0.4, 0.41, 48), 1e-18);
    assertEquals(0.5, Printed.halfUnitOf(40, 1200), 0);
  }

  @Test
  void impossibleNumbersAreRefusedWithARemedy() {
    refused(() -> LogHazardRatio.fromInterval(0.8, 1.2, 0.6, 0.95), "swapped");
    refused(() -> LogHazardRatio.fromInterval(-0.8, 0.6, 1.2, 0.95), "greater than 0");
    refused(() -> LogHazardRatio.fromInterval(0.8, 0.6, 1.2, 95), "level");
    refused(() -> LogHazardRatio.fromObservedMinusExpected(3, 0), "V must");
    refused(() -> LogHazardRatio.fromMedians(Double.NaN, 3, 4, 5), "median of arm 1");
    refused(() -> LogHazardRatio.fromObservedAndExpected(10, 40, 20, 50), "add up");
    refused(() -> LogHazardRatio.fromSurvival(List.of()), "at least one");
    refused(() -> new CurveStretch(1, 1, 10, 9, 1, .8, 10, 7), "join it with the next");
    refused(() -> new CurveStretch(1, .2, 100, 90, 1, .8, 100, 70), "risk set");
    refused(() -> ReconstructedTable.fromRiskRatio(30, 50, 50, 80), "events of arm 1");
    refused(() -> ReconstructedTable.fromOddsRatioAndError(2, 0.01, 20, 20), "standard error");
    refused(() -> PearsonR.fisherZ(1, 30), "−1 and 1");
    refused(() -> CohensD.fromT(2, 1, 0), "n2");
    refused(() -> HedgesG.fromT(2, 1, 2), "n1 + n2");
    refused(() -> AtBaselineRisk.riskRatioFromOddsRatio(2, 30), "between 0 and 1");
    refused(() -> AtBaselineRisk.oddsRatioFromRiskRatio(4, 0.3), "below 1");
    refused(() -> PhiCoefficient.fromChiSquared(30, 20, Direction.LOWER), "χ²");
    refused(() -> DeltaMethod.numerically(new Reported(-1, 1, ""), Math::sqrt, "root"), "value of");
  }

  private static void refused(Executable call, String part) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.startsWith("Cannot ") && message.contains(part), message);
  }

  // ---- counts ----

  @Test
  void countsFromPercentages() {
    Converted one = EventCounts.fromPercent("36.2", 94);
    assertEquals(34, one.value());
    assertTrue(EventCounts.fromPercent("59", 271).note().contains("159 to 161 of 271"));
    refused(() -> EventCounts.fromPercent("14", 54), "7 are 12.96 %, 8 are 14.81 %");
    assertEquals(8, EventCounts.nearestToPercent("14", 54).value());
    assertEquals(30, EventCounts.fromRisk(0.3, 100).value());
    assertTrue(EventCounts.fromRisk(0.333, 100).how().contains("33.30, rounded"));
    assertEquals(7, EventCounts.fromNonEvents(13, 20).value());
    assertEquals(13, EventCounts.nonEvents(7, 20).value());
    refused(() -> EventCounts.nonEvents(21, 20), "from 0 to n");
  }

  // ---- routes on the effects ----

  @Test
  void effectsSayTheirRoutesWhereTheseDiffer() {
    Reported byCi = LogHazardRatio.fromInterval(0.64, 0.33, 1.22, 0.95);
    Reported byP = LogHazardRatio.fromP(0.8, PValue.atBound("<0.01"));
    ReportedEffects mixed =
        ReportedEffects.of(
            HAZARD_RATIO, Studies.of(List.of("A", "B", "C")), List.of(byCi, byP, byP));
    assertEquals(
        List.of(
            "Effect of 1 study (A) from HR and 95 % CI.",
            "Effect of 2 studies (B; C) from HR and p value; assumes p at its bound 0.01, so that the SE is an upper bound."),
        mixed.notes());
    assertEquals(List.of("first"), mixed.withNotes(List.of("first")).dataNotes());
    assertEquals(3, mixed.withNotes(List.of("first")).notes().size());
    assertTrue(mixed.subset(0).notes().isEmpty());
    assertTrue(
        mixed.subset(1, 2).notes().get(0).startsWith("Effect of all studies from HR and p value"));
  }

  @Test
  void aContrastFillsColumns() {
    Reported hr = LogHazardRatio.fromEventsInEachArm(0.7, 40, 60);
    assertEquals(hr.estimate(), Converted.estimateOf(hr).value());
    Converted se = Converted.standardErrorOf(hr);
    assertEquals(hr.standardError(), se.value());
    assertEquals(
        "SE from HR and events in each arm; assumes V by the events in each arm, for equal allocation",
        se.note());
  }

  @Test
  void logRankStatisticsFillColumnsToo() {
    PValue p = PValue.of(0.02);
    double v = LogRankStatistics.varianceFromEventsInEachArm(40, 60).value();
    assertEquals(24, v, 1e-12);
    double oe = LogRankStatistics.observedMinusExpectedFromP(p, Direction.LOWER, v).value();
    Reported direct = LogHazardRatio.fromPAndEventsInEachArm(p, Direction.LOWER, 40, 60);
    assertEquals(direct.estimate(), oe / v, 1e-14);
    Reported byV = LogHazardRatio.fromPAndVariance(p, Direction.LOWER, v);
    assertEquals(direct.estimate(), byV.estimate(), 1e-14);
    double hr = Math.exp(direct.estimate());
    assertEquals(oe, LogRankStatistics.observedMinusExpectedFromHazardRatio(hr, v).value(), 1e-12);
    assertEquals(25, LogRankStatistics.varianceFromTotalEvents(100, 1, 1).value());
    assertEquals(200 / 9.0, LogRankStatistics.varianceFromTotalEvents(100, 2, 1).value(), 1e-13);
    double low = Math.exp(-Z / Math.sqrt(v));
    assertEquals(v, LogRankStatistics.varianceFromInterval(low, 1 / low, 0.95).value(), 1e-10);
  }

  @Test
  void aTableGivesItsOddsRatio() {
    Reported or = ReconstructedTable.fromOddsRatio(2.5, 100, 100, 47).logOddsRatio();
    // 31 of 100 against 16 of 100
    assertEquals(Math.log(31 * 84 / (69.0 * 16)), or.estimate(), 1e-14);
    assertEquals(Math.sqrt(1 / 31.0 + 1 / 69.0 + 1 / 16.0 + 1 / 84.0), or.standardError(), 1e-14);
    ReconstructedTable zero = ReconstructedTable.fromOddsRatio(0.2, 7, 50, 5);
    refused(zero::logOddsRatio, "no zero cell");
  }

  @Test
  void smallSampleCorrectionOfAnyD() {
    Reported d = new Reported(0.5, 0.2, "χ²", "x");
    Reported g = HedgesG.fromCohensD(d, 20);
    Reported cma = HedgesG.fromCohensDApproximately(d, 20);
    assertEquals(0.5 * (1 - 3 / 79.0), cma.estimate(), 1e-15);
    assertEquals(0.2 * (1 - 3 / 79.0), cma.standardError(), 1e-15);
    assertEquals(g.estimate() / 0.5, g.standardError() / 0.2, 1e-15);
    assertEquals(cma.estimate(), g.estimate(), 1e-3);
  }

  @Test
  void plausibleRangeOfRiskRatios() {
    List<Converted> range = AtBaselineRisk.riskRatiosFromOddsRatio(2, 0.1, 0.5);
    assertEquals(2 / 1.1, range.get(0).value(), 1e-15);
    assertEquals(2 / 1.5, range.get(1).value(), 1e-15);
    assertEquals(2, AtBaselineRisk.riskRatioFromOddsRatioOfCommonEvent(4).value());
  }
}
