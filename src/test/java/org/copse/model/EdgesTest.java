package org.copse.model;

import static org.copse.effect.BinaryMeasure.ODDS_RATIO;
import static org.copse.effect.BinaryMeasure.PETO_ODDS_RATIO;
import static org.copse.effect.BinaryMeasure.RISK_DIFFERENCE;
import static org.copse.effect.BinaryMeasure.RISK_RATIO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.copse.Bcg;
import org.copse.effect.BinaryEffects;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.effect.Moderator;
import org.copse.effect.RateEffects;
import org.copse.effect.RateMeasure;
import org.copse.effect.Reported;
import org.copse.effect.ReportedEffects;
import org.copse.effect.ReportedMeasure;
import org.copse.effect.Studies;
import org.copse.effect.StudyDataException;
import org.copse.effect.TwoByTwo;
import org.copse.effect.TwoRates;
import org.copse.effect.ZeroCells;
import org.copse.heterogeneity.PredictionMethod;
import org.copse.heterogeneity.QCentre;
import org.copse.heterogeneity.Tau2Estimator;
import org.copse.heterogeneity.Tau2Interval;
import org.copse.sensitivity.LeaveOneOut;
import org.junit.jupiter.api.Test;

/**
 * Few studies, zero cells, extreme variances, many studies; and the messages of what cannot be
 * done.
 */
class EdgesTest {

  private static BinaryEffects binary(TwoByTwo... counts) {
    String[] labels = new String[counts.length];
    Arrays.setAll(labels, i -> "study " + (i + 1));
    return BinaryEffects.of(RISK_RATIO, Studies.named(labels), List.of(counts));
  }

  private static String message(Runnable action) {
    return assertThrows(IllegalArgumentException.class, action::run).getMessage();
  }

  @Test
  void oneStudyIsItself() {
    Effects one = PlainEffects.of(new double[] {0.3}, new double[] {0.04});
    RandomEffectsFit fit = RandomEffects.of(one);
    assertEquals(0.3, fit.estimate());
    assertEquals(0.2, fit.standardError(), 1e-15);
    assertEquals(0, fit.tau2());
    assertTrue(fit.tau2Interval().isEmpty());
    assertTrue(fit.iSquaredInterval().isEmpty());
    assertTrue(fit.prediction().isEmpty());
    assertTrue(fit.backTransformedPrediction().isEmpty());
    assertEquals(0, fit.iSquaredFromTau2());
    assertEquals(1, fit.hSquaredFromTau2());
    assertEquals(0, fit.heterogeneity().df());
    assertEquals(1, fit.heterogeneity().p());
    assertEquals(1, fit.heterogeneity().hSquared());
    assertTrue(fit.notes().toString().contains("One study"));
    for (ConfidenceMethod method : ConfidenceMethod.values()) {
      Fit other = RandomEffects.withDefaults().interval(method).fit(one);
      assertEquals(fit.interval(), other.interval());
    }
    assertThrows(IllegalArgumentException.class, () -> LeaveOneOut.of(fit));
  }

  @Test
  void twoTrialsByHartungKnappAndItsFallback() {
    ReportedEffects two =
        ReportedEffects.of(
            ReportedMeasure.HAZARD_RATIO,
            Studies.named("BOLERO-2", "TAMRAD"),
            List.of(
                Reported.fromInterval(ReportedMeasure.HAZARD_RATIO, 0.45, 0.38, 0.54, 0.95),
                Reported.fromInterval(ReportedMeasure.HAZARD_RATIO, 0.54, 0.36, 0.81, 0.95)));
    BackTransformed common = CommonEffect.of(two).backTransformed();
    assertEquals(0.463, common.estimate(), 5e-4);
    assertEquals(0.394, common.interval().lower(), 5e-4);
    assertEquals(0.544, common.interval().upper(), 5e-4);
    RandomEffectsFit plain =
        RandomEffects.withDefaults().interval(ConfidenceMethod.HARTUNG_KNAPP).fit(two);
    assertEquals(0.199, plain.backTransformed().interval().lower(), 5e-4);
    assertEquals(1.078, plain.backTransformed().interval().upper(), 5e-4);
    assertTrue(plain.notes().toString().contains("without modification"));
    RandomEffectsFit fallback = RandomEffects.of(two);
    assertEquals(common.interval().upper(), fallback.backTransformed().interval().upper(), 1e-12);
    assertTrue(fallback.notes().toString().contains("in place of Hartung-Knapp"));
    RandomEffectsFit hts = RandomEffects.withDefaults().prediction(PredictionMethod.HTS).fit(two);
    assertTrue(hts.prediction().isEmpty());
    assertTrue(hts.notes().toString().contains("No prediction interval"));
  }

