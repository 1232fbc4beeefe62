package org.copse.plot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Candlesticks and bars of opening, highest, lowest and closing values. */
final class StillPrices {

  private static final double HALF = 0.35;

  private final StillPanel panel;
  private final ObjectNode trace;

  StillPrices(StillPanel panel, ObjectNode trace) {
    this.panel = panel;
    this.trace = trace;
  }

  void draw() {
    double[] open = StillValues.on(panel.y(), trace.path("open"));
    double[] high = StillValues.on(panel.y(), trace.path("high"));
    double[] low = StillValues.on(panel.y(), trace.path("low"));
    double[] close = StillValues.on(panel.y(), trace.path("close"));
    double[] at = StillValues.orRanks(panel.x(), trace.path("x"), open.length);
    int size = Math.min(Math.min(open.length, high.length), Math.min(low.length, close.length));
    double half = HALF * (trace.path("x").isArray() ? panel.x().step(List.of(trace.path("x"))) : 1);
    boolean candles = trace.path("type").asText().equals("candlestick");
    for (int i = 0; i < Math.min(size, at.length); i++) {
      if (!Double.isFinite(open[i] + high[i] + low[i] + close[i] + at[i])) {
        continue;
      }
      if (candles) {
        line(at[i], low[i], at[i], Math.min(open[i], close[i]));
        line(at[i], Math.max(open[i], close[i]), at[i], high[i]);
        candle(at[i], half, open[i], close[i]);
      } else {
        line(at[i], low[i], at[i], high[i]);
        line(at[i] - half, open[i], at[i], open[i]);
        line(at[i], close[i], at[i] + half, close[i]);
      }
    }
    panel.note(
        candles
            ? "Boxes reach from the opening to the closing value, filled where it falls; lines to the highest and the lowest."
            : "Lines reach from the lowest to the highest value; the stroke to the left is the opening, to the right the closing value.");
    panel.explain(StillValues.name(trace));
  }

  private void line(double x1, double y1, double x2, double y2) {
    List<ChartMark.Point> points = List.of(panel.point(x1, y1), panel.point(x2, y2));
    panel.add(new ChartMark.Path("", points, Colours.INK, ChartMark.Dash.SOLID, 1));
  }

  private void candle(double at, double half, double open, double close) {
    List<ChartMark.Point> box = panel.box(at - half, open, at + half, close);
    String colour = close < open ? StillStyle.colour(StillValues.index(trace)) : Colours.PAPER;
    panel.add(new ChartMark.Fill(StillValues.name(trace), box, colour, 1, ChartMark.Hatch.PLAIN));
    line(at - half, open, at + half, open);
    line(at - half, close, at + half, close);
    line(at - half, open, at - half, close);
    line(at + half, open, at + half, close);
  }
}
