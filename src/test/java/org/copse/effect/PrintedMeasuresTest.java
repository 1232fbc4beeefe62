package org.copse.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Effects as books and papers print them, to the printed rounding. Most figures were seen where the
 * author of metafor reproduces the source: his pages with the code of whole books (repository
 * wviechtb/meta_analysis_books) and metafor's own tests, which name page and table. Where he says
 * that the source's print is rounded on the way, his figure stands here.
 */
class PrintedMeasuresTest {

  private static final Studies ONE = Studies.named("A");

  /** Half a unit of the last printed decimal. */
  private static void printed(double expected, int decimals, double actual) {
    assertEquals(expected, actual, 0.5001 * Math.pow(10, -decimals));
  }

  private static void printed(double estimate, double variance, Effects effects) {
    printed(estimate, 4, effects.estimate(0));
    printed(variance, 4, effects.variance(0));
  }

  private static ContinuousEffects means(ContinuousMeasure measure, ArmMeans arms) {
    return ContinuousEffects.of(measure, ONE, List.of(arms));
  }

  private static BinaryEffects counts(
      BinaryMeasure measure, double a, double b, double c, double d) {
    return BinaryEffects.of(measure, ONE, List.of(new TwoByTwo(a, a + b, c, c + d)));
  }

  private static void ratio(double ratio, double low, double high, int decimals, Effects effects) {
    Interval interval = effects.interval(0, 0.95);
    printed(ratio, decimals, Math.exp(effects.estimate(0)));
    printed(low, decimals, Math.exp(interval.lower()));
    printed(high, decimals, Math.exp(interval.upper()));
  }

  /** Borenstein et al., Introduction to Meta-Analysis, 2009, chapter 4: effects of means. */
  @Test
  void borensteinMeans() {
    ArmMeans arms = new ArmMeans(50, 103, 5.5, 50, 100, 4.5);
    ContinuousEffects difference = means(ContinuousMeasure.MEAN_DIFFERENCE, arms);
    printed(3, 1.01, difference);
    printed(3, 1.01, difference.meansVariance(MeansVariance.POOLED));
    ContinuousEffects g = means(ContinuousMeasure.STANDARDISED_MEAN_DIFFERENCE, arms);
    printed(0.5924, 0.0411, g.smdVariance(SmdVariance.BORENSTEIN_EXACT));
    printed(0.5924, 0.0418, g);
    ArmMeans response = new ArmMeans(10, 61.515, 19.475, 10, 51.015, 19.475);
    ContinuousEffects ratio = means(ContinuousMeasure.RATIO_OF_MEANS, response);
    printed(0.1872, 0.0246, ratio.correction(SmallSampleCorrection.NONE));
  }

  /** The same chapter: changes within a group, one from the SD of the changes and r = 0.7. */
  @Test
  void borensteinChanges() {
    PrePost points = new PrePost(50, 100, 10, 105, 10, 0.5);
    assertEquals(5, ChangeMeasure.MEAN_CHANGE.estimate(points), 1e-12);
    printed(2, 4, ChangeMeasure.MEAN_CHANGE.variance(points));
    MeanChange reported = new MeanChange(50, 5, 10);
    printed(2, 4, MeanChangeMeasure.REPORTED_MEAN_CHANGE.variance(reported));
    double sd = 5.5 / Math.sqrt(2 * (1 - 0.7));
    PrePost pairs = new PrePost(50, 100, sd, 103, sd, 0.7);
    ChangeMeasure borenstein = ChangeMeasure.RAW_SCORE_STANDARDISED_MEAN_CHANGE_BORENSTEIN_VARIANCE;
    printed(0.4160, 4, borenstein.estimate(pairs));
    printed(0.0134, 4, borenstein.variance(pairs));
    ChangeMeasure large = ChangeMeasure.RAW_SCORE_STANDARDISED_MEAN_CHANGE;
    printed(0.0137, 4, large.variance(pairs));
    printed(0.4160, 4, ChangeMeasure.WITHIN_SD_STANDARDISED_MEAN_CHANGE.estimate(pairs));
  }

  /** The same book, chapters 5 and 6, and Cooper et al. 2019, chapter 11, a case-control study. */
  @Test
  void borensteinCounts() {
    printed(-0.6931, 0.2800, counts(BinaryMeasure.RISK_RATIO, 5, 95, 10, 90));
    printed(-0.7472, 0.3216, counts(BinaryMeasure.ODDS_RATIO, 5, 95, 10, 90));
    printed(-0.0500, 0.0014, counts(BinaryMeasure.RISK_DIFFERENCE, 5, 95, 10, 90));
    printed(0.2877, 0.1158, counts(BinaryMeasure.ODDS_RATIO, 25, 20, 75, 80));
    Correlation r = new Correlation(0.50, 100);
    printed(0.5493, 4, CorrelationMeasure.FISHER_Z_CORRELATION.estimate(r));
    printed(0.0103, 4, CorrelationMeasure.FISHER_Z_CORRELATION.variance(r));
  }

