package org.copse.data;

import static org.copse.effect.BinaryMeasure.ODDS_RATIO;
import static org.copse.effect.BinaryMeasure.RISK_RATIO;
import static org.copse.effect.ContinuousMeasure.MEAN_DIFFERENCE;
import static org.copse.effect.ReportedMeasure.HAZARD_RATIO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.copse.batch.BatchModel;
import org.copse.convert.LogHazardRatio;
import org.copse.convert.PValue;
import org.copse.effect.Effects;
import org.copse.effect.StudyDataException;
import org.copse.model.CommonEffect;
import org.copse.report.PlainTable;
import org.copse.report.RoundingReport;
import org.copse.sensitivity.PrintedEffects;
import org.copse.sensitivity.Rounding;
import org.copse.sensitivity.RoundingAnalysis;
import org.copse.sensitivity.RoundingQuantity;
import org.copse.sensitivity.RoundingRange;
import org.junit.jupiter.api.Test;

/** Every outcome as printed, from {@code trials.asPrinted()}. */
class PrintedTrialsTest {

  private static Trials trials(String text) {
    return Trials.of(TextTable.of("t", CsvText.parse("t", text, ','))).study("study");
  }

  private static final Trials HAZARDS =
      trials(
          """
          study,hr,low,high,se,p,oe,v,n
          A,0.50,0.31,0.81,0.25,0.004,-11.1,16.0,60
          B,0.80,0.54,1.18,0.20,0.26,-5.6,25.0,90
          C,0.7,0.4,1.2,0.28,0.2,-4.5,12.8,40
          """);

