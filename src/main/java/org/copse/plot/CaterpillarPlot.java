package org.copse.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.model.Fit;
import org.copse.model.RandomEffectsFit;
import org.copse.report.Numbers;

/**
 * Caterpillar plot: the studies in order of their effect with their intervals, over the band of the
 * pooled effect's interval and the wider one of the prediction interval; for more studies than a
 * forest plot can name.
 */
public final class CaterpillarPlot extends ChartPlot {

  private static final int NAMED = 60;

  private final Fit fit;
  private final String label;

  private CaterpillarPlot(Fit fit, String title, String label) {
    super("Caterpillar plot", page(fit, title, label));
    this.fit = fit;
    this.label = label;
  }

  /**
   * Caterpillar plot of a fit.
   *
   * @param fit any fit whose studies have effects of their own
   * @return the plot; up to 60 studies are named, more are named on hovering
   * @throws IllegalArgumentException when no study has an effect
   */
  public static CaterpillarPlot of(Fit fit) {
    if (fit.effects().estimable().length == 0) {
      throw new IllegalArgumentException(
          "Cannot draw a caterpillar plot: at least 1 study must have an effect of its own, was 0 of %s. Use ForestPlot."
              .formatted(fit.effects().size()));
    }
    return new CaterpillarPlot(fit, "", fit.measure().label());
  }

  /**
   * A title over the plot.
   *
   * @param text the title
   * @return a new plot
   */
  public CaterpillarPlot title(String text) {
    return new CaterpillarPlot(fit, Objects.requireNonNull(text, "text"), label);
  }

  /**
   * Another label of the effect.
   *
   * @param text for example "Hazard ratio of progression"
   * @return a new plot
   */
  public CaterpillarPlot label(String text) {
    return new CaterpillarPlot(fit, model().title(), Objects.requireNonNull(text, "text"));
  }

  private static ChartPanels page(Fit fit, String title, String label) {
    Effects effects = fit.effects();
    int[] order =
        Arrays.stream(effects.estimable())
            .boxed()
            .sorted(Comparator.comparingDouble(effects::estimate))
            .mapToInt(Integer::intValue)
            .toArray();
    StudyRowsAxis rows =
        StudyRowsAxis.of(Arrays.stream(order).mapToObj(effects.studies()::label).toList(), NAMED);
    EffectAxis scale = new EffectAxis(fit.measure(), label);
    AxisLimits limits = new AxisLimits(false);
    List<ChartMark.Point> points = new ArrayList<>();
    List<ChartMark.Point> segments = new ArrayList<>();
    for (int r = 0; r < order.length; r++) {
      int i = order[r];
      Interval own = effects.interval(i, fit.level());
      limits.interval(own.lower(), own.upper());
      limits.include(effects.estimate(i));
      double y = rows.at(r);
      points.add(
          new ChartMark.Point(scale.shown(effects.estimate(i)), y, hover(effects, i, own, scale)));
      segments.add(new ChartMark.Point(scale.shown(own.lower()), y, ""));
      segments.add(new ChartMark.Point(scale.shown(own.upper()), y, ""));
      segments.add(new ChartMark.Point(Double.NaN, Double.NaN, ""));
    }
    Optional<Interval> prediction =
        fit instanceof RandomEffectsFit random
            ? random.prediction().map(p -> p.interval())
            : Optional.empty();
    List<ChartMark> marks = new ArrayList<>();
    prediction.ifPresent(
        p -> band(marks, "Prediction interval", p, Colours.SHADE_LIGHT, limits, rows, scale));
    String ci = "Pooled effect, " + Numbers.level(fit.level()) + " CI";
    band(marks, ci, fit.interval(), Colours.SHADE, limits, rows, scale);
    boolean nulled = fit.measure().hasNullValue();
    if (nulled) {
      limits.include(0);
      marks.add(vertical("No effect", scale.shown(0), rows, Colours.INK, ChartMark.Dash.SOLID));
    }
    double pooled = scale.shown(fit.estimate());
    if (Double.isFinite(fit.estimate())) {
      limits.include(fit.estimate());
      marks.add(vertical("Pooled effect", pooled, rows, Colours.QUIET, ChartMark.Dash.DOTTED));
    }
    marks.add(
        new ChartMark.Path(
            "Intervals",
            segments,
            Colours.INTERVAL,
            ChartMark.Dash.SOLID,
            rows.radius() > 3 ? 1.1 : 0.8));
    marks.add(
        new ChartMark.Points("Studies", points, rows.radius() > 3 ? 3.6 : 1.8, Colours.SQUARE));
    double[] ends = limits.limits();
    PlotAxis x = scale.from(ends[0], ends[1]);
    List<String> legend = new ArrayList<>(List.of("Studies", ci));
    prediction.ifPresent(p -> legend.add("Prediction interval"));
    String words =
        "Caterpillar plot of %s studies in order of their effect. %s"
            .formatted(order.length, FitLines.sentence(fit));
    return ChartPanels.of(
        new Chart(title, words, x, rows.axis(), marks, List.of(FitLines.heterogeneity(fit)))
            .withLegend(legend)
            .withSize(new ChartSize(order.length <= NAMED ? 420 : 0, rows.height())));
  }

  private static void band(
      List<ChartMark> marks,
      String name,
      Interval interval,
      String colour,
      AxisLimits limits,
      StudyRowsAxis rows,
      EffectAxis scale) {
    if (!Double.isFinite(interval.lower()) || !Double.isFinite(interval.upper())) {
      return;
    }
    limits.include(interval.lower());
    limits.include(interval.upper());
    double left = scale.shown(interval.lower());
    double right = scale.shown(interval.upper());
    double end = rows.axis().max();
    marks.add(
        new ChartMark.Area(
            name,
            List.of(
                new ChartMark.Point(left, 0, ""),
                new ChartMark.Point(right, 0, ""),
                new ChartMark.Point(right, end, ""),
                new ChartMark.Point(left, end, "")),
            colour));
  }

  private static ChartMark vertical(
      String name, double x, StudyRowsAxis rows, String colour, ChartMark.Dash dash) {
    List<ChartMark.Point> ends =
        List.of(new ChartMark.Point(x, 0, ""), new ChartMark.Point(x, rows.axis().max(), ""));
    return new ChartMark.Path(name, ends, colour, dash);
  }

  private static String hover(Effects effects, int i, Interval own, EffectAxis scale) {
    return "%s: %s %s [%s; %s]"
        .formatted(
            effects.studies().label(i),
            effects.measure().abbreviation(),
            Numbers.fixed(scale.shown(effects.estimate(i)), 2),
            Numbers.fixed(scale.shown(own.lower()), 2),
            Numbers.fixed(scale.shown(own.upper()), 2));
  }
}
