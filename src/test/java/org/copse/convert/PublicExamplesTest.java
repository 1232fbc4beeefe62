package org.copse.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.copse.effect.Reported;
import org.copse.effect.ReportedMeasure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Numbers that documentation, tests and teaching pages of others print for a conversion, with the
 * paper that they name. These are second-hand: the page printed them, not the paper; {@link
 * WorkedExamplesTest} has what papers print themselves.
 */
class PublicExamplesTest {

  /** Documentation of the R package metaBLUE 1.0.0: Luo's mean and Wan's SD of 1, 4, 10, n 30. */
  @Test
  void luosMeanAndWansSd() {
    MeanAndSd arm = Medians.fromRange(1, 4, 10, 30, MedianMethod.LUO_WAN_SHI);
    assertEquals(4.356748, arm.mean().value(), 5.001e-7);
    assertEquals(2.205578, arm.sd().value(), 5.001e-7);
  }

  /**
   * First page of the R package estmeansd, by the methods' own authors (McGrath 2020): median 4,
   * range 2 to 9, n 100. Its quantile estimation stops at an optimiser's tolerance.
   */
  @Test
  void mcGrathsQuantileEstimation() {
    MeanAndSd arm = Medians.fromRange(2, 4, 9, 100, MedianMethod.QUANTILE_ESTIMATION);
    assertEquals(4.347284, arm.mean().value(), 2e-5);
    assertEquals(1.502171, arm.sd().value(), 2e-5);
  }

  /**
   * Chen, Cohen and Chen 2010, table 1: odds ratios that are d 0.2, 0.5 and 0.8 at a baseline risk,
   * as the tests of the R package effectsize quote it; it holds the table to 0.01 relative.
   */
  @ParameterizedTest
  @CsvSource({
    "0.01,1.6814,3.4739,6.7128",
    "0.05,1.5228,2.7416,4.7233",
    "0.08,1.4811,2.5707,4.3097",
    "0.10,1.4615,2.4972,4.1387"
  })
  void chensOddsRatios(double risk, double small, double medium, double large) {
    Transformation toSmd = Transformation.logOddsRatioToSmdProbit(risk);
    assertEquals(0.2, toSmd.value(Math.log(small)), 0.01 * 0.2);
    assertEquals(0.5, toSmd.value(Math.log(medium)), 0.01 * 0.5);
    assertEquals(0.8, toSmd.value(Math.log(large)), 0.01 * 0.8);
  }

  /** Tests of effectsize, after Chinn 2000: odds ratio 0.2 is d −0.887, ln OR −1.45 is −0.7994. */
  @Test
  void chinnsLogisticConversion() {
    Transformation toSmd = Transformation.logOddsRatioToSmdLogistic();
    assertEquals(-0.887, toSmd.value(Math.log(0.2)), 5.001e-4);
    assertEquals(-0.7994, toSmd.value(-1.45), 5.001e-5);
  }

  /**
   * Documentation of effectsize, after Grant 2014 (the formula of Zhang and Yu 1998): risks 0.4 and
   * 0.7 have odds ratio 3.5 and risk ratio 1.75, one in 3⅓ treated.
   */
  @Test
  void grantsRiskRatio() {
    assertEquals(1.75, AtBaselineRisk.riskRatioFromOddsRatio(3.5, 0.4).value(), 1e-14);
    assertEquals(3.5, AtBaselineRisk.oddsRatioFromRiskRatio(1.75, 0.4).value(), 1e-13);
    AbsoluteEffect effect = AbsoluteEffect.ofOddsRatio(3.5, 2.0, 6.0, 0.95, 0.4);
    double nnt = effect.numberNeededToTreat(EventMeaning.DESIRABLE).value().orElseThrow();
    assertEquals(1 / 0.3, nnt, 1e-12);
  }

