package org.copse.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Effects;
import org.copse.effect.Measure;
import org.copse.effect.Proportion;
import org.copse.effect.ProportionEffects;
import org.copse.effect.ProportionMeasure;
import org.copse.effect.Studies;
import org.copse.effect.TwoByTwo;
import org.copse.effect.ZeroCells;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Models by event, the rule on heterogeneity, zero cells, what is left out and what is said. */
class AdverseEventsTest {

  private static final TwoByTwo ORDINARY = new TwoByTwo(20, 100, 10, 100);
  private static final TwoByTwo HIGH = new TwoByTwo(60, 100, 5, 100);
  private static final TwoByTwo ZERO = new TwoByTwo(4, 100, 0, 100);
  private static final TwoByTwo EMPTY = new TwoByTwo(0, 100, 0, 100);
  private static final TwoByTwo FULL = new TwoByTwo(50, 50, 50, 50);

  private static BinaryEffects effects(BinaryMeasure measure, TwoByTwo... counts) {
    List<String> labels =
        IntStream.range(0, counts.length).mapToObj(i -> "Study " + (i + 1)).toList();
    return BinaryEffects.of(measure, Studies.of(labels), List.of(counts));
  }

  private static AdverseEventData one(Effects effects) {
    Measure measure = effects.measure();
    return AdverseEventData.of(measure, List.of(AdverseEventRows.of("rash", "", effects)));
  }

  private static AdverseEventResult only(AdverseEvents model, Effects effects) {
    return model.fit(one(effects)).results().get(0);
  }

  @Test
  void everyEventIsTheModelFittedToItsOwnRows() {
    BinaryEffects rash = effects(BinaryMeasure.RISK_RATIO, ORDINARY, HIGH);
    BinaryEffects cough = effects(BinaryMeasure.RISK_RATIO, HIGH, ORDINARY, ORDINARY);
    AdverseEventAnalysis analysis =
        AdverseEvents.of(
            AdverseEventData.of(
                BinaryMeasure.RISK_RATIO,
                List.of(
                    AdverseEventRows.of("rash", "any", rash),
                    AdverseEventRows.of("cough", "3-4", cough))));
    assertEquals(
        MantelHaenszel.of(rash).estimate(),
        analysis.result("rash", "any").fit().orElseThrow().estimate());
    assertEquals(
        MantelHaenszel.of(cough).interval(),
        analysis.result("cough", "3-4").fit().orElseThrow().interval());
    assertEquals(List.of("Any grade", "Grade 3-4"), List.copyOf(analysis.byGrade().keySet()));
    assertEquals(100, analysis.result("cough", "3-4").sum(0));
    assertTrue(
        analysis.notes().contains("2 events are tested; p values are not adjusted for that."));
  }

  @ParameterizedTest
  @EnumSource(EventModel.class)
  void whatIsLeftOutAndWhatIsPooledAddUpUnderEveryModel(EventModel model) {
    for (BinaryMeasure measure :
        List.of(
            BinaryMeasure.RISK_RATIO,
            BinaryMeasure.ODDS_RATIO,
            BinaryMeasure.RISK_DIFFERENCE,
            BinaryMeasure.PETO_ODDS_RATIO)) {
      if (!model.takes(measure)) {
        assertThrows(
            IllegalArgumentException.class,
            () -> only(AdverseEvents.withDefaults().model(model), effects(measure, ORDINARY)));
        continue;
      }
      for (ZeroCells rule :
          List.of(ZeroCells.DEFAULT, ZeroCells.NONE, ZeroCells.DEFAULT.withDoubleZero())) {
        BinaryEffects all = effects(measure, ORDINARY, ZERO, EMPTY, FULL, HIGH).zeroCells(rule);
        AdverseEventResult result = only(AdverseEvents.withDefaults().model(model), all);
        String what = model + " " + measure + " " + rule;
        assertEquals(result.fit().orElseThrow().k(), result.k(), what);
        assertEquals(5, result.k() + result.leftOut().size(), what);
        assertEquals(3, result.zeroCellStudies(), what);
      }
    }
  }

