package org.copse.plot;

import java.util.Locale;
import java.util.Objects;
import org.copse.report.Numbers;
import org.copse.survival.KaplanMeierFit;
import org.copse.survival.LogRankResult;
import tech.tablesaw.plotly.components.Figure;

/**
 * Kaplan-Meier curves with pointwise confidence bands, marks where patients were censored, lines to
 * the medians, and the numbers at risk under the time axis. Groups differ by colour and by dashes.
 *
 * <p>R survminer: {@code ggsurvplot(risk.table = TRUE)}. Immutable: each setting returns a new
 * plot.
 */
public final class KaplanMeierPlot implements Plot {

  private static final int MOST_BANDS = 3;

  private final KaplanMeierFit fit;
  private final KaplanMeierOptions options;
  private final KaplanMeierModel model;

  private KaplanMeierPlot(KaplanMeierFit fit, KaplanMeierOptions options) {
    this.fit = fit;
    this.options = options;
    this.model = KaplanMeierBuilder.of(fit, options);
  }

  /**
   * Plot of curves; bands of more than three groups would hide each other and are left out.
   *
   * @param fit the curves
   * @return the plot
   */
  public static KaplanMeierPlot of(KaplanMeierFit fit) {
    boolean few = fit.curves().size() <= MOST_BANDS;
    return new KaplanMeierPlot(fit, KaplanMeierOptions.DEFAULT.bands(few));
  }

  /**
   * A title over the plot.
   *
   * @param text the title
   * @return a new plot
   */
  public KaplanMeierPlot title(String text) {
    return new KaplanMeierPlot(fit, options.title(Objects.requireNonNull(text, "text")));
  }

  /**
   * Labels of the axes.
   *
   * @param time for example "Weeks"
   * @param share for example "Still in remission"
   * @return a new plot
   */
  public KaplanMeierPlot labels(String time, String share) {
    Objects.requireNonNull(time, "time");
    return new KaplanMeierPlot(fit, options.labels(time, Objects.requireNonNull(share, "share")));
  }

  /**
   * Whether confidence bands are drawn.
   *
   * @param shown false to leave them out
   * @return a new plot
   */
  public KaplanMeierPlot bands(boolean shown) {
    return new KaplanMeierPlot(fit, options.bands(shown));
  }

  /**
   * Whether lines show the medians.
   *
   * @param shown false to leave them out
   * @return a new plot
   */
  public KaplanMeierPlot medians(boolean shown) {
    return new KaplanMeierPlot(fit, options.medians(shown));
  }

  /**
   * Shows the share with the event, 1 − S, which rises: for events that are wished for, such as a
   * response.
   *
   * @param share label of the axis, for example "Responded"
   * @return a new plot
   */
  public KaplanMeierPlot rising(String share) {
    return new KaplanMeierPlot(fit, options.risingWith(Objects.requireNonNull(share, "share")));
  }

  /**
   * Ends the time axis.
   *
   * @param time largest time shown
   * @return a new plot
   * @throws IllegalArgumentException unless above 0 and finite
   */
  public KaplanMeierPlot until(double time) {
    if (!(time > 0 && time < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Cannot draw the time axis: its end must be above 0 and finite, was %s. Give the last time to show."
              .formatted(time));
    }
    return new KaplanMeierPlot(fit, options.until(time));
  }

  /**
   * Prints a test between the curves above them.
   *
   * @param result of the same data
   * @return a new plot
   */
  public KaplanMeierPlot test(LogRankResult result) {
    return new KaplanMeierPlot(fit, options.with(words(result)));
  }

  private static String words(LogRankResult result) {
    return result
        .test()
        .map(
            test ->
                "%s: χ² = %s, df = %s, %s"
                    .formatted(
                        name(result.weight()),
                        Numbers.fixed(test.statistic(), 2),
                        test.df(),
                        Numbers.pEquals(test.p())))
        .orElse("The curves cannot be tested");
  }

  private static String name(String weight) {
    String words = weight.toLowerCase(Locale.ROOT).replace('_', '-');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + " test";
  }

  /**
   * The plot as data: what both renderers draw.
   *
   * @return the model
   */
  public KaplanMeierModel model() {
    return model;
  }

  @Override
  public String title() {
    return model.title().isBlank() ? "Kaplan-Meier plot" : model.title();
  }

  @Override
  public String altText() {
    return title() + ". " + model.description();
  }

  @Override
  public String svg() {
    return KaplanMeierSvg.draw(model);
  }

  @Override
  public Figure figure() {
    return KaplanMeierFigure.of(model);
  }

  @Override
  public String toString() {
    return altText();
  }
}
