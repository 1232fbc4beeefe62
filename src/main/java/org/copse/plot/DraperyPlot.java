package org.copse.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.heterogeneity.Prediction;
import org.copse.model.Fit;
import org.copse.model.RandomEffectsResult;
import org.copse.report.Numbers;
import org.copse.sensitivity.PValueFunction;

/**
 * Drapery plot: the p-value function of every study and of the pooled effect, so that intervals of
 * all levels are seen at once in the place of one; behind them, of a random-effects fit, that of
 * the effect in a new study.
 *
 * <p>Formula: {@link PValueFunction}. Where a horizontal line at 0.05 cuts a curve, its 95 %
 * interval ends. R meta: {@code drapery}.
 */
public final class DraperyPlot extends ChartPlot {

  private static final int STEPS = 120;
  private static final String RANGE = "Prediction range";
  private static final double LOWEST = 0.0005;

  private final Fit fit;
  private final String label;

  private DraperyPlot(Fit fit, String title, String label) {
    super("Drapery plot", page(fit, title, label));
    this.fit = fit;
    this.label = label;
  }

  /**
   * Drapery plot of a fit.
   *
   * @param fit a fit with a finite estimate and standard error
   * @return the plot
   * @throws IllegalArgumentException when the pooled effect has no standard error
   */
  public static DraperyPlot of(Fit fit) {
    if (!Double.isFinite(fit.estimate()) || !(fit.standardError() > 0)) {
      throw new IllegalArgumentException(
          "Cannot draw a drapery plot: the pooled effect must be finite with a standard error, was %s with %s. Use ForestPlot."
              .formatted(fit.estimate(), fit.standardError()));
    }
    return new DraperyPlot(fit, "", fit.measure().label());
  }

  /**
   * A title over the plot.
   *
   * @param text the title
   * @return a new plot
   */
  public DraperyPlot title(String text) {
    return new DraperyPlot(fit, Objects.requireNonNull(text, "text"), label);
  }

  /**
   * Another label of the effect.
   *
   * @param text for example "Hazard ratio of progression"
   * @return a new plot
   */
  public DraperyPlot label(String text) {
    return new DraperyPlot(fit, model().title(), Objects.requireNonNull(text, "text"));
  }

  private static ChartPanels page(Fit fit, String title, String label) {
    Effects effects = fit.effects();
    EffectAxis scale = new EffectAxis(fit.measure(), label);
    AxisLimits limits = new AxisLimits(false);
    for (int i : effects.estimable()) {
      Interval interval = effects.interval(i, 0.99);
      limits.interval(interval.lower(), interval.upper());
    }
    limits.include(fit.interval().lower());
    limits.include(fit.interval().upper());
    Optional<Prediction> prediction =
        fit instanceof RandomEffectsResult random ? random.prediction() : Optional.empty();
    prediction.ifPresent(p -> limits.interval(p.interval().lower(), p.interval().upper()));
    boolean nulled = fit.measure().hasNullValue();
    if (nulled) {
      limits.include(0);
    }
    double[] ends = limits.limits();
    PlotAxis x = scale.from(ends[0], ends[1]);
    PlotAxis y = new PlotAxis("p value (two-sided)", false, 0, 1.03, false, Ticks.of(false, 0, 1));
    List<ChartMark> marks = new ArrayList<>();
    prediction
        .flatMap(PValueFunction::ofPrediction)
        .ifPresent(p -> marks.addAll(range(p, fit.estimate(), scale, x)));
    boolean ranged = !marks.isEmpty();
    for (double p : new double[] {0.1, 0.05, 0.01}) {
      marks.add(level(p, x));
    }
    if (nulled) {
      List<ChartMark.Point> none = List.of(point(scale.shown(0), 0), point(scale.shown(0), 1.03));
      marks.add(new ChartMark.Path("No effect", none, Colours.INK, ChartMark.Dash.SOLID));
    }
    for (int i : effects.estimable()) {
      List<ChartMark.Point> curve =
          curve(
              PValueFunction.ofStudy(effects, i),
              effects.estimate(i),
              effects.standardError(i),
              scale,
              effects.studies().label(i));
      String name = i == effects.estimable()[0] ? "Studies" : effects.studies().label(i);
      marks.add(new ChartMark.Path(name, curve, Colours.SHADE_DARK, ChartMark.Dash.SOLID, 1));
    }
    List<ChartMark.Point> pooled =
        curve(PValueFunction.ofPooled(fit), fit.estimate(), fit.standardError(), scale, "Pooled");
    marks.add(
        new ChartMark.Path("Pooled effect", pooled, Colours.DIAMOND, ChartMark.Dash.SOLID, 2.6));
    List<String> legend = new ArrayList<>(List.of("Pooled effect", "Studies"));
    List<String> notes = new ArrayList<>();
    String words = "Drapery plot of %s studies. %s".formatted(fit.k(), FitLines.sentence(fit));
    String note =
        "A dashed line at p cuts each curve at the ends of its interval of level 1 − p: the lines"
            + " at 0.1, 0.05 and 0.01 give 90%, 95% and 99% intervals.";
    notes.add(note);
    if (ranged) {
      legend.add(RANGE);
      notes.add(
          "Shaded: the same for the effect in a new study; a dashed line cuts it at the ends of a"
              + " prediction interval.");
    }
    legend.add("p = 0.1, 0.05, 0.01");
    return ChartPanels.of(new Chart(title, words, x, y, marks, notes).withLegend(legend));
  }