  @Test
  void studiesLeftOutSayWhy() {
    BinaryEffects all = effects(BinaryMeasure.RISK_RATIO, ORDINARY, EMPTY, FULL);
    StudyLeftOut gap = new StudyLeftOut("Study 9", "no value in events2");
    AdverseEventData data =
        AdverseEventData.of(
            BinaryMeasure.RISK_RATIO,
            List.of(
                new AdverseEventRows("rash", "", Optional.of(all), List.of(gap)),
                new AdverseEventRows("cough", "", Optional.empty(), List.of(gap)),
                AdverseEventRows.of("fever", "", effects(BinaryMeasure.RISK_RATIO, EMPTY))));
    AdverseEventAnalysis analysis = AdverseEvents.of(data);
    assertEquals(
        List.of(
            gap,
            new StudyLeftOut("Study 2", "no event in either arm (double zero)"),
            new StudyLeftOut("Study 3", "only events in both arms")),
        analysis.result("rash", "").leftOut());
    assertEquals(0, analysis.result("cough", "").k());
    assertTrue(
        analysis.notes().contains("cough: not pooled, no study reports it in full."),
        analysis.notes().toString());
    assertTrue(analysis.result("fever", "").fit().isEmpty());
    // the beta-binomial model alone can use a table of double zeros, and it has no effect to show
    assertFalse(analysis.result("fever", "").zeroCellMethods().isEmpty());
    assertTrue(
        analysis.result("fever", "").zeroCellMethods().stream()
            .allMatch(m -> m.fit().isPresent() != m.reason().length() > 0));
  }

