package org.copse.plot;

import static org.copse.effect.BinaryMeasure.RISK_RATIO;
import static org.copse.plot.StudyPlotsTest.mark;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.copse.bias.LimitEstimate;
import org.copse.bias.LimitMetaAnalysis;
import org.copse.bias.LimitResult;
import org.copse.data.Datasets;
import org.copse.data.Trials;
import org.copse.model.CommonEffect;
import org.copse.model.RandomEffects;
import org.copse.model.RandomEffectsFit;
import org.copse.model.Subgroups;
import org.copse.sensitivity.Gosh;
import org.copse.sensitivity.GoshResult;
import org.copse.sensitivity.SpecificationAnalysis;
import org.copse.sensitivity.SpecificationCurve;
import org.junit.jupiter.api.Test;

/** The numbers of the plots of results against hand-made ones. */
class ResultPlotsTest {

  private static final String HOSTILE = "<img src=x onerror=alert(1)></script>";

  private final RandomEffectsFit fit =
      RandomEffects.of(
          Trials.of(Datasets.bcgVaccine())
              .study("author")
              .year("year")
              .binary("tpos", "tn", "cpos", "cn")
              .as(RISK_RATIO));

  private static Chart only(ChartPlot plot) {
    return plot.model().panels().get(0);
  }

  @Test
  void theProfilePeaksAtTheFitsTau2() {
    Chart chart = only(ProfilePlot.of(fit));
    ChartMark.Point top = mark(chart, ChartMark.Points.class, "Maximum").points().get(0);
    assertEquals(fit.tau2(), top.x(), 1e-8);
    assertEquals(0, top.y());
    List<ChartMark.Point> limit =
        mark(chart, ChartMark.Path.class, "Limit of the 95% interval").points();
    assertEquals(-3.841458820694124 / 2, limit.get(0).y(), 1e-12);
    for (ChartMark.Point p : mark(chart, ChartMark.Path.class, "Profile").points()) {
      assertTrue(p.y() <= 1e-9);
    }
  }

  @Test
  void draperyCurvesStandOverTheirEffects() {
    Chart chart = only(DraperyPlot.of(fit));
    List<ChartMark.Point> pooled = mark(chart, ChartMark.Path.class, "Pooled effect").points();
    ChartMark.Point top = pooled.get(pooled.size() / 2);
    assertEquals(Math.exp(fit.estimate()), top.x(), 1e-12);
    assertEquals(1, top.y(), 1e-12);
    assertEquals(13 + 1 + 1 + 3 + 2, chart.marks().size());
  }

  @Test
  void orchardAndCaterpillarShowIntervals() {
    Chart orchard = only(OrchardPlot.ofSubgroups(Subgroups.by("alloc").of(fit)));
    assertEquals(4, orchard.y().ticks().size());
    assertEquals("All studies (k = 13)", orchard.y().ticks().get(3).label());
    assertEquals(
        26, mark(orchard, ChartMark.Circles.class, "Studies, area by precision").points().size());
    ChartMark.Path trunk =
        orchard.marks().stream()
            .filter(m -> m.name().equals("95% CI"))
            .map(ChartMark.Path.class::cast)
            .reduce((a, b) -> b)
            .orElseThrow();
    assertEquals(Math.exp(fit.interval().lower()), trunk.points().get(0).x(), 1e-12);
    Chart caterpillar = only(CaterpillarPlot.of(fit));
    List<ChartMark.Point> points = mark(caterpillar, ChartMark.Points.class, "Studies").points();
    for (int i = 1; i < 13; i++) {
      assertTrue(points.get(i).x() >= points.get(i - 1).x());
      assertTrue(points.get(i).y() > points.get(i - 1).y());
    }
    ChartMark.Area band = mark(caterpillar, ChartMark.Area.class, "Prediction interval");
    double lower = fit.prediction().orElseThrow().interval().lower();
    assertEquals(Math.exp(lower), band.points().get(0).x(), 1e-12);
  }

  @Test
  void goshCountsEverySubsetOnce() {
    GoshResult result = Gosh.of(fit);
    Chart chart = only(GoshPlot.ofResult(result).with("TPT Madras 1980"));
    int sum = 0;
    for (String name : List.of("With TPT Madras 1980", "Without TPT Madras 1980")) {
      for (ChartMark.Cell cell : mark(chart, ChartMark.Cells.class, name).cells()) {
        sum += Integer.parseInt(cell.hover().replaceAll(" subsets?", ""));
        assertTrue(cell.shade() > 0 && cell.shade() <= 1);
      }
    }
    assertEquals(8191, sum);
    ChartMark.Point all = mark(chart, ChartMark.Points.class, "All studies").points().get(0);
    assertEquals(fit.iSquared(), all.y(), 1e-6);
    GoshPlot plot = GoshPlot.ofResult(result);
    assertThrows(IllegalArgumentException.class, () -> plot.with("nobody"));
  }

