package org.copse.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.copse.Bcg;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Effects;
import org.copse.effect.Proportion;
import org.copse.effect.ProportionEffects;
import org.copse.effect.ProportionMeasure;
import org.copse.effect.Rate;
import org.copse.effect.RateEffects;
import org.copse.effect.RateMeasure;
import org.copse.effect.SingleRateEffects;
import org.copse.effect.SingleRateMeasure;
import org.copse.effect.TwoByTwo;
import org.copse.effect.TwoRates;
import org.copse.heterogeneity.ISquared;
import org.copse.sensitivity.LeaveOneOut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Corners, laws and settings of the mixed models of counts. */
class GlmmTest {

  private static final BinaryEffects BCG = Bcg.effects(BinaryMeasure.ODDS_RATIO);

  private static BinaryEffects odds(TwoByTwo... tables) {
    return BinaryEffects.of(
        BinaryMeasure.ODDS_RATIO, GlmmGoldenTest.studies(tables.length), List.of(tables));
  }

  private static GlmmFit fit(GlmmModel model, Effects effects) {
    return Glmm.withDefaults().model(model).fit(effects);
  }

  @ParameterizedTest
  @EnumSource(GlmmModel.class)
  void oneStudyHasItsOwnEffect(GlmmModel model) {
    GlmmFit fit = fit(model, odds(new TwoByTwo(12, 100, 20, 110)));
    assertEquals(1, fit.k());
    assertEquals(0, fit.tau2());
    assertTrue(fit.prediction().isEmpty());
    assertEquals(new GlmmHeterogeneity(0, 1, 0, 1, 0), fit.heterogeneityTests());
    assertTrue(fit.notes().toString().contains("cannot be estimated from 1 study"));
    if (!model.isConditional()) {
      assertEquals(Math.log((12.0 / 88) / (20.0 / 90)), fit.estimate(), 1e-9);
      double variance = 1.0 / 12 + 1.0 / 88 + 1.0 / 20 + 1.0 / 90;
      assertEquals(Math.sqrt(variance), fit.standardError(), 1e-9);
    } else {
      assertEquals(Math.log((12.0 / 88) / (20.0 / 90)), fit.estimate(), 0.1);
    }
  }

  @ParameterizedTest
  @EnumSource(GlmmModel.class)
  void equalStudiesHaveNoVariance(GlmmModel model) {
    TwoByTwo table = new TwoByTwo(12, 100, 20, 110);
    GlmmFit one = fit(model, odds(table));
    GlmmFit four = fit(model, odds(table, table, table, table));
    assertEquals(0, four.tau2());
    assertEquals(one.estimate(), four.estimate(), 1e-9);
    assertEquals(one.standardError() / 2, four.standardError(), 1e-9);
    assertEquals(0, four.heterogeneityTests().likelihoodRatio(), 1e-9);
    assertEquals(0, four.heterogeneityTests().wald(), 1e-9);
    assertTrue(four.notes().toString().contains("boundary"));
    assertEquals(four.commonEffect().estimate(), four.estimate(), 1e-10);
  }

  @ParameterizedTest
  @EnumSource(
      value = GlmmModel.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = "CONDITIONAL_APPROXIMATE")
  void swappedArmsTurnTheSign(GlmmModel model) {
    List<TwoByTwo> swapped = new ArrayList<>();
    for (TwoByTwo t : Bcg.counts()) {
      swapped.add(new TwoByTwo(t.events2(), t.total2(), t.events1(), t.total1()));
    }
    GlmmFit fit = fit(model, BCG);
    GlmmFit other = fit(model, odds(swapped.toArray(TwoByTwo[]::new)));
    assertEquals(-fit.estimate(), other.estimate(), 1e-7);
    assertEquals(fit.tau2(), other.tau2(), 1e-7);
    assertEquals(fit.standardError(), other.standardError(), 1e-7);
    assertEquals(fit.logLikelihood(), other.logLikelihood(), 1e-8);
  }

