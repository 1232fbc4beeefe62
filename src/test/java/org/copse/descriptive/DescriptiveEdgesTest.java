package org.copse.descriptive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Large, empty, misspelt and contradictory tables. */
class DescriptiveEdgesTest {

  private static final PrintedCounts HEAD =
      PrintedCounts.headed(List.of("A", "B", "All"), List.of(10L, 20L, 30L)).total("All");

  private static String error(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }

  private static PrintedCounts row(PrintedCounts to, String level, String parent, long... n) {
    return to.row("v", level, parent, false, List.of(n[0], n[1], n[2]), List.of("", "", ""));
  }

  private static double fisher(long[][] counts) {
    return ContingencyTest.FISHER_EXACT.of(counts).p().orElseThrow();
  }

  @Test
  void largeFourfoldTablesAreNotEnumerated() {
    long[][] large = {{1_000_000, 1_000_100}, {1_000_200, 1_000_000}};
    // the normal approximation with continuity correction is good to 5 digits here
    double near = ContingencyTest.CHI_SQUARED_YATES.of(large).p().orElseThrow();
    assertTimeout(Duration.ofSeconds(60), () -> assertEquals(near, fisher(large), 1e-5 * near));
    assertEquals(1, fisher(new long[][] {{500_000, 500_000}, {500_000, 500_000}}), 1e-12);
    assertEquals(0, fisher(new long[][] {{1_000_000, 0}, {0, 1_000_000}}), 0);
    assertEquals(1.0 / 70 * 2, fisher(new long[][] {{4, 0}, {0, 4}}), 1e-15);
  }

  @Test
  void tablesTooLargeToEnumerateAreSimulatedAndSayIt() {
    long[][] rows = new long[5000][2];
    for (int i = 0; i < rows.length; i++) {
      rows[i][i % 2] = 1;
    }
    long[][] wide = new long[20][20];
    Random random = new Random(20);
    for (long[] row : wide) {
      Arrays.setAll(row, j -> 1000 + random.nextInt(110));
    }
    for (long[][] counts : List.of(rows, wide)) {
      GroupComparison test =
          assertTimeout(Duration.ofSeconds(120), () -> ContingencyTest.FISHER_EXACT.of(counts));
      assertEquals("Fisher's exact test, simulated", test.method());
      assertTrue(test.notes().get(0).contains("too many others of its margins"));
      assertTrue(test.notes().get(1).contains("(seed 1), standard error"), test.toString());
    }
    // every table of single patients is as probable as any other
    assertEquals(1, fisher(rows), 0);
    // margins of some 20,000: chi-squared is very near
    double near = ContingencyTest.CHI_SQUARED.of(wide).p().orElseThrow();
    assertEquals(near, fisher(wide), 4 * Math.sqrt(near * (1 - near) / 10_000));
  }

  @Test
  void simulationAgreesWithEnumerationWithinItsError() {
    Random random = new Random(7);
    for (int i = 0; i < 6; i++) {
      long[][] counts = new long[3 + i % 2][3];
      int scale = i < 3 ? 5 : 12;
      for (long[] row : counts) {
        Arrays.setAll(row, j -> 1 + random.nextInt(scale));
      }
      double exact = fisher(counts);
      double drawn = ContingencyTest.FISHER_SIMULATED.of(counts).p().orElseThrow();
      assertEquals(exact, drawn, 4.5 * Math.sqrt(exact * (1 - exact) / 10_000) + 1e-4);
    }
    // a fourfold table of large counts draws by ratio of uniforms
    long[][] large = {{5_000_000, 5_001_000}, {5_002_000, 5_000_000}};
    double exact = fisher(large);
    double drawn = ContingencyTest.FISHER_SIMULATED.of(large).p().orElseThrow();
    assertEquals(exact, drawn, 4.5 * Math.sqrt(exact * (1 - exact) / 10_000));
  }

