package org.copse.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.copse.Bcg;
import org.copse.Golden;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.effect.Moderator;
import org.copse.effect.Reported;
import org.copse.effect.ReportedEffects;
import org.copse.effect.ReportedMeasure;
import org.copse.effect.Studies;
import org.copse.effect.StudyDataException;
import org.copse.heterogeneity.NagashimaBootstrap;
import org.copse.heterogeneity.Prediction;
import org.copse.heterogeneity.PredictionMethod;
import org.copse.heterogeneity.Tau2Estimator;
import org.copse.sensitivity.LeaveOneOut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Intervals in the corners, given weights on subsets, bootstraps and the laws that all obey. */
final class IntervalsTest {

  private static final RandomEffects MODEL = RandomEffects.withDefaults();
  private static final BinaryEffects RR = Bcg.effects(BinaryMeasure.RISK_RATIO);

  private static String message(Runnable action) {
    return assertThrows(IllegalArgumentException.class, action::run).getMessage();
  }

  private static ReportedEffects weighted(double[] y, double[] v, double... w) {
    Effects plain = PlainEffects.of(y, v);
    Reported[] data = new Reported[y.length];
    Arrays.setAll(data, i -> new Reported(y[i], Math.sqrt(v[i]), "test"));
    Studies studies =
        plain
            .studies()
            .withModerator("w", Moderator.of(w))
            .withModerator("g", Moderator.of(List.of("a", "a", "b", "b")));
    return ReportedEffects.of(ReportedMeasure.GENERIC_DIFFERENCE, studies, List.of(data));
  }

  private static final double[] Y = {0.1, 0.5, -0.3, 0.9};
  private static final double[] V = {0.04, 0.09, 0.02, 0.2};

  @ParameterizedTest
  @EnumSource(ConfidenceMethod.class)
  void oneStudyIsWald(ConfidenceMethod method) {
    Effects one = PlainEffects.of(new double[] {0.3}, new double[] {0.04});
    RandomEffectsFit fit = MODEL.interval(method).fit(one);
    assertEquals(0.3 - 1.959963984540054 * 0.2, fit.interval().lower(), 1e-12);
    assertTrue(fit.exceedance(0).isEmpty());
    assertEquals(fit.interval(), HenmiCopas.of(one).interval());
    assertEquals(fit.interval(), IVhet.of(one).interval());
  }

  @ParameterizedTest
  @EnumSource(ConfidenceMethod.class)
  void intervalsFollowShiftScaleAndOrder(ConfidenceMethod method) {
    for (Tau2Estimator estimator : List.of(Tau2Estimator.REML, Tau2Estimator.ML)) {
      RandomEffects model = MODEL.tau2(estimator).interval(method);
      Interval plain = model.fit(PlainEffects.of(Y, V)).interval();
      double[] moved = Arrays.stream(Y).map(y -> 7 - 3 * y).toArray();
      double[] scaled = Arrays.stream(V).map(v -> 9 * v).toArray();
      Interval mirrored = model.fit(PlainEffects.of(moved, scaled)).interval();
      assertEquals(7 - 3 * plain.lower(), mirrored.upper(), 1e-7, method.name());
      assertEquals(7 - 3 * plain.upper(), mirrored.lower(), 1e-7, method.name());
      double[] y = {Y[3], Y[1], Y[0], Y[2]};
      double[] v = {V[3], V[1], V[0], V[2]};
      Interval turned = model.fit(PlainEffects.of(y, v)).interval();
      assertEquals(plain.lower(), turned.lower(), 1e-9, method.name());
    }
  }

  @Test
  void modifiedIntervalsAreNeverNarrower() {
    Random random = new Random(11);
    for (int r = 0; r < 200; r++) {
      int k = 2 + random.nextInt(6);
      double[] v = random.doubles(k, 0.01, 0.4).toArray();
      double[] y = Arrays.stream(v).map(x -> random.nextGaussian() * Math.sqrt(x)).toArray();
      Effects effects = PlainEffects.of(y, v);
      Fit wald = MODEL.interval(ConfidenceMethod.WALD).fit(effects);
      Fit se = MODEL.interval(ConfidenceMethod.HARTUNG_KNAPP_SE).fit(effects);
      Fit ci = MODEL.interval(ConfidenceMethod.HARTUNG_KNAPP_CI).fit(effects);
      Fit kr = MODEL.interval(ConfidenceMethod.KENWARD_ROGER).fit(effects);
      String where = "seed 11, round " + r;
      assertTrue(se.standardError() >= wald.standardError(), where);
      assertTrue(ci.interval().width() >= wald.interval().width(), where);
      assertTrue(kr.standardError() >= wald.standardError() * (1 - 1e-14), where);
      assertTrue(kr.test().df() > 0 && kr.test().df() <= (k - 1) * (1 + 1e-12), where);
    }
  }