  @Test
  void zeroCellsAreCorrectedLeftOutAndSaid() {
    BinaryEffects effects =
        binary(new TwoByTwo(0, 20, 3, 22), new TwoByTwo(0, 10, 0, 12), new TwoByTwo(5, 50, 9, 48));
    assertTrue(effects.isEstimable(0));
    assertFalse(effects.isEstimable(1));
    assertTrue(effects.notes().get(0).startsWith("1 study with a zero cell: 0.5 added"));
    assertTrue(effects.notes().get(1).contains("left out"));
    RandomEffectsFit fit = RandomEffects.of(effects);
    assertEquals(2, fit.k());
    assertEquals(0, fit.weight(1));
    assertTrue(fit.notes().containsAll(effects.notes()));
    assertEquals(3, MantelHaenszel.of(effects.as(RISK_DIFFERENCE)).k());
    assertEquals(2, MantelHaenszel.of(effects.as(ODDS_RATIO)).k());
    assertEquals(2, Peto.of(effects.as(PETO_ODDS_RATIO)).k());
    BinaryEffects none = effects.zeroCells(ZeroCells.NONE);
    assertEquals(1, none.estimable().length);
    assertEquals(2, MantelHaenszel.of(none).k());
    assertTrue(none.notes().toString().contains("no correction"));
    BinaryEffects kept =
        effects.zeroCells(new ZeroCells(0.5, ZeroCells.To.STUDIES_WITH_ZERO, true));
    assertEquals(3, kept.estimable().length);
    assertEquals(kept.zeroCells(), kept.subset(0, 1).zeroCells());
  }

  @Test
  void aSumOfZeroIsCorrectedOrAnError() {
    BinaryEffects never = binary(new TwoByTwo(5, 40, 0, 41), new TwoByTwo(2, 30, 0, 29));
    MantelHaenszelFit fit = MantelHaenszel.of(never);
    assertTrue(Double.isFinite(fit.estimate()));
    assertTrue(fit.notes().toString().contains("because a sum was zero"));
    MantelHaenszel strict = MantelHaenszel.withDefaults().correction(MhCorrection.NONE);
    assertTrue(message(() -> strict.fit(never)).contains("no events in any study"));
    assertTrue(
        strict
            .fit(binary(new TwoByTwo(5, 40, 2, 41)))
            .methods()
            .toString()
            .contains("No continuity"));
  }

  @Test
  void nothingEstimableIsAnErrorThatSaysWhatToDo() {
    BinaryEffects nothing = binary(new TwoByTwo(0, 10, 0, 10));
    for (Runnable fit :
        List.<Runnable>of(
            () -> CommonEffect.of(nothing),
            () -> RandomEffects.of(nothing),
            () -> MantelHaenszel.of(nothing),
            () -> Peto.of(nothing.as(PETO_ODDS_RATIO)))) {
      assertTrue(message(fit).startsWith("Cannot pool: at least 1 study must have an estimable"));
    }
  }

  @Test
  void misusedModelsSayWhatToDo() {
    BinaryEffects rr = Bcg.effects(RISK_RATIO);
    assertTrue(message(() -> Peto.of(rr)).contains("Use effects.as(PETO_ODDS_RATIO)"));
    BinaryEffects peto = rr.as(PETO_ODDS_RATIO);
    assertTrue(message(() -> MantelHaenszel.of(peto)).contains("Use Peto.of(effects)"));
    assertTrue(
        message(() -> MantelHaenszel.withDefaults().qCentre(QCentre.PETO)).contains("was PETO"));
    assertTrue(message(() -> CommonEffect.withDefaults().level(95)).contains("Use 0.95"));
    assertTrue(message(() -> RandomEffects.withDefaults().level(0)).contains("level"));
    assertTrue(message(() -> Peto.withDefaults().level(Double.NaN)).contains("level"));
    assertTrue(message(() -> MantelHaenszel.withDefaults().level(1)).contains("level"));
    RateEffects rates =
        RateEffects.of(
            RateMeasure.INCIDENCE_RATE_RATIO,
            Studies.named("a"),
            List.of(new TwoRates(3, 100, 5, 120)));
    assertTrue(
        message(() -> SampleSizeWeighted.of(rates))
            .contains("must be of counts or means of patients in two arms, was "));
    assertTrue(
        message(() -> Subgroups.by("allocation").of(rr)).contains("Use one of [alloc, ablat]"));
  }

