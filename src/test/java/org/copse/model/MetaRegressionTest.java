package org.copse.model;

import static org.copse.effect.BinaryMeasure.RISK_RATIO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.copse.Bcg;
import org.copse.effect.BinaryEffects;
import org.copse.effect.Effects;
import org.copse.effect.Moderator;
import org.copse.heterogeneity.Tau2Estimator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Choices, laws and errors of the meta-regression. */
class MetaRegressionTest {

  private final BinaryEffects effects = Bcg.effects(RISK_RATIO);

  private static String message(Runnable call) {
    return assertThrows(IllegalArgumentException.class, call::run).getMessage();
  }

  @Test
  void publishedRegressionOnLatitude() {
    MetaRegressionFit fit = MetaRegression.on("ablat").interval(ConfidenceMethod.WALD).of(effects);
    // Viechtbauer, J Stat Softw 2010;36(3): REML, BCG on latitude
    assertEquals(-0.0291, fit.coefficient("ablat").estimate(), 5e-5);
    assertEquals(0.0764, fit.tau2(), 1e-4);
    assertEquals(75.62, fit.rSquared().orElseThrow(), 1e-2);
    assertEquals("Q_M", fit.moderatorTest().symbol());
    assertEquals("F", MetaRegression.on("ablat").of(effects).moderatorTest().symbol());
  }

  @ParameterizedTest
  @EnumSource(Tau2Estimator.class)
  void shiftsAndScalesOfAModeratorChangeNothingElse(Tau2Estimator estimator) {
    Moderator.Numeric latitude = (Moderator.Numeric) effects.studies().moderator("ablat");
    double[] other = new double[effects.size()];
    for (int i = 0; i < other.length; i++) {
      other[i] = 1e6 + 1000 * latitude.value(i);
    }
    Effects moved = effects.withModerator("moved", Moderator.of(other));
    MetaRegressionFit fit = MetaRegression.on("ablat").tau2(estimator).of(effects);
    MetaRegressionFit same = MetaRegression.on("moved").tau2(estimator).of(moved);
    double slope = fit.coefficient("ablat").estimate();
    assertEquals(slope / 1000, same.coefficient("moved").estimate(), 1e-9 * Math.abs(slope));
    assertEquals(fit.tau2(), same.tau2(), 1e-9);
    assertEquals(fit.predict(20).estimate(), same.predict(1e6 + 20_000).estimate(), 1e-8);
    assertEquals(fit.moderatorTest().p(), same.moderatorTest().p(), 1e-8);
  }

  @Test
  void theReferenceChangesTheCoefficientsAndNotTheTest() {
    MetaRegression model = MetaRegression.on("alloc");
    MetaRegressionFit first = model.of(effects);
    MetaRegressionFit other = model.reference("alloc", "systematic").of(effects);
    assertEquals(List.of("alternate", "random", "systematic"), first.categories("alloc"));
    assertEquals(List.of("systematic", "alternate", "random"), other.categories("alloc"));
    assertEquals(first.moderatorTest().statistic(), other.moderatorTest().statistic(), 1e-9);
    assertEquals(first.predict("random").estimate(), other.predict("random").estimate(), 1e-10);
    assertEquals(
        first.coefficient("alloc = systematic").estimate(),
        -other.coefficient("alloc = alternate").estimate(),
        1e-10);
  }

  @Test
  void oneModeratorOfSeveralIsTestedWithItsCategoriesTogether() {
    MetaRegressionFit fit =
        MetaRegression.on("ablat", "alloc").interval(ConfidenceMethod.WALD).of(effects);
    assertEquals(2, fit.moderatorTest("alloc").df());
    double z = fit.coefficient("ablat").test().statistic();
    assertEquals(z * z, fit.moderatorTest("ablat").statistic(), 1e-10);
    assertEquals(3, fit.moderatorTest().df());
  }

