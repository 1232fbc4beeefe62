package org.copse.effect;

import static org.copse.Golden.CLOSED;
import static org.copse.Golden.assertClose;
import static org.copse.Golden.doubles;
import static org.copse.Golden.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.copse.Golden;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Estimates and variances of single studies against R metafor. */
class EffectsGoldenTest {

  private static final Map<String, BinaryMeasure> BINARY =
      Map.of(
          "RR", BinaryMeasure.RISK_RATIO,
          "OR", BinaryMeasure.ODDS_RATIO,
          "RD", BinaryMeasure.RISK_DIFFERENCE,
          "PETO", BinaryMeasure.PETO_ODDS_RATIO);
  private static final Map<String, ZeroCells.To> RULES =
      Map.of(
          "only0", ZeroCells.To.STUDIES_WITH_ZERO,
          "none", ZeroCells.To.NO_STUDY,
          "all", ZeroCells.To.ALL_STUDIES,
          "if0all", ZeroCells.To.ALL_IF_ANY_ZERO);
  private static final Map<String, ProportionMeasure> PROPORTIONS =
      Map.of(
          "PR", ProportionMeasure.RAW_PROPORTION,
          "PLO", ProportionMeasure.LOGIT_PROPORTION,
          "PFT", ProportionMeasure.FREEMAN_TUKEY_PROPORTION);

  static Stream<Arguments> binary() {
    return cases("binary");
  }

  static Stream<Arguments> means() {
    return cases("means");
  }

  static Stream<Arguments> proportions() {
    return cases("proportion");
  }

  private static Stream<Arguments> cases(String kind) {
    return Golden.cases("effects")
        .filter(c -> c.get("kind").asText().equals(kind))
        .map(c -> Arguments.of(c.get("name").asText(), c));
  }

  static Studies studies(JsonNode c) {
    List<String> labels = new ArrayList<>();
    for (String label : texts(c.get("labels"))) {
      labels.add((labels.size() + 1) + " " + label);
    }
    return Studies.of(labels);
  }

  /** Two-arm counts of a golden case. */
  public static List<TwoByTwo> tables(JsonNode c) {
    List<TwoByTwo> tables = new ArrayList<>();
    for (int i = 0; i < c.get("ai").size(); i++) {
      tables.add(
          new TwoByTwo(
              c.get("ai").get(i).asDouble(),
              c.get("n1i").get(i).asDouble(),
              c.get("ci").get(i).asDouble(),
              c.get("n2i").get(i).asDouble()));
    }
    return tables;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("binary")
  void binaryMeasures(String name, JsonNode c) {
    for (var measure : BINARY.entrySet()) {
      for (var rule : RULES.entrySet()) {
        boolean none = rule.getValue() == ZeroCells.To.NO_STUDY;
        ZeroCells zeroCells = new ZeroCells(none ? 0 : 0.5, rule.getValue(), true);
        BinaryEffects effects =
            BinaryEffects.of(measure.getValue(), studies(c), tables(c), zeroCells);
        // Peto's estimate never takes a correction here
        String key = measure.getKey().equals("PETO") ? "none" : rule.getKey();
        JsonNode expected = c.get("measures").get(measure.getKey()).get(key);
        boolean[] doubleZero = booleans(c.get("doubleZero"));
        String what = name + " " + measure.getKey() + " " + rule.getKey();
        check(what, expected, effects, doubleZero, measure.getKey().equals("PETO"));
      }
    }
  }

  private static boolean[] booleans(JsonNode array) {
    boolean[] values = new boolean[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).asBoolean();
    }
    return values;
  }

