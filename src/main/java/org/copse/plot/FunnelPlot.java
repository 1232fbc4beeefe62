package org.copse.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.copse.bias.EggerLine;
import org.copse.bias.EggerResult;
import org.copse.bias.LimitResult;
import org.copse.bias.TrimAndFillResult;
import org.copse.effect.AnalysisScale;
import org.copse.effect.Effects;
import org.copse.effect.Measure;
import org.copse.model.Fit;
import org.copse.numeric.Quantiles;
import org.copse.report.Numbers;
import tech.tablesaw.plotly.components.Figure;

/**
 * Funnel plot: each study's effect against its standard error, with the pooled effect and the
 * region in which studies of that effect would lie without heterogeneity or bias.
 *
 * <p>The limits are pooled ± z SE. R meta and metafor: {@code funnel}. With fewer than 10 studies
 * the plot says that asymmetry cannot be judged (Sterne et al., BMJ 2011;343:d4002). Immutable.
 */
public final class FunnelPlot implements Plot {

  private static final int ENOUGH = 10;
  private static final String BLUE = Colours.SQUARE;

  private final Fit fit;
  private final String title;
  private final String label;
  private final FunnelExtras extras;
  private final Chart chart;

  private FunnelPlot(Fit fit, String title, String label, FunnelExtras extras) {
    this.fit = fit;
    this.title = title;
    this.label = label;
    this.extras = extras;
    this.chart = build();
  }

  /**
   * Funnel plot of a fit.
   *
   * @param fit any fit
   * @return the plot; without region and limits where the pooled effect is infinite
   * @throws IllegalArgumentException when no study has an estimable effect
   */
  public static FunnelPlot of(Fit fit) {
    int size = fit.effects().size();
    if (fit.effects().estimable().length == 0) {
      throw new IllegalArgumentException(
          "Cannot draw a funnel plot: at least 1 study must have an estimable %s of its own, was 0 of %s. Use ForestPlot, or another measure."
              .formatted(fit.measure().label().toLowerCase(Locale.ROOT), size));
    }
    return new FunnelPlot(fit, "", fit.measure().label(), FunnelExtras.NONE);
  }

  /**
   * A title over the plot.
   *
   * @param text the title
   * @return a new plot
   */
  public FunnelPlot title(String text) {
    return new FunnelPlot(fit, Objects.requireNonNull(text, "text"), label, extras);
  }

  /**
   * Another label of the effect.
   *
   * @param text for example "Hazard ratio of progression"
   * @return a new plot
   */
  public FunnelPlot label(String text) {
    return new FunnelPlot(fit, title, Objects.requireNonNull(text, "text"), extras);
  }

  /**
   * Adds the line of Egger's test; where the test gave none, its note says why.
   *
   * @param result the test of the same studies
   * @return a new plot
   * @throws IllegalArgumentException when the test is of another measure or number of studies
   */
  public FunnelPlot line(EggerResult result) {
    int k = fit.effects().estimable().length;
    if (result.measure() != fit.measure() || result.k() != k) {
      throw new IllegalArgumentException(
          "Cannot draw Egger's line: the test must be of the plot's %s studies (%s), was of %s (%s). Give EggerTest the same fit."
              .formatted(
                  k, fit.measure().abbreviation(), result.k(), result.measure().abbreviation()));
    }
    return new FunnelPlot(fit, title, label, extras.with(result));
  }

  /**
   * Shades where a study's own two-sided p value lies below 0.1, 0.05 and 0.01, in the place of the
   * region around the pooled effect: studies missing where p is large speak of publication bias,
   * studies missing where it is small of other causes.
   *
   * <p>Peters et al., J Clin Epidemiol 2008;61:991-996. metafor: {@code funnel(level = c(90, 95,
   * 99), refline = 0)}; R meta: {@code funnel(contour.levels =)}.
   *
   * @return a new plot
   * @throws IllegalArgumentException when the measure has no value of no effect
   */
  public FunnelPlot contours() {
    if (!fit.measure().hasNullValue()) {
      throw new IllegalArgumentException(
          "Cannot draw contours of significance: the measure must have a value of no effect, was %s. Leave the contours out."
              .formatted(fit.measure().label()));
    }
    return new FunnelPlot(fit, title, label, extras.withContours());
  }

  /**
   * Adds the studies that trim and fill put in, as rings, and the pooled effect with them.
   *
   * @param result trim and fill of the same fit
   * @return a new plot
   * @throws IllegalArgumentException when it is of another measure or number of studies
   */
  public FunnelPlot filled(TrimAndFillResult result) {
    int k = fit.effects().estimable().length;
    if (result.measure() != fit.measure() || result.observed().k() != k) {
      throw new IllegalArgumentException(
          "Cannot draw filled studies: trim and fill must be of the plot's %s studies (%s), was of %s (%s). Give TrimAndFill the same fit."
              .formatted(
                  k,
                  fit.measure().abbreviation(),
                  result.observed().k(),
                  result.measure().abbreviation()));
    }
    return new FunnelPlot(fit, title, label, extras.with(result));
  }

