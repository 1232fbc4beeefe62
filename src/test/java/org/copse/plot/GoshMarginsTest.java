package org.copse.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.copse.Bcg;
import org.copse.effect.BinaryMeasure;
import org.copse.model.RandomEffects;
import org.copse.sensitivity.Gosh;
import org.copse.sensitivity.GoshResult;
import org.junit.jupiter.api.Test;

/** Histograms at the edges of a GOSH plot, in the picture and in the figure. */
class GoshMarginsTest {

  private static final String MADRAS = "TPT Madras 1980";

  private final GoshResult result =
      Gosh.of(RandomEffects.of(Bcg.effects(BinaryMeasure.RISK_RATIO).subset(1, 3, 4, 5, 7, 10)));
  private final GoshPlot plot = GoshPlot.ofResult(result).with(MADRAS);
  private final Chart chart = plot.model().panels().get(0);

  private <T extends ChartMark> T mark(Class<T> type, String name) {
    return chart.marks().stream()
        .filter(m -> m.name().equals(name))
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }

  private static int count(ChartMark.Cell cell) {
    return Integer.parseInt(cell.hover().replaceAll(".*: (\\d+) subsets?", "$1"));
  }

  @Test
  void barsCountEverySubsetOnce() {
    List<ChartMark.Cell> above = mark(ChartMark.Cells.class, "Subsets by effect").cells();
    List<ChartMark.Cell> beside = mark(ChartMark.Cells.class, "Subsets by I²").cells();
    assertEquals(63, above.stream().mapToInt(GoshMarginsTest::count).sum());
    assertEquals(63, beside.stream().mapToInt(GoshMarginsTest::count).sum());
    for (ChartMark.Cell cell : above) {
      int expected = 0;
      for (int i = 0; i < result.size(); i++) {
        double effect = Math.exp(result.estimate(i));
        expected += effect >= cell.left() && effect < cell.right() ? 1 : 0;
      }
      assertEquals(expected, count(cell), cell.toString());
      assertTrue(cell.bottom() > 102 && cell.top() <= chart.y().max());
    }
    for (ChartMark.Cell cell : beside) {
      int expected = 0;
      for (int i = 0; i < result.size(); i++) {
        double height = result.iSquared(i);
        expected += height >= cell.bottom() && height < cell.top() ? 1 : 0;
      }
      assertEquals(expected, count(cell), cell.toString());
      assertTrue(cell.right() <= chart.x().max());
    }
    double tallest = above.stream().mapToDouble(c -> c.top() - c.bottom()).max().orElseThrow();
    int most = above.stream().mapToInt(GoshMarginsTest::count).max().orElseThrow();
    for (ChartMark.Cell cell : above) {
      assertEquals(count(cell) / (double) most, (cell.top() - cell.bottom()) / tallest, 1e-12);
    }
  }

  @Test
  void outlinesOfBothHalvesAddUpToTheBars() {
    List<ChartMark.Point> with =
        mark(ChartMark.Path.class, "With " + MADRAS + ", by effect").points();
    List<ChartMark.Point> without =
        mark(ChartMark.Path.class, "Without " + MADRAS + ", by effect").points();
    for (ChartMark.Cell cell : mark(ChartMark.Cells.class, "Subsets by effect").cells()) {
      double sum = 0;
      for (List<ChartMark.Point> outline : List.of(with, without)) {
        for (int i = 0; i < outline.size(); i += 2) {
          if (outline.get(i).x() == cell.left()) {
            sum += outline.get(i).y() - cell.bottom();
          }
        }
      }
      assertEquals(cell.top() - cell.bottom(), sum, 1e-9);
    }
    assertTrue(chart.x().ticks().stream().allMatch(t -> t.value() < chart.x().max() * 0.95));
  }

  @Test
  void theFiguresLegendShowsTheSymbolsOfThePlot() {
    List<String> symbols = new ArrayList<>();
    JsonNode json = ((CopseFigure) plot.figure()).json();
    for (JsonNode trace : json.get("data")) {
      if (trace.path("showlegend").asBoolean()) {
        assertEquals("markers", trace.get("mode").asText());
        assertFalse(trace.has("fill"));
        symbols.add(trace.at("/marker/symbol").asText());
      }
    }
    assertEquals(List.of("square", "diamond", "diamond"), symbols);
    double x = json.at("/layout/legend/x").asDouble();
    assertEquals(ChartLayout.EDGE, x * json.at("/layout/width").asDouble(), 1e-9);
  }
}
