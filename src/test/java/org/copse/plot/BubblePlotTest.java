package org.copse.plot;

import static org.copse.effect.BinaryMeasure.RISK_RATIO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.copse.Bcg;
import org.copse.data.Tables;
import org.copse.effect.BinaryEffects;
import org.copse.model.MetaRegression;
import org.copse.model.MetaRegressionFit;
import org.copse.report.MetaRegressionReport;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/** Bubble plot, table and report of a meta-regression. */
class BubblePlotTest {

  private final BinaryEffects effects = Bcg.effects(RISK_RATIO);
  private final MetaRegressionFit fit = MetaRegression.on("alloc", "ablat").of(effects);

  private static ChartMark.Circles bubbles(Chart chart) {
    return chart.marks().stream()
        .filter(ChartMark.Circles.class::isInstance)
        .map(ChartMark.Circles.class::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void areasAreWeights() {
    ChartMark.Circles bubbles = bubbles(BubblePlot.of(fit).model());
    assertEquals(13, bubbles.points().size());
    double[] shares = new double[13];
    for (int at = 0; at < 13; at++) {
      ChartMark.Point bubble = bubbles.points().get(at);
      String label = bubble.hover().substring(0, bubble.hover().indexOf(':'));
      int i = effects.studies().labels().indexOf(label);
      shares[i] = Math.pow(bubbles.radii().get(at), 2) / fit.weight(i);
      assertEquals(effects.displayed(i), bubble.y(), 1e-12);
    }
    double most = Arrays.stream(shares).max().orElseThrow();
    assertEquals(most, Arrays.stream(shares).min().orElseThrow(), 1e-9 * most);
  }

  @Test
  void bandsAreThePredictions() {
    Chart chart = BubblePlot.of(fit).at("alloc", "random").model();
    ChartMark.Area band = (ChartMark.Area) chart.marks().get(1);
    ChartMark.Point first = band.points().get(0);
    double upper = fit.predict("random", first.x()).interval().upper();
    assertEquals(Math.min(chart.y().max(), Math.exp(upper)), first.y(), 1e-9);
    ChartMark.Area studies = (ChartMark.Area) chart.marks().get(0);
    ChartMark.Point middle = studies.points().get(30);
    double wider = fit.predict("random", middle.x()).prediction().upper();
    assertEquals(Math.min(chart.y().max(), Math.exp(wider)), middle.y(), 1e-9);
    assertTrue(chart.footnotes().stream().anyMatch(n -> n.contains("alloc = random")));
    assertEquals(
        chart.marks().size() - 1,
        BubblePlot.of(fit).at("alloc", "random").prediction(false).model().marks().size());
  }

  @Test
  void bothRenderersAndErrors() {
    BubblePlot plot = BubblePlot.of(fit).title("BCG").labels("Latitude", "Risk ratio");
    assertTrue(plot.svg().contains("Latitude"));
    assertTrue(((CopseFigure) plot.figure()).json().toString().contains("TPT Madras 1980"));
    assertTrue(plot.altText().startsWith("BCG. Meta-regression of 13 studies on ablat"));
    MetaRegressionFit groups = MetaRegression.on("alloc").of(effects);
    assertThrows(IllegalArgumentException.class, () -> BubblePlot.of(groups));
    assertThrows(IllegalArgumentException.class, () -> plot.along("alloc"));
    assertThrows(IllegalArgumentException.class, () -> plot.at("year", 3));
    assertThrows(IllegalArgumentException.class, () -> plot.at("alloc", "none"));
  }

  @Test
  void tableAndReportSayTheSame() {
    Table table = Tables.of(fit);
    assertEquals(4, table.rowCount());
    assertEquals(fit.coefficients().get(3).estimate(), table.doubleColumn("estimate").get(3));
    String text = MetaRegressionReport.of(fit).toString();
    assertTrue(text.contains("alloc against alternate"), text);
    assertTrue(text.contains("Q_E = "), text);
    assertTrue(text.contains("R² = "), text);
  }
}