  @Test
  void equalVariancesMakeKenwardRogerAWaldTypeT() {
    double[] v = {0.1, 0.1, 0.1, 0.1};
    Fit kr = MODEL.interval(ConfidenceMethod.KENWARD_ROGER).fit(PlainEffects.of(Y, v));
    Fit t = MODEL.interval(ConfidenceMethod.T).fit(PlainEffects.of(Y, v));
    assertEquals(3, kr.test().df(), 1e-12);
    assertEquals(t.interval().upper(), kr.interval().upper(), 1e-12);
  }

  @Test
  void aModificationInUseIsSaid() {
    Effects close =
        PlainEffects.of(new double[] {.1, .12, .11, .09}, new double[] {.04, .05, .03, .08});
    for (ConfidenceMethod method :
        List.of(
            ConfidenceMethod.HARTUNG_KNAPP_SE,
            ConfidenceMethod.HARTUNG_KNAPP_CI,
            ConfidenceMethod.HARTUNG_KNAPP_IQWIG6)) {
      String notes = MODEL.interval(method).fit(close).notes().toString();
      assertTrue(notes.contains("Hartung-Knapp's"), notes);
      assertFalse(MODEL.interval(method).fit(RR).notes().toString().contains("Hartung-Knapp's"));
    }
    String profile =
        MODEL
            .tau2(Tau2Estimator.DL)
            .interval(ConfidenceMethod.PROFILE_LIKELIHOOD)
            .fit(RR)
            .notes()
            .toString();
    assertTrue(profile.contains("the estimate uses τ² by DL"), profile);
  }

  @Test
  void oneStudyWithNearlyAllWeightLeavesKenwardRogerNothing() {
    double[] v = {1e-10, 1, 2, 1.5};
    RandomEffectsFit fit =
        MODEL
            .interval(ConfidenceMethod.KENWARD_ROGER)
            .prediction(PredictionMethod.KR_PR)
            .fit(PlainEffects.of(new double[] {0.2, 0.3, 0.1, 0.2}, v));
    assertEquals(0, fit.tau2());
    assertTrue(fit.interval().upper() > 1e100, fit::toString);
    assertTrue(fit.notes().toString().contains("fewer than 1 degree of freedom"));
    assertTrue(fit.prediction().isEmpty());
    assertTrue(fit.notes().toString().contains("KR-PR has no degree of freedom left"));
  }

  @Test
  void twoStudiesHaveNoPredictionWithTwoLost() {
    Effects two = PlainEffects.of(new double[] {0.1, 0.5}, new double[] {0.04, 0.05});
    for (PredictionMethod method : List.of(PredictionMethod.HTS, PredictionMethod.HK_PR)) {
      RandomEffectsFit fit = MODEL.prediction(method).fit(two);
      assertTrue(fit.prediction().isEmpty());
      assertTrue(fit.exceedance(0).isEmpty());
      String note = "No prediction interval: %s needs at least 3 studies.";
      assertTrue(
          fit.notes().contains(note.formatted(method.abbreviation())), fit.notes()::toString);
    }
  }

  @Test
  void aHundredThousandStudies() {
    Random random = new Random(7);
    int k = 100_000;
    double[] v = random.doubles(k, 0.05, 1).toArray();
    double[] y =
        Arrays.stream(v).map(x -> 0.5 + random.nextGaussian() * Math.sqrt(0.3 + x)).toArray();
    Effects effects = PlainEffects.of(y, v);
    RandomEffects ml = MODEL.tau2(Tau2Estimator.ML);
    Interval wald = ml.interval(ConfidenceMethod.WALD).fit(effects).interval();
    for (ConfidenceMethod method :
        List.of(ConfidenceMethod.KENWARD_ROGER, ConfidenceMethod.PROFILE_LIKELIHOOD)) {
      Interval interval = ml.interval(method).fit(effects).interval();
      assertEquals(wald.lower(), interval.lower(), 1e-5, method.name());
      assertEquals(wald.upper(), interval.upper(), 1e-5, method.name());
    }
    assertTrue(HenmiCopas.of(effects).interval().contains(0.5));
  }

