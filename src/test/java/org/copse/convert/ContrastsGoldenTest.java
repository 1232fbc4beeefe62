package org.copse.convert;

import static org.copse.Golden.CLOSED;
import static org.copse.Golden.ITERATIVE;
import static org.copse.Golden.TAIL;
import static org.copse.Golden.assertClose;
import static org.copse.effect.ReportedMeasure.GENERIC_DIFFERENCE;
import static org.copse.effect.ReportedMeasure.GENERIC_RATIO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.copse.Golden;
import org.copse.effect.Reported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against metafor's conv.*, transf.* and escalc, meta's nnt and or2smd, and formulas of papers. */
class ContrastsGoldenTest {

  private static Stream<JsonNode> of(String kind) {
    return Golden.cases("conversions_contrasts").filter(c -> c.get("kind").asText().equals(kind));
  }

  private static double n(JsonNode c, String name) {
    return c.get(name).doubleValue();
  }

  private static void check(JsonNode c, String y, String se, Reported actual, double tolerance) {
    assertClose(c + " " + y, c.get(y), actual.estimate(), tolerance, 1);
    assertClose(c + " " + se, c.get(se), actual.standardError(), tolerance, 1);
  }

  static Stream<JsonNode> waldRatio() {
    return of("waldRatio");
  }

  @ParameterizedTest
  @MethodSource
  void waldRatio(JsonNode c) {
    double out = n(c, "out");
    double level = n(c, "level") / 100;
    Reported whole = WaldContrast.fromInterval(GENERIC_RATIO, out, n(c, "lo"), n(c, "up"), level);
    check(c, "y", "se", whole, CLOSED);
    Reported hr = LogHazardRatio.fromInterval(out, n(c, "lo"), n(c, "up"), level);
    check(c, "y", "se", hr, CLOSED);
    Reported upper = WaldContrast.fromUpperBound(GENERIC_RATIO, out, n(c, "up"), level);
    check(c, "y", "upperSe", upper, CLOSED);
  }

  static Stream<JsonNode> waldDifference() {
    return of("waldDifference");
  }

  @ParameterizedTest
  @MethodSource
  void waldDifference(JsonNode c) {
    double level = n(c, "level") / 100;
    check(
        c,
        "y",
        "se",
        WaldContrast.fromInterval(GENERIC_DIFFERENCE, n(c, "out"), n(c, "lo"), n(c, "up"), level),
        CLOSED);
  }

  static Stream<JsonNode> waldP() {
    return of("waldP");
  }

  @ParameterizedTest
  @MethodSource
  void waldP(JsonNode c) {
    PValue p = PValue.of(n(c, "p"));
    check(c, "y", "se", WaldContrast.fromP(GENERIC_RATIO, n(c, "out"), p), CLOSED);
    check(c, "y", "se", LogHazardRatio.fromP(n(c, "out"), p), CLOSED);
    check(c, "y", "tSe", WaldContrast.fromTTestP(GENERIC_RATIO, n(c, "out"), p, 17), TAIL);
  }

  static Stream<JsonNode> logRank() {
    return of("logRank");
  }

  @ParameterizedTest
  @MethodSource
  void logRank(JsonNode c) {
    PValue p = PValue.of(n(c, "p"));
    Direction lower = Direction.LOWER;
    double e1 = n(c, "e1");
    double e2 = n(c, "e2");
    double ratio = n(c, "ratio");
    double chi2 = n(c, "chi2");
    Reported arms = LogHazardRatio.fromPAndEventsInEachArm(p, lower, e1, e2);
    check(c, "y", "se", arms, CLOSED);
    check(
        c, "y", "se", LogHazardRatio.fromChiSquaredAndEventsInEachArm(chi2, lower, e1, e2), CLOSED);
    Reported total = LogHazardRatio.fromPAndTotalEvents(p, lower, e1 + e2, ratio, 1);
    check(c, "totalY", "totalSe", total, CLOSED);
    Reported chi = LogHazardRatio.fromChiSquaredAndTotalEvents(chi2, lower, e1 + e2, ratio, 1);
    check(c, "totalY", "totalSe", chi, CLOSED);
    // the other ways to the same standard errors, and to the same estimate by O − E and V
    double hr = Math.exp(n(c, "y"));
    check(c, "y", "se", LogHazardRatio.fromEventsInEachArm(hr, e1, e2), CLOSED);
    double v = 1 / (arms.standardError() * arms.standardError());
    check(c, "y", "se", LogHazardRatio.fromObservedMinusExpected(n(c, "y") * v, v), CLOSED);
    check(c, "y", "se", LogHazardRatio.fromVariance(hr, v), CLOSED);
    double totalHr = Math.exp(n(c, "totalY"));
    check(
        c, "totalY", "totalSe", LogHazardRatio.fromTotalEvents(totalHr, e1 + e2, ratio, 1), CLOSED);
  }

