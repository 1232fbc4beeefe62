package org.copse.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.copse.Bcg;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Interval;
import org.copse.model.CommonEffect;
import org.copse.model.RandomEffects;
import org.copse.model.RandomEffectsFit;
import org.copse.sensitivity.Influence;
import org.copse.sensitivity.PValueFunction;
import org.copse.sensitivity.StudyInfluence;
import org.junit.jupiter.api.Test;

/** The radial plot's bracket, the prediction range of a drapery plot, weights in the panel. */
class PooledIntervalMarksTest {

  private final RandomEffectsFit fit = RandomEffects.of(Bcg.effects(BinaryMeasure.RISK_RATIO));

  private static <T extends ChartMark> T mark(ChartPlot plot, Class<T> type, String name) {
    return plot.model().panels().get(0).marks().stream()
        .filter(m -> m.name().equals(name))
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theBracketHoldsTheInterval() {
    RadialPlot plot = RadialPlot.of(fit);
    String name = "95% CI of the pooled effect";
    List<ChartMark.Point> points = mark(plot, ChartMark.Path.class, name).points();
    double[] slopes = points.stream().mapToDouble(p -> p.y() / p.x()).toArray();
    Interval interval = fit.interval();
    int n = slopes.length;
    assertEquals(interval.lower(), slopes[0], 1e-12);
    assertEquals(interval.lower(), slopes[1], 1e-12);
    assertEquals(interval.upper(), slopes[n - 4], 1e-12);
    assertEquals(fit.estimate(), slopes[n - 1], 1e-12);
    assertTrue(points.get(0).x() > points.get(1).x(), "the teeth point to the arc");
    assertTrue(plot.svg().contains("pooled effect with 95% CI, 0.49 [0.33; 0.73]"));
    assertTrue(plot.figure().toString().startsWith("Interactive figure"));
  }

  @Test
  void aBracketWiderThanTheArcStaysOpen() {
    RandomEffectsFit two = RandomEffects.of(fit.effects().subset(0, 2));
    RadialPlot plot = RadialPlot.of(two);
    String name = "95% CI of the pooled effect";
    List<ChartMark.Point> points = mark(plot, ChartMark.Path.class, name).points();
    // 61 corners of the back, a gap, the two ends of the tooth
    assertEquals(64, points.size());
    for (ChartMark.Point p : points) {
      assertTrue(Double.isNaN(p.x()) || p.x() < plot.model().panels().get(0).x().max());
    }
  }

  @Test
  void predictionRangeEndsAtPredictionIntervals() {
    DoubleUnaryOperator p = PValueFunction.ofPrediction(fit.prediction().orElseThrow()).get();
    for (double level : new double[] {0.9, 0.95, 0.99}) {
      RandomEffectsFit other = RandomEffects.withDefaults().level(level).fit(fit.effects());
      Interval interval = other.prediction().orElseThrow().interval();
      assertEquals(1 - level, p.applyAsDouble(interval.lower()), 1e-12);
      assertEquals(1 - level, p.applyAsDouble(interval.upper()), 1e-12);
    }
    DraperyPlot plot = DraperyPlot.of(fit);
    List<ChartMark.Point> line = mark(plot, ChartMark.Path.class, "Effect in a new study").points();
    for (ChartMark.Point point : line) {
      assertEquals(p.applyAsDouble(Math.log(point.x())), point.y(), 1e-9);
    }
    assertEquals(1, line.stream().mapToDouble(ChartMark.Point::y).max().orElseThrow(), 1e-12);
    ChartMark.Area area = mark(plot, ChartMark.Area.class, "Prediction range");
    assertEquals(line.size() + 2, area.points().size());
    assertTrue(plot.model().legend().contains("Prediction range"));
    ChartPlot common = DraperyPlot.of(CommonEffect.of(fit.effects()));
    assertTrue(!common.model().legend().contains("Prediction range"));
  }

  @Test
  void weightsHaveAPanel() {
    List<Chart> panels = InfluencePlot.of(fit).model().panels();
    Chart weights = panels.get(panels.size() - 2);
    assertEquals("Weight (%)", weights.title());
    List<StudyInfluence> studies = Influence.of(fit).studies();
    double sum = 0;
    int i = 0;
    for (ChartMark m : weights.marks()) {
      if (m instanceof ChartMark.Points points) {
        for (ChartMark.Point p : points.points()) {
          assertEquals(fit.weight(i), studies.get(i).weight(), 1e-9);
          assertEquals(studies.get(i++).weight(), p.x(), 1e-12);
          sum += p.x();
        }
      }
    }
    assertEquals(100, sum, 1e-9);
  }
}
