package org.copse.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.copse.effect.AnalysisScale;
import org.copse.effect.Effects;
import org.copse.effect.Moderator;
import org.copse.model.MetaRegressionFit;
import org.copse.model.RegressionCoefficient;
import org.copse.model.RegressionPrediction;
import org.copse.report.Numbers;
import tech.tablesaw.plotly.components.Figure;

/**
 * Bubble plot of a meta-regression: effects against a numeric moderator, areas by weight, the
 * regression line with its confidence band and the band in which new studies are expected.
 *
 * <p>Other numeric moderators stand at their mean over the studies, other categories at the
 * reference, unless {@link #at} says otherwise. metafor: {@code regplot}; R meta: {@code bubble}.
 * Immutable: each setting returns a new plot.
 */
public final class BubblePlot implements Plot {

  private static final int STEPS = 60;
  private static final double LARGEST = 15;
  private static final double SMALLEST = 2.5;
  private static final String PREDICTION_BAND = "#f3e6ee";
  private static final String BAND = "#c9d8ea";

  private final MetaRegressionFit fit;
  private final String moderator;
  private final List<Object> others;
  private final String title;
  private final String label;
  private final String xLabel;
  private final boolean prediction;
  private final Chart chart;

  private BubblePlot(
      MetaRegressionFit fit,
      String moderator,
      List<Object> others,
      String title,
      String label,
      String xLabel,
      boolean prediction) {
    this.fit = fit;
    this.moderator = moderator;
    this.others = List.copyOf(others);
    this.title = title;
    this.label = label;
    this.xLabel = xLabel;
    this.prediction = prediction;
    this.chart = build();
  }

