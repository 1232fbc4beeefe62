package org.copse.model;

import static org.copse.effect.BinaryMeasure.ODDS_RATIO;
import static org.copse.effect.BinaryMeasure.RISK_RATIO;
import static org.copse.effect.ContinuousMeasure.STANDARDISED_MEAN_DIFFERENCE;
import static org.copse.effect.CorrelationMeasure.FISHER_Z_CORRELATION;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.copse.Bcg;
import org.copse.effect.ArmMeans;
import org.copse.effect.BinaryEffects;
import org.copse.effect.ContinuousEffects;
import org.copse.effect.Correlation;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.effect.Studies;
import org.copse.effect.SummaryEffects;
import org.copse.effect.TwoByTwo;
import org.copse.heterogeneity.QCentre;
import org.copse.heterogeneity.Tau2Estimator;
import org.junit.jupiter.api.Test;

/**
 * Numbers in the rounding of other programs, met by their presets. Each test says whether the
 * figures were seen where the program or its paper prints them, or stand here second-hand.
 */
class PrintedNumbersTest {

  /** Half a unit of the last printed decimal. */
  private static void printed(double expected, int decimals, double actual) {
    assertEquals(expected, actual, 0.500001 * Math.pow(10, -decimals));
  }

  /**
   * The BCG trials as Stata's meta summarize lays them out. The manual was not at hand: the figures
   * are metafor's (REML) in that layout and rounding.
   */
  @Test
  void stataBcg() {
    RandomEffectsFit fit = RandomEffects.preset(Preset.STATA18).fit(Bcg.effects(RISK_RATIO));
    printed(-0.7145, 4, fit.estimate());
    printed(0.3132, 4, fit.tau2());
    printed(92.22, 2, fit.iSquared());
    printed(12.86, 2, fit.hSquaredFromTau2());
    printed(152.23, 2, fit.heterogeneity().q());
    printed(-3.97, 2, fit.test().statistic());
    printed(-1.067, 3, fit.interval().lower());
    printed(-0.362, 3, fit.interval().upper());
  }

  /**
   * Stata's metaset data (generic effect sizes with 95 % intervals), meta summarize, as printed in
   * Statalist thread 1696829 (found again and compared). Inputs are rounded to three decimals,
   * which moves tau² by 1e-4 and I² by 0.05. I² is above 0 although Q is below its degrees of
   * freedom: Stata takes it from tau².
   */
  @Test
  void stataTakesISquaredFromTau2() {
    double[] estimates = {1.480, .999, 1.272, 1.001, 1.179, 1.939, 2.377, .694, 1.099, 1.805};
    double[] lower = {-.352, -.933, .427, .750, -.527, .427, 1.005, -.569, -.147, -.151};
    double[] upper = {3.311, 2.931, 2.117, 1.252, 2.884, 3.452, 3.750, 1.956, 2.345, 3.761};
    double[] weights = {2.30, 2.07, 10.15, 63.77, 2.65, 3.35, 4.05, 4.75, 4.88, 2.02};
    double[] variances = new double[10];
    for (int i = 0; i < 10; i++) {
      double error = (upper[i] - lower[i]) / (2 * 1.959963984540054);
      variances[i] = error * error;
    }
    RandomEffectsFit fit =
        RandomEffects.preset(Preset.STATA18).fit(PlainEffects.of(estimates, variances));
    assertEquals(0.0157, fit.tau2(), 2e-4);
    assertEquals(5.30, fit.iSquared(), 0.06);
    assertEquals(0, fit.iSquaredFromQ());
    printed(1.06, 2, fit.hSquaredFromTau2());
    assertEquals(1.138, fit.estimate(), 1e-3);
    assertEquals(0.857, fit.interval().lower(), 1e-3);
    assertEquals(1.418, fit.interval().upper(), 1e-3);
    assertEquals(7.95, fit.test().statistic(), 0.01);
    assertEquals(6.34, fit.heterogeneity().q(), 0.01);
    assertEquals(9, fit.heterogeneity().df());
    assertEquals(0.7054, fit.heterogeneity().p(), 1e-3);
    for (int i = 0; i < 10; i++) {
      assertEquals(weights[i], fit.weight(i), 0.08);
    }
  }

