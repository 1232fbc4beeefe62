package org.copse.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.copse.bayes.BayesianRandomEffects;
import org.copse.data.Tables;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Moderator;
import org.copse.effect.RateEffects;
import org.copse.effect.RateMeasure;
import org.copse.effect.Studies;
import org.copse.effect.TwoByTwo;
import org.copse.effect.TwoRates;
import org.copse.model.BetaBinomial;
import org.copse.model.CommonAndRandom;
import org.copse.model.CommonEffect;
import org.copse.model.ExactOddsRatio;
import org.copse.model.ExactRateRatio;
import org.copse.model.Fit;
import org.copse.model.Glmm;
import org.copse.model.HenmiCopas;
import org.copse.model.IVhet;
import org.copse.model.MantelHaenszel;
import org.copse.model.MantelHaenszelRates;
import org.copse.model.PenalisedLogistic;
import org.copse.model.Peto;
import org.copse.model.RandomEffects;
import org.copse.model.SampleSizeWeighted;
import org.copse.model.SubgroupAnalysis;
import org.copse.model.Subgroups;
import org.copse.plot.ForestPlot;
import org.copse.plot.FunnelPlot;
import org.copse.sensitivity.LeaveOneOut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every model of counts on empty arms, arms of events only and other tables that have no estimate
 * or an infinite one: a result that prints, draws and splits without NaN, or an error that says
 * what to do.
 */
final class CountCornersTest {

  private static final Map<String, BinaryEffects> CORNERS = corners();

  private static Map<String, BinaryEffects> corners() {
    Map<String, BinaryEffects> all = new LinkedHashMap<>();
    all.put("one study", tables(4, 50, 9, 48));
    all.put("one study with a zero", tables(0, 50, 9, 48));
    all.put("one double zero", tables(0, 50, 0, 48));
    all.put("no event in the first arm", tables(0, 50, 5, 48, 0, 30, 2, 32));
    all.put("no event in the second arm", tables(5, 50, 0, 48, 3, 30, 0, 32));
    all.put("events only", tables(50, 50, 48, 48, 30, 30, 20, 20));
    all.put("mixed", tables(0, 50, 48, 48, 30, 30, 0, 32, 5, 20, 6, 21, 0, 9, 0, 9, 9, 9, 9, 9));
    all.put("tiny", tables(0, 1, 1, 1, 1, 1, 0, 1, 1, 2, 1, 2));
    all.put("equal", tables(4, 50, 9, 48, 4, 50, 9, 48, 4, 50, 9, 48));
    return all;
  }

