package org.copse.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Laws of the measures of counts, and what their rules for zeros do and say. */
class CountMeasuresTest {

  private static final int DRAWS = 300;

  private static BinaryEffects one(BinaryMeasure measure, TwoByTwo table) {
    return BinaryEffects.of(measure, Studies.named("A"), List.of(table));
  }

  private static TwoByTwo draw(SplittableRandom random) {
    int n1 = random.nextInt(2, 60);
    int n2 = random.nextInt(2, 60);
    return new TwoByTwo(random.nextInt(1, n1), n1, random.nextInt(1, n2), n2);
  }

  @ParameterizedTest
  @EnumSource(BinaryMeasure.class)
  void swappedArmsFlipTheSign(BinaryMeasure measure) {
    SplittableRandom random = new SplittableRandom(41);
    for (int i = 0; i < DRAWS; i++) {
      TwoByTwo t = draw(random);
      TwoByTwo swapped = new TwoByTwo(t.events2(), t.total2(), t.events1(), t.total1());
      BinaryEffects there = one(measure, t);
      BinaryEffects back = one(measure, swapped);
      String what = measure + " " + t;
      assertEquals(there.estimate(0), -back.estimate(0), 1e-9, what);
      assertEquals(there.variance(0), back.variance(0), 1e-7 * there.variance(0), what);
      assertTrue(there.displayed(0) >= measure.lowest(), what);
      assertTrue(there.displayed(0) <= measure.highest(), what);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = BinaryMeasure.class,
      names = {
        "ODDS_RATIO",
        "ARCSINE_DIFFERENCE",
        "RISK_DIFFERENCE",
        "YULES_Q",
        "YULES_Y",
        "PHI_COEFFICIENT",
        "TETRACHORIC_CORRELATION",
        "PROBIT_DIFFERENCE",
        "ODDS_RATIO_TO_SMD_NORMAL",
        "ODDS_RATIO_TO_SMD_LOGISTIC"
      })
  void eventsAndNonEventsFlipTheSign(BinaryMeasure measure) {
    SplittableRandom random = new SplittableRandom(42);
    for (int i = 0; i < DRAWS; i++) {
      TwoByTwo t = draw(random);
      TwoByTwo other = new TwoByTwo(t.nonEvents1(), t.total1(), t.nonEvents2(), t.total2());
      assertEquals(
          one(measure, t).estimate(0), -one(measure, other).estimate(0), 1e-9, measure + " " + t);
    }
  }

  @Test
  void coefficientsOfAssociationAreMonotoneInEachOther() {
    SplittableRandom random = new SplittableRandom(43);
    for (int i = 0; i < DRAWS; i++) {
      TwoByTwo t = draw(random);
      double q = one(BinaryMeasure.YULES_Q, t).estimate(0);
      double y = one(BinaryMeasure.YULES_Y, t).estimate(0);
      double odds = one(BinaryMeasure.ODDS_RATIO, t).displayed(0);
      assertEquals((odds - 1) / (odds + 1), q, 1e-12);
      assertEquals(2 * y / (1 + y * y), q, 1e-12);
      double phi = one(BinaryMeasure.PHI_COEFFICIENT, t).estimate(0);
      double r = one(BinaryMeasure.TETRACHORIC_CORRELATION, t).estimate(0);
      assertEquals(Math.signum(phi), Math.signum(r), t.toString());
      assertTrue(Math.abs(phi) <= Math.abs(r) + 1e-9, t + " " + phi + " " + r);
    }
  }

  /** With both variables split at their medians, r = sin(2π(p₁₁ − ¼)) (Sheppard 1899). */
  @Test
  void tetrachoricOfMedianSplits() {
    for (int a = 1; a < 100; a++) {
      double expected = Math.sin(2 * Math.PI * (a / 200.0 - 0.25));
      double r =
          one(BinaryMeasure.TETRACHORIC_CORRELATION, new TwoByTwo(a, 100, 100 - a, 100))
              .estimate(0);
      assertEquals(expected, r, 1e-12);
    }
  }

  @Test
  void perfectAssociationHasNoVarianceAndSaysSo() {
    TwoByTwo perfect = new TwoByTwo(7, 7, 0, 5);
    BinaryEffects phi = one(BinaryMeasure.PHI_COEFFICIENT, perfect);
    assertFalse(phi.isEstimable(0));
    assertEquals(
        List.of(
            "1 study whose zero cells leave the phi coefficient without a variance: left out (A)."),
        phi.notes());
    assertTrue(one(BinaryMeasure.TETRACHORIC_CORRELATION, perfect).isEstimable(0));
    assertFalse(
        one(BinaryMeasure.TETRACHORIC_CORRELATION, perfect)
            .zeroCells(ZeroCells.NONE)
            .isEstimable(0));
  }

  @Test
  void arcsineDifferencesKeepDoubleZeros() {
    BinaryEffects effects = one(BinaryMeasure.ARCSINE_DIFFERENCE, new TwoByTwo(0, 20, 0, 30));
    assertEquals(0, effects.estimate(0));
    assertEquals(1 / 80.0 + 1 / 120.0, effects.variance(0), 1e-15);
    assertEquals(List.of(), effects.notes());
  }

  @Test
  void treatmentArmCorrectionLeavesDoubleZerosAtNoEffect() {
    TwoByTwo none = new TwoByTwo(0, 100, 0, 50);
    ZeroCells arm = ZeroCells.TREATMENT_ARM.withDoubleZero();
    BinaryEffects corrected = one(BinaryMeasure.ODDS_RATIO, none).zeroCells(arm);
    assertEquals(0, corrected.estimate(0), 1e-14);
    assertTrue(
        one(BinaryMeasure.ODDS_RATIO, none)
                .zeroCells(ZeroCells.DEFAULT.withDoubleZero())
                .estimate(0)
            < -0.6);
    assertEquals(
        List.of(
            "1 study with a zero cell: 1 in both arms together, split by arm size (treatment-arm correction) added to each of the four cells (A).",
            "1 study without events in both arms, or with events only: kept by the rule chosen (A)."),
        corrected.notes());
    assertFalse(corrected.zeroCells(arm.withoutDoubleZero()).isEstimable(0));
    RateEffects rates =
        RateEffects.of(
            RateMeasure.INCIDENCE_RATE_RATIO,
            Studies.named("A"),
            List.of(new TwoRates(0, 90, 0, 30)));
    assertFalse(rates.isEstimable(0));
    assertEquals(0, rates.zeroCells(arm).estimate(0), 1e-14);
  }

  @Test
  void everyRuleSaysWhatItDid() {
    BinaryEffects effects =
        BinaryEffects.of(
            BinaryMeasure.RISK_RATIO,
            Studies.named("A", "B"),
            List.of(new TwoByTwo(0, 10, 2, 10), new TwoByTwo(3, 10, 4, 10)));
    assertEquals(
        List.of("1 study with a zero cell: 0.5 added to each of the four cells (A)."),
        effects.notes());
    assertEquals(
        List.of("2 studies by the rule chosen: 0.5 added to each of the four cells (A; B)."),
        effects.zeroCells(ZeroCells.ALL).notes());
    assertEquals(
        List.of(
            "2 studies by the rule chosen (all, as one has a zero): 0.5 added to each of the four cells (A; B)."),
        effects.zeroCells(ZeroCells.ALL_IF_ANY).notes());
    assertEquals(
        List.of(
            "1 study with a zero cell and no correction: the effect or its variance is not finite, left out (A)."),
        effects.zeroCells(ZeroCells.NONE).notes());
    assertEquals(
        List.of("1 study with a zero cell: 0.01 added to each of the four cells (A)."),
        effects.zeroCells(ZeroCells.DEFAULT.increment(0.01)).notes());
  }

  @ParameterizedTest
  @EnumSource(ProportionMeasure.class)
  void proportionsFollowTheRuleAndComeBack(ProportionMeasure measure) {
    List<Proportion> data =
        List.of(new Proportion(0, 12), new Proportion(5, 40), new Proportion(9, 9));
    ProportionEffects effects =
        ProportionEffects.of(measure, Studies.named("A", "B", "C"), data).zeroCells(ZeroCells.NONE);
    assertEquals(0.125, effects.backTransformFor(effects.estimate(1), 40), 1e-12);
    for (int i = 0; i < 3; i += 2) {
      assertEquals(measure.takesZeroCells(), effects.isEstimable(i), measure + " " + i);
    }
    assertEquals(measure.takesZeroCells() ? 0 : 1, effects.notes().size());
    assertEquals(3, effects.zeroCells(ZeroCells.ALL).estimable().length);
    assertEquals(
        List.of("3 studies by the rule chosen: 0.5 added to events and non-events (A; B; C)."),
        effects.zeroCells(ZeroCells.ALL).notes());
    assertThrows(IllegalArgumentException.class, () -> effects.zeroCells(ZeroCells.TREATMENT_ARM));
  }

  @Test
  void logProportionsAreNoRatios() {
    assertFalse(ProportionMeasure.LOG_PROPORTION.isRatio());
    assertTrue(Double.isNaN(ProportionMeasure.LOG_PROPORTION.nullValue()));
    assertEquals("Proportion", ProportionMeasure.LOG_PROPORTION.displayedLabel());
  }

  @ParameterizedTest
  @CsvSource({
    "person-years,Incidence rate per person-year",
    "catheter-days,Incidence rate per catheter-day",
    "1000 person-years,Incidence rate per 1000 person-years",
    "person-time,Incidence rate",
    "time at risk,Incidence rate per time at risk"
  })
  void ratesNameTheirUnit(String unit, String expected) {
    SingleRateEffects rates =
        SingleRateEffects.of(
            SingleRateMeasure.LOG_RATE, Studies.named("A"), List.of(new Rate(3, 10)));
    assertEquals(expected, rates.timeUnit(unit).displayedLabel());
  }

  @ParameterizedTest
  @EnumSource(MatchedPairsMeasure.class)
  void swappedTreatmentsFlipTheSignOfPairs(MatchedPairsMeasure measure) {
    SplittableRandom random = new SplittableRandom(44);
    for (int i = 0; i < DRAWS; i++) {
      MatchedPairs p =
          new MatchedPairs(
              random.nextInt(20), random.nextInt(20), random.nextInt(20), random.nextInt(1, 20));
      MatchedPairs swapped = new MatchedPairs(p.both(), p.onlySecond(), p.onlyFirst(), p.neither());
      MatchedPairsEffects there = MatchedPairsEffects.of(measure, Studies.named("A"), List.of(p));
      MatchedPairsEffects back =
          MatchedPairsEffects.of(measure, Studies.named("A"), List.of(swapped));
      assertEquals(there.estimate(0), -back.estimate(0), 1e-12, measure + " " + p);
      assertEquals(there.isEstimable(0), there.notes().stream().noneMatch(n -> n.contains("out")));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = MatchedPairsMeasure.class,
      names = {"MARGINAL_ODDS_RATIO", "MARGINAL_RISK_RATIO", "MARGINAL_RISK_DIFFERENCE"})
  void marginsWithTheirOwnCorrelationAreTheCells(MatchedPairsMeasure measure) {
    SplittableRandom random = new SplittableRandom(45);
    for (int i = 0; i < DRAWS; i++) {
      MatchedPairs p =
          new MatchedPairs(
              random.nextInt(1, 20),
              random.nextInt(1, 20),
              random.nextInt(1, 20),
              random.nextInt(1, 20));
      MatchedMargins m = new MatchedMargins(p.events1(), p.events2(), p.pairs(), p.correlation());
      MatchedPairsEffects cells = MatchedPairsEffects.of(measure, Studies.named("A"), List.of(p));
      MatchedPairsEffects margins =
          MatchedPairsEffects.ofMargins(measure, Studies.named("A"), List.of(m));
      assertEquals(cells.estimate(0), margins.estimate(0), 1e-12);
      assertEquals(cells.variance(0), margins.variance(0), 1e-12);
    }
  }

  @Test
  void correlationsThatMarginsDoNotAllowAreLeftOutAndSaid() {
    MatchedPairsEffects effects =
        MatchedPairsEffects.ofMargins(
            MatchedPairsMeasure.MARGINAL_ODDS_RATIO,
            Studies.named("A", "B"),
            List.of(new MatchedMargins(20, 2, 50, 0.9), new MatchedMargins(20, 22, 50, 1.0 / 3)));
    assertFalse(effects.isEstimable(0));
    assertTrue(effects.isEstimable(1));
    assertEquals(
        List.of(
            "1 study: left out, its margins allow correlations from -0.17 to 0.25, not 0.9 (A)."),
        effects.notes());
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> effects.as(MatchedPairsMeasure.CONDITIONAL_ODDS_RATIO))
            .getMessage();
    assertTrue(message.contains("matched().pairs"), message);
  }

  @Test
  void impossiblePairsAreNamedAllAtOnce() {
    StudyDataException problem =
        assertThrows(
            StudyDataException.class,
            () ->
                MatchedPairsEffects.of(
                    MatchedPairsMeasure.MARGINAL_RISK_RATIO,
                    Studies.named("A", "B", "C"),
                    List.of(
                        new MatchedPairs(-1, 2, 3, 4),
                        new MatchedPairs(1.5, 2, 3, 4),
                        new MatchedPairs(0, 0, 0, 0))));
    assertEquals(3, problem.problems().size());
    assertThrows(
        StudyDataException.class,
        () ->
            MatchedPairsEffects.ofMargins(
                MatchedPairsMeasure.MARGINAL_RISK_RATIO,
                Studies.named("A"),
                List.of(new MatchedMargins(5, 6, 10, Double.NaN))));
  }

  @Test
  void diagnosticOddsRatioIsThatOfItsFourCells() {
    BinaryEffects effects = one(BinaryMeasure.DIAGNOSTIC_ODDS_RATIO, new TwoByTwo(45, 50, 8, 80));
    assertEquals(45.0 * 72 / (5 * 8), effects.displayed(0), 1e-12);
    assertEquals(
        List.of("TP", "FP", "FN", "TN"),
        effects.rawColumns().stream().map(RawColumn::name).toList());
    double[] raw = {effects.raw(0, 0), effects.raw(0, 1), effects.raw(0, 2), effects.raw(0, 3)};
    assertEquals(List.of(45.0, 8.0, 5.0, 72.0), java.util.Arrays.stream(raw).boxed().toList());
  }
}
