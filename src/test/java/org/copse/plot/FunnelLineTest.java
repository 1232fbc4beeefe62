package org.copse.plot;

import static org.copse.effect.BinaryMeasure.ODDS_RATIO;
import static org.copse.effect.BinaryMeasure.RISK_RATIO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.copse.bias.EggerLine;
import org.copse.bias.EggerTest;
import org.copse.data.Datasets;
import org.copse.data.Trials;
import org.copse.effect.BinaryMeasure;
import org.copse.model.Fit;
import org.copse.model.RandomEffects;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class FunnelLineTest {

  private static Fit fit(Table table, BinaryMeasure measure) {
    return RandomEffects.of(
        Trials.of(table)
            .study("author")
            .year("year")
            .binary("tpos", "tn", "cpos", "cn")
            .as(measure));
  }

  private static List<ChartMark.Path> lines(FunnelPlot plot) {
    return plot.model().marks().stream()
        .filter(ChartMark.Path.class::isInstance)
        .map(ChartMark.Path.class::cast)
        .filter(path -> path.name().startsWith("Egger"))
        .toList();
  }

  @Test
  void runsFromTheEffectAtZeroByItsSlope() {
    Fit fit = fit(Datasets.bcgVaccine(), RISK_RATIO);
    EggerLine line = EggerTest.of(fit).line().orElseThrow();
    FunnelPlot plot = FunnelPlot.of(fit).line(EggerTest.of(fit)).title("BCG");
    List<ChartMark.Point> ends = lines(plot).get(0).points();
    assertEquals(Math.exp(line.effectAtZero()), ends.get(0).x(), 1e-12);
    assertEquals(0, ends.get(0).y());
    double se = ends.get(1).y();
    assertTrue(se > 0);
    assertEquals(Math.exp(line.effectAtZero() + line.intercept() * se), ends.get(1).x(), 1e-12);
    assertTrue(plot.model().x().contains(ends.get(0).x()));
    assertTrue(plot.model().x().contains(ends.get(1).x()));
    String notes = String.join(" ", plot.model().footnotes());
    assertTrue(notes.contains("intercept −2.11, p = 0.19."), notes);
  }

  @Test
  void withoutATestThereIsNoLine() {
    assertTrue(lines(FunnelPlot.of(fit(Datasets.bcgVaccine(), RISK_RATIO))).isEmpty());
  }

  @Test
  void belowTenStudiesANoteStandsForTheLine() {
    Fit few = fit(Datasets.bcgVaccine().first(5), RISK_RATIO);
    FunnelPlot plot = FunnelPlot.of(few).line(EggerTest.of(few));
    assertTrue(lines(plot).isEmpty());
    String notes = String.join(" ", plot.model().footnotes());
    assertTrue(notes.contains("No line of Egger's test."), notes);
  }

  @Test
  void theTestMustBeOfTheSameStudies() {
    Fit all = fit(Datasets.bcgVaccine(), RISK_RATIO);
    FunnelPlot plot = FunnelPlot.of(all);
    var other = EggerTest.of(fit(Datasets.bcgVaccine(), ODDS_RATIO));
    var fewer = EggerTest.of(fit(Datasets.bcgVaccine().first(12), RISK_RATIO));
    assertThrows(IllegalArgumentException.class, () -> plot.line(other));
    String message =
        assertThrows(IllegalArgumentException.class, () -> plot.line(fewer)).getMessage();
    assertTrue(message.contains("13 studies (RR), was of 12 (RR)"), message);
  }
}
