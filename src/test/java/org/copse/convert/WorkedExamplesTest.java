package org.copse.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.copse.effect.Reported;
import org.copse.effect.ReportedMeasure;
import org.copse.numeric.Quantiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Worked examples as their sources print them, to the printed rounding; each names where it stands.
 * What no source could be opened for is held against patients or a second form of its formula, and
 * says so.
 */
class WorkedExamplesTest {

  private static final double Z = Quantiles.twoSided(0.95, Double.POSITIVE_INFINITY);

  /** Half a unit of the last printed decimal. */
  private static void printed(double expected, int decimals, double actual) {
    assertEquals(expected, actual, 0.5001 * Math.pow(10, -decimals));
  }

  // ---- as printed ----

  /** Tierney et al., Trials 2007;8:16, curves of the bladder cancer trial: HR 0.88, V 128.81. */
  @Test
  void tierneysBladderTrial() {
    Reported hr = LogHazardRatio.fromVariance(0.88, 128.81);
    printed(0.74, 2, Math.exp(hr.estimate() - Z * hr.standardError()));
    printed(1.05, 2, Math.exp(hr.estimate() + Z * hr.standardError()));
    double v = LogRankStatistics.varianceFromInterval(0.74, 1.05, 0.95).value();
    // the limits have two decimals: V is known to a few units
    assertEquals(128.81, v, 4.5);
  }

  /** The same paper, equation 14, and the letter on it, Trials 2013;14:391: p 0.075 is z 1.78. */
  @Test
  void tierneysScore() {
    printed(1.78, 2, PValue.of("0.075").z());
    printed(1.44, 2, PValue.oneSided(0.075).z());
  }

  /** Cochrane Handbook 5.1, section 7.7.3.3: MD 3.8, p 0.008, 25 and 22 patients. */
  @Test
  void handbooksTValueOfADifference() {
    MeanContrast contrast = MeanContrast.fromP(3.8, 0.008, 25, 22);
    printed(2.78, 2, 3.8 / contrast.standardError().value());
    printed(1.37, 2, contrast.standardError().value());
  }

  /** Cochrane Handbook 5.1, section 7.7.3.4: antibody titres of MacLennan 2000, logs printed. */
  @ParameterizedTest
  @CsvSource({"24,17,34,3.18,2.83,3.53", "4.2,3.9,4.6,1.44,1.36,1.53"})
  void handbooksGeometricMeans(
      double mean, double low, double high, double log, double logLow, double logHigh) {
    double n = 182;
    MeanAndSd logs = LogMeans.fromGeometricMeanWithNormalInterval(mean, low, high, n, 0.95);
    printed(log, 2, logs.mean().value());
    double half = Z * logs.sd().value() / Math.sqrt(n);
    // both printed limits are rounded
    assertEquals((logHigh - logLow) / 2, half, 0.0051);
  }

  /** Cochrane Handbook 5.1, sections 12.5.4.0, 12.5.4.2 and 12.5.4.3; NNTs are rounded up. */
  @Test
  void handbooksAbsoluteEffects() {
    AbsoluteEffect rd = AbsoluteEffect.ofRiskDifference(-0.133, -0.2, -0.05, 0.95, 0.3);
    printed(-133, 0, rd.differencePer1000());
    AbsoluteEffect rr = AbsoluteEffect.ofRiskRatio(0.92, 0.9, 0.94, 0.95, 0.3);
    printed(-24, 0, rr.differencePer1000());
    assertEquals("NNTB 42", rr.numberNeededToTreat(EventMeaning.UNDESIRABLE).estimateText());
    AbsoluteEffect or = AbsoluteEffect.ofOddsRatio(0.73, 0.7, 0.76, 0.95, 0.3);
    printed(-62, 0, or.differencePer1000());
    assertEquals("NNTB 17", or.numberNeededToTreat(EventMeaning.UNDESIRABLE).estimateText());
  }

  /** Altman, BMJ 1998;317:1309: ARR 10 % (−5 % to 25 %) is NNTB 10 (NNTB 4 to ∞ to NNTH 20). */
  @Test
  void altmansIntervalThroughInfinity() {
    NumberNeeded nnt =
        AbsoluteEffect.ofRiskDifference(-0.10, -0.25, 0.05, 0.95, 0.4)
            .numberNeededToTreat(EventMeaning.UNDESIRABLE);
    assertEquals("NNTB 10 (95 % CI NNTB 4 to ∞ to NNTH 20)", nnt.text());
  }

