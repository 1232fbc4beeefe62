package org.copse.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.copse.model.Fit;
import org.copse.report.Numbers;
import org.copse.sensitivity.Gosh;
import org.copse.sensitivity.GoshResult;

/**
 * GOSH plot: the pooled effect of subsets of the studies against their I², as a density with
 * histograms of both at its edges; one study's subsets can be set off, which shows whether it alone
 * makes a second cluster.
 *
 * <p>Formula: {@link Gosh}. metafor: {@code plot(gosh(fit))}.
 */
public final class GoshPlot extends ChartPlot {

  static final int ACROSS = 64;
  static final int UP = 44;

  private final GoshResult result;
  private final String label;
  private final int study;

  private GoshPlot(GoshResult result, String title, String label, int study) {
    super("GOSH plot", page(result, title, label, study));
    this.result = result;
    this.label = label;
    this.study = study;
  }

  /**
   * GOSH plot of a fit, its subsets by default.
   *
   * @param fit as {@link Gosh#of}
   * @return the plot
   */
  public static GoshPlot of(Fit fit) {
    return ofResult(Gosh.of(fit));
  }

  /**
   * GOSH plot of subsets already fitted.
   *
   * @param result the subsets
   * @return the plot
   */
  public static GoshPlot ofResult(GoshResult result) {
    return new GoshPlot(result, "", result.full().measure().label(), -1);
  }

  /**
   * A title over the plot.
   *
   * @param text the title
   * @return a new plot
   */
  public GoshPlot title(String text) {
    return new GoshPlot(result, Objects.requireNonNull(text, "text"), label, study);
  }

  /**
   * Another label of the effect.
   *
   * @param text for example "Hazard ratio of progression"
   * @return a new plot
   */
  public GoshPlot label(String text) {
    return new GoshPlot(result, model().title(), Objects.requireNonNull(text, "text"), study);
  }

  /**
   * Sets the subsets with one study off from those without it.
   *
   * @param name label of the study
   * @return a new plot
   * @throws IllegalArgumentException when no study is called so
   */
  public GoshPlot with(String name) {
    int row = result.full().effects().studies().labels().indexOf(name);
    if (row < 0) {
      throw new IllegalArgumentException(
          "Cannot set off subsets: study must be one of the fit, was '%s'. Use one of %s."
              .formatted(name, result.full().effects().studies().labels()));
    }
    return new GoshPlot(result, model().title(), label, row);
  }

