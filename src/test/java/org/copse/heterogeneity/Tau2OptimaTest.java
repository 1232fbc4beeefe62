package org.copse.heterogeneity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Thousands of awkward small data sets: each estimator is at the global optimum, or at the root
 * that defines it, whatever the data. The sample is printed with any failure.
 */
class Tau2OptimaTest {

  private static final int SAMPLES = 4000;

  private static void each(java.util.function.Consumer<HeavySample> check) {
    IntStream.rangeClosed(1, SAMPLES).mapToObj(HeavySample::of).forEach(check);
  }

  @Test
  void likelihoodsAreAtTheirGlobalMaximum() {
    for (boolean restricted : new boolean[] {false, true}) {
      Tau2Estimator estimator = restricted ? Tau2Estimator.REML : Tau2Estimator.ML;
      each(
          sample -> {
            double tau2 = estimator.estimate(sample.y(), sample.v());
            double found = sample.logLikelihood(tau2, restricted);
            // beyond one part in 1e9 of Q the reference has no digits
            double digits = 1e-9 + 1e-13 * sample.q(0);
            assertTrue(found >= sample.logLikelihood(0, restricted) - digits, sample::toString);
            double factor = 1.1;
            for (double t = sample.smallest() * 1e-3; t < 4 * sample.largest(); t *= factor) {
              double point = t;
              assertTrue(
                  found >= sample.logLikelihood(t, restricted) - digits,
                  () -> estimator + " " + tau2 + " is beaten by " + point + ": " + sample);
            }
          });
    }
  }

  @Test
  void everyStationaryPointOfADenseGridIsFound() {
    int several = 0;
    for (int seed = 1; seed <= SAMPLES; seed++) {
      HeavySample sample = HeavySample.of(seed);
      StudySums sums = new StudySums(sample.y(), sample.v());
      ScoreRoots roots = new ScoreRoots(sums, true);
      int changes = 0;
      boolean positive = score(sums, 0) > 0;
      double end = 2 * sums.scaled(sample.largest());
      for (double t = sums.smallestVariance() * 1e-3; t < end; t *= 1.02) {
        boolean now = score(sums, t) > 0;
        changes += now == positive ? 0 : 1;
        positive = now;
      }
      assertTrue(roots.count() >= changes, sample::toString);
      assertEquals(0, (roots.count() - changes) % 2, sample::toString);
      for (int i = 0; i < roots.count(); i++) {
        double t = roots.root(i);
        boolean before = score(sums, t * (1 - 1e-6)) > 0;
        boolean after = score(sums, t * (1 + 1e-6)) > 0;
        if (before != after) {
          assertEquals(before, roots.isMaximum(i), sample::toString);
        }
      }
      several += roots.count() > 1 ? 1 : 0;
    }
    assertTrue(several > 100, "samples with several stationary points: " + several);
  }

  private static double score(StudySums sums, double tau2) {
    sums.at(tau2);
    return sums.a - sums.traceP;
  }

  @Test
  void rootsOfQMeetTheirTarget() {
    each(
        sample -> {
          int df = sample.y().length - 1;
          double median =
              org.apache.commons.statistics.distribution.ChiSquaredDistribution.of(df)
                  .inverseCumulativeProbability(0.5);
          meets(sample, Tau2Estimator.PM, df);
          meets(sample, Tau2Estimator.PMM, median);
        });
  }

  private static void meets(HeavySample sample, Tau2Estimator estimator, double target) {
    double tau2 = estimator.estimate(sample.y(), sample.v());
    if (sample.q(0) <= target) {
      assertEquals(0, tau2, sample::toString);
    } else {
      assertTrue(tau2 > 0, sample::toString);
      // the digits that a change of tau² in its last place leaves to Q
      double change = Math.abs(sample.q(tau2 * (1 + 1e-12)) - sample.q(tau2 * (1 - 1e-12)));
      assertEquals(target, sample.q(tau2), 1e-10 * target + change, sample::toString);
    }
  }

  @Test
  void iteratedEstimatorsAreFixedPoints() {
    each(
        sample -> {
          double[] y = sample.y();
          double[] v = sample.v();
          double tau2 = Tau2Estimator.DLIT.estimate(y, v);
          double again = new MomentEstimate(Weights.inverse(v, tau2)).of(y, v);
          double size = Math.max(tau2, sample.smallest());
          assertEquals(tau2, again, 1e-8 * size, sample::toString);
          double iterated = Tau2Estimator.SJIT.estimate(y, v);
          double next = iterated * sample.q(iterated) / (y.length - 1);
          assertEquals(iterated, next, 1e-8 * size, sample::toString);
          assertEquals(tau2, Tau2Estimator.EB.estimate(y, v), sample::toString);
        });
  }

  @Test
  void closedFormsAgreeWithTheGeneralisedQ() {
    each(
        sample -> {
          double[] y = sample.y();
          double[] v = sample.v();
          double dl = Tau2Estimator.DL.estimate(y, v);
          double[] w = Weights.inverse(v, 0);
          double[] ones = new double[y.length];
          java.util.Arrays.fill(ones, 3);
          double size = sample.largest();
          assertEquals(dl, Tau2Method.generalisedQ(w).estimate(y, v), 1e-9 * dl, sample::toString);
          assertEquals(
              Tau2Estimator.HE.estimate(y, v),
              Tau2Method.generalisedQ(ones).estimate(y, v),
              1e-12 * size,
              sample::toString);
          double[] second = Weights.inverse(v, dl);
          assertEquals(
              Tau2Estimator.DL2.estimate(y, v),
              Tau2Method.generalisedQ(second).estimate(y, v),
              sample::toString);
          double start = SidikJonkman.usualStart(y);
          assertEquals(
              Tau2Estimator.SJ.estimate(y, v),
              Tau2Method.sidikJonkman(start).estimate(y, v),
              sample::toString);
        });
  }

  @Test
  void standardErrorsAreFiniteAndPositive() {
    each(
        sample -> {
          for (Tau2Estimator estimator : Tau2Estimator.values()) {
            double error = estimator.standardError(sample.y(), sample.v()).orElseThrow();
            assertTrue(error > 0 && error < Double.POSITIVE_INFINITY, estimator + " " + sample);
          }
        });
  }
}