  /**
   * Adds the curve of a limit meta-analysis, which meets the adjusted effect at a standard error of
   * 0; where there is none, its note says why.
   *
   * @param result limit meta-analysis of the same fit
   * @return a new plot
   * @throws IllegalArgumentException when it is of another measure or number of studies
   */
  public FunnelPlot limit(LimitResult result) {
    int k = fit.effects().estimable().length;
    if (result.measure() != fit.measure() || result.k() != k) {
      throw new IllegalArgumentException(
          "Cannot draw the limit curve: the limit meta-analysis must be of the plot's %s studies (%s), was of %s (%s). Give LimitMetaAnalysis the same fit."
              .formatted(
                  k, fit.measure().abbreviation(), result.k(), result.measure().abbreviation()));
    }
    return new FunnelPlot(fit, title, label, extras.with(result));
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
    Effects effects = fit.effects();
    Measure measure = fit.measure();
    double z = Quantiles.twoSided(fit.level(), Double.POSITIVE_INFINITY);
    double deepest = 0;
    for (int i : effects.estimable()) {
      deepest = Math.max(deepest, effects.standardError(i));
    }
    double bottom = deepest * 1.08;
    double left = fit.estimate() - z * bottom;
    double right = fit.estimate() + z * bottom;
    boolean finite = Double.isFinite(fit.estimate());
    double low = finite ? left : Double.POSITIVE_INFINITY;
    double high = finite ? right : Double.NEGATIVE_INFINITY;
    for (int i : effects.estimable()) {
      low = Math.min(low, effects.estimate(i));
      high = Math.max(high, effects.estimate(i));
    }
    if (extras.contours()) {
      low = Math.min(low, -FunnelContours.reach(bottom));
      high = Math.max(high, FunnelContours.reach(bottom));
    }
    for (double value : extras.estimates()) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    Optional<EggerLine> line = extras.egger().flatMap(EggerResult::line);
    double top = line.map(EggerLine::effectAtZero).orElse(low);
    double foot = line.map(l -> l.effectAtZero() + l.intercept() * bottom).orElse(low);
    low = Math.min(low, Math.min(top, foot));
    high = Math.max(high, line.isPresent() ? Math.max(top, foot) : high);
    FunnelLimit limit = new FunnelLimit(extras.limit(), bottom, measure.isRatio());
    low = Math.min(low, limit.least());
    high = Math.max(high, limit.most());
    double margin = high > low ? 0.05 * (high - low) : z * bottom;
    PlotAxis x = xAxis(low - margin, high + margin);
    PlotAxis y = new PlotAxis("Standard error", false, 0, bottom, true, Ticks.of(false, 0, bottom));
    List<ChartMark> marks = new ArrayList<>();
    FunnelContours contours = new FunnelContours(x, bottom, measure.isRatio());
    if (extras.contours()) {
      marks.addAll(contours.areas());
    } else if (finite) {
      marks.add(
          new ChartMark.Area(
              Numbers.level(fit.level()) + " region", region(left, right, bottom), Colours.BAND));
    }
    if (measure.hasNullValue() && x.contains(measure.nullValue())) {
      marks.add(
          vertical("No effect", measure.nullValue(), bottom, Colours.INK, ChartMark.Dash.SOLID));
    }
    if (finite && !extras.contours()) {
      marks.add(
          new ChartMark.Path(
              Numbers.level(fit.level()) + " limits",
              limits(left, right, bottom),
              Colours.QUIET,
              ChartMark.Dash.DASHED));
    }
    if (finite) {
      double pooled = shown(fit.estimate());
      marks.add(vertical("Pooled effect", pooled, bottom, Colours.QUIET, ChartMark.Dash.DOTTED));
    }
    if (line.isPresent()) {
      List<ChartMark.Point> ends = List.of(point(shown(top), 0), point(shown(foot), bottom));
      marks.add(new ChartMark.Path("Egger's line", ends, Colours.INK, ChartMark.Dash.DASH_DOTTED));
    }
    marks.addAll(limit.marks());
    extras
        .filled()
        .ifPresent(
            t ->
                marks.add(
                    vertical(
                        "Pooled effect with filled studies",
                        shown(t.filled().estimate()),
                        bottom,
                        Colours.PREDICTION,
                        ChartMark.Dash.LONG_DASHED)));
    marks.add(new ChartMark.Points("Studies", points(fit, fit.effects().estimable()), 4.5, BLUE));
    extras
        .filled()
        .filter(t -> t.missing() > 0)
        .ifPresent(
            t ->
                marks.add(
                    new ChartMark.Points(
                        "Filled studies",
                        points(t.filled(), t.filledRows()),
                        4.5,
                        Colours.PAPER,
                        ChartMark.Symbol.RING)));
    Chart plain = new Chart(title, description(), x, y, marks, notes());
    return extras.isPlain() ? plain : plain.withLegend(legend(marks));
  }

