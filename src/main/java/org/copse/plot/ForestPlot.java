package org.copse.plot;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.copse.appraisal.Appraisal;
import org.copse.bayes.BayesianFit;
import org.copse.model.AdverseEventAnalysis;
import org.copse.model.CommonAndRandomFit;
import org.copse.model.CommonAndRandomSubgroups;
import org.copse.model.Fit;
import org.copse.model.SubgroupAnalysis;
import org.copse.sensitivity.LeaveOneOut;
import tech.tablesaw.plotly.components.Figure;

/**
 * Forest plot of a fit, of subgroups, of a leave-one-out analysis, or of adverse events.
 *
 * <p>Left of the plot stand the studies with their raw data, right of it weights and effects;
 * squares have an area by weight, diamonds span the pooled interval, intervals that leave the axis
 * end in arrows. The height follows the number of rows. R meta and metafor: {@code forest}.
 * Immutable: each setting returns a new plot.
 */
public final class ForestPlot implements Plot {

  private final Function<ForestOptions, ForestModel> source;
  private final ForestOptions options;
  private final ForestModel model;
  private final Optional<LiveSource> live;

  private ForestPlot(
      Function<ForestOptions, ForestModel> source,
      ForestOptions options,
      Optional<LiveSource> live) {
    this.source = source;
    this.options = options;
    this.live = live;
    ForestModel drawn = source.apply(options);
    this.model =
        AxisRows.add(
            options.appraisal().map(a -> RiskOfBiasColumns.add(drawn, a)).orElse(drawn), options);
  }

  private ForestPlot with(ForestOptions changed) {
    return new ForestPlot(source, changed, live);
  }

  /**
   * Forest plot of a fit.
   *
   * @param fit any fit
   * @return the plot
   */
  public static ForestPlot of(Fit fit) {
    return new ForestPlot(
        o -> ForestBuilder.of(fit, o),
        ForestOptions.DEFAULT.forFit(fit),
        Optional.of(LiveSource.of(fit)));
  }

  /**
   * Forest plot of a Bayesian fit: the studies' own estimates, their shrinkage estimates beside
   * them, the posterior of the mean and of a new study below.
   *
   * @param fit a Bayesian fit
   * @return the plot
   */
  public static ForestPlot of(BayesianFit fit) {
    return new ForestPlot(
        o -> BayesForestBuilder.of(fit, o), ForestOptions.DEFAULT, Optional.empty());
  }

  /**
   * Forest plot with subgroups, their subtotals and the test between them.
   *
   * @param analysis a subgroup analysis
   * @return the plot
   */
  public static ForestPlot of(SubgroupAnalysis analysis) {
    return new ForestPlot(
        o -> ForestBuilder.of(analysis, o),
        ForestOptions.DEFAULT,
        Optional.of(LiveSource.of(analysis)));
  }

  /**
   * Forest plot of several outcomes under each other on one axis, each with its pooled effect.
   *
   * @param outcomes the outcomes in order
   * @return the plot
   */
  public static ForestPlot of(ForestOutcomes outcomes) {
    return new ForestPlot(
        o -> OutcomesBuilder.of(outcomes, o), ForestOptions.DEFAULT, Optional.empty());
  }

  /**
   * Forest plot of common and random effects together: both weights, both diamonds.
   *
   * @param fit both fits
   * @return the plot
   */
  public static ForestPlot of(CommonAndRandomFit fit) {
    return of(fit.random()).alongside(fit.common());
  }

  /**
   * Forest plot of subgroups under common and random effects: two subtotals a group, two diamonds
   * of all studies, both tests between the groups.
   *
   * @param both both analyses
   * @return the plot
   */
  public static ForestPlot of(CommonAndRandomSubgroups both) {
    return new ForestPlot(
        o -> ForestBuilder.of(both, o),
        ForestOptions.DEFAULT,
        Optional.of(LiveSource.of(both.random()).second(both.common().overall())));
  }

  /**
   * Summary forest plot of adverse events: one pooled row an event, with its number of studies and
   * counts, grades under headings.
   *
   * @param analysis the pooled events
   * @return the plot
   * @throws IllegalArgumentException when no event has a complete study
   */
  public static ForestPlot of(AdverseEventAnalysis analysis) {
    return new ForestPlot(
        o -> AdverseEventBuilder.of(analysis, o), ForestOptions.DEFAULT, Optional.empty());
  }

