package org.copse.appraisal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PrismaFlowTest {

  private static int n(PrismaFlow flow, PrismaBox box) {
    return flow.count(box).orElseThrow();
  }

  private static boolean noted(PrismaFlow flow, String part) {
    return flow.notes().stream().anyMatch(note -> note.contains(part));
  }

  private static String error(PrismaCounts counts) {
    return assertThrows(IllegalArgumentException.class, counts::check).getMessage();
  }

  private static PrismaCounts whole() {
    return PrismaFlow.newReview()
        .database("MEDLINE", 700)
        .register("ClinicalTrials.gov", 100)
        .duplicates(90)
        .automation(10)
        .screened(700)
        .excluded(600)
        .sought(100)
        .notRetrieved(4)
        .assessed(96)
        .reportsExcludedFor("no control group", 50)
        .reportsExcludedFor("children", 30)
        .studies(12)
        .reports(16)
        .inMetaAnalysis(10);
  }

  @Test
  void boxesThatAddUpGiveAFlowWithoutNotes() {
    PrismaFlow flow = whole().check();
    assertEquals(800, n(flow, PrismaBox.IDENTIFIED));
    assertEquals(100, n(flow, PrismaBox.REMOVED));
    assertEquals(80, n(flow, PrismaBox.REPORTS_EXCLUDED));
    assertTrue(flow.notes().isEmpty(), flow.notes().toString());
    assertEquals("new review, databases and registers only", flow.variant());
    assertFalse(flow.counts().stream().anyMatch(PrismaCount::computed));
  }

  @Test
  void breastReviewAddsUpAndItsMissingBoxesFollow() {
    PrismaFlow flow = PublishedFlows.breast();
    assertEquals(791, n(flow, PrismaBox.IDENTIFIED));
    assertEquals(0, n(flow, PrismaBox.REMOVED));
    assertEquals(791, n(flow, PrismaBox.SCREENED));
    assertEquals(79, n(flow, PrismaBox.ASSESSED));
    assertEquals(67, n(flow, PrismaBox.REPORTS_EXCLUDED));
    assertTrue(flow.box(PrismaBox.REPORTS_EXCLUDED).computed());
    assertFalse(noted(flow, "do not add up"));
    assertEquals(OptionalInt.empty(), flow.count(PrismaBox.STUDIES));
    assertTrue(noted(flow, "BOLERO-2"));
  }

  @Test
  void vascularReviewLeavesTheStepsBetweenUnstated() {
    PrismaFlow flow = PublishedFlows.vascularAnomalies();
    assertEquals(23, n(flow, PrismaBox.REPORTS));
    assertEquals(OptionalInt.empty(), flow.count(PrismaBox.SCREENED));
    assertTrue(noted(flow, "6,053 of the 6,076 records identified were left out"));
    assertFalse(noted(flow, "do not add up"));
  }

  @Test
  void lamReviewCountsNineStudiesButNamesEight() {
    PrismaFlow flow = PublishedFlows.lam();
    assertEquals(2, n(flow, PrismaBox.REPORTS_EXCLUDED));
    assertEquals(9, n(flow, PrismaBox.STUDIES));
    assertEquals(7, n(flow, PrismaBox.SYNTHESISED));
    assertTrue(
        noted(
            flow,
            "the numbers do not add up: 'Studies included in review' (9) must be the sum of its lines"
                + " (RCTs 2 + single-arm trials 6), was 8"));
    assertFalse(
        flow.notes().stream().anyMatch(note -> note.contains("asPrinted")),
        "advice belongs to errors");
  }

  @Test
  void everySumThatFailsIsNamedInOneError() {
    String message =
        error(
            PrismaFlow.newReview()
                .database("MEDLINE", 761)
                .database("Google", 30)
                .identified(790)
                .screened(780)
                .excluded(712)
                .sought(79)
                .duplicates(10)
                .assessed(79)
                .notRetrieved(1)
                .studies(3)
                .inMetaAnalysis(5));
    assertTrue(message.startsWith("Cannot make the flow: 4 problems."), message);
    assertTrue(message.contains("(MEDLINE 761 + Google 30), was 791"), message);
    assertTrue(
        message.contains(
            "'Records screened' (780) must be the sum of 'Records excluded' (712) and"
                + " 'Reports sought for retrieval' (79), was 791"),
        message);
    assertTrue(message.contains("'Reports not retrieved' (1)"), message);
    assertTrue(message.contains("at most 'Studies included in review' (3), was 5"), message);
    assertTrue(message.contains("asPrinted()"), message);
  }

  @Test
  void sumsOverUnstatedBoxesAreCheckedToo() {
    String message = error(PrismaFlow.newReview().identified(100).assessed(200));
    assertTrue(
        message.contains(
            "'Reports assessed for eligibility' (200) must be at most 'Records identified from"
                + " databases and registers' (100), was 200 against 100, as no box can be below 0"),
        message);
    String late = error(PrismaFlow.newReview().assessed(10).reports(11));
    assertTrue(
        late.contains(
            "'Reports of included studies' (11) must be at most 'Reports assessed for eligibility' (10)"),
        late);
  }

  @Test
  void anyOneBoxIsFoundAgainFromTheOthers() {
    PrismaFlow flow =
        PrismaFlow.newReview().identified(800).removed(100).excluded(600).assessed(96).check();
    assertEquals(700, n(flow, PrismaBox.SCREENED));
    assertEquals(100, n(flow, PrismaBox.SOUGHT));
    assertEquals(4, n(flow, PrismaBox.NOT_RETRIEVED));
    assertTrue(noted(flow, "reports not retrieved (4)"));
  }

  @Test
  void badNumbersAreListedTogether() {
    String message =
        error(
            PrismaFlow.newReview()
                .database("MEDLINE", -5)
                .screened(3)
                .screened(4)
                .reportsExcludedFor(" ", 2)
                .reportsExcludedFor("a", 1)
                .reportsExcludedFor("a", 1)
                .previousStudies(4));
    assertTrue(message.contains("MEDLINE' must be 0 or more, was -5"), message);
    assertTrue(message.contains("must be given once, was given as 3 and 4"), message);
    assertTrue(message.contains("must name each of its lines"), message);
    assertTrue(message.contains("was 'a' twice"), message);
    assertTrue(message.contains("updatedReview()"), message);
    assertTrue(error(PrismaFlow.newReview()).contains("at least one box"));
    assertTrue(error(PrismaFlow.updatedReview().screened(3)).contains("previousStudies(...)"));
    assertTrue(error(PrismaFlow.newReview().screened(-1).asPrinted()).contains("was -1"));
  }

  @Test
  void updatesAddThePreviousVersion() {
    PrismaFlow flow =
        PrismaFlow.updatedReview()
            .previousStudies(20)
            .previousReports(25)
            .database("MEDLINE", 50)
            .studies(3)
            .reports(4)
            .check();
    assertEquals(23, n(flow, PrismaBox.TOTAL_STUDIES));
    assertEquals(29, n(flow, PrismaBox.TOTAL_REPORTS));
    assertEquals("New studies included in review", flow.label(PrismaBox.STUDIES));
    String message =
        error(PrismaFlow.updatedReview().previousStudies(20).studies(3).totalStudies(24));
    assertTrue(message.contains("'Total studies included in review' (24)"), message);
    String pooled =
        error(PrismaFlow.updatedReview().previousStudies(20).studies(3).inMetaAnalysis(24));
    assertTrue(pooled.contains("at most 'Total studies included in review' (23)"), pooled);
  }

  @Test
  void otherMethodsJoinAtTheIncludedReports() {
    UnaryOperator<PrismaCounts> others =
        counts ->
            counts
                .citationSearching(30)
                .websites(2)
                .organisations(1)
                .otherSought(31)
                .otherNotRetrieved(1)
                .otherAssessed(30)
                .otherReportsExcludedFor("letter", 27);
    PrismaFlow flow = others.apply(PrismaFlow.newReview().assessed(96).reportsExcluded(80)).check();
    assertTrue(flow.hasOtherMethods());
    assertEquals(19, n(flow, PrismaBox.REPORTS));
    assertEquals(3, n(flow, PrismaBox.OTHER_REPORTS));
    assertTrue(noted(flow, "2 records from other methods were not sought"));
    String message = error(others.apply(whole()));
    assertTrue(
        message.contains(
            "'Reports assessed for eligibility' (96) + 'Reports assessed for eligibility, other"
                + " methods' (30) must equal 'Reports excluded' (80) + 'Reports excluded, other"
                + " methods' (27) + 'Reports of included studies' (16), was 126 against 123"),
        message);
    assertTrue(message.startsWith("Cannot make the flow: '"), "one problem: " + message);
  }

  /** One given box of the two branches is wrong: it is named, and no box that was not given. */
  @Test
  void contradictionsAcrossBranchesNameGivenBoxesOnly() {
    long seed = 5;
    Random random = new Random(seed);
    for (int i = 0; i < 400; i++) {
      int[] main = {random.nextInt(50), random.nextInt(50)};
      int[] other = {random.nextInt(9), random.nextInt(9), random.nextInt(9)};
      int[] boxes = {
        main[0] + main[1],
        main[0],
        other[0] + other[1] + other[2],
        other[0],
        other[1],
        main[1] + other[2]
      };
      int changed = random.nextInt(boxes.length);
      across(boxes).check();
      boxes[changed] += 200;
      String message = error(across(boxes));
      String wrong = ACROSS.get(changed).label(false) + "' (" + boxes[changed] + ")";
      assertTrue(message.contains(wrong), "seed " + seed + ": " + wrong + " in " + message);
      assertFalse(message.contains("Included reports from"), message);
      assertFalse(message.contains("by the other boxes"), message);
    }
  }

  private static final List<PrismaBox> ACROSS =
      List.of(
          PrismaBox.ASSESSED,
          PrismaBox.REPORTS_EXCLUDED,
          PrismaBox.OTHER_SOUGHT,
          PrismaBox.OTHER_NOT_RETRIEVED,
          PrismaBox.OTHER_REPORTS_EXCLUDED,
          PrismaBox.REPORTS);

  private static PrismaCounts across(int[] boxes) {
    return PrismaFlow.newReview()
        .assessed(boxes[0])
        .reportsExcluded(boxes[1])
        .otherSought(boxes[2])
        .otherNotRetrieved(boxes[3])
        .otherReportsExcluded(boxes[4])
        .reports(boxes[5]);
  }

  @Test
  void updatesNameTheGivenBoxesOnBothSides() {
    String message =
        error(
            PrismaFlow.updatedReview()
                .previousStudies(5)
                .previousReports(6)
                .assessed(20)
                .reportsExcluded(12)
                .totalReports(15));
    assertTrue(
        message.contains(
            "must equal 'Reports of studies included in previous version of review' (6)"
                + " + 'Reports assessed for eligibility' (20), was 27 against 26"),
        message);
  }

  @Test
  void moreStudiesThanReportsAndMissingReasonsAreNoted() {
    PrismaFlow flow =
        PrismaFlow.newReview().assessed(5).reportsExcluded(3).reports(2).studies(3).check();
    assertTrue(noted(flow, "more studies than reports"));
    assertTrue(noted(flow, "reasons for excluding reports are not stated"));
  }

  @Test
  void aReviewWithoutStudiesIsAFlow() {
    PrismaFlow flow =
        PrismaFlow.newReview().database("MEDLINE", 7).excluded(7).studies(0).reports(0).check();
    assertEquals(0, n(flow, PrismaBox.ASSESSED));
    assertTrue(flow.toString().contains("Studies included in review: 0"));
  }

  /** Boxes made by random splits always pass; one box changed by one never does. */
  @Test
  void randomFlowsAddUpUntilOneBoxChanges() {
    long seed = 20201;
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      int identified = random.nextInt(5000);
      int removed = random.nextInt(identified + 1);
      int excluded = random.nextInt(identified - removed + 1);
      int sought = identified - removed - excluded;
      int lost = random.nextInt(sought + 1);
      int reports = random.nextInt(sought - lost + 1);
      int changed = random.nextInt(8);
      int[] boxes = {
        identified,
        removed,
        identified - removed,
        excluded,
        sought,
        lost,
        sought - lost,
        sought - lost - reports
      };
      assertEquals(reports, n(of(boxes, reports).check(), PrismaBox.REPORTS), "seed " + seed);
      boxes[changed]++;
      String message = error(of(boxes, reports));
      assertTrue(message.contains("must be the sum of"), message);
    }
  }

  private static PrismaCounts of(int[] boxes, int reports) {
    return PrismaFlow.newReview()
        .identified(boxes[0])
        .removed(boxes[1])
        .screened(boxes[2])
        .excluded(boxes[3])
        .sought(boxes[4])
        .notRetrieved(boxes[5])
        .assessed(boxes[6])
        .reportsExcluded(boxes[7])
        .reports(reports);
  }

  @Test
  void labelsAreDistinct() {
    assertEquals(
        PrismaBox.values().length,
        Arrays.stream(PrismaBox.values())
            .map(box -> box.label(true))
            .collect(Collectors.toSet())
            .size());
  }
}
