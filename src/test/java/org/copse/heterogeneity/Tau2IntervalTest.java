package org.copse.heterogeneity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.copse.effect.Interval;
import org.copse.numeric.QuadraticForm;
import org.junit.jupiter.api.Test;

/** Intervals of tau² on awkward data: each bound solves its equation, whatever the variances. */
class Tau2IntervalTest {

  private static final double LEVEL = 0.9;

  private static void each(int samples, Consumer<HeavySample> check) {
    IntStream.rangeClosed(1, samples).mapToObj(HeavySample::of).forEach(check);
  }

  private static Interval bounds(Tau2IntervalMethod method, HeavySample sample) {
    return Tau2Interval.of(method, Tau2Estimator.REML, sample.y(), sample.v(), LEVEL)
        .interval()
        .orElseThrow();
  }

  @Test
  void qProfileBoundsMeetTheirQuantiles() {
    each(
        2000,
        sample -> {
          ChiSquaredDistribution chi2 = ChiSquaredDistribution.of(sample.y().length - 1);
          Interval found = bounds(Tau2IntervalMethod.Q_PROFILE, sample);
          double[] targets = {
            chi2.inverseSurvivalProbability(0.05), chi2.inverseCumulativeProbability(0.05)
          };
          double[] ends = {found.lower(), found.upper()};
          for (int i = 0; i < 2; i++) {
            if (sample.q(0) <= targets[i]) {
              assertEquals(0, ends[i], sample::toString);
            } else {
              double digits = sample.q(ends[i] * (1 - 1e-12)) - sample.q(ends[i] * (1 + 1e-12));
              double tolerance = 1e-10 * targets[i] + Math.abs(digits);
              assertEquals(targets[i], sample.q(ends[i]), tolerance, sample::toString);
            }
          }
        });
  }

  @Test
  void weightedBoundsHaveTheTailsTheyPromise() {
    each(
        200,
        sample -> {
          double[] a = Arrays.stream(sample.v()).map(v -> 1 / Math.sqrt(v)).toArray();
          double q = new MomentEstimate(a).q(sample.y());
          Interval found = bounds(Tau2IntervalMethod.JACKSON, sample);
          assertTrue(found.lower() <= found.upper(), sample::toString);
          double atLower = form(a, sample, found.lower()).survival(q);
          double atUpper = form(a, sample, found.upper()).cumulative(q);
          if (found.lower() > 0) {
            assertEquals(0.05, atLower, 1e-8, sample::toString);
          } else {
            assertTrue(atLower >= 0.05 - 1e-9, sample::toString);
          }
          if (found.upper() > 0) {
            assertEquals(0.05, atUpper, 1e-8, sample::toString);
          } else {
            assertTrue(atUpper <= 0.05 + 1e-9, sample::toString);
          }
        });
  }

  private static QuadraticForm form(double[] a, HeavySample sample, double tau2) {
    return QuadraticForm.ofContrasts(a, Arrays.stream(sample.v()).map(v -> v + tau2).toArray());
  }

  @Test
  void profileBoundsEncloseAllThatIsLikelyEnough() {
    double drop = ChiSquaredDistribution.of(1).inverseSurvivalProbability(1 - LEVEL) / 2;
    each(500, sample -> profile(sample, false, drop));
    each(500, sample -> profile(sample, true, drop));
  }

  private static void profile(HeavySample sample, boolean restricted, double drop) {
    Tau2Estimator estimator = restricted ? Tau2Estimator.REML : Tau2Estimator.ML;
    double best = estimator.estimate(sample.y(), sample.v());
    double cut = sample.logLikelihood(best, restricted) - drop;
    Interval found =
        bounds(
            restricted
                ? Tau2IntervalMethod.PROFILE_RESTRICTED_LIKELIHOOD
                : Tau2IntervalMethod.PROFILE_LIKELIHOOD,
            sample);
    assertTrue(found.contains(best), sample::toString);
    double digits = 1e-8 + 1e-13 * sample.q(0);
    if (found.lower() > 0) {
      assertEquals(cut, sample.logLikelihood(found.lower(), restricted), digits, sample::toString);
    }
    assertEquals(cut, sample.logLikelihood(found.upper(), restricted), digits, sample::toString);
    for (double t = sample.smallest() * 1e-3; t < 4 * sample.largest(); t *= 1.5) {
      if (!found.contains(t)) {
        assertTrue(sample.logLikelihood(t, restricted) <= cut + digits, estimator + " " + sample);
      }
    }
  }

