package org.copse.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.copse.Bcg;
import org.junit.jupiter.api.Test;

/**
 * What effects hold, and how bad data are reported: every problem at once, with study, row, rule,
 * value, remedy.
 */
class EffectDataTest {

  private static StudyDataException problems(Runnable action) {
    return assertThrows(StudyDataException.class, action::run);
  }

  @Test
  void everyBadRowOfCountsIsReported() {
    Studies studies = Studies.named("Aronson 1948", "B", "C", "D", "E");
    List<TwoByTwo> counts =
        List.of(
            new TwoByTwo(123, 4, 1, 10),
            new TwoByTwo(-1, 10, 1, 10),
            new TwoByTwo(1.5, 10, 1, 0),
            new TwoByTwo(1, 10, Double.NaN, 10),
            new TwoByTwo(1, 10, 1, 10));
    StudyDataException e =
        problems(() -> BinaryEffects.of(BinaryMeasure.RISK_RATIO, studies, counts));
    assertEquals(5, e.problems().size());
    assertEquals(
        "Study 'Aronson 1948' (row 1): events must not exceed total, was 123 > 4. Check columns events1, total1.",
        e.problems().get(0).message());
    assertTrue(e.getMessage().startsWith("Cannot use the study data: 5 problems."));
    assertTrue(e.getMessage().contains("must be a whole number, was 1.5"));
    assertTrue(e.getMessage().contains("must be at least 1, was 0"));
  }