  @Test
  void specificationsStandInOrderOverTheirChoices() {
    SpecificationAnalysis analysis =
        SpecificationCurve.withDefaults().without("Without Madras", 7).fit(fit.effects());
    ChartPanels page = SpecificationPlot.of(analysis).model();
    assertEquals(
        List.of("", "τ²", "Interval", "Studies"),
        page.panels().stream().map(Chart::title).toList());
    List<ChartMark.Point> points =
        mark(
                page.panels().get(0),
                ChartMark.Points.class,
                "Pooled effect, its interval excludes no effect")
            .points();
    assertEquals(12, points.size());
    assertEquals(0.5, points.get(0).x());
    assertEquals(
        Math.exp(analysis.specifications().get(0).fit().estimate()), points.get(0).y(), 1e-12);
    assertTrue(page.footnotes().contains("Measure, the same in all: Risk ratio."));
  }

  @Test
  void thePCurveShowsSharesOfSignificantStudies() {
    Chart chart = only(PCurvePlot.of(fit));
    List<ChartMark.Point> points = mark(chart, ChartMark.Points.class, "Observed").points();
    double sum = points.stream().mapToDouble(ChartMark.Point::y).sum();
    assertEquals(100, sum, 1e-9);
    // two-sided p below 0.05 by hand: 2, 3, 4, 6, 7, 8 no, 9 (0.048), 10, 11 (0.0023)
    assertEquals(8, org.copse.bias.PCurve.of(fit).studies().size());
    assertEquals(12.5, points.get(4).y(), 1e-9);
  }

  @Test
  void textsAreEscapedEverywhere() {
    for (Plot plot :
        List.of(
            ProfilePlot.of(fit).title(HOSTILE),
            DraperyPlot.of(fit).title(HOSTILE).label(HOSTILE),
            OrchardPlot.of(fit).title(HOSTILE).label(HOSTILE),
            CaterpillarPlot.of(fit).title(HOSTILE).label(HOSTILE),
            GoshPlot.of(fit).title(HOSTILE).label(HOSTILE),
            PCurvePlot.of(fit).title(HOSTILE),
            SpecificationPlot.of(
                    SpecificationCurve.withDefaults().without(HOSTILE, 1).fit(fit.effects()))
                .title(HOSTILE))) {
      assertFalse(plot.svg().contains("<img"), plot.title());
      String script = ((CopseFigure) plot.figure()).asJavascript("here");
      assertFalse(script.contains("<img"), plot.title());
    }
  }

  @Test
  void theFunnelShowsTheLimitMetaAnalysis() {
    LimitResult limit = LimitMetaAnalysis.of(fit);
    FunnelPlot plot = FunnelPlot.of(fit).limit(limit);
    Chart chart = plot.model();
    LimitEstimate e = limit.estimate().orElseThrow();
    List<ChartMark.Point> curve = mark(chart, ChartMark.Path.class, "Limit meta-analysis").points();
    assertEquals(Math.exp(e.estimate()), curve.get(0).x(), 1e-12);
    ChartMark.Point foot = curve.get(curve.size() - 1);
    assertEquals(Math.exp(e.meanAt(foot.y())), foot.x(), 1e-12);
    assertEquals(chart.y().max(), foot.y(), 1e-12);
    assertTrue(chart.legend().contains("Adjusted effect"));
    assertTrue(plot.svg().contains("Curve: limit meta-analysis. Adjusted effect"));
    RandomEffectsFit other = RandomEffects.of(fit.effects().subset(0, 1, 2));
    assertThrows(IllegalArgumentException.class, () -> FunnelPlot.of(other).limit(limit));
  }

  @Test
  void meaningHasASymbolBesideItsColour() {
    Chart gosh = only(GoshPlot.ofResult(Gosh.of(fit)).with(fit.effects().studies().label(0)));
    List<ChartMark.Symbol> symbols =
        gosh.marks().stream()
            .filter(m -> m instanceof ChartMark.Cells && m.name().startsWith("With"))
            .map(m -> ((ChartMark.Cells) m).symbol())
            .toList();
    assertEquals(List.of(ChartMark.Symbol.SQUARE, ChartMark.Symbol.DIAMOND), symbols);
    Chart orchard = only(OrchardPlot.of(fit));
    List<Double> radii =
        mark(orchard, ChartMark.Circles.class, "Studies, area by precision").radii();
    for (int i = 1; i < radii.size(); i++) {
      assertTrue(radii.get(i) <= radii.get(i - 1), "large circles first");
    }
    assertEquals(9, InfluencePlot.of(fit).model().panels().size());
    ChartPanels common = InfluencePlot.of(CommonEffect.of(fit.effects())).model();
    assertEquals(8, common.panels().size());
    assertTrue(common.footnotes().toString().contains("no τ²"));
  }
}
