package org.copse.descriptive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.copse.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GroupTestsGoldenTest {

  private static Stream<JsonNode> kind(String kind) {
    return Golden.cases("descriptive").filter(c -> c.get("kind").asText().equals(kind));
  }

  static Stream<JsonNode> counts() {
    return kind("counts");
  }

  static Stream<JsonNode> exact() {
    return kind("exact");
  }

  @ParameterizedTest
  @MethodSource("exact")
  void exactRankSumsOfLargeGroupsAsInR(JsonNode node) {
    double p = RankTest.RANK_SUM_EXACT.of(groups(node)).p().orElseThrow();
    Golden.assertClose(node.get("name").asText(), node.get("coin"), p, 1e-10, 1);
    if (node.has("wilcox")) {
      Golden.assertClose(node.get("name").asText(), node.get("wilcox"), p, 1e-10, 1);
    }
  }

  static Stream<JsonNode> values() {
    return kind("values");
  }

  private static long[][] table(JsonNode node) {
    int columns = node.get("columns").asInt();
    double[] cells = Golden.doubles(node.get("counts"));
    long[][] table = new long[cells.length / columns][columns];
    for (int i = 0; i < cells.length; i++) {
      table[i / columns][i % columns] = (long) cells[i];
    }
    return table;
  }

  private static long[][] turned(long[][] table) {
    long[][] turned = new long[table[0].length][table.length];
    for (int i = 0; i < table.length; i++) {
      for (int j = 0; j < table[0].length; j++) {
        turned[j][i] = table[i][j];
      }
    }
    return turned;
  }

  @ParameterizedTest
  @MethodSource("counts")
  void tablesAsInR(JsonNode node) {
    String name = node.get("name").asText();
    for (long[][] table : List.of(table(node), turned(table(node)))) {
      double exact = ContingencyTest.FISHER_EXACT.of(table).p().orElseThrow();
      Golden.assertClose(name, node.get("fisher"), exact, 1e-10, 1);
      GroupComparison plain = ContingencyTest.CHI_SQUARED.of(table);
      Golden.assertClose(name, node.get("chi"), plain.statistic().orElseThrow(), 1e-12, 1);
      assertEquals(node.get("df").asInt(), plain.df().orElseThrow());
      Golden.assertClose(name, node.get("p"), plain.p().orElseThrow(), Golden.TAIL, 1e-3);
      GroupComparison yates = ContingencyTest.CHI_SQUARED_YATES.of(table);
      Golden.assertClose(name, node.get("yates"), yates.statistic().orElseThrow(), 1e-12, 1);
      Golden.assertClose(name, node.get("yatesP"), yates.p().orElseThrow(), Golden.TAIL, 1e-3);
    }
  }

  private static List<double[]> groups(JsonNode node) {
    double[] all = Golden.doubles(node.get("values"));
    List<double[]> groups = new ArrayList<>();
    int from = 0;
    for (double size : Golden.doubles(node.get("sizes"))) {
      groups.add(Arrays.copyOfRange(all, from, from += (int) size));
    }
    return groups;
  }

  @ParameterizedTest
  @MethodSource("values")
  void ranksAsInR(JsonNode node) {
    String name = node.get("name").asText();
    List<double[]> groups = groups(node);
    GroupComparison kruskal = RankTest.KRUSKAL_WALLIS.of(groups);
    Golden.assertClose(name, node.get("h"), kruskal.statistic().orElseThrow(), 1e-11, 1);
    Golden.assertClose(name, node.get("p"), kruskal.p().orElseThrow(), 1e-11, 1);
    if (groups.size() > 2) {
      assertEquals(kruskal, RankTest.WILCOXON.of(groups));
      return;
    }
    GroupComparison usual = RankTest.WILCOXON.of(groups);
    Golden.assertClose(name, node.get("w"), usual.statistic().orElseThrow(), 1e-12, 1);
    Golden.assertClose(name, node.get("default"), usual.p().orElseThrow(), 1e-11, 1e-3);
    assertEquals(node.get("exact").asBoolean(), usual.method().contains("exact"));
    double normal = RankTest.RANK_SUM_NORMAL.of(groups).p().orElseThrow();
    Golden.assertClose(name, node.get("normal"), normal, 1e-11, 1e-3);
  }

  @Test
  void emptyCategoriesAreLeftOutAndSaidSo() {
    GroupComparison test = ContingencyTest.FISHER_EXACT.of(new long[][] {{3, 1}, {0, 0}, {1, 3}});
    assertEquals(34.0 / 70, test.p().orElseThrow(), 1e-14);
    assertEquals(List.of("1 category without patients left out"), test.notes());
    assertTrue(ContingencyTest.CHI_SQUARED.of(new long[][] {{3, 0}, {1, 0}}).p().isEmpty());
    assertTrue(ContingencyTest.FISHER_EXACT.of(new long[0][]).p().isEmpty());
  }

  @Test
  void nothingToRankGivesNoTest() {
    assertTrue(RankTest.WILCOXON.of(List.of(new double[] {1, 1}, new double[] {1})).p().isEmpty());
    assertTrue(
        RankTest.KRUSKAL_WALLIS.of(List.of(new double[] {1, 2}, new double[0])).p().isEmpty());
  }

  @Test
  void whatCannotBeDoneIsRefusedInWords() {
    String negative = refused(() -> ContingencyTest.CHI_SQUARED.of(new long[][] {{1, -2}, {3}}));
    assertTrue(negative.contains("column 2") && negative.contains("row 2"), negative);
    List<double[]> tied = List.of(new double[] {1, 2}, new double[] {2, 3});
    assertTrue(refused(() -> RankTest.RANK_SUM_EXACT.of(tied)).contains("RANK_SUM_NORMAL"));
    List<double[]> three = List.of(new double[] {1}, new double[] {2}, new double[] {3});
    assertTrue(refused(() -> RankTest.RANK_SUM_NORMAL.of(three)).contains("KRUSKAL_WALLIS"));
    List<double[]> nan = List.of(new double[] {Double.NaN}, new double[] {2});
    assertTrue(refused(() -> RankTest.WILCOXON.of(nan)).contains("NaN"));
  }

  private static String refused(org.junit.jupiter.api.function.Executable what) {
    return assertThrows(IllegalArgumentException.class, what).getMessage();
  }
}
