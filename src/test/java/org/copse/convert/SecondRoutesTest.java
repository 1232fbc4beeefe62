package org.copse.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copse.Golden;
import org.copse.effect.Reported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Conversions of which no paper's worked example was found in print, by a second route: seeded
 * patients go through R's own tests and models (src/test/r/routes.R), and the conversion must come
 * back to what is computed from the patients themselves.
 */
class SecondRoutesTest {

  /** Through p values and quantiles of t, of R and here. */
  private static final double THROUGH_TAIL = 1e-9;

  private static Stream<JsonNode> of(String kind) {
    return Golden.cases("routes").filter(c -> c.get("kind").asText().equals(kind));
  }

  static Stream<JsonNode> arms() {
    return of("arms");
  }

  static Stream<JsonNode> pairs() {
    return of("pairs");
  }

  static Stream<JsonNode> tables() {
    return of("table");
  }

  static Stream<JsonNode> regressions() {
    return of("regression");
  }

  static Stream<JsonNode> logRanks() {
    return of("logrank");
  }

  static Stream<JsonNode> clusters() {
    return of("clusters");
  }

  static Stream<JsonNode> logMeans() {
    return of("logMeans");
  }

  private static double number(JsonNode c, String name) {
    return c.get(name).doubleValue();
  }

  private static void close(double expected, double actual) {
    assertEquals(expected, actual, THROUGH_TAIL * Math.abs(expected));
  }

  private static Direction direction(double sign) {
    return sign < 0 ? Direction.LOWER : Direction.HIGHER;
  }

  @Test
  void everyKindIsThere() {
    assertEquals(
        11,
        Golden.cases("routes").map(c -> c.get("kind").asText()).collect(Collectors.toSet()).size());
  }

  @ParameterizedTest
  @MethodSource("arms")
  void differenceOfTwoArms(JsonNode c) {
    double n1 = number(c, "n1");
    double n2 = number(c, "n2");
    double difference = number(c, "difference");
    List<MeanContrast> ways =
        List.of(
            MeanContrast.fromStandardError(number(c, "se"), n1, n2),
            MeanContrast.fromT(difference, number(c, "t"), n1, n2),
            MeanContrast.fromF(difference, number(c, "f"), n1, n2),
            MeanContrast.fromP(difference, number(c, "p"), n1, n2),
            MeanContrast.fromOneSidedP(difference, number(c, "oneSided"), n1, n2),
            MeanContrast.fromInterval(number(c, "lower"), number(c, "upper"), n1, n2, 0.95),
            MeanContrast.fromInterval(number(c, "lower90"), number(c, "upper90"), n1, n2, 0.9));
    for (MeanContrast way : ways) {
      close(number(c, "se"), way.standardError().value());
      close(number(c, "sd"), way.sd().value());
    }
    close(number(c, "sd"), ChangeSd.pooledFromStandardError(number(c, "se"), n1, n2).value());
    close(number(c, "sd"), ChangeSd.pooledFromP(difference, number(c, "p"), n1, n2).value());
    double lower = number(c, "lower90");
    double upper = number(c, "upper90");
    close(number(c, "sd"), ChangeSd.pooledFromInterval(lower, upper, 0.9, n1, n2).value());
  }

  @ParameterizedTest
  @MethodSource("arms")
  void cohensDOfTwoArms(JsonNode c) {
    double n1 = number(c, "n1");
    double n2 = number(c, "n2");
    double d = number(c, "d");
    PValue p = PValue.of(number(c, "p"));
    List<Reported> ways =
        List.of(
            CohensD.of(d, n1, n2),
            CohensD.fromT(number(c, "t"), n1, n2),
            CohensD.fromF(number(c, "f"), direction(d), n1, n2),
            CohensD.fromP(p, direction(d), n1, n2),
            CohensD.fromPointBiserial(number(c, "r"), n1, n2));
    for (Reported way : ways) {
      close(d, way.estimate());
      close(ways.get(0).standardError(), way.standardError());
    }
  }