  @Test
  void mediansExpectedEventsAndCurves() {
    JsonNode c = of("medians").findFirst().orElseThrow();
    check(
        c,
        "y",
        "se",
        LogHazardRatio.fromMedians(n(c, "m1"), n(c, "m2"), n(c, "e1"), n(c, "e2")),
        CLOSED);
    c = of("observedExpected").findFirst().orElseThrow();
    check(
        c,
        "y",
        "se",
        LogHazardRatio.fromObservedAndExpected(n(c, "o1"), n(c, "e1"), n(c, "o2"), n(c, "e2")),
        CLOSED);
    c = of("curve").findFirst().orElseThrow();
    List<CurveStretch> stretches = new ArrayList<>();
    for (int i = 0; i < c.get("s10").size(); i++) {
      CurveStretch stretch =
          new CurveStretch(
              c.get("s10").get(i).doubleValue(),
              c.get("s11").get(i).doubleValue(),
              c.get("r10").get(i).doubleValue(),
              c.get("r11").get(i).doubleValue(),
              c.get("s20").get(i).doubleValue(),
              c.get("s21").get(i).doubleValue(),
              c.get("r20").get(i).doubleValue(),
              c.get("r21").get(i).doubleValue());
      assertClose("events", c.get("events1").get(i), stretch.events1(), CLOSED, 1);
      assertClose("events", c.get("events2").get(i), stretch.events2(), CLOSED, 1);
      stretches.add(stretch);
    }
    check(c, "y", "se", LogHazardRatio.fromSurvival(stretches), CLOSED);
  }

  static Stream<JsonNode> tableOr() {
    return of("tableOr");
  }

  @ParameterizedTest
  @MethodSource
  void tableOr(JsonNode c) {
    ReconstructedTable table =
        ReconstructedTable.fromOddsRatio(n(c, "or"), n(c, "n1"), n(c, "n2"), n(c, "m"));
    assertClose("exact", c.get("exact"), table.exactEvents1(), ITERATIVE, 1e6);
    assertEquals(n(c, "a"), table.counts().events1(), c::toString);
    assertEquals(n(c, "b"), table.counts().nonEvents1(), c::toString);
    assertEquals(n(c, "c"), table.counts().events2(), c::toString);
    assertEquals(n(c, "d"), table.counts().nonEvents2(), c::toString);
  }

  static Stream<JsonNode> tableChi2() {
    return of("tableChi2");
  }

  @ParameterizedTest
  @MethodSource
  void tableChi2(JsonNode c) {
    Direction direction = n(c, "sign") < 0 ? Direction.LOWER : Direction.HIGHER;
    double n1 = n(c, "n1");
    double n2 = n(c, "n2");
    double m = n(c, "m");
    double x2 = n(c, "x2");
    ReconstructedTable plain = ReconstructedTable.fromChiSquared(x2, direction, n1, n2, m);
    assertEquals(n(c, "a"), plain.counts().events1(), c::toString);
    assertEquals(n(c, "c"), plain.counts().events2(), c::toString);
    ReconstructedTable byPhi = ReconstructedTable.fromPhi(n(c, "phi"), n1, n2, m);
    assertEquals(plain.counts(), byPhi.counts());
    ReconstructedTable yates = ReconstructedTable.fromYatesChiSquared(x2, direction, n1, n2, m);
    assertEquals(n(c, "yatesA"), yates.counts().events1(), c::toString);
    assertEquals(n(c, "yatesC"), yates.counts().events2(), c::toString);
  }

