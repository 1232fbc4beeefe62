package org.copse.report;

import static org.copse.effect.BinaryMeasure.ODDS_RATIO;
import static org.copse.effect.BinaryMeasure.PETO_ODDS_RATIO;
import static org.copse.effect.BinaryMeasure.RISK_RATIO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.copse.Bcg;
import org.copse.effect.BinaryEffects;
import org.copse.effect.Moderator;
import org.copse.effect.RateEffects;
import org.copse.effect.RateMeasure;
import org.copse.effect.Studies;
import org.copse.effect.TwoByTwo;
import org.copse.effect.TwoRates;
import org.copse.model.CommonAndRandom;
import org.copse.model.CommonAndRandomFit;
import org.copse.model.CommonAndRandomSubgroups;
import org.copse.model.CommonEffectFit;
import org.copse.model.MantelHaenszel;
import org.copse.model.MantelHaenszelFit;
import org.copse.model.MantelHaenszelRatesFit;
import org.copse.model.PetoFit;
import org.copse.model.Preset;
import org.copse.model.RandomEffects;
import org.copse.model.Subgroups;
import org.copse.plot.ForestModel;
import org.copse.plot.ForestPlot;
import org.copse.plot.ForestRow;
import org.junit.jupiter.api.Test;

/** Common and random effects side by side, in tables and forest plots, with subgroups. */
class CommonAndRandomReportTest {

  private static final BinaryEffects RR = Bcg.effects(RISK_RATIO);

  private static String text(ReportTable table) {
    return PlainTable.of(table);
  }

  @Test
  void printsWhatRMetaPrints() {
    // R meta 8.3: metabin(tpos, tpos + tneg, cpos, cpos + cneg, sm = "RR", prediction = TRUE)
    String text = text(PairReport.of(CommonAndRandom.preset(Preset.META8).fit(RR)));
    assertTrue(text.contains("0.635 [0.588; 0.686]"), text);
    assertTrue(text.contains("0.489 [0.344; 0.696]"), text);
    assertTrue(text.contains("Test, common effect"), text);
    assertTrue(text.contains("Q = 152.23, df = 12"), text);
    assertTrue(text.contains("[0.136; 1.762]"), text);
  }

  @Test
  void studiesHaveBothWeights() {
    ReportTable table =
        PairReport.studies(CommonAndRandom.withDefaults().inverseVariance().fit(RR));
    assertEquals(List.of("common", "random"), headers(table));
    assertEquals(List.of("0.5%", "5.1%"), table.rows().get(0).cells().subList(2, 4));
    assertEquals(List.of("100.0%", ""), table.rows().get(13).cells().subList(2, 4));
    assertEquals(List.of("", "100.0%"), table.rows().get(14).cells().subList(2, 4));
  }

  private static List<String> headers(ReportTable table) {
    return table.columns().subList(2, 4).stream().map(ReportTable.Column::header).toList();
  }

  @Test
  void saysWhereTheCommonFitTakesItsOwnQ() {
    String text = text(PairReport.of(CommonAndRandom.of(RR)));
    assertTrue(text.contains("around the Mantel-Haenszel estimate it is: Q = 152.57"), text);
  }

  @Test
  void theMeasureAndTheProgramChooseTheCommonModel() {
    assertTrue(CommonAndRandom.of(RR).common() instanceof MantelHaenszelFit);
    assertTrue(CommonAndRandom.of(RR.as(PETO_ODDS_RATIO)).common() instanceof PetoFit);
    assertTrue(CommonAndRandom.preset(Preset.CMA).fit(RR).common() instanceof CommonEffectFit);
    RateEffects rates =
        RateEffects.of(
            RateMeasure.INCIDENCE_RATE_RATIO,
            Studies.named("a", "b"),
            List.of(new TwoRates(3, 100, 5, 90), new TwoRates(7, 210, 4, 200)));
    assertTrue(CommonAndRandom.of(rates).common() instanceof MantelHaenszelRatesFit);
    CommonAndRandom mh =
        CommonAndRandom.preset(Preset.CMA).mantelHaenszel(MantelHaenszel.withDefaults());
    assertTrue(mh.fit(RR).common() instanceof MantelHaenszelFit);
  }