  /** StatsToDo's page on the Handbook's formula: three groups combined, to four decimals. */
  @Test
  void threeGroupsCombined() {
    Arm all =
        Arms.combine(new Arm(10, 11.8, 2.4), new Arm(20, 15.3, 3.2), new Arm(15, 8.4, 4.1)).arm();
    assertEquals(45, all.n());
    assertEquals(12.2222, all.mean(), 5.001e-5);
    assertEquals(4.5028, all.sd(), 5.001e-5);
  }

  /** Documentation of the R package dmetar, pool.groups: the same formula for two groups. */
  @Test
  void twoGroupsCombined() {
    Arm all = Arms.combine(new Arm(50, 7.83, 3.52), new Arm(56, 8.32, 2.25)).arm();
    assertEquals(106, all.n());
    assertEquals(8.088868, all.mean(), 5.001e-7);
    assertEquals(2.914511, all.sd(), 5.001e-7);
  }

  /** A teaching page on the Handbook's 6.5.2.8: SD 10 before, 12 after, r 0.6 make 10. */
  @Test
  void sdOfChanges() {
    assertEquals(10, ChangeSd.fromCorrelation(10, 12, 0.6).value(), 1e-12);
    assertEquals(0.6, ChangeSd.correlation(10, 12, 10).value(), 1e-12);
    assertEquals(12, ChangeSd.finalSd(10, 10, 0.6).value(), 1e-12);
  }

  /**
   * The code of metafor's author for Cooper et al., Handbook of Research Synthesis, 2019 (p. 443):
   * an odds ratio of 2.06 [1.53; 2.79] at a baseline risk of 0.12 is a risk difference of 0.10
   * [0.05; 0.16].
   */
  @Test
  void handbooksRiskDifference() {
    assertEquals(0.10, AtBaselineRisk.riskDifferenceFromOddsRatio(2.06, 0.12).value(), 5.001e-3);
    AbsoluteEffect effect = AbsoluteEffect.ofOddsRatio(2.06, 1.53, 2.79, 0.95, 0.12);
    assertEquals(100, effect.differencePer1000(), 5.001);
    assertEquals(0.05, effect.interval().lower(), 5.001e-3);
    assertEquals(0.16, effect.interval().upper(), 5.001e-3);
  }

  /** Documentation of the R package dmetar, se.from.p: d 0.71 with p 0.013 has SE 0.286. */
  @Test
  void standardErrorFromP() {
    Reported d = WaldContrast.fromP(ReportedMeasure.GENERIC_DIFFERENCE, 0.71, PValue.of("0.013"));
    assertEquals(0.286, d.standardError(), 5.001e-4);
    assertEquals(0.149, d.interval(0.95).lower(), 1.5e-3);
    assertEquals(1.270, d.interval(0.95).upper(), 1.5e-3);
  }

  /**
   * VanderWeele, Epidemiology 2017;28:e58: an odds ratio of 2 becomes 1.41; the page of the R
   * package evalue: 3 becomes 1.732051.
   */
  @Test
  void squareRootOfAnOddsRatio() {
    assertEquals(1.41, AtBaselineRisk.riskRatioFromOddsRatioOfCommonEvent(2).value(), 5.001e-3);
    assertEquals(1.732051, AtBaselineRisk.riskRatioFromOddsRatioOfCommonEvent(3).value(), 5e-7);
  }

  /**
   * Killip, Mahfoud and Pearce, Ann Fam Med 2004;2:204-208, table of four clusters with an ICC of
   * 0.017: design effect, and effective sample size with its decimals cut off.
   */
  @ParameterizedTest
  @CsvSource({"10,40,1.153,34", "20,80,1.323,60", "40,160,1.663,96", "80,320,2.343,136"})
  void designEffects(double size, double patients, double effect, double effective) {
    double designEffect = ClusterTrial.designEffect(size, 0.017).value();
    assertEquals(effect, designEffect, 5.001e-4);
    assertEquals(effective, Math.floor(ClusterTrial.effectiveSize(patients, designEffect).value()));
  }
}
