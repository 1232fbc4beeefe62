package org.copse.plot;

import static org.copse.effect.BinaryMeasure.ODDS_RATIO;
import static org.copse.effect.BinaryMeasure.RISK_RATIO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.copse.bias.FunnelSide;
import org.copse.bias.TrimAndFill;
import org.copse.bias.TrimAndFillResult;
import org.copse.data.Datasets;
import org.copse.data.Trials;
import org.copse.effect.BinaryMeasure;
import org.copse.model.CommonEffect;
import org.copse.model.Fit;
import org.copse.model.RandomEffects;
import org.copse.model.RandomEffectsFit;
import org.copse.sensitivity.Influence;
import org.copse.sensitivity.StudyInfluence;
import org.junit.jupiter.api.Test;

/** The numbers of the plots of studies against hand-made ones. */
class StudyPlotsTest {

  private static final String HOSTILE = "<img src=x onerror=alert(1)></script>";

  private static Fit fit(BinaryMeasure measure) {
    return RandomEffects.of(
        Trials.of(Datasets.bcgVaccine())
            .study("author")
            .year("year")
            .binary("tpos", "tn", "cpos", "cn")
            .as(measure));
  }

  static <T extends ChartMark> T mark(Chart chart, Class<T> type, String name) {
    return chart.marks().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .filter(m -> m.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Chart only(ChartPlot plot) {
    assertEquals(1, plot.model().panels().size());
    return plot.model().panels().get(0);
  }

  @Test
  void contoursLieAtTheirPValues() {
    Chart chart = FunnelPlot.of(fit(RISK_RATIO)).contours().model();
    double se = chart.y().max();
    String[] names = {"0.01 ≤ p < 0.05", "0.05 ≤ p < 0.1", "p ≥ 0.1"};
    double[] z = {2.5758293035489, 1.95996398454005, 1.64485362695147};
    for (int i = 0; i < 3; i++) {
      List<ChartMark.Point> cone = mark(chart, ChartMark.Area.class, names[i]).points();
      assertEquals(1, cone.get(0).x(), 1e-15);
      assertEquals(Math.exp(-z[i] * se), cone.get(1).x(), 1e-12);
      assertEquals(Math.exp(z[i] * se), cone.get(2).x(), 1e-12);
    }
    assertTrue(chart.legend().containsAll(List.of(names)));
    assertTrue(chart.x().contains(1));
    assertTrue(chart.x().contains(Math.exp(-z[0] * se)) && chart.x().contains(Math.exp(z[0] * se)));
  }

  @Test
  void filledStudiesAreMirrorImages() {
    Fit common = CommonEffect.of(fit(RISK_RATIO).effects());
    TrimAndFillResult t = TrimAndFill.withDefaults().side(FunnelSide.RIGHT).fit(common);
    Chart chart = FunnelPlot.of(common).filled(t).model();
    ChartMark.Points rings = mark(chart, ChartMark.Points.class, "Filled studies");
    assertEquals(4, rings.points().size());
    assertEquals(ChartMark.Symbol.RING, rings.symbol());
    for (int i = 0; i < 4; i++) {
      int row = t.filledRows()[i];
      assertEquals(Math.exp(t.filled().effects().estimate(row)), rings.points().get(i).x(), 1e-12);
    }
    Fit other = fit(ODDS_RATIO);
    FunnelPlot plot = FunnelPlot.of(other);
    assertThrows(IllegalArgumentException.class, () -> plot.filled(t));
  }

  @Test
  void raysOfTheRadialPlotHaveTheStudiesEffectsAsSlopes() {
    RandomEffectsFit fit = (RandomEffectsFit) fit(RISK_RATIO);
    Chart chart = only(RadialPlot.of(fit));
    List<ChartMark.Point> points = mark(chart, ChartMark.Points.class, "Studies").points();
    for (int i = 0; i < 13; i++) {
      ChartMark.Point p = points.get(i);
      assertEquals(fit.effects().estimate(i), p.y() / p.x(), 1e-12);
      assertEquals(fit.effects().variance(i) + fit.tau2(), 1 / (p.x() * p.x()), 1e-12);
    }
    ChartMark.Path one = mark(chart, ChartMark.Path.class, "1");
    assertEquals(0, one.points().get(0).y(), 1e-15);
    ChartMark.Path half = mark(chart, ChartMark.Path.class, "0.5");
    assertEquals(Math.log(.5), half.points().get(0).y() / half.points().get(0).x(), 1e-12);
  }

  @Test
  void labbeShowsObservedRisksAndThePooledCurve() {
    Fit fit = fit(ODDS_RATIO);
    Chart chart = only(LabbePlot.of(fit));
    ChartMark.Circles circles = mark(chart, ChartMark.Circles.class, "Studies, area by weight");
    assertEquals(11.0 / 139, circles.points().get(0).x(), 1e-15);
    assertEquals(4.0 / 123, circles.points().get(0).y(), 1e-15);
    double ratio = circles.radii().get(3) / circles.radii().get(7);
    assertEquals(Math.sqrt(fit.weight(3) / fit.weight(7)), ratio, 1e-12);
    double or = Math.exp(fit.estimate());
    double risk = LabbePlot.risk(ODDS_RATIO, fit.estimate()).applyAsDouble(.2);
    assertEquals(or, risk / (1 - risk) / (.2 / .8), 1e-12);
    assertEquals(.3, LabbePlot.risk(BinaryMeasure.RISK_DIFFERENCE, .1).applyAsDouble(.2), 1e-15);
    double back = LabbePlot.risk(BinaryMeasure.ARCSINE_DIFFERENCE, .1).applyAsDouble(.2);
    assertEquals(.1, Math.asin(Math.sqrt(back)) - Math.asin(Math.sqrt(.2)), 1e-12);
  }

  @Test
  void baujatAndInfluenceDrawTheAnalysis() {
    Fit fit = CommonEffect.of(fit(RISK_RATIO).effects());
    List<StudyInfluence> studies = Influence.of(fit).studies();
    List<ChartMark.Point> points =
        mark(only(BaujatPlot.of(fit)), ChartMark.Points.class, "Studies").points();
    // metafor: TPT Madras 49.367686, 34.879513
    assertTrue(points.get(0).hover().startsWith("TPT Madras 1980: contribution 49.4"));
    assertEquals(34.87951, points.get(0).y(), 1e-5);
    InfluencePlot panel = InfluencePlot.of(fit);
    assertEquals(8, panel.model().panels().size());
    Chart cook = panel.model().panels().get(2);
    assertEquals("Cook's distance", cook.title());
    long beyond = studies.stream().filter(StudyInfluence::influential).count();
    assertTrue(beyond > 0);
    assertEquals(beyond, mark(cook, ChartMark.Points.class, "Beyond a limit").points().size());
    assertTrue(panel.altText().contains("TPT Madras 1980"));
  }

  @Test
  void textsAreEscapedEverywhere() {
    Fit fit = fit(RISK_RATIO);
    for (Plot plot :
        List.of(
            RadialPlot.of(fit).title(HOSTILE).label(HOSTILE),
            LabbePlot.of(fit).title(HOSTILE),
            BaujatPlot.of(fit).title(HOSTILE),
            InfluencePlot.of(fit).title(HOSTILE))) {
      assertFalse(plot.svg().contains("<img"), plot.title());
      String script = ((CopseFigure) plot.figure()).asJavascript("here");
      assertFalse(script.contains("<img"), plot.title());
      assertEquals(HOSTILE, plot.title());
    }
  }
}