  private static void check(
      String what, JsonNode expected, Effects effects, boolean[] doubleZero, boolean peto) {
    double[] y = doubles(expected.get("yi"));
    double[] v = doubles(expected.get("vi"));
    double[] lower = doubles(expected.get("ciLower"));
    double[] upper = doubles(expected.get("ciUpper"));
    for (int i = 0; i < y.length; i++) {
      String row = what + " row " + (i + 1);
      boolean defined = Double.isFinite(y[i]) && v[i] > 0;
      if (peto && doubleZero[i]) {
        defined = false;
      }
      assertEquals(defined, effects.isEstimable(i), row + " estimable");
      if (defined) {
        // metafor's logit takes 1 - p, which costs digits for p near 1
        double tolerance = what.endsWith("PLO") ? 1e-11 : CLOSED;
        assertClose(row + " y", y[i], effects.estimate(i), tolerance, 1);
        assertClose(row + " v", v[i], effects.variance(i), CLOSED, 0);
        Interval interval = effects.interval(i, 0.95);
        assertClose(row + " lower", lower[i], interval.lower(), tolerance, 10);
        assertClose(row + " upper", upper[i], interval.upper(), tolerance, 10);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("means")
  void continuousMeasures(String name, JsonNode c) {
    List<ArmMeans> data = new ArrayList<>();
    double[][] columns =
        Stream.of("n1i", "m1i", "sd1i", "n2i", "m2i", "sd2i")
            .map(column -> doubles(c.get(column)))
            .toArray(double[][]::new);
    for (int i = 0; i < columns[0].length; i++) {
      data.add(
          new ArmMeans(
              columns[0][i],
              columns[1][i],
              columns[2][i],
              columns[3][i],
              columns[4][i],
              columns[5][i]));
    }
    double[] j = doubles(c.get("j"));
    for (int i = 0; i < j.length; i++) {
      double exact = HedgesCorrection.exact(data.get(i).degreesOfFreedom());
      assertClose(name + " J", j[i], exact, CLOSED, 0);
    }
    ContinuousEffects md =
        ContinuousEffects.of(ContinuousMeasure.MEAN_DIFFERENCE, studies(c), data);
    boolean[] none = new boolean[data.size()];
    check(name + " MD", c.get("measures").get("MD"), md, none, false);
    ContinuousEffects smd = md.as(ContinuousMeasure.STANDARDISED_MEAN_DIFFERENCE);
    JsonNode expected = c.get("measures").get("SMD");
    check(name + " LS", expected.get("LS"), smd, none, false);
    ContinuousEffects unbiased = smd.smdVariance(SmdVariance.UNBIASED);
    check(name + " UB", expected.get("UB"), unbiased, none, false);
    ContinuousEffects revman = smd.smdVariance(SmdVariance.REVMAN5);
    check(name + " RevMan", expected.get("REVMAN5"), revman, none, false);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("proportions")
  void proportionMeasures(String name, JsonNode c) {
    double[] x = doubles(c.get("xi"));
    double[] n = doubles(c.get("ni"));
    List<Proportion> data = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      data.add(new Proportion(x[i], n[i]));
    }
    for (var measure : PROPORTIONS.entrySet()) {
      ProportionEffects effects = ProportionEffects.of(measure.getValue(), studies(c), data);
      String key = measure.getKey().equals("PFT") ? "none" : "only0";
      check(
          name + " " + measure.getKey(),
          c.get("measures").get(measure.getKey()).get(key),
          effects,
          new boolean[x.length],
          false);
      checkIntervals(name, c, effects);
    }
  }

  private static void checkIntervals(String name, JsonNode c, ProportionEffects effects) {
    for (ProportionInterval method : ProportionInterval.values()) {
      boolean wilson = method == ProportionInterval.WILSON;
      JsonNode expected = c.get(wilson ? "wilson" : "clopperPearson");
      for (int i = 0; i < effects.size(); i++) {
        Interval interval = effects.studyInterval(method).displayedInterval(i, 0.95);
        String what = name + " " + method + " row " + (i + 1);
        double lower = doubles(expected.get("lower"))[i];
        double upper = doubles(expected.get("upper"))[i];
        // Clopper-Pearson: both libraries invert the beta distribution to about 1e-9
        double tolerance = wilson ? CLOSED : 1e-9;
        assertClose(what, lower, interval.lower(), tolerance, 1);
        assertClose(what, upper, interval.upper(), tolerance, 1);
      }
    }
  }
}