  @Test
  void givenWeightsFollowTheStudies() {
    RandomEffects model = MODEL.userWeights("w").interval(ConfidenceMethod.WALD);
    RandomEffectsFit fit = model.fit(weighted(Y, V, 1, 2, 3, 4));
    assertEquals((0.1 + 2 * 0.5 - 3 * 0.3 + 4 * 0.9) / 10, fit.estimate(), 1e-15);
    Fit without = LeaveOneOut.of(fit).omissions().get(1).fit();
    assertEquals((0.1 - 3 * 0.3 + 4 * 0.9) / 8, without.estimate(), 1e-15);
    assertEquals(37.5, without.weight(1), 1e-12);
    Fit second = Subgroups.by("g").of(fit).groups().get(1).fit();
    assertEquals((-3 * 0.3 + 4 * 0.9) / 7, second.estimate(), 1e-15);
    assertTrue(fit.methods().get(0).contains("column 'w'"));
    Fit inverse = model.inverseVarianceWeights().fit(weighted(Y, V, 1, 2, 3, 4));
    assertEquals(MODEL.fit(PlainEffects.of(Y, V)).estimate(), inverse.estimate());
  }

  @Test
  void weightsThatCannotBeUsedAreNamed() {
    RandomEffects model = MODEL.userWeights("w");
    StudyDataException bad =
        assertThrows(
            StudyDataException.class, () -> model.fit(weighted(Y, V, 1, Double.NaN, -1, 2)));
    assertEquals(2, bad.problems().size());
    assertTrue(
        bad.getMessage().contains("Study 'study 2' (row 2): weight must be a finite number"));
    assertTrue(
        message(() -> model.fit(weighted(Y, V, 0, 0, 0, 0))).contains("above 0, was none of 4"));
    assertTrue(
        message(() -> MODEL.userWeights("g").fit(weighted(Y, V, 1, 1, 1, 1)))
            .contains("column of numbers"));
    assertTrue(message(() -> MODEL.userWeights("x").fit(RR)).contains("'x'"));
    assertTrue(
        message(() -> MODEL.sampleSizeWeights().fit(PlainEffects.of(Y, V)))
            .contains("numbers of patients"));
    for (ConfidenceMethod method :
        List.of(ConfidenceMethod.KENWARD_ROGER, ConfidenceMethod.PROFILE_LIKELIHOOD)) {
      String text = message(() -> model.interval(method).fit(weighted(Y, V, 1, 2, 3, 4)));
      assertTrue(text.contains("weights must be inverse-variance ones"), text);
    }
  }

  @Test
  void sampleSizesAreAllPatients() {
    RandomEffectsFit fit = MODEL.sampleSizeWeights().fit(RR);
    double total = 0;
    double sum = 0;
    for (int i = 0; i < RR.size(); i++) {
      total += RR.counts(i).total();
      sum += RR.counts(i).total() * RR.estimate(i);
    }
    assertEquals(sum / total, fit.estimate(), 1e-14);
    assertEquals(100 * RR.counts(3).total() / total, fit.weight(3), 1e-12);
  }

  @Test
  void exceedanceOnBothScales() {
    RandomEffectsFit fit = MODEL.bootstrapSamples(500).fit(RR);
    Exceedance log = fit.exceedance(Math.log(0.8)).orElseThrow();
    assertEquals(log, fit.exceedanceOfDisplayed(0.8).orElseThrow());
    assertEquals(1, log.probability() + log.below(), 1e-15);
    assertEquals(log.interval().upper(), 1 - log.belowInterval().lower(), 1e-15);
    assertTrue(log.interval().contains(log.probability()));
    assertTrue(
        message(() -> fit.exceedanceOfDisplayed(0)).contains("possible risk ratio, was 0.0"));
    assertTrue(message(() -> fit.exceedance(Double.NaN)).contains("finite"));
    assertTrue(MODEL.withoutPrediction().fit(RR).exceedance(0).isEmpty());
    assertTrue(message(() -> MODEL.bootstrapSamples(99)).contains("at least 100, was 99"));
  }

  @Test
  void aSmallLowerTailKeepsItsDigits() {
    Effects far = PlainEffects.of(new double[] {9, 9.1, 8.95, 9.02}, new double[] {.1, .1, .1, .1});
    RandomEffects model = MODEL.prediction(PredictionMethod.S).tau2Fixed(0.5).bootstrapSamples(200);
    Exceedance low = model.fit(far).exceedance(-1).orElseThrow();
    assertEquals(1, low.probability());
    assertTrue(low.below() > 0 && low.below() < 1e-20, "" + low.below());
    assertTrue(low.belowInterval().contains(low.below()));
  }