  @Test
  void manyProblemsAreCounted() {
    List<DataProblem> many = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      many.add(new DataProblem("s", i, "c", "x must hold", "y", "Do z."));
    }
    assertTrue(new StudyDataException(many).getMessage().endsWith("... and 30 more"));
    StudyDataException.throwIfAny(List.of());
  }

  @Test
  void labelsMustBeThereOnce() {
    StudyDataException e = problems(() -> Studies.named("A", " ", "A"));
    assertTrue(e.getMessage().contains("label must not be blank"));
    assertTrue(e.getMessage().contains("label must be unique, was also row 1"));
  }

  @Test
  void studiesKeepTheirColumnsThroughSubsets() {
    Studies some = Bcg.studies().withClusters(clusters()).subset(2, 0);
    assertEquals(List.of("Rosenthal et al 1960", "Aronson 1948"), some.labels());
    assertEquals(1960, some.year(0));
    assertEquals("shared", some.cluster(0));
    assertEquals("Aronson 1948", some.cluster(1));
    assertEquals("random", some.moderator("alloc").text(1));
    assertEquals("42", some.moderator("ablat").text(0));
    assertEquals(List.of("alloc", "ablat"), some.moderatorNames());
    assertTrue(Double.isNaN(Studies.named("x").year(0)));
    assertEquals("x", Studies.named("x").cluster(0));
    Moderator numbers = Moderator.of(1.5, Double.NaN);
    assertEquals("1.5", numbers.text(0));
    assertEquals("", numbers.text(1));
    assertTrue(numbers.isMissing(1));
    assertThrows(IllegalArgumentException.class, () -> Studies.named("x").withYears(1, 2));
  }

  private static List<String> clusters() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 13; i++) {
      ids.add(i == 2 ? "shared" : "");
    }
    return ids;
  }

  @Test
  void meansAreChecked() {
    Studies studies = Studies.named("a", "b");
    List<ArmMeans> data =
        List.of(new ArmMeans(1, 3, 0, 20, Double.NaN, 1), new ArmMeans(10, 1, 1, 10, 2, 1));
    StudyDataException e =
        problems(() -> ContinuousEffects.of(ContinuousMeasure.MEAN_DIFFERENCE, studies, data));
    assertEquals(3, e.problems().size());
    assertTrue(e.getMessage().contains("standard deviation must be greater than 0, was 0"));
  }

  @Test
  void reportedEstimatesAreChecked() {
    Studies studies = Studies.named("a", "b", "c");
    StudyDataException e =
        problems(
            () ->
                ReportedEffects.of(
                    ReportedMeasure.HAZARD_RATIO,
                    studies,
                    List.of(
                        Reported.fromInterval(ReportedMeasure.HAZARD_RATIO, -0.5, 0.2, 0.9, 0.95),
                        Reported.fromP(ReportedMeasure.HAZARD_RATIO, 0.5, 1),
                        Reported.fromStandardError(ReportedMeasure.HAZARD_RATIO, 0.5, 0.1))));
    assertEquals(2, e.problems().size());
    assertTrue(e.getMessage().contains("estimate must be finite on the analysis scale"));
    assertTrue(e.getMessage().contains("standard error must be a finite number"));
  }

  @Test
  void dataMustHaveOneRowAStudy() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> BinaryEffects.of(BinaryMeasure.RISK_RATIO, Studies.named("a"), List.of()))
            .getMessage();
    assertTrue(message.contains("one row a study (1), was 0"));
  }

  @Test
  void everyDataTypeKeepsItsDataThroughSubsetsNotesAndNames() {
    BinaryEffects rr = Bcg.effects(BinaryMeasure.RISK_RATIO);
    assertEquals("Vaccinated", rr.subset(1).arms().first());
    assertEquals(rr.estimate(1), rr.without(0).estimate(0));
    assertEquals("note", rr.withNotes(List.of("note")).subset(0).notes().get(0));
    assertEquals(0.41, rr.displayed(0), 0.005);
    assertEquals(13, rr.estimates().length);
    assertEquals(13, rr.variances().length);

    ContinuousEffects smd =
        ContinuousEffects.of(
                ContinuousMeasure.STANDARDISED_MEAN_DIFFERENCE,
                Studies.named("a", "b"),
                List.of(new ArmMeans(10, 5, 1, 12, 4, 2), new ArmMeans(20, 5, 1, 22, 4, 2)))
            .arms("Drug", "Placebo")
            .smdVariance(SmdVariance.UNBIASED)
            .withNotes(List.of("note"));
    assertEquals("Drug", smd.subset(1).arms().first());
    assertEquals(SmdVariance.UNBIASED, smd.subset(1).smdVariance());
    assertEquals(List.of("note"), smd.as(ContinuousMeasure.MEAN_DIFFERENCE).notes());
    assertEquals(20, smd.means(1).n1());
    assertTrue(smd.smdVariance().formula().contains("m−2"));

    ProportionEffects p =
        ProportionEffects.of(
                ProportionMeasure.LOGIT_PROPORTION,
                Studies.named("a", "b"),
                List.of(new Proportion(0, 10), new Proportion(3, 10)))
            .studyInterval(ProportionInterval.WILSON)
            .withNotes(List.of("note"));
    assertEquals(2, p.notes().size());
    assertEquals(ProportionInterval.WILSON, p.subset(1).studyInterval());
    assertEquals(0.3, p.displayed(1));
    assertEquals(0, p.displayedInterval(0, 0.95).lower());
    assertEquals(3, p.as(ProportionMeasure.RAW_PROPORTION).proportion(1).events());
    assertFalse(p.measure().hasNullValue());
    assertTrue(Double.isNaN(p.measure().nullValue()));
    assertEquals("Wilson", ProportionInterval.WILSON.label());
    assertThrows(
        StudyDataException.class,
        () ->
            ProportionEffects.of(
                ProportionMeasure.RAW_PROPORTION,
                Studies.named("a"),
                List.of(new Proportion(11, 10))));

    ReportedEffects hr =
        ReportedEffects.of(
                ReportedMeasure.HAZARD_RATIO,
                Studies.named("a"),
                List.of(Reported.fromLogRank(-5, 20)))
            .withNotes(List.of("note"));
    assertEquals(Math.exp(-0.25), hr.displayed(0), 1e-15);
    assertEquals("O − E and V", hr.subset(0).reported(0).source());
    assertEquals(List.of("note"), hr.subset(0).notes());
  }

  @Test
  void scalesGoThereAndBack() {
    for (AnalysisScale scale : AnalysisScale.values()) {
      double there = scale.transform(0.3);
      boolean needsSize =
          scale == AnalysisScale.FREEMAN_TUKEY || scale == AnalysisScale.FREEMAN_TUKEY_RATE;
      double tolerance = needsSize ? 1e-6 : 1e-15;
      assertEquals(0.3, scale.backTransform(there, 1e8), tolerance, scale.name());
    }
    assertTrue(Double.isNaN(AnalysisScale.FREEMAN_TUKEY.backTransform(Double.NaN, 10)));
    assertEquals(1, BinaryMeasure.ODDS_RATIO.nullValue());
    assertEquals(0, BinaryMeasure.RISK_DIFFERENCE.nullValue());
    assertEquals("SMD", ContinuousMeasure.STANDARDISED_MEAN_DIFFERENCE.abbreviation());
    assertEquals("Mean difference", ContinuousMeasure.MEAN_DIFFERENCE.label());
  }

  @Test
  void impossibleRulesAndLevelsAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new ZeroCells(-1, ZeroCells.To.ALL_STUDIES, false));
    assertThrows(IllegalArgumentException.class, () -> new Interval(0, 1, 1.5));
    assertThrows(NullPointerException.class, () -> new ArmNames(null, "x"));
  }
}