  @Test
  void theRuleOnHeterogeneityLeadsToTheModelItSays() {
    BinaryEffects unlike = effects(BinaryMeasure.RISK_RATIO, ORDINARY, HIGH);
    BinaryEffects alike = effects(BinaryMeasure.RISK_RATIO, ORDINARY, ORDINARY);
    AdverseEvents rule = AdverseEvents.withDefaults().randomIfHeterogeneityBelow(0.10);
    double p = MantelHaenszel.of(unlike).heterogeneity().p();
    assertTrue(p < 0.10);
    AdverseEventResult random = only(rule, unlike);
    assertEquals(EventModel.RANDOM_EFFECTS, random.model());
    assertEquals(RandomEffects.of(unlike).estimate(), random.fit().orElseThrow().estimate());
    assertTrue(random.notes().get(0).startsWith("Random effects in place of Mantel-Haenszel"));
    AdverseEventResult common = only(rule, alike);
    assertEquals(EventModel.MANTEL_HAENSZEL, common.model());
    assertEquals(MantelHaenszel.of(alike).estimate(), common.fit().orElseThrow().estimate());
    assertTrue(
        rule.fit(one(unlike)).methods().stream().anyMatch(m -> m.contains("the data choose")));
    assertEquals(EventModel.MANTEL_HAENSZEL, only(AdverseEvents.withDefaults(), unlike).model());
    for (double bad : new double[] {0, 1, Double.NaN}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> AdverseEvents.withDefaults().randomIfHeterogeneityBelow(bad));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> rule.model(EventModel.RANDOM_EFFECTS).fit(one(unlike)));
  }

  @Test
  void methodsForZeroCellsStandBesideThem() {
    BinaryEffects zero = effects(BinaryMeasure.RISK_RATIO, ORDINARY, ZERO);
    AdverseEventResult revman = only(AdverseEvents.preset(Preset.REVMAN5), zero);
    assertEquals(
        List.of(
            EventModel.MANTEL_HAENSZEL,
            EventModel.PETO,
            EventModel.EXACT,
            EventModel.BETA_BINOMIAL),
        revman.zeroCellMethods().stream().map(ZeroCellMethod::method).toList());
    assertEquals(
        MantelHaenszel.of(zero).estimate(),
        revman.zeroCellMethods().get(0).fit().orElseThrow().estimate(),
        1e-14);
    assertEquals(
        ExactOddsRatio.of(zero.as(BinaryMeasure.ODDS_RATIO)).estimate(),
        revman.zeroCellMethods().get(2).fit().orElseThrow().estimate());
    assertEquals(BinaryMeasure.PETO_ODDS_RATIO, revman.zeroCellMethods().get(1).measure());
    assertEquals(3, only(AdverseEvents.withDefaults(), zero).zeroCellMethods().size());
    assertEquals(
        List.of(EventModel.GLMM),
        only(AdverseEvents.withDefaults().zeroCellMethods(EventModel.GLMM), zero)
            .zeroCellMethods()
            .stream()
            .map(ZeroCellMethod::method)
            .toList());
    BinaryEffects none = effects(BinaryMeasure.RISK_RATIO, ORDINARY, HIGH);
    assertTrue(only(AdverseEvents.preset(Preset.REVMAN5), none).zeroCellMethods().isEmpty());
  }

  @Test
  void singleArms() {
    ProportionEffects arms =
        ProportionEffects.of(
            ProportionMeasure.LOGIT_PROPORTION,
            Studies.named("a", "b", "c"),
            List.of(new Proportion(0, 12), new Proportion(8, 40), new Proportion(3, 30)));
    AdverseEventResult result = only(AdverseEvents.withDefaults(), arms);
    assertEquals(EventModel.RANDOM_EFFECTS, result.model());
    assertEquals(3, result.k());
    assertEquals(11, result.sum(0));
    assertEquals(82, result.sum(1));
    assertEquals(
        Glmm.of(arms).estimate(), result.zeroCellMethods().get(0).fit().orElseThrow().estimate());
    assertEquals(
        BetaBinomial.ofProportions(arms).estimate(),
        result.zeroCellMethods().get(1).fit().orElseThrow().estimate());
  }

  @Test
  void rowsOfOneTrialAreSaid() {
    BinaryEffects shared =
        BinaryEffects.of(
            BinaryMeasure.RISK_RATIO,
            Studies.named("a", "b", "c").withClusters(List.of("T", "T", "U")),
            List.of(ORDINARY, ORDINARY, ORDINARY));
    assertTrue(
        AdverseEvents.of(one(shared)).notes().stream()
            .anyMatch(n -> n.contains("2 of 3 rows are of T: rash")));
    assertFalse(
        AdverseEvents.of(one(effects(BinaryMeasure.RISK_RATIO, ORDINARY, ORDINARY)))
            .notes()
            .stream()
            .anyMatch(n -> n.contains("share patients")));
  }

  @Test
  void orderAndOtherEventsChangeNothing() {
    long seed = 20141;
    Random random = new Random(seed);
    List<AdverseEventRows> rows = new ArrayList<>();
    for (int e = 0; e < 20; e++) {
      TwoByTwo[] counts = new TwoByTwo[1 + random.nextInt(6)];
      for (int i = 0; i < counts.length; i++) {
        counts[i] = new TwoByTwo(random.nextInt(6), 40, random.nextInt(4), 38);
      }
      rows.add(AdverseEventRows.of("event " + e, "", effects(BinaryMeasure.RISK_RATIO, counts)));
    }
    AdverseEventAnalysis all =
        AdverseEvents.of(AdverseEventData.of(BinaryMeasure.RISK_RATIO, rows));
    for (AdverseEventRows row : rows) {
      AdverseEventData alone = AdverseEventData.of(BinaryMeasure.RISK_RATIO, List.of(row));
      assertEquals(
          AdverseEvents.of(alone).results().get(0).toString(),
          all.result(row.event(), "").toString(),
          "seed " + seed);
    }
  }

  @Test
  void badTablesAreRefusedAndLikelySlipsSaid() {
    BinaryEffects rash = effects(BinaryMeasure.RISK_RATIO, ORDINARY);
    List<AdverseEventRows> twice =
        List.of(AdverseEventRows.of("rash", "", rash), AdverseEventRows.of("rash", "", rash));
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> AdverseEventData.of(BinaryMeasure.ODDS_RATIO, twice))
            .getMessage();
    assertTrue(message.contains("'rash' comes twice"), message);
    assertTrue(message.contains("'rash' has Risk ratio"), message);
    assertThrows(
        IllegalArgumentException.class,
        () -> AdverseEventData.of(BinaryMeasure.RISK_RATIO, List.of()));
    AdverseEventData data =
        AdverseEventData.of(
            BinaryMeasure.RISK_RATIO,
            List.of(AdverseEventRows.of("rash", "", rash), AdverseEventRows.of("Rash ", "", rash)));
    assertTrue(data.notes().get(0).contains("pooled apart"), data.notes().toString());
    assertThrows(IllegalArgumentException.class, () -> data.grade("3-4"));
    assertThrows(IllegalArgumentException.class, () -> data.only("rash", "cough"));
    assertEquals(1, data.only("rash").events().size());
    assertThrows(IllegalArgumentException.class, () -> AdverseEvents.of(data).result("cough", ""));
  }
}
