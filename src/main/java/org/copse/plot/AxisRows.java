package org.copse.plot;

import java.util.ArrayList;
import java.util.List;

/** Repeats the axis over the first row and after every so many studies. */
final class AxisRows {

  private AxisRows() {}

  static ForestModel add(ForestModel model, ForestOptions options) {
    if (!options.axisOnTop() && options.axisEvery() == 0) {
      return model;
    }
    List<ForestRow> rows = new ArrayList<>();
    if (options.axisOnTop()) {
      rows.add(ForestRow.axis());
    }
    long all = model.rows().stream().filter(r -> r.kind() == ForestRow.Kind.STUDY).count();
    int studies = 0;
    for (ForestRow row : model.rows()) {
      rows.add(row);
      studies += row.kind() == ForestRow.Kind.STUDY ? 1 : 0;
      boolean due =
          row.kind() == ForestRow.Kind.STUDY
              && options.axisEvery() > 0
              && studies % options.axisEvery() == 0
              && studies < all;
      if (due) {
        rows.add(ForestRow.axis());
      }
    }
    return model.with(model.columns(), rows);
  }
}
