package org.copse.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "-1.5, -1.5",
    "+2, 2",
    "\u22120.5, -0.5",
    ".05, 0.05",
    "1e-3, 0.001",
    "2E+2, 200",
    "007, 7",
    "0.30000000000000004, 0.30000000000000004"
  })
  void plainNumbers(String text, double value) {
    assertEquals(value, Numbers.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        ".",
        "1.",
        "1,234",
        "0,5",
        "1 234",
        "5%",
        "1d",
        "1f",
        "0x10",
        "1_000",
        "NaN",
        "Infinity",
        "1e",
        "1e+",
        "1e999",
        "2020-02-30",
        "<0.5",
        "1.2.3",
        "one",
        "\u20131",
        "--1"
      })
  void everythingElseIsNone(String text) {
    assertTrue(Double.isNaN(Numbers.parse(text)), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,234|without a thousands separator|Write 1234.",
        "12 345.5|without a thousands separator|Write 12345.5.",
        "1'234|without a thousands separator|Write 1234.",
        "0,5|with a decimal point|Write 0.5.",
        "12,34|with a decimal point|Write 12.34.",
        "5%|must hold a number|percentAsFraction(\"x\")",
        "2020-02-30|must hold a number|looks like a date",
        "<0.5|must hold a number|A bound is no value",
        "five|must hold a number|Correct the cell"
      })
  void complaintsSayWhatToDo(String text, String rule, String remedy) {
    Numbers.Complaint complaint = Numbers.complaint(text, "x");
    assertTrue(complaint.rule().contains(rule), complaint.rule());
    assertTrue(complaint.remedy().contains(remedy), complaint.remedy());
    assertTrue(complaint.rule().startsWith("column 'x' "), complaint.rule());
  }

  @ParameterizedTest
  @CsvSource({"0.60, 0.005", "12, 0.5", "1.0, 0.05", "1e-3, 0.0005", "\u22120.25, 0.005"})
  void halfAUnitInTheLastPrintedPlace(String text, double half) {
    assertEquals(half, Numbers.halfUnit(text), 1e-18);
  }

  @Test
  void codesAreNotQuantities() {
    assertTrue(Numbers.isQuantity("0"));
    assertTrue(Numbers.isQuantity("0.5"));
    assertTrue(Numbers.isQuantity("-3"));
    assertFalse(Numbers.isQuantity("007"));
    assertFalse(Numbers.isQuantity("x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "NA",
        "na",
        "N/A",
        "n/a",
        "NaN",
        "nan",
        ".",
        "-",
        "–",
        "—",
        "NR",
        "nr",
        "not reported",
        "Not Reported"
      })
  void missingWords(String text) {
    assertTrue(MissingWords.DEFAULT.matches(text), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "none", "--", "N", "?", "not reported here"})
  void otherWords(String text) {
    assertFalse(MissingWords.DEFAULT.matches(text), text);
  }

  @Test
  void percentsAreExact() {
    for (int i = 0; i <= 1000; i++) {
      String points = i / 10 + "." + i % 10;
      String fraction = "0." + (i < 10 ? "00" : i < 100 ? "0" : "") + i;
      double expected = i == 1000 ? 1 : Double.parseDouble(fraction);
      assertEquals(expected, PercentRule.FRACTION.parse(points + "%"), points);
    }
    assertEquals(0.07, PercentRule.POINTS.parse("0.07 %"));
    assertTrue(Double.isNaN(PercentRule.FRACTION.parse("0.07")));
    assertTrue(Double.isNaN(PercentRule.REFUSED.parse("7%")));
    assertTrue(Double.isNaN(PercentRule.POINTS.parse("x%")));
    assertEquals(0.005, PercentRule.FRACTION.halfUnit("7%"), 1e-18);
    assertEquals(0.05, PercentRule.POINTS.halfUnit("7.0%"), 1e-18);
  }

  @ParameterizedTest
  @CsvSource({"tpos, tpos, 0", "tpso, tpos, 1", "tps, tpos, 1", "'', abc, 3", "kitten, sitting, 3"})
  void distances(String a, String b, int distance) {
    assertEquals(distance, Nearest.distance(a, b));
    assertEquals(distance, Nearest.distance(b, a));
  }

  @Test
  void typedColumnsHaveTheDecimalsTheyNeed() {
    CellColumn column = CellColumn.ofNumbers("x", new double[] {0.62, 2, 1200, 1e-7});
    double[] half = {0.005, 0.5, 0.5, 0.5e-7};
    for (int i = 0; i < half.length; i++) {
      assertEquals(half[i], column.halfUnit(i, PercentRule.REFUSED), half[i] * 1e-12);
    }
  }

  @Test
  void yearsInLabels() {
    assertTrue(Labels.containsNumber("Campone 2013 Asian", "2013"));
    assertTrue(Labels.containsNumber("12013 (2013)", "2013"));
    assertFalse(Labels.containsNumber("Trial 20131", "2013"));
    assertFalse(Labels.containsNumber("Trial", "2013"));
  }
}