  private static List<String> legend(List<ChartMark> marks) {
    return marks.stream().map(ChartMark::name).filter(n -> !n.endsWith(" limits")).toList();
  }

  private double shown(double value) {
    return fit.measure().isRatio() ? Math.exp(value) : value;
  }

  /** Ratios are read on a logarithmic axis; other measures stay on the scale of pooling. */
  private PlotAxis xAxis(double low, double high) {
    boolean log = fit.measure().isRatio();
    boolean transformed = fit.measure().scale() != AnalysisScale.IDENTITY && !log;
    double min = shown(low);
    double max = shown(high);
    String name = transformed ? label + ", transformed scale" : label;
    return new PlotAxis(name, log, min, max, false, Ticks.of(log, min, max));
  }

  private List<ChartMark.Point> region(double left, double right, double bottom) {
    return List.of(
        point(shown(fit.estimate()), 0), point(shown(left), bottom), point(shown(right), bottom));
  }

  private List<ChartMark.Point> limits(double left, double right, double bottom) {
    return List.of(
        point(shown(left), bottom), point(shown(fit.estimate()), 0), point(shown(right), bottom));
  }

  private static ChartMark.Point point(double x, double y) {
    return new ChartMark.Point(x, y, "");
  }

  private static ChartMark vertical(
      String name, double x, double bottom, String colour, ChartMark.Dash dash) {
    return new ChartMark.Path(name, List.of(point(x, 0), point(x, bottom)), colour, dash);
  }

  private List<ChartMark.Point> points(Fit of, int[] rows) {
    Effects effects = of.effects();
    List<ChartMark.Point> points = new ArrayList<>();
    for (int i : rows) {
      String hover =
          "%s: %s %s, SE %s"
              .formatted(
                  effects.studies().label(i),
                  fit.measure().abbreviation(),
                  Numbers.fixed(effects.displayed(i), 2),
                  Numbers.significant(effects.standardError(i), 3));
      double x = shown(effects.estimate(i));
      points.add(new ChartMark.Point(x, effects.standardError(i), hover));
    }
    return points;
  }

  private String description() {
    return "Funnel plot of %s studies around the pooled effect. %s"
        .formatted(fit.k(), FitLines.sentence(fit));
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (extras.contours()) {
      notes.add("Shaded: two-sided p values of single studies against no effect.");
    } else {
      notes.add(region());
    }
    if (fit.k() < ENOUGH) {
      notes.add(
          "%s studies: with fewer than %s, asymmetry cannot be told from chance."
              .formatted(fit.k(), ENOUGH));
    }
    extras.egger().ifPresent(result -> notes.add(lineNote(result)));
    extras.filled().ifPresent(result -> notes.add(filledNote(result)));
    extras.limit().ifPresent(result -> notes.add(FunnelLimit.note(result)));
    return notes;
  }

  private String region() {
    return Double.isFinite(fit.estimate())
        ? "Shaded: where %s of studies would lie around the pooled effect without heterogeneity or small-study effects."
            .formatted(Numbers.level(fit.level()))
        : "The pooled effect is infinite: there is no region around it.";
  }

  private static String filledNote(TrimAndFillResult t) {
    return "Rings: %s %s filled in on the %s by trim and fill (%s). With them: %s"
        .formatted(
            t.missing(),
            t.missing() == 1 ? "study" : "studies",
            t.side().label(),
            t.estimator(),
            FitLines.sentence(t.filled()));
  }

  private static String lineNote(EggerResult result) {
    return result
        .line()
        .map(
            l ->
                "Dashes and dots: the line of Egger's test, intercept %s, p = %s."
                    .formatted(
                        Numbers.fixed(l.intercept(), 2), Numbers.significant(l.test().p(), 2)))
        .orElseGet(() -> "No line of Egger's test. " + String.join(" ", result.notes()));
  }

  @Override
  public String title() {
    return title.isBlank() ? "Funnel plot" : title;
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
    return ChartFigure.of(chart, "funnel-plot");
  }

  @Override
  public String toString() {
    return altText();
  }
}