  @ParameterizedTest
  @MethodSource("arms")
  void oneArm(JsonNode c) {
    double n = number(c, "n1");
    double mean = number(c, "mean1");
    double sd = number(c, "sd1");
    close(sd, StandardDeviation.fromT(mean, number(c, "t1"), n).value());
    close(sd, StandardDeviation.fromF(mean, Math.pow(number(c, "t1"), 2), n).value());
    close(sd, StandardDeviation.fromP(mean, number(c, "p1"), n).value());
    close(sd, StandardDeviation.fromOneSidedP(mean, number(c, "p1") / 2, n).value());
    double lower = number(c, "lower1");
    double upper = number(c, "upper1");
    close(sd, StandardDeviation.fromInterval(lower, upper, n, 0.95).value());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void changesAndCrossover(JsonNode c) {
    double n = number(c, "n");
    double change = number(c, "change");
    double sd = number(c, "sdChange");
    double se = number(c, "se");
    double before = number(c, "sdBefore");
    double after = number(c, "sdAfter");
    double r = number(c, "correlation");
    double lower = number(c, "lower90");
    double upper = number(c, "upper90");
    close(sd, ChangeSd.fromCorrelation(before, after, r).value());
    assertEquals(r, ChangeSd.correlation(before, after, sd).value(), 1e-12);
    close(sd, ChangeSd.fromStandardError(se, n).value());
    close(sd, ChangeSd.fromT(change, number(c, "t"), n).value());
    close(sd, ChangeSd.fromP(change, number(c, "p"), n).value());
    close(sd, ChangeSd.fromInterval(lower, upper, 0.9, n).value());
    assertEquals(r, Crossover.correlation(after, before, sd).value(), 1e-12);
    close(sd, Crossover.sdOfDifferences(after, before, r).value());
    close(se, Crossover.standardError(after, before, r, n).value());
    close(se, Crossover.standardErrorFromT(change, number(c, "t")).value());
    close(se, Crossover.standardErrorFromP(change, number(c, "p"), n).value());
    close(se, Crossover.standardErrorFromInterval(lower, upper, 0.9, n).value());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void chiSquaredOfATable(JsonNode c) {
    double[] x = Golden.doubles(c.get("cells"));
    double n = x[0] + x[1] + x[2] + x[3];
    double phi = number(c, "phi");
    close(phi, PhiCoefficient.fromChiSquared(number(c, "chi2"), n, direction(phi)).value());
    close(phi, PhiCoefficient.fromP(PValue.of(number(c, "p")), n, direction(phi)).value());
    Converted yates =
        PhiCoefficient.fromYatesChiSquared(
            number(c, "yates"), direction(phi), x[0] + x[1], x[2] + x[3], x[0] + x[2]);
    close(phi, yates.value());
    close(phi, PearsonR.fromChiSquared(number(c, "chi2"), direction(phi), n).estimate());
    // d = 2r/√(1 − r²) of arms of equal size
    double d = CohensD.fromChiSquared(number(c, "chi2"), direction(phi), n).estimate();
    close(2 * phi / Math.sqrt(1 - phi * phi), d);
  }

  @ParameterizedTest
  @MethodSource("regressions")
  void correlationsFromTests(JsonNode c) {
    double n = number(c, "n");
    double m = number(c, "m");
    close(number(c, "partial"), CorrelationFromTest.partialOfT(number(c, "t"), n, m).value());
    double r2 = number(c, "rSquared");
    close(
        number(c, "semiPartial"),
        CorrelationFromTest.semiPartialOfT(number(c, "t"), n, m, r2).value());
    close(r2, CorrelationFromTest.rSquaredOfF(number(c, "f"), n, m).value());
    double r = number(c, "rOf");
    close(r, CorrelationFromTest.ofT(number(c, "tOf"), n).value());
    close(r, PearsonR.fromT(number(c, "tOf"), n).estimate());
    close(r, PearsonR.fromP(PValue.of(number(c, "pOf")), direction(r), n).estimate());
  }

  /** Without ties the first step of Cox' likelihood from 0 is (O − E)/V. */
  @ParameterizedTest
  @MethodSource("logRanks")
  void logRankTest(JsonNode c) {
    double[] o = Golden.doubles(c.get("observed"));
    double[] e = Golden.doubles(c.get("expected"));
    double v = number(c, "v");
    double step = number(c, "step");
    Reported score = LogHazardRatio.fromObservedMinusExpected(o[0] - e[0], v);
    close(step, score.estimate());
    Direction direction = direction(step);
    Reported byP = LogHazardRatio.fromPAndVariance(PValue.of(number(c, "p")), direction, v);
    close(step, byP.estimate());
    close(score.standardError(), byP.standardError());
    // where V is not printed: the events' share of it, close to V while the ratio is near 1
    Reported byEvents =
        LogHazardRatio.fromChiSquaredAndEventsInEachArm(number(c, "chi2"), direction, o[0], o[1]);
    assertEquals(step, byEvents.estimate(), 0.12 * Math.abs(step));
    close(o[0] * o[1] / (o[0] + o[1]), 1 / Math.pow(byEvents.standardError(), 2));
  }

  @Test
  void mediansOfExponentialSurvival() {
    List<JsonNode> all = of("medians").toList();
    assertEquals(3, all.size());
    for (JsonNode c : all) {
      Reported hr =
          LogHazardRatio.fromMedians(
              number(c, "median1"),
              number(c, "median2"),
              number(c, "events1"),
              number(c, "events2"));
      assertEquals(number(c, "estimate"), hr.estimate(), 1e-10);
      assertEquals(number(c, "se"), hr.standardError(), 1e-8);
    }
  }

  /** 4,000 patients: forty stretches of two curves against the Cox model of the same patients. */
  @Test
  void curvesWithNumbersAtRisk() {
    JsonNode c = of("curve").findFirst().orElseThrow();
    double[] s1 = Golden.doubles(c.get("first").get("survival"));
    double[] s2 = Golden.doubles(c.get("second").get("survival"));
    double[] r1 = Golden.doubles(c.get("first").get("atRisk"));
    double[] r2 = Golden.doubles(c.get("second").get("atRisk"));
    List<CurveStretch> stretches = new ArrayList<>();
    for (int i = 0; i + 1 < s1.length; i++) {
      stretches.add(
          new CurveStretch(s1[i], s1[i + 1], r1[i], r1[i + 1], s2[i], s2[i + 1], r2[i], r2[i + 1]));
    }
    Reported hr = LogHazardRatio.fromSurvival(stretches);
    double se = number(c, "se");
    // risks over a stretch are a little nearer to each other than hazards
    assertEquals(number(c, "estimate"), hr.estimate(), 0.4 * se);
    assertEquals(se, hr.standardError(), 0.03 * se);
  }

  /** Higgins, White and Anzures-Cabrera 2008, methods 1 and 2, from moments by quadrature. */
  @ParameterizedTest
  @MethodSource("logMeans")
  void logNormalArms(JsonNode c) {
    double[] raw1 = Golden.doubles(c.get("raw1"));
    double[] raw2 = Golden.doubles(c.get("raw2"));
    double sigma = number(c, "sigma");
    MeanAndSd one = LogMeans.fromRaw(raw1[0], raw1[1]);
    assertEquals(number(c, "mu1"), one.mean().value(), 1e-9);
    close(sigma, one.sd().value());
    LogMeans.TwoArms both =
        LogMeans.fromRawWithCommonSd(
            number(c, "n1"), raw1[0], raw1[1], number(c, "n2"), raw2[0], raw2[1]);
    assertEquals(number(c, "mu1"), both.arm1().mean().value(), 1e-9);
    assertEquals(number(c, "mu2"), both.arm2().mean().value(), 1e-9);
    close(sigma, both.arm1().sd().value());
    close(sigma, both.arm2().sd().value());
    MeanAndSd back = LogMeans.toRaw(number(c, "mu1"), sigma);
    close(raw1[0], back.mean().value());
    close(raw1[1], back.sd().value());
  }

  /** Method 3: gamma values, not log-normal, of a small coefficient of variation. */
  @Test
  void taylorSeriesOfGammaValues() {
    List<JsonNode> all = of("taylor").toList();
    assertEquals(2, all.size());
    for (JsonNode c : all) {
      MeanAndSd logs = LogMeans.fromRawByTaylorSeries(number(c, "mean"), number(c, "sd"));
      double cv2 = Math.pow(number(c, "sd") / number(c, "mean"), 2);
      assertEquals(number(c, "logMean"), logs.mean().value(), cv2 * cv2);
      assertEquals(number(c, "logSd"), logs.sd().value(), cv2 * number(c, "logSd"));
    }
  }

  /** Eldridge 2006, and equal clusters: the variance of a sum by its correlation matrix. */
  @ParameterizedTest
  @MethodSource("clusters")
  void designEffects(JsonNode c) {
    double[] sizes = Golden.doubles(c.get("sizes"));
    double total = 0;
    for (double size : sizes) {
      total += size;
    }
    double mean = ClusterTrial.averageSize(total, sizes.length).value();
    double icc = number(c, "icc");
    double cv = number(c, "cv");
    close(number(c, "designEffect"), ClusterTrial.designEffectOfUnequal(mean, cv, icc).value());
    double equal = ClusterTrial.designEffect(mean, icc).value();
    assertEquals(cv == 0, Math.abs(equal - number(c, "designEffect")) < 1e-12);
    close(total / equal, ClusterTrial.effectiveSize(total, equal).value());
  }

  /**
   * The example on the first page of the R package estmeansd, by the authors of McGrath 2020: its
   * programme draws 1,100 values from the transformed normal distribution, and with its seed the
   * script meets the printed 4.210971 and 1.337348 digit by digit. The moments of that distribution
   * are 4.213119 and 1.297355: the difference is the draw, and a million draws are nearer.
   */
  @Test
  void boxCoxMomentsAreThoseThatTheAuthorsSimulate() {
    JsonNode c = of("boxCox").findFirst().orElseThrow();
    assertEquals(number(c, "printedMean"), number(c, "drawnMean"), 5e-7);
    assertEquals(number(c, "printedSd"), number(c, "drawnSd"), 5e-7);
    MeanAndSd arm =
        Medians.fromRange(
            number(c, "min"), number(c, "median"), number(c, "max"), 100, MedianMethod.BOX_COX);
    close(number(c, "mean"), arm.mean().value());
    close(number(c, "sd"), arm.sd().value());
    assertEquals(number(c, "manyMean"), arm.mean().value(), 5e-3);
    assertEquals(number(c, "manySd"), arm.sd().value(), 5e-3);
    assertTrue(Math.abs(number(c, "drawnSd") - arm.sd().value()) < 2 * 0.04);
  }
}
