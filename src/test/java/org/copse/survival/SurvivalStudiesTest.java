package org.copse.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.copse.effect.ReportedEffects;
import org.copse.model.CommonEffect;
import org.junit.jupiter.api.Test;

class SurvivalStudiesTest {

  private static SurvivalStudies studies() {
    return SurvivalStudies.none()
        .and("Lung", SurvivalSets.lung())
        .and("Veteran", SurvivalSets.veteran());
  }

  @Test
  void restrictedMeanDifferencesStateTheirHorizonAndPool() {
    ReportedEffects effects = studies().restrictedMeanDifferences(300);
    KaplanMeierFit lung = KaplanMeier.of(SurvivalSets.lung());
    RestrictedMean first = lung.curves().get(0).restrictedMean(300);
    RestrictedMean second = lung.curves().get(1).restrictedMean(300);
    assertEquals(second.mean() - first.mean(), effects.estimate(0), 1e-12);
    double v = Math.pow(first.standardError(), 2) + Math.pow(second.standardError(), 2);
    assertEquals(v, effects.variance(0), 1e-10);
    assertTrue(effects.notes().get(0).contains("tau = 300"), effects.notes().toString());
    assertTrue(Double.isFinite(CommonEffect.of(effects).estimate()));
    SurvivalDifference difference = lung.restrictedMeanDifference(300);
    assertTrue(difference.interval().contains(difference.estimate()));
    assertEquals("restricted mean survival time to 300", difference.what());
  }

  @Test
  void landmarksAndHazardRatios() {
    ReportedEffects differences = studies().survivalDifferences(200);
    KaplanMeierFit lung = KaplanMeier.of(SurvivalSets.lung());
    double s1 = lung.curves().get(0).at(200).get(0).survival().getAsDouble();
    double s2 = lung.curves().get(1).at(200).get(0).survival().getAsDouble();
    assertEquals(s2 - s1, differences.estimate(0), 1e-15);
    ReportedEffects survival = studies().landmarkSurvival("1", 200);
    assertTrue(survival.notes().get(0).contains("survival of group '1' at 200"));
    double logit = survival.estimate(0);
    double logitOfS = lung.curve("1").at(200).get(0).survival().getAsDouble();
    assertEquals(logitOfS, 1 / (1 + Math.exp(-logit)), 1e-14);
    CoxCoefficient cox =
        CoxRegression.betweenGroups().fit(SurvivalSets.lung()).coefficients().get(0);
    assertEquals(cox.estimate(), studies().hazardRatios().estimate(0));
    HazardRatio logRank = LogRank.of(SurvivalSets.veteran()).hazardRatio().get();
    assertEquals(logRank.logEstimate(), studies().logRankHazardRatios().estimate(1));
  }

  @Test
  void everyStudyThatCannotBeUsedIsNamed() {
    SurvivalStudies more =
        studies()
            .and(
                "Short",
                SurvivalData.ofGroups(
                    new double[] {1, 2, 3, 4}, new double[4], List.of("a", "b", "a", "b")))
            .and("One arm", SurvivalData.of(new double[] {1, 2}, new double[] {1, 0}));
    assertEquals(2, more.largestHorizon());
    String message =
        assertThrows(IllegalArgumentException.class, () -> more.restrictedMeanDifferences(300))
            .getMessage();
    assertTrue(message.contains("Study 'Short': Cannot compute the restricted mean"), message);
    assertTrue(message.contains("Study 'One arm': Cannot compute a difference"), message);
    message = assertThrows(IllegalArgumentException.class, more::logRankHazardRatios).getMessage();
    assertTrue(message.contains("Study 'Short': variance V must be above 0"), message);
    assertThrows(IllegalArgumentException.class, () -> more.and("Short", SurvivalSets.lung()));
    assertThrows(IllegalArgumentException.class, () -> SurvivalStudies.none().hazardRatios());
    assertThrows(IllegalArgumentException.class, () -> studies().survivalDifferences(5000));
  }
}
