package org.copse.sensitivity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.copse.batch.BatchModel;
import org.copse.convert.Printed;
import org.copse.data.Datasets;
import org.copse.data.Trials;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.ContinuousMeasure;
import org.copse.effect.Effects;
import org.copse.effect.ReportedMeasure;
import org.copse.effect.Studies;
import org.copse.effect.StudyDataException;
import org.copse.model.CommonEffect;
import org.copse.model.Fit;
import org.copse.model.RandomEffects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Rounding carried through a meta-analysis. */
class RoundingTest {

  private static final Rounding COMMON =
      Rounding.withDefaults().model(BatchModel.COMMON).draws(2000);

  private static Trials breast(Table table) {
    return Trials.of(table).study("report", "population");
  }

  private static PrintedEffects pfs() {
    return breast(Datasets.breastCancerPfs())
        .reported("hr", "ci_low", "ci_high")
        .asPrinted(ReportedMeasure.HAZARD_RATIO);
  }

  private static List<PrintedInput> row(String estimate, String low, String high) {
    return List.of(
        PrintedInput.of("estimate", Printed.of(estimate)),
        PrintedInput.of("low", Printed.of(low)),
        PrintedInput.of("high", Printed.of(high)));
  }

  /** Seeded differences with two decimals, coarse enough that bounds have several regimes. */
  private static PrintedEffects random(long seed, int k, double coarse) {
    Random random = new Random(seed);
    List<List<PrintedInput>> rows = new ArrayList<>();
    for (int i = 0; i < k; i++) {
      double y = random.nextGaussian();
      double margin = 3 * coarse + random.nextDouble() * 2;
      rows.add(
          List.of(
              PrintedInput.of("y", new Printed(y, coarse)),
              PrintedInput.of("low", new Printed(y - margin, coarse)),
              PrintedInput.of("high", new Printed(y + margin, coarse))));
    }
    Studies studies = Studies.of(IntStream.range(0, k).mapToObj(i -> "S" + i).toList());
    return PrintedEffects.intervals(ReportedMeasure.GENERIC_DIFFERENCE, studies, rows, 0.95);
  }

  @Test
  void thePublishedHazardRatioIsReachableInAboutTwelvePercentOfDraws() {
    RoundingAnalysis analysis = Rounding.withDefaults().model(BatchModel.COMMON).seed(1).fit(pfs());
    Published published = Published.effect("0.44", "0.41", "0.48");
    Reachability reach = analysis.reaches(published);
    assertEquals(Reachability.Verdict.REACHABLE, reach.verdict());
    assertEquals(20_000, reach.draws());
    assertTrue(reach.share() > 0.11 && reach.share() < 0.14, () -> "share " + reach.share());
    assertTrue(reach.interval().contains(reach.share()));
    assertEquals(0.44646, analysis.range(RoundingQuantity.ESTIMATE).asPrinted(), 5e-6);

    Fit fit = CommonEffect.of(reach.witness().orElseThrow().effects());
    assertTrue(Printed.of("0.44").covers(fit.backTransformed().estimate()));
    assertTrue(Printed.of("0.41").covers(fit.backTransformed().interval().lower()));
    assertTrue(Printed.of("0.48").covers(fit.backTransformed().interval().upper()));
    for (int i = 0; i < 8; i++) {
      for (int j = 0; j < 3; j++) {
        PrintedInput input = analysis.printed().inputs(i).get(j);
        double x = reach.witness().orElseThrow().input(i, j);
        assertTrue(x >= input.lower() && x <= input.upper());
      }
    }
    Reachability withP = analysis.reaches(published.heterogeneityP("0.71"));
    assertTrue(withP.share() > 0 && withP.share() < reach.share());
  }

  @Test
  void whatLiesBeyondExactBoundsIsUnreachableAndSaysWhy() {
    Reachability reach = COMMON.fit(pfs()).reaches(Published.effect("0.43", "0.40", "0.48"));
    assertEquals(Reachability.Verdict.UNREACHABLE, reach.verdict());
    assertEquals(0, reach.share());
    assertTrue(reach.witness().isEmpty());
    assertTrue(reach.how().contains("estimate 0.43 lies beyond its exact bounds 0.43923"));
  }

  @Test
  void searchFindsWhatNoDrawHits() {
    Reachability reach = COMMON.fit(pfs()).reaches(Published.effect("0.440", "0.404", "0.479"));
    assertEquals(0, reach.agreeing());
    assertEquals(Reachability.Verdict.REACHABLE, reach.verdict());
    assertTrue(reach.how().contains("search"));
    reach
        .witness()
        .orElseThrow()
        .pooled()
        .forEach((q, v) -> assertTrue(Printed.of(reach.published().text(q)).covers(v)));
  }