  @Test
  void levelHoldsForBoth() {
    CommonAndRandomFit fit =
        CommonAndRandom.withDefaults()
            .level(0.9)
            .random(RandomEffects.preset(Preset.REVMAN5))
            .fit(Bcg.effects(ODDS_RATIO));
    assertEquals(0.9, fit.common().level());
    assertEquals(0.9, fit.random().level());
    assertEquals(0.9, fit.level());
    assertEquals(ODDS_RATIO, fit.measure());
    assertTrue(fit.toString().contains("Common effect (Mantel-Haenszel)"));
  }

  @Test
  void forestPlotHasBothDiamondsAndBothTests() {
    CommonAndRandomFit fit = CommonAndRandom.of(RR);
    ForestModel plain = ForestPlot.of(fit).model();
    assertEquals(2, rows(plain, ForestRow.Kind.TOTAL).size());
    ForestModel model = ForestPlot.of(fit.subgroups(Subgroups.by("alloc").commonTau2())).model();
    assertEquals(6, rows(model, ForestRow.Kind.SUBTOTAL).size());
    assertEquals(2, rows(model, ForestRow.Kind.TOTAL).size());
    String lines =
        String.join(
            "\n", rows(model, ForestRow.Kind.STATISTIC).stream().map(ForestRow::label).toList());
    assertTrue(lines.contains("subgroup differences (common effect)"), lines);
    assertTrue(lines.contains("subgroup differences (random effects)"), lines);
    assertTrue(lines.contains("Within subgroups: common τ² = 0.3615"), lines);
    double weights =
        rows(model, ForestRow.Kind.SUBTOTAL).stream()
            .map(r -> r.cells().get(5).text() + r.cells().get(6).text())
            .mapToDouble(t -> Double.parseDouble(t.replace("%", "")))
            .sum();
    assertEquals(200, weights, 0.3);
  }

  private static List<ForestRow> rows(ForestModel model, ForestRow.Kind kind) {
    return model.rows().stream().filter(r -> r.kind() == kind).toList();
  }

  @Test
  void subgroupTablesSayWhatTheGroupsShare() {
    CommonAndRandomSubgroups both =
        CommonAndRandom.of(RR).subgroups(Subgroups.by("alloc").commonTau2());
    String text = text(FitReport.of(both.random()));
    assertTrue(text.contains("τ² common to the subgroups: 0.3615 [0.1243; 1.1948] (REML)"), text);
    assertTrue(text.contains("Heterogeneity within subgroups: Q = 132.37, df = 10"), text);
    assertTrue(both.common().commonTau2().isEmpty());
  }

  @Test
  void aGroupWithoutEstimateIsShownAndNamed() {
    BinaryEffects effects =
        BinaryEffects.of(
            RISK_RATIO,
            Studies.named("a", "b", "c").withModerator("g", Moderator.of(List.of("x", "x", "y"))),
            List.of(
                new TwoByTwo(1, 10, 2, 10), new TwoByTwo(3, 10, 2, 10), new TwoByTwo(0, 9, 0, 9)));
    CommonAndRandomSubgroups both = CommonAndRandom.of(effects).subgroups(Subgroups.by("g"));
    assertTrue(text(FitReport.of(both.random())).contains("Subgroup 'y' has no pooled estimate"));
    ForestModel model = ForestPlot.of(both).model();
    assertEquals(3, rows(model, ForestRow.Kind.STUDY).size());
    assertTrue(
        rows(model, ForestRow.Kind.STATISTIC).stream()
            .anyMatch(r -> r.label().equals("Subtotal: not estimable")));
  }
}
