package org.copse.appraisal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Studies;
import org.copse.effect.StudyDataException;
import org.copse.effect.TwoByTwo;
import org.copse.model.CommonEffect;
import org.copse.model.CommonEffectFit;
import org.copse.model.SubgroupAnalysis;
import org.copse.model.Subgroups;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AppraisalTest {

  private static Appraisal rob2(Instrument instrument, String... rows) {
    List<AppraisedStudy> studies = new ArrayList<>();
    for (String row : rows) {
      List<String> cells = List.of(row.split(","));
      String overall = cells.size() > 6 ? cells.get(6) : "";
      studies.add(new AppraisedStudy(cells.get(0), cells.subList(1, 6), overall));
    }
    return Appraisal.of(instrument, studies);
  }

  private static String overall(Appraisal appraisal, int study) {
    return appraisal.overall(study).map(AppraisalAnswer::label).orElse("none");
  }

  private static BinaryEffects effects() {
    return BinaryEffects.of(
        BinaryMeasure.RISK_RATIO,
        Studies.named("a", "b", "c"),
        List.of(
            new TwoByTwo(4, 123, 11, 139),
            new TwoByTwo(6, 306, 29, 303),
            new TwoByTwo(33, 5069, 47, 5808)));
  }

  static List<Instrument> instruments() {
    return Instruments.all();
  }

  @ParameterizedTest
  @MethodSource("instruments")
  void everyAnswerIsReadByItsLabelAndSpellings(Instrument instrument) {
    assertFalse(instrument.url().isBlank());
    for (AppraisalDomain domain : instrument.domains()) {
      for (AppraisalAnswer answer : domain.answers()) {
        assertEquals(answer, domain.read(" " + answer.label().toUpperCase() + " ").orElseThrow());
        for (String spelling : answer.spellings()) {
          assertEquals(answer, domain.read(spelling).orElseThrow());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("instruments")
  void bestAnswersGiveTheMostPointsOrLow(Instrument instrument) {
    List<String> best = instrument.domains().stream().map(d -> d.answers().get(0).label()).toList();
    Appraisal appraisal = Appraisal.of(instrument, List.of(new AppraisedStudy("a", best, "")));
    if (instrument.isScored()) {
      assertEquals(instrument.maximum(), appraisal.points(0).getAsInt());
    } else if (instrument.hasOverall()) {
      assertEquals("Low", overall(appraisal, 0));
    }
  }

  @Test
  void mostPointsAreThoseOfTheInstruments() {
    assertEquals(16, Instruments.minors().maximum());
    assertEquals(24, Instruments.minorsComparative().maximum());
    assertEquals(5, Instruments.jadad().maximum());
    assertEquals(5, Instruments.jadadQuestions().maximum());
    assertEquals(9, Instruments.newcastleOttawaCohort().maximum());
    assertEquals(9, Instruments.newcastleOttawaCaseControl().maximum());
    assertEquals(9, Instruments.newcastleOttawaCohortSections().maximum());
    assertEquals(9, Instruments.newcastleOttawaCaseControlSections().maximum());
    assertEquals(7, Instruments.rob1().domains().size());
    assertEquals(5, Instruments.rob2().domains().size());
    assertEquals(6, Instruments.rob2Cluster().domains().size());
    assertEquals(6, Instruments.rob2Crossover().domains().size());
    assertEquals(7, Instruments.robinsI().domains().size());
    assertEquals(7, Instruments.quadas2().domains().size());
  }

  @Test
  void rob2FollowsItsRuleAndAsksForAChoice() {
    String[] rows = {
      "a,low,low,low,low,low",
      "b,low,some concerns,low,low,low",
      "c,some,some,low,low,low",
      "d,some,some,some,low,low",
      "e,some,some,some,low,high"
    };
    Appraisal open = rob2(Instruments.rob2(), rows);
    assertEquals("Low", overall(open, 0));
    assertEquals("Some concerns", overall(open, 1));
    assertEquals("none", overall(open, 2));
    assertEquals("none", overall(open, 3));
    assertEquals("High", overall(open, 4));
    assertTrue(open.notes().get(0).contains("c; d") && open.notes().get(0).contains("choose"));
    Appraisal stay =
        rob2(Instruments.rob2().severalConcerns(SeveralConcerns.STAY_SOME_CONCERNS), rows);
    assertEquals("Some concerns", overall(stay, 3));
    Appraisal two = rob2(Instruments.rob2().severalConcerns(SeveralConcerns.HIGH_FROM_TWO), rows);
    assertEquals("High", overall(two, 2));
    Appraisal three =
        rob2(Instruments.rob2().severalConcerns(SeveralConcerns.HIGH_FROM_THREE), rows);
    assertEquals("Some concerns", overall(three, 2));
    assertEquals("High", overall(three, 3));
    assertTrue(three.notes().isEmpty());
  }

  @Test
  void statedJudgementsStandBeforeTheRuleAndDifferencesAreNamed() {
    Appraisal appraisal =
        rob2(
            Instruments.rob2(),
            "a,low,high,low,low,low,low",
            "b,low,some,some,low,low,high",
            "c,low,low,low,low,low,some concerns");
    assertEquals("Low", overall(appraisal, 0));
    assertEquals("High", overall(appraisal, 1));
    assertTrue(
        appraisal.notes().get(0).contains("milder") && appraisal.notes().get(0).contains("a (Low"));
    assertTrue(
        appraisal.notes().get(1).contains("stricter")
            && appraisal.notes().get(1).contains("c (Some"));
    assertEquals(2, appraisal.notes().size());
  }

  @Test
  void robinsTakesTheWorstDomain() {
    Appraisal appraisal =
        Appraisal.of(
            Instruments.robinsI(),
            List.of(
                AppraisedStudy.of("a", "low", "moderate", "low", "low", "low", "low", "low"),
                AppraisedStudy.of("b", "low", "ni", "low", "low", "moderate", "low", "low"),
                AppraisedStudy.of("c", "low", "ni", "low", "low", "serious", "low", "low"),
                AppraisedStudy.of("d", "!", "ni", "low", "low", "serious", "low", "low")));
    assertEquals("Moderate", overall(appraisal, 0));
    assertEquals("No information", overall(appraisal, 1));
    assertEquals("Serious", overall(appraisal, 2));
    assertEquals("Critical", overall(appraisal, 3));
    assertTrue(appraisal.notes().get(0).contains("b: every domain was taken as a key one"));
  }

  @Test
  void rob1JudgesByKeyDomainsAlone() {
    List<AppraisedStudy> studies =
        List.of(AppraisedStudy.of("a", "+", "?", "-", "+", "+", "+", "+"));
    assertFalse(Appraisal.of(Instruments.rob1(), studies).overall(0).isPresent());
    assertEquals(
        "Unclear", overall(Appraisal.of(Instruments.rob1().keyDomains("A", "B"), studies), 0));
    assertEquals("High", overall(Appraisal.of(Instruments.rob1().keyDomains("C"), studies), 0));
    assertThrows(IllegalArgumentException.class, () -> Instruments.rob2().keyDomains("D1"));
    assertThrows(IllegalArgumentException.class, () -> Instruments.rob1().keyDomains("Z"));
  }

  @Test
  void quadasHasNoOverallJudgement() {
    Appraisal appraisal =
        Appraisal.of(
            Instruments.quadas2(),
            List.of(new AppraisedStudy("a", Collections.nCopies(7, "low"), "")));
    assertFalse(appraisal.overall(0).isPresent());
    assertEquals("\u2013", appraisal.overallText(0));
    assertThrows(
        IllegalArgumentException.class, () -> appraisal.keepAtMost(effects(), Judgement.LOW));
  }

  @Test
  void jadadTakesBackPointsAndRefusesContradictions() {
    Appraisal appraisal =
        Appraisal.of(
            Instruments.jadadQuestions(),
            List.of(
                AppraisedStudy.of("a", "yes", "inappropriate", "yes", "appropriate", "no"),
                AppraisedStudy.of("b", "yes", "appropriate", "no", "not described", "yes")));
    assertEquals(2, appraisal.points(0).getAsInt());
    assertEquals("2 of 5, low quality", appraisal.overallText(0));
    assertEquals(3, appraisal.points(1).getAsInt());
    assertEquals("3 of 5, high quality", appraisal.overallText(1));
    StudyDataException e =
        assertThrows(
            StudyDataException.class,
            () ->
                Appraisal.of(
                    Instruments.jadadQuestions(),
                    List.of(
                        AppraisedStudy.of(
                            "a", "no", "inappropriate", "yes", "appropriate", "no"))));
    assertTrue(e.getMessage().contains("R2 Method of randomisation must be 'Not described'"));
  }

  @Test
  void starsAreCountedBySection() {
    Appraisal appraisal =
        Appraisal.of(
            Instruments.newcastleOttawaCohort(),
            List.of(AppraisedStudy.of("a", "*", "★", "1", "0", "**", "*", "0", "no star")));
    assertEquals(6, appraisal.points(0).getAsInt());
    assertEquals(3, appraisal.sectionPoints(0, "Selection").getAsInt());
    assertEquals(2, appraisal.sectionPoints(0, "Comparability").getAsInt());
    assertEquals(1, appraisal.sectionPoints(0, "Outcome").getAsInt());
    assertTrue(appraisal.sectionPoints(0, "Exposure").isEmpty());
    assertEquals("6 of 9", appraisal.overallText(0));
  }

  @Test
  void allBadAnswersComeInOneMessage() {
    StudyDataException e =
        assertThrows(
            StudyDataException.class,
            () ->
                Appraisal.of(
                    Instruments.rob2(),
                    List.of(
                        AppraisedStudy.of("a", "low", "-", "", "fine", "low"),
                        AppraisedStudy.of("b", "low", "low", "low", "low", "?"),
                        AppraisedStudy.of("b", "low"))));
    assertEquals(6, e.problems().size());
    assertTrue(
        e.getMessage()
            .contains(
                "Study 'a' (row 1): D4 Measurement of the outcome must be one of Low, Some concerns, High, was 'fine'"));
    assertTrue(e.getMessage().contains("different programs"));
  }

  @Test
  void gapsAreNotedAndLeaveNoSum() {
    List<AppraisedStudy> studies = List.of(AppraisedStudy.of("a", "1", "", "1"));
    assertThrows(StudyDataException.class, () -> Appraisal.of(Instruments.jadad(), studies));
    Appraisal appraisal = Appraisal.withGaps(Instruments.jadad(), studies);
    assertTrue(appraisal.points(0).isEmpty());
    assertEquals("No answer was given for a (B).", appraisal.notes().get(0));
    assertEquals(AppraisalSummary.GAP, appraisal.summary().bar("B").shares().get(3).label());
  }

  @Test
  void totalsAreCheckedAgainstSums() {
    Appraisal appraisal =
        Appraisal.of(
            Instruments.jadad(),
            List.of(
                new AppraisedStudy("a", List.of("1", "2", "1"), "4"),
                new AppraisedStudy("b", List.of("1", "2", "0"), "4")));
    assertEquals(
        List.of("The total stated is not the sum of the points, which is used: b (4, sum 3)."),
        appraisal.notes());
  }

  @Test
  void summariesCountStudiesOrTheirWeight() {
    Appraisal appraisal =
        rob2(
            Instruments.rob2(),
            "a,low,low,low,low,low",
            "b,high,low,low,low,low",
            "c,high,low,low,low,low",
            "d,low,low,low,low,low");
    assertEquals(50, appraisal.summary().bar("D1").shares().get(0).percent(), 1e-12);
    CommonEffectFit fit = CommonEffect.of(effects());
    AppraisalSummary weighted = AppraisalSummary.weighted(appraisal, fit);
    assertEquals(fit.weight(0), weighted.bar("D1").shares().get(0).percent(), 1e-10);
    assertEquals(1, weighted.bar("Overall").shares().get(0).studies());
    assertEquals(
        100,
        weighted.bar("D3").shares().stream().mapToDouble(AppraisalShare::percent).sum(),
        1e-10);
    assertTrue(weighted.notes().get(0).contains("without a weight in the fit: d."));
  }

  @Test
  void judgementsBecomeModeratorsAndFilters() {
    Appraisal appraisal =
        rob2(
            Instruments.rob2(),
            "C,high,low,low,low,low",
            "a,low,low,low,low,low",
            "b,low,some,low,low,low");
    BinaryEffects with = appraisal.addTo(effects());
    SubgroupAnalysis groups = Subgroups.by("Risk of bias").of(CommonEffect.of(with));
    assertEquals("Low", groups.groups().get(0).name());
    assertEquals(
        List.of(2), groups.fitOf("High").isPresent() ? groups.groups().get(2).rows() : List.of());
    assertEquals("Some concerns", with.studies().moderator("Risk of bias D2").text(1));
    BinaryEffects kept = appraisal.keepAtMost(effects(), Judgement.SOME_CONCERNS);
    assertEquals(List.of("a", "b"), kept.studies().labels());
    assertTrue(kept.notes().stream().anyMatch(n -> n.contains("left out: c.")));
    assertThrows(
        IllegalArgumentException.class, () -> appraisal.keepAtMost(effects(), Judgement.SERIOUS));
    assertThrows(IllegalArgumentException.class, () -> appraisal.keepAtLeast(effects(), 3));
    StudyDataException e =
        assertThrows(
            StudyDataException.class,
            () -> rob2(Instruments.rob2(), "a,low,low,low,low,low").addTo(effects()));
    assertEquals(2, e.problems().size());
  }

  @Test
  void thresholdsAreRefitsOfWhatIsKept() {
    Appraisal appraisal =
        rob2(
            Instruments.rob2(),
            "a,low,low,low,low,low",
            "b,low,some,low,low,low",
            "c,low,high,low,low,low");
    CommonEffectFit fit = CommonEffect.of(effects());
    AppraisalThresholds steps = AppraisalThresholds.of(fit, appraisal);
    assertEquals(
        List.of("All studies", "Risk of bias: Some concerns or better", "Risk of bias: Low only"),
        steps.results().stream().map(ThresholdResult::threshold).toList());
    assertEquals(fit.refit(0, 1).estimate(), steps.results().get(1).fit().orElseThrow().estimate());
    assertEquals(List.of("b", "c"), steps.results().get(2).leftOut());
    Appraisal points =
        Appraisal.of(
            Instruments.jadad(),
            List.of(
                AppraisedStudy.of("a", "1", "0", "0"),
                AppraisedStudy.of("b", "1", "2", "0"),
                AppraisedStudy.of("c", "1", "2", "1")));
    AppraisalThresholds byPoints = AppraisalThresholds.of(fit, points);
    assertEquals("Jadad: 4 points or more of 5", byPoints.results().get(2).threshold());
    assertEquals(1, byPoints.results().get(2).kept());
    AppraisalThresholds byDomain = AppraisalThresholds.ofDomain(fit, appraisal, "D2");
    assertEquals(3, byDomain.results().size());
  }

  @Test
  void reviewersAreComparedDomainByDomain() {
    Appraisal first =
        rob2(
            Instruments.rob2(),
            "a,low,low,low,low,low",
            "b,low,some,low,low,low",
            "c,low,high,low,low,low");
    Appraisal second =
        rob2(
            Instruments.rob2(),
            "c,low,high,low,low,low",
            "b,low,high,low,low,low",
            "a,low,low,low,some,low");
    ReviewerAgreement agreement = ReviewerAgreement.of(first, second);
    assertEquals(
        List.of(
            new Disagreement(
                "b", "D2 Deviations from intended interventions", List.of("Some concerns", "High")),
            new Disagreement("a", "D4 Measurement of the outcome", List.of("Low", "Some concerns")),
            new Disagreement("a", "Overall", List.of("Low", "Some concerns")),
            new Disagreement("b", "Overall", List.of("Some concerns", "High"))),
        agreement.disagreements());
    // counts: low-low 1, some-high 1, high-high 1: p_o = 2/3, p_e = (1 + 0 + 2) / 9
    assertEquals(0.5, agreement.domain("D2").orElseThrow().estimate().orElseThrow().kappa(), 1e-14);
    assertEquals(15, agreement.domain("All domains").orElseThrow().subjects());
    assertTrue(agreement.domain("D1").orElseThrow().estimate().isEmpty());
    ReviewerAgreement three =
        ReviewerAgreement.of(Kappa.withDefaults(), List.of(first, second, first));
    assertEquals(3, three.domain("D2").orElseThrow().fleiss().orElseThrow().raters());
    assertThrows(
        IllegalArgumentException.class,
        () -> ReviewerAgreement.of(first, rob2(Instruments.rob2(), "a,low,low,low,low,low")));
  }

  @Test
  void instrumentsThatReadAnAnswerTwiceAreRefused() {
    AppraisalDomain bad =
        new AppraisalDomain(
            "A",
            "One",
            "",
            List.of(
                AppraisalAnswer.of("Low", Judgement.LOW, "x"),
                AppraisalAnswer.of("High", Judgement.HIGH, "x")));
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Instrument.of("Own", "1", "none", OverallRule.NONE, List.of(bad, bad)));
    assertTrue(e.getMessage().contains("reads 'x' as two answers"));
    assertTrue(e.getMessage().contains("used twice"));
  }
}
