package org.copse.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.TwoByTwo;
import org.copse.model.Fit;
import org.copse.report.Numbers;

/**
 * L'Abbé plot: the risk in one arm against that in the other, a circle a study with an area by its
 * weight, and the curve of the pooled effect.
 *
 * <p>On the diagonal both arms fare alike. Studies with zero cells stand at their observed risks.
 * L'Abbé, Detsky and O'Rourke, Ann Intern Med 1987;107:224-233. metafor, R meta: {@code labbe}.
 */
public final class LabbePlot extends ChartPlot {

  private static final double SIDE = 420;
  private static final double LARGEST = 13;
  private static final int STEPS = 80;

  private final Fit fit;
  private final BinaryEffects effects;

  private LabbePlot(Fit fit, BinaryEffects effects, String title) {
    super("L'Abbé plot", page(fit, effects, title));
    this.fit = fit;
    this.effects = effects;
  }

  /**
   * L'Abbé plot of a fit.
   *
   * @param fit any fit of two-arm counts
   * @return the plot; without a curve for measures that give no risk from another
   * @throws IllegalArgumentException when the effects are not two-arm counts
   */
  public static LabbePlot of(Fit fit) {
    if (fit.effects() instanceof BinaryEffects effects) {
      return new LabbePlot(fit, effects, "");
    }
    throw new IllegalArgumentException(
        "Cannot draw a L'Abbé plot: effects must be of two arms' counts of events, was %s. Use FunnelPlot."
            .formatted(fit.measure().label()));
  }

  /**
   * A title over the plot.
   *
   * @param text the title
   * @return a new plot
   */
  public LabbePlot title(String text) {
    return new LabbePlot(fit, effects, Objects.requireNonNull(text, "text"));
  }

  private static ChartPanels page(Fit fit, BinaryEffects effects, String title) {
    List<ChartMark.Point> points = new ArrayList<>();
    List<Double> radii = new ArrayList<>();
    double largest = largestShare(fit, effects);
    double most = 0;
    for (int i = 0; i < effects.size(); i++) {
      TwoByTwo c = effects.counts(i);
      double x = c.events2() / c.total2();
      double y = c.events1() / c.total1();
      most = Math.max(most, Math.max(x, y));
      points.add(new ChartMark.Point(x, y, hover(effects, i, x, y)));
      radii.add(Math.max(3, LARGEST * Math.sqrt(share(fit, effects, i) / largest)));
    }
    double end = Math.min(1, most > 0 ? 1.12 * most : 1);
    double start = -0.03 * end;
    double top = end >= 1 ? 1.03 : end;
    PlotAxis x = axis("Risk, " + effects.arms().second(), start, top, end);
    PlotAxis y = axis("Risk, " + effects.arms().first(), start, top, end);
    List<ChartMark> marks = new ArrayList<>();
    List<ChartMark.Point> diagonal = List.of(point(0, 0), point(end, end));
    marks.add(new ChartMark.Path("No effect", diagonal, Colours.INK, ChartMark.Dash.SOLID));
    String pooled =
        "Pooled %s = %s".formatted(fit.measure().abbreviation(), Numbers.fixed(effect(fit), 2));
    if (curved(effects.measure()) && Double.isFinite(fit.estimate())) {
      List<ChartMark.Point> curve = curve(risk(effects.measure(), fit.estimate()), end);
      marks.add(new ChartMark.Path(pooled, curve, Colours.PREDICTION, ChartMark.Dash.DASHED, 1.6));
    }
    marks.add(new ChartMark.Circles("Studies, area by weight", points, radii, Colours.SQUARE));
    String words = "L'Abbé plot of %s studies. %s".formatted(points.size(), FitLines.sentence(fit));
    List<String> notes =
        List.of(
            "Each circle: a study's observed risks; below the line, the lower risk is that of '%s'."
                .formatted(effects.arms().first()));
    return ChartPanels.of(
        new Chart(title, words, x, y, marks, notes)
            .withSize(new ChartSize(SIDE, SIDE))
            .withLegend(List.of("No effect", pooled, "Studies, area by weight")));
  }

  private static double effect(Fit fit) {
    return fit.backTransformed().estimate();
  }

  private static PlotAxis axis(String label, double min, double max, double lastTick) {
    return new PlotAxis(label, false, min, max, false, Ticks.of(false, 0, lastTick));
  }

  /** Weight where the model has weights, else the number of patients. */
  private static double share(Fit fit, BinaryEffects effects, int i) {
    return fit.hasWeights() ? fit.weight(i) : effects.counts(i).total();
  }

  private static double largestShare(Fit fit, BinaryEffects effects) {
    double largest = 0;
    for (int i = 0; i < effects.size(); i++) {
      largest = Math.max(largest, share(fit, effects, i));
    }
    return largest;
  }

  private static boolean curved(BinaryMeasure measure) {
    return switch (measure) {
      case RISK_RATIO, ODDS_RATIO, PETO_ODDS_RATIO, RISK_DIFFERENCE, ARCSINE_DIFFERENCE -> true;
      default -> false;
    };
  }

  /** The first arm's risk at a risk of the second. */
  static DoubleUnaryOperator risk(BinaryMeasure measure, double effect) {
    return switch (measure) {
      case RISK_RATIO -> p -> p * Math.exp(effect);
      case ODDS_RATIO, PETO_ODDS_RATIO ->
          p -> p * Math.exp(effect) / (1 - p + p * Math.exp(effect));
      case RISK_DIFFERENCE -> p -> p + effect;
      case ARCSINE_DIFFERENCE -> p -> arcsine(Math.asin(Math.sqrt(p)) + effect);
      default -> p -> Double.NaN;
    };
  }

  private static double arcsine(double angle) {
    double sine = Math.sin(Math.min(Math.PI / 2, Math.max(0, angle)));
    return sine * sine;
  }

  private static List<ChartMark.Point> curve(DoubleUnaryOperator risk, double end) {
    List<ChartMark.Point> curve = new ArrayList<>();
    for (int i = 0; i <= STEPS; i++) {
      double p = end * i / STEPS;
      double y = risk.applyAsDouble(p);
      if (y >= 0 && y <= 1) {
        curve.add(point(p, y));
      }
    }
    return curve;
  }

  private static ChartMark.Point point(double x, double y) {
    return new ChartMark.Point(x, y, "");
  }

  private static String hover(BinaryEffects effects, int i, double x, double y) {
    TwoByTwo c = effects.counts(i);
    return "%s: %s %s of %s (%s), %s %s of %s (%s)"
        .formatted(
            effects.studies().label(i),
            effects.arms().first(),
            Numbers.count(c.events1()),
            Numbers.count(c.total1()),
            Numbers.percent(100 * y, 1),
            effects.arms().second(),
            Numbers.count(c.events2()),
            Numbers.count(c.total2()),
            Numbers.percent(100 * x, 1));
  }
}