  /**
   * Altman and Bland, How to obtain the confidence interval from a P value, BMJ 2011;343:d2090: a
   * difference of 17 percentage points with p 0.032 (z 2.141, SE 7.940, 1.4 to 32.6) and a relative
   * risk of 0.30 with p 0.034. They take z from an approximation that is good to 0.2 %.
   */
  @Test
  void altmanAndBlandsIntervalsFromP() {
    assertEquals(2.141, PValue.of("0.032").z(), 0.002 * 2.141);
    Reported difference =
        WaldContrast.fromP(ReportedMeasure.GENERIC_DIFFERENCE, 17, PValue.of("0.032"));
    assertEquals(7.940, difference.standardError(), 0.002 * 7.940);
    assertEquals(1.4, difference.interval(0.95).lower(), 0.08);
    assertEquals(32.6, difference.interval(0.95).upper(), 0.08);
    Reported ratio = WaldContrast.fromP(ReportedMeasure.GENERIC_RATIO, 0.30, PValue.of("0.034"));
    assertEquals(0.5688323, ratio.standardError(), 0.002 * 0.5688323);
    printed(0.10, 2, Math.exp(ratio.interval(0.95).lower()));
  }

  /** Barrowman, CMAJ 2002;166:1676: ARR 16.6 % (0.9 to 32.2) is about 6 (3.1 to 111.1). */
  @Test
  void barrowmansInterval() {
    AbsoluteEffect effect = AbsoluteEffect.ofRiskDifference(-0.166, -0.322, -0.009, 0.95, 0.6);
    double nnt = effect.numberNeededToTreat(EventMeaning.UNDESIRABLE).value().orElseThrow();
    assertEquals(6, nnt, 0.05);
    printed(3.1, 1, -1 / effect.interval().lower());
    printed(111.1, 1, -1 / effect.interval().upper());
  }

  /** Cochrane Handbook 5.1, section 16.4.6.4: a crossover trial of 10 patients. */
  @Test
  void handbooksCrossover() {
    printed(0.632, 3, Crossover.standardErrorFromSd(2, 10).value());
    Reported md = Crossover.meanDifference(7.0, 2.38, 6.5, 2.21, 10, 0.68);
    printed(0.583, 3, md.standardError());
    Reported smd = Crossover.standardisedMeanDifference(7.0, 2.38, 6.5, 2.21, 10, 0.68);
    printed(0.218, 3, smd.estimate());
    printed(0.256, 3, smd.standardError());
  }

  /**
   * Wan et al., BMC Med Res Methodol 2014;14:135, table 1: the expected range ξ(n) of n normal
   * values, for which their equation 9 is an approximation.
   */
  @ParameterizedTest
  @CsvSource({"10,3.078", "20,3.735", "25,3.931", "30,4.086", "40,4.322", "50,4.498"})
  void wansTableOfTheExpectedRange(double n, double xi) {
    double sd = Medians.fromRange(-50, 0, 50, n, MedianMethod.WAN_2014).sd().value();
    assertEquals(xi, 100 / sd, 0.006 * xi);
  }

  /**
   * Borenstein et al., Introduction to Meta-Analysis, 2009, p. 48: d 1.1547 with variance 0.0550
   * and r 0.50 belong together. The pair of d and its variance stands in public documentation of
   * functions that cite the page; the variance of r, 0.0058, is that which the formula gives back.
   */
  @Test
  void borensteinsCorrelation() {
    Reported d = new Reported(1.1547, Math.sqrt(0.0550), "");
    Reported r = DeltaMethod.of(d, Transformation.smdToCorrelation(50, 50));
    printed(0.50, 4, r.estimate());
    printed(0.0058, 4, r.standardError() * r.standardError());
  }

  // ---- no source at hand: patients, or a second form ----

  /** Changes of simulated patients, whose SD is known without the formula. */
  @Test
  void changesOfPatients() {
    Random random = new Random(12);
    double[] before = new double[40];
    double[] after = new double[40];
    double[] change = new double[40];
    for (int i = 0; i < 40; i++) {
      before[i] = 10 * random.nextGaussian();
      after[i] = 0.7 * before[i] + 6 * random.nextGaussian();
      change[i] = after[i] - before[i];
    }
    double r = correlation(before, after);
    double sd = ChangeSd.fromCorrelation(sd(before), sd(after), r).value();
    assertEquals(sd(change), sd, 1e-12 * sd);
    assertEquals(r, ChangeSd.correlation(sd(before), sd(after), sd(change)).value(), 1e-12);
    double se = Crossover.standardError(sd(before), sd(after), r, 40).value();
    assertEquals(sd(change) / Math.sqrt(40), se, 1e-12);
  }

  /** The SD of patients of both arms together, without the formula for combined groups. */
  @Test
  void patientsOfTwoArmsTogether() {
    Random random = new Random(13);
    double[] all = random.doubles(55, 3, 90).toArray();
    Arm one = RawData.arm(Arrays.copyOf(all, 20)).arm();
    Arm two = RawData.arm(Arrays.copyOfRange(all, 20, 55)).arm();
    assertEquals(sd(all), Arms.combine(one, two).arm().sd(), 1e-12 * sd(all));
  }