  @Test
  void scaleLaw() {
    each(
        40,
        sample -> {
          double[] y = Arrays.stream(sample.y()).map(x -> 5 - 3 * x).toArray();
          double[] v = Arrays.stream(sample.v()).map(x -> 9 * x).toArray();
          HeavySample mapped = new HeavySample(sample.seed(), y, v);
          double size = sample.largest();
          for (Tau2IntervalMethod method : Tau2IntervalMethod.values()) {
            if (method != Tau2IntervalMethod.GENERALISED_Q) {
              Interval one = bounds(method, sample);
              Interval two = bounds(method, mapped);
              String what = method + " " + sample;
              assertEquals(9 * one.upper(), two.upper(), 1e-7 * (one.upper() + size), what);
              assertEquals(9 * one.lower(), two.lower(), 1e-7 * (one.upper() + size), what);
            }
          }
        });
  }

  @Test
  void generalisedQNeedsFixedWeights() {
    HeavySample sample = HeavySample.of(3);
    Tau2Interval none =
        Tau2Interval.of(
            Tau2IntervalMethod.GENERALISED_Q, Tau2Estimator.REML, sample.y(), sample.v(), LEVEL);
    assertTrue(none.interval().isEmpty() && none.tau().isEmpty());
    assertTrue(none.iSquared().isEmpty() && none.hSquared().isEmpty());
    assertTrue(none.note().orElseThrow().contains("no fixed weights"));
    Tau2Interval dl =
        Tau2Interval.of(
            Tau2IntervalMethod.GENERALISED_Q, Tau2Estimator.DL, sample.y(), sample.v(), LEVEL);
    assertEquals(
        bounds(Tau2IntervalMethod.BIGGERSTAFF_JACKSON, sample), dl.interval().orElseThrow());
    Tau2Interval he =
        Tau2Interval.of(
            Tau2IntervalMethod.GENERALISED_Q, Tau2Estimator.HE, sample.y(), sample.v(), LEVEL);
    assertTrue(he.interval().orElseThrow().upper() > 0);
  }

  @Test
  void anEmptyIntervalIsZeroToZeroWithANote() {
    double[] y = {1, 1.0001, 0.9999, 1, 1};
    double[] v = {1, 2, 1, 3, 1};
    for (Tau2IntervalMethod method :
        new Tau2IntervalMethod[] {
          Tau2IntervalMethod.Q_PROFILE,
          Tau2IntervalMethod.JACKSON,
          Tau2IntervalMethod.BIGGERSTAFF_JACKSON
        }) {
      Tau2Interval empty = Tau2Interval.of(method, Tau2Estimator.REML, y, v, 0.95);
      assertEquals(new Interval(0, 0, 0.95), empty.interval().orElseThrow());
      assertTrue(empty.note().orElseThrow().contains(method.label() + " interval of τ² is empty"));
    }
    for (Tau2IntervalMethod method :
        new Tau2IntervalMethod[] {
          Tau2IntervalMethod.PROFILE_LIKELIHOOD,
          Tau2IntervalMethod.PROFILE_RESTRICTED_LIKELIHOOD,
          Tau2IntervalMethod.WALD
        }) {
      Tau2Interval some = Tau2Interval.of(method, Tau2Estimator.REML, y, v, 0.95);
      assertEquals(0, some.interval().orElseThrow().lower());
      assertTrue(some.interval().orElseThrow().upper() > 0, method.name());
      assertTrue(some.note().isEmpty());
    }
  }

