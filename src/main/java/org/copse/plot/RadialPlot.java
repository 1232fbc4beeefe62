package org.copse.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.copse.effect.Effects;
import org.copse.model.Fit;
import org.copse.model.RandomEffectsFit;
import org.copse.numeric.Quantiles;
import org.copse.report.Numbers;

/**
 * Radial (Galbraith) plot: each study's effect in standard errors against its precision, so that
 * the slope of the ray from 0 through a study is its effect, read off at the arc; a bracket there
 * holds the interval of the pooled effect.
 *
 * <p><b>Formula</b>: x = 1/√(vᵢ + τ²), y = yᵢ/√(vᵢ + τ²), with τ² of a random-effects fit, else 0.
 * About the line of the pooled effect lie bounds of ± z: beyond them, a study differs from the
 * pooled effect by more than chance (and τ²) lets expect. Galbraith, Technometrics 1988;30:271-281.
 * metafor, R meta: {@code radial}.
 */
public final class RadialPlot extends ChartPlot {

  private static final ChartSize SIZE = new ChartSize(540, 420);

  /** Part of the width that studies use; the arc stands beyond it. */
  private static final double USED = 0.74;

  private static final double ARC = 0.87;

  private final Fit fit;
  private final String label;

  private RadialPlot(Fit fit, String title, String label) {
    super("Radial plot", page(fit, title, label));
    this.fit = fit;
    this.label = label;
  }

  /**
   * Radial plot of a fit.
   *
   * @param fit any fit with a finite estimate
   * @return the plot
   * @throws IllegalArgumentException when no study has an effect of its own, or the pooled one is
   *     infinite
   */
  public static RadialPlot of(Fit fit) {
    if (fit.effects().estimable().length == 0 || !Double.isFinite(fit.estimate())) {
      throw new IllegalArgumentException(
          "Cannot draw a radial plot: studies with an effect must be at least 1 and the pooled effect finite, was %s and %s. Use ForestPlot."
              .formatted(fit.effects().estimable().length, fit.estimate()));
    }
    return new RadialPlot(fit, "", fit.measure().label());
  }

  /**
   * A title over the plot.
   *
   * @param text the title
   * @return a new plot
   */
  public RadialPlot title(String text) {
    return new RadialPlot(fit, Objects.requireNonNull(text, "text"), label);
  }

  /**
   * Another label of the effect.
   *
   * @param text for example "Hazard ratio of progression"
   * @return a new plot
   */
  public RadialPlot label(String text) {
    return new RadialPlot(fit, model().title(), Objects.requireNonNull(text, "text"));
  }

  private static ChartPanels page(Fit fit, String title, String label) {
    Effects effects = fit.effects();
    double tau2 = fit instanceof RandomEffectsFit random ? random.tau2() : 0;
    double z = Quantiles.twoSided(fit.level(), Double.POSITIVE_INFINITY);
    List<ChartMark.Point> points = new ArrayList<>();
    double widest = 0;
    double low = -z;
    double high = z;
    double least = fit.estimate();
    double most = fit.estimate();
    for (int i : effects.estimable()) {
      double se = Math.sqrt(effects.variance(i) + tau2);
      double y = effects.estimate(i) / se;
      points.add(new ChartMark.Point(1 / se, y, hover(effects, i, y)));
      widest = Math.max(widest, 1 / se);
      low = Math.min(low, y);
      high = Math.max(high, y);
      least = Math.min(least, effects.estimate(i));
      most = Math.max(most, effects.estimate(i));
    }
    double end = widest * fit.estimate();
    low = Math.min(low, end - z);
    high = Math.max(high, end + z);
    double margin = 0.08 * (high - low);
    String precision = tau2 > 0 ? "1/√(SE² + τ²)" : "1/SE";
    PlotAxis x = axis("Precision, " + precision, 0, widest / USED, widest);
    PlotAxis y = axis("Effect × precision", low - margin, high + margin, high + margin);
    List<ChartMark> marks = new ArrayList<>();
    marks.addAll(lines(fit, widest, z));
    EffectAxis scale = new EffectAxis(fit.measure(), label);
    RadialArc arc = new RadialArc(x, y, SIZE, ARC, least, most);
    marks.addAll(arc.marks(scale));
    String interval = Numbers.level(fit.level()) + " CI of the pooled effect";
    String pooled = pooled(fit, scale);
    marks.add(arc.bracket(interval, fit.estimate(), fit.interval(), interval + " " + pooled));
    marks.add(new ChartMark.Points("Studies", points, 4.5, Colours.SQUARE));
    List<String> notes =
        List.of(
            "Arc: %s; the ray from 0 through a study meets it at the study's effect."
                .formatted(scale.name()),
            "Bracket at the arc: pooled effect with %s CI, %s."
                .formatted(Numbers.level(fit.level()), pooled),
            "Band: within z = ± %s of the pooled effect.".formatted(Numbers.fixed(z, 2)));
    String words = "Radial plot of %s studies. %s".formatted(points.size(), FitLines.sentence(fit));
    return ChartPanels.of(new Chart(title, words, x, y, marks, notes).withSize(SIZE));
  }

  private static String pooled(Fit fit, EffectAxis scale) {
    return "%s [%s; %s]"
        .formatted(
            Numbers.fixed(scale.shown(fit.estimate()), 2),
            Numbers.fixed(scale.shown(fit.interval().lower()), 2),
            Numbers.fixed(scale.shown(fit.interval().upper()), 2));
  }

  private static PlotAxis axis(String label, double min, double max, double lastTick) {
    return new PlotAxis(label, false, min, max, false, Ticks.of(false, min, lastTick));
  }

  private static List<ChartMark> lines(Fit fit, double widest, double z) {
    double end = widest * fit.estimate();
    List<ChartMark.Point> band =
        List.of(point(0, -z), point(0, z), point(widest, end + z), point(widest, end - z));
    return List.of(
        new ChartMark.Area("Within z of the pooled effect", band, Colours.BAND),
        line("No effect", 0, 0, widest, 0, Colours.INK, ChartMark.Dash.SOLID),
        line("Pooled effect", 0, 0, widest, end, Colours.QUIET, ChartMark.Dash.DOTTED),
        line("Upper bound", 0, z, widest, end + z, Colours.QUIET, ChartMark.Dash.DASHED),
        line("Lower bound", 0, -z, widest, end - z, Colours.QUIET, ChartMark.Dash.DASHED));
  }

  private static ChartMark line(
      String name, double x1, double y1, double x2, double y2, String colour, ChartMark.Dash d) {
    return new ChartMark.Path(name, List.of(point(x1, y1), point(x2, y2)), colour, d);
  }

  private static ChartMark.Point point(double x, double y) {
    return new ChartMark.Point(x, y, "");
  }

  private static String hover(Effects effects, int i, double y) {
    return "%s: %s %s, SE %s, %s standard errors from 0"
        .formatted(
            effects.studies().label(i),
            effects.measure().abbreviation(),
            Numbers.fixed(effects.displayed(i), 2),
            Numbers.significant(effects.standardError(i), 3),
            Numbers.fixed(y, 2));
  }
}
