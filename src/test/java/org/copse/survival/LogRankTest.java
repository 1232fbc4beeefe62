package org.copse.survival;

import static org.copse.Golden.assertClose;
import static org.copse.Golden.doubles;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.copse.Golden;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LogRankTest {

  private static final double R = 1e-10;

  @TestFactory
  Stream<DynamicTest> testsAgreeWithSurvdiffCoinAndFormulas() {
    Map<String, SurvivalData> sets = new HashMap<>();
    return Golden.cases("survival_tests")
        .map(
            c -> {
              boolean stratified = c.get("stratified").asBoolean();
              String key = c.get("name").asText() + stratified;
              if (c.has("data")) {
                sets.put(key, SurvivalSets.columns(c.get("data"), stratified).check());
              }
              SurvivalData data = sets.get(key);
              return DynamicTest.dynamicTest(
                  key + " " + c.get("weight").asText(), () -> check(data, c));
            });
  }

  private static LogRank test(String weight) {
    if (!weight.startsWith("FH")) {
      return LogRank.withDefaults().weight(LogRankWeight.valueOf(weight));
    }
    String[] parts = weight.split("_");
    return LogRank.withDefaults()
        .flemingHarrington(Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
  }

  private static void check(SurvivalData data, JsonNode golden) {
    LogRankResult result = test(golden.get("weight").asText()).test(data);
    List<GroupEvents> groups = result.groups();
    double[] v = doubles(golden.get("variance"));
    double size = 1 + v[0];
    for (int g = 0; g < groups.size(); g++) {
      GroupEvents line = groups.get(g);
      assertClose("observed", golden.get("observed").get(g), line.observed(), R, size);
      assertClose("expected", golden.get("expected").get(g), line.expected(), R, size);
      assertClose("O - E", golden.get("difference").get(g), line.difference(), R, 10 * size);
      if (golden.has("coin")) {
        double coin = golden.get("coin").get(g).asDouble();
        assertClose("coin", coin, line.difference(), 1e-9, 10 * size);
      }
      for (int h = 0; h < groups.size(); h++) {
        assertClose("V", v[g * groups.size() + h], result.covariance(g, h), R, 10 * size);
      }
    }
    assertEquals(golden.get("chi2").isNull(), result.test().isEmpty());
    result
        .test()
        .ifPresent(
            test -> {
              assertClose("chi2", golden.get("chi2"), test.statistic(), R, 1);
              assertEquals(golden.get("df").asInt(), test.df());
              if (golden.has("survdiff")) {
                assertClose("survdiff", golden.get("survdiff"), test.statistic(), 1e-9, 1);
              }
            });
    result.trend().ifPresent(t -> assertClose("trend", golden.get("trend"), t.z(), R, 10));
  }

  @Test
  void publishedStatistics() {
    assertEquals(16.79, LogRank.of(SurvivalSets.leukaemia()).test().get().statistic(), 0.005);
    assertEquals(10.326742, LogRank.of(SurvivalSets.lung()).test().get().statistic(), 5e-7);
  }

  @Test
  void hazardRatiosOfLeukaemia() {
    LogRankResult result = LogRank.of(SurvivalSets.leukaemia());
    GroupEvents treated = result.groups().get(1);
    assertEquals("6-MP", treated.group());
    assertEquals(9, treated.observed());
    assertEquals(19.25, treated.expected(), 0.005);
    HazardRatio oe = result.hazardRatio().get();
    assertEquals((9 - treated.expected()) / treated.variance(), oe.logEstimate(), 1e-12);
    assertEquals(oe.logEstimate(), oe.reported().estimate());
    assertEquals(1 / Math.sqrt(treated.variance()), oe.reported().standardError(), 1e-12);
    GroupEvents control = result.groups().get(0);
    HazardRatio pike = result.pikeHazardRatio().get();
    assertEquals(9 / treated.expected() / (21 / control.expected()), pike.estimate(), 1e-12);
    assertEquals(
        Math.sqrt(1 / treated.expected() + 1 / control.expected()), pike.standardError(), 1e-12);
    assertTrue(oe.toString().startsWith("HR 6-MP against control 0.19 ["), oe.toString());
  }

  @Test
  void withoutEventsThereIsNoTestAndItIsSaid() {
    SurvivalData data =
        SurvivalData.ofGroups(
            new double[] {1, 2, 3, 4}, new double[4], List.of("a", "a", "b", "b"));
    LogRankResult result = LogRank.of(data);
    assertTrue(result.test().isEmpty());
    assertTrue(result.hazardRatio().isEmpty());
    assertTrue(result.pikeHazardRatio().isEmpty());
    assertTrue(result.trend().isEmpty());
    assertTrue(result.notes().get(1).startsWith("no test"), result.notes().toString());
  }

  @Test
  void groupsOfSeparateStrataLowerTheDegreesOfFreedom() {
    SurvivalData data =
        SurvivalData.columns()
            .times("t", 1, 2, 3, 4, 1, 2, 3, 4)
            .events("e", 1, 1, 1, 1, 1, 1, 1, 1)
            .groups("g", List.of("a", "b", "a", "b", "c", "d", "c", "d"))
            .strata("s", List.of("1", "1", "1", "1", "2", "2", "2", "2"))
            .check();
    LogRankResult result = LogRank.of(data);
    assertEquals(2, result.test().get().df());
    SurvivalData pair =
        SurvivalData.ofGroups(
            new double[] {1, 2, 3, 4}, new double[] {1, 1, 1, 1}, List.of("a", "b", "a", "b"));
    double one = LogRank.of(pair).test().get().statistic();
    assertEquals(2 * one, result.test().get().statistic(), 1e-12);
  }

  @Test
  void swappedGroupsTurnTheSignAndWholeWeightsAreRepeats() {
    Random random = new Random(11);
    int n = 40;
    double[] times = random.ints(n, 1, 15).asDoubleStream().toArray();
    double[] events = random.ints(n, 0, 2).asDoubleStream().toArray();
    List<String> groups = random.ints(n, 0, 2).mapToObj(i -> "g" + i).toList();
    LogRankResult[] results = new LogRankResult[3];
    for (int i = 0; i < 3; i++) {
      SurvivalColumns columns =
          SurvivalData.columns().times("t", times).events("e", events).groups("g", groups);
      columns.groupOrder(i == 1 ? new String[] {"g1", "g0"} : new String[] {"g0", "g1"});
      double[] ones = new double[n];
      Arrays.fill(ones, 1);
      results[i] = LogRank.of((i == 2 ? columns.weights("w", ones) : columns).check());
    }
    double log = results[0].hazardRatio().get().logEstimate();
    assertEquals(-log, results[1].hazardRatio().get().logEstimate(), 1e-12);
    assertEquals(log, results[2].hazardRatio().get().logEstimate());
  }

  @Test
  void withoutTiesItIsTheScoreTestOfTheCoxModel() {
    Random random = new Random(3);
    int n = 100_000;
    double[] times = random.doubles(n).map(u -> -Math.log(u)).toArray();
    double[] events = random.ints(n, 0, 2).asDoubleStream().toArray();
    List<String> groups = random.ints(n, 0, 2).mapToObj(i -> "g" + i).toList();
    List<String> strata = random.ints(n, 0, 3).mapToObj(i -> "s" + i).toList();
    SurvivalData data =
        SurvivalData.columns()
            .times("t", times)
            .events("e", events)
            .groups("g", groups)
            .strata("s", strata)
            .check();
    double expected = CoxRegression.betweenGroups().fit(data).scoreTest().statistic();
    assertEquals(expected, LogRank.of(data).test().get().statistic(), 1e-9 * expected);
  }

  @Test
  void whatCannotBeTestedSaysWhy() {
    SurvivalData single = SurvivalData.of(new double[] {1, 2}, new double[] {1, 1});
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> LogRank.of(single))
            .getMessage()
            .contains("groups must be at least 2, was 1"));
    LogRank gehan = LogRank.withDefaults().weight(LogRankWeight.GEHAN);
    LogRankResult result = gehan.test(SurvivalSets.leukaemia());
    assertTrue(
        assertThrows(IllegalArgumentException.class, result::hazardRatio)
            .getMessage()
            .contains("was 2 groups, GEHAN"));
    assertThrows(IllegalArgumentException.class, () -> gehan.flemingHarrington(-1, 0));
    assertThrows(IllegalArgumentException.class, () -> result.trend(1, 2, 3));
  }
}
