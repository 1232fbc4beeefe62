package org.copse.plot;

import java.util.ArrayList;
import java.util.List;

/** A vertical axis on which every study has a row as high as its name, the first at the top. */
record StudyRowsAxis(PlotAxis axis, List<Double> middles, double radius) {

  private static final double ROW = 18;
  private static final double DENSE = 5;

  /** Names are left out above so many studies. */
  static StudyRowsAxis of(List<String> names, int mostNamed) {
    boolean named = names.size() <= mostNamed;
    List<AxisTick> ticks = new ArrayList<>();
    List<Double> middles = new ArrayList<>();
    double y = 4;
    for (String name : names) {
      double lines = named ? ChartBox.tickLines(name).size() : 1;
      double height = named ? ROW + (lines - 1) * ChartBox.TICK_LINE : DENSE;
      middles.add(y + height / 2);
      if (named) {
        ticks.add(new AxisTick(y + height / 2, name));
      }
      y += height;
    }
    String label = named ? "" : "Studies in their order";
    PlotAxis axis = new PlotAxis(label, false, 0, y + 4, true, ticks);
    return new StudyRowsAxis(axis, middles, named ? 4 : 2.2);
  }

  double at(int study) {
    return middles.get(study);
  }

  double height() {
    return axis.max();
  }

  PlotAxis unnamed() {
    return new PlotAxis("", false, axis.min(), axis.max(), true, List.of());
  }
}
