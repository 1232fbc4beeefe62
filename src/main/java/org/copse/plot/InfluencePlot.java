package org.copse.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.copse.model.Fit;
import org.copse.model.RandomEffectsFit;
import org.copse.report.Numbers;
import org.copse.sensitivity.Influence;
import org.copse.sensitivity.InfluenceAnalysis;
import org.copse.sensitivity.StudyInfluence;

/**
 * Influence panel: nine diagnostics of every study side by side, eight for a model without τ²,
 * studies down the page, limits dashed, studies beyond a limit as red diamonds.
 *
 * <p>Formulas and limits: {@link Influence}. metafor: {@code plot(influence(fit))}.
 */
public final class InfluencePlot extends ChartPlot {

  private static final int COLUMNS = 4;

  /** Nine stand in two rows as eight do. */
  private static final int MORE_COLUMNS = 5;

  private static final double WIDTH = 118;

  /** Above this many studies names would be smaller than print. */
  private static final int NAMED = 80;

  private final InfluenceAnalysis analysis;

  private InfluencePlot(InfluenceAnalysis analysis, String title) {
    super("Influence of single studies", page(analysis, title));
    this.analysis = analysis;
  }

  /**
   * Panel of a fit.
   *
   * @param fit a common-effect or random-effects fit of at least 3 studies
   * @return the plot
   * @throws IllegalArgumentException as {@link Influence#of}
   */
  public static InfluencePlot of(Fit fit) {
    return ofAnalysis(Influence.of(fit));
  }

  /**
   * Panel of diagnostics already computed.
   *
   * @param analysis the diagnostics
   * @return the plot
   */
  public static InfluencePlot ofAnalysis(InfluenceAnalysis analysis) {
    return new InfluencePlot(analysis, "");
  }

  /**
   * A title over the plot.
   *
   * @param text the title
   * @return a new plot
   */
  public InfluencePlot title(String text) {
    return new InfluencePlot(analysis, Objects.requireNonNull(text, "text"));
  }

  private record Part(
      String label, ToDoubleFunction<StudyInfluence> value, double middle, double... limits) {}

  private static List<Part> parts(InfluenceAnalysis a) {
    double dffits = a.dffitsLimit();
    double k = a.studies().size();
    List<Part> parts = new ArrayList<>();
    parts.add(
        new Part("Studentised residual", StudyInfluence::studentisedResidual, 0, -1.96, 1.96));
    parts.add(new Part("DFFITS", StudyInfluence::dffits, 0, -dffits, dffits));
    parts.add(new Part("Cook's distance", StudyInfluence::cooksDistance, 0, a.cookLimit()));
    parts.add(new Part("Covariance ratio", StudyInfluence::covarianceRatio, 1));
    if (a.full() instanceof RandomEffectsFit random) {
      parts.add(new Part("τ² without it", StudyInfluence::tau2, random.tau2()));
    }
    parts.add(new Part("Q without it", StudyInfluence::q, a.full().heterogeneity().q()));
    parts.add(new Part("Hat value", StudyInfluence::hat, 1 / k, a.hatLimit()));
    parts.add(new Part("Weight (%)", StudyInfluence::weight, 100 / k));
    parts.add(new Part("DFBETAS", StudyInfluence::dfbetas, 0, -1, 1));
    return parts;
  }

  private static ChartPanels page(InfluenceAnalysis analysis, String title) {
    StudyRowsAxis rows =
        StudyRowsAxis.of(analysis.studies().stream().map(StudyInfluence::study).toList(), NAMED);
    List<Chart> panels = new ArrayList<>();
    List<Part> parts = parts(analysis);
    int columns = parts.size() > 2 * COLUMNS ? MORE_COLUMNS : COLUMNS;
    for (Part part : parts) {
      panels.add(panel(analysis, part, rows, panels.size() % columns == 0));
    }
    List<String> influential = analysis.influential();
    String words =
        "Influence of %s studies. Beyond a limit: %s."
            .formatted(
                analysis.studies().size(),
                influential.isEmpty() ? "none" : String.join(", ", influential));
    List<String> notes = new ArrayList<>();
    notes.add(
        "Dotted: the value of all studies, or no change; dashed: limits of Viechtbauer and Cheung"
            + " (2010), for the residual ±1.96.");
    notes.add(
        influential.isEmpty()
            ? "No study passes a limit of DFFITS, Cook's distance, hat value or DFBETAS."
            : "Diamonds: studies beyond a limit of DFFITS, Cook's distance, hat value or DFBETAS.");
    if (!(analysis.full() instanceof RandomEffectsFit)) {
      notes.add("A common-effect model has no τ²: there is no panel of it.");
    }
    return new ChartPanels(title, words, columns, panels, notes, List.of());
  }

  private static Chart panel(
      InfluenceAnalysis analysis, Part part, StudyRowsAxis rows, boolean named) {
    List<ChartMark.Point> usual = new ArrayList<>();
    List<ChartMark.Point> beyond = new ArrayList<>();
    double low = part.middle();
    double high = part.middle();
    for (int i = 0; i < analysis.studies().size(); i++) {
      StudyInfluence s = analysis.studies().get(i);
      double value = part.value().applyAsDouble(s);
      low = Double.isNaN(low) ? value : Math.min(low, value);
      high = Double.isNaN(high) ? value : Math.max(high, value);
      String hover = "%s: %s %s".formatted(s.study(), part.label(), Numbers.significant(value, 3));
      (s.influential() ? beyond : usual).add(new ChartMark.Point(value, rows.at(i), hover));
    }
    double wide = high > low ? high - low : Math.max(1, Math.abs(low));
    double least = low - 0.08 * wide;
    double most = high + 0.08 * wide;
    List<AxisTick> ticks = few(Ticks.of(false, least, most));
    PlotAxis x = new PlotAxis("", false, least, most, false, ticks);
    List<ChartMark> marks = new ArrayList<>();
    if (!Double.isNaN(part.middle())) {
      marks.add(vertical("All studies", part.middle(), rows, ChartMark.Dash.DOTTED));
    }
    for (double limit : part.limits()) {
      marks.add(vertical("Limit", limit, rows, ChartMark.Dash.DASHED));
    }
    marks.add(new ChartMark.Points("Studies", usual, rows.radius(), Colours.SQUARE));
    marks.add(
        new ChartMark.Points(
            "Beyond a limit", beyond, rows.radius(), Colours.WARNING, ChartMark.Symbol.DIAMOND));
    PlotAxis y = named ? rows.axis() : rows.unnamed();
    return new Chart(part.label(), "", x, y, marks, List.of())
        .withSize(new ChartSize(WIDTH, rows.height()));
  }

  /** At most three ticks, so that their labels stay apart in a narrow panel. */
  private static List<AxisTick> few(List<AxisTick> ticks) {
    return ticks.size() <= 2 ? ticks : List.of(ticks.get(0), ticks.get(ticks.size() - 1));
  }

  private static ChartMark vertical(
      String name, double value, StudyRowsAxis rows, ChartMark.Dash dash) {
    List<ChartMark.Point> ends =
        List.of(
            new ChartMark.Point(value, rows.axis().min(), ""),
            new ChartMark.Point(value, rows.axis().max(), ""));
    return new ChartMark.Path(name, ends, Colours.QUIET, dash);
  }
}