  @Test
  void subgroupsNameMissingAndHopelessGroups() {
    Studies studies =
        Studies.named("a", "b", "c").withModerator("g", Moderator.of(List.of("x", "", "y")));
    BinaryEffects effects =
        BinaryEffects.of(
            RISK_RATIO,
            studies,
            List.of(
                new TwoByTwo(1, 10, 2, 10), new TwoByTwo(1, 10, 2, 10), new TwoByTwo(0, 9, 0, 9)));
    StudyDataException missing =
        assertThrows(StudyDataException.class, () -> Subgroups.by("g").of(effects));
    assertEquals(1, missing.problems().size());
    assertTrue(missing.getMessage().startsWith("Study 'b' (row 2): subgroup must be given"));
    BinaryEffects two = effects.subset(0, 2);
    SubgroupAnalysis hopeless = Subgroups.by("g").of(two);
    assertEquals(List.of("x"), hopeless.groups().stream().map(Subgroup::name).toList());
    assertEquals("y", hopeless.unpooled().get(0).name());
    assertEquals(List.of(1), hopeless.unpooled().get(0).rows());
    assertTrue(hopeless.notes().get(0).startsWith("Subgroup 'y' has no pooled estimate"));
    assertTrue(hopeless.betweenGroups().isEmpty());
    SubgroupAnalysis named = Subgroups.by("g").missingAs("not reported").of(effects);
    assertEquals(
        List.of("x", "not reported"), named.groups().stream().map(Subgroup::name).toList());
    SubgroupAnalysis one = Subgroups.by("g").of(effects.subset(0));
    assertTrue(one.betweenGroups().isEmpty());
    assertEquals("g", one.moderator());
    assertTrue(one.toString().contains("1 groups"));
  }

  @Test
  void equalStudiesUnderHartungKnappHaveNoWidthAndNoBetweenGroupsTest() {
    double[] y = {0.5, 0.5, 0.5, 0.5};
    double[] v = {0.1, 0.1, 0.1, 0.1};
    Studies studies =
        Studies.named("a", "b", "c", "d")
            .withModerator("g", Moderator.of(List.of("1", "1", "2", "2")));
    List<Reported> data =
        Arrays.stream(y).mapToObj(e -> new Reported(e, Math.sqrt(v[0]), "test")).toList();
    Effects effects = ReportedEffects.of(ReportedMeasure.GENERIC_DIFFERENCE, studies, data);
    RandomEffectsFit fit =
        RandomEffects.withDefaults().interval(ConfidenceMethod.HARTUNG_KNAPP).fit(effects);
    assertEquals(0, fit.interval().width(), 1e-15);
    assertTrue(Subgroups.by("g").of(fit).betweenGroups().isEmpty());
  }

  @Test
  void variancesOverTwelveOrders() {
    double[] y = {0.1, 0.5, -0.2, 3};
    double[] v = {1e-10, 1e-4, 1, 100};
    for (Tau2Estimator estimator : Tau2Estimator.values()) {
      RandomEffectsFit fit =
          RandomEffects.withDefaults().tau2(estimator).fit(PlainEffects.of(y, v));
      assertTrue(Double.isFinite(fit.estimate()) && fit.tau2() >= 0, estimator.name());
      assertTrue(fit.interval().contains(fit.estimate()));
    }
  }

  @Test
  void aHundredThousandStudies() {
    Random random = new Random(7);
    int k = 100_000;
    double[] y = random.doubles(k, -1, 1).toArray();
    double[] v = random.doubles(k, 0.01, 1).toArray();
    RandomEffectsFit fit = RandomEffects.of(PlainEffects.of(y, v));
    assertEquals(k, fit.k());
    assertTrue(Math.abs(fit.estimate()) < 0.02, "seed 7: " + fit.estimate());
  }

  @Test
  void arraysOfEstimatorsAreChecked() {
    double[] one = {1};
    assertTrue(
        message(() -> Tau2Estimator.DL.estimate(one, new double[0])).contains("same length"));
    assertTrue(
        message(() -> Tau2Estimator.PM.estimate(new double[] {Double.NaN}, one))
            .contains("study 1"));
    for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      double[] v = {1, bad};
      assertTrue(
          message(() -> Tau2Estimator.REML.estimate(new double[] {1, 2}, v)).contains("study 2"));
    }
    assertTrue(message(() -> Tau2Interval.qProfile(one, one, 0.95)).contains("at least 2"));
  }

  @Test
  void fitsDescribeThemselves() {
    BinaryEffects rr = Bcg.effects(RISK_RATIO);
    assertEquals(
        "Random effects, Risk ratio: 0.4894 [0.3301; 0.7257], k = 13",
        RandomEffects.of(rr).toString());
    for (Fit fit :
        List.of(
            CommonEffect.of(rr),
            MantelHaenszel.of(rr),
            MantelHaenszel.of(rr.as(ODDS_RATIO)),
            Peto.of(rr.as(ODDS_RATIO)),
            RandomEffects.preset(Preset.META8).fit(rr))) {
      assertFalse(fit.methods().isEmpty());
      assertEquals(13, fit.k());
      assertEquals(12, fit.refit(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11).k());
      assertTrue(fit.model().length() > 5);
    }
    assertTrue(LeaveOneOut.of(CommonEffect.of(rr)).toString().startsWith("Leave-one-out of 13"));
    Interval interval = new Interval(1, 2, 0.9);
    assertFalse(interval.contains(3));
    assertEquals(1, interval.width());
  }
}