  private static ChartPanels page(GoshResult result, String title, String label, int study) {
    Fit fit = result.full();
    EffectAxis scale = new EffectAxis(fit.measure(), label);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < result.size(); i++) {
      if (Double.isFinite(result.estimate(i))) {
        low = Math.min(low, result.estimate(i));
        high = Math.max(high, result.estimate(i));
      }
    }
    double wide = high > low ? high - low : 1;
    double[] x = {low - 0.01 * wide, high + 0.01 * wide};
    List<ChartMark> marks = new ArrayList<>();
    List<String> legend = new ArrayList<>();
    List<String> notes = new ArrayList<>(result.notes());
    notes.add("Darker: more subsets, on a logarithmic scale.");
    GoshMargins margins = new GoshMargins(result, x, scale);
    marks.addAll(margins.bars());
    if (study < 0) {
      notes.add("At the edges: how many subsets have such an effect, and such an I².");
      marks.add(
          cells("Subsets", result, i -> true, x, scale, Colours.SQUARE, ChartMark.Symbol.SQUARE));
    } else {
      String name = fit.effects().studies().label(study);
      String without = "Without " + name;
      String with = "With " + name;
      IntPredicate in = i -> result.includes(i, study);
      ChartMark.Symbol square = ChartMark.Symbol.SQUARE;
      ChartMark.Symbol diamond = ChartMark.Symbol.DIAMOND;
      marks.add(cells(without, result, in.negate(), x, scale, Colours.SQUARE, square));
      marks.add(cells(with, result, in, x, scale, Colours.WARNING, diamond));
      ChartMark.Dash dashed = ChartMark.Dash.DASHED;
      marks.addAll(margins.outlines(without, in.negate(), Colours.SQUARE, dashed));
      marks.addAll(margins.outlines(with, in, Colours.WARNING, ChartMark.Dash.SOLID));
      legend.addAll(List.of(without, with));
      notes.add(
          "At the edges: how many subsets have such an effect, and such an I²; solid outline with %s, dashed without."
              .formatted(name));
    }
    legend.add("All studies");
    double all = result.iSquared(result.size() - 1);
    boolean last = result.studies(result.size() - 1) == fit.k();
    double height = last ? all : fit.heterogeneity().iSquared();
    ChartMark.Point point =
        new ChartMark.Point(scale.shown(fit.estimate()), height, FitLines.sentence(fit));
    marks.add(
        new ChartMark.Points(
            "All studies", List.of(point), 6, Colours.DIAMOND, ChartMark.Symbol.DIAMOND));
    PlotAxis whole = scale.from(x[0], margins.right());
    List<AxisTick> ticks = Ticks.of(whole.log(), whole.min(), scale.shown(x[1]));
    PlotAxis effect =
        new PlotAxis(whole.label(), whole.log(), whole.min(), whole.max(), false, ticks);
    PlotAxis y =
        new PlotAxis("I² (%)", false, -2, GoshMargins.TOP + 1, false, Ticks.of(false, 0, 100));
    String words =
        "GOSH plot. %s Middle half of the pooled effects: %s to %s. %s"
            .formatted(
                String.join(" ", result.notes()),
                Numbers.significant(scale.shown(result.quantile(.25)), 3),
                Numbers.significant(scale.shown(result.quantile(.75)), 3),
                FitLines.sentence(fit));
    return ChartPanels.of(new Chart(title, words, effect, y, marks, notes).withLegend(legend));
  }

  private static ChartMark cells(
      String name,
      GoshResult r,
      IntPredicate chosen,
      double[] x,
      EffectAxis scale,
      String colour,
      ChartMark.Symbol symbol) {
    int[][] counts = new int[ACROSS][UP];
    int most = 1;
    for (int i = 0; i < r.size(); i++) {
      if (chosen.test(i) && isDrawn(r, i)) {
        most = Math.max(most, ++counts[column(r.estimate(i), x)][row(r.iSquared(i))]);
      }
    }
    double step = (x[1] - x[0]) / ACROSS;
    List<ChartMark.Cell> cells = new ArrayList<>();
    for (int c = 0; c < ACROSS; c++) {
      for (int r2 = 0; r2 < UP; r2++) {
        int n = counts[c][r2];
        if (n > 0) {
          double left = scale.shown(x[0] + c * step);
          double right = scale.shown(x[0] + (c + 1) * step);
          // eight shades
          double share = Math.ceil(8 * Math.log1p(n) / Math.log1p(most)) / 8;
          String hover = n == 1 ? "1 subset" : n + " subsets";
          cells.add(
              new ChartMark.Cell(
                  left, right, bottom(r2), bottom(r2 + 1), 0.12 + 0.78 * share, hover));
        }
      }
    }
    return new ChartMark.Cells(name, cells, colour, symbol);
  }

  static boolean isDrawn(GoshResult r, int subset) {
    return Double.isFinite(r.estimate(subset)) && Double.isFinite(r.iSquared(subset));
  }

  static int column(double estimate, double[] x) {
    return place((estimate - x[0]) / (x[1] - x[0]), ACROSS);
  }

  static int row(double iSquared) {
    return place((iSquared + 1) / 102, UP);
  }

  /** Where a row begins, in units of I². */
  static double bottom(int row) {
    return -1 + row * 102.0 / UP;
  }

  private static int place(double share, int number) {
    return Math.max(0, Math.min(number - 1, (int) Math.floor(share * number)));
  }
}
