package org.copse.plot;

import java.util.Objects;
import org.copse.appraisal.Appraisal;
import tech.tablesaw.plotly.components.Figure;

/**
 * Traffic-light plot of an appraisal: one row a study, one circle a domain, the overall judgement
 * or the total of points at the end. Every circle holds a symbol or its points, so that nothing
 * depends on colour. R: {@code robvis::rob_traffic_light}. Immutable.
 */
public final class TrafficLightPlot implements Plot {

  private final Appraisal appraisal;
  private final Picture picture;

  private TrafficLightPlot(Appraisal appraisal, String title) {
    this.appraisal = appraisal;
    this.picture = TrafficLightLayout.of(appraisal, title);
  }

  /**
   * Traffic-light plot of an appraisal.
   *
   * @param appraisal the appraisal
   * @return the plot
   */
  public static TrafficLightPlot of(Appraisal appraisal) {
    return new TrafficLightPlot(appraisal, "");
  }

  /**
   * A title over the plot.
   *
   * @param text the title
   * @return a new plot
   */
  public TrafficLightPlot title(String text) {
    return new TrafficLightPlot(appraisal, Objects.requireNonNull(text, "text"));
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
    return PictureFigure.of(picture, "traffic-light-plot");
  }

  @Override
  public String toString() {
    return altText();
  }
}
