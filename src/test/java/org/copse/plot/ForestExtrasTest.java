package org.copse.plot;

import static org.copse.effect.BinaryMeasure.ODDS_RATIO;
import static org.copse.effect.BinaryMeasure.RISK_DIFFERENCE;
import static org.copse.effect.BinaryMeasure.RISK_RATIO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.copse.Bcg;
import org.copse.effect.BinaryEffects;
import org.copse.heterogeneity.Prediction;
import org.copse.heterogeneity.PredictionMethod;
import org.copse.model.CommonEffect;
import org.copse.model.RandomEffects;
import org.copse.model.RandomEffectsFit;
import org.copse.sensitivity.LeaveOneOut;
import org.junit.jupiter.api.Test;

/** Columns of the table, several outcomes, the axis repeated, the prediction distribution. */
class ForestExtrasTest {

  private final BinaryEffects effects = Bcg.effects(RISK_RATIO);
  private final RandomEffectsFit fit = RandomEffects.of(effects);

  private static long count(ForestModel model, ForestRow.Kind kind) {
    return model.rows().stream().filter(r -> r.kind() == kind).count();
  }

  @Test
  void columnsOfTheTable() {
    ForestPlot plot = ForestPlot.of(fit).columns("alloc").columnsRight("ablat");
    ForestModel model = plot.model();
    List<String> headers = model.columns().stream().map(TextColumn::header).toList();
    assertEquals("Alloc", headers.get(1));
    assertEquals("Ablat", headers.get(headers.size() - 1));
    assertEquals(TextColumn.Align.START, model.columns().get(1).align());
    ForestRow first = model.rows().get(0);
    assertEquals("random", first.cells().get(1).text());
    assertEquals("44", first.cells().get(first.cells().size() - 1).text());
    for (ForestRow row : model.rows()) {
      boolean whole = row.kind() == ForestRow.Kind.STUDY || row.kind() == ForestRow.Kind.TOTAL;
      assertTrue(!whole || row.cells().size() == headers.size(), row::label);
    }
    assertEquals("", plot.live());
    assertTrue(plot.still().contains("columns of the table"));
    assertFalse(ForestPlot.of(fit).live().isEmpty());
    assertThrows(IllegalArgumentException.class, () -> ForestPlot.of(fit).columns("none"));
    ForestPlot omitted = ForestPlot.of(LeaveOneOut.of(fit));
    assertThrows(IllegalArgumentException.class, () -> omitted.columns("alloc"));
  }

  @Test
  void theAxisAgain() {
    ForestModel model = ForestPlot.of(fit).axisOnTop().axisEvery(5).model();
    assertEquals(ForestRow.Kind.AXIS, model.rows().get(0).kind());
    assertEquals(3, count(model, ForestRow.Kind.AXIS));
    assertEquals(ForestRow.Kind.AXIS, model.rows().get(6).kind());
    String figure = ((CopseFigure) ForestPlot.of(fit).axisOnTop().figure()).json().toString();
    assertTrue(figure.contains("\"rect\""));
    assertEquals(0, count(ForestPlot.of(fit).axisEvery(0).model(), ForestRow.Kind.AXIS));
    assertEquals(0, count(ForestPlot.of(fit).axisEvery(13).model(), ForestRow.Kind.AXIS));
    assertThrows(IllegalArgumentException.class, () -> ForestPlot.of(fit).axisEvery(4));
  }

  @Test
  void severalOutcomes() {
    RandomEffectsFit part = RandomEffects.of(effects.subset(0, 1, 2, 3));
    ForestOutcomes outcomes = ForestOutcomes.of("All", fit).and("Some", part);
    ForestModel model = ForestPlot.of(outcomes).model();
    assertEquals(17, count(model, ForestRow.Kind.STUDY));
    assertEquals(2, count(model, ForestRow.Kind.TOTAL));
    assertEquals(2, count(model, ForestRow.Kind.HEADING));
    assertEquals(17, model.data().studies().size());
    assertEquals("Some", model.data().studies().get(13).group());
    List<ForestRow> studies =
        model.rows().stream().filter(r -> r.kind() == ForestRow.Kind.STUDY).toList();
    for (ForestRow row : studies) {
      assertEquals(
          model.data().studies().get(row.study()).label(), row.label().replace("\u2002", ""));
    }
    assertTrue(
        model.footnotes().stream().anyMatch(n -> n.startsWith("Some: ")),
        () -> model.footnotes().toString());
    assertTrue(model.lines().stream().allMatch(l -> l.kind() == ReferenceLine.Kind.NULL));
    String twice =
        assertThrows(IllegalArgumentException.class, () -> outcomes.and("All", fit)).getMessage();
    assertTrue(twice.contains("'All'"), twice);
    RandomEffectsFit odds = RandomEffects.of(Bcg.effects(ODDS_RATIO));
    String other =
        assertThrows(IllegalArgumentException.class, () -> outcomes.and("Odds", odds)).getMessage();
    assertTrue(other.contains("ODDS_RATIO") && other.contains("RISK_RATIO"), other);
  }

  @Test
  void theDistributionIsTheModels() {
    ForestModel model = ForestPlot.of(fit).predictionDistribution().model();
    ForestMark mark =
        model.rows().stream()
            .filter(r -> r.kind() == ForestRow.Kind.DISTRIBUTION)
            .findFirst()
            .orElseThrow()
            .mark()
            .orElseThrow();
    assertEquals(fit.backTransformedPrediction().orElseThrow().lower(), mark.lower());
    double inside = 0;
    double all = 0;
    for (int i = 1; i < mark.outline().size(); i++) {
      ForestMark.Height a = mark.outline().get(i - 1);
      ForestMark.Height b = mark.outline().get(i);
      double area = Math.log(b.value() / a.value()) * (a.height() + b.height()) / 2;
      double middle = Math.sqrt(a.value() * b.value());
      all += area;
      inside += middle > mark.lower() && middle < mark.upper() ? area : 0;
    }
    Prediction prediction = fit.prediction().orElseThrow();
    double centre = (prediction.interval().lower() + prediction.interval().upper()) / 2;
    double whole = 1 / prediction.density(centre).orElseThrow();
    assertEquals(0.95, inside / whole, 0.01, "area within the interval");
    assertTrue(all / whole > 0.99 && all / whole <= 1.0001);
    assertEquals(
        0,
        count(
            ForestPlot.of(CommonEffect.of(effects)).predictionDistribution().model(),
            ForestRow.Kind.DISTRIBUTION));
    RandomEffectsFit difference = RandomEffects.of(Bcg.effects(RISK_DIFFERENCE));
    assertEquals(
        1,
        count(
            ForestPlot.of(difference).predictionDistribution().model(),
            ForestRow.Kind.DISTRIBUTION));
    String figure =
        ((CopseFigure) ForestPlot.of(fit).predictionDistribution().figure()).json().toString();
    assertTrue(figure.contains("Prediction distribution"));
  }

  @Test
  void noDensityOfABootstrap() {
    Prediction t = fit.prediction().orElseThrow();
    assertTrue(new Prediction(PredictionMethod.NNF, t.df(), t.interval()).density(0).isEmpty());
  }
}
