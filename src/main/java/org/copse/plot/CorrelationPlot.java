package org.copse.plot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.copse.model.BackTransformed;
import org.copse.model.Fit;
import org.copse.report.Numbers;
import org.copse.sensitivity.CorrelationAnalysis;
import org.copse.sensitivity.CorrelationStep;
import tech.tablesaw.plotly.components.Figure;

/**
 * The pooled effect and its interval against the assumed correlation of values before and after.
 * Immutable.
 */
public final class CorrelationPlot implements Plot {

  private final CorrelationAnalysis analysis;
  private final String title;
  private final Chart chart;

  private CorrelationPlot(CorrelationAnalysis analysis, String title) {
    this.analysis = analysis;
    this.title = title;
    this.chart = build();
  }

  /**
   * Plot of a sweep.
   *
   * @param analysis the sweep
   * @return the plot
   */
  public static CorrelationPlot of(CorrelationAnalysis analysis) {
    return new CorrelationPlot(Objects.requireNonNull(analysis, "analysis"), "");
  }

  /**
   * A title over the plot.
   *
   * @param text the title
   * @return a new plot
   */
  public CorrelationPlot title(String text) {
    return new CorrelationPlot(analysis, Objects.requireNonNull(text, "text"));
  }

  /**
   * The plot as data: what both renderers draw.
   *
   * @return the model
   */
  public Chart model() {
    return chart;
  }

  private Chart build() {
    Fit fit = analysis.asGiven();
    double none = fit.measure().nullValue();
    List<ChartMark.Point> middle = new ArrayList<>();
    List<ChartMark.Point> upper = new ArrayList<>();
    List<ChartMark.Point> lower = new ArrayList<>();
    double low = none;
    double high = none;
    for (CorrelationStep step : analysis.steps()) {
      BackTransformed shown = step.fit().backTransformed();
      double r = step.correlation();
      middle.add(new ChartMark.Point(r, shown.estimate(), hover(step)));
      upper.add(new ChartMark.Point(r, shown.interval().upper(), ""));
      lower.add(new ChartMark.Point(r, shown.interval().lower(), ""));
      low = Math.min(low, shown.interval().lower());
      high = Math.max(high, shown.interval().upper());
    }
    double margin = 0.06 * (high - low);
    PlotAxis y = axis(fit.measure().abbreviation(), low - margin, high + margin);
    double left = middle.get(0).x();
    double right = middle.get(middle.size() - 1).x();
    double side = right > left ? 0.03 * (right - left) : 0.05;
    List<AxisTick> ticks =
        right > left ? Ticks.of(false, left, right) : Ticks.of(false, left - side, right + side);
    PlotAxis x =
        new PlotAxis(
            "Assumed correlation of before and after",
            false,
            left - side,
            right + side,
            false,
            ticks);
    return new Chart(title, description(), x, y, marks(middle, upper, lower, x, none), notes());
  }

  private static PlotAxis axis(String label, double min, double max) {
    return new PlotAxis(label, false, min, max, false, Ticks.of(false, min, max));
  }

  private List<ChartMark> marks(
      List<ChartMark.Point> middle,
      List<ChartMark.Point> upper,
      List<ChartMark.Point> lower,
      PlotAxis x,
      double none) {
    List<ChartMark.Point> round = new ArrayList<>(upper);
    List<ChartMark.Point> back = new ArrayList<>(lower);
    Collections.reverse(back);
    round.addAll(back);
    String name = Numbers.level(analysis.asGiven().level()) + " interval";
    List<ChartMark.Point> zero =
        List.of(new ChartMark.Point(x.min(), none, ""), new ChartMark.Point(x.max(), none, ""));
    return List.of(
        new ChartMark.Area(name, round, Colours.BAND),
        new ChartMark.Path("No effect", zero, Colours.INK, ChartMark.Dash.SOLID),
        new ChartMark.Path("Upper limit", upper, Colours.QUIET, ChartMark.Dash.DASHED),
        new ChartMark.Path("Lower limit", lower, Colours.QUIET, ChartMark.Dash.DASHED),
        new ChartMark.Path("Pooled effect", middle, Colours.SQUARE, ChartMark.Dash.SOLID),
        new ChartMark.Points("Pooled effect", middle, 4, Colours.SQUARE));
  }

  private String hover(CorrelationStep step) {
    BackTransformed shown = step.fit().backTransformed();
    return "r = %s: %s [%s; %s]"
        .formatted(
            Numbers.significant(step.correlation(), 3),
            Numbers.significant(shown.estimate(), 4),
            Numbers.significant(shown.interval().lower(), 4),
            Numbers.significant(shown.interval().upper(), 4));
  }

  private String description() {
    List<CorrelationStep> steps = analysis.steps();
    return "Pooled effect by assumed correlation, from %s to %s."
        .formatted(hover(steps.get(0)), hover(steps.get(steps.size() - 1)));
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(
        "Line: pooled effect; band: its %s interval under each assumed correlation."
            .formatted(Numbers.level(analysis.asGiven().level())));
    notes.addAll(analysis.notes());
    return notes;
  }

  @Override
  public String title() {
    return title.isBlank() ? "Correlation sweep" : title;
  }

  @Override
  public String altText() {
    return title() + ". " + chart.description();
  }

  @Override
  public String svg() {
    return ChartSvg.draw(chart);
  }

  @Override
  public Figure figure() {
    return ChartFigure.of(chart, "correlation-sweep");
  }

  @Override
  public String toString() {
    return altText();
  }
}
