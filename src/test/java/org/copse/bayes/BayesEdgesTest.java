package org.copse.bayes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.copse.Bcg;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.effect.Studies;
import org.copse.effect.TwoByTwo;
import org.copse.model.PlainEffects;
import org.copse.model.RandomEffects;
import org.junit.jupiter.api.Test;

/** Few studies, no heterogeneity, extreme variances, many studies, heavy tails; messages. */
final class BayesEdgesTest {

  private static final BayesianRandomEffects HALF_NORMAL =
      BayesianRandomEffects.withDefaults().tauPrior(TauPrior.halfNormal(0.5));

  private static String message(Runnable action) {
    return assertThrows(IllegalArgumentException.class, action::run).getMessage();
  }

  @Test
  void twoStudiesAreFinite() {
    BayesianFit fit =
        HALF_NORMAL.fit(PlainEffects.of(new double[] {0, 1}, new double[] {0.1, 0.1}));
    assertEquals(0.5, fit.mu().median(), 1e-12);
    Interval interval = fit.mu().interval();
    assertTrue(interval.lower() > -1 && interval.upper() < 2, interval.toString());
    assertTrue(fit.newStudy().interval().width() > interval.width());
    assertTrue(
        fit.notes().toString().contains("2 studies say little of τ"), fit.notes().toString());
  }

  @Test
  void equalEffectsHaveTheirModeAtZero() {
    double[] y = new double[6];
    Arrays.fill(y, 0.7);
    BayesianFit fit = HALF_NORMAL.fit(PlainEffects.of(y, new double[] {1, 2, 3, .1, .2, .3}));
    assertEquals(0, fit.tau().mode());
    assertEquals(0, fit.tau().shortest(0.95).lower());
    assertEquals(0.7, fit.mu().median(), 1e-12);
    assertEquals(0.7, fit.shrinkage(2).mean().orElseThrow(), 1e-12);
    assertEquals(0, fit.jointMode().tau());
    assertTrue(fit.bayesFactorTauZero().orElseThrow() > 1);
  }

  @Test
  void variancesOver12Orders() {
    double[] y = new double[13];
    double[] v = new double[13];
    for (int i = 0; i < 13; i++) {
      v[i] = Math.pow(10, i - 12);
      y[i] = 0.2 + (i % 2 == 0 ? 0.3 : -0.3) * Math.sqrt(v[i]);
    }
    for (TauPrior prior : TauPriorTest.proper().toList()) {
      BayesianFit fit =
          BayesianRandomEffects.withDefaults().tauPrior(prior).fit(PlainEffects.of(y, v));
      assertEquals(0.2, fit.mu().median(), 0.01, prior.label());
      double p = fit.tau().cdf(fit.tau().median());
      assertEquals(0.5, p, 1e-12, prior.label());
      Interval interval = fit.mu().interval();
      assertEquals(0.95, fit.mu().cdf(interval.upper()) - fit.mu().cdf(interval.lower()), 1e-10);
    }
  }

  @Test
  void oneStudyWithNearlyAllWeight() {
    BayesianFit fit =
        HALF_NORMAL.fit(PlainEffects.of(new double[] {0.1, 0.4, -0.3}, new double[] {1e-12, 1, 1}));
    assertEquals(0.1, fit.shrinkage(0).median(), 1e-6);
    assertEquals(1e-6, fit.shrinkage(0).sd().orElseThrow(), 1e-9);
    assertTrue(fit.weight(0) > 30 && fit.weight(0) < 100);
    // tau = 0 has next to no interval, tau about 0.3 a wide one
    assertTrue(fit.mu().interval().width() > 0.1);
  }

  @Test
  void priorAndDataInConflict() {
    BayesianFit fit =
        BayesianRandomEffects.withDefaults()
            .tauPrior(TauPrior.halfNormal(0.001))
            .fit(PlainEffects.of(new double[] {0, 30, -20}, new double[] {1e-4, 1e-4, 1e-2}));
    assertTrue(fit.tau().median() > 0.05 && fit.tau().median() < 1, fit.tau().toString());
    assertEquals(0.5, fit.mu().cdf(fit.mu().median()), 1e-11);
  }

  @Test
  void hundredThousandStudies() {
    int k = 100_000;
    Random random = new Random(5);
    double[] y = new double[k];
    double[] v = new double[k];
    for (int i = 0; i < k; i++) {
      v[i] = 0.01 + random.nextDouble();
      y[i] = 0.5 + Math.sqrt(v[i] + 0.09) * random.nextGaussian();
    }
    Effects effects = PlainEffects.of(y, v);
    BayesianFit fit = HALF_NORMAL.fit(effects);
    assertEquals(
        RandomEffects.of(effects).tau(), fit.tau().median(), 0.1 * fit.tau().sd().orElseThrow());
    assertEquals(RandomEffects.of(effects).estimate(), fit.mu().median(), 1e-6);
    assertEquals(0.003, fit.tau().sd().orElseThrow(), 0.002);
    assertTrue(fit.shrinkage(0).sd().orElseThrow() < Math.sqrt(v[0]));
  }

