package org.copse.model;

import static org.copse.Golden.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.copse.Golden;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Proportion;
import org.copse.effect.ProportionEffects;
import org.copse.effect.ProportionMeasure;
import org.copse.effect.Studies;
import org.copse.effect.TwoByTwo;
import org.copse.heterogeneity.Tau2Estimator;
import org.copse.plot.ForestPlot;
import org.copse.report.FitReport;
import org.copse.sensitivity.LeaveOneOut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Beta-binomial, penalised logistic and sample-size weighted models against R scripts. */
class RareGoldenTest {

  private static final Map<String, BinaryMeasure> MEASURES =
      Map.of(
          "OR", BinaryMeasure.ODDS_RATIO,
          "RR", BinaryMeasure.RISK_RATIO,
          "RD", BinaryMeasure.RISK_DIFFERENCE);

  static Stream<Arguments> betaBinomial() {
    return cases("rare", "betaBinomial");
  }

  static Stream<Arguments> firth() {
    return cases("firth", "firth");
  }

  private static Stream<Arguments> cases(String file, String field) {
    return Golden.cases(file)
        .filter(c -> !c.get(field).isNull())
        .map(c -> Arguments.of(c.get("name").asText(), c));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("betaBinomial")
  void betaBinomialModels(String name, JsonNode c) {
    JsonNode expected = c.get("betaBinomial");
    for (var measure : MEASURES.entrySet()) {
      BinaryEffects effects = CountsGoldenTest.effects(c, measure.getValue());
      BetaBinomialFit fit = BetaBinomial.of(effects);
      JsonNode effect = expected.get(measure.getKey());
      // limited by R's differences of gamma functions
      assertClose(name, effect.get("estimate"), fit.estimate(), 1e-6, 1e6);
      assertClose(name + " se", effect.get("se"), fit.standardError(), 1e-5, 1e3);
      assertClose(name + " rho", expected.get("rho"), fit.rho(), 1e-5, 1e5);
      double likelihood = expected.get("logLikelihood").asDouble();
      assertTrue(fit.logLikelihood() >= likelihood - 1e-11 * Math.abs(likelihood), name);
      assertClose(name + " ln L", likelihood, fit.logLikelihood(), 1e-9, 1);
      assertEquals(effects.size(), fit.k());
      assertEquals(fit.rho() > 0, fit.rhoStandardError().isPresent());
    }
    List<Proportion> second = new ArrayList<>();
    BinaryEffects effects = CountsGoldenTest.effects(c, BinaryMeasure.ODDS_RATIO);
    for (int i = 0; i < effects.size(); i++) {
      second.add(new Proportion(effects.counts(i).events2(), effects.counts(i).total2()));
    }
    ProportionEffects logit =
        ProportionEffects.of(ProportionMeasure.LOGIT_PROPORTION, effects.studies(), second);
    JsonNode single = c.get("betaBinomialArm2");
    BetaBinomialFit fit = BetaBinomial.ofProportions(logit);
    assertClose(name, single.get("OR").get("estimate"), fit.estimate(), 1e-6, 1e6);
    assertClose(name, single.get("OR").get("se"), fit.standardError(), 1e-5, 1e3);
    BetaBinomialFit raw = BetaBinomial.ofProportions(logit.as(ProportionMeasure.RAW_PROPORTION));
    assertClose(name, single.get("RD").get("se"), raw.standardError(), 1e-5, 1e3);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("firth")
  void penalisedLogistic(String name, JsonNode c) {
    JsonNode expected = c.get("firth");
    BinaryEffects effects = CountsGoldenTest.effects(c, BinaryMeasure.ODDS_RATIO);
    PenalisedLogisticFit fit = PenalisedLogistic.of(effects);
    assertClose(name, expected.get("estimate"), fit.estimate(), 1e-9, 1e4);
    assertClose(name + " se", expected.get("se"), fit.standardError(), 1e-9, 1);
    assertClose(name + " lower", expected.get("lower"), fit.interval().lower(), 1e-7, 1e6);
    assertClose(name + " upper", expected.get("upper"), fit.interval().upper(), 1e-7, 1e6);
    double lr = fit.test().statistic() * fit.test().statistic();
    assertClose(name + " lr", expected.get("lr"), lr, 1e-8, 1e4);
    JsonNode top = expected.get("penalisedLogLikelihood");
    assertClose(name + " pl", top, fit.penalisedLogLikelihood(), 1e-11, 10);
    assertEquals(Math.signum(fit.estimate()), Math.signum(fit.test().statistic()), 1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("firth")
  void sampleSizeWeights(String name, JsonNode c) {
    for (var measure : MEASURES.entrySet()) {
      JsonNode all = c.get("ssw").get(measure.getKey());
      if (all.isNull()) {
        continue;
      }
      BinaryEffects effects = CountsGoldenTest.effects(c, measure.getValue());
      for (Tau2Estimator estimator : List.of(Tau2Estimator.DL, Tau2Estimator.REML)) {
        JsonNode expected = all.get(estimator.name());
        SampleSizeWeightedFit fit = SampleSizeWeighted.withDefaults().tau2(estimator).fit(effects);
        assertClose(name, expected.get("tau2"), fit.tau2(), 1e-8, 1);
        assertClose(name, expected.get("estimate"), fit.estimate(), 1e-12, 1);
        assertClose(name, expected.get("se"), fit.standardError(), 1e-8, 0.1);
        assertClose(name, expected.get("lower"), fit.interval().lower(), 1e-8, 1e3);
        assertClose(name, expected.get("pValue"), fit.test().p(), 1e-7, 1);
      }
    }
  }

  private static BinaryEffects effects(int... counts) {
    List<TwoByTwo> tables = new ArrayList<>();
    for (int i = 0; i < counts.length; i += 4) {
      tables.add(new TwoByTwo(counts[i], counts[i + 1], counts[i + 2], counts[i + 3]));
    }
    List<String> labels = IntStream.range(0, tables.size()).mapToObj(i -> "S" + i).toList();
    return BinaryEffects.of(BinaryMeasure.ODDS_RATIO, Studies.of(labels), tables);
  }

  @Test
  void anArmWithoutEvents() {
    BinaryEffects zero = effects(0, 30, 3, 29, 0, 42, 1, 40, 0, 25, 0, 27);
    BetaBinomialFit fit = BetaBinomial.of(zero);
    assertEquals(Double.NEGATIVE_INFINITY, fit.estimate());
    assertTrue(Double.isNaN(fit.standardError()));
    assertTrue(fit.notes().toString().contains("ExactOddsRatio"));
    assertEquals(0, fit.backTransformed().estimate());
    assertThrows(IllegalArgumentException.class, () -> BetaBinomial.of(effects(0, 9, 0, 8)));
    assertTrue(Double.isFinite(PenalisedLogistic.of(zero).interval().lower()));
    for (Fit any : List.of(fit, ExactOddsRatio.of(zero), PenalisedLogistic.of(zero))) {
      String report = FitReport.of(any).toString();
      assertFalse(report.contains("NaN"), report);
      String svg = ForestPlot.of(any).svg();
      assertFalse(svg.contains("NaN") || svg.contains("Infinity"), any.model());
      assertNotNull(ForestPlot.of(any).figure());
      assertNotNull(any.toString());
    }
    assertFalse(LeaveOneOut.of(PenalisedLogistic.of(zero)).omissions().isEmpty());
  }

  @Test
  void doubleZeroEverywhereHasAPenalisedEstimateAlone() {
    BinaryEffects none = effects(0, 30, 0, 29, 0, 42, 0, 40);
    assertEquals(0, PenalisedLogistic.of(none).estimate(), 0.1);
    assertThrows(IllegalArgumentException.class, () -> SampleSizeWeighted.of(none));
    BetaBinomialFit difference = BetaBinomial.of(none.as(BinaryMeasure.RISK_DIFFERENCE));
    assertEquals(0, difference.estimate());
    assertTrue(Double.isNaN(difference.standardError()));
  }

  @Test
  void oneStudy() {
    BinaryEffects one = effects(5, 40, 9, 42);
    BetaBinomialFit fit = BetaBinomial.of(one);
    assertEquals(0, fit.rho());
    assertEquals(one.estimate(0), fit.estimate(), 1e-12);
    assertEquals(one.standardError(0), fit.standardError(), 1e-12);
    assertEquals(one.estimate(0), SampleSizeWeighted.of(one).estimate(), 1e-15);
    assertEquals(one.standardError(0), SampleSizeWeighted.of(one).standardError(), 1e-15);
    // one stratum: Firth's penalty is half an event in every cell
    double half = Math.log(5.5 * 33.5 / (35.5 * 9.5));
    assertEquals(half, PenalisedLogistic.of(one).estimate(), 1e-10);
  }

  @Test
  void swappingArmsChangesTheSign() {
    BinaryEffects plain = effects(5, 40, 9, 42, 0, 30, 2, 31, 1, 20, 0, 25);
    BinaryEffects swapped = effects(9, 42, 5, 40, 2, 31, 0, 30, 0, 25, 1, 20);
    assertEquals(
        -PenalisedLogistic.of(plain).estimate(), PenalisedLogistic.of(swapped).estimate(), 1e-10);
    assertEquals(
        -PenalisedLogistic.of(plain).interval().lower(),
        PenalisedLogistic.of(swapped).interval().upper(),
        1e-8);
    assertEquals(-BetaBinomial.of(plain).estimate(), BetaBinomial.of(swapped).estimate(), 1e-9);
    assertEquals(
        -ExactOddsRatio.of(plain).interval().lower(),
        ExactOddsRatio.of(swapped).interval().upper(),
        1e-10);
  }

  @Test
  void manyStudies() {
    int[] counts = new int[40_000];
    for (int i = 0; i < counts.length / 4; i++) {
      counts[4 * i] = i % 3;
      counts[4 * i + 1] = 50;
      counts[4 * i + 2] = i % 4 == 0 ? 2 : 1;
      counts[4 * i + 3] = 60 + i % 7;
    }
    BinaryEffects many = effects(counts);
    double mh = MantelHaenszel.of(many).estimate();
    PenalisedLogisticFit fit = PenalisedLogistic.of(many);
    assertEquals(mh, fit.estimate(), 0.05);
    assertTrue(fit.interval().width() < 0.15);
    assertEquals(mh, BetaBinomial.of(many).estimate(), 0.05);
  }

  @ParameterizedTest
  @EnumSource(
      value = BinaryMeasure.class,
      names = {"RISK_RATIO", "PETO_ODDS_RATIO"})
  void measuresThatDoNotFitAreRefused(BinaryMeasure measure) {
    BinaryEffects wrong = effects(5, 40, 9, 42).as(measure);
    String message =
        assertThrows(IllegalArgumentException.class, () -> PenalisedLogistic.of(wrong))
            .getMessage();
    assertTrue(message.contains("was " + measure) && message.contains("as(ODDS_RATIO)"), message);
  }
}