  static Stream<JsonNode> tableError() {
    return of("tableError");
  }

  @ParameterizedTest
  @MethodSource
  void tableError(JsonNode c) {
    double n1 = n(c, "n1");
    double n2 = n(c, "n2");
    double m = n(c, "a") + n(c, "c");
    ReconstructedTable byRr =
        ReconstructedTable.fromRiskRatioAndError(n(c, "rr"), n(c, "rrSe"), n1, n2);
    assertIsTable(c, byRr);
    assertIsTable(c, ReconstructedTable.fromRiskRatio(n(c, "rr"), n1, n2, m));
    assertIsTable(c, ReconstructedTable.fromRiskDifference(n(c, "rd"), n1, n2, m));
    assertIsTable(c, ReconstructedTable.fromPhi(n(c, "phi"), n1, n2, m));
    assertOneIsTable(c, ReconstructedTable.fromOddsRatioAndError(n(c, "or"), n(c, "orSe"), n1, n2));
    assertOneIsTable(
        c, ReconstructedTable.fromRiskDifferenceAndError(n(c, "rd"), n(c, "rdSe"), n1, n2));
    Direction direction = n(c, "phi") < 0 ? Direction.LOWER : Direction.HIGHER;
    assertIsTable(c, ReconstructedTable.fromChiSquared(n(c, "chi2"), direction, n1, n2, m));
    assertIsTable(c, ReconstructedTable.fromYatesChiSquared(n(c, "yates"), direction, n1, n2, m));
    Converted phi = PhiCoefficient.fromP(PValue.of(n(c, "p")), n1 + n2, direction);
    assertClose("phi", c.get("phi"), phi.value(), TAIL, 1);
    double yates = PhiCoefficient.fromYatesChiSquared(n(c, "yates"), direction, n1, n2, m).value();
    assertClose("phi by Yates", c.get("phi"), yates, CLOSED, 1);
  }

  private static void assertIsTable(JsonNode c, ReconstructedTable table) {
    assertClose("events of arm 1", c.get("a"), table.exactEvents1(), 1e-10, 1);
    assertClose("events of arm 2", c.get("c"), table.exactEvents2(), 1e-10, 1);
    assertEquals(n(c, "a"), table.counts().events1());
    assertEquals(n(c, "c"), table.counts().events2());
  }

  private static void assertOneIsTable(JsonNode c, List<ReconstructedTable> tables) {
    assertTrue(
        tables.stream().anyMatch(t -> Math.abs(t.exactEvents1() - n(c, "a")) < 1e-8),
        () -> c + " " + tables);
  }

  static Stream<JsonNode> baseline() {
    return of("baseline");
  }

  @ParameterizedTest
  @MethodSource
  void baseline(JsonNode c) {
    double ratio = n(c, "ratio");
    double p0 = n(c, "p0");
    Map<String, Converted> values =
        Map.of(
            "orToRr", AtBaselineRisk.riskRatioFromOddsRatio(ratio, p0),
            "orToRd", AtBaselineRisk.riskDifferenceFromOddsRatio(ratio, p0),
            "hrToRr", AtBaselineRisk.riskRatioFromHazardRatio(ratio, p0),
            "hrToRd", AtBaselineRisk.riskDifferenceFromHazardRatio(ratio, p0),
            "hrToOr", AtBaselineRisk.oddsRatioFromHazardRatio(ratio, p0),
            "orToHr", AtBaselineRisk.hazardRatioFromOddsRatio(ratio, p0),
            "hrToRrCommon", AtBaselineRisk.riskRatioFromHazardRatioOfCommonEvent(ratio));
    // R subtracts two risks, which costs digits where they are near one another
    values.forEach((name, x) -> assertClose(name, c.get(name), x.value(), 1e-11, 1));
    double smd = Transformation.logOddsRatioToSmdProbit(p0).value(Math.log(ratio));
    assertClose("probit", c.get("orToSmdProbit"), smd, CLOSED, 1);
    if (c.get("rrToOr").isNull()) {
      assertThrows(
          IllegalArgumentException.class, () -> AtBaselineRisk.oddsRatioFromRiskRatio(ratio, p0));
    } else {
      double or = AtBaselineRisk.oddsRatioFromRiskRatio(ratio, p0).value();
      assertClose("rrToOr", c.get("rrToOr"), or, CLOSED, 1);
      double hr = AtBaselineRisk.hazardRatioFromRiskRatio(ratio, p0).value();
      assertClose("rrToHr", c.get("rrToHr"), hr, CLOSED, 1);
    }
  }