  /**
   * Bubble plot of a meta-regression on its first numeric moderator.
   *
   * @param fit a meta-regression
   * @return the plot
   * @throws IllegalArgumentException when no moderator is numeric
   */
  public static BubblePlot of(MetaRegressionFit fit) {
    String first =
        fit.moderators().stream()
            .filter(m -> fit.categories(m).isEmpty())
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Cannot draw a bubble plot: a moderator must be numeric, was %s. Use a forest plot of subgroups."
                            .formatted(fit.moderators())));
    List<Object> others = new ArrayList<>();
    for (String name : fit.moderators()) {
      List<String> categories = fit.categories(name);
      others.add(categories.isEmpty() ? (Object) mean(fit, name) : categories.get(0));
    }
    return new BubblePlot(fit, first, others, "", fit.effects().measure().label(), first, true);
  }

  private static double mean(MetaRegressionFit fit, String name) {
    Moderator.Numeric values = fit.numbers(name);
    return fit.rows().stream().mapToDouble(values::value).average().orElseThrow();
  }

  /**
   * Another moderator along the axis.
   *
   * @param name a numeric moderator of the fit
   * @return a new plot
   * @throws IllegalArgumentException when it is none
   */
  public BubblePlot along(String name) {
    require(name);
    fit.numbers(name);
    return new BubblePlot(fit, name, others, title, label, name, prediction);
  }

  private int require(String name) {
    int index = fit.moderators().indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(
          "Cannot draw a bubble plot: the moderator must be one of %s, was '%s'. Name one of them."
              .formatted(fit.moderators(), name));
    }
    return index;
  }

  /**
   * The value of another moderator at which the line is drawn.
   *
   * @param name a moderator of the fit
   * @param value a number, or one of its categories
   * @return a new plot
   * @throws IllegalArgumentException when it is none of the fit, or not one of its values
   */
  public BubblePlot at(String name, Object value) {
    List<Object> changed = new ArrayList<>(others);
    changed.set(require(name), Objects.requireNonNull(value, "value"));
    return new BubblePlot(fit, moderator, changed, title, label, xLabel, prediction);
  }

  /**
   * A title over the plot.
   *
   * @param text the title
   * @return a new plot
   */
  public BubblePlot title(String text) {
    Objects.requireNonNull(text, "text");
    return new BubblePlot(fit, moderator, others, text, label, xLabel, prediction);
  }

  /**
   * Labels of both axes.
   *
   * @param x for example "Absolute latitude (degrees)"
   * @param effect for example "Risk ratio of tuberculosis"
   * @return a new plot
   */
  public BubblePlot labels(String x, String effect) {
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(effect, "effect");
    return new BubblePlot(fit, moderator, others, title, effect, x, prediction);
  }

  /**
   * Whether the band of new studies is shown.
   *
   * @param shown false to leave it out
   * @return a new plot
   */
  public BubblePlot prediction(boolean shown) {
    return new BubblePlot(fit, moderator, others, title, label, xLabel, shown);
  }

  /**
   * The plot as data: what both renderers draw.
   *
   * @return the chart
   */
  public Chart model() {
    return chart;
  }

  private RegressionPrediction predict(double x) {
    List<Object> values = new ArrayList<>(others);
    values.set(require(moderator), x);
    return fit.predict(values.toArray());
  }

  private Chart build() {
    Moderator.Numeric values = fit.numbers(moderator);
    double from = fit.rows().stream().mapToDouble(values::value).min().orElseThrow();
    double to = fit.rows().stream().mapToDouble(values::value).max().orElseThrow();
    double margin = to > from ? 0.06 * (to - from) : 1;
    PlotAxis x =
        new PlotAxis(
            xLabel,
            false,
            from - margin,
            to + margin,
            false,
            Ticks.of(false, from - margin, to + margin));
    double[] at =
        IntStream.rangeClosed(0, STEPS)
            .mapToDouble(i -> x.min() + (x.max() - x.min()) * i / STEPS)
            .toArray();
    List<RegressionPrediction> line = new ArrayList<>();
    for (double value : at) {
      line.add(predict(value));
    }
    PlotAxis y = yAxis(line);
    List<ChartMark> marks = new ArrayList<>();
    String level = Numbers.level(fit.level());
    if (prediction) {
      marks.add(band(level + " of new studies", at, line, true, y, PREDICTION_BAND));
    }
    marks.add(band(level + " CI of the mean", at, line, false, y, BAND));
    double none = shown(fit.effects().measure().hasNullValue() ? 0 : Double.NaN);
    if (fit.effects().measure().hasNullValue() && y.contains(none)) {
      List<ChartMark.Point> without = List.of(point(x.min(), none), point(x.max(), none));
      marks.add(new ChartMark.Path("No effect", without, Colours.QUIET, ChartMark.Dash.DASHED));
    }
    List<ChartMark.Point> ends =
        List.of(
            point(at[0], shown(line.get(0).estimate())),
            point(at[STEPS], shown(line.get(STEPS).estimate())));
    marks.add(new ChartMark.Path("Regression", ends, Colours.INK, ChartMark.Dash.SOLID));
    bubbles(values, marks);
    return new Chart(title, description(), x, y, marks, notes());
  }

  private static ChartMark.Point point(double x, double y) {
    return new ChartMark.Point(x, y, "");
  }

  private double shown(double value) {
    return fit.effects().measure().isRatio() ? Math.exp(value) : value;
  }

  private PlotAxis yAxis(List<RegressionPrediction> line) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i : fit.rows()) {
      low = Math.min(low, fit.effects().estimate(i));
      high = Math.max(high, fit.effects().estimate(i));
    }
    double studies = high - low;
    for (RegressionPrediction p : line) {
      // a wide band does not squeeze the studies
      double lower = prediction ? p.prediction().lower() : p.interval().lower();
      double upper = prediction ? p.prediction().upper() : p.interval().upper();
      low = Math.min(low, Math.max(lower, p.estimate() - studies));
      high = Math.max(high, Math.min(upper, p.estimate() + studies));
    }
    // effects that are all the same leave no span of their own
    boolean flat = !(high - low > 1e-6 * Math.max(1, Math.abs(low)));
    double margin = flat ? Math.max(0.5, 0.1 * Math.abs(low)) : 0.07 * (high - low);
    boolean log = fit.effects().measure().isRatio();
    double min = shown(low - margin);
    double max = shown(high + margin);
    boolean transformed = fit.effects().measure().scale() != AnalysisScale.IDENTITY && !log;
    String name = transformed ? label + ", transformed scale" : label;
    return new PlotAxis(name, log, min, max, false, Ticks.of(log, min, max));
  }

  /** A band, cut off where the axis ends. */
  private ChartMark band(
      String name,
      double[] at,
      List<RegressionPrediction> line,
      boolean ofStudies,
      PlotAxis y,
      String colour) {
    List<ChartMark.Point> corners = new ArrayList<>();
    for (int i = 0; i < at.length; i++) {
      RegressionPrediction p = line.get(i);
      double upper = ofStudies ? p.prediction().upper() : p.interval().upper();
      corners.add(point(at[i], Math.min(y.max(), Math.max(y.min(), shown(upper)))));
    }
    for (int i = at.length - 1; i >= 0; i--) {
      RegressionPrediction p = line.get(i);
      double lower = ofStudies ? p.prediction().lower() : p.interval().lower();
      corners.add(point(at[i], Math.min(y.max(), Math.max(y.min(), shown(lower)))));
    }
    return new ChartMark.Area(name, corners, colour);
  }

  /** The largest first, so that small ones lie on top. */
  private void bubbles(Moderator.Numeric values, List<ChartMark> marks) {
    Effects effects = fit.effects();
    double most = fit.rows().stream().mapToDouble(fit::weight).max().orElseThrow();
    List<Integer> rows = new ArrayList<>(fit.rows());
    rows.sort((a, b) -> Double.compare(fit.weight(b), fit.weight(a)));
    List<ChartMark.Point> points = new ArrayList<>();
    List<Double> radii = new ArrayList<>();
    for (int i : rows) {
      String label = effects.studies().label(i);
      String hover =
          "%s: %s %s, %s %s, weight %s"
              .formatted(
                  label,
                  effects.measure().abbreviation(),
                  Numbers.fixed(effects.displayed(i), 2),
                  moderator,
                  values.text(i),
                  Numbers.percent(fit.weight(i), 1));
      radii.add(Math.max(SMALLEST, LARGEST * Math.sqrt(fit.weight(i) / most)));
      points.add(new ChartMark.Point(values.value(i), shown(effects.estimate(i)), hover));
    }
    marks.add(new ChartMark.Circles("Studies", points, radii, Colours.SQUARE));
  }

  private String description() {
    RegressionCoefficient slope = fit.coefficient(moderator);
    return "Meta-regression of %s studies on %s: %s per unit %s, %s CI %s, %s."
        .formatted(
            fit.k(),
            moderator,
            fit.effects().measure().isRatio() ? "log effect" : "effect",
            Numbers.significant(slope.estimate(), 3),
            Numbers.level(fit.level()),
            "[%s; %s]"
                .formatted(
                    Numbers.significant(slope.interval().lower(), 3),
                    Numbers.significant(slope.interval().upper(), 3)),
            Numbers.pEquals(slope.test().p()));
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    String level = Numbers.level(fit.level());
    notes.add(
        "Line: expected effect; inner band: its %s confidence interval%s. Areas by weight."
            .formatted(
                level, prediction ? "; outer band: where " + level + " of new studies lie" : ""));
    List<String> held = new ArrayList<>();
    for (int m = 0; m < others.size(); m++) {
      if (!fit.moderators().get(m).equals(moderator)) {
        Object value = others.get(m);
        String text =
            value instanceof Number number
                ? Numbers.significant(number.doubleValue(), 4)
                : value.toString();
        held.add(fit.moderators().get(m) + " = " + text);
      }
    }
    if (!held.isEmpty()) {
      notes.add("Line and bands at " + String.join(", ", held) + ".");
    }
    notes.add(String.join(" ", fit.methods()));
    notes.addAll(fit.notes());
    return notes;
  }

  @Override
  public String title() {
    return title.isBlank() ? "Bubble plot" : title;
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
    return ChartFigure.of(chart, "bubble-plot");
  }

  @Override
  public String toString() {
    return altText();
  }
}