  @Test
  void aRegressionWithoutTau2IsWeightedLeastSquares() {
    MetaRegressionFit fit =
        MetaRegression.on("ablat").givenTau2(0).interval(ConfidenceMethod.WALD).of(effects);
    assertEquals(0, fit.tau2());
    assertTrue(fit.tau2Estimator().isEmpty() && fit.tau2Interval().isEmpty());
    double sum = 0;
    for (int i : fit.rows()) {
      double e = effects.estimate(i) - fit.fitted(i);
      sum += e * e / effects.variance(i);
    }
    assertEquals(sum, fit.residualHeterogeneity().q(), 1e-9);
    assertEquals(100, fit.rows().stream().mapToDouble(fit::weight).sum(), 1e-9);
  }

  @Test
  void studiesWithoutAValueAreLeftOutWithANote() {
    double[] values = new double[effects.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i == 3 ? Double.NaN : i % 5;
    }
    Effects some = effects.withModerator("dose", Moderator.of(values));
    MetaRegressionFit fit = MetaRegression.on("dose").of(some);
    assertEquals(12, fit.k());
    String label = effects.studies().label(3);
    assertTrue(fit.notes().stream().anyMatch(n -> n.contains("1 of 13") && n.contains(label)));
    assertEquals(0, fit.weight(3));
  }

  @Test
  void everyErrorNamesItsColumn() {
    Moderator.Numeric latitude = (Moderator.Numeric) effects.studies().moderator("ablat");
    double[] twice = new double[effects.size()];
    double[] same = new double[effects.size()];
    for (int i = 0; i < twice.length; i++) {
      twice[i] = 90 - 2 * latitude.value(i);
      same[i] = 7;
    }
    Effects more =
        effects
            .withModerator("twice", Moderator.of(twice))
            .withModerator("same", Moderator.of(same));
    String aliased = message(() -> MetaRegression.on("ablat", "twice").of(more));
    assertTrue(aliased.contains("'twice'") && aliased.contains("[intercept, ablat]"), aliased);
    assertTrue(message(() -> MetaRegression.on("same").of(more)).contains("'same'"));
    assertTrue(message(() -> MetaRegression.on("weight").of(more)).contains("'weight'"));
    String few = message(() -> MetaRegression.on("ablat", "alloc").of(effects.subset(0, 4, 9, 10)));
    assertTrue(few.contains("4 of 4 studies for 4 coefficients"), few);
    assertTrue(message(() -> MetaRegression.on()).contains("at least one"));
    assertTrue(message(() -> MetaRegression.on("a", "a")).contains("named once"));
    assertTrue(message(() -> MetaRegression.on("ablat").givenTau2(-1)).contains("-1"));
    assertTrue(
        message(() -> MetaRegression.on("ablat").interval(ConfidenceMethod.PROFILE_LIKELIHOOD))
            .contains("PROFILE_LIKELIHOOD"));
    MetaRegressionFit fit = MetaRegression.on("ablat", "alloc").of(effects);
    assertTrue(message(() -> fit.predict(30)).contains("[ablat, alloc]"));
    assertTrue(message(() -> fit.predict(30, "none")).contains("'none'"));
    assertTrue(message(() -> fit.predict("x", "random")).contains("'ablat'"));
    assertTrue(message(() -> fit.coefficient("x")).contains("'x'"));
    assertTrue(
        message(() -> MetaRegression.on("alloc").reference("alloc", "x").of(effects))
            .contains("'x'"));
  }

  @Test
  void theLikelihoodIsHighestAtTheEstimate() {
    Random random = new Random(20260601);
    for (int run = 0; run < 40; run++) {
      double[] x = new double[effects.size()];
      List<String> groups = new ArrayList<>();
      for (int i = 0; i < x.length; i++) {
        x[i] = random.nextGaussian();
        groups.add(random.nextBoolean() ? "a" : "b");
      }
      Effects data =
          effects.withModerator("x", Moderator.of(x)).withModerator("g", Moderator.of(groups));
      MetaRegression model = MetaRegression.on("x", "g");
      MetaRegressionFit fit = model.of(data);
      for (double t : new double[] {0, fit.tau2() * 0.9, fit.tau2() * 1.1 + 0.01, 5}) {
        double lower = model.givenTau2(t).of(data).logLikelihood();
        assertTrue(lower <= fit.logLikelihood() + 1e-9, "run " + run + " at " + t);
      }
    }
  }
}
