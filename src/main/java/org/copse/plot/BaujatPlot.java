package org.copse.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.copse.model.Fit;
import org.copse.report.Numbers;
import org.copse.sensitivity.Influence;
import org.copse.sensitivity.InfluenceAnalysis;
import org.copse.sensitivity.StudyInfluence;

/**
 * Baujat plot: what each study adds to heterogeneity against how far the pooled effect moves
 * without it; the upper right corner holds the studies that make the result and its heterogeneity.
 *
 * <p>Formulas: {@link Influence}. Names are written where they fit, those farthest out first; all
 * are there on hovering. metafor, R meta: {@code baujat}.
 */
public final class BaujatPlot extends ChartPlot {

  private final InfluenceAnalysis analysis;

  private BaujatPlot(InfluenceAnalysis analysis, String title) {
    super("Baujat plot", page(analysis, title));
    this.analysis = analysis;
  }

  /**
   * Baujat plot of a fit.
   *
   * @param fit a common-effect or random-effects fit of at least 3 studies
   * @return the plot
   * @throws IllegalArgumentException as {@link Influence#of}
   */
  public static BaujatPlot of(Fit fit) {
    return new BaujatPlot(Influence.of(fit), "");
  }

  /**
   * A title over the plot.
   *
   * @param text the title
   * @return a new plot
   */
  public BaujatPlot title(String text) {
    return new BaujatPlot(analysis, Objects.requireNonNull(text, "text"));
  }

  private static ChartPanels page(InfluenceAnalysis analysis, String title) {
    List<StudyInfluence> studies = new ArrayList<>(analysis.studies());
    double right = studies.stream().mapToDouble(StudyInfluence::contribution).max().orElse(1);
    double top = studies.stream().mapToDouble(StudyInfluence::shift).max().orElse(1);
    double maxX = right > 0 ? right : 1;
    double maxY = top > 0 ? top : 1;
    studies.sort(
        Comparator.comparingDouble(s -> -Math.hypot(s.contribution() / maxX, s.shift() / maxY)));
    List<ChartMark.Point> points = new ArrayList<>();
    List<ChartMark.Point> names = new ArrayList<>();
    for (StudyInfluence s : studies) {
      points.add(new ChartMark.Point(s.contribution(), s.shift(), hover(s)));
      names.add(new ChartMark.Point(s.contribution(), s.shift(), s.study()));
    }
    boolean common = analysis.full().heterogeneity().df() > 0 && isCommon(analysis.full());
    PlotAxis x = axis(common ? "Contribution to Q" : "Squared Pearson residual", maxX);
    PlotAxis y = axis("Influence on the pooled effect", maxY);
    List<ChartMark> marks =
        List.of(
            new ChartMark.Points("Studies", points, 4.5, Colours.SQUARE),
            new ChartMark.Labels("Names", names, 9));
    StudyInfluence first = studies.get(0);
    String words =
        "Baujat plot of %s studies. Farthest out: %s.".formatted(studies.size(), hover(first));
    List<String> notes =
        List.of(
            "Influence: squared change of the pooled effect without the study, over its variance without it.");
    return ChartPanels.of(new Chart(title, words, x, y, marks, notes));
  }

  private static boolean isCommon(Fit fit) {
    return fit instanceof org.copse.model.CommonEffectFit;
  }

  private static PlotAxis axis(String label, double max) {
    double end = 1.06 * max;
    return new PlotAxis(label, false, -0.03 * max, end, false, Ticks.of(false, 0, end));
  }

  private static String hover(StudyInfluence s) {
    return "%s: contribution %s, influence %s"
        .formatted(
            s.study(), Numbers.significant(s.contribution(), 3), Numbers.significant(s.shift(), 3));
  }
}
