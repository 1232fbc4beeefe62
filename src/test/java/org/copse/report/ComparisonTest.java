package org.copse.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.copse.Bcg;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Interval;
import org.copse.effect.ReportedMeasure;
import org.copse.model.BackTransformed;
import org.copse.model.RandomEffects;
import org.junit.jupiter.api.Test;

final class ComparisonTest {

  private static final BackTransformed HR =
      new BackTransformed(ReportedMeasure.HAZARD_RATIO, .446, new Interval(.4106, .4852, .95));

  private static List<String> only(Comparison comparison) {
    return comparison.table().rows().get(0).cells();
  }

  @Test
  void agreesWhenRoundingGivesThePrintedText() {
    Comparison c = Comparison.titled("PFS").effect("HR", .45, .41, .49, 2, HR, "same data");
    assertEquals(
        List.of("HR", "0.45 [0.41; 0.49]", "0.446 [0.411; 0.485]", "none, as printed", "same data"),
        only(c));
  }

  @Test
  void saysWhichNumberDiffersAndByHowMuch() {
    Comparison c = Comparison.titled("PFS").effect("HR", .44, .41, .51, 2, HR, "");
    assertEquals("estimate +0.01, upper \u22120.02", only(c).get(3));
  }

  @Test
  void takesAFit() {
    Comparison c =
        Comparison.titled("BCG")
            .effect(
                "RR",
                .49,
                .33,
                .73,
                2,
                RandomEffects.of(Bcg.effects(BinaryMeasure.RISK_RATIO)),
                "");
    assertEquals("0.489 [0.330; 0.726]", only(c).get(2));
    assertEquals("none, as printed", only(c).get(3));
  }

  @Test
  void comparesSingleNumbers() {
    assertEquals(
        List.of("I\u00b2", "92", "92.2", "none, as printed", ""),
        only(Comparison.titled("").number("I\u00b2", 92, 0, 92.2214, "")));
    assertEquals("\u22121", only(Comparison.titled("").number("k", 14, 0, 13, "")).get(3));
  }

  @Test
  void aRecomputedValueThatDoesNotExistIsSaidNotComputedWith() {
    List<String> row = only(Comparison.titled("").number("p", .03, 2, Double.NaN, ""));
    assertEquals("\u2013 in place of 0.03", row.get(3));
    assertEquals(
        "0.03 in place of \u2013",
        only(Comparison.titled("").number("p", Double.NaN, 2, .031, "")).get(3));
    assertTrue(row.stream().noneMatch(cell -> cell.contains("NaN")), row::toString);
  }

  @Test
  void missingIsSaidPlainly() {
    assertEquals(
        List.of("OS", "0.81 [0.77; 0.85]", "not possible", "\u2013", "no rows are printed"),
        only(Comparison.titled("").missing("OS", "0.81 [0.77; 0.85]", "no rows are printed")));
  }

  @Test
  void eachRowGivesANewComparison() {
    Comparison one = Comparison.titled("t").missing("a", "1", "");
    Comparison two = one.missing("b", "2", "");
    assertEquals(1, one.table().rows().size());
    assertEquals(2, two.table().rows().size());
    assertEquals(PlainTable.of(two.table()), two.toString());
  }
}
