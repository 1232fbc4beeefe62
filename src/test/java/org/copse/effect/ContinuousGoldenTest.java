package org.copse.effect;

import static org.copse.Golden.CLOSED;
import static org.copse.Golden.assertClose;
import static org.copse.Golden.doubles;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.copse.Golden;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two-arm means, single means, correlations, models and alphas against R metafor and R meta. */
class ContinuousGoldenTest {

  /**
   * Gamma and hypergeometric functions of R, metafor's difference of two log gammas at the most.
   */
  private static final double SPECIAL = 2e-12;

  /** The same where the variance is a small difference of such functions. */
  private static final double DIFFERENCE = 1e-11;

  private static final Map<String, UnaryOperator<ContinuousEffects>> WAYS = ways();

  static Stream<Arguments> cases() {
    return Golden.cases("measures_continuous")
        .map(c -> Arguments.of(c.get("kind").asText() + " " + c.get("name").asText(), c));
  }

  private static Map<String, UnaryOperator<ContinuousEffects>> ways() {
    Map<String, UnaryOperator<ContinuousEffects>> ways = new HashMap<>();
    Map<String, SmdVariance> smd =
        Map.of(
            "LS", SmdVariance.LARGE_SAMPLE,
            "LS2", SmdVariance.BORENSTEIN_EXACT,
            "UB", SmdVariance.UNBIASED,
            "AV", SmdVariance.AVERAGE,
            "H0", SmdVariance.UNDER_NULL);
    smd.forEach(
        (type, variance) -> {
          put(ways, "SMD", type, e -> smd(e).smdVariance(variance));
          put(ways, "SMD1", type, e -> glass(e).smdVariance(variance));
          UnaryOperator<ContinuousEffects> first =
              e -> glass(e).smdVariance(variance).standardisedBy(StandardisingArm.FIRST);
          ways.put("SMD1_first " + type, first);
        });
    Map<String, MeansVariance> means =
        Map.of(
            "LS", MeansVariance.SEPARATE,
            "HO", MeansVariance.POOLED,
            "LS2", MeansVariance.SECOND_ORDER,
            "AV", MeansVariance.AVERAGE_CV,
            "AVHO", MeansVariance.AVERAGE_CV_OF_BOTH_ARMS);
    Map<String, ContinuousMeasure> plain =
        Map.of(
            "MD", ContinuousMeasure.MEAN_DIFFERENCE,
            "ROM", ContinuousMeasure.RATIO_OF_MEANS,
            "VR", ContinuousMeasure.VARIABILITY_RATIO,
            "CVR", ContinuousMeasure.COEFFICIENT_OF_VARIATION_RATIO,
            "CLESN", ContinuousMeasure.COMMON_LANGUAGE_EFFECT_SIZE,
            "AUCN", ContinuousMeasure.AREA_UNDER_CURVE,
            "SMDH", ContinuousMeasure.STANDARDISED_MEAN_DIFFERENCE_HETEROSCEDASTIC,
            "SMD1H", ContinuousMeasure.GLASS_DELTA_HETEROSCEDASTIC,
            "D2ORL", ContinuousMeasure.ODDS_RATIO_FROM_SMD_LOGISTIC,
            "D2ORN", ContinuousMeasure.ODDS_RATIO_FROM_SMD_NORMAL);
    plain.forEach(
        (code, measure) ->
            means.forEach(
                (type, variance) ->
                    put(ways, code, type, e -> e.as(measure).meansVariance(variance))));
    ways.put(
        "SMD1H_first LS",
        e ->
            e.as(ContinuousMeasure.GLASS_DELTA_HETEROSCEDASTIC)
                .standardisedBy(StandardisingArm.FIRST));
    meta(ways);
    return ways;
  }

  private static void put(
      Map<String, UnaryOperator<ContinuousEffects>> ways,
      String code,
      String type,
      UnaryOperator<ContinuousEffects> way) {
    ways.put(code + " " + type, way);
    ways.put(
        code + "_uncorrected " + type, e -> way.apply(e).correction(SmallSampleCorrection.NONE));
  }