  /**
   * Forest plot of the pooled effect without each study in turn.
   *
   * @param analysis a leave-one-out analysis
   * @return the plot
   */
  public static ForestPlot of(LeaveOneOut analysis) {
    return new ForestPlot(
        o -> LeaveOneOutBuilder.of(analysis, o), ForestOptions.DEFAULT, Optional.empty());
  }

  /**
   * A title over the plot.
   *
   * @param text the title
   * @return a new plot
   */
  public ForestPlot title(String text) {
    return with(options.title(Objects.requireNonNull(text, "text")));
  }

  /**
   * What the two sides of the null line mean.
   *
   * @param left for example "Favours vaccine"
   * @param right for example "Favours control"
   * @return a new plot
   */
  public ForestPlot favours(String left, String right) {
    Objects.requireNonNull(left, "left");
    return with(options.favours(left, Objects.requireNonNull(right, "right")));
  }

  /**
   * Other limits of the effect axis; intervals beyond end in arrows.
   *
   * @param min smallest value, in the reader's units
   * @param max largest value, in the reader's units
   * @return a new plot
   * @throws IllegalArgumentException when the limits are not increasing, or a ratio's are not above
   *     0
   */
  public ForestPlot axis(double min, double max) {
    boolean log = model.axis().log();
    if (!(min < max) || !Double.isFinite(max - min) || log && !(min > 0)) {
      throw new IllegalArgumentException(
          "Cannot draw the axis: limits must be finite and increasing%s, was %s and %s. Give for example axis(0.1, 10)."
              .formatted(log ? ", and above 0 for a ratio" : "", min, max));
    }
    return with(options.limits(min, max));
  }

  /**
   * Another label of the effect.
   *
   * @param text for example "Hazard ratio of progression"
   * @return a new plot
   */
  public ForestPlot label(String text) {
    return with(options.label(Objects.requireNonNull(text, "text")));
  }

  /**
   * Other decimals of effects. Two unless said otherwise; rates per unit of time, which are small,
   * have as many as their pooled interval needs.
   *
   * @param digits digits after the point, 0 to 8
   * @return a new plot
   * @throws IllegalArgumentException when out of that range
   */
  public ForestPlot decimals(int digits) {
    if (digits < 0 || digits > 8) {
      throw new IllegalArgumentException(
          "Cannot print effects: decimals must be 0 to 8, was %s. Give 2.".formatted(digits));
    }
    return with(options.decimals(digits));
  }

  /**
   * Whether the prediction interval is shown.
   *
   * @param shown false to leave it out
   * @return a new plot
   */
  public ForestPlot prediction(boolean shown) {
    return with(options.prediction(shown));
  }

  /**
   * A second model of the same studies beside the first: its own weights, diamond and dashed line,
   * as R meta shows common and random effects together. With subgroups it stands in the overall
   * rows and the weights.
   *
   * @param fit another fit of the same effects, for example {@code CommonEffect.of(effects)}
   * @return a new plot
   * @throws IllegalArgumentException when the fit is of other studies or another measure
   */
  public ForestPlot alongside(Fit fit) {
    List<String> labels = model.data().studies().stream().map(ForestData.Study::label).toList();
    boolean same =
        fit.effects().studies().labels().equals(labels)
            && fit.measure().name().equals(model.data().measure());
    if (!same) {
      throw new IllegalArgumentException(
          "Cannot show two models: both must be fitted to the same studies and measure, was %s of %s studies beside %s of %s. Fit both to the same effects."
              .formatted(
                  fit.measure().name(),
                  fit.effects().size(),
                  model.data().measure(),
                  labels.size()));
    }
    return with(options.second(fit));
  }

  /**
   * Another layout: columns, order, headings and numbers as a journal or a program prints them. The
   * numbers stay the fit's; a plot of a leave-one-out analysis, of adverse events or of a Bayesian
   * fit keeps its columns.
   *
   * @param style for example {@code ForestStyle.JAMA}
   * @return a new plot
   */
  public ForestPlot layout(ForestStyle style) {
    return with(options.style(Objects.requireNonNull(style, "style")));
  }

