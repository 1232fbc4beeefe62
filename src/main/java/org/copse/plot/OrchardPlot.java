package org.copse.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.model.Fit;
import org.copse.model.RandomEffectsFit;
import org.copse.model.Subgroup;
import org.copse.model.SubgroupAnalysis;
import org.copse.report.Numbers;

/**
 * Orchard plot: every study's effect as a circle with an area by its precision, scattered about a
 * trunk, which is the pooled effect with its confidence interval, and its branch, the prediction
 * interval; one tree a subgroup.
 *
 * <p>Nakagawa et al., Res Synth Methods 2021;12:4-12. Circles are set apart upwards and downwards
 * by a fixed pattern: their height means nothing.
 */
public final class OrchardPlot extends ChartPlot {

  private static final double ROW = 110;
  private static final double LARGEST = 11;
  private static final double GOLDEN = 0.6180339887498949;

  private record Tree(String name, Fit fit) {}

  private record Fruit(ChartMark.Point at, double radius) {}

  private final List<Tree> trees;
  private final String label;

  private OrchardPlot(List<Tree> trees, String title, String label) {
    super("Orchard plot", page(trees, title, label));
    this.trees = trees;
    this.label = label;
  }

  /**
   * One tree.
   *
   * @param fit any fit with a finite estimate
   * @return the plot
   */
  public static OrchardPlot of(Fit fit) {
    return new OrchardPlot(List.of(new Tree("All studies", fit)), "", fit.measure().label());
  }

  /**
   * A tree a subgroup and one of all studies.
   *
   * @param analysis the subgroups
   * @return the plot
   */
  public static OrchardPlot ofSubgroups(SubgroupAnalysis analysis) {
    List<Tree> trees = new ArrayList<>();
    for (Subgroup group : analysis.groups()) {
      trees.add(new Tree(group.name(), group.fit()));
    }
    trees.add(new Tree("All studies", analysis.overall()));
    return new OrchardPlot(trees, "", analysis.overall().measure().label());
  }

  /**
   * A title over the plot.
   *
   * @param text the title
   * @return a new plot
   */
  public OrchardPlot title(String text) {
    return new OrchardPlot(trees, Objects.requireNonNull(text, "text"), label);
  }

  /**
   * Another label of the effect.
   *
   * @param text for example "Hazard ratio of progression"
   * @return a new plot
   */
  public OrchardPlot label(String text) {
    return new OrchardPlot(trees, model().title(), Objects.requireNonNull(text, "text"));
  }

  private static ChartPanels page(List<Tree> trees, String title, String label) {
    Fit first = trees.get(0).fit();
    EffectAxis scale = new EffectAxis(first.measure(), label);
    List<ChartMark> marks = new ArrayList<>();
    List<Fruit> fruits = new ArrayList<>();
    List<ChartMark.Point> middles = new ArrayList<>();
    List<AxisTick> ticks = new ArrayList<>();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double best = 0;
    for (Tree tree : trees) {
      for (int i : tree.fit().effects().estimable()) {
        best = Math.max(best, 1 / tree.fit().effects().standardError(i));
      }
    }
    for (int t = 0; t < trees.size(); t++) {
      Fit fit = trees.get(t).fit();
      Effects effects = fit.effects();
      double y = t + 0.5;
      int number = 0;
      for (int i : effects.estimable()) {
        double height = 0.62 * (number++ * GOLDEN % 1 - 0.5);
        double precision = 1 / effects.standardError(i);
        double x = scale.shown(effects.estimate(i));
        fruits.add(
            new Fruit(
                new ChartMark.Point(x, y + height, hover(effects, i)),
                Math.max(2.2, LARGEST * Math.sqrt(precision / best))));
        low = Math.min(low, effects.estimate(i));
        high = Math.max(high, effects.estimate(i));
      }
      Interval ci = fit.interval();
      Optional<Interval> pi =
          fit instanceof RandomEffectsFit random
              ? random.prediction().map(p -> p.interval())
              : Optional.empty();
      for (Interval interval : pi.isPresent() ? List.of(ci, pi.get()) : List.of(ci)) {
        low = Double.isFinite(interval.lower()) ? Math.min(low, interval.lower()) : low;
        high = Double.isFinite(interval.upper()) ? Math.max(high, interval.upper()) : high;
      }
      pi.ifPresent(
          i -> marks.add(branch("Prediction interval", i, y, scale, Colours.PREDICTION, 2)));
      marks.add(branch(Numbers.level(fit.level()) + " CI", ci, y, scale, Colours.DIAMOND, 5));
      middles.add(new ChartMark.Point(scale.shown(fit.estimate()), y, FitLines.sentence(fit)));
      ticks.add(new AxisTick(y, trees.get(t).name() + " (k = " + fit.k() + ")"));
    }
    PlotAxis x = scale.from(low, high);
    PlotAxis y = new PlotAxis("", false, 0, trees.size(), true, ticks);
    // the large ones first, so that none hides a small one
    fruits.sort(Comparator.comparingDouble(Fruit::radius).reversed());
    marks.add(
        0,
        new ChartMark.Circles(
            "Studies, area by precision",
            fruits.stream().map(Fruit::at).toList(),
            fruits.stream().map(Fruit::radius).toList(),
            Colours.SHADE_DARK));
    if (first.measure().hasNullValue() && x.contains(scale.shown(0))) {
      List<ChartMark.Point> none =
          List.of(
              new ChartMark.Point(scale.shown(0), 0, ""),
              new ChartMark.Point(scale.shown(0), trees.size(), ""));
      marks.add(0, new ChartMark.Path("No effect", none, Colours.INK, ChartMark.Dash.DOTTED));
    }
    marks.add(
        new ChartMark.Points(
            "Pooled effect", middles, 6, Colours.WARNING, ChartMark.Symbol.DIAMOND));
    List<String> legend =
        List.of(
            "Pooled effect",
            Numbers.level(first.level()) + " CI",
            "Prediction interval",
            "Studies, area by precision");
    Fit last = trees.get(trees.size() - 1).fit();
    String words = "Orchard plot of %s studies. %s".formatted(last.k(), FitLines.sentence(last));
    String note = "The height of a circle within its tree means nothing; it keeps circles apart.";
    return ChartPanels.of(
        new Chart(title, words, x, y, marks, List.of(note))
            .withLegend(legend)
            .withSize(new ChartSize(0, ROW * trees.size())));
  }

  private static ChartMark branch(
      String name, Interval interval, double y, EffectAxis scale, String colour, double width) {
    List<ChartMark.Point> ends =
        List.of(
            new ChartMark.Point(scale.shown(interval.lower()), y, ""),
            new ChartMark.Point(scale.shown(interval.upper()), y, ""));
    return new ChartMark.Path(name, ends, colour, ChartMark.Dash.SOLID, width);
  }

  private static String hover(Effects effects, int i) {
    return "%s: %s %s, SE %s"
        .formatted(
            effects.studies().label(i),
            effects.measure().abbreviation(),
            Numbers.fixed(effects.displayed(i), 2),
            Numbers.significant(effects.standardError(i), 3));
  }
}