  @Test
  void rankSumsAreCountedWithoutLossAt200Times200() {
    for (int[] size : new int[][] {{200, 200}, {500, 500}, {3, 7}, {40, 1000}}) {
      int m = Math.min(size[0], size[1]);
      int n = Math.max(size[0], size[1]);
      int most = Math.min(m * n / 2, 4000);
      BigInteger[] counts = new BigInteger[most + 1];
      Arrays.fill(counts, BigInteger.ZERO);
      counts[0] = BigInteger.ONE;
      BigInteger all = BigInteger.ONE;
      for (int i = 1; i <= m; i++) {
        for (int u = most; u >= n + i; u--) {
          counts[u] = counts[u].subtract(counts[u - n - i]);
        }
        for (int u = i; u <= most; u++) {
          counts[u] = counts[u].add(counts[u - i]);
        }
        all = all.multiply(BigInteger.valueOf(n + i)).divide(BigInteger.valueOf(i));
      }
      BigInteger below = Arrays.stream(counts).reduce(BigInteger.ZERO, BigInteger::add);
      double exact =
          new BigDecimal(below).divide(new BigDecimal(all), MathContext.DECIMAL64).doubleValue();
      assertEquals(exact, RankSumCounts.tail(size[0], size[1], most), 1e-12 * exact);
    }
    // the centre: half of all, and half of those at the centre itself
    double centre = RankSumCounts.tail(200, 200, 20_000);
    assertEquals(1, 2 * centre - (centre - RankSumCounts.tail(200, 200, 19_999)), 1e-12);
  }

  @Test
  void theNormalApproximationOfTheDefaultIsSaid() {
    double[] many = new double[50];
    Arrays.setAll(many, i -> i);
    GroupComparison large = RankTest.WILCOXON.of(List.of(many, new double[] {0.5, 3.5}));
    assertTrue(large.notes().get(0).startsWith("a group has 50 values or more"), large.toString());
    GroupComparison tied = RankTest.WILCOXON.of(List.of(new double[] {1, 2}, new double[] {2, 3}));
    assertTrue(tied.notes().get(0).startsWith("some values are tied"), tied.toString());
  }

  @Test
  void countsTooLargeToAddAreRefused() {
    long[][] counts = {{Long.MAX_VALUE, Long.MAX_VALUE}, {3, 4}};
    String message = error(() -> ContingencyTest.CHI_SQUARED.of(counts));
    assertTrue(message.contains("row 1, column 1") && message.contains("column 2"), message);
  }

  @Test
  void everyValueThatCannotBeRankedIsNamed() {
    String message =
        error(
            () ->
                RankTest.KRUSKAL_WALLIS.of(
                    List.of(new double[] {1, Double.NaN}, new double[] {1 / 0.0})));
    assertTrue(message.contains("group 1, value 2 was NaN"), message);
    assertTrue(message.contains("group 2, value 1 was Infinity"), message);
    GroupComparison left =
        RankTest.WILCOXON.of(List.of(new double[] {1, 2}, new double[0], new double[] {3}));
    assertEquals(List.of("1 group without values left out"), left.notes());
  }

  @Test
  void everyInfiniteNumberIsNamed() {
    String message =
        error(() -> PatientData.together(3).numbers("x", 1 / 0.0, Double.NaN, -1 / 0.0));
    assertTrue(message.contains("row 1 was Infinity; row 3 was -Infinity"), message);
  }

  @Test
  void aTestThatOneGroupCannotHaveIsSaid() {
    DescriptiveTable table =
        Descriptives.withDefaults()
            .testNumbers(RankTest.WILCOXON)
            .fit(PatientData.grouped(List.of("a", "a")).numbers("x", 1, 2));
    assertTrue(
        table.notes().contains("no test between groups: there are fewer than 2"),
        table.notes().toString());
  }

  @Test
  void aGroupMayBeCalledTotal() {
    PatientData data = PatientData.grouped(List.of("Total", "b")).numbers("x", 1, 2);
    assertEquals(List.of("All patients", "Total", "b"), DescriptiveTable.of(data).groups());
  }

