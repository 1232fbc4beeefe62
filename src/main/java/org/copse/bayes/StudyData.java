package org.copse.bayes;

import java.util.Arrays;
import org.copse.effect.Effects;

/** The estimable rows of effects as arrays, estimates taken from a reference near them. */
final class StudyData {

  private final int[] rows;
  private final double reference;
  private final double[] y;
  private final double[] v;

  StudyData(Effects effects) {
    rows = effects.estimable();
    if (rows.length == 0) {
      throw new IllegalArgumentException(
          "Cannot pool: at least 1 study must have an estimable %s, was 0 of %s. Add studies, or use a measure or zero-cell rule under which they count."
              .formatted(
                  effects.measure().label().toLowerCase(java.util.Locale.ROOT), effects.size()));
    }
    int best = rows[0];
    for (int row : rows) {
      if (effects.variance(row) < effects.variance(best)) {
        best = row;
      }
    }
    reference = effects.estimate(best);
    y = new double[rows.length];
    v = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      y[i] = effects.estimate(rows[i]) - reference;
      v[i] = effects.variance(rows[i]);
    }
  }

  /** The estimate that was taken off all others: that of the most precise study. */
  double reference() {
    return reference;
  }

  /** Where an estimable row of the effects stands here. */
  int indexOf(int row) {
    return Arrays.binarySearch(rows, row);
  }

  int k() {
    return y.length;
  }

  double[] deviations() {
    return y;
  }

  double[] variances() {
    return v;
  }
}