  /** Cooper, Hedges and Valentine, Handbook of Research Synthesis, 2009, table 13.4 (p. 242). */
  @ParameterizedTest
  @CsvSource({
    "PHI_COEFFICIENT, 0.1309, 0.0789",
    "YULES_Q, 0.3846, 0.1901",
    "YULES_Y, 0.2000, 0.1071",
    "TETRACHORIC_CORRELATION, 0.2603, 0.1423",
    "PROBIT_DIFFERENCE, 0.4399, 0.2456",
    "ODDS_RATIO_TO_SMD_LOGISTIC, 0.4471, 0.2460",
    "ODDS_RATIO_TO_SMD_NORMAL, 0.4915, 0.2704"
  })
  void handbookOfResearchSynthesis(BinaryMeasure measure, double estimate, double error) {
    BinaryEffects effects = counts(measure, 135, 15, 40, 10);
    // metafor's tetrachoric correlation is good to about 1e-5
    assertEquals(estimate, effects.estimate(0), 1e-4);
    assertEquals(error, Math.sqrt(effects.variance(0)), 1e-4);
  }

  /** The Handbook's third edition, 2019, translation of effect sizes: 100, 50 against 60, 90. */
  @Test
  void translationsOfOneTable() {
    printed(0.2673, 0.0031, counts(BinaryMeasure.PHI_COEFFICIENT, 100, 50, 60, 90));
    ratio(3.0000, 1.8729, 4.8053, 4, counts(BinaryMeasure.ODDS_RATIO, 100, 50, 60, 90));
    ratio(1.6667, 1.3291, 2.0900, 4, counts(BinaryMeasure.RISK_RATIO, 100, 50, 60, 90));
    BinaryEffects difference = counts(BinaryMeasure.RISK_DIFFERENCE, 100, 50, 60, 90);
    printed(0.2667, 0.0031, difference);
    Interval interval = difference.interval(0, 0.95);
    printed(3.7500, 4, 1 / difference.estimate(0));
    printed(2.6634, 4, 1 / interval.upper());
    printed(6.3344, 4, 1 / interval.lower());
  }

  /** The same chapter: U₃ of d = 1, common-language effect size of d = 0.3. */
  @Test
  void translationsOfD() {
    ContinuousEffects u3 = means(ContinuousMeasure.COHENS_U3, new ArmMeans(30, 1, 1, 30, 0, 1));
    printed(0.8413447, 7, u3.correction(SmallSampleCorrection.NONE).displayed(0));
    ContinuousEffects superiority =
        means(ContinuousMeasure.COMMON_LANGUAGE_EFFECT_SIZE, new ArmMeans(30, 0.3, 1, 30, 0, 1));
    printed(0.583998, 6, superiority.displayed(0));
  }

  /** Morris, Organ Res Methods 2008;11:364-386, table 5 (p. 382), by its data of table 4. */
  @ParameterizedTest
  @CsvSource({
    "20,30.6,15.0,38.5,11.6,0.47, 20,23.1,13.8,19.7,14.8,0.47, 0.7421,0.1138,0.7684,0.1134",
    "50,23.5,3.1,26.8,4.1,0.64, 42,24.9,4.1,25.3,3.3,0.64, 0.9524,0.0426,0.8010,0.0350",
    "9,0.5,0.1,0.7,0.1,0.77, 9,0.6,0.2,0.6,0.2,0.77, 1.8054,0.2833,1.2045,0.1425",
    "10,53.4,14.5,75.9,4.4,0.89, 11,55.7,17.3,60.7,17.9,0.89, 1.1514,0.1458,1.0476,0.0681",
    "14,35.6,4.7,36.0,4.6,0.44, 14,34.8,3.1,33.4,6.9,0.44, 0.5050,0.1667,0.4389,0.1634"
  })
  void morrisTable5(
      double n1,
      double mb1,
      double sb1,
      double ma1,
      double sa1,
      double r1,
      double n2,
      double mb2,
      double sb2,
      double ma2,
      double sa2,
      double r2,
      double each,
      double eachVariance,
      double pooled,
      double pooledVariance) {
    TwoArmChange d =
        new TwoArmChange(
            new PrePost(n1, mb1, sb1, ma1, sa1, r1), new PrePost(n2, mb2, sb2, ma2, sa2, r2));
    TwoArmChangeMeasure ofEach = TwoArmChangeMeasure.DIFFERENCE_OF_STANDARDISED_MEAN_CHANGES;
    printed(each, 4, ofEach.estimate(d));
    printed(eachVariance, 4, ofEach.variance(d));
    TwoArmChangeMeasure ofBoth =
        TwoArmChangeMeasure.STANDARDISED_DIFFERENCE_OF_CHANGES_BASELINE_SD_LARGE_SAMPLE;
    printed(pooled, 4, ofBoth.estimate(d));
    printed(pooledVariance, 4, ofBoth.variance(d));
  }

