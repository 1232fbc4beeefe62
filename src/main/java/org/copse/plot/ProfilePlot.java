package org.copse.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.heterogeneity.Tau2Estimator;
import org.copse.heterogeneity.Tau2Profile;
import org.copse.model.RandomEffectsFit;
import org.copse.report.Numbers;

/**
 * Profile of the likelihood of τ²: a single clear peak says that the data tell τ², a flat line that
 * they do not.
 *
 * <p>The restricted likelihood, but the full one for a fit by ML. Formula: {@link Tau2Profile}.
 * metafor: {@code profile}.
 */
public final class ProfilePlot extends ChartPlot {

  private static final int STEPS = 160;

  private final RandomEffectsFit fit;

  private ProfilePlot(RandomEffectsFit fit, String title) {
    super("Likelihood profile", page(fit, title));
    this.fit = fit;
  }

  /**
   * Profile of a fit's studies.
   *
   * @param fit a random-effects fit of at least 2 studies
   * @return the plot
   * @throws IllegalArgumentException for fewer than 2 studies
   */
  public static ProfilePlot of(RandomEffectsFit fit) {
    return new ProfilePlot(fit, "");
  }

  /**
   * A title over the plot.
   *
   * @param text the title
   * @return a new plot
   */
  public ProfilePlot title(String text) {
    return new ProfilePlot(fit, Objects.requireNonNull(text, "text"));
  }

  private static ChartPanels page(RandomEffectsFit fit, String title) {
    Effects effects = fit.effects();
    int[] rows = effects.estimable();
    Tau2Profile profile =
        Tau2Profile.of(
            Arrays.stream(rows).mapToDouble(effects::estimate).toArray(),
            Arrays.stream(rows).mapToDouble(effects::variance).toArray(),
            fit.tau2Estimator() != Tau2Estimator.ML,
            fit.level());
    Interval interval = profile.interval();
    double limit = -ChiSquaredDistribution.of(1).inverseSurvivalProbability(1 - fit.level()) / 2;
    double end = Math.max(1.25 * interval.upper(), 1.1 * fit.tau2());
    List<ChartMark.Point> curve = new ArrayList<>();
    for (int i = 0; i <= STEPS; i++) {
      // closer together near 0, where the profile is steep
      double share = (double) i / STEPS;
      double tau2 = end * share * share;
      double height = profile.difference(tau2) / 2;
      curve.add(new ChartMark.Point(tau2, height, hover(tau2, height)));
    }
    double floor = Math.max(4 * limit, Math.min(1.3 * limit, lowest(curve)));
    PlotAxis x = new PlotAxis("τ²", false, 0, end, false, Ticks.of(false, 0, end));
    String kind = profile.restricted() ? "Restricted log-likelihood" : "Log-likelihood";
    PlotAxis y =
        new PlotAxis(
            kind + " less its maximum",
            false,
            floor,
            -0.06 * floor,
            false,
            Ticks.of(false, floor, 0));
    String level = Numbers.level(fit.level());
    List<ChartMark> marks = new ArrayList<>();
    marks.add(area(level + " interval", interval, y));
    marks.add(line("Limit of the " + level + " interval", 0, limit, end, limit, Colours.QUIET));
    marks.add(
        line(
            "Fit's τ² (" + fit.tau2Estimator().name() + ")",
            fit.tau2(),
            floor,
            fit.tau2(),
            0,
            Colours.PREDICTION));
    marks.add(new ChartMark.Path("Profile", curve, Colours.SQUARE, ChartMark.Dash.SOLID, 2));
    ChartMark.Point top =
        new ChartMark.Point(profile.maximum(), 0, "Maximum: " + hover(profile.maximum(), 0));
    marks.add(new ChartMark.Points("Maximum", List.of(top), 4.5, Colours.SQUARE));
    String words =
        "%s of τ²: maximum at %s, %s interval [%s; %s]."
            .formatted(
                kind,
                number(profile.maximum()),
                level,
                number(interval.lower()),
                number(interval.upper()));
    List<String> legend = marks.stream().map(ChartMark::name).toList();
    return ChartPanels.of(new Chart(title, words, x, y, marks, List.of(words)).withLegend(legend));
  }

  private static double lowest(List<ChartMark.Point> curve) {
    return curve.stream().mapToDouble(ChartMark.Point::y).min().orElse(0);
  }

  private static ChartMark area(String name, Interval i, PlotAxis y) {
    return new ChartMark.Area(
        name,
        List.of(
            point(i.lower(), y.min()),
            point(i.lower(), y.max()),
            point(i.upper(), y.max()),
            point(i.upper(), y.min())),
        Colours.BAND);
  }

  private static ChartMark line(
      String name, double x1, double y1, double x2, double y2, String colour) {
    return new ChartMark.Path(
        name, List.of(point(x1, y1), point(x2, y2)), colour, ChartMark.Dash.DASHED);
  }

  private static ChartMark.Point point(double x, double y) {
    return new ChartMark.Point(x, y, "");
  }

  private static String number(double value) {
    return Numbers.significant(value, 3);
  }

  private static String hover(double tau2, double height) {
    return "τ² = %s: %s below the maximum".formatted(number(tau2), number(Math.abs(height)));
  }
}