  /**
   * Higgins, White and Anzures-Cabrera 2008, method 1: mean and SD of a log-normal variable by
   * numerical quadrature, without the closed form.
   */
  @Test
  void logNormalMomentsByQuadrature() {
    double mu = 1.3;
    double sigma = 0.7;
    double first = 0;
    double second = 0;
    double step = 1e-3;
    for (double z = -9; z <= 9; z += step) {
      double weight = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * step;
      first += weight * Math.exp(mu + sigma * z);
      second += weight * Math.exp(2 * (mu + sigma * z));
    }
    MeanAndSd logs = LogMeans.fromRaw(first, Math.sqrt(second - first * first));
    assertEquals(mu, logs.mean().value(), 1e-9);
    assertEquals(sigma, logs.sd().value(), 1e-9);
  }

  /**
   * Zhang and Yu 1998, and Grant 2014: the risk ratio of two known risks comes back from their odds
   * ratio, whatever the risks.
   */
  @ParameterizedTest
  @CsvSource({"0.18,0.24", "0.9,0.5", "0.01,0.02", "0.6,0.05"})
  void riskRatioOfTwoKnownRisks(double risk, double baseline) {
    double or = risk / (1 - risk) / (baseline / (1 - baseline));
    double rr = AtBaselineRisk.riskRatioFromOddsRatio(or, baseline).value();
    assertEquals(risk / baseline, rr, 1e-13 * rr);
  }

  /** Chinn 2000: ln OR over 1.81, the SD of the standard logistic distribution by quadrature. */
  @Test
  void logisticStandardDeviation() {
    double variance = 0;
    double step = 1e-3;
    for (double x = -60; x <= 60; x += step) {
      double tail = 1 / (1 + Math.exp(-x));
      variance += x * x * tail * (1 - tail) * step;
    }
    Reported lnOr = new Reported(1.81, 0.4, "");
    Reported d = DeltaMethod.of(lnOr, Transformation.logOddsRatioToSmdLogistic());
    assertEquals(1.81 / Math.sqrt(variance), d.estimate(), 1e-9);
    assertEquals(0.4 / Math.sqrt(variance), d.standardError(), 1e-9);
    printed(1.81, 2, Math.sqrt(variance));
  }

  /**
   * Eldridge 2006: with clusters of sizes m the design effect 1 + ((1 + cv²)m̄ − 1)ρ is that of the
   * sum of all observations, added up cluster by cluster.
   */
  @Test
  void designEffectOfUnequalClustersAddedUp() {
    double[] sizes = {4, 9, 15, 30, 12, 20};
    double rho = 0.03;
    double total = Arrays.stream(sizes).sum();
    double mean = total / sizes.length;
    double squares = 0;
    double variance = 0;
    for (double m : sizes) {
      squares += (m - mean) * (m - mean) / sizes.length;
      variance += m + m * (m - 1) * rho;
    }
    double cv = Math.sqrt(squares) / mean;
    double effect = ClusterTrial.designEffectOfUnequal(mean, cv, rho).value();
    assertEquals(variance / total, effect, 1e-13);
  }

  /** Parmar 1998: with O − E and V the score is (O − E)/√V, whichever two of them are given. */
  @Test
  void parmarsRoutesAgree() {
    double oe = -14.2;
    double v = 41.5;
    Reported direct = LogHazardRatio.fromObservedMinusExpected(oe, v);
    double z = oe / Math.sqrt(v);
    PValue p = PValue.of(Quantiles.twoSidedP(z, Double.POSITIVE_INFINITY));
    Reported byP = LogHazardRatio.fromPAndVariance(p, Direction.LOWER, v);
    assertEquals(direct.estimate(), byP.estimate(), 1e-12);
    assertEquals(direct.standardError(), byP.standardError(), 1e-15);
    double hr = Math.exp(oe / v);
    double low = hr * Math.exp(-Z / Math.sqrt(v));
    double high = hr * Math.exp(Z / Math.sqrt(v));
    Reported byInterval = LogHazardRatio.fromInterval(hr, low, high, 0.95);
    assertEquals(direct.estimate(), byInterval.estimate(), 1e-13);
    assertEquals(direct.standardError(), byInterval.standardError(), 1e-13);
    assertTrue(byInterval.assumes().isEmpty());
  }

  private static double sd(double[] x) {
    return Math.sqrt(products(x, x) / (x.length - 1));
  }

  private static double correlation(double[] x, double[] y) {
    return products(x, y) / Math.sqrt(products(x, x) * products(y, y));
  }

  private static double products(double[] x, double[] y) {
    double mx = Arrays.stream(x).average().orElseThrow();
    double my = Arrays.stream(y).average().orElseThrow();
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - mx) * (y[i] - my);
    }
    return sum;
  }
}