  @Test
  void equalEffectsHaveIntervalsFromZero() {
    double[] y = {0.7, 0.7, 0.7};
    double[] v = {0.1, 1e-8, 3};
    for (Tau2IntervalMethod method : Tau2IntervalMethod.values()) {
      Tau2Interval interval = Tau2Interval.of(method, Tau2Estimator.DL, y, v, 0.95);
      assertEquals(0, interval.interval().orElseThrow().lower(), method.name());
      assertTrue(interval.interval().orElseThrow().upper() >= 0, method.name());
    }
  }

  @Test
  void gapsOfTheLikelihoodAreSaid() {
    int gaps = 0;
    for (int seed = 1; seed <= 2000; seed++) {
      HeavySample sample = HeavySample.of(seed);
      Tau2Interval interval =
          Tau2Interval.of(
              Tau2IntervalMethod.PROFILE_LIKELIHOOD, Tau2Estimator.ML, sample.y(), sample.v(), 0.5);
      if (interval.note().isPresent()) {
        gaps++;
        assertTrue(interval.note().orElseThrow().contains("has gaps"));
      }
    }
    assertTrue(gaps > 0 && gaps < 500, "sets with gaps: " + gaps);
  }

  @Test
  void waldNeedsAStandardErrorAndStopsAtZero() {
    HeavySample sample = HeavySample.of(8);
    Tau2Interval given =
        Tau2Interval.of(
            Tau2IntervalMethod.WALD, Tau2Method.fixed(1), sample.y(), sample.v(), LEVEL);
    assertTrue(given.interval().isEmpty());
    assertTrue(given.note().orElseThrow().contains("given, not estimated"));
    double tau2 = Tau2Estimator.ML.estimate(sample.y(), sample.v());
    double error = Tau2Estimator.ML.standardError(sample.y(), sample.v()).orElseThrow();
    Interval wald =
        Tau2Interval.of(Tau2IntervalMethod.WALD, Tau2Estimator.ML, sample.y(), sample.v(), 0.95)
            .interval()
            .orElseThrow();
    assertEquals(tau2 + 1.959963984540054 * error, wald.upper(), 1e-12 * wald.upper());
    assertEquals(Math.max(0, tau2 - 1.959963984540054 * error), wald.lower(), 1e-12 * tau2);
  }

  @Test
  void aThousandAndAHundredThousandStudies() {
    Random random = new Random(11);
    for (int k : new int[] {1000, 100_000}) {
      double[] v = new double[k];
      double[] y = new double[k];
      for (int i = 0; i < k; i++) {
        v[i] = Math.exp(random.nextGaussian());
        y[i] = Math.sqrt(0.3 + v[i]) * random.nextGaussian();
      }
      for (Tau2IntervalMethod method : Tau2IntervalMethod.values()) {
        if (k < 10_000 || method == Tau2IntervalMethod.PROFILE_RESTRICTED_LIKELIHOOD) {
          Interval found =
              Tau2Interval.of(method, Tau2Estimator.DL, y, v, 0.999).interval().orElseThrow();
          assertTrue(found.contains(0.3), "seed 11 " + method + found);
          assertTrue(found.width() < 15 / Math.sqrt(k), "seed 11 " + method + found);
        }
      }
    }
  }

  @Test
  void errors() {
    double[] one = {1};
    double[] two = {1, 2};
    for (Tau2IntervalMethod method : Tau2IntervalMethod.values()) {
      assertTrue(
          assertThrows(
                  IllegalArgumentException.class,
                  () -> Tau2Interval.of(method, Tau2Estimator.DL, one, one, 0.95))
              .getMessage()
              .contains("at least 2"));
      assertThrows(
          IllegalArgumentException.class,
          () -> Tau2Interval.of(method, Tau2Estimator.DL, two, two, 95));
      assertFalse(method.label().isBlank());
    }
  }
}
