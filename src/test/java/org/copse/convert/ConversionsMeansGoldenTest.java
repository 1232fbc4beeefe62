package org.copse.convert;

import static org.copse.Golden.CLOSED;
import static org.copse.Golden.ITERATIVE;
import static org.copse.Golden.TAIL;
import static org.copse.Golden.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.copse.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Means and SDs of conversions_means.R: metafor's conv.fivenum and formulas. */
class ConversionsMeansGoldenTest {

  private static Stream<JsonNode> cases(String kind) {
    return Golden.cases("conversions_means").filter(c -> c.get("kind").asText().equals(kind));
  }

  private static double d(JsonNode c, String name) {
    return c.get(name).doubleValue();
  }

  private static void close(JsonNode c, String name, Converted actual, double relative) {
    assertClose(c + " " + name, c.get(name), actual.value(), relative, 0);
  }

  @Test
  void intervalsOfOneArm() {
    cases("interval")
        .forEach(
            c -> {
              double n = d(c, "n");
              double level = d(c, "level");
              double a = d(c, "lower");
              double b = d(c, "upper");
              close(c, "t", StandardDeviation.fromInterval(a, b, n, level), CLOSED);
              close(c, "z", StandardDeviation.fromNormalInterval(a, b, n, level), CLOSED);
            });
  }

  @Test
  void pValuesOfOneArm() {
    cases("p")
        .forEach(
            c -> {
              double n = d(c, "n");
              double p = d(c, "p");
              double by = d(c, "difference");
              close(c, "two", StandardDeviation.fromP(by, p, n), TAIL);
              close(c, "one", StandardDeviation.fromOneSidedP(by, p, n), TAIL);
            });
  }

  @Test
  void contrasts() {
    cases("contrast")
        .forEach(
            c -> {
              double n1 = d(c, "n1");
              double n2 = d(c, "n2");
              double a = d(c, "lower");
              double b = d(c, "upper");
              double by = d(c, "difference");
              double p = d(c, "p");
              both(c, "Two", MeanContrast.fromP(by, p, n1, n2), TAIL);
              both(c, "One", MeanContrast.fromOneSidedP(by, p, n1, n2), TAIL);
              both(c, "T", MeanContrast.fromInterval(a, b, n1, n2, 0.95), CLOSED);
              both(c, "Z", MeanContrast.fromNormalInterval(a, b, n1, n2, 0.95), CLOSED);
            });
  }

  private static void both(JsonNode c, String which, MeanContrast contrast, double relative) {
    close(c, "se" + which, contrast.standardError(), relative);
    close(c, "sd" + which, contrast.sd(), relative);
  }

  @Test
  void expectedRanges() {
    cases("range")
        .forEach(
            c ->
                close(
                    c,
                    "sd",
                    StandardDeviation.fromExpectedRange(d(c, "min"), d(c, "max"), d(c, "n")),
                    CLOSED));
  }

  private static MeanAndSd medians(JsonNode c, MedianMethod method) {
    double[] v = Golden.doubles(c.get("v"));
    double n = d(c, "n");
    return switch (c.get("scenario").asText()) {
      case "range" -> Medians.fromRange(v[0], v[2], v[4], n, method);
      case "quartiles" -> Medians.fromQuartiles(v[1], v[2], v[3], n, method);
      default -> Medians.fromFiveNumbers(v[0], v[1], v[2], v[3], v[4], n, method);
    };
  }

  private static SkewnessTest skewness(JsonNode c) {
    double[] v = Golden.doubles(c.get("v"));
    double n = d(c, "n");
    return switch (c.get("scenario").asText()) {
      case "range" -> SkewnessTest.ofRange(v[0], v[2], v[4], n);
      case "quartiles" -> SkewnessTest.ofQuartiles(v[1], v[2], v[3], n);
      default -> SkewnessTest.ofFiveNumbers(v[0], v[1], v[2], v[3], v[4], n);
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"HOZO_2005", "WAN_2014", "BLAND_2015", "LUO_WAN_SHI", "LOG_NORMAL"})
  void mediansByMetafor(String name) {
    MedianMethod method = MedianMethod.valueOf(name);
    long compared =
        cases("median")
            .filter(c -> c.get("method").asText().equals(name))
            .peek(
                c -> {
                  MeanAndSd result = medians(c, method);
                  // on a level of 1e6 metafor loses digits: squares of raw values, exp(2v) − exp(v)
                  boolean level = d(c, "mean") > 1e5;
                  close(c, "mean", result.mean(), CLOSED);
                  close(c, "sd", result.sd(), level ? 5e-3 : CLOSED);
                })
            .count();
    assertTrue(compared >= 50, compared + " cases of " + name);
  }