  /**
   * Comprehensive Meta-Analysis as in Borenstein et al., Introduction to Meta-Analysis, 2009: one
   * study's standardised mean difference, chapter 4. For this and the next three tests data and
   * figures were seen where the author of metafor reproduces the book (repository
   * wviechtb/meta_analysis_books), which has the book's variances, DerSimonian and Laird and the
   * book's prediction interval.
   */
  @Test
  void cmaHedgesG() {
    ContinuousEffects study = smd(new ArmMeans(50, 103, 5.5, 50, 100, 4.5));
    printed(0.5924, 4, study.estimate(0));
    printed(0.0411, 4, study.variance(0));
  }

  /** The same book, chapters 14, 16 and 17, Dataset 1: means of two groups, six studies. */
  @Test
  void cmaMeans() {
    ContinuousEffects effects =
        smd(
            new ArmMeans(60, 94, 22, 60, 92, 20),
            new ArmMeans(65, 98, 21, 65, 92, 22),
            new ArmMeans(40, 98, 28, 40, 88, 26),
            new ArmMeans(200, 94, 19, 200, 82, 17),
            new ArmMeans(50, 98, 21, 45, 88, 22),
            new ArmMeans(85, 96, 21, 85, 92, 22));
    CommonAndRandomFit fit = CommonAndRandom.preset(Preset.CMA).fit(effects);
    printed(0.41, 2, fit.common().estimate());
    printed(0.29, 2, fit.common().interval().lower());
    printed(0.54, 2, fit.common().interval().upper());
    printed(12.0033, 4, fit.heterogeneity().q());
    printed(58.34, 2, fit.random().iSquared());
    printed(0.0373, 4, fit.random().tau2());
    // the preset has the book's approximate J, the page the exact one
    assertEquals(0.3582, fit.random().estimate(), 1e-4);
    assertEquals(0.1520, fit.random().interval().lower(), 1e-4);
    assertEquals(0.5645, fit.random().interval().upper(), 1e-4);
    Interval prediction = fit.random().prediction().orElseThrow().interval();
    assertEquals(-0.2525, prediction.lower(), 2e-4);
    assertEquals(0.9690, prediction.upper(), 2e-4);
  }

  /** The same book, chapters 14 and 16, Dataset 2: odds ratios, six studies. */
  @Test
  void cmaOddsRatios() {
    List<TwoByTwo> counts =
        List.of(
            new TwoByTwo(12, 65, 16, 65),
            new TwoByTwo(8, 40, 10, 40),
            new TwoByTwo(14, 80, 19, 80),
            new TwoByTwo(25, 400, 80, 400),
            new TwoByTwo(8, 40, 11, 40),
            new TwoByTwo(16, 65, 18, 65));
    Studies studies = Studies.named("Saint", "Kelly", "Pilbeam", "Lane", "Wright", "Day");
    BinaryEffects effects = BinaryEffects.of(ODDS_RATIO, studies, counts);
    CommonAndRandomFit fit = CommonAndRandom.preset(Preset.CMA).fit(effects);
    printed(-0.7241, 4, fit.common().estimate());
    printed(0.1539, 4, fit.common().standardError());
    printed(0.4847, 4, fit.common().backTransformed().estimate());
    printed(10.5512, 4, fit.heterogeneity().q());
    printed(52.61, 2, fit.random().iSquared());
    printed(0.1729, 4, fit.random().tau2());
    printed(-0.5663, 4, fit.random().estimate());
    printed(0.2388, 4, fit.random().standardError());
    printed(0.5676, 4, fit.random().backTransformed().estimate());
    printed(0.3554, 4, fit.random().backTransformed().interval().lower());
    printed(0.9065, 4, fit.random().backTransformed().interval().upper());
    Interval prediction = fit.random().prediction().orElseThrow().interval();
    printed(0.1499, 4, Math.exp(prediction.lower()));
    printed(2.1492, 4, Math.exp(prediction.upper()));
  }