  @Test
  void equalEffectsExceedForSureOrNever() {
    Effects equal = PlainEffects.of(new double[] {.5, .5, .5}, new double[] {.1, .1, .1});
    RandomEffectsFit fit = MODEL.prediction(PredictionMethod.HK).bootstrapSamples(100).fit(equal);
    assertEquals(1, fit.exceedance(0.4).orElseThrow().probability());
    assertEquals(0, fit.exceedance(0.6).orElseThrow().probability());
    assertEquals(0.5, fit.exceedance(fit.estimate()).orElseThrow().probability());
  }

  @ParameterizedTest
  @EnumSource(
      value = PredictionMethod.class,
      names = {"V", "KR_PR", "NNF"})
  void theSameSeedGivesTheSameBitsOnAnyNumberOfThreads(PredictionMethod method) throws Exception {
    RandomEffects model = MODEL.prediction(method).bootstrapSamples(3000).bootstrapSeed(5);
    Exceedance many = model.fit(RR).exceedance(0).orElseThrow();
    ForkJoinPool one = new ForkJoinPool(1);
    try {
      assertEquals(many, one.submit(() -> model.fit(RR).exceedance(0).orElseThrow()).get());
    } finally {
      one.shutdown();
    }
    assertNotEquals(
        many.interval(), model.bootstrapSeed(6).fit(RR).exceedance(0).orElseThrow().interval());
    assertEquals(3000, many.samples());
    assertEquals(5, many.seed());
  }

  static Stream<Arguments> bootstraps() {
    return Golden.cases("nnf").map(c -> Arguments.of(c.get("set").asText(), c));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bootstraps")
  void nagashimaWithinMonteCarloError(String name, JsonNode c) {
    JsonNode set =
        Golden.cases("sets").filter(s -> s.get("name").asText().equals(name)).findFirst().get();
    NagashimaBootstrap drawn =
        NagashimaBootstrap.of(
            Golden.doubles(set.get("yi")), Golden.doubles(set.get("vi")), 25_000, 42);
    double[] bounds = Golden.doubles(c.get("bounds"));
    double[] error = Golden.doubles(c.get("error25000"));
    Interval interval = drawn.prediction(0.95).interval();
    assertEquals(bounds[0], interval.lower(), 4.5 * error[0], name);
    assertEquals(bounds[1], interval.upper(), 4.5 * error[1], name);
    double[] pimeta = Golden.doubles(c.get("pimeta"));
    if (!Double.isNaN(pimeta[0] + pimeta[1])) {
      assertEquals(pimeta[0], interval.lower(), 6.5 * error[0], name);
      assertEquals(pimeta[1], interval.upper(), 6.5 * error[1], name);
    }
    double[] above = Golden.doubles(c.get("aboveZero"));
    double[] spread = Golden.doubles(c.get("aboveZeroError25000"));
    Interval probability = drawn.exceedanceInterval(0, 0.95);
    assertEquals(above[0], drawn.exceedance(0), 4.5 * spread[0] + 1e-12, name);
    assertEquals(above[1], probability.lower(), 4.5 * spread[1] + 1e-6, name);
    assertEquals(above[2], probability.upper(), 4.5 * spread[2] + 1e-6, name);
  }

  @Test
  void nagashimaOfBcgAtSeedOne() {
    Prediction prediction =
        MODEL.prediction(PredictionMethod.NNF).fit(RR).prediction().orElseThrow();
    // its own bits: a change here is a change of the random numbers, to be made on purpose only
    assertEquals(-2.228034010267988, prediction.interval().lower(), 1e-9);
    assertEquals(0.7530239029370447, prediction.interval().upper(), 1e-9);
    assertEquals(12, prediction.df());
  }

  @Test
  void alternativeModelsNameThemselvesAndRefit() {
    for (RandomEffectsFit fit : List.of(HenmiCopas.of(RR), IVhet.of(RR))) {
      assertEquals(CommonEffect.of(RR).estimate(), fit.estimate(), 1e-14);
      assertEquals(fit.model(), fit.refit(0, 1, 2).model());
      assertNotEquals("Random effects", fit.model());
      assertEquals(Tau2Estimator.DL, fit.tau2Estimator());
    }
    double zero = Math.abs(HenmiCopas.withDefaults().level(0.5).fit(RR).interval().width());
    assertTrue(zero < HenmiCopas.of(RR).interval().width());
    // the bound at the level of 1 − p touches 0
    RandomEffectsFit fit = HenmiCopas.of(RR);
    Interval touching = HenmiCopas.withDefaults().level(1 - fit.test().p()).fit(RR).interval();
    assertEquals(0, touching.upper(), 1e-8);
    assertEquals(0.5, IVhet.withDefaults().tau2(Tau2Estimator.REML).level(0.5).fit(RR).level());
  }
}