  static Stream<JsonNode> delta() {
    return of("delta");
  }

  @ParameterizedTest
  @MethodSource
  void delta(JsonNode c) {
    Transformation t = named(c.get("name").asText());
    double[] y = Golden.doubles(c.get("y"));
    for (int i = 0; i < y.length; i++) {
      Reported from = new Reported(y[i], c.get("se").get(i).doubleValue(), "golden");
      Reported exact = DeltaMethod.of(from, t);
      assertClose("value " + t, c.get("toY").get(i), exact.estimate(), CLOSED, 1);
      // R's derivative is numerical, ours exact
      assertClose("SE " + t, c.get("toSe").get(i), exact.standardError(), 1e-9, 1);
      Reported numerical = DeltaMethod.numerically(from, t::value, "again");
      assertClose("SE", exact.standardError(), numerical.standardError(), 1e-8, 1);
    }
  }

  private static Transformation named(String name) {
    return switch (name) {
      case "orToSmdLogistic" -> Transformation.logOddsRatioToSmdLogistic();
      case "smdToOrLogistic" -> Transformation.smdToLogOddsRatioLogistic();
      case "orToSmdCox" -> Transformation.logOddsRatioToSmdCox();
      case "smdToOrCox" -> Transformation.smdToLogOddsRatioCox();
      case "orToSmdProbit" -> Transformation.logOddsRatioToSmdProbit(0.3);
      case "orToLogRr" -> Transformation.logOddsRatioToLogRiskRatio(0.3);
      case "orToRd" -> Transformation.logOddsRatioToRiskDifference(0.3);
      case "rrToLogOr" -> Transformation.logRiskRatioToLogOddsRatio(0.1);
      case "rrToRd" -> Transformation.logRiskRatioToRiskDifference(0.1);
      case "hrToRd" -> Transformation.logHazardRatioToRiskDifference(0.3);
      case "hrToLogRr" -> Transformation.logHazardRatioToLogRiskRatio(0.3);
      case "smdToR" -> Transformation.smdToCorrelation(30, 45);
      case "rToSmd" -> Transformation.correlationToSmd(30, 45);
      case "rToZ" -> Transformation.correlationToFisherZ();
      case "zToR" -> Transformation.fisherZToCorrelation();
      default -> throw new IllegalArgumentException(name);
    };
  }

  @Test
  void oddsRatiosToSmdAsMetaDoes() {
    JsonNode c = of("or2smd").findFirst().orElseThrow();
    for (int i = 0; i < c.get("or").size(); i++) {
      Reported or =
          new Reported(
              Math.log(c.get("or").get(i).doubleValue()), c.get("se").get(i).doubleValue(), "");
      Reported hh = DeltaMethod.of(or, Transformation.logOddsRatioToSmdLogistic());
      assertClose("HH", c.get("hhY").get(i), hh.estimate(), CLOSED, 1);
      assertClose("HH", c.get("hhSe").get(i), hh.standardError(), CLOSED, 1);
      Reported cs = DeltaMethod.of(or, Transformation.logOddsRatioToSmdCox());
      assertClose("CS", c.get("csY").get(i), cs.estimate(), CLOSED, 1);
      assertClose("CS", c.get("csSe").get(i), cs.standardError(), CLOSED, 1);
    }
  }