  /** Gleser and Olkin 2009, table 19.2 and pages 362 and 364; Cohen's h is twice the arcsine's. */
  @ParameterizedTest
  @CsvSource({
    "40,1000,100,4000, 0.0150,0.4855,0.4700,0.0852",
    "40,1000,150,4000, 0.0025,0.0671,0.0645,0.0130",
    "10,200,15,400, 0.0125,0.3008,0.2877,0.0613",
    "150,2000,40,1000, 0.0350,0.6657,0.6286,0.1521",
    "150,2000,80,1000, -0.0050,-0.0700,-0.0645,-0.0187",
    "150,2000,50,1000, 0.0250,0.4321,0.4055,0.1038"
  })
  void gleserAndOlkin(
      double x1, double n1, double x2, double n2, double rd, double or, double rr, double h) {
    printed(rd, 4, counts(BinaryMeasure.RISK_DIFFERENCE, x1, n1 - x1, x2, n2 - x2).estimate(0));
    printed(or, 4, counts(BinaryMeasure.ODDS_RATIO, x1, n1 - x1, x2, n2 - x2).estimate(0));
    printed(rr, 4, counts(BinaryMeasure.RISK_RATIO, x1, n1 - x1, x2, n2 - x2).estimate(0));
    BinaryEffects arcsine = counts(BinaryMeasure.ARCSINE_DIFFERENCE, x1, n1 - x1, x2, n2 - x2);
    printed(h, 4, 2 * arcsine.estimate(0));
  }

  /** Rothman et al., Modern Epidemiology, 2008, table 15-1: tolbutamide, two ages and both. */
  @ParameterizedTest
  @CsvSource({
    "8,98,5,115, 0.0338,0.0315,1.8113,0.6112,5.3679",
    "22,76,16,69, 0.0363,0.0598,1.1926,0.6713,2.1188",
    "30,174,21,184, 0.0446,0.0326,1.4356,0.8510,2.4216"
  })
  void rothmansTable(
      double a,
      double b,
      double c,
      double d,
      double difference,
      double error,
      double ratio,
      double low,
      double high) {
    BinaryEffects rd = counts(BinaryMeasure.RISK_DIFFERENCE, a, b, c, d);
    printed(difference, 4, rd.estimate(0));
    printed(error, 4, Math.sqrt(rd.variance(0)));
    ratio(ratio, low, high, 4, counts(BinaryMeasure.RISK_RATIO, a, b, c, d));
  }

  /**
   * Bland and Altman, The odds ratio, BMJ 2000;320:1468: hay fever and eczema in 11-year-olds, as a
   * public page of notes on it quotes the paper.
   */
  @Test
  void blandAndAltmansOddsRatio() {
    printed(4.89, 2, Math.exp(counts(BinaryMeasure.ODDS_RATIO, 141, 420, 928, 13525).estimate(0)));
    printed(3.91, 2, Math.exp(counts(BinaryMeasure.RISK_RATIO, 141, 420, 928, 13525).estimate(0)));
    printed(0.187, 3, counts(BinaryMeasure.RISK_DIFFERENCE, 141, 420, 928, 13525).estimate(0));
  }

  /**
   * Hanley and McNeil, Radiology 1982;143:29-36, table 1: ratings of 51 abnormal and 58 normal
   * images; variances with n − 1 and by Newcombe's method as metafor's tests have them.
   */
  @Test
  void hanleyAndMcNeil() {
    double[] abnormal = {3, 2, 2, 11, 33};
    double[] normal = {33, 6, 6, 11, 2};
    double above = 0;
    double below = 0;
    for (int i = 0; i < 5; i++) {
      above += abnormal[i] * (below + normal[i] / 2);
      below += normal[i];
    }
    Concordance c = new Concordance(above / (51 * 58), 51, 58);
    printed(0.893171, 6, c.area());
    printed(0.001051, 6, ConcordanceMeasure.REPORTED_AREA_UNDER_CURVE.variance(c));
    // metafor's test has 0.001096 with a tolerance
    assertEquals(0.001096, ConcordanceMeasure.REPORTED_AREA_UNDER_CURVE_HANLEY.variance(c), 1e-6);
  }

  /** Jacobs and Viechtbauer 2017 by metafor's tests: 20 values, half above the median of x. */
  @Test
  void biserialCorrelations() {
    double[] x = {20, 31, 18, 22, 30, 16, 28, 24, 23, 27, 1, 4, 8, 15, 9, 11, 11, 6, 8, 4};
    double[] y = {3, 3, 4, 5, 6, 4, 7, 6, 5, 4, 3, 5, 1, 5, 2, 4, 6, 4, 2, 4};
    double[] sum = new double[2];
    double[] squares = new double[2];
    for (int i = 0; i < x.length; i++) {
      // the median of x is 15.5, so that ten values lie above
      int group = x[i] > 15.5 ? 0 : 1;
      sum[group] += y[i] / 10;
      squares[group] += y[i] * y[i];
    }
    ArmMeans arms =
        new ArmMeans(10, sum[0], sd(squares[0], sum[0]), 10, sum[1], sd(squares[1], sum[1]));
    printed(0.3685, 0.0384, means(ContinuousMeasure.POINT_BISERIAL_CORRELATION, arms));
    printed(0.4619, 0.0570, means(ContinuousMeasure.BISERIAL_CORRELATION, arms));
  }

  private static double sd(double squares, double mean) {
    return Math.sqrt((squares - 10 * mean * mean) / 9);
  }
}