  @Test
  void aColumnOfIdentifiersTakesOnePass() {
    List<String> groups = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      groups.add("g" + i % 3);
      labels.add(i % 10 == 0 ? "" : "id" + i);
    }
    PatientData data = PatientData.grouped(groups).categories("c", labels);
    DescriptiveTable table =
        assertTimeout(
            Duration.ofSeconds(60),
            () ->
                Descriptives.withDefaults().testCategories(ContingencyTest.CHI_SQUARED).fit(data));
    List<DescriptiveRow> rows = table.block("c").rows();
    assertEquals(45_001, rows.size());
    assertEquals("id1", rows.get(0).level());
    DescriptiveRow last = rows.get(45_000);
    assertEquals(Descriptives.MISSING, last.level());
    assertEquals(5_000, ((DescriptiveCell.Count) last.cells().get(0)).n());
  }

  @Test
  void wholesAndVariablesThatAreNoRowsAreAllNamed() {
    PrintedCounts table = row(HEAD, "x", "nowhere", 10, 20, 30);
    String message = error(() -> row(table, "y", "y", 0, 0, 0).overlapping("w").check());
    assertTrue(message.contains("row 'v, x' must be a part of another category"), message);
    assertTrue(message.contains("was a part of 'y'"), message);
    assertTrue(message.contains("'w' must have rows"), message);
    assertTrue(error(() -> DescriptiveTable.of(table)).contains("nowhere"));
  }

  @Test
  void rowsGivenTwiceGroupsNamedAlikeAndBadPercentagesAreRefused() {
    PrintedCounts table = row(HEAD, "x", "", 10, 20, 30);
    assertTrue(error(() -> row(table, "x", "", 0, 0, 0).check()).contains("given twice"));
    String head = error(() -> PrintedCounts.headed(List.of("A", "A"), List.of(3L, 0L)));
    assertTrue(head.contains("of their own") && head.contains("1 or more"), head);
    List<Long> counts = List.of(1L, 2L, 3L);
    List<String> percents = List.of("abc", "10", "10%");
    PrintedCounts bad = HEAD.row("v", "z", "", false, counts, percents);
    String message = error(bad::check);
    assertTrue(message.contains("row 'v, z'") && message.contains("'abc', '10%'"), message);
  }

  @Test
  void everyBadRowOfAPrintedTableIsNamedInOneMessage() {
    PrintedCounts bad =
        row(row(row(HEAD, "a", "", -1, 20, 19), "b", "", 11, 0, 11), "b", "", 11, 0, 11)
            .row("v", "c", "", false, List.of(1L), List.of("1", "2", "x"));
    for (Executable use :
        new Executable[] {
          bad::check, () -> DescriptiveTable.of(bad), () -> Descriptives.withDefaults().fit(bad)
        }) {
      String message = error(use);
      assertTrue(message.startsWith("Cannot read the printed table: 4 problems."), message);
      assertTrue(message.contains("row 'v, a' must have 3 counts of 0 or more"), message);
      assertTrue(message.contains("row 'v, b' must stand once in the table"), message);
      assertTrue(message.contains("row 'v, c' must have 3 counts"), message);
      assertTrue(message.contains("row 'v, c' must have decimal numbers"), message);
    }
    assertTrue(bad.toString().endsWith("4 problems, see .check()"), bad.toString());
  }

  @Test
  void theHeadAndOverlappingCategoriesAreCheckedToo() {
    PrintedCounts head =
        PrintedCounts.headed(List.of("A", "B", "All"), List.of(10L, 20L, 31L)).total("All");
    PrintedFinding size = row(head, "x", "", 10, 20, 30).overlapping("v").check().findings().get(0);
    assertEquals("Patients", size.variable());
    assertEquals("10 + 20 = 30", size.how());
    List<PrintedFinding> more = row(HEAD, "x", "", 11, 19, 30).overlapping("v").check().findings();
    assertEquals(1, more.size());
    assertEquals("11 > 10", more.get(0).how());
  }
}