  private static void meta(Map<String, UnaryOperator<ContinuousEffects>> ways) {
    ways.put("META HEDGES_EXACT", e -> smd(e).smdVariance(SmdVariance.UNBIASED));
    ways.put("META HEDGES_APPROXIMATE", e -> smd(e).smdVariance(SmdVariance.REVMAN5));
    ways.put(
        "META COHEN_EXACT",
        e -> e.as(ContinuousMeasure.COHENS_D).smdVariance(SmdVariance.UNBIASED));
    ways.put("META COHEN_APPROXIMATE", e -> e.as(ContinuousMeasure.COHENS_D));
    UnaryOperator<ContinuousEffects> glass =
        e ->
            glass(e)
                .correction(SmallSampleCorrection.NONE)
                .smdVariance(SmdVariance.DEGREES_OF_FREEDOM);
    ways.put("META GLASS_CONTROL", glass);
    ways.put("META GLASS_EXPERIMENTAL", e -> glass.apply(e).standardisedBy(StandardisingArm.FIRST));
    ways.put("META MD_POOLED", e -> e.meansVariance(MeansVariance.POOLED));
    UnaryOperator<ContinuousEffects> ratio =
        e -> e.as(ContinuousMeasure.RATIO_OF_MEANS).correction(SmallSampleCorrection.NONE);
    ways.put("META ROM", ratio);
    ways.put("META ROM_POOLED", e -> ratio.apply(e).meansVariance(MeansVariance.POOLED));
  }

  private static ContinuousEffects smd(ContinuousEffects e) {
    return e.as(ContinuousMeasure.STANDARDISED_MEAN_DIFFERENCE);
  }

