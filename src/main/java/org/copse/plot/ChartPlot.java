package org.copse.plot;

import java.util.Locale;
import tech.tablesaw.plotly.components.Figure;

/** A plot that is one chart or several on a page. Immutable. */
public abstract sealed class ChartPlot implements Plot
    permits BaujatPlot,
        CaterpillarPlot,
        DraperyPlot,
        GoshPlot,
        InfluencePlot,
        LabbePlot,
        OrchardPlot,
        PCurvePlot,
        ProfilePlot,
        RadialPlot,
        SpecificationPlot {

  private final String kind;
  private final ChartPanels model;

  /**
   * @param kind what the plot is called without a title of its own
   */
  ChartPlot(String kind, ChartPanels model) {
    this.kind = kind;
    this.model = model;
  }

  /**
   * The plot as data: what both renderers draw.
   *
   * @return the page
   */
  public final ChartPanels model() {
    return model;
  }

  @Override
  public final String title() {
    return model.title().isBlank() ? kind : model.title();
  }

  @Override
  public final String altText() {
    return title() + ". " + model.description();
  }

  @Override
  public final String svg() {
    return ChartSvg.draw(model);
  }

  @Override
  public final Figure figure() {
    return ChartFigure.of(model, kind.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"));
  }

  @Override
  public final String toString() {
    return altText();
  }
}