  private static BinaryEffects tables(double... n) {
    List<TwoByTwo> counts = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    String[] labels = new String[n.length / 4];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = "study " + (i + 1);
      groups.add(i % 2 == 0 ? "a" : "b");
      counts.add(new TwoByTwo(n[4 * i], n[4 * i + 1], n[4 * i + 2], n[4 * i + 3]));
    }
    Studies studies = Studies.named(labels).withModerator("g", Moderator.of(groups));
    return BinaryEffects.of(BinaryMeasure.ODDS_RATIO, studies, counts);
  }

  static Stream<String> names() {
    return CORNERS.keySet().stream();
  }

  private static RateEffects rates(BinaryEffects counts) {
    List<TwoRates> rates = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      TwoByTwo t = counts.counts(i);
      rates.add(new TwoRates(t.events1(), 1.5 * t.total1(), t.events2(), t.total2()));
    }
    return RateEffects.of(RateMeasure.INCIDENCE_RATE_RATIO, counts.studies(), rates);
  }

  private static Map<String, Supplier<Fit>> models(BinaryEffects or) {
    BinaryEffects rr = or.as(BinaryMeasure.RISK_RATIO);
    Map<String, Supplier<Fit>> models = new LinkedHashMap<>();
    models.put("common", () -> CommonEffect.of(or));
    models.put("random", () -> RandomEffects.of(or));
    models.put("Mantel-Haenszel", () -> MantelHaenszel.of(or));
    models.put("Peto", () -> Peto.of(or));
    models.put("GLMM", () -> Glmm.of(or));
    models.put("exact", () -> ExactOddsRatio.of(or));
    models.put("beta-binomial", () -> BetaBinomial.of(or));
    models.put("beta-binomial, risk ratio", () -> BetaBinomial.of(rr));
    models.put("penalised", () -> PenalisedLogistic.of(or));
    models.put("sample sizes", () -> SampleSizeWeighted.of(or));
    models.put("Henmi-Copas", () -> HenmiCopas.of(or));
    models.put("IVhet", () -> IVhet.of(or));
    models.put("Mantel-Haenszel rates", () -> MantelHaenszelRates.of(rates(or)));
    models.put("exact rates", () -> ExactRateRatio.of(rates(or)));
    return models;
  }

  @ParameterizedTest
  @MethodSource("names")
  void resultsOrErrorsThatSayWhatToDo(String name) {
    models(CORNERS.get(name)).forEach((model, fit) -> check(name + ", " + model, fit));
  }

  private static void check(String where, Supplier<Fit> model) {
    Fit fit;
    try {
      fit = model.get();
    } catch (IllegalArgumentException e) {
      assertMessage(where, e);
      return;
    }
    List<Supplier<String>> shown = new ArrayList<>();
    shown.add(fit::toString);
    shown.add(() -> fit.notes().toString() + fit.methods());
    shown.add(() -> PlainTable.of(FitReport.of(fit)));
    shown.add(() -> PlainTable.of(FitReport.studies(fit)));
    shown.add(() -> ForestPlot.of(fit).svg() + ForestPlot.of(fit).altText());
    shown.add(() -> FunnelPlot.of(fit).svg() + FunnelPlot.of(fit).altText());
    shown.add(() -> Tables.of(fit).name() + Tables.summary(fit).name());
    if (fit.k() > 1) {
      shown.add(() -> leaveOneOut(LeaveOneOut.of(fit)));
      shown.add(() -> subgroups(Subgroups.by("g").of(fit)));
    }
    for (Supplier<String> text : shown) {
      try {
        String value = text.get();
        assertFalse(value.contains("NaN") || value.contains("Infinity"), where + "\n" + value);
      } catch (IllegalArgumentException e) {
        assertMessage(where, e);
      }
    }
  }

  private static String leaveOneOut(LeaveOneOut omissions) {
    return omissions + PlainTable.of(FitReport.of(omissions)) + ForestPlot.of(omissions).svg();
  }

  private static String subgroups(SubgroupAnalysis groups) {
    return groups + PlainTable.of(FitReport.of(groups)) + ForestPlot.of(groups).svg();
  }

  private static void assertMessage(String where, IllegalArgumentException error) {
    assertTrue(
        error.getMessage().matches("(?s)Cannot .* must .*, was .*\\. .*\\."),
        where + ": " + error.getMessage());
  }

  @Test
  void noStudyIsAnErrorOfEveryModel() {
    BinaryEffects none = CORNERS.get("equal").subset();
    Map<String, Supplier<Fit>> models = models(none);
    models.forEach(
        (model, fit) ->
            assertMessage(model, assertThrows(IllegalArgumentException.class, fit::get, model)));
    for (Runnable fit :
        List.<Runnable>of(() -> BayesianRandomEffects.of(none), () -> CommonAndRandom.of(none))) {
      assertMessage("k = 0", assertThrows(IllegalArgumentException.class, fit::run));
    }
  }

  @Test
  void infiniteAndMissingBoundsAsText() {
    BinaryEffects empty = CORNERS.get("no event in the second arm");
    assertTrue(ExactOddsRatio.of(empty).toString().contains(": ∞ [1.793; ∞], k = 2"));
    assertTrue(BetaBinomial.of(empty).toString().contains(": ∞ without an interval, k = 2"));
    String peto = Peto.of(empty).notes().toString();
    assertTrue(peto.contains("(Mantel-Haenszel odds ratio ∞)"), peto);
  }

  @Test
  void funnelOfAnInfiniteEffectHasNoRegion() {
    String svg = FunnelPlot.of(ExactOddsRatio.of(CORNERS.get("no event in the first arm"))).svg();
    assertTrue(svg.contains("The pooled effect is infinite: there is no region around it."), svg);
    assertEquals(2, Arrays.stream(svg.split("<circle")).count() - 1);
  }

  @Test
  void textsHaveADecimalPointInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      BinaryEffects equal = CORNERS.get("equal");
      assertTrue(CommonEffect.of(equal).toString().matches(".*: 0\\.\\d+ \\[0\\.\\d+; .*"));
      assertFalse(BayesianRandomEffects.of(equal).toString().contains("0,"));
      assertFalse(BayesianRandomEffects.of(equal).tau().toString().contains("0,"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void twoStudiesPointToBayes() {
    String advice = "k = 2: the interval rests on almost no information about τ²";
    BinaryEffects equal = CORNERS.get("equal");
    assertTrue(RandomEffects.of(equal.subset(0, 1)).notes().toString().contains(advice));
    assertFalse(RandomEffects.of(equal).notes().toString().contains(advice));
    assertFalse(
        RandomEffects.withDefaults()
            .tau2Fixed(0.1)
            .fit(equal.subset(0, 1))
            .notes()
            .toString()
            .contains(advice));
  }
}
