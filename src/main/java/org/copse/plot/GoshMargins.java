package org.copse.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.copse.report.Numbers;
import org.copse.sensitivity.GoshResult;

/** Histograms at the edges of a GOSH plot: of the pooled effects above it, of I² beside it. */
final class GoshMargins {

  /** Where the histogram of effects stands, in units of I². */
  private static final double FOOT = 105;

  static final double TOP = 127;

  /** Where the histogram of I² stands, in parts of the range of effects. */
  private static final double GAP = 0.02;

  private static final double DEEP = 0.2;

  private final GoshResult result;
  private final double[] x;
  private final EffectAxis scale;
  private final int[] columns;
  private final int[] rows;
  private final int mostInColumn;
  private final int mostInRow;

  GoshMargins(GoshResult result, double[] x, EffectAxis scale) {
    this.result = result;
    this.x = x;
    this.scale = scale;
    this.columns = columns(i -> true);
    this.rows = rows(i -> true);
    this.mostInColumn = most(columns);
    this.mostInRow = most(rows);
  }

  private static int most(int[] counts) {
    int most = 1;
    for (int count : counts) {
      most = Math.max(most, count);
    }
    return most;
  }

  private int[] columns(IntPredicate chosen) {
    int[] counts = new int[GoshPlot.ACROSS];
    for (int i = 0; i < result.size(); i++) {
      if (chosen.test(i) && GoshPlot.isDrawn(result, i)) {
        counts[GoshPlot.column(result.estimate(i), x)]++;
      }
    }
    return counts;
  }

  private int[] rows(IntPredicate chosen) {
    int[] counts = new int[GoshPlot.UP];
    for (int i = 0; i < result.size(); i++) {
      if (chosen.test(i) && GoshPlot.isDrawn(result, i)) {
        counts[GoshPlot.row(result.iSquared(i))]++;
      }
    }
    return counts;
  }

  /** Largest effect, on the analysis scale, that the axis must reach. */
  double right() {
    return x[1] + DEEP * (x[1] - x[0]);
  }

  private double edge(int column) {
    return scale.shown(x[0] + column * (x[1] - x[0]) / GoshPlot.ACROSS);
  }

  private double height(int count) {
    return FOOT + (TOP - FOOT) * count / mostInColumn;
  }

  private double reach(int count) {
    double share = GAP + (DEEP - GAP) * count / mostInRow;
    return scale.shown(x[1] + share * (x[1] - x[0]));
  }

  /** The bars of all subsets. */
  List<ChartMark> bars() {
    List<ChartMark.Cell> above = new ArrayList<>();
    for (int c = 0; c < columns.length; c++) {
      if (columns[c] > 0) {
        String from = Numbers.significant(edge(c), 3);
        String to = Numbers.significant(edge(c + 1), 3);
        String hover = "Pooled effect %s to %s: %s".formatted(from, to, subsets(columns[c]));
        double top = height(columns[c]);
        above.add(new ChartMark.Cell(edge(c), edge(c + 1), FOOT, top, 1, hover));
      }
    }
    List<ChartMark.Cell> beside = new ArrayList<>();
    for (int r = 0; r < rows.length; r++) {
      if (rows[r] > 0) {
        double low = GoshPlot.bottom(r);
        double high = GoshPlot.bottom(r + 1);
        String from = Numbers.fixed(Math.max(0, low), 0);
        String to = Numbers.fixed(Math.min(100, high), 0);
        String hover = "I² %s to %s%%: %s".formatted(from, to, subsets(rows[r]));
        beside.add(new ChartMark.Cell(reach(0), reach(rows[r]), low, high, 1, hover));
      }
    }
    ChartMark.Symbol square = ChartMark.Symbol.SQUARE;
    return List.of(
        new ChartMark.Cells("Subsets by effect", above, Colours.SHADE, square),
        new ChartMark.Cells("Subsets by I²", beside, Colours.SHADE, square));
  }

  private static String subsets(int count) {
    return count == 1 ? "1 subset" : count + " subsets";
  }

  /** Outlines of the bars of chosen subsets. */
  List<ChartMark> outlines(String name, IntPredicate chosen, String colour, ChartMark.Dash dash) {
    List<ChartMark.Point> above = new ArrayList<>();
    int[] counts = columns(chosen);
    for (int c = 0; c < counts.length; c++) {
      above.add(new ChartMark.Point(edge(c), height(counts[c]), ""));
      above.add(new ChartMark.Point(edge(c + 1), height(counts[c]), ""));
    }
    List<ChartMark.Point> beside = new ArrayList<>();
    int[] across = rows(chosen);
    for (int r = 0; r < across.length; r++) {
      beside.add(new ChartMark.Point(reach(across[r]), GoshPlot.bottom(r), ""));
      beside.add(new ChartMark.Point(reach(across[r]), GoshPlot.bottom(r + 1), ""));
    }
    return List.of(
        new ChartMark.Path(name + ", by effect", above, colour, dash, 1.4),
        new ChartMark.Path(name + ", by I²", beside, colour, dash, 1.4));
  }
}
