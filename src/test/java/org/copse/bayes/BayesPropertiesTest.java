package org.copse.bayes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.copse.effect.Interval;
import org.copse.model.PlainEffects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws that hold for any data, on seeded random data. */
final class BayesPropertiesTest {

  private static final double TOLERANCE = 1e-9;

  private static double[][] data(int seed) {
    Random random = new Random(seed);
    int k = 2 + random.nextInt(8);
    double[] y = new double[k];
    double[] v = new double[k];
    double tau = random.nextInt(3) * 0.4;
    for (int i = 0; i < k; i++) {
      v[i] = Math.exp(random.nextGaussian() * 1.5 - 2);
      y[i] = 0.3 + random.nextGaussian() * Math.sqrt(v[i] + tau * tau);
    }
    return new double[][] {y, v};
  }

  private static BayesianRandomEffects model(int seed) {
    BayesianRandomEffects model =
        BayesianRandomEffects.withDefaults()
            .tauPrior(seed % 2 == 0 ? TauPrior.halfNormal(0.5) : TauPrior.halfCauchy(0.3));
    return seed % 3 == 0 ? model.effectPrior(0, 2) : model;
  }

  private static void same(Posterior expected, Posterior actual, double shift, double scale) {
    double size = TOLERANCE * scale * expected.equalTailed(0.9).width();
    assertEquals(shift + scale * expected.median(), actual.median(), size);
    assertEquals(shift + scale * expected.mode(), actual.mode(), 10 * size);
    Interval shortest = expected.shortest(0.9);
    assertEquals(shift + scale * shortest.lower(), actual.shortest(0.9).lower(), 10 * size);
    assertEquals(shift + scale * shortest.upper(), actual.shortest(0.9).upper(), 10 * size);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void orderOfStudiesDoesNotMatter(int seed) {
    double[][] d = data(seed);
    BayesianFit fit = model(seed).fit(PlainEffects.of(d[0], d[1]));
    int[] turned = IntStream.range(0, fit.k()).map(i -> fit.k() - 1 - i).toArray();
    BayesianFit other = fit.refit(turned);
    same(fit.tau(), other.tau(), 0, 1);
    same(fit.mu(), other.mu(), 0, 1);
    same(fit.shrinkage(0), other.shrinkage(fit.k() - 1), 0, 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void shiftAndScaleCarryOver(int seed) {
    double[][] d = data(seed);
    BayesianFit fit =
        BayesianRandomEffects.withDefaults()
            .tauPrior(TauPrior.halfNormal(0.5))
            .fit(PlainEffects.of(d[0], d[1]));
    for (double factor : new double[] {1e-6, 1e6}) {
      double[] y = Arrays.stream(d[0]).map(x -> factor * (x + 5)).toArray();
      double[] v = Arrays.stream(d[1]).map(x -> factor * factor * x).toArray();
      BayesianFit other =
          BayesianRandomEffects.withDefaults()
              .tauPrior(TauPrior.halfNormal(0.5 * factor))
              .fit(PlainEffects.of(y, v));
      same(fit.tau(), other.tau(), 0, factor);
      same(fit.mu(), other.mu(), 5 * factor, factor);
      same(fit.newStudy(), other.newStudy(), 5 * factor, factor);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void aSignMirrorsTheEffects(int seed) {
    double[][] d = data(seed);
    BayesianFit fit = model(seed).fit(PlainEffects.of(d[0], d[1]));
    double[] mirrored = Arrays.stream(d[0]).map(x -> -x).toArray();
    BayesianFit other = model(seed).fit(PlainEffects.of(mirrored, d[1]));
    same(fit.tau(), other.tau(), 0, 1);
    assertEquals(fit.mu().cdf(0.1), other.mu().survival(-0.1), 1e-12);
    assertEquals(-fit.mu().median(), other.mu().median(), 1e-9);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void weightsGiveTheMeanAndAddUp(int seed) {
    double[][] d = data(seed);
    BayesianFit fit = model(seed).fit(PlainEffects.of(d[0], d[1]));
    double sum = fit.priorWeight();
    double mean = 0; // the prior's mean is 0
    for (int i = 0; i < fit.k(); i++) {
      sum += fit.weight(i);
      mean += fit.weight(i) / 100 * d[0][i];
    }
    assertEquals(100, sum, 1e-9);
    if (fit.mu().mean().isPresent()) {
      assertEquals(mean, fit.mu().mean().getAsDouble(), 1e-9);
      assertEquals(fit.mu().mean().getAsDouble(), fit.newStudy().mean().orElse(mean), 1e-9);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 6, 9, 12, 15, 18, 21, 24})
  void bayesFactorsAreRatiosOfPosteriorToPriorDensity(int seed) {
    double[][] d = data(seed);
    BayesianFit fit = model(seed).fit(PlainEffects.of(d[0], d[1]));
    // Savage and Dickey
    double ofTau = fit.tau().density(0) / fit.tauPriorDistribution().density(0);
    assertEquals(1, fit.bayesFactorTauZero().orElseThrow() / ofTau, 1e-9);
    double ofMu = fit.mu().density(0) * 2 * Math.sqrt(2 * Math.PI);
    assertEquals(1, fit.bayesFactorMuZero().orElseThrow() / ofMu, 1e-7);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void quantilesInvertProbabilities(int seed) {
    double[][] d = data(seed);
    BayesianFit fit = model(seed).fit(PlainEffects.of(d[0], d[1]));
    for (Posterior p : new Posterior[] {fit.tau(), fit.mu(), fit.newStudy(), fit.shrinkage(0)}) {
      for (double q : new double[] {1e-5, 0.025, 0.5, 0.8, 0.999}) {
        double x = p.quantile(q);
        assertEquals(q, p.cdf(x), 1e-11);
        assertEquals(1 - q, p.survival(x), 1e-11);
        double h = 1e-4 * p.equalTailed(0.5).width() * (x > 1e-3 ? 1 : x);
        double slope = (p.cdf(x + h) - p.cdf(x - h)) / (2 * h);
        assertEquals(1, slope / p.density(x), 1e-4);
      }
      Interval shortest = p.shortest(0.9);
      Interval central = p.equalTailed(0.9);
      assertTrue(shortest.width() <= central.width() * (1 + 1e-12));
      assertEquals(0.9, p.cdf(shortest.upper()) - p.cdf(shortest.lower()), 1e-11);
      assertTrue(p.density(p.mode()) >= p.density(p.median()));
    }
  }

  static Stream<TauPrior> proper() {
    return TauPriorTest.proper().filter(p -> !p.label().startsWith("uniform I"));
  }

  @ParameterizedTest
  @MethodSource("proper")
  void oneStudyAndAUniformPriorOfTheMeanLeaveThePriorOfTau(TauPrior prior) {
    double v = 0.04;
    BayesianFit fit =
        BayesianRandomEffects.withDefaults()
            .tauPrior(prior)
            .fit(PlainEffects.of(new double[] {0.3}, new double[] {v}));
    TauDistribution expected = prior.distribution(v);
    for (double p : new double[] {1e-12, 1e-6, 0.01, 0.3, 0.5, 0.95, 0.9999}) {
      double x = expected.quantile(p);
      assertEquals(1, fit.tau().cdf(x) / p, 1e-9, prior.label() + " " + p);
      assertEquals(1, fit.tau().survival(x) / (1 - p), 1e-9, prior.label() + " " + p);
      assertEquals(1, fit.tau().quantile(p) / x, 1e-8, prior.label() + " " + p);
      assertEquals(1, fit.tau().density(x) / expected.density(x), 1e-9, prior.label());
    }
    assertEquals(0.5, fit.mu().cdf(0.3), 1e-12);
    assertEquals(0.3, fit.mu().median(), 1e-9);
    assertEquals(1, fit.bayesFactorTauZero().orElseThrow(), 1e-9);
  }
}
