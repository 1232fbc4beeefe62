package org.copse.descriptive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.OptionalDouble;
import org.copse.Golden;
import org.junit.jupiter.api.Test;

class DescriptiveTableTest {

  private static final PatientData PATIENTS =
      PatientData.grouped(List.of("b", "a", "a", "b", "a"))
          .groupOrder("a")
          .categories("sex", List.of("f", "m", "", "f", "f"), "m")
          .numbers("age", 3, 1, Double.NaN, 8, 2);

  private static DescriptiveCell cell(DescriptiveTable table, String variable, int row, int group) {
    return table.block(variable).rows().get(row).cells().get(group);
  }

  private static DescriptiveCell count(long n, double percent) {
    return new DescriptiveCell.Count(n, OptionalDouble.of(percent));
  }

  @Test
  void countsWithMissingAmongAllPatients() {
    DescriptiveTable table = DescriptiveTable.of(PATIENTS);
    assertEquals(List.of("Total", "a", "b"), table.groups());
    assertEquals(List.of(5L, 3L, 2L), table.sizes());
    assertEquals("m", table.block("sex").rows().get(0).level());
    assertEquals(count(1, 20), cell(table, "sex", 0, 0));
    assertEquals(count(2, 100), cell(table, "sex", 1, 2));
    assertEquals("Not reported", table.block("sex").rows().get(2).level());
    assertEquals(count(1, 100.0 / 3), cell(table, "sex", 2, 1));
    assertEquals(new DescriptiveCell.Median(2, 1.5, 1, 2), cell(table, "age", 0, 1));
    assertEquals(count(1, 100.0 / 3), cell(table, "age", 1, 1));
    assertTrue(table.block("sex").test().isEmpty());
  }

  @Test
  void percentagesOfTheKnown() {
    DescriptiveTable table = Descriptives.withDefaults().percentOf(PercentBase.KNOWN).fit(PATIENTS);
    assertEquals(count(1, 25), cell(table, "sex", 0, 0));
    assertEquals(new DescriptiveCell.Count(1, OptionalDouble.empty()), cell(table, "sex", 2, 0));
  }

  @Test
  void testsLeaveMissingOut() {
    DescriptiveTable table =
        Descriptives.withDefaults()
            .testCategories(ContingencyTest.FISHER_EXACT)
            .testNumbers(RankTest.WILCOXON)
            .fit(PATIENTS);
    GroupComparison sex = ContingencyTest.FISHER_EXACT.of(new long[][] {{1, 0}, {1, 2}});
    assertEquals(sex, table.block("sex").test().orElseThrow());
    GroupComparison age = RankTest.WILCOXON.of(List.of(new double[] {1, 2}, new double[] {3, 8}));
    assertEquals(age, table.block("age").test().orElseThrow());
    assertTrue(table.notes().contains("tests leave out patients whose value is not reported"));
  }

  @Test
  void mediansAsInR() {
    for (JsonNode node : Golden.cases("descriptive").toList()) {
      if (!node.get("kind").asText().equals("summary")) {
        continue;
      }
      double[] values = Golden.doubles(node.get("values"));
      DescriptiveTable table =
          Descriptives.withDefaults()
              .medians(MedianSpread.QUARTILES)
              .fit(PatientData.together(values.length).numbers("x", values));
      DescriptiveCell.Median median = (DescriptiveCell.Median) cell(table, "x", 0, 0);
      Golden.assertClose("median", node.get("median"), median.median(), 1e-14, 1);
      Golden.assertClose("lower", node.get("quartiles").get(0), median.lower(), 1e-14, 1);
      Golden.assertClose("upper", node.get("quartiles").get(1), median.upper(), 1e-14, 1);
    }
  }

  @Test
  void badInputIsNamed() {
    assertTrue(refused(() -> PatientData.grouped(List.of("a", "", " "))).contains("row 2, row 3"));
    assertTrue(refused(() -> PATIENTS.groupOrder("c")).contains("[c]"));
    assertTrue(refused(() -> PATIENTS.numbers("age", 1, 2, 3, 4, 5)).contains("new"));
    assertTrue(refused(() -> PATIENTS.numbers("x", 1, 2)).contains("5 values, was 2"));
    assertTrue(refused(() -> PatientData.together(0)).contains("at least 1"));
    assertTrue(refused(() -> DescriptiveTable.of(PATIENTS).block("sox")).contains("[sex, age]"));
  }

  private static PrintedCounts printed() {
    return PrintedCounts.headed(List.of("all", "x", "y"), List.of(84L, 25L, 59L))
        .total("all")
        .row("drug", "a", "", false, List.of(1L, 1L, 0L), List.of("1.1", "4.0", ""))
        .row("drug", "b", "", false, List.of(83L, 24L, 58L), List.of("98.8", "96", "99.0"))
        .row("drug", "b1", "b", false, List.of(80L, 24L, 59L), List.of("", "", ""));
  }

  @Test
  void printedCellsAndSumsAreChecked() {
    PrintedCheck check = printed().check();
    assertEquals(5, check.percents());
    List<String> found =
        check.findings().stream()
            .map(f -> f.kind() + " " + f.group() + " " + f.printed() + " " + f.expected())
            .toList();
    assertEquals(
        List.of(
            "PERCENT_CUT_OFF all 1 (1.1) 1 (1.2)",
            "PERCENT y 58 (99.0) 58 (98.3)",
            "GROUPS all 83 82",
            "GROUPS all 80 83",
            "PARTS all 83 80",
            "SUM y 59 58",
            "PARTS y 58 59"),
        found);
    assertEquals(3 + 3 + 3, check.sums());
    long sums =
        printed().overlapping("drug").check().findings().stream()
            .filter(f -> f.kind() == PrintedFinding.Kind.SUM)
            .count();
    assertEquals(0, sums);
  }

  @Test
  void printedCountsAreDescribedByTheirFinestCategories() {
    DescriptiveTable table =
        Descriptives.withDefaults().testCategories(ContingencyTest.CHI_SQUARED).fit(printed());
    assertEquals(count(1, 100.0 / 84), cell(table, "drug", 0, 0));
    GroupComparison test = ContingencyTest.CHI_SQUARED.of(new long[][] {{1, 0}, {24, 59}});
    assertEquals(test, table.block("drug").test().orElseThrow());
  }

  @Test
  void badPrintedTablesAreRefused() {
    assertTrue(refused(() -> printed().total("z")).contains("[all, x, y]"));
    assertTrue(
        refused(() -> PrintedCounts.headed(List.of("a"), List.of(0L))).contains("1 or more"));
    assertTrue(
        refused(() -> printed().row("v", "l", "", false, List.of(1L), List.of("")).check())
            .contains("'v, l'"));
  }

  private static String refused(org.junit.jupiter.api.function.Executable what) {
    return assertThrows(IllegalArgumentException.class, what).getMessage();
  }
}