  @Test
  void momentsThatDoNotExistAreAbsentAndSaidSo() {
    Effects two = PlainEffects.of(new double[] {0, 1}, new double[] {0.1, 0.1});
    BayesianFit cauchy =
        BayesianRandomEffects.withDefaults().tauPrior(TauPrior.halfCauchy(0.5)).fit(two);
    assertTrue(cauchy.tau().mean().isPresent());
    assertTrue(cauchy.tau().sd().isEmpty());
    assertTrue(cauchy.mu().sd().isEmpty());
    assertTrue(cauchy.shrinkage(0).sd().isPresent());
    assertTrue(cauchy.notes().toString().contains("no sd"), cauchy.notes().toString());
    BayesianFit bounded =
        BayesianRandomEffects.withDefaults()
            .tauPrior(TauPrior.halfCauchy(0.5))
            .effectPrior(0, 1)
            .fit(two);
    assertTrue(bounded.mu().sd().isPresent());
    BayesianFit jeffreys =
        BayesianRandomEffects.withDefaults().tauPrior(TauPrior.jeffreys()).fit(two);
    assertTrue(jeffreys.tau().mean().isEmpty());
    assertTrue(jeffreys.notes().toString().contains("no mean"), jeffreys.notes().toString());
    assertTrue(jeffreys.bayesFactorTauZero().isEmpty());
    assertTrue(jeffreys.logMarginalLikelihood().isEmpty());
  }

  @Test
  void improperPriorsNeedEnoughStudies() {
    Effects two = PlainEffects.of(new double[] {0, 1}, new double[] {0.1, 0.1});
    BayesianRandomEffects uniform =
        BayesianRandomEffects.withDefaults().tauPrior(TauPrior.improperUniform());
    assertEquals(
        "Cannot fit: studies must be at least 3 for the uniform (improper) prior of τ, was 2. Use a proper prior, for example TauPrior.halfNormal(0.5).",
        message(() -> uniform.fit(two)));
    assertEquals(0.5, uniform.effectPrior(0.5, 2).fit(two).mu().median(), 1e-12);
    assertTrue(
        message(
                () ->
                    BayesianRandomEffects.withDefaults()
                        .tauPrior(TauPrior.jeffreys())
                        .fit(two.subset(0)))
            .contains("studies must be at least 2"));
  }

  @Test
  void defaultPriorFollowsTheMeasure() {
    BayesianFit ratio = BayesianRandomEffects.of(Bcg.effects(BinaryMeasure.RISK_RATIO));
    assertEquals("half-normal(0.5)", ratio.tauPrior().label());
    assertEquals("uniform (improper)", ratio.effectPrior());
    assertEquals(CredibleInterval.SHORTEST, ratio.intervalType());
    assertEquals(0.95, ratio.level());
    assertTrue(ratio.methods().contains("Prior for τ: half-normal(0.5)."));
    assertTrue(ratio.notes().toString().contains("default"), ratio.notes().toString());
    assertEquals(
        "uniform shrinkage",
        BayesianRandomEffects.of(Bcg.effects(BinaryMeasure.RISK_DIFFERENCE)).tauPrior().label());
    assertTrue(ratio.toString().startsWith("Bayesian random effects, Risk ratio: 0.4"));
    assertTrue(ratio.iSquaredMedian().orElseThrow() > 85);
    assertTrue(ratio.iSquaredInterval().orElseThrow().contains(92));
    assertEquals(Math.exp(ratio.mu().median()), ratio.backTransformed().estimate(), 1e-14);
    assertTrue(ratio.backTransformedNewStudy().interval().width() > 0.5);
    assertEquals(
        Math.exp(ratio.shrinkage(3).median()), ratio.backTransformedShrinkage(3).estimate(), 1e-14);
  }

  @Test
  void anEmpiricalPriorForAnotherMeasureIsSaidSo() {
    TauPrior prior =
        TauPrior.turner2015(TurnerOutcome.ANY, InterventionComparison.PHARMACOLOGICAL_VS_PLACEBO);
    BayesianRandomEffects model = BayesianRandomEffects.withDefaults().tauPrior(prior);
    String other = model.fit(Bcg.effects(BinaryMeasure.RISK_RATIO)).notes().toString();
    assertTrue(other.contains("made from log odds ratios"), other);
    assertFalse(
        model.fit(Bcg.effects(BinaryMeasure.ODDS_RATIO)).notes().toString().contains("made from"));
    TauPrior rhodes =
        TauPrior.rhodes2015(
            RhodesOutcome.ANY,
            InterventionComparison.PHARMACOLOGICAL_VS_PLACEBO,
            MedicalArea.CANCER);
    assertTrue(
        model
            .tauPrior(rhodes)
            .fit(Bcg.effects(BinaryMeasure.ODDS_RATIO))
            .notes()
            .toString()
            .contains("standardised mean differences"));
  }

