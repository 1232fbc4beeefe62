package org.copse.heterogeneity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Words for I² by stated thresholds. */
class HeterogeneityGradesTest {

  private static List<String> names(HeterogeneityGrades scheme, double iSquared) {
    return scheme.ofPercent(iSquared).grades().stream().map(HeterogeneityGrade::name).toList();
  }

  @Test
  void theReviewsThresholdsLeave72Out() {
    HeterogeneityGrades review = HeterogeneityGrades.gao2018();
    assertEquals(List.of(), names(review, 72));
    assertTrue(review.ofPercent(72).words().startsWith("no grade"));
    assertEquals(List.of("low"), names(review, 0));
    assertEquals(List.of("low", "moderate"), names(review, 25));
    assertEquals(List.of("moderate"), names(review, 50));
    assertEquals(List.of(), names(review, 75));
    assertEquals(List.of("high"), names(review, 75.1));
    assertEquals(
        List.of("An I² at 25 % is low and moderate.", "No word for an I² between 50 and 75 %."),
        review.gapsAndOverlaps());
  }

  @Test
  void theHandbooksRangesOverlap() {
    HeterogeneityGrades handbook = HeterogeneityGrades.cochraneHandbook();
    assertEquals(List.of("might not be important", "moderate"), names(handbook, 35));
    assertEquals(List.of("substantial"), names(handbook, 72));
    assertEquals(List.of("substantial", "considerable"), names(handbook, 80));
    assertTrue(handbook.ofPercent(35).words().contains("more than one word"));
    assertEquals(3, handbook.gapsAndOverlaps().size());
  }

  @Test
  void higgins2003NamesThreeValues() {
    HeterogeneityGrades higgins = HeterogeneityGrades.higgins2003();
    assertEquals(List.of(), names(higgins, 24.9));
    assertEquals(List.of("low"), names(higgins, 25));
    assertEquals(List.of("moderate"), names(higgins, 50));
    assertEquals(List.of("high"), names(higgins, 75));
    assertEquals(List.of("No word for an I² between 0 and 25 %."), higgins.gapsAndOverlaps());
  }

  @Test
  void aSingleStudyHasNoGrade() {
    Heterogeneity one = new Heterogeneity(0, 0, 1, QCentre.INVERSE_VARIANCE);
    assertEquals(List.of(), HeterogeneityGrades.cochraneHandbook().of(one).grades());
    assertTrue(HeterogeneityGrades.gao2018().of(one).toString().contains("single study"));
    Heterogeneity q = new Heterogeneity(10, 2, .007, QCentre.INVERSE_VARIANCE);
    assertEquals("high", HeterogeneityGrades.gao2018().of(q).words());
  }

  @Test
  void impossibleRangesAndValuesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> HeterogeneityGrade.closed("x", 40, 30));
    assertThrows(IllegalArgumentException.class, () -> HeterogeneityGrade.closed("", 0, 30));
    assertThrows(IllegalArgumentException.class, () -> HeterogeneityGrade.closed("x", 0, 101));
    assertThrows(
        IllegalArgumentException.class, () -> HeterogeneityGrades.gao2018().ofPercent(101));
    assertThrows(IllegalArgumentException.class, () -> HeterogeneityGrades.named("n", "s"));
  }
}
