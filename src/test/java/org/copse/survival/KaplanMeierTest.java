package org.copse.survival;

import static org.copse.Golden.assertClose;
import static org.copse.Golden.doubles;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.copse.Golden;
import org.copse.effect.Interval;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class KaplanMeierTest {

  private static final double R = 1e-11;

  @TestFactory
  Stream<DynamicTest> curvesAgreeWithSurvfit() {
    return Golden.cases("survival_km")
        .flatMap(
            set -> {
              SurvivalData data = SurvivalSets.columns(set.get("data"), false).check();
              return Stream.iterate(0, i -> i < set.get("curves").size(), i -> i + 1)
                  .map(i -> set.get("curves").get(i))
                  .map(
                      c ->
                          DynamicTest.dynamicTest(
                              set.get("name").asText() + " " + c.get("group") + c.get("type"),
                              () -> check(data, c)));
            });
  }

  private static void check(SurvivalData data, JsonNode golden) {
    SurvivalCurve curve =
        KaplanMeier.withDefaults()
            .greenwood()
            .interval(SurvivalInterval.valueOf(golden.get("type").asText()))
            .fit(data)
            .curve(golden.get("group").asText());
    List<CurvePoint> points = curve.points();
    double[] times = doubles(golden.get("time"));
    assertEquals(times.length, points.size());
    for (int i = 0; i < times.length; i++) {
      CurvePoint point = points.get(i);
      String at = "at " + times[i] + ": ";
      assertEquals(times[i], point.time());
      assertClose(at + "at risk", golden.get("atRisk").get(i), point.atRisk(), R, 1);
      assertClose(at + "events", golden.get("events").get(i), point.events(), R, 1);
      assertClose(at + "censored", golden.get("censored").get(i), point.censored(), R, 1);
      assertClose(at + "S", golden.get("survival").get(i), point.survival().getAsDouble(), R, 1);
      same(at + "SE", golden.get("se").get(i), point.standardError());
      same(at + "lower", golden.get("lower").get(i), bound(point, true));
      same(at + "upper", golden.get("upper").get(i), bound(point, false));
    }
    SurvivalQuantile median = curve.median();
    same("median", golden.get("median").get(0), median.time());
    same("median lower", golden.get("median").get(1), median.lower());
    same("median upper", golden.get("median").get(2), median.upper());
    for (int i = 0; i < golden.get("probs").size(); i++) {
      SurvivalQuantile quantile = curve.quantile(golden.get("probs").get(i).asDouble());
      same("quantile", golden.get("quantile").get(i), quantile.time());
      same("quantile lower", golden.get("quantileLower").get(i), quantile.lower());
      same("quantile upper", golden.get("quantileUpper").get(i), quantile.upper());
    }
    RestrictedMean mean = curve.restrictedMean(golden.get("tau").asDouble());
    assertClose("rmean", golden.get("rmean"), mean.mean(), R, 1);
    assertClose("rmean SE", golden.get("rmeanSe"), mean.standardError(), R, 1);
    double[] at = doubles(golden.get("at"));
    for (int i = 0; i < at.length; i++) {
      CurvePoint point = curve.at(at[i]).get(0);
      assertClose("S(t)", golden.get("atSurvival").get(i), point.survival().getAsDouble(), R, 1);
      if (!data.isLeftTruncated()) {
        assertClose("n(t)", golden.get("atNumber").get(i), point.atRisk(), R, 1);
      }
    }
  }

  private static OptionalDouble bound(CurvePoint point, boolean lower) {
    return point.interval().isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            lower ? point.interval().get().lower() : point.interval().get().upper());
  }

  private static void same(String what, JsonNode golden, OptionalDouble actual) {
    assertEquals(golden.isNull(), actual.isEmpty(), what + " " + golden + " " + actual);
    if (actual.isPresent()) {
      assertClose(what, golden, actual.getAsDouble(), R, 1);
    }
  }

  @Test
  void leukaemiaMediansOfEveryTextbook() {
    KaplanMeierFit log = KaplanMeier.of(SurvivalSets.leukaemia());
    assertEquals("23 [16; not reached]", log.curve("6-MP").median().toString());
    assertEquals("8 [4; 12]", log.curve("control").median().toString());
    for (SurvivalInterval other :
        List.of(SurvivalInterval.PLAIN, SurvivalInterval.LOG_LOG, SurvivalInterval.ARCSINE)) {
      KaplanMeierFit fit = KaplanMeier.withDefaults().interval(other).fit(SurvivalSets.leukaemia());
      assertEquals("23 [13; not reached]", fit.curve("6-MP").median().toString());
      assertEquals("8 [4; 11]", fit.curve("control").median().toString());
    }
  }

  @Test
  void nothingIsSaidAfterFollowUpUnlessAllHaveDied() {
    KaplanMeierFit fit = KaplanMeier.of(SurvivalSets.leukaemia());
    CurvePoint late = fit.curve("6-MP").at(40).get(0);
    assertTrue(late.survival().isEmpty());
    assertEquals(0, late.atRisk());
    assertEquals(0.0, fit.curve("control").at(40).get(0).survival().getAsDouble());
    assertEquals(
        List.of(21.0, 21.0, 8.0, 0.0),
        fit.curve("control").at(0, 1, 10, 40).stream().map(CurvePoint::atRisk).toList());
    assertEquals(
        List.of(0.0, 2.0, 11.0, 8.0),
        fit.curve("control").at(0, 1, 10, 40).stream().map(CurvePoint::events).toList());
  }

  @Test
  void restrictedMeanBeyondFollowUpIsAnErrorThatNamesTheLastTime() {
    SurvivalCurve treated = KaplanMeier.of(SurvivalSets.leukaemia()).curve("6-MP");
    String message =
        assertThrows(IllegalArgumentException.class, () -> treated.restrictedMean(36)).getMessage();
    assertTrue(message.contains("within follow-up, 35, was 36"), message);
    SurvivalCurve control = KaplanMeier.of(SurvivalSets.leukaemia()).curve("control");
    assertEquals(
        control.restrictedMean(23).mean(), control.restrictedMean(100).mean(), 1e-12, "S is 0");
  }

  @Test
  void wholeWeightsAreRepeatedRows() {
    double[] times = {5, 3, 3, 8, 9, 1};
    double[] events = {1, 1, 0, 0, 1, 1};
    double[] weights = {2, 1, 3, 1, 2, 4};
    double[] longTimes = new double[13];
    double[] longEvents = new double[13];
    int at = 0;
    for (int i = 0; i < times.length; i++) {
      for (int j = 0; j < weights[i]; j++) {
        longTimes[at] = times[i];
        longEvents[at++] = events[i];
      }
    }
    SurvivalData weighted =
        SurvivalData.columns().times("t", times).events("e", events).weights("w", weights).check();
    List<CurvePoint> expected =
        KaplanMeier.of(SurvivalData.of(longTimes, longEvents)).curve("all").points();
    assertEquals(expected, KaplanMeier.of(weighted).curve("all").points());
  }

  @Test
  void hundredThousandRowsInAnyOrderGiveTheSameCurve() {
    Random random = new Random(5);
    int n = 100_000;
    double[] times = random.doubles(n).map(u -> Math.floor(-Math.log(u) * 4000) / 8).toArray();
    double[] events = random.doubles(n).map(u -> u < 0.7 ? 1 : 0).toArray();
    SurvivalCurve curve = KaplanMeier.of(SurvivalData.of(times, events)).curve("all");
    assertTrue(Arrays.equals(Arrays.stream(times).sorted().distinct().toArray(), curve.times()));
    double[] reversedTimes = new double[n];
    double[] reversedEvents = new double[n];
    for (int i = 0; i < n; i++) {
      reversedTimes[n - 1 - i] = times[i];
      reversedEvents[n - 1 - i] = events[i];
    }
    SurvivalCurve reversed =
        KaplanMeier.of(SurvivalData.of(reversedTimes, reversedEvents)).curve("all");
    assertTrue(Arrays.equals(curve.survival(), reversed.survival()));
  }

  @Test
  void everyBadRowIsNamedInOneError() {
    SurvivalColumns columns =
        SurvivalData.columns()
            .times("weeks", -1, Double.NaN, 3, 4, 5)
            .events("relapse", 1, 0, 2, 1, 1)
            .entries("start", 0, 0, 0, 4, 1)
            .weights("w", 1, 1, 1, 1, 0)
            .groups("arm", Arrays.asList("a", "a", "b", null, "b"));
    String message = assertThrows(IllegalArgumentException.class, columns::check).getMessage();
    assertTrue(message.startsWith("Cannot use the survival data: 6 problems."), message);
    for (String part :
        List.of(
            "Row 1: time must be a number, 0 or later, was -1. Check column weeks.",
            "Row 2: time must be a number, 0 or later, was NaN.",
            "Row 3: event must be 0 (censored) or 1 (event), was 2. Check column relapse.",
            "Row 4: entry must be 0 or later and before the time, 4, was 4. Check column start.",
            "Row 4: label must be given, was missing. Check column arm.",
            "Row 5: weight must be a number above 0, was 0. Check column w.")) {
      assertTrue(message.contains(part), message);
    }
    assertTrue(
        assertThrows(
                IllegalArgumentException.class, () -> SurvivalData.of(new double[0], new double[0]))
            .getMessage()
            .contains("rows must be at least 1, was 0"));
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> SurvivalData.of(new double[] {1, 2}, new double[] {1}))
            .getMessage()
            .contains("Column 'event' must have one value a row (2), was 1"));
  }

  @Test
  void groupsOfOneWithoutEventsAndNearTiesAreNoted() {
    List<String> notes =
        SurvivalData.ofGroups(
                new double[] {0.1 + 0.2, 0.3, 7}, new double[] {1, 1, 0}, List.of("a", "a", "b"))
            .notes();
    assertEquals("group 'b' has one patient", notes.get(0));
    assertEquals("no events in group 'b'", notes.get(1));
    assertTrue(notes.get(2).startsWith("1 pairs of successive times differ"), notes.get(2));
  }

  @Test
  void earlyEmptyRiskSetIsNoted() {
    SurvivalData data =
        SurvivalData.columns()
            .times("t", 1, 5, 6)
            .events("e", 1, 1, 0)
            .entries("from", 0, 2, 2)
            .check();
    KaplanMeierFit fit = KaplanMeier.of(data);
    assertTrue(fit.notes().get(0).contains("at risk at 1 had the event"), fit.notes().toString());
    assertEquals(2, fit.curve("all").atRisk(3));
    assertEquals(1, fit.curve("all").atRisk(0));
  }

  @Test
  void intervalsStayOrderedAroundTheCurve() {
    for (SurvivalInterval type : SurvivalInterval.values()) {
      for (SurvivalCurve curve :
          KaplanMeier.withDefaults().interval(type).fit(SurvivalSets.veteran()).curves()) {
        for (CurvePoint point : curve.points()) {
          point.interval().ifPresent(i -> assertInside(i, point.survival().getAsDouble()));
        }
      }
    }
  }

  private static void assertInside(Interval interval, double s) {
    assertTrue(interval.lower() >= 0 && interval.upper() <= 1 && interval.contains(s), s + "");
  }
}
