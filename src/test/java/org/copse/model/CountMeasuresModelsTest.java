package org.copse.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Proportion;
import org.copse.effect.ProportionEffects;
import org.copse.effect.ProportionMeasure;
import org.copse.effect.RateEffects;
import org.copse.effect.RateMeasure;
import org.copse.effect.Studies;
import org.copse.effect.TwoByTwo;
import org.copse.effect.TwoRates;
import org.copse.effect.ZeroCells;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What models of counts make of each measure, and what fits say of its scale. */
class CountMeasuresModelsTest {

  private static final Studies STUDIES = Studies.named("A", "B", "C");
  private static final List<TwoByTwo> TABLES =
      List.of(new TwoByTwo(4, 60, 11, 58), new TwoByTwo(2, 25, 3, 27), new TwoByTwo(9, 40, 15, 44));

  private static void refuses(Executable fit, String... words) {
    String message = assertThrows(IllegalArgumentException.class, fit).getMessage();
    for (String word : words) {
      assertTrue(message.contains(word), message);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = BinaryMeasure.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"RISK_RATIO", "ODDS_RATIO", "RISK_DIFFERENCE", "PETO_ODDS_RATIO"})
  void measuresOfEstimatesAloneAreRefusedWhereCountsArePooled(BinaryMeasure measure) {
    BinaryEffects effects = BinaryEffects.of(measure, STUDIES, TABLES);
    String name = measure.name();
    refuses(() -> MantelHaenszel.of(effects), name, "Mantel-Haenszel", "RandomEffects");
    refuses(() -> Peto.of(effects), name, "PETO_ODDS_RATIO");
    refuses(() -> Glmm.of(effects), name, "ODDS_RATIO");
    refuses(() -> ExactOddsRatio.of(effects), name, "ODDS_RATIO");
    refuses(() -> PenalisedLogistic.of(effects), name, "ODDS_RATIO");
    refuses(() -> BetaBinomial.of(effects), name, "beta-binomial");
    CommonAndRandomFit both = CommonAndRandom.withDefaults().fit(effects);
    assertInstanceOf(CommonEffectFit.class, both.common());
    Fit revman = RandomEffects.preset(Preset.REVMAN5).fit(effects);
    assertTrue(Double.isFinite(revman.estimate()));
  }

  @Test
  void squareRootDifferencesOfRatesAreRefusedToo() {
    RateEffects effects =
        RateEffects.of(
            RateMeasure.SQUARE_ROOT_RATE_DIFFERENCE,
            STUDIES,
            List.of(new TwoRates(3, 9, 4, 8), new TwoRates(0, 9, 4, 8), new TwoRates(0, 9, 0, 8)));
    assertEquals(List.of(), effects.notes());
    refuses(() -> MantelHaenszelRates.of(effects), "SQUARE_ROOT_RATE_DIFFERENCE");
    refuses(() -> ExactRateRatio.of(effects), "SQUARE_ROOT_RATE_DIFFERENCE");
    refuses(() -> Glmm.of(effects), "SQUARE_ROOT_RATE_DIFFERENCE");
    assertInstanceOf(CommonEffectFit.class, CommonAndRandom.withDefaults().fit(effects).common());
  }

  @ParameterizedTest
  @EnumSource(
      value = ProportionMeasure.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"RAW_PROPORTION", "LOGIT_PROPORTION"})
  void betaBinomialTakesRawAndLogitProportionsOnly(ProportionMeasure measure) {
    ProportionEffects effects = proportions(measure, 1, 30, 2, 40, 5, 50);
    refuses(
        () -> BetaBinomial.withDefaults().fitProportions(effects),
        measure.name(),
        "LOGIT_PROPORTION");
  }

  private static ProportionEffects proportions(ProportionMeasure measure, double... counts) {
    return ProportionEffects.of(
        measure,
        STUDIES,
        List.of(
            new Proportion(counts[0], counts[1]),
            new Proportion(counts[2], counts[3]),
            new Proportion(counts[4], counts[5])));
  }

  @Test
  void rareEventsAdviceSaysWhatTheRuleDid() {
    List<TwoByTwo> rare =
        List.of(
            new TwoByTwo(0, 300, 2, 300),
            new TwoByTwo(1, 200, 3, 200),
            new TwoByTwo(2, 400, 2, 400));
    BinaryEffects q = BinaryEffects.of(BinaryMeasure.YULES_Q, STUDIES, rare);
    assertTrue(advice(q).contains("rests on the 0.5 added"), advice(q));
    assertTrue(advice(q).contains("effects.as(ODDS_RATIO)"));
    assertTrue(advice(q.zeroCells(ZeroCells.TREATMENT_ARM)).contains("rests on the correction"));
    assertTrue(
        advice(q.as(BinaryMeasure.RISK_RATIO).zeroCells(ZeroCells.NONE))
            .contains("leaves such studies out"));
    assertEquals("", advice(q.as(BinaryMeasure.ARCSINE_DIFFERENCE)));
  }

  private static String advice(BinaryEffects effects) {
    return RandomEffects.of(effects).notes().stream()
        .filter(note -> note.startsWith("Rare events"))
        .findFirst()
        .orElse("");
  }

  @Test
  void intervalsBeyondTheMeasureAreSaid() {
    Fit raw = RandomEffects.of(proportions(ProportionMeasure.RAW_PROPORTION, 1, 30, 0, 40, 9, 50));
    assertTrue(raw.interval().lower() < 0);
    assertTrue(
        raw.notes()
            .contains(
                "The confidence interval of the pooled proportion reaches below 0, which the measure cannot be: pool on the logit scale, effects.as(LOGIT_PROPORTION)."),
        raw.notes().toString());
    Fit log =
        RandomEffects.of(proportions(ProportionMeasure.LOG_PROPORTION, 30, 30, 9, 40, 49, 50));
    assertTrue(log.backTransformed().interval().upper() > 1);
    assertTrue(log.notes().stream().anyMatch(n -> n.contains("reaches above 1")));
    Fit logit =
        RandomEffects.of(proportions(ProportionMeasure.LOGIT_PROPORTION, 1, 30, 0, 40, 9, 50));
    assertTrue(logit.notes().stream().noneMatch(n -> n.contains("cannot be")));
  }

  @Test
  void freemanTukeyValuesThatDependOnTheSizeAreSaid() {
    Fit uneven =
        CommonEffect.of(
            proportions(ProportionMeasure.FREEMAN_TUKEY_PROPORTION, 60, 200_000, 1, 40, 2, 25));
    String note =
        uneven.notes().stream()
            .filter(n -> n.contains("harmonic mean of the totals"))
            .findFirst()
            .orElseThrow();
    assertTrue(note.contains("smallest (25)") && note.contains("largest (200000)"), note);
    assertTrue(note.contains("Schwarzer"), note);
    Fit even =
        CommonEffect.of(
            proportions(ProportionMeasure.FREEMAN_TUKEY_PROPORTION, 9, 40, 12, 45, 11, 38));
    assertTrue(even.notes().stream().noneMatch(n -> n.contains("harmonic mean")));
  }
}