  static Stream<JsonNode> fromT() {
    return of("fromT");
  }

  @ParameterizedTest
  @MethodSource
  void fromT(JsonNode c) {
    double t = n(c, "t");
    double n1 = n(c, "n1");
    double n2 = n(c, "n2");
    Direction direction = n(c, "sign") < 0 ? Direction.LOWER : Direction.HIGHER;
    PValue p = PValue.of(n(c, "p"));
    check(c, "d", "dSe", CohensD.fromT(t, n1, n2), CLOSED);
    check(c, "d", "dSe", CohensD.fromF(t * t, direction, n1, n2), CLOSED);
    check(c, "d", "dSe", CohensD.fromP(p, direction, n1, n2), TAIL);
    check(c, "g", "gSe", HedgesG.fromT(t, n1, n2), CLOSED);
    check(c, "g", "gSe", HedgesG.fromF(t * t, direction, n1, n2), CLOSED);
    check(c, "g", "gSe", HedgesG.fromP(p, direction, n1, n2), TAIL);
    check(c, "g", "gSe", HedgesG.of(n(c, "d"), n1, n2), CLOSED);
    check(c, "g", "gSe", HedgesG.fromPointBiserial(n(c, "r"), n1, n2), CLOSED);
    check(c, "r", "rSe", PearsonR.fromT(t, n1 + n2), CLOSED);
    check(c, "r", "rSe", PearsonR.fromF(t * t, direction, n1 + n2), CLOSED);
    check(c, "r", "rSe", PearsonR.fromP(p, direction, n1 + n2), TAIL);
    check(c, "r", "rSe", PearsonR.of(n(c, "r"), n1 + n2), CLOSED);
    check(c, "z", "zSe", PearsonR.fisherZ(n(c, "r"), n1 + n2), CLOSED);
  }

  static Stream<JsonNode> dFromChi2() {
    return of("dFromChi2");
  }

  @ParameterizedTest
  @MethodSource
  void dFromChi2(JsonNode c) {
    Reported d = CohensD.fromChiSquared(n(c, "chi2"), Direction.HIGHER, n(c, "n"));
    check(c, "d", "dSe", d, CLOSED);
  }

  static Stream<JsonNode> nnt() {
    return of("nnt");
  }

  @ParameterizedTest
  @MethodSource
  void nnt(JsonNode c) {
    double p0 = n(c, "p0");
    double y = n(c, "estimate");
    double lower = n(c, "lower");
    double upper = n(c, "upper");
    AbsoluteEffect effect =
        switch (c.get("sm").asText()) {
          case "OR" -> AbsoluteEffect.ofOddsRatio(y, lower, upper, 0.95, p0);
          case "RR" -> AbsoluteEffect.ofRiskRatio(y, lower, upper, 0.95, p0);
          case "RD" -> AbsoluteEffect.ofRiskDifference(y, lower, upper, 0.95, p0);
          default -> AbsoluteEffect.ofHazardRatio(y, lower, upper, 0.95, p0);
        };
    assertClose("RD", c.get("rd"), effect.riskDifference(), 1e-11, 1);
    assertClose("RD", c.get("rdLower"), effect.interval().lower(), 1e-11, 1);
    assertClose("RD", c.get("rdUpper"), effect.interval().upper(), 1e-11, 1);
    // meta's number is negative for harm
    NumberNeeded number = effect.numberNeededToTreat(EventMeaning.UNDESIRABLE);
    double signed = number.isBenefit() ? 1 : -1;
    assertClose("NNT", c.get("nnt"), signed * number.value().orElseThrow(), 1e-10, 1);
    assertClose("NNT", c.get("nntOfLower"), 1 / number.interval().upper(), 1e-10, 1);
    assertClose("NNT", c.get("nntOfUpper"), 1 / number.interval().lower(), 1e-10, 1);
  }
}
