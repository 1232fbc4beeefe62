package org.copse.notebook;

import java.util.LinkedHashMap;
import java.util.Map;
import org.copse.plot.Plot;

/** The plots among the samples, for tests of other packages. */
public final class SamplePlots {

  private SamplePlots() {}

  /**
   * All of them.
   *
   * @return name to plot
   */
  public static Map<String, Plot> all() {
    Map<String, Plot> plots = new LinkedHashMap<>();
    Samples.all()
        .forEach(
            (name, value) -> {
              if (value instanceof Plot plot) {
                plots.put(name, plot);
              }
            });
    return plots;
  }
}