  private static ContinuousEffects glass(ContinuousEffects e) {
    return e.as(ContinuousMeasure.GLASS_DELTA);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void everyMeasureAndVariance(String name, JsonNode c) {
    Function<String, Effects> effects = effects(c);
    Set<String> seen = new HashSet<>();
    c.get("measures")
        .properties()
        .forEach(
            measure ->
                measure
                    .getValue()
                    .properties()
                    .forEach(
                        type -> {
                          String key = measure.getKey() + " " + type.getKey();
                          check(name + " " + key, type.getValue(), effects.apply(key));
                          seen.add(key);
                        }));
    assertTrue(seen.size() >= 2, name);
  }

  private static Function<String, Effects> effects(JsonNode c) {
    return switch (c.get("kind").asText()) {
      case "means" -> {
        ContinuousEffects md =
            ContinuousEffects.of(
                ContinuousMeasure.MEAN_DIFFERENCE,
                studies(c.get("n1i").size()),
                rows(c, r -> means(r), "n1i", "m1i", "sd1i", "n2i", "m2i", "sd2i"));
        yield key -> WAYS.get(key).apply(md);
      }
      case "single" ->
          key ->
              of(
                  SINGLE.get(key),
                  rows(c, r -> new SingleMean(r[0], r[1], r[2]), "ni", "mi", "sdi"));
      case "correlation" ->
          key -> of(CORRELATION.get(key), rows(c, r -> new Correlation(r[0], r[1]), "ri", "ni"));
      case "regression" -> key -> regression(c, key);
      case "alpha" ->
          key ->
              of(
                  ALPHA.get(key),
                  rows(c, r -> new CronbachAlpha(r[0], r[1], r[2]), "ai", "mi", "ni"));
      default ->
          key ->
              of(AUC.get(key), rows(c, r -> new Concordance(r[0], r[1], r[2]), "ai", "n1i", "n2i"));
    };
  }

  private static final Map<String, MeanMeasure> SINGLE =
      Map.of(
          "MN LS", MeanMeasure.RAW_MEAN,
          "MN HO", MeanMeasure.RAW_MEAN_POOLED_VARIANCE,
          "SMN LS", MeanMeasure.STANDARDISED_MEAN,
          "MNLN LS", MeanMeasure.LOG_MEAN,
          "SDLN LS", MeanMeasure.LOG_STANDARD_DEVIATION,
          "CVLN LS", MeanMeasure.LOG_COEFFICIENT_OF_VARIATION);
  private static final Map<String, CorrelationMeasure> CORRELATION =
      Map.of(
          "COR LS", CorrelationMeasure.CORRELATION,
          "COR AV", CorrelationMeasure.CORRELATION_AVERAGE_VARIANCE,
          "COR H0", CorrelationMeasure.CORRELATION_VARIANCE_UNDER_NULL,
          "UCOR LS", CorrelationMeasure.UNBIASED_CORRELATION,
          "UCOR UB", CorrelationMeasure.UNBIASED_CORRELATION_UNBIASED_VARIANCE,
          "UCOR AV", CorrelationMeasure.UNBIASED_CORRELATION_AVERAGE_VARIANCE,
          "ZCOR LS", CorrelationMeasure.FISHER_Z_CORRELATION);
  private static final Map<String, PartialCorrelationMeasure> PARTIAL =
      Map.of(
          "PCOR LS", PartialCorrelationMeasure.PARTIAL_CORRELATION,
          "PCOR AV", PartialCorrelationMeasure.PARTIAL_CORRELATION_AVERAGE_VARIANCE,
          "ZPCOR LS", PartialCorrelationMeasure.FISHER_Z_PARTIAL_CORRELATION);
  private static final Map<String, SemiPartialCorrelationMeasure> SEMI =
      Map.of(
          "SPCOR LS", SemiPartialCorrelationMeasure.SEMI_PARTIAL_CORRELATION,
          "SPCOR AV", SemiPartialCorrelationMeasure.SEMI_PARTIAL_CORRELATION_AVERAGE_VARIANCE,
          "ZSPCOR LS", SemiPartialCorrelationMeasure.FISHER_Z_SEMI_PARTIAL_CORRELATION);
  private static final Map<String, ModelFitMeasure> FIT =
      Map.of(
          "R2 LS", ModelFitMeasure.R_SQUARED,
          "R2 LS2", ModelFitMeasure.R_SQUARED_SMALL_SAMPLE_VARIANCE,
          "R2 AV", ModelFitMeasure.R_SQUARED_AVERAGE_VARIANCE,
          "R2 AV2", ModelFitMeasure.R_SQUARED_SMALL_SAMPLE_AVERAGE_VARIANCE,
          "ZR2 LS", ModelFitMeasure.FISHER_Z_R_SQUARED);
  private static final Map<String, CronbachAlphaMeasure> ALPHA =
      Map.of(
          "ARAW LS", CronbachAlphaMeasure.RAW_ALPHA,
          "AHW LS", CronbachAlphaMeasure.HAKSTIAN_WHALEN_ALPHA,
          "ABT LS", CronbachAlphaMeasure.BONETT_ALPHA);
  private static final Map<String, ConcordanceMeasure> AUC =
      Map.of(
          "AUC LS", ConcordanceMeasure.REPORTED_AREA_UNDER_CURVE,
          "AUC LS2", ConcordanceMeasure.REPORTED_AREA_UNDER_CURVE_HANLEY);

  private static Effects regression(JsonNode c, String key) {
    if (PARTIAL.containsKey(key)) {
      return of(
          PARTIAL.get(key),
          rows(c, r -> PartialCorrelation.ofT(r[0], r[1], r[2]), "ti", "ni", "mi"));
    }
    if (SEMI.containsKey(key)) {
      return of(
          SEMI.get(key),
          rows(
              c, r -> SemiPartialCorrelation.ofT(r[0], r[1], r[2], r[3]), "ti", "ni", "mi", "r2i"));
    }
    return of(FIT.get(key), rows(c, r -> ModelFit.ofF(r[0], r[1], r[2]), "fi", "ni", "mi"));
  }

  private static ArmMeans means(double[] r) {
    return new ArmMeans(r[0], r[1], r[2], r[3], r[4], r[5]);
  }

  private static <D> List<D> rows(JsonNode c, Function<double[], D> form, String... columns) {
    double[][] values =
        Stream.of(columns).map(column -> doubles(c.get(column))).toArray(double[][]::new);
    return IntStream.range(0, values[0].length)
        .mapToObj(i -> form.apply(Stream.of(values).mapToDouble(v -> v[i]).toArray()))
        .toList();
  }

  private static Studies studies(int k) {
    return Studies.of(IntStream.range(0, k).mapToObj(i -> "S" + (i + 1)).toList());
  }

  private static <D extends SummaryData> Effects of(SummaryMeasure<D> measure, List<D> data) {
    return SummaryEffects.of(measure, studies(data.size()), data);
  }

  private static void check(String what, JsonNode expected, Effects effects) {
    double[] y = doubles(expected.get("yi"));
    double[] v = doubles(expected.get("vi"));
    boolean half = effects.measure().scale() == AnalysisScale.EXCESS_OVER_HALF;
    for (int i = 0; i < y.length; i++) {
      String row = what + " row " + (i + 1);
      assertEquals(!Double.isNaN(y[i]), effects.isEstimable(i), row + " estimable");
      if (effects.isEstimable(i)) {
        double actual = half ? effects.displayed(i) : effects.estimate(i);
        assertClose(row + " y", y[i], actual, tolerance(what), 10);
        // R's integrals leave 2e-13 in this difference; SummaryMeasuresTest has more digits
        double floor = what.endsWith("UCOR UB") ? 100 : 0;
        assertClose(row + " v", v[i], effects.variance(i), tolerance(what), floor);
      }
    }
  }

  private static double tolerance(String what) {
    boolean difference =
        what.endsWith("UB")
            || what.contains("UCOR")
            || what.endsWith("N_EXACT")
            || what.endsWith("S_EXACT");
    return difference
        ? DIFFERENCE
        : what.contains("SM") || what.contains("HEDGES") ? SPECIAL : CLOSED;
  }
}