  @ParameterizedTest
  @EnumSource(GlmmModel.class)
  void orderDoesNotMatter(GlmmModel model) {
    int[] backwards = IntStream.range(0, 13).map(i -> 12 - i).toArray();
    GlmmFit fit = fit(model, BCG);
    GlmmFit other = fit.refit(backwards);
    assertEquals(fit.estimate(), other.estimate(), 1e-9);
    assertEquals(fit.tau2(), other.tau2(), 1e-9);
  }

  @Test
  void codingsMirrorEachOther() {
    List<TwoByTwo> swapped = new ArrayList<>();
    for (TwoByTwo t : Bcg.counts()) {
      swapped.add(new TwoByTwo(t.events2(), t.total2(), t.events1(), t.total1()));
    }
    Glmm model = Glmm.withDefaults().model(GlmmModel.FIXED_STUDY_EFFECTS);
    GlmmFit first = model.coding(GlmmCoding.ARM_1).fit(BCG);
    GlmmFit second = model.coding(GlmmCoding.ARM_2).fit(odds(swapped.toArray(TwoByTwo[]::new)));
    assertEquals(-first.estimate(), second.estimate(), 1e-7);
    assertEquals(first.tau2(), second.tau2(), 1e-7);
  }

  /** The observed information by differences of the log-likelihood, in both parameters. */
  @ParameterizedTest
  @EnumSource(
      value = GlmmModel.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = "RANDOM_STUDY_EFFECTS")
  void standardErrorIsThatOfTheObservedInformation(GlmmModel model) {
    GlmmFit fit = fit(model, BCG);
    GlmmMaximiser likelihood =
        new GlmmLikelihoods(GlmmData.of(BCG, model), GlmmCoding.HALF).oneVariance();
    double t = fit.estimate();
    double v = fit.tau2();
    double h = 2e-3;
    double[][] l = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        l[i][j] = likelihood.logLikelihood(t + (i - 1) * h, v + (j - 1) * h, 40);
      }
    }
    double tt = -(l[2][1] - 2 * l[1][1] + l[0][1]) / (h * h);
    double vv = -(l[1][2] - 2 * l[1][1] + l[1][0]) / (h * h);
    double tv = -(l[2][2] - l[2][0] - l[0][2] + l[0][0]) / (4 * h * h);
    assertEquals(1 / Math.sqrt(tt - tv * tv / vv), fit.standardError(), 1e-4);
    assertTrue(l[1][1] >= l[0][1] && l[1][1] >= l[2][1] && l[1][1] >= l[1][0], "maximum");
    assertEquals(fit.logLikelihood(), l[1][1], 1e-9);
  }

  @Test
  void randomStudyEffectsHaveTheirInformation() {
    GlmmModel model = GlmmModel.RANDOM_STUDY_EFFECTS;
    GlmmFit fit = fit(model, BCG);
    RandomStudyEffects likelihood =
        new GlmmLikelihoods(GlmmData.of(BCG, model), GlmmCoding.HALF).randomLevels();
    // the profile likelihood in theta: its curvature is the inverse of the squared standard error
    double h = 0.02;
    double[] profile = new double[3];
    double best = Double.NaN;
    for (int i = 0; i < 3; i++) {
      double theta = fit.estimate() + (i - 1) * h;
      best = profiled(likelihood, theta, fit.tau(), Math.sqrt(fit.sigma2().orElseThrow()));
      profile[i] = best;
    }
    double curvature = -(profile[2] - 2 * profile[1] + profile[0]) / (h * h);
    assertEquals(1 / Math.sqrt(curvature), fit.standardError(), 1e-3);
  }

  /** Coordinate search over the other three parameters: slow, but of its own kind. */
  private static double profiled(
      RandomStudyEffects likelihood, double theta, double tau, double sigma) {
    double[] x = {theta, -4.1129, tau, sigma};
    double value = likelihood.logLikelihood(x, 20);
    double[] step = {0, 0.05, 0.05, 0.05};
    while (step[1] + step[2] + step[3] > 3e-4) {
      for (int p = 1; p < 4; p++) {
        boolean moved = false;
        for (double sign : new double[] {-1, 1}) {
          double[] y = x.clone();
          y[p] += sign * step[p];
          double next = likelihood.logLikelihood(y, 20);
          if (next > value) {
            value = next;
            x = y;
            moved = true;
            break;
          }
        }
        if (!moved) {
          step[p] /= 2;
        }
      }
    }
    return value;
  }

  @ParameterizedTest
  @EnumSource(GlmmModel.class)
  void millionsOfPatientsAndSupportsOfTenThousands(GlmmModel model) {
    GlmmFit fit =
        fit(
            model,
            odds(
                new TwoByTwo(20_000, 1_000_000, 25_000, 1_000_000),
                new TwoByTwo(300_000, 2_000_000, 330_000, 2_100_000),
                new TwoByTwo(11_000, 40_000, 13_000, 41_000),
                new TwoByTwo(1_000, 1_100_000, 1_300, 1_000_000)));
    // within-study variances are nothing here: mean and variance of the log odds ratios
    if (model != GlmmModel.CONDITIONAL_APPROXIMATE) {
      assertEquals(-0.216, fit.estimate(), 0.03);
      assertEquals(0.0079, fit.tau2(), 0.004);
    }
    assertEquals(0, fit.optimum().thetaScore(), 1e-6);
    assertTrue(fit.quadratureChange() < 1e-6);
  }

  @Test
  void twentyThousandGroups() {
    Random random = new Random(7);
    List<Proportion> groups = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      double p = 1 / (1 + Math.exp(-(-1 + 0.5 * random.nextGaussian())));
      int events = 0;
      for (int j = 0; j < 30; j++) {
        events += random.nextDouble() < p ? 1 : 0;
      }
      groups.add(new Proportion(events, 30));
    }
    GlmmFit fit =
        Glmm.of(
            ProportionEffects.of(
                ProportionMeasure.LOGIT_PROPORTION, GlmmGoldenTest.studies(20_000), groups));
    assertEquals(-1, fit.estimate(), 0.02);
    assertEquals(0.25, fit.tau2(), 0.02);
    assertEquals(0, fit.optimum().thetaScore(), 1e-8);
  }

  @ParameterizedTest
  @EnumSource(GlmmModel.class)
  void noEventInOneArmIsAnError(GlmmModel model) {
    BinaryEffects effects = odds(new TwoByTwo(0, 40, 3, 42), new TwoByTwo(0, 30, 2, 31));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> fit(model, effects));
    assertTrue(e.getMessage().startsWith("Cannot fit a GLMM: "), e.getMessage());
    assertTrue(e.getMessage().contains("infinite"), e.getMessage());
  }

  @Test
  void likelihoodWithoutMaximumStopsAtTheBound() {
    GlmmFit fit = Glmm.of(odds(new TwoByTwo(0, 40, 9, 42), new TwoByTwo(8, 40, 0, 40)));
    assertEquals(100, fit.tau2());
    assertTrue(fit.notes().toString().contains("still rises"), fit.notes().toString());
    assertTrue(Double.isFinite(fit.standardError()));
  }

  @ParameterizedTest
  @EnumSource(GlmmModel.class)
  void studiesWithoutInformationAreLeftOut(GlmmModel model) {
    TwoByTwo a = new TwoByTwo(5, 40, 9, 42);
    TwoByTwo b = new TwoByTwo(7, 60, 15, 55);
    TwoByTwo c = new TwoByTwo(0, 20, 3, 22);
    GlmmFit plain = fit(model, odds(a, b, c));
    GlmmFit with = fit(model, odds(a, new TwoByTwo(0, 9, 0, 9), b, new TwoByTwo(8, 8, 7, 7), c));
    assertEquals(3, with.k());
    assertEquals(plain.estimate(), with.estimate(), 1e-10);
    assertEquals(plain.tau2(), with.tau2(), 1e-9);
    assertTrue(with.notes().toString().contains("2 of 5 studies"), with.notes().toString());
    assertThrows(
        IllegalArgumentException.class,
        () -> fit(model, odds(new TwoByTwo(0, 9, 0, 9), new TwoByTwo(8, 8, 7, 7))));
  }

  @Test
  void ratesOfRareEventsAreNearOdds() {
    List<TwoRates> rates = new ArrayList<>();
    List<TwoByTwo> tables = new ArrayList<>();
    double[][] x = {{3, 12}, {9, 14}, {0, 5}, {22, 25}, {6, 19}};
    for (double[] r : x) {
      rates.add(new TwoRates(r[0], 1e7, r[1], 1.1e7));
      tables.add(new TwoByTwo(r[0], 1e7, r[1], 1.1e7));
    }
    RateEffects effects =
        RateEffects.of(RateMeasure.INCIDENCE_RATE_RATIO, GlmmGoldenTest.studies(5), rates);
    BinaryEffects binary = odds(tables.toArray(TwoByTwo[]::new));
    for (GlmmModel model : GlmmModel.values()) {
      if (model != GlmmModel.CONDITIONAL_APPROXIMATE) {
        GlmmFit poisson = fit(model, effects);
        assertEquals(fit(model, binary).estimate(), poisson.estimate(), 1e-5, model.name());
        assertEquals(fit(model, binary).tau2(), poisson.tau2(), 1e-5, model.name());
      }
    }
    assertThrows(
        IllegalArgumentException.class, () -> fit(GlmmModel.CONDITIONAL_APPROXIMATE, effects));
  }

  /** A quadrature that met an infinite derivative once searched for a score without a value. */
  @Test
  void ratesOfBaselinesFiveDecadesApartAreFittedAtOnce() {
    RateEffects rates =
        RateEffects.of(
            RateMeasure.INCIDENCE_RATE_RATIO,
            GlmmGoldenTest.studies(3),
            List.of(
                new TwoRates(3, 1.5e6, 5, 1.56e6),
                new TwoRates(100, 4.5e6, 90, 3.77e6),
                new TwoRates(1, 15, 2, 13)));
    GlmmFit random =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> fit(GlmmModel.RANDOM_STUDY_EFFECTS, rates));
    GlmmFit fixed = fit(GlmmModel.FIXED_STUDY_EFFECTS, rates);
    assertEquals(fixed.estimate(), random.estimate(), 1e-3);
    assertEquals(20.0377, random.sigma2().orElseThrow(), 1e-3);
    // both likelihoods by sums over 20,001 points and BFGS
    assertEquals(-22.47162392, random.commonEffect().logLikelihood(), 1e-7);
    GlmmHeterogeneity tests = random.heterogeneityTests();
    assertEquals(0.579575, tests.likelihoodRatio(), 1e-5);
    assertEquals(fixed.heterogeneityTests().wald(), tests.wald(), 0.1);
  }

  @Test
  void singleGroupsWithoutEventsAreSentToModelsOfSingleGroups() {
    ProportionEffects proportions =
        ProportionEffects.of(
            ProportionMeasure.LOGIT_PROPORTION,
            GlmmGoldenTest.studies(2),
            List.of(new Proportion(0, 40), new Proportion(0, 25)));
    SingleRateEffects rates =
        SingleRateEffects.of(
            SingleRateMeasure.LOG_RATE,
            GlmmGoldenTest.studies(2),
            List.of(new Rate(0, 40), new Rate(0, 25)));
    String ofProportions = refusal(proportions);
    assertTrue(ofProportions.contains("exact interval"), ofProportions);
    assertTrue(ofProportions.contains("BetaBinomial.ofProportions"), ofProportions);
    String ofRates = refusal(rates);
    assertTrue(ofRates.contains("exact interval"), ofRates);
    assertFalse(ofRates.contains("BetaBinomial"), ofRates);
    assertEquals(
        0, BetaBinomial.ofProportions(proportions.as(ProportionMeasure.RAW_PROPORTION)).estimate());
    assertEquals(
        1 - Math.pow(0.025, 1 / 40.0), proportions.displayedInterval(0, 0.95).upper(), 1e-9);
    assertFalse((ofProportions + ofRates).contains("Peto"), ofProportions + ofRates);
    assertFalse((ofProportions + ofRates).contains("risk difference"), ofRates);
    assertTrue(refusal(odds(new TwoByTwo(0, 40, 3, 42))).contains("Peto"));
  }

  private static String refusal(Effects effects) {
    return assertThrows(IllegalArgumentException.class, () -> Glmm.of(effects)).getMessage();
  }

  @Test
  void intervalByTAndLevel() {
    GlmmFit wald = Glmm.of(BCG);
    GlmmFit t = Glmm.withDefaults().interval(ConfidenceMethod.T).level(0.9).fit(BCG);
    assertEquals(12, t.test().df());
    assertEquals(wald.estimate(), t.estimate());
    double margin = 1.782287555649159 * wald.standardError();
    assertEquals(wald.estimate() - margin, t.interval().lower(), 1e-9);
    double wide = 1.782287555649159 * Math.hypot(wald.standardError(), wald.tau());
    assertEquals(wald.estimate() + wide, t.prediction().orElseThrow().interval().upper(), 1e-9);
    assertThrows(
        IllegalArgumentException.class,
        () -> Glmm.withDefaults().interval(ConfidenceMethod.HARTUNG_KNAPP));
  }

  @Test
  void otherMeasuresAreRefusedWithTheWayOut() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> Glmm.of(BCG.as(BinaryMeasure.RISK_RATIO)));
    assertTrue(e.getMessage().contains("Use effects.as(ODDS_RATIO)"), e.getMessage());
  }

  @Test
  void hasNoWeightsAndSaysWhatItDid() {
    GlmmFit fit = Glmm.of(BCG);
    assertFalse(fit.hasWeights());
    assertTrue(Double.isNaN(fit.weight(0)));
    assertEquals(ISquared.Source.TAU2, fit.iSquaredSource());
    String methods = String.join(" ", fit.methods());
    assertTrue(methods.contains("CM.EL"), methods);
    assertTrue(methods.contains(fit.quadraturePoints() + " points"), methods);
    assertEquals(GlmmModel.CONDITIONAL_EXACT, fit.glmmModel().orElseThrow());
  }

  @Test
  void leaveOneOutAndSubgroups() {
    GlmmFit fit = Glmm.of(BCG);
    LeaveOneOut without = LeaveOneOut.of(fit);
    assertEquals(13, without.omissions().size());
    int[] others = IntStream.range(1, 13).toArray();
    assertEquals(
        Glmm.of(BCG.subset(others)).estimate(), without.omissions().get(0).fit().estimate());
    SubgroupAnalysis groups = Subgroups.by("alloc").of(fit);
    assertEquals(3, groups.groups().size());
    assertTrue(groups.betweenGroups().isPresent());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void neverFailsOnSparseData(int seed) {
    Random random = new Random(seed);
    int k = 2 + random.nextInt(6);
    TwoByTwo[] tables = new TwoByTwo[k];
    for (int i = 0; i < k; i++) {
      int n1 = 3 + random.nextInt(60);
      int n2 = 3 + random.nextInt(60);
      tables[i] = new TwoByTwo(random.nextInt(1 + n1 / 3), n1, random.nextInt(1 + n2 / 3), n2);
    }
    tables[0] = new TwoByTwo(2, 30, 4, 30);
    for (GlmmModel model : GlmmModel.values()) {
      GlmmFit fit = fit(model, odds(tables));
      assertTrue(Double.isFinite(fit.estimate()), model.name());
      assertTrue(fit.standardError() > 0, model.name());
      assertEquals(0, fit.optimum().thetaScore(), 1e-7, model.name());
      assertTrue(fit.tau2() >= 0 && fit.tau2() <= 100);
      assertTrue(fit.logLikelihood() >= fit.commonEffect().logLikelihood() - 1e-9, model.name());
      assertTrue(fit.heterogeneityTests().likelihoodRatioP() <= 1);
    }
  }
}
