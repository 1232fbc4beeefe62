package org.copse.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.copse.Bcg;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Interval;
import org.copse.effect.ReportedMeasure;
import org.copse.model.BackTransformed;
import org.copse.model.RandomEffects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.44 | 0.4446 | 0.445 | none, as printed",
        "0.44 | 0.4465 | 0.447 | +0.01",
        "3,693 | 3731 | 3731 | +38",
        "72% | 71.77 | 71.8 | none, as printed",
        "72 | 70.2 | 70.2 | \u22122",
        "\u22120.48 | -0.514 | \u22120.514 | \u22120.03",
        "-1778.88 | -1778.884 | \u22121778.884 | none, as printed",
        "< 0.01 | 0.0054 | 0.0054 | none, as printed",
        "< 0.01 | 0.00003 | 0.000030 | none, as printed",
        "< 0.00001 | 1e-80 | < 0.000001 | none, as printed",
        "< 0.01 | 0.02 | 0.020 | not < 0.01",
        "> 0.05 | 0.3 | 0.300 | none, as printed",
        "> 0.05 | 0.03 | 0.030 | not > 0.05",
        ".5 | 0.5 | 0.50 | none, as printed"
      })
  void readsNumbersAsPrinted(String text, double now, String shown, String difference) {
    List<String> row = only(Comparison.titled("").printed("n", text, now, "why"));
    assertEquals(List.of("n", text, shown, difference, "why"), row);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2 to 3", "many", "1.2.3", "3,69", "%"})
  void aPrintedTextThatIsNotOneNumberIsRefused(String text) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Comparison.titled("").printed("n", text, 1, "why"));
    assertTrue(e.getMessage().contains("was '" + text + "'"), e.getMessage());
  }

  @Test
  void headingsAndGivenNumbersStandAmongTheRows() {
    ReportTable table =
        Comparison.titled("")
            .heading("Methods")
            .given("level", "95", "a choice", "of the authors")
            .table();
    assertEquals(ReportTable.Kind.HEADING, table.rows().get(0).kind());
    assertEquals("Methods", table.rows().get(0).cells().get(0));
    assertEquals(
        List.of("level", "95", "a choice", "\u2013", "of the authors"),
        table.rows().get(1).cells());
  }

  @Test
  void eachHeadingBeginsATableOfItsOwn() {
    Comparison lines = Comparison.titled("t").missing("a", "1", "").heading("h").heading("i");
    assertEquals(List.of("t"), lines.tables().stream().map(ReportTable::caption).toList());
    List<ReportTable> more = lines.missing("b", "2", "").missing("c", "3", "").tables();
    assertEquals(List.of("t", "t: i"), more.stream().map(ReportTable::caption).toList());
    assertEquals(List.of(1, 2), more.stream().map(table -> table.rows().size()).toList());
    assertEquals(1, Comparison.titled("t").tables().size());
  }
}
