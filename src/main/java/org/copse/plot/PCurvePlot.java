package org.copse.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.copse.bias.PCurve;
import org.copse.bias.PCurveResult;
import org.copse.model.Fit;
import org.copse.report.Numbers;

/**
 * p-curve: the share of significant p values in steps of 0.01, against a flat line where there is
 * no effect and the curve at a power of one third.
 *
 * <p>Formulas: {@link PCurve}.
 */
public final class PCurvePlot extends ChartPlot {

  private final PCurveResult result;

  private PCurvePlot(PCurveResult result, String title) {
    super("p-curve", page(result, title));
    this.result = result;
  }

  /**
   * p-curve of a fit's studies.
   *
   * @param fit any fit with at least 1 significant study
   * @return the plot
   * @throws IllegalArgumentException as {@link #ofResult} and {@link PCurve#of}
   */
  public static PCurvePlot of(Fit fit) {
    return ofResult(PCurve.of(fit));
  }

  /**
   * A p-curve already computed.
   *
   * @param result the p-curve
   * @return the plot
   * @throws IllegalArgumentException without a significant study
   */
  public static PCurvePlot ofResult(PCurveResult result) {
    if (result.studies().isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot draw a p-curve: at least 1 study must be significant, was 0 of %s. There is nothing to draw."
              .formatted(result.k()));
    }
    return new PCurvePlot(result, "");
  }

  /**
   * A title over the plot.
   *
   * @param text the title
   * @return a new plot
   */
  public PCurvePlot title(String text) {
    return new PCurvePlot(result, Objects.requireNonNull(text, "text"));
  }

  private static ChartPanels page(PCurveResult result, String title) {
    int n = result.studies().size();
    List<ChartMark.Point> observed = new ArrayList<>();
    List<ChartMark.Point> even = new ArrayList<>();
    List<ChartMark.Point> low = new ArrayList<>();
    List<ChartMark> names = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      double p = (i + 1) / 100.0;
      int count = result.counts().get(i);
      double share = 100.0 * count / n;
      String hover = "p up to %s: %s of %s".formatted(Numbers.fixed(p, 2), count, n);
      observed.add(new ChartMark.Point(p, share, hover));
      names.add(new ChartMark.Text("%s of %s".formatted(count, n), aside(result, i), share + 3.5));
      even.add(new ChartMark.Point(p, 20, ""));
      low.add(new ChartMark.Point(p, 100 * result.expectedAtThirdPower().get(i), ""));
    }
    List<AxisTick> ticks =
        observed.stream()
            .map(
                p ->
                    new AxisTick(
                        p.x(), Numbers.fixed(p.x() - 0.01, 2) + "–" + Numbers.fixed(p.x(), 2)))
            .toList();
    PlotAxis x = new PlotAxis("Two-sided p value", false, 0.006, 0.054, false, ticks);
    PlotAxis y =
        new PlotAxis("Significant p values (%)", false, -3, 109, false, Ticks.of(false, 0, 100));
    String none = "No effect: 20% each";
    String third = "Power of one third";
    String own = "Observed";
    List<ChartMark> marks = new ArrayList<>();
    marks.addAll(
        List.of(
            new ChartMark.Path(none, even, Colours.WARNING, ChartMark.Dash.DOTTED, 1.6),
            new ChartMark.Path(third, low, Colours.QUIET, ChartMark.Dash.DASHED, 1.6),
            new ChartMark.Path("Observed line", observed, Colours.SQUARE, ChartMark.Dash.SOLID, 2),
            new ChartMark.Points(own, observed, 5, Colours.SQUARE)));
    marks.addAll(names);
    List<String> notes = new ArrayList<>(result.notes());
    String tests =
        result
            .tests()
            .map(
                t ->
                    "Right skew: %s (half curve: %s); flatter than at a power of one third: %s (half curve: %s). Power: %s [%s; %s], 90%% interval."
                        .formatted(
                            Numbers.pEquals(t.skewP()),
                            Numbers.pEquals(t.halfSkewP()),
                            Numbers.pEquals(t.flatP()),
                            Numbers.pEquals(t.halfFlatP()),
                            Numbers.percent(100 * t.power(), 0),
                            Numbers.percent(100 * t.powerLower(), 0),
                            Numbers.percent(100 * t.powerUpper(), 0)))
            .orElse("");
    notes.add(tests);
    String words = "p-curve of %s significant studies. %s".formatted(n, tests);
    return ChartPanels.of(
        new Chart(title, words, x, y, marks, notes).withLegend(List.of(own, third, none)));
  }

  /** Where a count stands: above its point, moved away from a line that comes from above. */
  private static double aside(PCurveResult result, int i) {
    var counts = result.counts();
    boolean falling = i > 0 && counts.get(i - 1) > counts.get(i);
    boolean rising = i < 4 && counts.get(i + 1) > counts.get(i);
    double moved = falling == rising ? 0 : falling ? 0.0026 : -0.0026;
    return (i + 1) / 100.0 + moved;
  }
}
