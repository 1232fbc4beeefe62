package org.copse.effect;

import static org.copse.Golden.CLOSED;
import static org.copse.Golden.assertClose;
import static org.copse.Golden.doubles;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.copse.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Measures of association of two variables against metafor; R² with fixed predictors by R. */
class AssociationGoldenTest {

  /** Of R's integrals of the non-central F density, and of those here. */
  private static final double INTEGRAL = 1e-8;

  static Stream<JsonNode> cases() {
    return Golden.cases("measures_more");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyMeasure(JsonNode c) {
    int k =
        switch (c.get("kind").asText()) {
          case "table" -> tables(c);
          case "means" -> means(c);
          case "model" -> models(c);
          case "genotypes" -> genotypes(c);
          case "single" -> singleMeans(c);
          default -> margins(c);
        };
    assertTrue(k >= 4, "studies");
  }

  private static int tables(JsonNode c) {
    List<TwoByTwo> data = rows(c, x -> new TwoByTwo(x[0], x[0] + x[1], x[2], x[2] + x[3]), "abcd");
    ZeroCells keep = ZeroCells.NONE.withDoubleZero();
    each(
        c,
        CLOSED,
        m ->
            BinaryEffects.of(BinaryMeasure.valueOf(m), studies(data.size()), data).zeroCells(keep));
    if (!c.path("tetrachoric").isMissingNode() && !c.get("tetrachoric").isNull()) {
      tetrachoric(c.get("tetrachoric"), data);
    }
    return data.size();
  }

  /**
   * metafor's own accuracy is about 2e-5 here; the correlations themselves have their golden
   * values.
   */
  private static void tetrachoric(JsonNode expected, List<TwoByTwo> data) {
    Effects r = BinaryEffects.of(BinaryMeasure.TETRACHORIC_CORRELATION, studies(data.size()), data);
    Effects z = BinaryEffects.of(BinaryMeasure.FISHER_Z_TETRACHORIC, studies(data.size()), data);
    double[] y = doubles(expected.get("yi"));
    double[] v = doubles(expected.get("vi"));
    for (int i = 0; i < y.length; i++) {
      assertEquals(y[i], z.estimate(i), 1e-4);
      assertEquals(v[i], z.variance(i), 1e-3 * v[i]);
      assertEquals(r.estimate(i), Math.tanh(z.estimate(i)), 1e-14);
      double slope = Math.pow(Math.cosh(z.estimate(i)), 4);
      assertEquals(r.variance(i) * slope, z.variance(i), 1e-12 * z.variance(i));
    }
  }

  private static int means(JsonNode c) {
    String[] columns = {"n1", "m1", "s1", "n2", "m2", "s2"};
    List<ArmMeans> data = rows(c, x -> new ArmMeans(x[0], x[1], x[2], x[3], x[4], x[5]), columns);
    each(
        c,
        CLOSED,
        m -> ContinuousEffects.of(ContinuousMeasure.valueOf(m), studies(data.size()), data));
    return data.size();
  }

  private static int models(JsonNode c) {
    List<ModelFit> data = rows(c, x -> new ModelFit(x[0], x[1], x[2]), "r2", "n", "m");
    each(
        c,
        INTEGRAL,
        m -> SummaryEffects.of(ModelFitMeasure.valueOf(m), studies(data.size()), data));
    double[] metafor = doubles(c.get("metafor"));
    for (int i = 0; i < metafor.length; i++) {
      double v = ModelFitMeasure.R_SQUARED_FIXED_PREDICTORS.variance(data.get(i));
      assertEquals(metafor[i], v, 0.01 * v);
    }
    return data.size();
  }

  private static int genotypes(JsonNode c) {
    List<Genotypes> data = rows(c, x -> new Genotypes(x[0], x[1], x[2]), "a", "b", "c");
    each(c, CLOSED, m -> SummaryEffects.of(GenotypeMeasure.valueOf(m), studies(data.size()), data));
    return data.size();
  }

  private static int singleMeans(JsonNode c) {
    List<SingleMean> data = rows(c, x -> new SingleMean(x[0], x[1], x[2]), "n", "mean", "sd");
    each(c, CLOSED, m -> SummaryEffects.of(MeanMeasure.valueOf(m), studies(data.size()), data));
    return data.size();
  }

  private static int margins(JsonNode c) {
    List<MatchedMargins> data =
        rows(c, x -> MatchedMargins.ofShareWithBoth(x[0], x[1], x[2], x[3]), "x1", "x2", "n", "pi");
    each(
        c,
        CLOSED,
        m ->
            MatchedPairsEffects.ofMargins(
                MatchedPairsMeasure.valueOf(m), studies(data.size()), data));
    return data.size();
  }

  private static void each(JsonNode c, double tolerance, Function<String, Effects> effects) {
    assertFalse(c.get("effects").isEmpty());
    c.get("effects")
        .properties()
        .forEach(
            e -> {
              String what = c.get("name").asText() + " " + e.getKey();
              compare(what, e.getValue(), effects.apply(e.getKey()), tolerance);
            });
  }

  private static void compare(String what, JsonNode expected, Effects effects, double tolerance) {
    double[] y = doubles(expected.get("yi"));
    double[] v = doubles(expected.get("vi"));
    assertEquals(y.length, effects.size());
    for (int i = 0; i < y.length; i++) {
      assertEquals(Double.isNaN(y[i]), Double.isNaN(effects.estimate(i)), what + " " + i);
      assertClose(what + " y" + i, y[i], effects.estimate(i), tolerance, 1);
      assertClose(what + " v" + i, v[i], effects.variance(i), tolerance, 0);
    }
  }

  private static <T> List<T> rows(JsonNode c, Function<double[], T> row, String... columns) {
    String[] names = columns.length == 1 ? columns[0].split("") : columns;
    double[][] values = Stream.of(names).map(name -> doubles(c.get(name))).toArray(double[][]::new);
    return IntStream.range(0, values[0].length)
        .mapToObj(i -> row.apply(Stream.of(values).mapToDouble(v -> v[i]).toArray()))
        .toList();
  }

  private static Studies studies(int k) {
    return Studies.of(IntStream.range(0, k).mapToObj(i -> "S" + i).toList());
  }

  /** Phi is the point-biserial correlation of a variable of 0 and 1. */
  @Test
  void phiIsPointBiserialOfZeroAndOne() {
    TwoByTwo t = new TwoByTwo(12, 30, 9, 41);
    double p1 = 12 / 30.0;
    double p2 = 9 / 41.0;
    double sd1 = Math.sqrt(30 / 29.0 * p1 * (1 - p1));
    double sd2 = Math.sqrt(41 / 40.0 * p2 * (1 - p2));
    ContinuousEffects r =
        ContinuousEffects.of(
            ContinuousMeasure.POINT_BISERIAL_CORRELATION,
            Studies.named("A"),
            List.of(new ArmMeans(30, p1, sd1, 41, p2, sd2)));
    assertEquals(BinaryMeasure.PHI_COEFFICIENT_FIXED_ARMS.estimate(t), r.estimate(0), 1e-14);
  }

  /** A dichotomy in the middle: the biserial correlation is √(π/2) times the point-biserial one. */
  @Test
  void biserialOfEqualArms() {
    List<ArmMeans> data = List.of(new ArmMeans(50, 11, 2, 50, 10, 2));
    Studies one = Studies.named("A");
    double point =
        ContinuousEffects.of(ContinuousMeasure.POINT_BISERIAL_CORRELATION, one, data).estimate(0);
    double biserial =
        ContinuousEffects.of(ContinuousMeasure.BISERIAL_CORRELATION, one, data).estimate(0);
    assertEquals(point * Math.sqrt(Math.PI / 2), biserial, 1e-14);
  }

  /** Fixed predictors: defined at R² = 0 on its own scale, not as Fisher's z; large n at once. */
  @Test
  void fixedPredictorsAtTheEdges() {
    ModelFit none = new ModelFit(0, 50, 3);
    assertTrue(ModelFitMeasure.R_SQUARED_FIXED_PREDICTORS.variance(none) > 0);
    Effects z =
        SummaryEffects.of(
            ModelFitMeasure.FISHER_Z_R_SQUARED_FIXED_PREDICTORS,
            Studies.named("A", "B"),
            List.of(none, new ModelFit(0.2, 50, 3)));
    assertFalse(z.isEstimable(0));
    assertTrue(z.isEstimable(1));
    // many patients: 4R²(1 − R²)²[1 − ... ] of fixed predictors, R²(2 + ...)/n by the delta method
    double r2 = 0.3;
    double n = 100_000;
    double large = ModelFitMeasure.R_SQUARED_FIXED_PREDICTORS.variance(new ModelFit(r2, n, 2));
    double delta = 4 * r2 * Math.pow(1 - r2, 2) * (1 - r2 / 2) / n;
    assertEquals(delta, large, 1e-3 * delta);
    // as many predictors as leave half the degrees of freedom, R² no more than they explain
    double wide =
        ModelFitMeasure.R_SQUARED_FIXED_PREDICTORS.variance(new ModelFit(0.5, 2001, 1000));
    assertTrue(wide > 1e-5 && wide < 1e-2, "was " + wide);
  }
}