  @Test
  void skewnessByMetafor() {
    cases("median")
        .filter(c -> !c.get("method").asText().equals("LOG_NORMAL"))
        .forEach(
            c -> {
              SkewnessTest test = skewness(c);
              assertClose(c + " T", c.get("statistic"), test.statistic(), 1e-9, 0);
              assertClose(c + " critical", c.get("critical"), test.critical(), CLOSED, 0);
              assertEquals(c.get("skewed").booleanValue(), test.isSkewed(), c::toString);
            });
  }

  @Test
  void quantileEstimation() {
    cases("qe")
        .forEach(
            c -> {
              MeanAndSd result = medians(c, MedianMethod.QUANTILE_ESTIMATION);
              close(c, "mean", result.mean(), ITERATIVE);
              close(c, "sd", result.sd(), ITERATIVE);
              assertTrue(result.sd().how().contains(c.get("family").asText()), c::toString);
            });
  }

  @Test
  void boxCox() {
    cases("bc")
        .forEach(
            c -> {
              MeanAndSd result = medians(c, MedianMethod.BOX_COX);
              close(c, "mean", result.mean(), ITERATIVE);
              close(c, "sd", result.sd(), ITERATIVE);
            });
  }

  @Test
  void logScale() {
    cases("log")
        .forEach(
            c -> {
              MeanAndSd logs = LogMeans.fromRaw(d(c, "mean"), d(c, "sd"));
              close(c, "logMean", logs.mean(), CLOSED);
              close(c, "logSd", logs.sd(), CLOSED);
              MeanAndSd taylor = LogMeans.fromRawByTaylorSeries(d(c, "mean"), d(c, "sd"));
              close(c, "taylorMean", taylor.mean(), CLOSED);
              close(c, "taylorSd", taylor.sd(), CLOSED);
              MeanAndSd raw = LogMeans.toRaw(logs.mean().value(), logs.sd().value());
              close(c, "mean", raw.mean(), CLOSED);
              close(c, "sd", raw.sd(), CLOSED);
            });
    cases("logCommon")
        .forEach(
            c -> {
              LogMeans.TwoArms both =
                  LogMeans.fromRawWithCommonSd(
                      d(c, "n1"),
                      d(c, "mean1"),
                      d(c, "sd1"),
                      d(c, "n2"),
                      d(c, "mean2"),
                      d(c, "sd2"));
              close(c, "logMean1", both.arm1().mean(), CLOSED);
              close(c, "logMean2", both.arm2().mean(), CLOSED);
              close(c, "logSd", both.arm1().sd(), CLOSED);
              assertEquals(both.arm1().sd(), both.arm2().sd());
            });
  }

  @Test
  void geometricMeans() {
    cases("geometric")
        .forEach(
            c -> {
              double g = d(c, "g");
              double a = d(c, "lower");
              double b = d(c, "upper");
              double n = d(c, "n");
              MeanAndSd t = LogMeans.fromGeometricMean(g, a, b, n, 0.95);
              close(c, "mean", t.mean(), CLOSED);
              close(c, "t", t.sd(), CLOSED);
              close(
                  c,
                  "z",
                  LogMeans.fromGeometricMeanWithNormalInterval(g, a, b, n, 0.95).sd(),
                  CLOSED);
            });
  }

  @Test
  void armsCombineToAllTheirPatients() {
    JsonNode c = cases("arms").findFirst().orElseThrow();
    double[] a = Golden.doubles(c.get("a"));
    double[] b = Golden.doubles(c.get("b"));
    double[] e = Golden.doubles(c.get("c"));
    ConvertedArm combined =
        Arms.combine(RawData.arm(a).arm(), RawData.arm(b).arm(), RawData.arm(e).arm());
    double[] all =
        DoubleStream.concat(
                DoubleStream.of(a), DoubleStream.concat(DoubleStream.of(b), DoubleStream.of(e)))
            .toArray();
    for (ConvertedArm arm : new ConvertedArm[] {combined, RawData.arm(all)}) {
      close(c, "n", arm.n(), CLOSED);
      close(c, "mean", arm.mean(), CLOSED);
      close(c, "sd", arm.sd(), CLOSED);
      assertFalse(arm.sd().how().contains("missing"));
    }
  }
}