  private static void same(PrintedEffects expected, PrintedEffects actual) {
    assertEquals(expected.notes(), actual.notes());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.inputs(i), actual.inputs(i));
      assertEquals(expected.asPrinted().estimate(i), actual.asPrinted().estimate(i));
      assertEquals(expected.asPrinted().variance(i), actual.asPrinted().variance(i));
    }
  }

  @Test
  void everyOutcomeIsThatOfItsOwnWay() {
    PrintedTrials printed = HAZARDS.asPrinted();
    same(
        HAZARDS.reported("hr", "low", "high").level(0.9).asPrinted(HAZARD_RATIO),
        printed.level(0.9).reported("hr", "low", "high").as(HAZARD_RATIO));
    same(
        HAZARDS.reportedWithSe("hr", "se").asPrinted(HAZARD_RATIO),
        printed.reportedWithSe("hr", "se").as(HAZARD_RATIO));
    same(
        HAZARDS.reportedWithP("hr", "p").asPrinted(HAZARD_RATIO),
        printed.reportedWithP("hr", "p").as(HAZARD_RATIO));
    same(
        HAZARDS.means("n", "v", "se", "n", "v", "p").asPrinted(MEAN_DIFFERENCE),
        printed.means("n", "v", "se", "n", "v", "p").as(MEAN_DIFFERENCE));
    assertTrue(printed.toString().contains("choose an outcome"));
    assertTrue(printed.reported("hr", "low", "high").toString().contains(".as("));
  }

  @Test
  void percentagesAndLopsidedIntervalsAreTakenWhereAsked() {
    Trials trials = trials("study,p1,n1,p2,n2,hr,low,high\nA,14,54,33,60,0.8,0.5,1.9\n");
    PrintedTrials strict = trials.asPrinted();
    PrintedOutcome<?> unused = strict.percentages("p1", "n1", "p2", "n2");
    assertTrue(unused.toString().contains("Percentages"));
    assertThrows(
        StudyDataException.class, () -> strict.percentages("p1", "n1", "p2", "n2").as(RISK_RATIO));
    PrintedEffects both =
        strict.acceptUnattainable().percentages("p1", "n1", "p2", "n2").as(RISK_RATIO);
    assertEquals(7, both.inputs(0).get(0).lower());
    assertEquals(8, both.inputs(0).get(0).upper());
    assertThrows(
        StudyDataException.class, () -> strict.reported("hr", "low", "high").as(HAZARD_RATIO));
    assertEquals(1, strict.acceptLopsided().reported("hr", "low", "high").as(HAZARD_RATIO).size());
  }

  /** O − E and V at the ends of their last digits: with one study the bounds are known. */
  @Test
  void logRankStatisticsCarryTheirRounding() {
    PrintedEffects one =
        trials("study,oe,v\nA,-11.1,16.0\n")
            .asPrinted()
            .observedMinusExpected("oe", "v")
            .as(HAZARD_RATIO);
    RoundingAnalysis analysis =
        Rounding.withDefaults().model(BatchModel.COMMON).draws(200).fit(one);
    RoundingRange range = analysis.range(RoundingQuantity.ESTIMATE);
    assertEquals(Math.exp(-11.1 / 16), range.asPrinted(), 1e-12);
    assertEquals(Math.exp(-11.15 / 15.95), range.lower(), 1e-6);
    assertEquals(Math.exp(-11.05 / 16.05), range.upper(), 1e-6);
    StudyDataException none =
        assertThrows(
            StudyDataException.class,
            () ->
                trials("study,oe,v\nA,-0.1,0.04\nB,1,0\n")
                    .asPrinted()
                    .observedMinusExpected("oe", "v")
                    .as(HAZARD_RATIO));
    assertEquals("B", none.problems().get(0).study());
  }

  @Test
  void countsHaveOneResult() {
    Trials trials = trials("study,e1,n1,e2,n2\nA,10,50,15,50\nB,0,40,6,40\n");
    PrintedEffects printed = trials.asPrinted().binary("e1", "n1", "e2", "n2").as(RISK_RATIO);
    assertEquals(1, printed.combinations());
    RoundingRange range =
        Rounding.withDefaults()
            .model(BatchModel.COMMON)
            .fit(printed)
            .range(RoundingQuantity.ESTIMATE);
    double pooled =
        CommonEffect.of(trials.binary("e1", "n1", "e2", "n2").as(RISK_RATIO))
            .backTransformed()
            .estimate();
    assertEquals(pooled, range.lower(), 1e-12);
    assertEquals(pooled, range.upper(), 1e-12);
    assertTrue(String.join("\n", printed.notes()).contains("no rounding"));
  }

  private static final Trials MIXED =
      trials(
          """
          study,e1,n1,e2,n2,or,low,high,p,se
          Counts,10,100,20,100,NR,,,,
          Interval,,,,,0.50,0.25,1.00,,
          PValue,,,,,0.4,,,0.02,
          Error,,,,,0.70,,,,0.31
          DoubleZero,0,30,0,30,,,,,
          """);

  private static MixedOutcome mixed(Trials trials) {
    return trials
        .mixed()
        .counts("e1", "n1", "e2", "n2")
        .interval("or", "low", "high")
        .p("or", "p")
        .standardError("or", "se");
  }

  @Test
  void mixedRowsVaryEachInItsOwnWay() {
    PrintedEffects printed = mixed(MIXED).asPrinted(ODDS_RATIO);
    Effects plain = mixed(MIXED).as(ODDS_RATIO);
    assertEquals(4, printed.size());
    for (int i = 0; i < 4; i++) {
      assertEquals(plain.estimate(i), printed.asPrinted().estimate(i), 1e-14);
      assertEquals(plain.variance(i), printed.asPrinted().variance(i), 1e-14);
    }
    assertEquals(10, printed.inputs(0).get(0).lower());
    assertEquals(0.495, printed.inputs(1).get(0).lower(), 1e-12);
    assertEquals(0.35, printed.inputs(2).get(0).lower(), 1e-12);
    assertEquals(0.315, printed.inputs(3).get(1).upper(), 1e-12);
    String notes = String.join("\n", printed.notes());
    assertTrue(notes.contains("DoubleZero") && notes.contains("no rounding"), notes);
    String table = PlainTable.of(RoundingReport.of(printed));
    assertTrue(table.contains("0.495") && table.contains("0.35"), table);
  }

  /** Studies of one format give what that format alone gives, whichever way they are named. */
  @Test
  void boundsOfMixedRowsAreThoseOfTheirFormat() {
    PrintedEffects alone = HAZARDS.asPrinted().reported("hr", "low", "high").as(HAZARD_RATIO);
    PrintedEffects mixed = HAZARDS.mixed().interval("hr", "low", "high").asPrinted(HAZARD_RATIO);
    Rounding rounding = Rounding.withDefaults().model(BatchModel.COMMON).draws(500);
    for (RoundingQuantity quantity :
        new RoundingQuantity[] {RoundingQuantity.ESTIMATE, RoundingQuantity.CI_UPPER}) {
      RoundingRange expected = rounding.fit(alone).range(quantity);
      RoundingRange actual = rounding.fit(mixed).range(quantity);
      assertEquals(expected.lower(), actual.lower(), 1e-12);
      assertEquals(expected.upper(), actual.upper(), 1e-12);
      assertEquals(expected.median(), actual.median(), 1e-12);
      assertTrue(actual.lower() < actual.asPrinted() && actual.asPrinted() < actual.upper());
    }
  }

  @Test
  void mixedRowsAreNamedByTheirRow() {
    Trials trials =
        trials("study,or,low,high,se\nA,0.5,,,0.2\nB,0.5,0.25,1.0,\nC,0.5,,,0.0004\nD,0.5,,,0\n");
    StudyDataException bad =
        assertThrows(
            StudyDataException.class,
            () ->
                trials
                    .leaveOutIncomplete()
                    .mixed()
                    .interval("or", "low", "high")
                    .standardError("or", "se")
                    .asPrinted(ODDS_RATIO));
    assertEquals(4, bad.problems().get(0).row());
    PrintedEffects typed = mixed(Trials.of(MIXED.table()).study("study")).asPrinted(ODDS_RATIO);
    assertEquals(0.195, typed.inputs(1).get(1).lower() - 0.05, 0.01);
    assertTrue(String.join("\n", typed.notes()).contains("trailing zeros"));
  }

  @Test
  void contrastsAreFilledInOnTheScalesOfTheirColumns() {
    Trials filled =
        trials("study,hr,se,oe,v\nA,0.80,0.20,,\nB,,,-5,20\nC,0.6,,-5,20\nD,,,,\n")
            .fillInContrast(
                "hr",
                "se",
                HAZARD_RATIO,
                r -> LogHazardRatio.fromObservedMinusExpected(r.number("oe"), r.number("v")));
    Effects effects = filled.leaveOutIncomplete().reportedWithSe("hr", "se").as(HAZARD_RATIO);
    assertEquals(3, effects.size());
    assertEquals(Math.log(0.8), effects.estimate(0), 1e-15);
    assertEquals(0.2, effects.standardError(0), 1e-15);
    assertEquals(-0.25, effects.estimate(1), 1e-15);
    assertEquals(1 / Math.sqrt(20), effects.standardError(1), 1e-15);
    assertEquals(Math.log(0.6), effects.estimate(2), 1e-15);
    assertEquals(1 / Math.sqrt(20), effects.standardError(2), 1e-15);
    String notes = String.join("\n", effects.notes());
    assertTrue(notes.contains("Computed, not printed") && notes.contains("hr"), notes);
  }

  @Test
  void contrastsNeedNoOtherColumnThanTheirOwn() {
    Trials filled =
        trials("study,hr,se,p\nA,0.80,,0.03\n")
            .fillInContrast(
                "hr",
                "se",
                HAZARD_RATIO,
                r -> LogHazardRatio.fromP(r.number("hr"), PValue.of(r.printed("p"))));
    Effects effects = filled.reportedWithSe("hr", "se").as(HAZARD_RATIO);
    assertEquals(-Math.log(0.8) / 2.1700903775845606, effects.standardError(0), 1e-12);
    assertThrows(
        IllegalArgumentException.class,
        () -> filled.fillInContrast("hr", "nothing", HAZARD_RATIO, r -> null));
  }
}
