package org.copse.model;

import org.copse.effect.Effects;

/** The rows of effects that can be pooled, as arrays. */
final class EstimableRows {

  private final int size;
  private final int[] rows;
  private final double[] estimates;
  private final double[] variances;

  private EstimableRows(Effects effects) {
    size = effects.size();
    rows = effects.estimable();
    estimates = new double[rows.length];
    variances = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      estimates[i] = effects.estimate(rows[i]);
      variances[i] = effects.variance(rows[i]);
    }
  }

  static EstimableRows of(Effects effects) {
    EstimableRows rows = new EstimableRows(effects);
    if (rows.k() == 0) {
      throw new IllegalArgumentException(
          "Cannot pool: at least 1 study must have an estimable %s, was 0 of %d. Add studies, or use a measure or zero-cell rule under which they count."
              .formatted(effects.measure().label().toLowerCase(java.util.Locale.ROOT), rows.size));
    }
    return rows;
  }

  int k() {
    return rows.length;
  }

  double[] estimates() {
    return estimates;
  }

  double[] variances() {
    return variances;
  }

  /** Values of the pooled rows put back in place among all rows, 0 elsewhere. */
  double[] inPlace(double[] values) {
    double[] all = new double[size];
    for (int i = 0; i < rows.length; i++) {
      all[rows[i]] = values[i];
    }
    return all;
  }
}