  @Test
  void drawsDependOnTheSeedAndNotOnThreads() {
    PrintedEffects printed = pfs();
    for (BatchModel model : List.of(BatchModel.COMMON, BatchModel.REML)) {
      Rounding rounding = Rounding.withDefaults().model(model).draws(5000).seed(7);
      RoundingAnalysis one = rounding.threads(1).fit(printed);
      RoundingAnalysis three = rounding.threads(3).fit(printed);
      for (RoundingRange range : one.ranges()) {
        assertArrayEquals(one.draws(range.quantity()), three.draws(range.quantity()));
        assertEquals(range, three.range(range.quantity()));
      }
      double[] other = rounding.seed(8).fit(printed).draws(RoundingQuantity.ESTIMATE);
      assertFalse(other[0] == one.draws(RoundingQuantity.ESTIMATE)[0]);
    }
  }

  @ParameterizedTest
  @EnumSource(BatchModel.class)
  void boundsContainEveryDrawAndTheAsPrintedFitIsTheModels(BatchModel model) {
    for (int k = 1; k <= 5; k++) {
      PrintedEffects printed = random(k, k, 0.2);
      RoundingAnalysis analysis =
          Rounding.withDefaults().model(model).draws(1000).seed(k).fit(printed);
      for (RoundingRange range : analysis.ranges()) {
        for (double x : analysis.draws(range.quantity())) {
          double slack = 1e-9 * Math.max(Math.abs(x), 1e-9);
          assertTrue(
              x >= range.lower() - slack && x <= range.upper() + slack,
              () -> range + " does not hold " + x);
        }
      }
      Effects effects = printed.asPrinted();
      double expected =
          switch (model) {
            case COMMON -> CommonEffect.of(effects).interval().upper();
            case REML -> RandomEffects.of(effects).interval().upper();
            default -> analysis.range(RoundingQuantity.CI_UPPER).asPrinted();
          };
      assertEquals(expected, analysis.range(RoundingQuantity.CI_UPPER).asPrinted(), 1e-9);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void closedFormsAgreeWithASearchThatKnowsNothingOfThem(long seed) {
    PrintedEffects printed = random(seed, 2 + (int) (seed % 4), seed % 2 == 0 ? 0.5 : 0.05);
    RoundingAnalysis exact = COMMON.fit(printed);
    RoundingAnalysis found =
        Rounding.withDefaults().draws(2000).fittedBy(CommonEffect::of).fit(printed);
    for (RoundingRange range : exact.ranges()) {
      RoundingRange search = found.range(range.quantity());
      assertEquals(BoundMethod.EXACT, range.how());
      assertEquals(BoundMethod.SEARCH, search.how());
      double size = range.upper() - range.lower();
      String what = "seed " + seed + ": " + range + " against " + search;
      assertTrue(search.lower() >= range.lower() - 1e-9, what);
      assertTrue(search.upper() <= range.upper() + 1e-9, what);
      assertEquals(range.lower(), search.lower(), 1e-3 * size + 1e-9, what);
      assertEquals(range.upper(), search.upper(), 1e-3 * size + 1e-9, what);
    }
  }

  @Test
  void withoutRoundingThereIsOnePoint() {
    RoundingAnalysis analysis = COMMON.fit(random(3, 4, 0));
    assertTrue(analysis.isExhaustive());
    assertEquals(1, analysis.size());
    for (RoundingRange range : analysis.ranges()) {
      assertEquals(range.asPrinted(), range.lower());
      assertEquals(range.asPrinted(), range.upper());
    }
  }

  @Test
  void wideRoundingOfOneStudyIsThatStudy() {
    PrintedEffects one =
        PrintedEffects.intervals(
            ReportedMeasure.HAZARD_RATIO,
            Studies.named("A"),
            List.of(row("0.60", "0.41", "0.88")),
            0.95);
    RoundingAnalysis analysis = COMMON.fit(one);
    assertEquals(0.595, analysis.range(RoundingQuantity.ESTIMATE).lower(), 1e-12);
    assertEquals(0.605, analysis.range(RoundingQuantity.ESTIMATE).upper(), 1e-12);
    assertEquals(
        0.605 * Math.sqrt(0.885 / 0.405), analysis.range(RoundingQuantity.CI_UPPER).upper(), 1e-12);
    assertThrows(
        IllegalArgumentException.class, () -> analysis.range(RoundingQuantity.HETEROGENEITY_P));
  }

  @Test
  void countsThatPrintSoAreAllPooled() {
    Table table =
        Table.create(
            StringColumn.create("study", "A", "B"),
            StringColumn.create("p1", "12", "50"),
            DoubleColumn.create("n1", 400, 20),
            StringColumn.create("p2", "5", "40.0"),
            DoubleColumn.create("n2", 200, 30));
    PrintedEffects printed =
        Trials.of(table)
            .study("study")
            .percentages("p1", "n1", "p2", "n2")
            .asPrinted(BinaryMeasure.RISK_RATIO);
    // 46 to 50 of 400, 9 to 11 of 200 (ends belong to the print), 10 of 20, 12 of 30
    assertEquals(15, printed.combinations());
    for (Rounding model : List.of(Rounding.withDefaults().mantelHaenszel(), COMMON)) {
      RoundingAnalysis analysis = model.fit(printed);
      assertTrue(analysis.isExhaustive());
      assertEquals(15, analysis.size());
      RoundingRange range = analysis.range(RoundingQuantity.ESTIMATE);
      assertEquals(BoundMethod.ALL_COMBINATIONS, range.how());
      assertTrue(range.lower() < range.asPrinted() && range.asPrinted() < range.upper());
      Reachability reach = analysis.reaches(Published.effect("9.99", "5", "20"));
      assertEquals(Reachability.Verdict.UNREACHABLE, reach.verdict());
    }
  }

  @Test
  void aPercentageThatNoCountAttainsIsRefusedOrTakenOnBothSides() {
    var outcome =
        breast(Datasets.breastCancerOrr())
            .leaveOutIncomplete()
            .percentages(
                "percent_treatment", "total_treatment", "percent_control", "total_control");
    StudyDataException refused =
        assertThrows(StudyDataException.class, () -> outcome.asPrinted(BinaryMeasure.RISK_RATIO));
    assertTrue(refused.getMessage().contains("14 % of 54 is no whole count"));
    assertTrue(refused.getMessage().contains("13 % of 57 is no whole count"));
    PrintedEffects taken = outcome.acceptUnattainable().asPrinted(BinaryMeasure.RISK_RATIO);
    assertTrue(taken.notes().stream().anyMatch(n -> n.contains("both are taken as possible")));
    assertEquals(6, outcome.acceptUnattainable().as(BinaryMeasure.RISK_RATIO).size());
  }

  @Test
  void meansStandardErrorsAndPValuesCarryTheirRounding() {
    Table table =
        Table.create(
            StringColumn.create("study", "A", "B", "C"),
            DoubleColumn.create("n1", 30, 25, 40),
            StringColumn.create("m1", "12.3", "10", "11.25"),
            StringColumn.create("s1", "3.1", "4", "2.95"),
            DoubleColumn.create("n2", 31, 24, 41),
            StringColumn.create("m2", "10.1", "9", "10.20"),
            StringColumn.create("s2", "3.0", "3", "3.05"),
            StringColumn.create("se", "0.2", "0.3", "0.15"),
            StringColumn.create("p", "0.03", "0.2", "0.001"));
    Trials trials = Trials.of(table).study("study");
    PrintedEffects means =
        trials
            .means("n1", "m1", "s1", "n2", "m2", "s2")
            .asPrinted(ContinuousMeasure.MEAN_DIFFERENCE);
    RoundingRange md = COMMON.draws(500).fit(means).range(RoundingQuantity.ESTIMATE);
    assertEquals(BoundMethod.EXACT, md.how());
    assertTrue(md.lower() < md.low() && md.high() < md.upper());
    PrintedEffects se =
        trials.reportedWithSe("m1", "se").asPrinted(ReportedMeasure.GENERIC_DIFFERENCE);
    assertEquals(BoundMethod.EXACT, COMMON.fit(se).range(RoundingQuantity.ESTIMATE).how());
    PrintedEffects p =
        trials.reportedWithP("m1", "p").asPrinted(ReportedMeasure.GENERIC_DIFFERENCE);
    assertEquals(
        BoundMethod.SEARCH, COMMON.draws(500).fit(p).range(RoundingQuantity.ESTIMATE).how());
  }

  @Test
  void errorsSayWhatToDo() {
    Studies a = Studies.named("A");
    StudyDataException narrow =
        assertThrows(
            StudyDataException.class,
            () ->
                PrintedEffects.intervals(
                    ReportedMeasure.HAZARD_RATIO, a, List.of(row("0.4", "0.4", "0.5")), 0.95));
    assertTrue(narrow.getMessage().contains("interval must be wider than its rounding"));
    StudyDataException zero =
        assertThrows(
            StudyDataException.class,
            () ->
                PrintedEffects.intervals(
                    ReportedMeasure.HAZARD_RATIO, a, List.of(row("0.5", "0", "3")), 0.95));
    assertTrue(zero.getMessage().contains("ratios must be above 0 before rounding"));
    assertThrows(IllegalArgumentException.class, () -> COMMON.draws(10));
    assertThrows(IllegalArgumentException.class, () -> COMMON.threads(0));
    IllegalArgumentException counts =
        assertThrows(
            IllegalArgumentException.class,
            () -> Rounding.withDefaults().mantelHaenszel().fit(pfs()));
    assertTrue(counts.getMessage().contains("must be of two-arm counts, was Hazard ratio"));
  }

  @Test
  void typedNumbersAreTakenWithTheDecimalsOfTheirColumn() {
    PrintedEffects printed = pfs();
    // 0.60 of the first row came as the number 0.6
    assertEquals(0.595, printed.inputs(0).get(2).lower(), 1e-12);
    assertTrue(printed.notes().stream().anyMatch(n -> n.contains("ci_high to 2 decimals")));
  }
}
