package org.copse.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.copse.effect.Effects;
import org.copse.effect.Moderator;
import org.copse.effect.Reported;
import org.copse.effect.ReportedEffects;
import org.copse.effect.ReportedMeasure;
import org.copse.effect.Studies;
import org.copse.heterogeneity.ISquared;
import org.copse.heterogeneity.Tau2Estimator;
import org.copse.heterogeneity.Tau2IntervalMethod;
import org.copse.heterogeneity.Tau2Method;
import org.junit.jupiter.api.Test;

/** The named methods of a random-effects model that choose tau² and its interval. */
class Tau2ChoicesTest {

  private static final double[] Y = {0.2, 0.9, -0.4, 0.6, 1.4};
  private static final double[] V = {0.1, 0.02, 0.3, 0.05, 0.2};
  private static final double[] N = {40, 200, 15, 90, 20};

  private static Effects effects(Moderator weights) {
    List<Reported> data = new ArrayList<>();
    for (int i = 0; i < Y.length; i++) {
      data.add(new Reported(Y[i], Math.sqrt(V[i]), "test"));
    }
    Studies studies = Studies.named("a", "b", "c", "d", "e").withModerator("n", weights);
    return ReportedEffects.of(ReportedMeasure.GENERIC_DIFFERENCE, studies, data);
  }

  private static final Effects EFFECTS = effects(Moderator.of(N));

  @Test
  void weightsOfTheGeneralisedQFollowTheStudiesIntoSubsets() {
    RandomEffects model = RandomEffects.withDefaults().tau2GeneralisedQ("n");
    RandomEffectsFit all = model.fit(EFFECTS);
    assertEquals(Tau2Method.generalisedQ(N).estimate(Y, V), all.tau2(), 1e-12);
    RandomEffectsFit three = all.refit(4, 0, 2);
    double expected =
        Tau2Method.generalisedQ(20, 40, 15)
            .estimate(new double[] {1.4, 0.2, -0.4}, new double[] {0.2, 0.1, 0.3});
    assertTrue(expected > 0);
    assertEquals(expected, three.tau2(), 1e-12);
    assertTrue(all.methods().toString().contains("weights 'n'"));
    assertTrue(all.tau2StandardError().orElseThrow() > 0);
  }

  @Test
  void unusableWeightsAreNamed() {
    RandomEffects model = RandomEffects.withDefaults().tau2GeneralisedQ("n");
    String zero = message(model, effects(Moderator.of(40, 200, 0, 90, 20)));
    assertTrue(zero.contains("study 'c'") && zero.contains("was 0.0"), zero);
    String text = message(model, effects(Moderator.of(List.of("x", "y", "x", "y", "x"))));
    assertTrue(text.contains("must be numeric"), text);
    String unknown = message(RandomEffects.withDefaults().tau2GeneralisedQ("size"), EFFECTS);
    assertTrue(unknown.contains("'size'"), unknown);
  }

  private static String message(RandomEffects model, Effects effects) {
    return assertThrows(IllegalArgumentException.class, () -> model.fit(effects)).getMessage();
  }

  @Test
  void aGivenTau2HoldsForOneStudyAndHasNoInterval() {
    RandomEffects model =
        RandomEffects.withDefaults().tau2Fixed(0.2).interval(ConfidenceMethod.WALD);
    RandomEffectsFit fit = model.fit(EFFECTS);
    assertEquals(0.2, fit.tau2());
    assertTrue(fit.tau2Interval().isEmpty() && fit.tau2StandardError().isEmpty());
    assertTrue(fit.notes().toString().contains("given, not estimated"));
    RandomEffectsFit one = fit.refit(0);
    assertEquals(Math.sqrt(0.1 + 0.2), one.standardError(), 1e-15);
  }

  @Test
  void theIntervalOfTau2IsAChoice() {
    for (Tau2IntervalMethod method : Tau2IntervalMethod.values()) {
      RandomEffectsFit fit =
          RandomEffects.withDefaults().tau2(Tau2Estimator.DL).tau2Interval(method).fit(EFFECTS);
      assertEquals(method, fit.tau2Bounds().orElseThrow().method());
      assertTrue(fit.methods().toString().contains(method.label() + " interval of τ²"));
      double upper = fit.tau2Interval().orElseThrow().upper();
      assertEquals(Math.sqrt(upper), fit.tauInterval().orElseThrow().upper(), 1e-15);
      assertEquals(
          ISquared.fromTau2(upper, V), fit.iSquaredInterval().orElseThrow().upper(), 1e-10);
      assertEquals(
          ISquared.hSquaredFromTau2(upper, V),
          fit.hSquaredInterval().orElseThrow().upper(),
          1e-10 * upper / 0.01);
    }
    RandomEffectsFit none =
        RandomEffects.withDefaults().tau2Interval(Tau2IntervalMethod.GENERALISED_Q).fit(EFFECTS);
    assertTrue(none.tau2Interval().isEmpty());
    assertTrue(none.notes().toString().contains("No generalised Q interval"));
  }

  @Test
  void sidikJonkmanStartsWhereItIsTold() {
    double expected = Tau2Method.sidikJonkman(0.05).estimate(Y, V);
    RandomEffectsFit fit = RandomEffects.withDefaults().tau2SidikJonkman(0.05).fit(EFFECTS);
    assertEquals(expected, fit.tau2(), 1e-12);
    assertEquals(ISquared.rB(fit.tau2(), V), fit.rB(), 1e-10);
  }
}
