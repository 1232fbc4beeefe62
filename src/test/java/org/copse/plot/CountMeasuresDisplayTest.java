package org.copse.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.copse.bayes.BayesianRandomEffects;
import org.copse.data.Tables;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Effects;
import org.copse.effect.MatchedMargins;
import org.copse.effect.MatchedPairs;
import org.copse.effect.MatchedPairsEffects;
import org.copse.effect.MatchedPairsMeasure;
import org.copse.effect.Proportion;
import org.copse.effect.ProportionEffects;
import org.copse.effect.ProportionMeasure;
import org.copse.effect.Rate;
import org.copse.effect.RateEffects;
import org.copse.effect.RateMeasure;
import org.copse.effect.SingleRateEffects;
import org.copse.effect.SingleRateMeasure;
import org.copse.effect.Studies;
import org.copse.effect.TwoByTwo;
import org.copse.effect.TwoRates;
import org.copse.effect.ZeroCells;
import org.copse.model.CommonAndRandom;
import org.copse.model.Fit;
import org.copse.model.RandomEffects;
import org.copse.report.EffectsReport;
import org.copse.report.FitReport;
import org.copse.sensitivity.LeaveOneOut;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables and plots of a fit of every measure of counts. */
class CountMeasuresDisplayTest {

  private static final Studies STUDIES = Studies.named("Aster", "Birch", "Cedar", "Dogwood");

  static Stream<Effects> effects() {
    List<Effects> all = new ArrayList<>();
    List<TwoByTwo> tables =
        List.of(
            new TwoByTwo(4, 60, 11, 58),
            new TwoByTwo(0, 25, 3, 27),
            new TwoByTwo(9, 40, 15, 44),
            new TwoByTwo(0, 20, 0, 21));
    for (BinaryMeasure measure : BinaryMeasure.values()) {
      all.add(BinaryEffects.of(measure, STUDIES, tables));
      all.add(BinaryEffects.of(measure, STUDIES, tables, ZeroCells.TREATMENT_ARM.withDoubleZero()));
    }
    List<MatchedPairs> pairs =
        List.of(
            new MatchedPairs(12, 9, 4, 30),
            new MatchedPairs(0, 5, 0, 11),
            new MatchedPairs(7, 7, 2, 21),
            new MatchedPairs(3, 0, 0, 8));
    for (MatchedPairsMeasure measure : MatchedPairsMeasure.values()) {
      all.add(MatchedPairsEffects.of(measure, STUDIES, pairs).arms("New", "Old"));
    }
    all.add(
        MatchedPairsEffects.ofMargins(
            MatchedPairsMeasure.MARGINAL_RISK_RATIO,
            STUDIES,
            List.of(
                new MatchedMargins(12, 9, 40, 0.3),
                new MatchedMargins(5, 9, 31, 0.25),
                new MatchedMargins(20, 2, 50, 0.9),
                new MatchedMargins(7, 8, 26, 0.3))));
    List<Proportion> proportions =
        List.of(
            new Proportion(0, 9),
            new Proportion(9, 9),
            new Proportion(3, 8),
            new Proportion(2, 400));
    for (ProportionMeasure measure : ProportionMeasure.values()) {
      all.add(ProportionEffects.of(measure, STUDIES, proportions));
    }
    List<TwoRates> rates =
        List.of(
            new TwoRates(4, 30, 9, 31),
            new TwoRates(0, 12, 3, 12.5),
            new TwoRates(0, 8, 0, 9),
            new TwoRates(17, 60, 21, 55));
    for (RateMeasure measure : RateMeasure.values()) {
      all.add(RateEffects.of(measure, STUDIES, rates).timeUnit("person-years"));
    }
    List<Rate> single =
        List.of(new Rate(40, 30), new Rate(0, 12), new Rate(31, 8), new Rate(170, 60));
    for (SingleRateMeasure measure : SingleRateMeasure.values()) {
      all.add(SingleRateEffects.of(measure, STUDIES, single).timeUnit("person-years"));
    }
    return all.stream();
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("effects")
  void printsAndDraws(Effects effects) throws Exception {
    String what = effects.measure().name();
    RandomEffects model = RandomEffects.withDefaults();
    Fit fit = model.fit(effects);
    ForestPlot plot = ForestPlot.of(fit);
    for (String text :
        List.of(
            plot.svg(),
            FunnelPlot.of(fit).svg(),
            FitReport.of(fit).toString(),
            EffectsReport.of(effects).toString(),
            ForestPlot.of(LeaveOneOut.of(fit)).svg(),
            FitReport.of(CommonAndRandom.withDefaults().fit(effects).random()).toString(),
            ForestPlot.of(BayesianRandomEffects.of(effects)).svg())) {
      assertFalse(text.contains("NaN"), () -> what + ": " + text);
      assertFalse(text.contains("Infinity"), () -> what + ": " + text);
    }
    SvgBoxes.assertTidy(plot.svg());
    assertEquals(effects.size(), Tables.of(effects).rowCount());
    nullLine(what, fit, plot.model());
    SvgBoxes.assertTidy(ForestPlot.of(CommonAndRandom.withDefaults().fit(effects)).svg());
  }

  /**
   * Single groups have no null line; logs of risks and rates are shown as such, on a plain axis.
   */
  private static void nullLine(String what, Fit fit, ForestModel model) {
    List<Double> lines =
        model.lines().stream()
            .filter(line -> line.kind() == ReferenceLine.Kind.NULL)
            .map(ReferenceLine::value)
            .toList();
    boolean single =
        fit.effects() instanceof ProportionEffects || fit.effects() instanceof SingleRateEffects;
    boolean ratio = what.endsWith("_RATIO");
    assertEquals(single ? List.of() : List.of(ratio ? 1.0 : 0.0), lines, what);
    assertEquals(ratio, model.axis().log(), what);
    if (fit.effects() instanceof SingleRateEffects) {
      assertEquals("Incidence rate per person-year", model.axis().label());
      assertTrue(model.axis().max() > 1, "rates may exceed 1");
      assertTrue(FitReport.of(fit).toString().contains("Incidence rate per person-year [95"));
    }
    if (fit.effects() instanceof ProportionEffects) {
      assertEquals("Proportion", model.axis().label());
      assertTrue(model.axis().min() >= 0 && model.axis().max() <= 1);
    }
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("effects")
  void subsetsAndNotesKeepEverything(Effects effects) {
    Effects two = effects.subset(2, 0).withNotes(List.of("Read by hand."));
    assertEquals(effects.measure(), two.measure());
    assertEquals("Cedar", two.studies().label(0));
    for (int j = 0; j < effects.rawColumns().size(); j++) {
      assertEquals(effects.raw(2, j), two.raw(0, j));
    }
    assertEquals(effects.displayedLabel(), two.displayedLabel());
    assertEquals(List.of("Read by hand."), two.dataNotes());
    assertTrue(Arrays.stream(two.estimates()).anyMatch(Double::isFinite), effects.toString());
  }
}
