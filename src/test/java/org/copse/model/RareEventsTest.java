package org.copse.model;

import static org.copse.effect.BinaryMeasure.ODDS_RATIO;
import static org.copse.effect.BinaryMeasure.PETO_ODDS_RATIO;
import static org.copse.effect.BinaryMeasure.RISK_DIFFERENCE;
import static org.copse.effect.BinaryMeasure.RISK_RATIO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.copse.Bcg;
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
import org.junit.jupiter.api.Test;

/** Advice on rare events appears where its sources say so, and not on ordinary data. */
class RareEventsTest {

  private static final String SOURCE = "Bradburn 2007";

  private static Studies studies(int k) {
    return Studies.of(IntStream.range(0, k).mapToObj(i -> "S" + i).toList());
  }

  private static BinaryEffects effects(BinaryMeasure measure, int... counts) {
    List<TwoByTwo> tables = new ArrayList<>();
    for (int i = 0; i < counts.length; i += 4) {
      tables.add(new TwoByTwo(counts[i], counts[i + 1], counts[i + 2], counts[i + 3]));
    }
    return BinaryEffects.of(measure, studies(tables.size()), tables);
  }

  private static String advice(Fit fit) {
    List<String> notes = new ArrayList<>(fit.notes());
    notes.removeAll(fit.effects().notes());
    return notes.toString();
  }

  @Test
  void ordinaryDataGetNone() {
    for (BinaryMeasure measure : List.of(RISK_RATIO, ODDS_RATIO, RISK_DIFFERENCE)) {
      BinaryEffects bcg = Bcg.effects(measure);
      for (Fit fit : List.of(CommonEffect.of(bcg), RandomEffects.of(bcg), MantelHaenszel.of(bcg))) {
        assertFalse(fit.notes().toString().contains(SOURCE), fit.notes().toString());
      }
    }
    assertEquals("[]", advice(Peto.of(Bcg.effects(ODDS_RATIO))));
    // a zero cell among common events is no rare event
    BinaryEffects common = effects(ODDS_RATIO, 10, 10, 5, 12, 8, 30, 9, 31);
    assertEquals("[]", advice(CommonEffect.of(common)));
  }

  @Test
  void zeroCellsOfRareEvents() {
    BinaryEffects zero = effects(ODDS_RATIO, 0, 100, 3, 101, 2, 150, 4, 149);
    String note = advice(CommonEffect.of(zero));
    assertTrue(note.contains("1 study with a zero cell") && note.contains("ExactOddsRatio"), note);
    assertTrue(advice(RandomEffects.of(zero)).contains(SOURCE));
    String ratio = advice(CommonEffect.of(zero.as(RISK_RATIO)));
    assertTrue(ratio.contains("MantelHaenszel") && !ratio.contains("ExactOddsRatio"), ratio);
    assertFalse(advice(MantelHaenszel.of(zero)).contains(SOURCE));
  }

  @Test
  void risksBelowOnePercent() {
    BinaryEffects rare = effects(ODDS_RATIO, 3, 1000, 5, 1001, 2, 1500, 4, 1490);
    assertTrue(advice(CommonEffect.of(rare)).contains("Peto or MantelHaenszel"));
    BinaryEffects uneven = effects(ODDS_RATIO, 3, 1000, 15, 3001, 2, 1500, 9, 4490);
    String note = advice(CommonEffect.of(uneven));
    assertTrue(note.contains("MantelHaenszel") && !note.contains("Peto"), note);
    BinaryEffects difference = rare.as(RISK_DIFFERENCE);
    for (Fit fit : List.of(CommonEffect.of(difference), MantelHaenszel.of(difference))) {
      assertTrue(advice(fit).contains("risk difference are too wide"), fit.model());
    }
  }

  @Test
  void petoWhereItIsBiased() {
    String large = advice(Peto.of(effects(PETO_ODDS_RATIO, 2, 100, 30, 100)));
    assertTrue(large.contains("large effects"), large);
    String uneven = advice(Peto.of(effects(PETO_ODDS_RATIO, 2, 100, 24, 400, 1, 90, 13, 300)));
    assertTrue(uneven.contains("unbalanced arms"), uneven);
    assertEquals("[]", advice(Peto.of(effects(PETO_ODDS_RATIO, 2, 1000, 3, 1000))));
  }

  @Test
  void doubleZeroStudies() {
    BinaryEffects some = effects(ODDS_RATIO, 12, 100, 18, 101, 0, 15, 0, 14);
    for (Fit fit : List.of(CommonEffect.of(some), Peto.of(some))) {
      assertTrue(advice(fit).contains("1 study without events in both arms"), fit.model());
      assertTrue(advice(fit).contains("BetaBinomial"), fit.model());
    }
    assertEquals("[]", advice(CommonEffect.of(some.as(RISK_DIFFERENCE))));
  }

  @Test
  void ratesAndProportions() {
    RateEffects rates =
        RateEffects.of(
            RateMeasure.INCIDENCE_RATE_RATIO,
            studies(2),
            List.of(new TwoRates(0, 40, 3, 41), new TwoRates(4, 60, 5, 70)));
    assertTrue(advice(CommonEffect.of(rates)).contains("ExactRateRatio"));
    RateEffects difference = rates.as(RateMeasure.INCIDENCE_RATE_DIFFERENCE);
    assertEquals("[]", advice(CommonEffect.of(difference)));
    ProportionEffects few =
        ProportionEffects.of(
            ProportionMeasure.LOGIT_PROPORTION,
            studies(2),
            List.of(new Proportion(0, 100), new Proportion(2, 150)));
    assertTrue(advice(CommonEffect.of(few)).contains("Glmm or BetaBinomial"));
    assertEquals("[]", advice(CommonEffect.of(few.as(ProportionMeasure.FREEMAN_TUKEY_PROPORTION))));
  }
}