  @Test
  void aStudyWithoutAnEstimateIsANewStudy() {
    BinaryEffects effects =
        BinaryEffects.of(
            BinaryMeasure.ODDS_RATIO,
            Studies.named("none", "a", "b"),
            List.of(
                new TwoByTwo(0, 10, 0, 10),
                new TwoByTwo(4, 20, 9, 20),
                new TwoByTwo(3, 30, 9, 30)));
    BayesianFit fit = BayesianRandomEffects.of(effects);
    assertEquals(2, fit.k());
    assertEquals(0, fit.weight(0));
    assertEquals(fit.newStudy().median(), fit.shrinkage(0).median());
    assertEquals(100, fit.weight(1) + fit.weight(2), 1e-9);
    assertEquals(0, fit.priorWeight());
    assertTrue(
        message(() -> BayesianRandomEffects.of(effects.subset(0)))
            .startsWith("Cannot pool: at least 1"));
  }

  @Test
  void intervalsFollowTheirKindAndLevel() {
    Effects bcg = Bcg.effects(BinaryMeasure.RISK_RATIO);
    BayesianFit fit = HALF_NORMAL.interval(CredibleInterval.EQUAL_TAILED).level(0.8).fit(bcg);
    assertEquals(fit.tau().equalTailed(0.8), fit.tau().interval());
    assertNotEquals(fit.tau().shortest(0.8), fit.tau().interval());
    assertEquals(fit.mu().quantile(0.1), fit.mu().interval().lower(), 1e-12);
    assertTrue(fit.mu().toString().startsWith("median "));
    assertEquals(0, fit.tau().quantile(0));
    assertEquals(Double.POSITIVE_INFINITY, fit.tau().quantile(1));
    assertEquals(Double.NEGATIVE_INFINITY, fit.mu().quantile(0));
    assertEquals(0, fit.tau().density(-1));
    assertEquals(1, fit.tau().survival(0));
    assertEquals("normal(0, 2)", HALF_NORMAL.effectPrior(0, 2).fit(bcg).effectPrior());
    assertEquals(
        fit.effectPrior(),
        HALF_NORMAL.effectPrior(0, 2).effectPriorUniform().fit(bcg).effectPrior());
    assertTrue(message(() -> HALF_NORMAL.effectPrior(0, 0)).contains("was 0.0 and 0.0"));
    assertTrue(message(() -> HALF_NORMAL.level(1)).contains("level must"));
    assertTrue(message(() -> fit.mu().quantile(-1)).contains("p must"));
    assertTrue(message(() -> fit.mu().shortest(2)).contains("level must"));
  }

  @Test
  void aBoundedPriorPilesUpAtItsBound() {
    BayesianFit fit =
        BayesianRandomEffects.withDefaults()
            .tauPrior(TauPrior.uniform(0.2))
            .fit(PlainEffects.of(new double[] {0, 3, -3}, new double[] {0.1, 0.1, 0.1}));
    assertEquals(0.2, fit.tau().mode());
    assertEquals(0.2, fit.tau().shortest(0.95).upper(), 1e-12);
    assertEquals(0.2, fit.tau().quantile(1));
    assertEquals(0, fit.tau().survival(0.2), 1e-12);
    assertEquals(1, fit.tau().cdf(0.3));
    assertEquals(0.2, fit.jointMode().tau());
  }

  @Test
  void twoPeaksOfAnEffectAreBothSeen() {
    // tau near 0: the precise study alone; tau large: the mean of many others
    double[] y = {0, 5, 5, 5, 5.1, 4.9, 5, 5, 5.2, 4.8};
    double[] v = new double[10];
    Arrays.fill(v, 1.5);
    v[0] = 0.001;
    BayesianFit fit =
        BayesianRandomEffects.withDefaults()
            .tauPrior(TauPrior.logT(1, -4, 2))
            .fit(PlainEffects.of(y, v));
    Posterior mu = fit.mu();
    Interval shortest = mu.shortest(0.9);
    assertEquals(0.9, mu.cdf(shortest.upper()) - mu.cdf(shortest.lower()), 1e-10);
    for (double p = 0.001; p < 0.1; p += 0.001) {
      double width = mu.quantile(p + 0.9) - mu.quantile(p);
      assertTrue(width >= shortest.width() * (1 - 1e-9), "p = " + p);
    }
  }
}
