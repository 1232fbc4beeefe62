package org.copse.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.copse.Bcg;
import org.copse.data.Tables;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.model.Glmm;
import org.copse.model.GlmmFit;
import org.copse.model.MantelHaenszel;
import org.copse.report.FitReport;
import org.junit.jupiter.api.Test;

/** A model of the counts themselves in tables and plots: no weights anywhere. */
class GlmmForestPlotTest {

  private static final BinaryEffects EFFECTS = Bcg.effects(BinaryMeasure.ODDS_RATIO);
  private final GlmmFit fit = Glmm.of(EFFECTS);

  private static List<String> headers(ForestModel model) {
    return model.columns().stream().map(TextColumn::header).toList();
  }

  @Test
  void showsCountsDiamondAndPredictionButNoWeights() {
    ForestModel model = ForestPlot.of(fit).model();
    assertFalse(headers(model).contains("Weight"), headers(model).toString());
    for (ForestRow row : model.rows()) {
      if (row.kind() == ForestRow.Kind.STUDY || row.kind() == ForestRow.Kind.TOTAL) {
        assertEquals(model.columns().size(), row.cells().size());
        assertTrue(row.mark().isPresent());
      }
    }
    assertTrue(
        model.rows().stream().anyMatch(row -> row.kind() == ForestRow.Kind.PREDICTION),
        "prediction interval");
    String svg = ForestPlot.of(fit).svg();
    assertTrue(svg.contains("Random effects (GLMM)"));
    assertTrue(svg.contains("CM.EL"));
    assertFalse(svg.contains("NaN"));
  }

  @Test
  void aSecondModelKeepsItsOwnWeights() {
    ForestModel model = ForestPlot.of(fit).alongside(MantelHaenszel.of(EFFECTS)).model();
    assertTrue(headers(model).contains("common"), headers(model).toString());
    assertFalse(headers(model).contains("random"), headers(model).toString());
  }

  @Test
  void tablesLeaveTheColumnOut() {
    assertFalse(Tables.of(fit).columnNames().contains("weight"));
    String studies = FitReport.studies(fit).toString();
    assertFalse(studies.contains("Weight"), studies);
    assertFalse(studies.contains("NaN"), studies);
    String summary = FitReport.of(fit).toString();
    assertTrue(summary.contains("Heterogeneity, likelihood ratio"), summary);
    assertTrue(summary.contains("Common effect (τ² = 0), 0.621 [0.572; 0.673]"), summary);
    assertFalse(summary.contains("NaN"), summary);
  }

  @org.junit.jupiter.api.Test
  void smallRatesHaveTheDecimalsTheyNeed() {
    var table =
        tech.tablesaw.api.Table.create(
            tech.tablesaw.api.StringColumn.create("study", "Alpha", "Beta", "Delta"),
            tech.tablesaw.api.DoubleColumn.create("events", 12, 3, 25),
            tech.tablesaw.api.DoubleColumn.create("time", 1200, 420, 2400));
    var rates =
        org.copse.data.Trials.of(table)
            .study("study")
            .rate("events", "time")
            .as(org.copse.effect.SingleRateMeasure.values()[0]);
    String svg = ForestPlot.of(Glmm.of(rates)).svg();
    org.junit.jupiter.api.Assertions.assertTrue(svg.contains("0.0100"), svg);
  }
}
