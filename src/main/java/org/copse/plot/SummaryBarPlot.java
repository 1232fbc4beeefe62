package org.copse.plot;

import java.util.Objects;
import org.copse.appraisal.Appraisal;
import org.copse.appraisal.AppraisalSummary;
import org.copse.model.Fit;
import tech.tablesaw.plotly.components.Figure;

/**
 * Summary bars of an appraisal: for each domain the share of every answer, of the studies or of
 * their weight in a meta-analysis. Every part that has room holds its symbol besides its colour. R:
 * {@code robvis::rob_summary}. Immutable.
 */
public final class SummaryBarPlot implements Plot {

  private final AppraisalSummary summary;
  private final String title;
  private final Picture picture;

  private SummaryBarPlot(AppraisalSummary summary, String title) {
    this.summary = summary;
    this.title = title;
    this.picture = SummaryBarLayout.of(summary, title);
  }

  /**
   * Bars in which each study counts alike.
   *
   * @param appraisal the appraisal
   * @return the plot
   */
  public static SummaryBarPlot of(Appraisal appraisal) {
    return of(AppraisalSummary.of(appraisal));
  }

  /**
   * Bars of a summary, weighted or not.
   *
   * @param summary the summary
   * @return the plot
   */
  public static SummaryBarPlot of(AppraisalSummary summary) {
    return new SummaryBarPlot(summary, "");
  }

  /**
   * The same bars by the studies' weights in a fit.
   *
   * @param fit a fit of studies that were all appraised
   * @return a new plot
   * @throws IllegalArgumentException when a study was not appraised, or the model has no weights
   */
  public SummaryBarPlot weightedBy(Fit fit) {
    return new SummaryBarPlot(AppraisalSummary.weighted(summary.appraisal(), fit), title);
  }

  /**
   * A title over the plot.
   *
   * @param text the title
   * @return a new plot
   */
  public SummaryBarPlot title(String text) {
    return new SummaryBarPlot(summary, Objects.requireNonNull(text, "text"));
  }

  /**
   * The plot as data: what both renderers draw.
   *
   * @return the picture
   */
  public Picture model() {
    return picture;
  }

  @Override
  public String title() {
    return picture.title();
  }

  @Override
  public String altText() {
    return title() + ". " + picture.description();
  }

  @Override
  public String svg() {
    return PictureSvg.draw(picture);
  }

  @Override
  public Figure figure() {
    return PictureFigure.of(picture, "summary-bar-plot");
  }

  @Override
  public String toString() {
    return altText();
  }
}