  /**
   * Columns of the studies' table beside their names, such as a dose or a country.
   *
   * @param names moderators of the studies, in order; numbers stand right, words left
   * @return a new plot
   * @throws IllegalArgumentException when unknown, and for a plot whose rows are no studies
   */
  public ForestPlot columns(String... names) {
    return columns(List.of(names), true);
  }

  /**
   * Columns of the studies' table at the right end, as {@link #columns}.
   *
   * @param names moderators of the studies, in order
   * @return a new plot
   */
  public ForestPlot columnsRight(String... names) {
    return columns(List.of(names), false);
  }

  private ForestPlot columns(List<String> names, boolean left) {
    ForestPlot changed = with(options.columns(names, left));
    ForestPlot none = with(options.columns(List.of(), left));
    if (changed.model.columns().size() - none.model.columns().size() != names.size()) {
      throw new IllegalArgumentException(
          "Cannot add columns %s: rows of the plot must be studies, was otherwise. Use the forest plot of a fit, of subgroups or of outcomes."
              .formatted(names));
    }
    return changed;
  }

  /**
   * The axis over the first row too, for long plots.
   *
   * @return a new plot
   */
  public ForestPlot axisOnTop() {
    return with(options.axisOnTop(true));
  }

  /**
   * The axis again after every so many studies, for very long plots.
   *
   * @param studies at least 5; 0 for none
   * @return a new plot
   * @throws IllegalArgumentException when between 0 and 5, or negative
   */
  public ForestPlot axisEvery(int studies) {
    if (studies != 0 && studies < 5) {
      throw new IllegalArgumentException(
          "Cannot repeat the axis: it must stand after at least 5 studies, was %s. Give for example 25."
              .formatted(studies));
    }
    return with(options.axisEvery(studies));
  }

  /**
   * The distribution of the effect in a new study under the pooled effect, dark within the
   * prediction interval; not drawn for an interval by bootstrap, which has no density.
   *
   * @return a new plot
   */
  public ForestPlot predictionDistribution() {
    return with(options.distribution(true));
  }

  /**
   * The appraisal of the studies beside the plot: a circle with a symbol for each domain under its
   * letter, the overall judgement or the total last, letters and symbols explained below.
   *
   * @param appraisal an appraisal of all studies of the plot, by the same labels
   * @return a new plot
   * @throws IllegalArgumentException naming every study that was not appraised, and for a plot
   *     whose rows are no studies
   */
  public ForestPlot riskOfBias(Appraisal appraisal) {
    return with(options.appraisal(Objects.requireNonNull(appraisal, "appraisal")));
  }

  /**
   * @return the plot as data: what both renderers draw
   */
  public ForestModel model() {
    return model;
  }

  @Override
  public String title() {
    return model.title().isBlank() ? "Forest plot" : model.title();
  }

  @Override
  public String altText() {
    return title() + ". " + model.description();
  }

  @Override
  public String svg() {
    return ForestSvg.draw(model);
  }

  /**
   * What makes the picture live in a page: its data and a script that recomputes the pooled effect
   * when a reader leaves studies out. It stands behind the picture, in one element of class {@code
   * copse-forest}; where scripts do not run, the picture stays.
   *
   * @return two script elements, safe whatever the labels hold; empty for a plot that has nothing
   *     to recompute: of a Bayesian fit, a leave-one-out analysis, adverse events, or with what
   *     {@link #still()} names
   */
  public String live() {
    return live.filter(of -> options.why().isEmpty())
        .map(
            of ->
                "<script type=\"application/json\" class=\"copse-forest-data\">%s</script>%s"
                    .formatted(LiveData.of(model, options, of), LiveScript.element()))
        .orElse("");
  }

  /**
   * Why a plot that has something to recompute stays a picture in a page.
   *
   * @return a sentence; empty for a live plot, and where nothing could be recomputed
   */
  public String still() {
    boolean lost = live.isPresent() && !options.why().isEmpty();
    return lost
        ? "A picture: with %s, studies cannot be left out in the page. ForestPlot.of(fit) alone can."
            .formatted(options.why())
        : "";
  }

  @Override
  public Figure figure() {
    return ForestFigure.of(model);
  }

  @Override
  public String toString() {
    return altText();
  }
}