  /** The same book, chapters 14 and 18, Dataset 3: correlations by Fisher's z, six studies. */
  @Test
  void cmaCorrelations() {
    List<Correlation> data =
        List.of(
            new Correlation(0.50, 40),
            new Correlation(0.60, 90),
            new Correlation(0.40, 25),
            new Correlation(0.20, 400),
            new Correlation(0.70, 60),
            new Correlation(0.45, 50));
    Studies studies = Studies.named("Fonda", "Newman", "Grant", "Granger", "Milland", "Finch");
    Effects effects = SummaryEffects.of(FISHER_Z_CORRELATION, studies, data);
    CommonAndRandomFit fit = CommonAndRandom.preset(Preset.CMA).fit(effects);
    printed(0.38, 2, fit.common().estimate());
    printed(0.36, 2, fit.common().backTransformed().estimate());
    printed(36.1437, 4, fit.heterogeneity().q());
    printed(86.17, 2, fit.random().iSquared());
    printed(0.0819, 4, fit.random().tau2());
    printed(0.5328, 4, fit.random().estimate());
    printed(0.1298, 4, fit.random().standardError());
    printed(0.4875, 4, fit.random().backTransformed().estimate());
    printed(0.2714, 4, fit.random().backTransformed().interval().lower());
    printed(0.6568, 4, fit.random().backTransformed().interval().upper());
    Interval prediction = fit.random().prediction().orElseThrow().interval();
    printed(-0.3271, 4, Math.tanh(prediction.lower()));
    printed(0.8865, 4, Math.tanh(prediction.upper()));
  }

  private static ContinuousEffects smd(ArmMeans... arms) {
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < arms.length; i++) {
      labels.add("study " + (i + 1));
    }
    return ContinuousEffects.of(STANDARDISED_MEAN_DIFFERENCE, Studies.of(labels), List.of(arms))
        .smdVariance(Preset.CMA.smdVariance());
  }

  /**
   * SAS Proc Mixed on the BCG trials: van Houwelingen, Arends and Stijnen, Stat Med 2002;21:589-624
   * (log odds ratios; maximum likelihood). metafor's own tests compare odds ratios, their limits
   * and τ² (0.3025) with pages 596 and 597 of the paper, where one limit is 0.703; the logarithms
   * and standard errors follow from those.
   */
  @Test
  void sasBcg() {
    Effects effects = Bcg.effects(ODDS_RATIO);
    Fit common = CommonEffect.of(effects);
    printed(-0.436, 3, common.estimate());
    printed(0.042, 3, common.standardError());
    printed(0.6465, 4, common.backTransformed().estimate());
    printed(0.5951, 4, common.backTransformed().interval().lower());
    printed(0.7024, 4, common.backTransformed().interval().upper());
    RandomEffectsFit random =
        RandomEffects.preset(Preset.METAFOR5).tau2(Tau2Estimator.ML).fit(effects);
    printed(-0.742, 3, random.estimate());
    printed(0.178, 3, random.standardError());
    printed(0.3025, 4, random.tau2());
    printed(0.4762, 4, random.backTransformed().estimate());
    printed(0.3360, 4, random.backTransformed().interval().lower());
    printed(0.6749, 4, random.backTransformed().interval().upper());
  }

  /**
   * Review Manager 5's "M-H, Random" has its own tau²: Q around the Mantel-Haenszel estimate. That
   * Q is also Stata's (metan), 152.5676 in metafor's own tests; no output of Review Manager was at
   * hand, and the rest follows from it by DerSimonian and Laird's formula.
   */
  @Test
  void revManTakesQAroundMantelHaenszelInRandomEffects() {
    RandomEffectsFit fit = RandomEffects.preset(Preset.REVMAN5).fit(Bcg.effects(RISK_RATIO));
    assertEquals(152.5675536, fit.heterogeneity().q(), 5e-8);
    assertEquals(QCentre.MANTEL_HAENSZEL, fit.heterogeneity().centre());
    assertEquals(0.3094969, fit.tau2(), 5e-8);
    assertEquals(-0.7141861, fit.estimate(), 5e-8);
    assertEquals(92.13463, fit.iSquared(), 5e-6);
  }
}