  /** The p-value function of a new study's effect over the whole axis, shaded. */
  private static List<ChartMark> range(
      DoubleUnaryOperator p, double estimate, EffectAxis scale, PlotAxis x) {
    double low = scale.effect(x.min());
    double high = scale.effect(x.max());
    List<ChartMark.Point> line = new ArrayList<>();
    for (int side = 0; side < 2; side++) {
      double from = side == 0 ? low : estimate;
      double to = side == 0 ? estimate : high;
      for (int i = side; i <= STEPS / 2; i++) {
        double effect = from + (to - from) * i / (STEPS / 2);
        double height = p.applyAsDouble(effect);
        String hover =
            "New study: %s, p = %s"
                .formatted(
                    Numbers.significant(scale.shown(effect), 3), Numbers.significant(height, 2));
        line.add(new ChartMark.Point(scale.shown(effect), height, hover));
      }
    }
    List<ChartMark.Point> area = new ArrayList<>(line);
    area.add(point(x.max(), 0));
    area.add(point(x.min(), 0));
    return List.of(
        new ChartMark.Area(RANGE, area, Colours.PREDICTION_TAIL),
        new ChartMark.Path(
            "Effect in a new study", line, Colours.PREDICTION, ChartMark.Dash.SOLID, 1.6));
  }

  private static ChartMark level(double p, PlotAxis x) {
    String name = p == 0.1 ? "p = 0.1, 0.05, 0.01" : "p = " + p;
    List<ChartMark.Point> ends = List.of(point(x.min(), p), point(x.max(), p));
    return new ChartMark.Path(name, ends, Colours.QUIET, ChartMark.Dash.DASHED);
  }

  /** Points close together at the top, out to where the p value is next to nothing. */
  private static List<ChartMark.Point> curve(
      DoubleUnaryOperator p, double estimate, double se, EffectAxis scale, String name) {
    double reach = 1;
    while (p.applyAsDouble(estimate + reach * se) > LOWEST && reach < 1e4) {
      reach *= 1.5;
    }
    List<ChartMark.Point> curve = new ArrayList<>();
    for (int i = -STEPS / 2; i <= STEPS / 2; i++) {
      double share = 2.0 * i / STEPS;
      double effect = estimate + reach * se * share * Math.abs(share);
      double height = p.applyAsDouble(effect);
      double shown = scale.shown(effect);
      String hover =
          name + ": " + Numbers.significant(shown, 3) + ", p = " + Numbers.significant(height, 2);
      curve.add(new ChartMark.Point(shown, height, hover));
    }
    return curve;
  }

  private static ChartMark.Point point(double x, double y) {
    return new ChartMark.Point(x, y, "");
  }
}
